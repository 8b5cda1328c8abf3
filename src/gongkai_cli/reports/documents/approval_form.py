"""审批表: the printed form for putting something online, filled in from a record of the ledger."""

from . import Asked, Rendered
from .papers.approval import OF_RECORD, approval
from .papers.rendering import rendered

NAME = "审批表"
ALIASES = (
    "互联网上网信息发布审批表",
    "上网信息发布审批表",
    "区政府政务公开互联网上网审批单",
    "审批单",
)
SUFFIX = ".docx"
ABOUT = "一条信息一张：互联网上网信息发布审批表（附件2原样），意见和签字留空"
FROM_RECORD = True
VOCABULARY = OF_RECORD


def render(asked: Asked) -> Rendered:
    """The form for one record; an empty one where none is named."""
    return rendered(asked, NAME, VOCABULARY, lambda run: approval(run, asked.record))
