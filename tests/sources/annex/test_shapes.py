"""Tables as other bodies print them, in nasty shapes; bodies are invented, headings are real."""

import pytest

from gongkai_cli.model.draft import Draft
from gongkai_cli.model.limit import Within
from gongkai_cli.sources.annex import read_annex
from gongkai_cli.sources.annex.headings import meaning

from .grids import TITLE, draft_of, drafted, grid, rows_of, said

TWENTY = "信息形成之日起20个工作日内"


def names(draft: Draft) -> list[tuple[str, ...]]:
    return [(*row.category, row.name) for row in draft.rows]


@pytest.mark.parametrize(
    ("heading", "sense", "level"),
    [
        ("公开主体（责任单位）", "units", None),
        ("公开主体\n(责任单位)", "units", None),
        ("責任單位", "units", None),
        ("责 任 单 位", "units", None),
        ("责任单位（科室）", "units", None),
        ("保障部门", "units", None),
        ("公开内容（要素）", "content", None),
        ("公开内容(要素)", "content", None),
        ("內容規範", "content", None),
        ("公開時限", "limit", None),
        ("时限要求", "limit", None),
        ("公　开　时　限", "limit", None),
        ("提供内容时效标准", "limit", None),
        ("更新标准", "freshness", None),
        ("公开依据", "basis", None),
        ("公开渠道和载体", "other", None),
        (
            "公开渠道和载体（在标注范围内至少选择其一公开，法律法规规章另有规定的从其规定）",
            "other",
            None,
        ),
        ("公开方式/主动", "other", None),
        ("公开层级/县级", "other", None),
        ("生成时间", "other", None),
        ("政务五公开", "openness", None),
        ("序号", "number", None),
        ("备 注", "remark", None),
        ("公开事项/一级事项", "category", 1),
        ("二级目录", "category", 2),
        ("栏目名称（三级）", "category", 3),
        ("六级", "category", 6),
        ("目录名称", "name", None),
        ("公开事项", "matter", None),
    ],
)
def test_a_heading_means(heading: str, sense: str, level: int | None) -> None:
    found = meaning(heading)
    assert found is not None
    assert (found.sense, found.level) == (sense, level)


@pytest.mark.parametrize("heading", ["一级指标", "扣分依据", "得分", "审批人", "具体要求"])
def test_a_heading_of_another_table_means_nothing(heading: str) -> None:
    assert meaning(heading) is None


def test_a_title_row_stands_above_the_heading() -> None:
    rows = [
        ["某镇人民政府2025年主动公开基本目录", "", "", ""],
        ["序号", "公开事项", "公开时限", "公开主体"],
        ["1", "办事指南", TWENTY, "党政办公室"],
    ]
    draft = draft_of(grid(rows, [(0, 0, 0, 3)]))
    assert (draft.title, draft.body, draft.year) == (
        "某镇人民政府2025年主动公开基本目录",
        "某镇人民政府",
        2025,
    )
    assert names(draft) == [("办事指南", "办事指南")]


def test_headings_in_two_lines_with_ticks_below() -> None:
    rows = [
        ["序号", "公开事项", "", "公开内容（要素）", "公开时限", "公开主体", "公开方式", ""],
        ["", "一级事项", "二级事项", "", "", "", "主动", "依申请"],
        ["1", "社会救助", "低保", "对象名单", TWENTY, "民政办", "√", ""],
        ["2", "", "临时救助", "政策文件", TWENTY, "民政办", "", "√"],
    ]
    merges = [(0, 1, 0, 2), (0, 6, 0, 7), (2, 1, 3, 1)]
    merges += [(0, c, 1, c) for c in (0, 3, 4, 5)]
    draft = draft_of(grid(rows, merges, above=[TITLE]))
    assert names(draft) == [("社会救助", "低保"), ("社会救助", "临时救助")]
    assert draft.rows[0].printed["公开方式/主动"] == "√"
    assert draft.rows[1].printed["公开方式/依申请"] == "√"
    plain = draft_of(grid(rows, above=[TITLE]))
    assert plain.headings == draft.headings
    assert names(plain) == names(draft)


def test_six_levels_of_category() -> None:
    heading = "一级|二级|三级|四级|五级|六级|公开内容|公开时限|责任单位"
    draft = drafted(heading, f"甲|乙|丙|丁|戊|己|内容|{TWENTY}|办公室")
    assert names(draft) == [("甲", "乙", "丙", "丁", "戊", "己")]


def test_a_level_below_a_new_one_is_not_filled_down() -> None:
    draft = drafted(
        "一级事项|二级事项|三级事项|公开时限|责任单位",
        f"甲|乙|丙|{TWENTY}|办公室",
        f"||丁|{TWENTY}|办公室",
        f"戊||己|{TWENTY}|办公室",
    )
    assert names(draft) == [("甲", "乙", "丙"), ("甲", "乙", "丁"), ("戊", "己")]


def test_a_name_that_is_merged_over_several_contents() -> None:
    rows = [
        ["公开事项", "公开内容", "公开时限", "责任科室"],
        ["行政许可", "办事指南", TWENTY, "审批科"],
        ["", "许可结果", "7个工作日内", ""],
    ]
    draft = draft_of(grid(rows, [(1, 0, 2, 0), (1, 3, 2, 3)], above=[TITLE]))
    assert [row.name for row in draft.rows] == ["行政许可", "行政许可"]
    assert draft.rows[1].units == ("审批科",)
    assert draft.rows[1].printed["公开事项"] == ""


def test_one_limit_merged_over_all_rows_is_filled_in_each() -> None:
    rows = [
        ["类别", "事项名称", "公开时限", "责任单位", "公开方式"],
        ["甲", "一", TWENTY, "办公室", "政府网站"],
        ["乙", "二", "", "财务科", ""],
        ["丙", "三", "", "人事科", ""],
    ]
    draft = draft_of(grid(rows, [(1, 2, 3, 2), (1, 4, 3, 4)], above=[TITLE]))
    assert {row.limit for row in draft.rows} == {TWENTY}
    assert draft.shared == {"公开方式": "政府网站"}
    assert draft.rows[2].printed["公开时限"] == ""
    assert "与第1行合并" in said(draft, "A03", "公开时限")[0].reason


def test_a_truly_blank_unit_beside_merges_stays_blank() -> None:
    rows = [
        ["类别", "事项名称", "公开时限", "责任单位"],
        ["甲", "一", TWENTY, "办公室"],
        ["", "二", TWENTY, ""],
    ]
    draft = draft_of(grid(rows, [(1, 0, 2, 0)], above=[TITLE]))
    assert draft.rows[1].units == ()
    assert not said(draft, "A02", "责任单位")[0].certain


def test_headings_repeated_on_each_page_are_none() -> None:
    heading = ["类别", "事项名称", "公开时限", "责任单位"]
    rows = [heading, ["甲", "一", TWENTY, "办公室"], heading, ["", "二", TWENTY, ""]]
    draft = draft_of(grid(rows, above=[TITLE], page_breaks=[2]))
    assert names(draft) == [("甲", "一"), ("甲", "二")]
    assert any("表头重复印了1次" in note for note in draft.notes)


def test_a_merge_that_a_page_cuts_goes_on() -> None:
    heading = ["类别", "事项名称", "公开时限", "责任单位"]
    rows = [
        heading,
        ["甲", "一", TWENTY, "办公室"],
        ["", "二", TWENTY, "办公室"],
        heading,
        ["", "三", TWENTY, "办公室"],
    ]
    draft = draft_of(grid(rows, [(1, 0, 2, 0)], above=[TITLE], page_breaks=[3]))
    assert [row.category for row in draft.rows] == [("甲",)] * 3


def test_columns_may_stand_in_any_order() -> None:
    draft = drafted(
        "备注|责任单位|公开时限|公开内容|事项名称|类别", f"无|办公室|{TWENTY}|内容|一|甲"
    )
    row = draft.rows[0]
    assert (row.category, row.name, row.content, row.units) == (("甲",), "一", "内容", ("办公室",))
    assert tuple(row.printed) == ("备注", "责任单位", "公开时限", "公开内容", "事项名称", "类别")


def test_trailing_columns_without_anything_are_none() -> None:
    draft = drafted("事项名称|公开时限|责任单位|||", f"一|{TWENTY}|办公室|||")
    assert tuple(draft.rows[0].printed) == ("事项名称", "公开时限", "责任单位")


def test_a_column_without_heading_is_kept() -> None:
    draft = drafted("事项名称|公开时限|责任单位|", f"一|{TWENTY}|办公室|见网站")
    assert draft.rows[0].printed["无栏名4"] == "见网站"
    assert any("无栏名4" in each.reason for each in said(draft, key="表头"))


def test_two_columns_of_one_heading_are_told_apart() -> None:
    draft = drafted("事项名称|公开时限|责任单位|备注|备注", f"一|{TWENTY}|办公室|甲|乙")
    assert draft.rows[0].printed["备注"] == "甲"
    assert draft.rows[0].printed["备注（2）"] == "乙"


def test_of_body_and_section_the_one_that_varies_answers() -> None:
    draft = drafted(
        "事项名称|公开时限|公开主体|责任科室",
        f"一|{TWENTY}|某县教育局|办公室",
        f"二|{TWENTY}|某县教育局|基础教育科",
    )
    assert [row.units for row in draft.rows] == [("办公室",), ("基础教育科",)]
    assert draft.rows[0].printed["公开主体"] == "某县教育局"


def test_traditional_script_is_read_and_kept() -> None:
    draft = drafted(
        "類別|事項名稱|公開時限|責任單位", "甲類|辦事指南|信息形成之日起20個工作日內|辦公室"
    )
    row = draft.rows[0]
    assert row.name == "辦事指南"
    assert row.reading is not None
    assert isinstance(row.reading.limits[0], Within)
    assert row.reading.limits[0].count == 20


def test_full_width_and_spaces_inside_cells() -> None:
    draft = drafted(
        "事 项 名 称|公开时限|责任单位", "办 事　指 南|信息形成之日起２０个\n工作日内|政　工　室"
    )
    row = draft.rows[0]
    assert (row.name, row.units) == ("办事指南", ("政工室",))
    assert row.limit == "信息形成之日起２０个工作日内"
    assert row.printed["责任单位"] == "政　工　室"


def test_two_rows_of_one_name_are_two_duties() -> None:
    draft = drafted(
        "类别|事项名称|公开时限|责任单位",
        f"执法公示|专题展示|{TWENTY}|法制科",
        f"双随机|专题展示|{TWENTY}|审批科",
    )
    assert [row.id for row in draft.rows] == ["A01", "A02"]
    assert names(draft) == [("执法公示", "专题展示"), ("双随机", "专题展示")]


def test_a_line_across_the_table_is_the_category_where_there_is_no_other() -> None:
    rows = [
        ["公开事项", "公开时限", "责任单位"],
        ["一、机构概况", "", ""],
        ["机构职能", TWENTY, "办公室"],
        ["二、政策文件", "", ""],
        ["规范性文件", TWENTY, "法规科"],
    ]
    draft = draft_of(grid(rows, [(1, 0, 1, 2), (3, 0, 3, 2)], above=[TITLE]))
    assert names(draft) == [("一、机构概况", "机构职能"), ("二、政策文件", "规范性文件")]


def test_footnotes_below_and_inside_are_passed_over() -> None:
    rows = [
        ["事项名称", "公开时限", "责任单位"],
        ["一", TWENTY, "办公室"],
        ["注：本表自印发之日起施行。", "", ""],
    ]
    draft = draft_of(grid(rows, [(2, 0, 2, 2)], above=[TITLE], below=["填表人：办公室"]))
    assert len(draft.rows) == 1
    assert any("注：本表" in note for note in draft.notes)
    assert any("填表人" in note for note in draft.notes)


def test_a_second_table_that_is_no_catalogue_is_said() -> None:
    form = grid([["稿件题目", ""], ["撰稿单位", ""]], name="目录.docx")
    found = draft_of(grid([["事项名称", "公开时限"], ["一", TWENTY]], above=[TITLE]), form)
    assert len(found.rows) == 1
    assert any("没有读入这张表" in note for note in found.notes)


def test_a_table_in_two_pieces_is_one() -> None:
    first = grid([["事项名称", "公开时限", "责任单位"], ["一", TWENTY, "办公室"]], above=[TITLE])
    second = grid([["二", TWENTY, "财务科"], ["三", "每季度", "财务科"]])
    third = grid([["事项名称", "公开时限", "责任单位"], ["四", "及时", "办公室"]])
    draft = draft_of(first, second, third)
    assert [row.name for row in draft.rows] == ["一", "二", "三", "四"]
    assert [row.id for row in draft.rows] == ["A01", "A02", "A03", "A04"]


def test_same_as_above_is_written_out() -> None:
    draft = drafted(
        "事项名称|公开时限|责任单位", f"一|{TWENTY}|办公室", "二|同上|同上", "三|〃|同 上"
    )
    assert [row.limit for row in draft.rows] == [TWENTY] * 3
    assert [row.units for row in draft.rows] == [("办公室",)] * 3
    assert said(draft, "A03", "公开时限")[0].reason == "印本写“同上”，承接第1行"


def test_a_refused_wording_keeps_its_words() -> None:
    draft = drafted("事项名称|公开时限|责任单位", "一|20个工作日左右|办公室")
    assert draft.rows[0].limit == "20个工作日左右"
    assert said(draft, "A01", "公开时限")[0].kind == "refused"


def test_numbers_as_text_are_no_limit() -> None:
    draft = drafted("事项名称|公开时限|责任单位", "一|20|办公室")
    reading = draft.rows[0].reading
    assert reading is not None
    assert reading.refused is not None


def test_two_limits_in_two_columns() -> None:
    draft = drafted(
        "栏目名称(一级)|栏目名称(二级)|具体内容|提供内容时效标准|更新标准|保障部门",
        "政务公开|政策文件|文件|15个工作日内|每月更新|办公室",
    )
    row = draft.rows[0]
    assert (row.limit, row.freshness, row.units) == ("15个工作日内", "每月更新", ("办公室",))


def test_what_a_wider_form_prints_besides_is_kept() -> None:
    draft = drafted(
        "序号|公开事项|公开内容|公开依据|公开时限|公开主体|公开渠道和载体|公开对象/全社会",
        f"1|救助|名单|《条例》|{TWENTY}|民政办|■政府网站 □公示栏|√",
        f"2|优抚|名单|《办法》|{TWENTY}|民政办|□政府网站 ■公示栏|",
    )
    assert draft.rows[0].legal_basis == "《条例》"
    assert draft.rows[0].printed["公开渠道和载体"] == "■政府网站 □公示栏"
    assert draft.headings["序号"] == ("序号",)


def test_items_of_a_list_stay_lines() -> None:
    draft = drafted(
        "事项名称|公开内容|公开时限|责任单位", f"一|1.机构\n职能\n2.办公地址|{TWENTY}|办公室"
    )
    assert draft.rows[0].content == "1.机构职能\n2.办公地址"


def test_a_row_with_only_a_number_is_none() -> None:
    draft = drafted("序号|事项名称|公开时限|责任单位", f"1|一|{TWENTY}|办公室", "2|||", "|||")
    assert len(draft.rows) == 1


def test_a_catalogue_of_a_hundred_rows_has_ids_of_one_length() -> None:
    draft = drafted("事项名称|公开时限", *(f"事项{n}|{TWENTY}" for n in range(120)))
    assert (draft.rows[0].id, draft.rows[-1].id) == ("A001", "A120")


@pytest.mark.parametrize(
    ("heading", "lacking"),
    [
        ("单位|栏目|最后更新日期|超期|地址", "公开时限"),
        ("一级指标|二级指标|评价标准|问题明细|整改结果", "表头"),
        ("工作任务|序号|具体要求|责任科室|时限要求", "事项名称"),
        ("序号|信息编号|信息名称|内容描述|生成时间|公开属性", "公开时限"),
        ("序号|单位|报送数|采纳数|采纳率", "事项名称"),
        ("类型|名称|责任单位|问题类别|检查时更新日期", "公开时限"),
    ],
)
def test_other_tables_of_clerks_are_no_catalogue(heading: str, lacking: str) -> None:
    cells = heading.split("|")
    draft, problems = read_annex([grid([cells, ["甲"] * len(cells)])], "表.xlsx")
    assert draft is None
    assert lacking in problems[0].found


def test_a_heading_without_rows_is_an_error() -> None:
    draft, problems = read_annex([grid([["事项名称", "公开时限", "责任单位"]])], "表.xlsx")
    assert draft is None
    assert "没有一行事项" in problems[0].found


def test_of_two_catalogues_the_longer_is_taken_and_the_other_said() -> None:
    short = grid([["公开事项", "公开时限"], ["甲", TWENTY]], above=[TITLE])
    long = grid(
        [["事项名称", "公开时限", "责任单位"], *[[f"事{n}", TWENTY, "办"] for n in "一二三"]]
    )
    draft = draft_of(short, long)
    assert len(draft.rows) == 3
    assert any("也像目录" in note for note in draft.notes)


def test_ids_are_those_of_the_printed_order() -> None:
    draft = drafted("事项名称|公开时限", *(f"{name}|{TWENTY}" for name in "丙甲乙"))
    assert [rows_of(draft)[id].name for id in ("A01", "A02", "A03")] == ["丙", "甲", "乙"]


def test_a_row_ticked_under_on_request_alone_is_said() -> None:
    draft = drafted(
        "事项名称|公开时限|责任单位|公开方式/主动|公开方式/依申请公开",
        f"一|{TWENTY}|办公室|√|",
        f"二|{TWENTY}|办公室||√",
        f"三|{TWENTY}|办公室|√|√",
    )
    assert not said(draft, "A01")
    assert "依申请" in said(draft, "A02")[0].reason
    assert not said(draft, "A03")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("2024年某县公安局主动公开基本目录", "某县公安局"),
        ("某镇人民政府2025年度主动公开目录", "某镇人民政府"),
        ("某县民政局社会救助领域基层政务公开标准目录（2025年版）", "某县民政局"),
        ("某县教育和体育局政府信息主动公开基本目录（试行）", "某县教育和体育局"),
        ("某某街道办事处基层政务公开标准目录", "某某街道办事处"),
        ("主动公开基本目录", None),
    ],
)
def test_the_body_in_a_title(title: str, body: str | None) -> None:
    draft = drafted("事项名称|公开时限", f"一|{TWENTY}", above=[title])
    assert (draft.title, draft.body) == (title, body)
