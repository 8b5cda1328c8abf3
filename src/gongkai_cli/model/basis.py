"""Where a limit or a finding comes from."""

from enum import StrEnum

from msgspec import Struct


class Authority(StrEnum):
    """Rank of a rule: only 法律、法规 may replace the 20 working days of 条例 article 26."""

    LAW = "law"
    SUPERIOR = "superior"
    OWN = "own"

    @property
    def breach(self) -> str:
        """The word for breaking a rule of this rank.

        >>> Authority.OWN.breach
        '超本单位时限'
        """
        return {"law": "违法超期", "superior": "违反上级规定", "own": "超本单位时限"}[self.value]

    @property
    def label(self) -> str:
        """The rank in Chinese."""
        return {"law": "法律法规", "superior": "上级规定", "own": "本单位目录"}[self.value]


class Basis(Struct, frozen=True):
    """An annex row, a clause or an article, with its rank.

    ``text`` is how it is cited (附件1第19行; 政府信息公开条例第二十六条); ``id`` the id of the row
    of ``statutes.yaml`` where it is one; ``assumed`` the reason why it stands only as 推定.
    """

    text: str
    authority: Authority
    id: str | None = None
    assumed: str | None = None
