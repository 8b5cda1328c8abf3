"""阶梯: the rungs of reminding, from the lowest, each with the day on which it is reached."""

from ..model.reminding import Rung
from ..notation.mail_addresses import has_control
from ..notation.yaml_form import Form
from ..notation.yaml_tree import Items

_KEYS = ("名称", "到期前", "到期后", "未签收", "抄送")
_KINDS = ("到期前", "到期后", "未签收")
_LEAST = {"到期前": 0, "到期后": 1, "未签收": 1}
_MOST = 250


def read_ladder(form: Form) -> tuple[Rung, ...] | None:
    """The rungs that 阶梯 lists, none for an empty list; ``None`` where it is not written.

    A rung is reached a number of working days before the due day, after it, or without a receipt;
    on the way up none may be reached before the one below it.
    """
    rungs: list[Rung] = []
    for each in form.forms("阶梯", _KEYS):
        rung = _rung(each)
        if rung is None:
            continue
        below = next((other for other in reversed(rungs) if _day(other) is not None), None)
        day, least = _day(rung), _day(below) if below else None
        if any(other.name == rung.name for other in rungs):
            each.report(each.place_of("名称"), f"“{rung.name}”写了两次", "每一级名称各不相同")
        elif below is not None and day is not None and least is not None and day <= least:
            found = f"“{rung.name}”写在“{below.name}”之后，却不比它晚到"
            each.report(each.place, found, "从低到高：到期前由多到少，到期后由少到多")
        rungs.append(rung)
    return tuple(rungs) if isinstance(form.node("阶梯"), Items) else None


def workdays(form: Form, key: str, least: int) -> int | None:
    """A number of working days that is not out of all reason."""
    number = form.number(key)
    if number is not None and not least <= number <= _MOST:
        form.report(
            form.place_of(key), f"“{key}”不能是 {number} 个工作日", f"{least} 至 {_MOST} 的整数"
        )
        return None
    return number


def _rung(form: Form) -> Rung | None:
    name = form.text("名称", required=True)
    if name is not None and ("/" in name or has_control(name)):
        form.report(form.place_of("名称"), "名称里有“/”或控制字符", "如 提醒、督办、通报")
        name = None
    kinds = [kind for kind in _KINDS if kind in form]
    if len(kinds) != 1:
        found = (
            f"同时写了{'、'.join(f'“{kind}”' for kind in kinds)}" if kinds else "没有写何时到这一级"
        )
        form.report(form.place, found, "“到期前”“到期后”“未签收”三者写一个，值是工作日数")
    numbers = {kind: workdays(form, kind, _LEAST[kind]) for kind in kinds}
    missing = [kind for kind in kinds if form.scalar(kind, required=True) is None]
    copies = form.scalars("抄送")
    if name is None or len(kinds) != 1 or missing or None in numbers.values():
        return None
    return Rung(
        name=name,
        before=numbers.get("到期前"),
        after=numbers.get("到期后"),
        unreceipted=numbers.get("未签收"),
        copies=tuple(each.text.strip() for each in copies),
        copies_places=tuple(each.place for each in copies),
    )


def _day(rung: Rung) -> int | None:
    """Where it stands against the due day, in working days; ``None`` where that does not count."""
    return rung.after if rung.before is None else -rung.before
