"""The valid name that a wrong one most likely meant: offered, never taken."""

from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The closest of ``names``, or ``None`` where nothing is close.

    A name whose letters all stand in exactly one candidate, in order, wins (政工 for 政工室,
    许可科 for 许可服务科); otherwise the most similar one does.

    >>> nearest("许可科", ["许可服务科", "秘书科", "宣传科"])
    '许可服务科'
    >>> nearest("zzz", ["许可服务科"]) is None
    True
    """
    from difflib import get_close_matches

    candidates = list(dict.fromkeys(names))
    holding = [each for each in candidates if _in_order(name, each)]
    if len(holding) == 1:
        return holding[0]
    close = get_close_matches(name, candidates, n=1, cutoff=0.5)
    return close[0] if close else None


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return bool(letters) and all(letter in rest for letter in letters)
