"""statutes.yaml: the limits of law and of superior rules, and the heads that the law wants."""

from ...model.basis import Authority, Basis
from ...model.duty import RequiredHead, Statute
from ...model.place import Place, Problem, errors
from ...notation.nearest import nearest
from ...notation.yaml_form import Form
from ...notation.yaml_tree import Mapping, read_yaml
from .period import PERIOD_KEYS, read_period
from .row_ids import unique_ids
from .wording import read_limit

FILE_KEYS = ("时限", "应有栏目")
STATUTE_KEYS = (
    "编号",
    "法规",
    "条",
    "原文",
    "时限",
    "层级",
    "可信度",
    "施行",
    "适用事项",
    "适用标题",
    "替代",
    "推定",
)
HEAD_KEYS = ("编号", "名称", "依据", "字样")
RANKS = {"法律法规": Authority.LAW, "上级规定": Authority.SUPERIOR}
CONFIDENCES = ("V", "VM", "S", "R")


def read_statutes(data: bytes, file: str) -> tuple[tuple[Statute, ...], tuple[Problem, ...]]:
    """The limits in a file and everything that is wrong with it; none where any error stands.

    ``file`` is the name to show in places. Nothing is raised for what a user wrote.
    """
    form, problems = _open(data, file)
    if form is None:
        return (), tuple(problems)
    read = [
        (row, statute) for row in form.forms("时限", STATUTE_KEYS) if (statute := _statute(row))
    ]
    _check_ids(read)
    found = tuple(dict.fromkeys(problems))
    return () if errors(found) else tuple(statute for _, statute in read), found


def read_heads(data: bytes, file: str) -> tuple[tuple[RequiredHead, ...], tuple[Problem, ...]]:
    """The heads that every catalogue should have (应有栏目), and what is wrong with them."""
    form, problems = _open(data, file)
    if form is None:
        return (), tuple(problems)
    heads = tuple(head for row in form.forms("应有栏目", HEAD_KEYS) if (head := _head(row)))
    return heads, tuple(dict.fromkeys(problems))


def _open(data: bytes, file: str) -> tuple[Form | None, list[Problem]]:
    tree, noted = read_yaml(data, file)
    problems = list(noted)
    if isinstance(tree, Mapping):
        return Form(tree, FILE_KEYS, problems), problems
    if not problems:
        problems.append(Problem(Place(file), "这不是法规文件", "以“时限:”开头的 YAML 文件"))
    return None, problems


def _statute(row: Form) -> Statute | None:
    id, name = row.text("编号", required=True), row.text("法规", required=True)
    article, words = row.text("条", required=True), row.text("原文", required=True)
    wording = row.scalar("时限", required=True)
    rank = row.choice("层级", tuple(RANKS))
    confidence = row.choice("可信度", CONFIDENCES)
    for key in ("层级", "可信度"):
        row.text(key, required=True)
    assumed = row.text("推定")
    if confidence not in (None, "V") and assumed is None:
        row.report(
            row.place_of("可信度"), f"可信度“{confidence}”没有“推定”", "写上“推定: …”，说明理由"
        )
    in_force, dates = read_period(row, "施行"), row.form("施行", PERIOD_KEYS)
    if dates is None or "自" not in dates:
        row.report(row.place_of("施行"), "缺少施行日期", "{自: 2019-05-15}")
    if not (id and name and article and wording and rank and confidence):
        return None
    basis = Basis(f"{name}{article}", RANKS[rank], id, assumed)
    limit = read_limit(row, "时限", wording, basis, assumed)
    if limit is None:
        return None
    return Statute(
        id=id,
        name=name,
        article=article,
        words=words or "",
        limit=limit,
        in_force=in_force,
        confidence=confidence,
        duties_with=row.texts("适用事项"),
        titles_with=row.texts("适用标题"),
        replaces=row.text("替代"),
        place=row.place,
    )


def _head(row: Form) -> RequiredHead | None:
    id, name = row.text("编号", required=True), row.text("名称", required=True)
    basis, words = row.text("依据", required=True), row.texts("字样")
    if not words:
        row.report(row.place_of("字样"), "缺少“字样”", "事项中应当出现的字样，如 [收费]")
    if not (id and name and basis and words):
        return None
    return RequiredHead(id=id, name=name, basis=basis, words=words, place=row.place)


def _check_ids(read: list[tuple[Form, Statute]]) -> None:
    ids = unique_ids((row, statute.id) for row, statute in read)
    for row, statute in read:
        others = [id for id in ids if id != statute.id]
        if statute.replaces and statute.replaces not in others:
            row.report(
                row.place_of("替代"),
                f"“替代”没有“{statute.replaces}”这一条",
                "本文件中另一条的编号",
                nearest(statute.replaces, others),
            )
