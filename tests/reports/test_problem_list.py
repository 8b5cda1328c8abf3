from gongkai_cli.model.place import Place, Problem, Weight
from gongkai_cli.reports import problem_list

from .measuring import assert_fits
from .samples import PROBLEMS


def test_errors_stand_before_notes_each_with_place_and_remedy() -> None:
    assert problem_list.render(reversed(PROBLEMS)) == (
        "台账.xlsx!信息台账!E38: 没有“人事处”这个单位\n"
        "    应为：办公室、文书科、信息科、人事科、法规科\n"
        "    最接近：人事科\n"
        "台账.xlsx!信息台账!F37: 不是日期：“去年”\n"
        "    所在信息：2024-040\n"
        "    应为：2024-06-27、2024/6/27、2024.6.27 或 2024年6月27日\n"
        "\n"
        "错误 2 处\n"
        "\n"
        "台账.xlsx!信息台账!A40: 第40行是隐藏行，没有读"
    )


def test_problems_are_gathered_by_file_and_counted() -> None:
    problems = [
        Problem(Place(file, line), "缺少“名称”") for file, line in (("a", 1), ("b", 2), ("a", 3))
    ]
    assert problem_list.render(problems) == (
        "a:1: 缺少“名称”\na:3: 缺少“名称”\n\nb:2: 缺少“名称”\n\n错误 3 处：a 2 处，b 1 处"
    )


def test_notes_alone_are_counted_as_notes() -> None:
    notes = [Problem(Place("a", n), "隐藏", weight=Weight.NOTE) for n in (1, 2)]
    assert problem_list.render(notes).endswith("说明 2 处")


def test_nothing_wrong_is_nothing_said() -> None:
    assert problem_list.render([]) == ""


def test_what_a_cell_holds_cannot_move_the_cursor() -> None:
    text = problem_list.render([Problem(Place("a"), "不是日期：“\x1b[2J\n”")])
    assert_fits(text, 80)
