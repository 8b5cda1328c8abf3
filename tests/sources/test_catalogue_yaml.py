"""Reading a catalogue strictly: any body's, and everything that can be wrong with one."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.duty import Responsibility
from gongkai_cli.model.limit import ByDate, Within
from gongkai_cli.model.place import Place
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from tests.making import day

from .catalogues import OTHER_BUREAU, SMALL, complaints, read


def test_a_small_catalogue() -> None:
    catalogue, problems = read(SMALL)
    assert problems == ()
    assert catalogue is not None
    assert (catalogue.title, catalogue.body, catalogue.file) == ("示例目录", "示例局", "目录.yaml")
    (duty,) = catalogue.duties
    assert duty.units == (Responsibility("秘书科", "lead", "办公室秘书科"),)
    assert duty.limits[0].basis.text == "示例〔2026〕1号第1项"
    assert duty.place == Place("目录.yaml", 10, 5)
    assert duty.printed == {
        "类别": "政策文件",
        "名称": "部门文件",
        "公开内容": "",
        "五公开": "",
        "责任单位": "办公室秘书科",
        "公开时限": "信息形成或者变更之日起20个工作日内公开",
    }


def test_another_bureau_is_only_another_file() -> None:
    catalogue, problems = read(OTHER_BUREAU.replace("责任单位: [各学校,", "责任单位: [学校,"))
    assert problems == ()
    assert catalogue is not None
    assert (catalogue.period.first, catalogue.period.last) == (day("2026-03-01"), None)
    policy, results = catalogue.duties
    assert policy.title == "招生入学/义务教育/招生政策"
    assert policy.printed == {
        "一级事项": "招生入学",
        "二级事项": "义务教育",
        "三级事项": "招生政策",
        "内容规范": "招生计划、划片范围",
        "公开主体": "各学校、基教股（牵头）",
        "公开时限": "信息形成后，7个工作日内公开",
        "更新标准": "６个月",
        "公开形式": "局门户网站",
    }
    assert results.printed["二级事项"] == ""
    assert policy.units == (
        Responsibility("基础教育股", "lead"),
        Responsibility("学校", "joint"),
    )
    assert results.units[1] == Responsibility("基础教育股", "support", "基教股")
    assert results.unit_names == ("学校",)
    assert policy.freshness is not None
    assert policy.freshness.assumed is None
    assert policy.freshness.reading.limits == (Within(count=6, unit="month"),)
    assert results.limits[0].reading.limits == (ByDate(by="08-31", every="year"),)


def test_a_catalogue_from_notepad_reads_the_same() -> None:
    expected, _ = read(SMALL)
    for data in (
        SMALL.encode("utf-8-sig"),
        SMALL.encode("gb18030"),
        SMALL.encode("utf-16"),
        SMALL.replace("\n", "\r\n").encode(),
    ):
        assert read_catalogue(data, "目录.yaml") == (expected, ())


def test_an_assumption_is_read_and_the_print_stays() -> None:
    text = SMALL.replace(
        "    公开时限: 信息形成或者变更之日起20个工作日内公开\n",
        "    公开时限: 定期\n    推定:\n      公开时限: {值: 每年1月31日前, 理由: 没有写日期}\n",
    )
    catalogue, problems = read(text)
    assert problems == ()
    assert catalogue is not None
    (duty,) = catalogue.duties
    assert duty.printed["公开时限"] == "定期"
    assert duty.limits[0].wording == "每年1月31日前"
    assert duty.limits[0].assumed == "没有写日期"
    assert [(n.subject, n.value, n.reason) for n in duty.assumed] == [
        ("公开时限", "每年1月31日前", "没有写日期")
    ]


@pytest.mark.parametrize(
    ("written", "tags", "reason"),
    [
        ("", None, None),
        ("    标签:\n", None, None),
        ("    标签: []\n", (), None),
        ("    标签: 预决算\n", ("预决算",), None),
        ("    标签: [预决算, 行政许可]\n", ("预决算", "行政许可"), None),
        ("    推定: {标签: {值: [预决算], 理由: 字样}}\n", ("预决算",), "字样"),
    ],
)
def test_tags_written_assumed_none_at_all_and_not_written(
    written: str, tags: tuple[str, ...] | None, reason: str | None
) -> None:
    catalogue, problems = read(SMALL + written)
    assert problems == ()
    assert catalogue is not None
    assert catalogue.duties[0].tags == tags
    assert catalogue.duties[0].tags_assumed == reason


def changed(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new)


LIMIT = "    公开时限: 信息形成或者变更之日起20个工作日内公开\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["None:None 文件是空的"]),
        ("- 甲\n- 乙\n", ["None:None 这不是目录文件"]),
        (changed("机关: 示例局\n", ""), ["1:1 缺少“机关”"]),
        (changed("机关: 示例局", "机关:"), ["2:4 缺少“机关”"]),
        (changed("机关:", "机构:"), ["1:1 缺少“机关”", "2:1 不认识的键“机构”→机关"]),
        (changed("    名称: 部门文件\n", "    名字: 部门文件\n"),
         ["10:5 缺少“名称”", "12:5 不认识的键“名字”→名称"]),
        (changed("  - 编号: D1\n    类别", "  - 类别"), ["10:5 缺少“编号”"]),
        (changed("    类别: [政策文件]\n", ""), ["10:5 缺少“类别”"]),
        (changed("[办公室秘书科]", "[秘书]"), ["13:12 “单位”中没有“秘书”→秘书科"]),
        (changed("[办公室秘书科]", "[财务]"), ["13:12 “单位”中没有“财务”→财务科"]),
        (changed("[办公室秘书科]", "[秘书科、财务科]"),
         ["13:12 “单位”中没有“秘书科、财务科”"]),
        (changed("  - 名称: 财务科", "  - 名称: 秘书处"), ["8:9 单位“秘书处”与第7行重名"]),
        (changed("依据: 示例", "有效期: {自: 2026-02-30}\n依据: 示例"),
         ["3:10 没有这一天：“2026-02-30”"]),
        (changed("依据: 示例", "有效期: {自: 26-2-3}\n依据: 示例"),
         ["3:10 年份只有两位：“26-2-3”"]),
        (changed("依据: 示例", "有效期: {自: 2026-02-03, 至: 2026-02-02}\n依据: 示例"),
         ["3:25 “有效期”前后颠倒：自2026-02-03至2026-02-02"]),
        (changed("依据: 示例", "有效期: 2026\n依据: 示例"),
         ["3:6 “有效期”写成了一个值"]),
        (SMALL + "    对象: D2\n", ["15:9 “对象”不能是“D2”：目录中没有这个编号"]),
        (SMALL + "    对象: D1\n", ["15:9 “对象”不能是“D1”：就是这个事项自己"]),
        (SMALL + "    所在栏目: D2\n", ["15:11 “所在栏目”不能是“D2”：目录中没有这个编号"]),
        (SMALL + "    所在栏目: X\n  - {编号: X, 类别: 甲, 名称: 乙, 性质: 内部}\n",
         ["15:11 “所在栏目”不能是“X”：这个事项没有栏目"]),
        (changed("[办公室秘书科]", "[秘书科, 秘书处]"),
         ["13:17 单位“秘书处”在这个事项中写了两次"]),
        (SMALL + "    配合单位: 秘书科\n", ["15:11 单位“秘书科”在这个事项中写了两次"]),
        (changed("  - 名称: 财务科", "  - 名称: 办公室秘书科"),
         ["8:9 单位“办公室秘书科”与第7行重名"]),
        (SMALL + "    标签: [预决策]\n", ["15:10 没有“预决策”这个标签→预决算"]),
        (SMALL + "    推定: {标签: {值: [], 理由: 甲}}\n", ["15:18 缺少“值”"]),
        (SMALL + "    性质: 内布\n", ["15:9 “性质”没有“内布”这个值→内部"]),
        (SMALL + "    更新周期: 常常\n", ["15:11 “更新周期”读不懂：“常常”"]),
        (SMALL + "    更新周期: 0周\n", ["15:11 “更新周期”读不懂：“0周”"]),
        (SMALL + "    印本: {目录类别: x}\n", ["15:10 印本没有“目录类别”这一栏→类别"]),
        (SMALL + "    条文: 应当公开。\n    印本: {类别: x}\n",
         ["16:9 有“条文”又有“印本”"]),
        (SMALL + "    推定: {公开内容: {值: 甲}}\n", ["15:16 缺少“理由”"]),
        (SMALL + "    推定: {公开内容: {理由: 甲}}\n", ["15:16 缺少“值”"]),
        (SMALL + "    推定: {公开内容: 甲}\n", ["15:16 “公开内容”写成了一个值"]),
        (SMALL + "    推定: {时限: {值: 甲, 理由: 乙}}\n", ["15:10 不认识的键“时限”→公开时限"]),
        (SMALL + "    编号: D2\n", ["15:5 “编号”写了两次，前一次在第10行"]),
        (SMALL + "  - {编号: D1, 类别: 甲, 名称: 乙}\n", ["15:10 编号“D1”与第10行重复"]),
        (SMALL + "更新周期: {快: {值: 很快, 理由: 甲}}\n", ["15:15 “很快”不是期间"]),
        (SMALL + "共同: [甲]\n", ["15:5 “共同”写成了列表"]),
        (SMALL + "表头: {类别: [一, 二], 事项: 三}\n", ["15:18 不认识的键“事项”"]),
        (SMALL[: SMALL.index("事项:")] + "事项: []\n", ["9:5 没有一项事项"]),
        (SMALL[: SMALL.index("事项:")] + "事项:\n", ["9:4 没有一项事项"]),
        (SMALL[: SMALL.index("事项:")], ["1:1 没有一项事项"]),
        (SMALL[: SMALL.index("单位:")] + SMALL[SMALL.index("事项:") :], ["1:1 没有一个单位"]),
        (changed("机关: 示例局", "机关：示例局"), ["2:3 键后是全角冒号“：”"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_place(text: str, expected: list[str]) -> None:
    assert complaints(text) == expected


def test_levels_beyond_the_printed_headings() -> None:
    text = SMALL.replace("[政策文件]", "[甲, 乙, 丙]") + "表头: {类别: [一级, 二级], 名称: 三级}\n"
    assert complaints(text) == ["11:9 “类别”有3级"]


def test_a_wording_that_is_not_understood_is_refused_at_its_place() -> None:
    (problem,) = read(SMALL.replace(LIMIT, "    公开时限: 二十个吉日之内\n"))[1]
    assert problem.place == Place("目录.yaml", 14, 11)
    assert problem.found.startswith("“公开时限”读不懂：“二十个吉日之内”。")
    assert problem.accepted


def test_all_mistakes_are_said_at_once_and_in_order() -> None:
    text = (
        SMALL.replace("机关: 示例局", "机关:")
        .replace("[办公室秘书科]", "[人事科]")
        .replace("{名称: 秘书科,", "{名: 秘书科,")
    )
    places = [line.split(" ")[0] for line in complaints(text)]
    assert places == ["2:4", "7:9", "7:10", "13:12"]


@given(st.text(max_size=60), st.integers(0, len(SMALL)))
def test_whatever_is_typed_into_it_is_read_or_said_but_never_raised(typed: str, where: int) -> None:
    catalogue, problems = read(SMALL[:where] + typed + SMALL[where:])
    assert (catalogue is None) == bool(problems)
    assert all(each.found and each.place.file == "目录.yaml" for each in problems)


@given(st.binary(max_size=80))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    catalogue, problems = read_catalogue(data, "目录.yaml")
    assert catalogue is None
    assert problems


def test_the_samples_are_yaml_that_others_read_too() -> None:
    assert yaml.safe_load(SMALL)["事项"][0]["编号"] == "D1"
