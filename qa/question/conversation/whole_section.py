"""Turns that ask for a section of a report by its name alone, whatever was spoken of: 乙县的问题呢, 上一年有哪些不足.

Works on turns read by themselves; knows no reports.
"""

from __future__ import annotations

from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.question.single.reading import Reading

_BEFORE = (
    r"(?:那么?|再|把|看看?|说说|讲讲|列出?|它们?|他们|[的里在]|报告|[讲说写列提谈][了到及]*|自己|中|上面?|当年|年度?"
    r"|上一?年|去年|前一?年|\s)*"
)
_END = (
    r"(?:都|也|主要|又|还|各?自?|有|是|为|讲|说|列|提|写|了|的|哪些|什么|啥|几[条个点]|呢|出来|一下|一列|[说讲看]|吧"
    r"|\s)*[?。!]*"
)
_PROBLEMS = lazy_re(
    rf"{_BEFORE}(?:有|存在)?(?:哪些|什么|啥)?的?(?:存在的?|主要|突出)*(?:问题|不足|短板|困难|差距|毛病|薄弱环节)(?:[和与及、]?(?:不足|困难|短板|差距))?{_END}"
)


def of_section(previous: Reading | None, own: Reading) -> Reading:
    """Read a turn that says no more than that it asks for the shortcomings as one that asks for all of them.

    Args:
        previous: The reading of the turn before, or None at the start.
        own: The turn read by itself.

    Returns:
        The turn, asking for the section; as it was where it says more, or problems are what was counted before.
    """
    if not _PROBLEMS.fullmatch(own.content) or own.intent.section not in {"", "problem"}:
        return own
    aimed = bool(own.places or own.years or "年" in own.question)
    if previous is not None:
        counted = any("问题" in term.text for term in previous.terms) and not previous.intent.section
        aimed = (aimed or previous.intent.section == "problem") and not counted
    if not aimed or own.intent.unit:
        return own
    task = own.intent.task if own.intent.task in {Task.LIST, Task.SUMMARY} else Task.LIST
    intent = replace(own.intent, task=task, section="problem", answer_type="", yes_no=False, explicit=True)
    return replace(own, terms=(), intent=intent)


def is_whole_section(own: Reading) -> bool:
    """Tell whether a turn asks for the shortcomings of a report, and for none of a topic.

    Args:
        own: The turn read by itself, after ``of_section``.

    Returns:
        True where no earlier topic is lent to it.
    """
    return own.intent.section == "problem" and not own.terms and _PROBLEMS.fullmatch(own.content) is not None
