"""The thing that a conversation is on, behind its rates, stages and places: 行政复议, before 纠错率 and 乙县呢.

A turn that only names a stage (受理了多少) asks of that thing. Knows terms only.
"""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.question.conversation.topics_beside import DEEDS, KINDS_OF_CASES, MATTERS, ends_disputes
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.single.sides import TopicSide
from qa.question.words.offices import is_field
from qa.question.words.term_roles import is_attribute, is_stage
from qa.question.words.terms import Term, is_filler

# "法治会客厅是怎么回事": the next figure is of that thing
_EXPLAINED = lazy_re(
    r"(?:是|叫)(?:怎么一?回事儿?|咋一?回事儿?|什么(?:意思|东西|名堂|玩意儿?)?|啥(?:意思|东西|名堂|玩意儿?)?|做什么的|干什么的|干嘛的)[?。!]*$"
)


def subject_of(previous: Reading | None, reading: Reading) -> TopicSide | None:
    """Give the thing that a conversation is on: the last topic that is no rate, stage or attribute of another.

    Args:
        previous: The reading of the turn before, or None at the start.
        reading: The reading of a turn.

    Returns:
        The topic, without the words that only say its rate or stage; the one before where the turn names none.
    """
    things = tuple(
        t
        for t in reading.terms
        if (t.concept or t.text in MATTERS)
        and t.text not in DEEDS
        and not (t.text.endswith("率") or t.required or is_stage(t) or is_attribute(t))
    )
    held = previous.subject if previous is not None else None
    if held is not None and previous is not None and previous.head and reading.intent.combine == "share":
        return held
    fields = bool(reading.bare) and all(is_field(t.text) for t in things)  # 自然资源呢, of reviews
    if held is not None and (
        fields or ends_disputes(reading.question, held.content) or all(map(_is_kind, things))
    ):
        return held  # 农民工的, 外来务工的, 调解掉的: of legal aid, of reviews
    if (
        held is not None
        and previous is not None
        and {t.text for t in things} <= {t.text for t in previous.terms}
    ):
        return held  # 哪一类最多, after 调解掉的: what is lent is no other thing
    if not things:
        return held
    if held is not None and [t.text for t in held.terms] == [t.text for t in things]:
        return held  # 审结的呢 lends it less weight, which it keeps as the thing that is spoken of
    place = reading.places[0] if reading.places else ""
    return TopicSide(place, things, " ".join(t.text for t in things))


def _is_kind(term: Term) -> bool:
    """Tell whether a term names a kind of cases, in the word of reports or in one of speech that stands for it: 外来务工."""
    return any(form in KINDS_OF_CASES for form, weight in term.forms if weight >= 1.0)


def behind_rates(previous: Reading) -> TopicSide | None:
    """Give the thing of which the turn before asked no more than a rate or a stage: 行政复议, of 纠错率.

    Args:
        previous: The reading of the turn before.

    Returns:
        The thing, or None where that turn asked more.
    """
    rate = previous.intent.unit_class == "percent"  # 调解和解率 is read as a deed and its rate

    def says_rate(t: Term) -> bool:
        return t.text.endswith("率") or (rate and t.text in DEEDS)

    own = [t for t in previous.terms if not (says_rate(t) or is_stage(t) or is_filler(t))]
    return previous.subject if not own and previous.terms else None


def of_explained(previous: Reading, own: Reading) -> bool:
    """Tell whether a turn asks a figure of the thing that the turn before asked about: 接待了多少次, after X是怎么回事.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        True where it names neither a place nor a matter of its own.
    """
    elsewhere = own.places or own.scope.missing or own.scope.inner or own.all_places
    asked = (
        previous.intent.task is Task.FACT and bool(previous.terms) and _EXPLAINED.search(previous.question)
    )
    return bool(asked and own.intent.task is Task.NUMBER and own.terms and not elsewhere) and not any(
        t.concept for t in own.terms
    )
