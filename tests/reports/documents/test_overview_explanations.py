"""How counts and times are put into words: stretches of a count, bars and rows of the pace."""

from collections import Counter
from datetime import date

import pytest

from gongkai_cli.assess.pace import Pace, Tally, Verdict
from gongkai_cli.limits import deadline
from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.deadline import Deadline, Event
from gongkai_cli.model.duty import Catalogue
from gongkai_cli.model.limit import Within
from gongkai_cli.model.settings import Settings
from gongkai_cli.model.unit import Unit
from gongkai_cli.reports.overview.counting import Stretch, stretches
from gongkai_cli.reports.overview.pace_svg import draw
from gongkai_cli.reports.overview.pace_view import PaceView, pace_view
from tests.making import TWENTY, calendar, day

NATURAL = Within(count=10, unit="day", trigger="formed")


def counted(limit: Within, *events: Event) -> list[Stretch]:
    found: Deadline = deadline(limit, events, calendar(), Settings())
    return list(stretches(found, calendar()))


def test_a_plain_count_is_one_stretch_with_the_days_that_rest() -> None:
    (found,) = counted(TWENTY, Event("start", day("2024-06-27")))
    assert found == Stretch(
        date(2024, 6, 28), date(2024, 7, 25), "20 个工作日", "计时", "周末 8 天"
    )


def test_holidays_and_make_up_days_are_named_with_their_notice() -> None:
    (found,) = counted(TWENTY, Event("start", day("2024-04-26")))
    assert "劳动节放假（国办发明电〔2023〕7号） 5 天" in found.besides
    assert "劳动节调休上班（国办发明电〔2023〕7号） 2 天" in found.besides


def test_a_pause_is_a_stretch_that_does_not_count() -> None:
    found = counted(
        TWENTY,
        Event("start", day("2024-06-27")),
        Event("pause", day("2024-07-04"), "征求第三方意见"),
        Event("restart", day("2024-07-11"), "征求第三方意见"),
    )
    assert [each.counted for each in found] == ["5 个工作日", "不计入", "15 个工作日"]
    assert found[1].why == "征求第三方意见"
    assert [each.first for each in found[1:]] == [date(2024, 7, 5), date(2024, 7, 12)]


def test_an_end_on_a_rest_day_is_a_stretch_of_its_own() -> None:
    found = counted(NATURAL, Event("start", day("2024-06-26")))
    assert found[0].counted == "10 个自然日"
    assert (found[1].first, found[1].last) == (date(2024, 7, 7), date(2024, 7, 8))
    assert found[1].why == "末日遇休息日，顺延"


def test_without_a_calendar_the_count_stands_without_the_days_that_rest() -> None:
    found = deadline(TWENTY, (Event("start", day("2024-06-27")),), calendar(), Settings())
    (one,) = stretches(found, None)
    assert (one.counted, one.besides) == ("20 个工作日", "")


def view(*taken: tuple[int, Verdict]) -> PaceView:
    tally = Tally(Counter(taken))
    found = Assessment(
        as_of=date(2024, 7, 26),
        catalogue=Catalogue(title="", body="", source="", units=(Unit("甲科"), Unit("乙科"))),
    )
    units = {"乙科": tally, "甲科": tally} if taken else {}
    return pace_view(Pace(every=tally, units=units, left_out={}), found)


def test_bars_stand_for_each_number_of_days_and_what_took_long_stands_together() -> None:
    found = view(
        (0, Verdict.IN_TIME), (2, Verdict.IN_TIME), (2, Verdict.LATE), (41, Verdict.LATE),
        (90, Verdict.LATE),
    )  # fmt: skip
    totals = {bar.name: bar.total for bar in found.bars if bar.total}
    assert totals == {"0": 1, "2": 2, "41及以上": 2}
    assert len(found.bars) == 42
    assert sum(bar.late for bar in found.bars) == 3


def test_units_stand_in_the_order_of_the_catalogue_with_their_numbers() -> None:
    found = view((1, Verdict.IN_TIME), (2, Verdict.IN_TIME), (30, Verdict.LATE))
    assert [row.unit for row in found.units] == ["甲科", "乙科"]
    row = found.units[0]
    assert (row.total, row.in_time, row.late, row.share) == (3, 2, 1, 66)
    assert (row.shortest, row.median, row.longest) == (1, "2", 30)
    assert "用时中位数 2 个工作日" in found.summary
    assert "按时 2 条（66%），超期 1 条。" in found.summary


def test_a_median_between_two_days_is_half_way() -> None:
    assert view((1, Verdict.IN_TIME), (2, Verdict.LATE)).units[0].median == "1.5"


def test_nothing_published_is_said_and_not_drawn() -> None:
    found = view()
    assert found.every is None
    assert found.summary == "没有可以计算用时的公开信息。"
    assert draw(found) is None


@pytest.mark.parametrize("most", [1, 2, 3, 7, 10, 99, 1_000, 12_345])
def test_the_scale_has_round_numbers_and_at_most_four_lines(most: int) -> None:
    found = view((3, Verdict.IN_TIME))
    tally = Tally(Counter({(3, Verdict.IN_TIME): most}))
    found = pace_view(
        Pace(every=tally, units={}, left_out={}),
        Assessment(as_of=date(2024, 7, 26), catalogue=Catalogue(title="", body="", source="")),
    )
    lines = str(draw(found)).count('class="grid"')
    assert 1 <= lines <= 4
