"""Forms that answer from what the turns before told: the sentence just shown, its parts, figures told one by one.

Each looks at the question and answers, or leaves it to the next one.
"""

from __future__ import annotations

from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.asking import Asking, Response
from qa.answer.comparison.compare import answer_comparison
from qa.answer.comparison.jointly import Side
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import answer_number
from qa.answer.figures.again import answer_again, figures_at, looks_at_shown, whole_shown
from qa.answer.figures.behind import AUDIENCE
from qa.answer.figures.beside import figures_beside
from qa.answer.figures.drilled import Told, held, sentences_told
from qa.answer.figures.fate import answer_fate
from qa.answer.figures.put_together import answer_each, answer_joined
from qa.answer.figures.wholes import counts_of, whole_of
from qa.answer.figures.within import answer_first_part, answer_share, share_of
from qa.answer.guards.confidence import SURE
from qa.answer.inside.inner import names_inside
from qa.answer.silence import Silence
from qa.answer.single import SingleReport
from qa.question.conversation.drilling import asks_done, may_drill, measure_of, names_of, names_part
from qa.question.conversation.inside import without
from qa.question.conversation.pointing import FIRST, WHOLE
from qa.question.conversation.shown import ENDED, LEFT, OWNER, REST, asks_of_shown
from qa.question.conversation.together import Joined, asks_each, joins_told
from qa.question.conversation.topics_beside import sums_two
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import SectionKind

_SAID = 0.5  # 联合检查 shares no more than 检查 with 涉企行政检查 (0.48)


class OfShown:
    """Answers from what was just told."""

    def __init__(self, encoder: Encoder, single: SingleReport, silence: Silence) -> None:
        """Wire it.

        Args:
            encoder: Encoder of the library.
            single: Answers from one report.
            silence: Says that reports are silent.
        """
        self._encoder = encoder
        self._single = single
        self._silence = silence

    def part(self, asking: Asking) -> Response | None:
        """Answer what is asked of the parts and the whole in the sentence that was just shown: 占比多少, 最少的是哪个."""
        reading, report = asking.reading, asking.only
        # 没改完的呢 has rules of its own, and 完成整改79个 is the opposite of it
        if report is not None and asks_of_shown(reading.question) not in {LEFT, ENDED, REST}:
            drawn = self._drilled(reading, report)
            if drawn is not None:
                return Response(drawn)
        if report is not None and reading.shown:
            told = answer_again(reading, report) if looks_at_shown(reading) else None
            told = told or answer_fate(reading, report)
            if told is not None:
                return Response(told)
        if report is not None and reading.follow_up:
            if asks_of_shown(reading.question) == OWNER:  # who does another thing of the report is no answer
                return self._silence.of(asking.query, asking.reports)
            if reading.bare == FIRST and not (reading.near or reading.inner):
                reading = replace(reading, near=whole_shown(reading, report))
        if report is not None and (inside := self._share_inside(asking, report)) is not None:
            return Response(inside)
        if report is None or not reading.near:
            return None
        if reading.bare == FIRST:
            draft = answer_first_part(reading, report)
        elif reading.bare == WHOLE:
            draft = self._sum_of_siblings(asking, report)
        else:
            counted = reading.intent.unit and reading.intent.unit_class != "percent"
            wanted = reading.intent.combine == "share" and not counted
            draft = answer_share(reading, report) if wanted else None
        return Response(draft) if draft is not None else None

    def together(self, asking: Asking) -> Response | None:
        """Put figures just told together: 两级一共, 比前面那个多出来多少, 平均一家次几个."""
        reading, report = asking.reading, asking.only
        if report is None or not reading.follow_up:
            return None
        if each := asks_each(reading.question):
            draft = answer_each(each, sentences_told(reading.shown, report), report)
            return Response(draft) if draft is not None else None
        how = joins_told(reading.question)
        if how is None and reading.row and not reading.sides and reading.intent.combine == "share":
            how = Joined("share", len(reading.row))  # 占几成, after 两个加起来
        row = figures_at(reading.row, report) if how and len(reading.row) == how.n else []
        draft = answer_joined(how.how, row, reading) if how and row else None
        of_several = reading.sides or len(reading.years) > 1
        if draft is None and how and how.how != "share" and not of_several:  # one figure is no sum of two
            return self._silence.of(asking.query, asking.reports)
        return Response(draft) if draft is not None else None

    def nearest_part(self, asking: Asking) -> Response | None:
        """Tell the part of what was just told that is nearest to a turn's words, where the report is silent otherwise."""
        reading, report = asking.reading, asking.only
        if not reading.shown or not may_drill(reading) or reading.intent.combine:
            return None
        kind, names = measure_of(reading), names_of(reading)
        if report is not None:
            found = Told(_told_in(reading, report), kind, report).nearest(names, self._encoder)
            return Response(answer_number(found, reading.topic)) if found is not None else None
        every = [Told(_told_in(reading, r), kind, r) for r in asking.reports]
        borne = [found for told in every if (found := told.bearing(names, exactly=True)) is not None]
        # 彩礼的有多少, of one of two counties told
        return Response(answer_number(borne[0], reading.topic)) if len(borne) == 1 else None

    def repeats(self, asking: Asking, draft: Draft) -> bool:
        """Tell whether an answer says again what was just told though the turn names a part that no sentence of it names.

        Args:
            asking: A turn.
            draft: The answer to it.

        Returns:
            True for the number of all cases where 彩礼的有多少 was asked.
        """
        reading = asking.reading
        if not reading.shown or not draft.values or not may_drill(reading):
            return False
        doubted = any(sign.isdigit() for sign in reading.question)  # 不是9%吗
        if doubted or asks_of_shown(reading.question) in {LEFT, ENDED, REST}:  # 还有多少没改
            return False
        again = all((c.report, c.start) in reading.shown for c in draft.citations)
        told = (c.sentence.partition(c.quote)[0] + c.quote + "|".join(c.heading) for c in draft.citations)
        around, every = fold("|".join(told)), names_part(reading)
        if len(reading.places) > 1 and not every:
            return False  # 按从少到多的次序再说一遍, 把丙区加进来
        return again and any((n.noun or every) and held(n, around) < _SAID for n in names_of(reading))

    def lacks_part(self, asking: Asking, draft: Draft) -> bool:
        """Tell whether the share of a part is answered by a printed rate of something else: 履行率97% for 邻里的占多少.

        Args:
            asking: A turn that asks for a share.
            draft: The answer to it.

        Returns:
            True where it tells one rate, and its sentence does not name the part.
        """
        reading = asking.reading
        asks = reading.follow_up and reading.intent.combine == "share" and may_drill(reading)
        if not asks or len(draft.values) != 1 or draft.values[0].unit != "%":
            return False
        around = fold("|".join("|".join((c.sentence, *c.heading)) for c in draft.citations))
        return any(name.noun and held(name, around) < _SAID for name in names_of(reading))

    def _drilled(self, reading: Reading, report: PreparedReport) -> Draft | None:
        """Tell the part of what was just told that bears the words of a turn, or its share."""
        if not reading.shown or not may_drill(reading):
            return None
        kind, names = measure_of(reading), names_of(reading)
        told = Told(_told_in(reading, report), kind, report)
        found = told.bearing(names) or (told.whom(names) if kind in AUDIENCE else None)
        if found is None:
            return None
        if reading.intent.combine == "share" and not kind:
            return share_of(found.mention, counts_of(found.sentence, report), reading, report)
        return answer_number(found, reading.topic)

    def pair(self, asking: Asking) -> Response | None:
        """Compare topics of one report: 后者比前者多几名, 这三个里面哪个最多."""
        one_place = len({s.place for s in asking.reading.sides}) == 1
        if asking.only is None or len(asking.sides) < 2 or not one_place:
            return None
        row = figures_at(asking.reading.row, asking.only)
        if row:
            sides = [Side(asking.only.report.meta, (told,)) for told in row]
            topic = asking.query.topic
            return Response(answer_comparison(sides, row, asking.intent, topic, inner=True))
        if sums_two(asking.reading.question):  # of figures that were not told, nothing is added up
            return self._silence.of(asking.query, asking.reports)
        draft = self._single.pairs.compare(asking.sides, asking.intent, asking.only)
        return self._silence.unless(draft, asking.query, asking.reports)

    def _share_inside(self, asking: Asking, report: PreparedReport) -> Draft | None:
        """Put the figure of one place inside into proportion to that of the place: 仁里镇占全县多少."""
        reading = asking.reading
        inner = tuple(t.text for t in reading.terms if names_inside(t, reading))
        if len(inner) != 1 or asking.intent.combine != "share" or not reading.terms:
            return None
        counted = replace(asking.intent, task=Task.NUMBER, combine="", unit="", unit_class="")
        part = replace(reading, intent=counted)
        terms = tuple(t for t in reading.terms if t.text not in inner)
        whole = replace(part, terms=terms, content=without(reading.content, inner))
        asked = ((whole, SURE), (part, SURE / 2))  # a cell of a table says less than a sentence
        picks = [self._single.figures.best(asking.of(side), report, sure) for side, sure in asked]
        found = [pick for pick in picks if pick is not None and pick.mention.quantity.unit != "%"]
        if len(found) < len(picks) or len({p.mention.quantity.unit for p in found}) > 1:
            return None
        if found[0].mention.quantity.amount <= found[1].mention.quantity.amount:
            return None
        sides = [Side(report.report.meta, (pick,)) for pick in found]
        return answer_comparison(sides, found, asking.intent, whole.topic, inner=True)

    def _sum_of_siblings(self, asking: Asking, report: PreparedReport) -> Draft | None:
        """Sum the things of one sentence that were asked for one by one and have no whole there: 一共多少件, after 药品呢."""
        reading = asking.reading
        told, figures = figures_beside(reading.near, report)
        if told is None or whole_of(told, figures, report) is not None:
            return None
        intent = replace(asking.intent, task=Task.NUMBER, combine="sum", unit="", unit_class="")
        plain = replace(intent, combine="")
        for first in range(len(reading.trail) - 1):
            sides = [
                asking.of(replace(reading, terms=s.terms, content=s.content, intent=plain))
                for s in reading.trail[first:]
            ]
            if draft := self._single.pairs.compare(sides, intent, report, together=True):
                return draft
        return None


def _told_in(reading: Reading, report: PreparedReport) -> list[int]:
    """List the sentences just told that may answer a turn: a plan tells nothing of what there is (现在有多少)."""
    told = sentences_told(reading.shown, report)
    if not asks_done(reading):
        return told
    return [n for n in told if report.report.sentences[n].section is not SectionKind.PLAN]
