"""审批表（扩展）: the same form with what the notice asks for and the printed one lacks."""

from . import Asked, Rendered
from .papers.approval import OF_RECORD, approval
from .papers.rendering import rendered

NAME = "审批表（扩展）"
ALIASES = ("扩展审批表", "审批表(扩展)")
SUFFIX = ".docx"
ABOUT = "一条信息一张：审批表另加编号、公开属性、保密审查、三级审核签字、去标识化、上网情况"
FROM_RECORD = True
VOCABULARY = OF_RECORD


def render(asked: Asked) -> Rendered:
    """The form for one record; an empty one where none is named."""
    return rendered(asked, NAME, VOCABULARY, lambda run: approval(run, asked.record))
