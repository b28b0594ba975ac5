"""What a question narrows by must be stated by the figure that answers: 涉外 of 涉外公证, 企业 of 新开的公司, 不 of 不合格案卷.

The words are found by ``qa.question.words.qualifiers``; knows nothing of ranking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.ledger.mention import INHERITED, LEAD
from qa.matching import best_zone, inherited_words, own_words
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import ScoredMention
from qa.text import fold, tagged

_DONE_WELL = "成功"
_BARE = 2  # shorter words before a figure name nothing
# 食品药品领域处罚2875件,移送公安机关51件: what became of a thing is said in the same verb, and the thing before it.
_OUTCOME = lazy_re(
    r"移送|移交|结转|立案|答复|审结|办结|整改|采纳|撤销|注销|纠正|化解|追回|挽回|返还|罚款|没收|责令"
)
_PART_OF = lazy_re(r"其中[^,;。]*")
# 办理普通程序案件4863件。其中，城管、交通两支队伍分别办理1326件和1105件: the sentence before says of what these are
_OPENS_PARTS = lazy_re(r"其中")
_YEAR = lazy_re(r"20\d\d年")
# 全区82家部门“党政一把手”持续跟进,上好141场法治课: who did it is told with a number in the clause before.
_ACTORS = lazy_re(r"\d余?[名家位人支个]([^,;。\d]{2,})$")


def stands_by(
    scored: ScoredMention,
    groups: Sequence[Sequence[str]],
    spoken: Sequence[Term],
    deed: Sequence[str],
    content: str = "",
) -> bool:
    """Tell whether each word that narrows the question, or one like it, stands by the figure: 涉外 of 涉外公证.

    So it does where what a kind that holds it stands for is there: 农资 for 化肥 of 假化肥.

    Args:
        scored: A figure.
        groups: As ``find_qualifiers`` gives them.
        spoken: Terms of the kinds that the question names, and of ways of saying a thing.
        deed: What the question asks to have become of a thing.
        content: The question, its places and years blanked.

    Returns:
        True where a word of each group does.
    """
    if not groups:
        return True
    mention, sentence = scored.mention, scored.report.report.sentences[scored.sentence]
    near = _near(scored)
    above = fold(f"|{sentence.lead}|{'|'.join(sentence.heading[-2:])}")
    around = "|".join((*near, scored.words.leant_on, scored.words.cause)) + fold(f"|{mention.noun}")
    label = fold(mention.label)
    if mention.change:  # 较上年净增683户: what names the change stands in no zone
        around += f"|{label}"
    done = any(
        word in label for word in deed
    )  # 当年新领证87人,注销62人: what became of it stands behind the thing
    before = scored.report.folded[scored.sentence][: mention.quantity.start]
    whole = before if done else ""
    if not done and any(match[0] in content for match in _OUTCOME.finditer(label)):
        whole = _PART_OF.sub("", before.rpartition(";")[2])
    if _OPENS_PARTS.match(scored.report.folded[scored.sentence]) and scored.sentence:
        whole += f"|{_counted_first(scored.report.folded[scored.sentence - 1])}"
    actors = _actors(scored)
    return all(
        any(word in around or word in whole or word in actors for word in group)
        or (
            _DONE_WELL not in group and any(word in above for word in group)
        )  # a heading on 化解 tells no success
        or any(
            form in around
            for t in spoken
            if (said := max((word for word in group if word in t.text), key=len, default=""))
            for form in _beside(t, said)
        )
        for group in groups
    )


def _near(scored: ScoredMention) -> list[str]:
    """List the words that own a figure and lead to it, no lead of the row before where its own row has one."""
    mention, row = scored.mention, scored.words.before.rpartition(";")[2]
    zones = [z for z in mention.zones if (z[0] >= LEAD and z[0] != INHERITED) or mention.column]
    led = any(weight == LEAD and words in row for weight, words in zones)
    return [words for weight, words in zones if weight != LEAD or not led or words in row]


def _counted_first(text: str) -> str:
    """Give a sentence up to its first count: what its parts in the next sentence are of (立案1874件,移送23件。其中:…)."""
    clauses = text.split(",")
    first = next((k for k, c in enumerate(clauses) if re.search(r"\d", _YEAR.sub("", c))), len(clauses))
    return ",".join(clauses[: first + 1])


def _beside(term: Term, word: str) -> list[str]:
    """List what stands for a term, without what says only the rest of it: 出庭应诉 of 副县长出庭, where 副县长 narrows."""
    rest = term.text.replace(word, "")
    forms = term.way or tuple(form for form, _ in term.forms)
    told = [form for form in forms if word in form or form not in term.text]  # 县长 is no 副县长
    return [form for form in told if word in form or len(rest) < _BARE or rest not in form]


def _actors(scored: ScoredMention) -> str:
    """Give those who did what a figure counts, where its clause begins with the deed and the clause before counts them."""
    mention = scored.mention
    before = scored.report.folded[scored.sentence][: mention.clause[0]]
    clause = before.rstrip(",").rpartition(",")[2].rpartition(";")[2] if before.endswith(",") else ""
    match = _ACTORS.search(clause)
    words = tagged(fold(mention.label)) if match else []
    return match[1] if match and words and words[0][1][0] not in "njr" else ""


def bears(scored: ScoredMention, group: Sequence[str]) -> bool:
    """Tell whether the own words of a figure hold one of some words; 新登记 may stand in those that it takes over.

    Args:
        scored: A figure.
        group: As ``find_spoken`` gives it.

    Returns:
        True where one of them does.
    """
    mention = scored.mention
    own = fold(f"{mention.label}|{mention.noun}|{mention.thing}|{mention.row}|{mention.column}")
    if len(mention.label) < _BARE or group[0][0] == "新":
        own += "|" + scored.words.owning
    if own.startswith("("):  # 新增经营主体5317户(企业836户): of what stands before the bracket
        own += "|" + scored.words.before.rpartition("(")[0].rpartition(",")[2]
    return any(word in own for word in group)


def is_opposite(scored: ScoredMention, denied: Sequence[str]) -> bool:
    """Tell whether a figure counts the opposite of what is asked, or leaves it open: 合格192卷 for 不合格案卷.

    Args:
        scored: A figure.
        denied: As ``find_denied`` gives them.

    Returns:
        True where one of them is not denied by its own words.
    """
    if not denied:
        return False
    own = own_words(scored.mention) + "|" + scored.words.noun
    leant = inherited_words(scored.mention)  # 不合格案卷由上半年的14卷降为下半年的6卷
    said = {word: own if word in own else f"{own}|{leant}" for word in denied}
    return any(re.search(f"(?:不予?|未[能予]?|无|没有?|免予?){word}", said[word]) is None for word in denied)


_FAR_MORE = 2  # weights of the words told apart against those that own a change


def told_apart(scored: ScoredMention) -> bool:
    """Tell whether another part of the sentence tells most of what is asked: 立案下降54.2%;油烟工单由867件降至402件 for 工单.

    Args:
        scored: A figure that states a change.

    Returns:
        True where the words asked for stand behind or before its part of the sentence, and fewer of them own it.
    """
    mention, text = scored.mention, scored.report.folded[scored.mention.sentence]
    start = text.rfind(";", 0, mention.quantity.start) + 1
    end = text.find(";", mention.quantity.end) % (len(text) + 1)
    beside, within = text[:start] + text[end:], text[start:end]
    owned = apart = 0.0
    for term in scored.terms:
        if best_zone(term, mention, INHERITED) > 0:
            owned += term.weight
        elif any(form in beside and form not in within for form, _ in term.forms):
            apart += term.weight
    return apart > _FAR_MORE * owned  # 行政诉讼 stands apart from 败诉23件,同比下降45.2%, which is of it
