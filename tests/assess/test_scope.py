"""Which records a limit with a scope covers."""

import pytest

from gongkai_cli.assess.clocks import clock_key
from gongkai_cli.assess.scope import clocks_in_scope
from gongkai_cli.model.basis import Authority, Basis
from gongkai_cli.model.deadline import Clock
from gongkai_cli.model.limit import Within
from tests.making import record


def clock(count: int, scope: str | None) -> Clock:
    """A clock of working days for a scope."""
    limit = Within(count=count, unit="workday", applies_to=scope)
    basis = Basis("目录", Authority.OWN)
    return Clock(key=clock_key(limit), limit=limit, wording="", bases=(basis,))


@pytest.mark.parametrize(
    ("scopes", "title", "kept"),
    [
        ((None, "行政许可、行政处罚"), "行政处罚决定书示例", [0, 1]),
        ((None, "行政许可、行政处罚"), "服务指南", [0]),
        (("执法决定信息", "其他相关信息"), "执法决定示例", [0]),
        (("执法决定信息", "其他相关信息"), "服务指南", [1]),
        (("除处罚决定外", "处罚决定"), "处罚决定示例", [1]),
        (("除处罚决定外", "处罚决定"), "服务指南", [0]),
        (("法律法规另有规定的", None), "法律法规汇编", [1]),
        (("特殊情况", None), "特殊情况说明", [1]),
    ],
)
def test_the_title_decides(scopes: tuple[str | None, ...], title: str, kept: list[int]) -> None:
    clocks = [clock(number, scope) for number, scope in enumerate(scopes, 1)]
    found = clocks_in_scope(clocks, record(title=title))
    assert sorted(each.key for each in found) == sorted(clocks[number].key for number in kept)


def test_a_period_is_covered_by_any_clock() -> None:
    clocks = [clock(1, "统计年报")]
    assert clocks_in_scope(clocks, None) == tuple(clocks)
