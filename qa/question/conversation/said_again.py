"""The old topic said again in other words: another verb, another level, a shorter name, a word put right."""

from __future__ import annotations

from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.conversation.subject import behind_rates
from qa.question.conversation.topics_beside import DEEDS, OF_ALL
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.single.sides import TopicSide
from qa.question.words.term_roles import COUNTED_THINGS, is_rate_of_it, is_stage, says_how
from qa.question.words.terms import Term, is_filler

_LEVEL_HEAD = lazy_re(r"^(?:国家|省|市|区|县|部|镇)级")


def said_before(previous: Reading, own: Reading) -> TopicSide | None:
    """Find the last topic of which a turn says the verb alone again: 2023年发现几个, after 督察发现了几个问题 and 改了几个."""
    named = [t.text for t in own.terms]
    if not named or any(t.concept or t.required or t.text in COUNTED_THINGS for t in own.terms):
        return None
    counted = own.intent.task is Task.NUMBER and own.intent.unit_class != "percent"
    sides = (s for s in reversed(previous.trail) if all(n in s.content for n in named) and len(s.terms) > 1)
    # 2024年接了多少诉求, after 满意率 of them: the number, and not the rate
    return next((s for s in sides if not (counted and any(map(is_rate_of_it, s.terms)))), None)


def without_rate(previous: Reading) -> Reading:
    """Take the rate of a topic off it: 调解成功的呢, after 成功率 of 人民调解, asks a count of 人民调解."""
    of = tuple(t for t in previous.terms if not is_rate_of_it(t))
    if not of or len(of) == len(previous.terms):
        return previous
    return replace(previous, terms=of, content=" ".join(t.text for t in of))


def said_otherwise(previous: Reading, own: Reading) -> tuple[tuple[Term, ...], str]:
    """Ask the old topic of another place in this turn's verb: 丙区新收多少, after 甲区的复议收了多少."""
    held = {form for term in own.terms for form, _ in term.forms}
    verbs = tuple(
        t for t in own.terms if t.required or not (is_filler(t) or t.text in COUNTED_THINGS)
    )  # 市本级 is asked of as well
    said = {t.text for t in previous.terms}
    if verbs and all(t.text in said and not t.required for t in verbs):
        return previous.terms, previous.content  # 乙县追回多少, after 欠薪追回多少: the same
    rated = any(t.text.endswith("率") for t in previous.terms)
    if rated and any(map(is_stage, verbs)) and (thing := behind_rates(previous)) is not None:
        return verbs + thing.terms, f"{thing.content} {own.content}"  # 乙县收到多少申请, after 纠错率
    of, told = previous.subject, {t.text for t in previous.terms}
    if of is not None and OF_ALL.search(own.question) and not any(t.text in told for t in of.terms):
        return verbs + of.terms, f"{of.content} {own.content}"  # 乙县一共收到多少申请, after 公安那块多少件
    head = previous.head
    if head is not None and verbs and not any(t.required or t.text in previous.question for t in verbs):
        mine = tuple(t for t in verbs if t.text not in head.content)
        staged = any(map(is_stage, mine))
        kept = tuple(t for t in head.terms if not (staged and is_stage(t)))
        return mine + kept, f"{head.content} {own.content}"  # 乙县新增多少, after 新增经营主体 and 个体户呢
    staged = any(map(is_stage, verbs))  # 审结, asked of another place, takes the place of 收到

    def goes(t: Term) -> bool:
        deed = staged and (is_stage(t) or t.text in DEEDS)  # 制定几件, after 废止的呢
        return (says_how(t) and any(f in held for f, _ in t.forms)) or deed

    kept = tuple(t for t in previous.terms if not (t.required or t.text in held or goes(t)))
    undone = any(t.text in DEEDS for t in previous.terms)
    if not kept and staged and undone and previous.subject is not None:  # 乙县制定几件, after 甲县废止的呢
        return verbs + previous.subject.terms, f"{previous.subject.content} {own.content}"
    return verbs + kept, f"{previous.content} {own.content}"


def without_level(term: Term) -> Term:
    """Take the level off a term: 国家级涉外律师人才 is asked of another level next."""
    bare = _LEVEL_HEAD.sub("", term.text)
    if bare == term.text or len(bare) < len(term.text) // 2:
        return term
    return replace(term, text=bare, forms=tuple((_LEVEL_HEAD.sub("", form), w) for form, w in term.forms))


def spelled_out(previous: Reading, own: Reading) -> tuple[Term, ...]:
    """Read a shortened term of the old topic as that term: 调解了多少件 after 人民调解."""
    longer = [t for t in previous.terms if not t.text.endswith("率")]

    def whole(term: Term) -> Term:
        return next((t for t in longer if t.text.endswith(term.text) and len(term.text) < len(t.text)), term)

    return tuple(map(whole, own.terms))


def put_right(previous: Reading, own: Reading) -> tuple[tuple[Term, ...], str]:
    """Put a word in the place of another: 我问的是办结不是受理."""
    kept = tuple(
        t
        for t in previous.terms
        if t.text not in {o.text for o in own.terms}
        and not any(denied in t.text or t.text in denied for denied in own.denied)
    )
    content = previous.content
    for denied in own.denied:
        content = content.replace(denied, "")
    return kept + own.terms, f"{content} {own.content}"
