"""From marks and the words around them to limits: every letter is accounted for, or it stops."""

import msgspec
from msgspec import Struct

from ...model.limit import ByDate, Limit, PostedFor, Prompt, Standing
from . import amounts, dates, periods, phrases
from .counted import UNNAMED_START, counted, named_by
from .flow import Break, Words, flow
from .grammar import matcher
from .guard import danger
from .marks import Amount, Form, Mark, Stop, find_marks
from .neighbours import between
from .openings import Opening, opening_of, part_of_duty, read_opening
from .starts import Start
from .verdict import Found, settled

FORMS: tuple[Form, ...] = (*dates.FORMS, *periods.FORMS, *phrases.FORMS, *amounts.FORMS)
"""Every way to write a limit; of two at one place the first wins."""


class _Piece(Struct, frozen=True):
    """Words with the separator behind them; ``tail`` where they follow a mark directly, ``depth``
    how many brackets are around them."""

    text: str
    at: int
    sign: str
    tail: bool
    depth: int


class _Sentence(Struct):
    """What has been read of a sentence and reaches over its commas.

    ``started`` is what the limit is about that ``start`` was written with.
    """

    number: int = 0
    start: Start | None = None
    started: str = ""
    scope: str | None = None
    scope_used: bool = False

    def set_apart(self, scope: str) -> None:
        """From here on the limits are about this part of the duty."""
        self.scope, self.scope_used = scope, False


def read_limits(text: str) -> tuple[tuple[Limit, ...], tuple[str, ...]]:
    """The limits of a plain text and what was taken for granted; raises ``Stop``."""
    reader = _Reader(text)
    for part in flow(text, find_marks(text, FORMS)):
        reader.take(part)
    return reader.finish()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[Found] = []
        self._notes: list[str] = []
        self._sentence = _Sentence()
        self._around: list[_Sentence] = []
        self._pieces: list[_Piece] = []
        self._last: Mark | None = None
        self._touching = False
        self._words: Words | None = None

    def take(self, part: Mark | Words | Break) -> None:
        """Read the next part of the text."""
        if isinstance(part, Words):
            self._words = part
        elif isinstance(part, Break):
            self._separate(part)
        else:
            self._mark(part)

    def finish(self) -> tuple[tuple[Limit, ...], tuple[str, ...]]:
        """What the whole text says."""
        self._separate(Break("。", len(self._text)))
        if not self._found:
            raise Stop(0, "没有读到时限")
        limits, notes = settled(self._found)
        return limits, tuple(dict.fromkeys((*self._notes, *notes)))

    def _separate(self, sign: Break) -> None:
        if self._words:
            depth = len(self._around)
            piece = _Piece(self._words.text, self._words.at, sign.sign, self._touching, depth)
            self._pieces.append(piece)
        self._words, self._touching = None, False
        if sign.sign == "(":
            self._around.append(msgspec.structs.replace(self._sentence))
        elif sign.sign == ")":
            depth = len(self._around)
            self._pass_over([piece for piece in self._pieces if piece.depth >= depth])
            self._pieces = [piece for piece in self._pieces if piece.depth < depth]
            if self._around:
                self._sentence = self._around.pop()
        elif sign.hard:
            self._pass_over(self._pieces)
            self._pieces, self._last = [], None
            self._around = []
            self._sentence = _Sentence(self._sentence.number + 1)

    def _pass_over(self, pieces: list[_Piece]) -> None:
        """Words that no mark follows: what starts the limit before them, or nothing at all."""
        for piece in pieces:
            self._scopes_last(piece)
            if not self._starts_last(piece) and (where := danger(piece.text)) is not None:
                raise Stop(piece.at + where, "这里可能还有时限，但读不懂")

    def _starts_last(self, piece: _Piece) -> bool:
        """20个工作日（自信息形成之日起）: the start stands behind the number."""
        if piece.tail or not self._last or self._last.sort != "amount" or not self._found:
            return False
        last = self._found[-1]
        opening = read_opening(piece.text)
        if last.limit.trigger or not opening or not opening.start or not opening.linked:
            return False
        start = opening.start
        limit = msgspec.structs.replace(last.limit, trigger=start.trigger, event=start.event)
        self._found[-1] = msgspec.structs.replace(last, limit=limit)
        self._notes = [note for note in self._notes if note != UNNAMED_START]
        self._sentence.start = start
        return True

    def _scopes_last(self, piece: _Piece) -> None:
        """7个工作日内（行政处罚）: what the limit is about stands in brackets behind it."""
        if piece.tail or not piece.depth or not self._last or self._last.sort != "amount":
            return
        last = self._found[-1] if self._found else None
        if last and not last.subject and danger(piece.text) is None:
            name = part_of_duty(piece.text) or ""
            self._found[-1] = msgspec.structs.replace(last, subject=name)

    def _mark(self, mark: Mark) -> None:
        if mark.wrong:
            raise Stop(mark.wrong_at, mark.wrong)
        words, self._words = self._words, None
        if self._touching and self._last:
            at = words.at if words else mark.start
            opening = between(self._last, words.text if words else "", mark, at)
        else:
            opening = self._open(words)
        if mark.sort != "nothing":
            self._last = mark
        self._touching = True
        self._pieces = []
        self._notes += opening.notes if opening else ()
        self._notes += () if mark.sort == "vague" else mark.notes
        if opening is not None:
            self._add(mark, opening)

    def _open(self, words: Words | None) -> Opening:
        """What the words since the last mark say about the next one."""
        opening = opening_of(words.text, words.at) if words else Opening()
        start, scope, subject = opening.start, opening.scope, opening.subject
        linked, among = opening.linked, opening.among
        for piece in reversed(self._pieces):
            if piece.tail:
                self._pass_over([piece])
                continue
            if piece.sign == ":" and self._is_label(piece):
                continue
            earlier = opening_of(piece.text, piece.at)
            if earlier.before:
                raise Stop(piece.at, "没有写明提前多少时间")
            if start and earlier.start and earlier.linked:
                raise Stop(piece.at, "写了两个起算，分不清从哪一个算起")
            start, linked = start or earlier.start, linked or earlier.linked
            among = among or earlier.among
            if matcher("(发生|出现)<任意些>的").fullmatch(piece.text) and not start:
                start = Start("event", piece.text.removesuffix("的"))
            elif piece.depth == len(self._around) and not matcher("<应>").match(piece.text):
                set_apart = earlier.scope or (
                    earlier.subject if piece.text.endswith("的") else None
                )
                scope = scope or set_apart
                subject = subject or earlier.subject
        if scope:
            self._sentence.set_apart(scope)
        return msgspec.structs.replace(
            opening, start=start, scope=scope, subject=subject, linked=linked, among=among
        )

    def _is_label(self, piece: _Piece) -> bool:
        """处罚决定： sets a part of the duty apart; 公开时限： does not."""
        if danger(piece.text) is not None and not piece.text.startswith("除"):
            return False
        opening = opening_of(piece.text, piece.at)
        if scope := opening.scope or part_of_duty(piece.text):
            self._sentence.set_apart(scope)
        return True

    def _add(self, mark: Mark, opening: Opening) -> None:
        if opening.scope:
            self._sentence.set_apart(opening.scope)
        elif opening.subject and self._sentence.scope_used:
            self._sentence.set_apart(opening.subject)
        if mark.sort == "label":
            self._sentence.set_apart(self._text[mark.start : mark.end].removesuffix("的"))
        elif mark.amount:
            self._give_way()
            self._amount(mark, mark.amount, opening)
        else:
            if mark.sort in ("date", "every"):
                self._give_way()
            for limit in mark.limits:
                self._keep(mark, self._started(limit, mark, opening), opening)

    def _amount(self, mark: Mark, amount: Amount, opening: Opening) -> None:
        self._refuse_posted(mark, amount, opening)
        inherited = self._inherited(opening)
        limits, notes = counted(amount, opening, inherited, self._text, mark.start, mark.end)
        self._notes += notes
        self._starts(opening)
        if opening.bound:
            self._found = [self._beside(each) for each in self._found]
        for limit in limits:
            self._keep(mark, limit, opening, bound=opening.bound)

    def _starts(self, opening: Opening) -> None:
        if opening.start:
            about = opening.scope or opening.subject or self._sentence.scope or ""
            self._sentence.start, self._sentence.started = opening.start, about

    def _inherited(self, opening: Opening) -> Start | None:
        """What started an earlier limit of the sentence, unless that was about something else."""
        start, earlier = self._sentence.start, self._sentence.started
        if start is None and opening.bound and (last := self._before()):
            return named_by(last.limit)
        about = opening.scope or opening.subject
        if not about or opening.among or opening.bound:
            return start
        other = (earlier and about != earlier) or matcher("其'他它余'").match(about)
        return None if other else start

    def _before(self) -> Found | None:
        """The limit before, if it stands in the same sentence."""
        last = self._found[-1] if self._found else None
        return last if last and last.sentence == self._sentence.number else None

    def _refuse_posted(self, mark: Mark, amount: Amount, opening: Opening) -> None:
        """公示10个工作日、5个工作日: the second number may be either."""
        last = self._before()
        if (
            last is not None
            and isinstance(last.limit, PostedFor)
            and not (amount.inside or opening.start or opening.bound)
        ):
            raise Stop(mark.start, "分不清是公示多久，还是多长时间之内")

    def _beside(self, found: Found) -> Found:
        """及时公开，最迟不超过7日: the number is the limit, and carries what starts it."""
        if found.sentence != self._sentence.number or not isinstance(found.limit, Prompt):
            return found
        limit = msgspec.structs.replace(found.limit, trigger=None, event=None)
        return msgspec.structs.replace(found, limit=limit)

    def _give_way(self) -> None:
        """A rule that is only cited (按照条例规定) gives way to the number that follows it."""
        number = self._sentence.number
        self._found = [each for each in self._found if not (each.cited and each.sentence == number)]

    def _started(self, limit: Limit, mark: Mark, opening: Opening) -> Limit:
        """A limit without a number, with what starts it."""
        if opening.before and mark.sort != "posted":
            raise Stop(mark.start, "没有写明提前多少时间")
        self._starts(opening)
        if mark.sort == "date" and isinstance(limit, ByDate):
            return self._in_the_same_year(limit)
        if mark.sort not in ("word", "every") or isinstance(limit, Standing) or limit.trigger:
            return limit
        if opening.start:
            start = opening.start
            return msgspec.structs.replace(limit, trigger=start.trigger, event=start.event)
        return limit

    def _in_the_same_year(self, limit: ByDate) -> ByDate:
        """每年6月底、12月底前: the second date belongs to the same words."""
        last = self._before()
        if last is None or not isinstance(last.limit, ByDate):
            return limit
        return msgspec.structs.replace(limit, every=last.limit.every)

    def _keep(self, mark: Mark, limit: Limit, opening: Opening, *, bound: bool = False) -> None:
        if self._sentence.scope and not limit.applies_to and mark.sort not in ("rule", "vague"):
            limit = msgspec.structs.replace(limit, applies_to=self._sentence.scope)
            self._sentence.scope_used = True
        last = self._before()
        carried = last.subject or last.carried if last and not opening.start else ""
        self._found.append(
            Found(
                limit=limit,
                at=mark.start,
                sentence=self._sentence.number,
                subject=opening.subject,
                carried=carried,
                bound=bound,
                vague=mark.sort == "vague",
                cited=mark.sort == "cited",
                notes=mark.notes if mark.sort == "vague" else (),
            )
        )
