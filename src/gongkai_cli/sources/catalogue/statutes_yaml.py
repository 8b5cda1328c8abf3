"""statutes.yaml: limits of law and of superior rules, their tags, the heads that the law wants."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from ...model.basis import Authority, Basis
from ...model.duty import PrintedLimit, RequiredHead, Statute
from ...model.place import Place, Problem, errors
from ...model.tag import Tag
from ...notation.nearest import nearest
from ...notation.yaml_form import Form
from ...notation.yaml_tree import Mapping, Node, Scalar, read_yaml
from .period import PERIOD_KEYS, read_period
from .row_ids import unique_ids
from .wording import freshness, read_duration, read_limit

FILE_KEYS = ("标签", "时限", "栏目更新", "应有栏目")
TAG_KEYS = ("名称", "字样")
STATUTE_KEYS = (
    "编号",
    "法规",
    "条",
    "原文",
    "时限",
    "层级",
    "可信度",
    "施行",
    "适用标签",
    "适用事项",
    "适用标题",
    "替代",
    "不适用机关",
    "推定",
)
HEAD_KEYS = ("编号", "名称", "依据", "字样", "适用机关")
RANKS = {"法律法规": Authority.LAW, "上级规定": Authority.SUPERIOR}
ReadLimit = Callable[[Form, str, Scalar, Basis, str | None], PrintedLimit | None]
CONFIDENCES = ("V", "VM", "S", "R")


def read_statutes(data: bytes, file: str) -> tuple[tuple[Statute, ...], tuple[Problem, ...]]:
    """The limits in a file and everything that is wrong with it; none where any error stands.

    ``file`` is the name to show in places. Nothing is raised for what a user wrote.
    """
    return _section(data, file, "时限", read_limit)


def read_cycles(data: bytes, file: str) -> tuple[tuple[Statute, ...], tuple[Problem, ...]]:
    """How old a column may be before those who check the site count it (栏目更新).

    The limit of each is a duration; what is wrong in the file is in the problems.
    """
    return _section(data, file, "栏目更新", _duration)


def _section(
    data: bytes, file: str, key: str, read: ReadLimit
) -> tuple[tuple[Statute, ...], tuple[Problem, ...]]:
    form, problems = _open(data, file)
    if form is None:
        return (), tuple(problems)
    statutes = _statutes(form, key, read)
    found = tuple(dict.fromkeys(problems))
    return () if errors(found) else statutes, found


def read_tags(data: bytes, file: str) -> tuple[tuple[Tag, ...], tuple[Problem, ...]]:
    """The vocabulary of tags (标签), in order, and what is wrong with it."""
    form, problems = _open(data, file)
    if form is None:
        return (), tuple(problems)
    tags = tuple(_tags(form))
    return tags, tuple(dict.fromkeys(problems))


def read_heads(data: bytes, file: str) -> tuple[tuple[RequiredHead, ...], tuple[Problem, ...]]:
    """The heads that every catalogue should have (应有栏目), and what is wrong with them."""
    form, problems = _open(data, file)
    if form is None:
        return (), tuple(problems)
    heads = tuple(head for row in form.forms("应有栏目", HEAD_KEYS) if (head := _head(row)))
    return heads, tuple(dict.fromkeys(problems))


@lru_cache(maxsize=2)
def _tree(data: bytes, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Limits, tags and heads are asked of the same file: take it apart once."""
    return read_yaml(data, file)


def _open(data: bytes, file: str) -> tuple[Form | None, list[Problem]]:
    tree, noted = _tree(data, file)
    problems = list(noted)
    if isinstance(tree, Mapping):
        return Form(tree, FILE_KEYS, problems), problems
    if not problems:
        problems.append(Problem(Place(file), "这不是法规文件", "以“时限:”开头的 YAML 文件"))
    return None, problems


def _tags(form: Form) -> Iterator[Tag]:
    named: set[str] = set()
    for row in form.forms("标签", TAG_KEYS):
        name, words = row.text("名称", required=True), row.texts("字样")
        if not words:
            row.report(row.place_of("字样"), "缺少“字样”", "类别或名称中的字样，如 [预算, 决算]")
        if name in named:
            row.report(row.place_of("名称"), f"标签“{name}”写了两次", "每个标签写一次")
        if name and words and name not in named:
            yield Tag(name=name, words=words, place=row.place)
            named.add(name)


def _statutes(form: Form, key: str, read: ReadLimit) -> tuple[Statute, ...]:
    """The rows under a key, their 时限 read by ``read``."""
    tags = {tag.name: tag.words for tag in _tags(form)}
    rows = form.forms(key, STATUTE_KEYS)
    found = [(row, statute) for row in rows if (statute := _statute(row, tags, read))]
    _check_ids(found)
    return tuple(statute for _, statute in found)


def _duration(
    form: Form, key: str, words: Scalar, basis: Basis, assumed: str | None
) -> PrintedLimit | None:
    """2周, 6个月: how long a column may stay as it is."""
    within = read_duration(words.text)
    if within is None:
        form.report(words.place, f"“{key}”不是期间：“{words.text}”", "2周、6个月、1年这样的期间")
        return None
    return freshness(words.text.strip(), within, basis, assumed)


def _statute(row: Form, known: dict[str, tuple[str, ...]], read: ReadLimit) -> Statute | None:
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
    limit = read(row, "时限", wording, basis, assumed)
    if limit is None:
        return None
    tags = _tags_of(row, known)
    words_of_tags = [word for tag in tags for word in known[tag]]
    return Statute(
        id=id,
        name=name,
        article=article,
        words=words or "",
        limit=limit,
        in_force=in_force,
        confidence=confidence,
        tags=tags,
        duties_with=tuple(dict.fromkeys((*words_of_tags, *row.texts("适用事项")))),
        titles_with=row.texts("适用标题"),
        replaces=row.text("替代"),
        not_for=row.texts("不适用机关"),
        place=row.place,
    )


def _tags_of(row: Form, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    for scalar in row.scalars("适用标签"):
        if scalar.text not in known:
            found, near = f"没有“{scalar.text}”这个标签", nearest(scalar.text, known)
            row.report(scalar.place, found, "本文件“标签”中的名称", near)
    return tuple(tag for tag in row.texts("适用标签") if tag in known)


def _head(row: Form) -> RequiredHead | None:
    id, name = row.text("编号", required=True), row.text("名称", required=True)
    basis, words = row.text("依据", required=True), row.texts("字样")
    bodies = row.texts("适用机关")
    if not words:
        row.report(row.place_of("字样"), "缺少“字样”", "事项中应当出现的字样，如 [收费]")
    if not (id and name and basis and words):
        return None
    return RequiredHead(id=id, name=name, basis=basis, words=words, bodies=bodies, place=row.place)


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
