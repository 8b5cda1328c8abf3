"""What every check has: a page to read, a code of its own, a test of its own."""

import re
from pathlib import Path

import pytest

from gongkai_cli.checks import ALL, Check

PARTS = ("问：", "依据：", "判定：", "解除：", "示例：")


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.CODE)
def test_a_check_explains_itself(check: Check) -> None:
    page = check.__doc__ or ""
    assert page.splitlines()[0] == check.NAME
    assert all(f"\n{part}" in page for part in PARTS)
    assert re.fullmatch(r"GK[2-9]\d\d", check.CODE)
    assert set(check.SILENCES) < {each.CODE for each in ALL}


def test_codes_are_unique_and_files_are_named_by_them() -> None:
    assert len({check.CODE for check in ALL}) == len(ALL)
    for check in ALL:
        name = Path(check.__file__ or "").stem  # type: ignore[attr-defined]
        assert name.startswith(check.CODE.lower() + "_")
        assert (Path(__file__).parent / f"test_{name}.py").is_file()
