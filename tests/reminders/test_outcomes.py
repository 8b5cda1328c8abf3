"""Whatever becomes of attempts, run after run: each copy ends in one state, and none is lost."""

from collections import Counter
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.mailing import Mailing
from gongkai_cli.reminders.delivery import Mail
from gongkai_cli.reminders.memory import Memory
from gongkai_cli.reminders.outbox import Outbox
from gongkai_cli.reminders.store_file import Store, open_store
from gongkai_cli.reminders.transport import Outcome, Unreachable

from .mailing import DEFERRED, LOST, MEMORY, MONDAY, REFUSED, TAKEN, Scripted, mail, run_in


class Killed(BaseException):
    """The process dies."""


ANSWERS = (
    *(TAKEN, TAKEN, DEFERRED, REFUSED, LOST),
    Unreachable("weg", lasting=False),
    Unreachable("ganz weg", lasting=True),
    Killed(),
)
UNITS = ("甲科", "乙科")


def mails_of(contents: tuple[str, ...]) -> list[Mail]:
    return [
        mail(unit, content, f"{n}a@a.cn", f"{n}b@a.cn", copies=["l@a.cn"])
        for n, (unit, content) in enumerate(zip(UNITS, contents, strict=True))
    ]


runs = st.lists(
    st.tuples(
        st.tuples(*(st.sampled_from("12") for _ in UNITS)),
        st.lists(st.sampled_from(ANSWERS), max_size=12),
    ),
    min_size=1,
    max_size=5,
)


def states_in(store: Store) -> Counter[str]:
    return Counter(state for (state,) in store.rows("SELECT state FROM recipient"))


@given(runs=runs)
def test_every_recipient_of_a_run_is_in_exactly_one_place_and_the_store_agrees(
    runs: list[tuple[tuple[str, ...], list[Outcome | Unreachable | BaseException]]],
) -> None:
    with TemporaryDirectory(dir=MEMORY) as name, closing(open_store(Path(name))) as store:
        to = Scripted()
        for number, (contents, answers) in enumerate(runs):
            left = list(answers)
            to.script = lambda name, address, left=left: left.pop(0) if left else TAKEN  # type: ignore[misc]
            mails = mails_of(contents)
            try:
                result = run_in(store, to, mails, day=MONDAY + timedelta(days=number // 2))
            except Killed:
                Outbox(store).recover("now")
                continue
            assert not states_in(store)["sending"]
            check_result(store, result, mails)
        # A week later, with a server that takes everything, everybody knows what is so now.
        mails = mails_of(runs[-1][0])
        to.script = lambda name, address: TAKEN
        result = run_in(store, to, mails, day=MONDAY + timedelta(days=7))
        assert result.complete
        assert {each.address for each in (*result.sent, *result.unchanged)} >= {
            "0a@a.cn",
            "0b@a.cn",
            "1a@a.cn",
            "1b@a.cn",
            "l@a.cn",
        }
        told = Memory(store).told()
        for each in mails:
            assert told[each.unit] == each.told
        again = run_in(store, to, mails, day=MONDAY + timedelta(days=7))
        assert not again.sent
        assert again.complete


def check_result(store: Store, result: Mailing, mails: list[Mail]) -> None:
    """One state for each copy, the same in the store; each unit's last mail is among them."""
    places = {
        fate: {(each.message_id, each.address) for each in getattr(result, fate)}
        for fate in Mailing.__struct_fields__
    }
    every = [pair for pairs in places.values() for pair in pairs]
    assert (
        len(every)
        == len(set(every))
        == sum(len(getattr(result, fate)) for fate in Mailing.__struct_fields__)
    )
    query = """SELECT state FROM message JOIN recipient ON message = id
        WHERE message_id = ? AND address = ?"""
    fits = {
        "sent": {"sent"},
        "unchanged": {"sent"},
        "unsent": {"waiting", "refused"},
        "unknown": {"unknown"},
    }
    for fate, pairs in places.items():
        for pair in pairs:
            assert {state for (state,) in store.rows(query, *pair)} <= fits[fate]
    for each in mails:
        named = {d.address for f in places for d in getattr(result, f) if d.unit == each.unit}
        assert named, "a unit with something to hear is never passed over"


@given(runs=runs)
def test_what_arrived_is_never_lost_nor_sent_again_without_doubt(
    runs: list[tuple[tuple[str, ...], list[Outcome | Unreachable | BaseException]]],
) -> None:
    with TemporaryDirectory(dir=MEMORY) as name, closing(open_store(Path(name))) as store:
        doubted: Counter[tuple[bytes, str]] = Counter()
        to = Scripted()

        for contents, answers in runs:
            left = list(answers)
            seen = len(to.arrived)
            to.script = lambda name, address, left=left: left.pop(0) if left else TAKEN  # type: ignore[misc]
            try:
                run_in(store, to, mails_of(contents))
            except Killed:
                Outbox(store).recover("now")
            unknown = {
                (bytes(data), address)
                for data, address in store.rows(
                    """SELECT data, address FROM message JOIN recipient ON message = id
                    WHERE state = 'unknown' AND data IS NOT NULL"""
                )
            }
            doubted.update(pair for pair in to.arrived[seen:] if pair in unknown)
        for pair, count in Counter(to.arrived).items():
            assert count <= 1 + doubted[pair]
