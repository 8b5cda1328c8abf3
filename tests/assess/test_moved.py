"""What a notice of the workspace moves."""

from pathlib import Path

from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.assess.moved import moved
from gongkai_cli.calendar import load_calendar
from tests.making import TWENTY, day, duty, facts, record

NOTICE = """\
年份: 2027
通知:
  - 文号: 示例〔2026〕1号
    印发: 2026-11-05
    放假: {元旦: 1月1日至3日, 春节: 2月5日至13日, 清明节: 4月3日至5日, 劳动节: 5月1日至5日,
           端午节: 6月9日, 中秋节: 9月15日, 国庆节: 10月1日至7日}
    上班: [1月31日, 2月14日, 5月8日, 9月26日, 10月9日]
"""


def test_a_date_that_was_provisional_is_named_with_both_readings(tmp_path: Path) -> None:
    (tmp_path / "2027.yaml").write_text(NOTICE, encoding="utf-8")
    rows = (
        record("2026-12-03"),
        record("2026-11-02", number="R2"),
        record("2026-12-03", "2026-12-10", number="R3"),
    )
    before = facts(duty(TWENTY), records=rows)
    after = structs.replace(before, calendar=load_calendar((tmp_path,)))
    on = day("2026-12-20")
    (found,) = moved(assess(before, as_of=on), assess(after, as_of=on))
    assert found.case.record is not None
    assert found.case.record.number == "R1"
    assert (found.before.earliest, found.before.latest) == (day("2026-12-30"), day("2027-01-04"))
    assert found.after.certain
    assert found.before.earliest <= found.after.due <= found.before.latest


def test_nothing_moves_where_the_notices_are_the_same() -> None:
    given = facts(duty(TWENTY), records=(record("2026-12-03"),))
    on = day("2026-12-20")
    assert list(moved(assess(given, as_of=on), assess(given, as_of=on))) == []
