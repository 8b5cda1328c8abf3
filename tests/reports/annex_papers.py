"""Catalogues for the exports, and what an export holds when it is imported again."""

from pathlib import Path

import yaml
from hypothesis import strategies as st

from gongkai_cli.model.duty import Catalogue, Duty
from gongkai_cli.reports import catalogue_export_docx, catalogue_export_md, catalogue_export_xlsx
from gongkai_cli.reports.annex_form import AnnexForm, annex_form
from gongkai_cli.reports.catalogue_text import Given
from gongkai_cli.reports.catalogue_text import render as yaml_text
from gongkai_cli.sources.annex import read_annex
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from gongkai_cli.sources.tables import read_tables

WRITERS = {
    "docx": catalogue_export_docx.render,
    "xlsx": catalogue_export_xlsx.render,
    "md": catalogue_export_md.render,
}
TITLE = "2025年某县某某局主动公开基本目录"
COLUMNS = ("公开内容", "五公开", "责任单位")
HEADINGS = {
    "类别": "目录类别",
    "名称": "目录名称",
    "公开内容": "公开内容",
    "五公开": "政务五公开",
    "责任单位": "公开主体（责任单位）",
    "公开时限": "公开时限",
}
_UNITS = ("办公室", "人事科", "法规科")
_LIMITS = ("20个工作日内", "相关信息形成或变更之日起21个工作日内", "每年的1月31日前公开")
_CLASSES = ("决策公开", "执行公开", "服务公开")
_LETTERS = st.sampled_from("公开信息计划总结（）、“”|*_<>#&`~[]\\")


class _Plain(yaml.SafeDumper):
    """Writes a list as often as it stands in a tree: a catalogue may have no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        """Never refer to what was written before."""
        return True


def form_of(catalogue: Catalogue) -> AnnexForm:
    """The form of a catalogue that has one."""
    form = annex_form(catalogue)
    assert form is not None
    return form


def catalogue_of(tree: dict[str, object] | str) -> Catalogue:
    """The catalogue in a file that must be sound."""
    text = tree if isinstance(tree, str) else yaml.dump(tree, Dumper=_Plain, allow_unicode=True)
    catalogue, problems = read_catalogue(text.encode(), "catalogue.yaml")
    assert catalogue is not None, problems
    return catalogue


def imported(data: bytes, path: Path, source: str) -> Catalogue:
    """What an import makes of an export, the number of the notice given by hand."""
    path.write_bytes(data)
    grids, problems = read_tables(path, path.name)
    assert problems == ()
    draft, wrong = read_annex(grids, path.name)
    assert draft is not None, wrong
    return catalogue_of(yaml_text(draft, Given(source=source, file=path.name)))


def said(duty: Duty) -> tuple[object, ...]:
    """What a duty asks, and how it is printed."""
    limits = tuple((each.wording, each.reading, each.basis.text) for each in duty.limits)
    units = frozenset(duty.unit_names), duty.open_units
    row = (duty.id, duty.category, duty.name, duty.content, duty.openness)
    return (*row, units, limits, tuple(duty.printed.items()))


@st.composite
def catalogues(draw: st.DrawFn, *, blanks: bool = True) -> Catalogue:
    """Groups of rows, each with its category printed once and with cells merged inside of it.

    With ``blanks`` cells are also blank without a merge below a cell that is not.
    """
    rows: list[dict[str, object]] = []
    for group in range(draw(st.integers(1, 5))):
        size = draw(st.integers(1, 4))
        category = f"第{group + 1}类{draw(st.text(_LETTERS, max_size=6))}事务"
        merged = {key for key in COLUMNS if size > 1 and draw(st.booleans())}
        values: dict[str, object] = {
            "公开内容": draw(_contents),
            "五公开": draw(st.sampled_from(_CLASSES)),
            "责任单位": [draw(st.sampled_from(_UNITS))],
        }
        first = len(rows) + 1
        for number in range(size):
            rows.append(_row(draw, len(rows) + 1, category, number, merged, values, first, blanks))
    return catalogue_of(
        {
            "目录": TITLE,
            "机关": "某县某某局",
            "依据": "某局〔2025〕3号",
            "表头": HEADINGS,
            "共同": {"公开方式": "政府网站", "公开对象": "全社会"},
            "单位": [{"名称": name} for name in _UNITS],
            "事项": rows,
        }
    )


_contents = st.builds("公开{}情况".format, st.text(_LETTERS, max_size=60))


def _row(
    draw: st.DrawFn,
    number: int,
    category: str,
    of_group: int,
    merged: set[str],
    values: dict[str, object],
    first: int,
    blanks: bool,
) -> dict[str, object]:
    row: dict[str, object] = {
        "编号": f"A{number:02}",
        "类别": [category],
        "名称": f"事项{draw(st.text(_LETTERS, max_size=6))}公示",
        "公开时限": draw(st.sampled_from(_LIMITS)),
        "出处": f"附件2第{number}行",
    }
    if of_group:
        row["印本"] = {"目录类别": ""}
    own = {
        "公开内容": draw(_contents),
        "五公开": draw(st.sampled_from(_CLASSES)),
        "责任单位": [draw(st.sampled_from(_UNITS))],
    }
    assumed: dict[str, object] = {}
    for key in COLUMNS:
        if key in merged and of_group:
            why = f"印本此格空白，与第{first}行合并，承接第{first}行"
            assumed[key] = {"值": values[key], "理由": why}
        elif key in merged:
            row[key] = values[key]
        elif not (blanks and of_group and draw(st.booleans())):
            row[key] = own[key]
    return row | ({"推定": assumed} if assumed else {})
