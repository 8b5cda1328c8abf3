"""Letters and digits as people type them, brought to one form."""

import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\ufeff"))


def half_width(text: str) -> str:
    """The text with full-width digits, letters and punctuation made half-width.

    >>> half_width("２０２４－０６（试行）")
    '2024-06(试行)'
    """
    return unicodedata.normalize("NFKC", text)


def unseen(letter: str) -> bool:
    """Whether a letter leaves no mark on paper: white space, joiners, controls, accents alone.

    >>> unseen("\\u200b"), unseen("\\u3000"), unseen("日")
    (True, True, False)
    """
    return letter.isspace() or unicodedata.category(letter) in ("Cf", "Cc", "Mn")


def without_space(text: str) -> str:
    """The text without white space and line breaks.

    >>> without_space("20个工作\\n\\n日 内")
    '20个工作日内'
    """
    return "".join(text.translate(_INVISIBLE).split())
