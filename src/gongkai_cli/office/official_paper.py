"""An official paper as a value: what stands in it, from the title to what follows the signature.

``paper_file.write`` sets it in type. Source of the parts and their order: GB/T 9704—2012, 7.3.
"""

from msgspec import Struct

from .paper_parts import Block


class Signature(Struct, frozen=True, kw_only=True):
    """落款: who signs, and the day as it is printed (blank for a person to fill in).

    ``sealed`` says that a seal goes on it, which decides where it stands (7.3.5.1, 7.3.5.2).
    """

    signer: str
    day: str
    sealed: bool = False


class Attachment(Struct, frozen=True, kw_only=True):
    """附件: on a page of its own, with its number above its title."""

    title: str
    body: tuple[Block, ...] = ()


class OfficialPaper(Struct, frozen=True, kw_only=True):
    """A paper; what is empty is left out.

    ``mark`` stands above the title at the margin (附件2). ``note`` is the 附注 below the day, put
    in brackets; ``after`` what follows it (a receipt); ``small_print`` is set small below a rule.
    Headings in ``body``, ``after`` and each attachment are numbered on their own. ``across`` lays
    the page on its side, for a wide table.
    """

    title: str
    mark: str = ""
    number: str = ""
    addressee: str = ""
    body: tuple[Block, ...] = ()
    signature: Signature | None = None
    note: str = ""
    after: tuple[Block, ...] = ()
    small_print: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    page_numbers: bool = True
    across: bool = False
