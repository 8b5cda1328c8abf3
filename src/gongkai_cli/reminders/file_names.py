"""Names of files made from what units are called."""

_FORBIDDEN = '\\/:*?"<>|'
_LONGEST = 60


def file_name(text: str, suffix: str) -> str:
    """A name that Windows and mail programs take: no forbidden sign, of bounded length.

    >>> file_name("甲科/乙科", ".ics")
    '甲科_乙科.ics'
    """
    plain = "".join(
        "_" if letter in _FORBIDDEN or not letter.isprintable() else letter for letter in text
    )
    return (plain.strip(" .")[:_LONGEST] or "_") + suffix
