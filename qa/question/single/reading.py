"""A question as it was read, with all that its conversation lends it; data that the other modules hand on."""

from __future__ import annotations

from dataclasses import dataclass

from qa.question.places.scope import Scope
from qa.question.single.intent import Intent
from qa.question.single.sides import TopicSide
from qa.question.words.naming import topic_of
from qa.question.words.terms import Term
from qa.question.words.themes import AskedTheme, themes_asked


@dataclass(frozen=True, slots=True)
class Reading:
    """A question with all that the conversation lends it.

    Attributes:
        question: The cleaned question.
        scope: What the question itself names.
        places: Places to search, in order; empty if none was ever named.
        years: Years to search; empty if none was ever named.
        intent: What is wanted.
        terms: What must be found.
        content: The content words, own and lent.
        recent: Places spoken of since the topic was named.
        all_places: Whether every place is asked about.
        follow_up: Whether an earlier turn lent anything.
        spoken: The places spoken of with the years that each was asked for.
        years_before: For the places that a turn names without a year, the years that they were asked for before.
        paired: Whether each place keeps its own years (哪个多 after 甲2024 and 乙2023).
        sides: The topic of each side, where they differ: of each place, or of one place (后者比前者多几名).
        trail: The topics that the turns so far asked of one place, the last one last.
        asked_years: The years that the present topic was asked for at the present place, the last one last.
        all_years: The years that any topic was asked for at the present place, the last one last.
        before: What the turns before asked of one place, other than this one asks.
        topics: Several topics asked of the same places (比较甲和乙的复议和法援), or () where it is one.
        standing: The place whose rank is asked for, or "".
        denied: Words of the turn before that this one takes back (是办结不是受理).
        top: Only so many leading places are kept (只看前两名), counted from the lowest where negative, or 0.
        lenient: Whether places without a report of the year are left out instead of refusing (只看2024年的).
        aside: Whether the turn leaves no trace in the conversation (为什么没有某区).
        talk: Whether it asks nothing (好的谢谢).
        quoted: Whether it asks for the words of the report that prove the answer before (把原句发我).
        more: Whether it asks for what else there is on the topic (还有呢).
        aspect: Whether the turn names no topic of its own (同比呢).
        inner: Kind of the places inside the one place that are asked about (下面哪个县最少: ``county``), or "".
        of_report: Whether the plans asked for are those of the report of the year spoken of (准备加几个人, after 2024年有几个).
        otherwise: What to answer where the reports do not tell this, and what the turn leaves to the next ones: the stated
            change where last year's figure is lacking (跟2023年差几个); or None.
        behind: The figure that answered the part of the question before this one, as (report id, offset of its clause in the
            stored text, value), where the next figure of its sentence may answer this part; or None.
        near: The figure that answered the turn before, as ``behind`` has it, where this turn only names another thing of its
            sentence (其中刑事多少, then 民事呢); or None.
        shown: The sentences that answered the turn before, as (report id, an offset in it), where this turn may ask of them
            (谁负责的, 都整改了吗); or ().
        row: The figures that the last turns told one by one, as ``near``, where this one points
            at so many (这三个里面哪个最多); or ().
        same: The figure that answered the turn before, as ``near``, where this one only goes to another place or year (乙县呢);
            or None.
        unit_before: Measure word and its class that were asked for before any change was (多少件, before 同比呢).
        head: The topic of whose parts the last turns asked by their names alone (法律援助, before 民事的 and 刑事呢), or None.
        subject: The last topic that is a thing by itself and no rate or stage of one, at whatever place (行政复议, before 纠错率
            and 乙县呢), or None.
        bare: The thing that such a turn names (民事), "*" for the whole of the parts (总共呢), or "".
        inside: Places inside the one spoken of that were asked about since, as (name, words of the question, kind).
        lately: The words of an earlier turn that ask for the last years (近两年), which this one keeps, or "".
        left_out: Places without a report that the comparison spoken of leaves out, and says so.
        ever: All years that were asked for at any place, the last one last.
        fallback: What to answer where the reports do not tell this: the figure of a place, after the change of another one's
            (同比呢, then 乙区呢); or None.
        meant: The year that 去年 means today and that no report is of, where ``years`` is the newest report's in its place; or 0.
        now: The year that 今年 counts as in this conversation, where it named years by such words; or 0.
        answered: The years of the last turn that was answered from their own reports, where this one was refused for its year or
            place, or told of a year by the report of another one; else None.
        borrowed: Whether this one was told of a year without a report by the report of another one.
        why: Places of which it is asked why the answer lacks them (为什么没有某区).
    """

    question: str
    scope: Scope
    places: tuple[str, ...]
    years: tuple[int, ...]
    intent: Intent
    terms: tuple[Term, ...]
    content: str
    recent: tuple[str, ...]
    all_places: bool
    follow_up: bool = False
    spoken: tuple[tuple[str, tuple[int, ...]], ...] = ()
    years_before: tuple[tuple[str, tuple[int, ...]], ...] = ()
    paired: bool = False
    sides: tuple[TopicSide, ...] = ()
    trail: tuple[TopicSide, ...] = ()
    asked_years: tuple[int, ...] = ()
    all_years: tuple[int, ...] = ()
    topics: tuple[TopicSide, ...] = ()
    before: TopicSide | None = None
    standing: str = ""
    denied: tuple[str, ...] = ()
    top: int = 0
    lenient: bool = False
    aside: bool = False
    talk: bool = False
    more: bool = False
    quoted: bool = False
    why: tuple[str, ...] = ()
    aspect: bool = False
    inner: str = ""
    of_report: bool = False
    otherwise: Reading | None = None
    behind: tuple[str, int, str] | None = None
    near: tuple[str, int, str] | None = None
    shown: tuple[tuple[str, int], ...] = ()
    row: tuple[tuple[str, int, str], ...] = ()
    same: tuple[str, int, str] | None = None
    unit_before: tuple[str, str] = ("", "")
    head: TopicSide | None = None
    subject: TopicSide | None = None
    bare: str = ""
    inside: tuple[tuple[str, str, str], ...] = ()
    lately: str = ""
    left_out: tuple[str, ...] = ()
    ever: tuple[int, ...] = ()
    fallback: Reading | None = None
    meant: int = 0
    now: int = 0
    answered: tuple[int, ...] | None = None
    borrowed: bool = False

    @property
    def topic(self) -> str:
        """The name of what is asked for, as people are shown it."""
        return topic_of(self.terms, self.content)

    @property
    def themes(self) -> tuple[AskedTheme, ...]:
        """The parts of the work that are asked for as a whole (营商环境做了什么); () where something else is."""
        told = self.more or self.intent.section not in {
            "",
            "result",
            "duty",
        }  # told before, or told by a section
        return () if told else themes_asked(self.content)
