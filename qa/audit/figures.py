"""The figures of a report as the audit sees them: bounds, own words, the text in front, and their place in the sentence.

Leaves out what states no result: plans, targets, names in quotation marks. Knows nothing of what is recomputed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from qa.audit.finding import Span
from qa.audit.interval import Interval, interval_of
from qa.ledger.mention import Mention
from qa.ledger.observe import observe
from qa.patterns import lazy_re
from qa.quantity import Quantity
from qa.text import fold
from qa.types import Report, SectionKind, Sentence

# 力争行政复议纠错率降到8%以下: a target, not a result
_PLAN = lazy_re(r"力争|争取|目标|(?<!检查)(?<!抽查)计划|确保|预计|预期|拟(?![制修废失])|不得")
# 完成年度目标[2.5万人]的104.4%: what was to be done, told beside what was
_GOAL = lazy_re(
    r"完成(?:年度|全年|年)?(?:目标任务|目标|任务)(?:数|计划)?(?:(?P<rate>[\d.,]+[^\d,;]{1,4}的$)|$)"
)
_OF_IT = lazy_re(r"的[\d.]+%")
_JOINED = lazy_re(r"^(?:、|[和及与](?!解))")
_LINKING = lazy_re(
    r"(?:已|均|约|共计|合计|共|分别|一直|始终|连续[\u4e00-\u9fff]{1,4}年)?(?:为|是|达到|达|高达|保持在?|稳定在|控制在|有|共|了|的|约|近|超过|超)*$"
)


@dataclass(frozen=True, eq=False)
class Figure:
    """A figure of a report.

    Attributes:
        report: The report.
        sentence: The sentence that holds it.
        mention: The figure with the words that own it.
        label: Its own words before it, folded, without line breaks and blanks.
        noun: Its own words behind the unit, likewise.
        before: The text between the previous figure (or the start of the sentence) and it, likewise; begins with □ where that
            figure was left out.
        segment: How many semicolons stand before it in the sentence.
        bounds: What it may stand for.
    """

    report: Report
    sentence: Sentence
    mention: Mention
    label: str
    noun: str
    before: str
    segment: int
    bounds: Interval

    @property
    def quantity(self) -> Quantity:
        """The figure as printed."""
        return self.mention.quantity

    @property
    def unit_class(self) -> str:
        """Class of its unit."""
        return self.mention.quantity.unit_class

    @cached_property
    def words(self) -> str:
        """Its own words, without what only links them to the figure (败诉率为 6.9%)."""
        return _LINKING.sub("", self.label)

    @property
    def counts(self) -> bool:
        """Whether it is a count of now: no percentage, no change, not last year's."""
        return not self.mention.change and not self.mention.past and self.unit_class in COUNTED

    @property
    def part(self) -> bool:
        """Whether it counts a part of a figure before it (其中)."""
        return self.mention.part or "其中" in self.before

    @property
    def joined(self) -> bool:
        """Whether it and the figure before it are one subject: 建议142件、提案136件,其中区级219件 are parts of both."""
        return _JOINED.match(self.before) is not None

    @property
    def span(self) -> Span:
        """Where it stands, with its own words."""
        sentence, quantity = self.sentence, self.quantity
        words = 0 if self.mention.column else len(self.mention.label)  # a cell's words stand in its header
        words += self.label.startswith("及格") and not self.mention.label.startswith("及")
        start = sentence.start + quantity.start - words
        end = sentence.start + quantity.end
        return Span(
            report=self.report.meta.id,
            file=self.report.meta.file,
            start=start,
            end=end,
            quote=self.report.text[start:end],
            sentence=sentence.text,
            sentence_start=sentence.start,
            sentence_end=sentence.end,
        )


COUNTED = frozenset({"case", "item", "body", "people", "person_times", "event_times"})
"""Classes of units that count things; 件 and 人次 are never compared with each other."""


def figures_of(report: Report, *, cells: bool = False) -> dict[int, list[Figure]]:
    """List the figures that a report states as results.

    Args:
        report: A report as it was read.
        cells: Whether to list the cells of tables drawn in plain text, and nothing else.

    Returns:
        For the index of each sentence, its figures in order.
    """
    found: dict[int, list[Figure]] = {}
    folded: dict[int, str] = {}
    edge, kept = 0, True
    for mention in observe(report):
        sentence = report.sentences[mention.sentence]
        if mention.sentence not in folded:
            folded[mention.sentence] = fold(sentence.text)
            edge, kept = 0, True
        text, quantity = folded[mention.sentence], mention.quantity
        before = ("" if kept else "□") + _flat(text[edge : quantity.start])
        edge = quantity.end
        kept = (
            bool(mention.column)
            if cells
            else _states_a_result(
                sentence, mention, text[mention.clause[0] : quantity.start], text[quantity.end :]
            )
        )
        if not kept:
            continue
        found.setdefault(sentence.index, []).append(
            Figure(
                report=report,
                sentence=sentence,
                mention=mention,
                label=_whole_word(_flat(fold(mention.label)), before),
                noun=_flat(fold(mention.noun)),
                before=before,
                segment=text[: quantity.start].count(";"),
                bounds=interval_of(quantity, text[quantity.end : quantity.end + 1]),
            )
        )
    return found


def _whole_word(label: str, before: str) -> str:
    """Give a label its first character back: 及 of 及格 is no conjunction."""
    return f"及{label}" if label.startswith("格") and before.endswith(f"及{label}") else label


def _flat(text: str) -> str:
    """Take out line breaks and blanks: they come from wrapped and padded text (反馈问题 102 个)."""
    return "".join(text.split())


def _states_a_result(sentence: Sentence, mention: Mention, clause: str, behind: str) -> bool:
    """Tell whether a figure is a result, and no plan, cell of a drawn table, name or idiom."""
    weak = mention.quantity.weak and mention.quantity.unit_class not in ("case", "people")
    plan = sentence.section is SectionKind.PLAN or (
        _PLAN.search(clause) is not None and not _of_goal(mention, _flat(clause), behind)
    )
    return not (plan or weak or mention.column or mention.quoted)


def _of_goal(mention: Mention, clause: str, behind: str) -> bool:
    """Tell whether a figure is a goal that the same clause holds against what was done, or the rate of it."""
    told = _GOAL.search(clause)
    if told is None:
        return False
    return mention.quantity.unit == "%" if told["rate"] else _OF_IT.match(_flat(behind[:12])) is not None
