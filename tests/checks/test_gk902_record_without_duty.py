"""信息无对应事项."""

from msgspec import structs

from gongkai_cli.checks import gk902_record_without_duty as check
from tests.making import TWENTY, duty, facts, record

from .asking import ask


def test_a_row_that_no_duty_claims() -> None:
    (found,) = ask(check, facts(duty(TWENTY), records=(record(duty=None),)), "2024-07-25")
    assert "“没有的事项”不在目录中" in found.message
    assert found.duty is None


def test_a_row_that_names_none() -> None:
    rows = (structs.replace(record(duty=None), duty_text=""),)
    (found,) = ask(check, facts(duty(TWENTY), records=rows), "2024-07-25")
    assert found.message == "“事项”没有填写，不能判断是否按时"


def test_a_row_of_a_duty() -> None:
    assert ask(check, facts(duty(TWENTY), records=(record(),)), "2024-07-25") == ()
