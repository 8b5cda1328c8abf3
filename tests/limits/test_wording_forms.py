"""The grammar as a table: every form reads its example, and is found where it is needed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.data_files import data_folder
from gongkai_cli.limits import read_wording
from gongkai_cli.limits.wording import by_grammar
from gongkai_cli.limits.wording.marks import Form
from gongkai_cli.limits.wording.plain import SLIPS, Slip, plain
from gongkai_cli.limits.wording.reader import FORMS
from gongkai_cli.limits.wording.usual import USUAL
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from gongkai_cli.sources.catalogue.statutes_yaml import read_statutes

from .sentences import sentences
from .wordings import READ


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_a_form_finds_its_example(form: Form) -> None:
    text = plain(form.example).text
    assert form.next(text)
    assert form.may_be_in(frozenset(text))


def test_a_form_that_a_text_holds_is_never_left_out() -> None:
    for case in READ:
        text = plain(case["phrase"]).text
        for form in FORMS:
            assert not form.next(text) or form.may_be_in(frozenset(text)), (form.example, text)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
@given(data=st.data())
def test_a_form_needs_no_letter_that_its_sentences_lack(form: Form, data: st.DataObject) -> None:
    text, _ = data.draw(sentences(form))
    assert not text or form.may_be_in(frozenset(text))


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.printed)
def test_what_a_slip_means_is_no_slip(slip: Slip) -> None:
    assert not re.search(slip.printed, slip.meant)


@pytest.mark.parametrize("wording", USUAL)
def test_the_grammar_reads_a_usual_wording_to_the_same(wording: str) -> None:
    assert by_grammar(wording) == USUAL[wording] == read_wording(f" {wording}\n")


def test_the_shipped_wordings_are_usual() -> None:
    catalogue, _ = read_catalogue((data_folder() / "catalogue.yaml").read_bytes(), "catalogue.yaml")
    statutes, _ = read_statutes((data_folder() / "statutes.yaml").read_bytes(), "statutes.yaml")
    assert catalogue
    printed = [limit.wording for duty in catalogue.duties for limit in duty.limits]
    printed += [statute.limit.wording for statute in statutes]
    assert len(printed) > 30
    assert set(printed) <= set(USUAL)


def test_importing_the_room_compiles_no_pattern() -> None:
    probe = (
        "import sys, gongkai_cli.limits; print(*(n for n in sys.modules if 'limits.wording' in n))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    loaded = {name.rpartition(".")[2] for name in done.stdout.split()}
    assert loaded == {"wording", "usual"}
