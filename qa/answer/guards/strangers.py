"""Things that a report never names: 咖啡抽检 is not answered by 餐饮具抽检 where coffee stands nowhere in the report.

Only for questions in official words: an everyday question says most things in words that no report prints. Looks at nouns
right before what a figure counts. Knows nothing of ranking.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qa.ledger.mention import Mention
from qa.ledger.wording import MATTER
from qa.matching import best_zone, inherited_words
from qa.patterns import in_question, lazy_re
from qa.question.words.terms import DIRECTION
from qa.question.words.vocabulary import ASKING_PATTERN, GENERIC
from qa.ranking import PreparedReport, Query, ScoredMention
from qa.scored import put_first
from qa.text import fold, han_runs, is_word, tagged

_NAMED = 0.3  # as for the words that a candidate lacks (qa.ranking)
_OWNED = 0.7
# "成立以来调解相关案件149件": the sentence before says of what.
_FOLLOWS = lazy_re(r"相关|该|此类|上述|以来")
_UNFIT, _FITS = -0.3, 0.1
# A figure whose sentence resembles the question so much more than any other says the kind in its own way: 街坊吵架劝好了多少 is
# told by 成功调解矛盾纠纷 (0.69, 4.1), 排污企业罚了多少钱 not by 罚没款 (0.40, 3.6). A cosine, and standard deviations.
_LIKE, _FAR = 0.6, 3.5
_STEM = 2  # what a compound is about stands first: 环境 of 环境违法, 物业 of 物业纠纷
# Matters that reports name by one another's words.
_SAME = {
    "执法证": "执法人员",
    "行政应诉": "行政诉讼", "矛盾纠纷": "人民调解", "来访": "信访", "举报": "投诉", "热线": "投诉", "行政许可": "政务服务",
    "一件事": "政务服务", "法律咨询": "法律援助", "经营主体": "市场主体",
    "依申请公开": "信息公开", "政府信息": "信息公开",
}  # fmt: skip
_NOUNS = frozenset({"n", "nz", "j"})
# Nouns by their tag that narrow nothing, or ask.
_VAGUE = frozenset(
    (
        "实际 专门 具体 全部 平均 人均 直接 主要 整体 总体 情节 比率 计划 规模 力度 进度 成绩 数额 笔数 案子 力量 办法 时候 "
        "东西 地方 官司 最后 表里 表中 表格"
    ).split()
)


def strangers(query: Query, report: PreparedReport) -> list[tuple[str, str]]:
    """List the nouns of a question that its report never names, each with the word that it narrows.

    Args:
        query: The question.
        report: The report.

    Returns:
        Pairs such as (咖啡, 抽检); none for everyday questions, plans, and figures set side by side.
    """
    held = "|".join((*report.folded, *(heading for s in report.report.sentences for heading in s.heading)))
    everyday = any(term.everyday and term.text not in held for term in query.terms)
    if everyday or query.intent.plan or query.intent.compares:
        return []
    found = []
    for run in han_runs(ASKING_PATTERN.sub(" ", query.content)):
        words = tagged(run)
        for (word, kind), (head, _) in pairwise(words):
            forms = [form for term in query.terms if word in term.text for form, _ in term.forms]
            named = kind in _NOUNS and len(word) > 1 and word not in GENERIC | _VAGUE and is_word(word)
            narrows = len(head) > 1 and head not in GENERIC | _VAGUE
            if named and narrows and not any(form in held for form in (word, *forms)):
                found.append((word, head))
        found += _counted_stranger(words, query, held)
    return found


def _counted_stranger(words: Sequence[tuple[str, str]], query: Query, held: str) -> list[tuple[str, str]]:
    """Find what is counted where its report never names it: 协会会员 of 律师协会会员有几位, with the word before it."""
    words = [w for w in words if w[1] != "m" and w[0] not in {"有", "的", "是", "达", "达到"}]
    if len(words) < 2:
        return []
    (before, _), (word, kind) = words[-2:]
    known = [form for term in query.terms if word in term.text for form, _ in term.forms]
    named = kind in _NOUNS and len(word) > _STEM and is_word(word) and word not in GENERIC | _VAGUE
    named = named and DIRECTION.match(word) is None  # 增长率 is told as 同比增长
    return (
        [(word, before)] if named and len(before) > 1 and not any(f in held for f in (word, *known)) else []
    )


def is_of_a_stranger(scored: ScoredMention, strange: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a figure counts by the same head what the question narrows by a word that the report never prints.

    Args:
        scored: A figure.
        strange: As ``strangers`` gives them.

    Returns:
        True for 餐饮具抽检 where 咖啡抽检 is asked; False where a character of the word stands by the figure (复义 for 复议).
    """
    own = scored.words.owning if strange else ""
    return any(head in own and not any(char in own for char in word) for word, head in strange)


_TITLE = lazy_re(r"《[^《》]*》")
_PAPERS = lazy_re(
    r"条例|办法|规定|细则|文件|方案|制度|规章|法规|立法|规矩|意见|通知|清单|标准|示范|手册|指南|[本部份册篇]"
)


def is_of_another_matter(scored: ScoredMention, query: Query) -> bool:
    """Tell whether nothing by a figure names a matter or an outcome that the question says in everyday words.

    排污的罚了多少钱 is not answered by 罚没款 of the whole place, 政府输了几场 not by the number of suits.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True where its sentence (for a matter) or its own words (for an outcome) hold nothing of it.
    """
    mention, sentence = scored.mention, scored.report.report.sentences[scored.sentence]
    if mention.part and _is_part_of_another(mention, query.content):
        return True
    if _names_another(scored, query):
        return True
    bound = [t for t in query.terms if t.bound]
    if not bound:
        return False
    if scored.outstanding >= _FAR and scored.dense >= _LIKE and not query.intent.compares:
        return False
    around = fold(f"|{sentence.lead}|{'|'.join(sentence.heading[-2:])}|{mention.row}|{mention.column}")
    whole = scored.report.folded[scored.sentence] + around
    if "《" in mention.label and in_question(_PAPERS, query.content) is None:
        whole = _TITLE.sub("", whole)  # 审议《电动自行车管理条例》等2件 for 电动车着火几起
    follows = scored.sentence > 0 and _FOLLOWS.search(mention.label) is not None
    before = scored.report.folded[scored.sentence - 1]
    return any(
        not any(form in whole or (follows and form in before) for form, _ in t.forms)
        if t.bound == "kind"
        else not any(form in whole or form[:_STEM] in whole for form, _ in t.forms)
        if t.bound == "sentence"
        else best_zone(t, mention) < _NAMED
        for t in bound
    )


def _goes_on(other: ScoredMention, owner: ScoredMention) -> bool:
    """Tell whether a figure goes on behind one of the kind in the measure asked for: 38个小区的“办证难”堵点,惠及1.67万户."""
    behind = other.sentence == owner.sentence and other.mention.quantity.start > owner.mention.quantity.start
    return behind and owner.unit_fit < _FITS <= other.unit_fit


def of_kind(ranked: list[ScoredMention]) -> list[ScoredMention]:
    """Keep the figures of the kind that a question names, where the report has any: 邻里纠纷1735件 for 街坊吵架.

    Args:
        ranked: Figures that may answer, the best first.

    Returns:
        Those whose own words name each such kind; all where none does in a unit that fits.
    """
    kinds = [t for t in ranked[0].terms if t.bound == "kind"] if ranked else []
    for term in kinds:
        owners = [s for s in ranked if best_zone(term, s.mention) >= _OWNED]
        if any(s.unit_fit > _UNFIT for s in owners):
            ranked = [s for s in ranked if s in owners or any(_goes_on(s, o) for o in owners)]
            first = ranked[0]
            asked = next((s for s in ranked if _goes_on(s, first)), first)
            ranked = put_first(asked, ranked)
    return ranked


_LENT = 1.0  # a term that the turns before lend weighs less


def _names_another(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a figure's own clause names a matter, and none of those that a question in official words names."""
    if query.intent.compares or any(term.everyday for term in query.terms):
        return False
    told = _kin(f"{scored.words.label}|{scored.words.cell}") or _kin(scored.words.leant_on)
    if not told or not (asked := _kin(query.content)) or asked & told:
        return False
    # 败诉率也比一下, after 行政复议: what the turns before lend is not asked
    return bool(asked - _kin("|".join(t.text for t in query.terms if t.weight < _LENT)))


def _is_part_of_another(mention: Mention, content: str) -> bool:
    """Tell whether a figure is a part of a matter that is not asked: 行政案件6件 of 法律援助案件 counts no 行政应诉案件."""
    asked, whole = _kin(content), _kin(inherited_words(mention))
    return bool(asked and whole) and not asked & whole


def _kin(text: str) -> set[str]:
    """Name the matters of some words, those that stand for each other by one name."""
    return {_SAME.get(match[0], match[0]) for match in MATTER.finditer(text)}
