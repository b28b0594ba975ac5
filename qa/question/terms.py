"""The terms of a question: what must be found in a report, with weights and other ways to say it.

A term is a word of the question, or a concept that the lexicon knows behind an everyday phrase; its forms are the strings
that may stand for it in a report. Knows nothing of reports but how rare a word is in them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from qa.question.entries import WORD
from qa.question.lexicon import Expansion, Lexicon, Source
from qa.text import words

# Words that ask, address or fill; they say nothing of what is asked. Single characters (的, 了, 几) are no terms anyway,
# and cutting them out would break words (首都, 目的).
_ASKING = (
    r"百分之(?:几|多少)|多少个?百分点|多少|百分比|有没有|是不是|是否|有无|能不能|可不可以|能否|什么时候|哪(?:一)?年|哪(?:一)?天|哪些|哪几[个项类种条家份]?|"
    r"哪[一二两三四五六七八九十\d]+[个项类种条家份]?|哪个|哪家|哪项|哪里|哪儿|哪位|什么|为什么|为何|怎么样|怎样|怎么|如何|何时|何地|请问|告诉我|告诉|我想知道|想知道|"
    r"想了解|了解一下|了解|帮我|帮忙|查一下|查查|查询|麻烦|一下|咱们|我们|你们|他们|它们|人家|一共|总共|共计|到底|究竟|具体|分别|各自|大概|大约|的话|来着|这个|那个|"
    r"这些|那些|这份|那份|其中|现在|目前|关于|对于|根据|按照|报告(?:里|中|上|显示)?|里面|当中|那么|以及|可以|应该|全年|当年|年度|当地|本地|那边|那里|这里|叫做|"
    r"名字|名称|年初|目标|截至|截止|年底|年末|数量|总数|总量|数字|数据|数目|是多大|多大|比较|对比|相比|比起来|相差|差距|差多少|排名|排序|排个名|最多|最少|最高|最低|最大|最小|"
    r"更多|更少|更高|更低|高于|低于|第一名|列出|列举|罗列|总结|概括|介绍|情况|方面|工作"
)
_ASKING_RE = re.compile(_ASKING)
# Words that every report of the genre holds everywhere: they tell no sentence from another.
_FUNCTION = frozenset(
    "的了呢吗么吧呀啊哦嘛是有在和与跟及或还也都就被把给对从到为以等其它他她我你您能会要想说讲做搞得地之个年差过着那这几多少谁哪啥请又再只很太不没更最约共各每该本所于而且但因由向往用让使比里上下中内外前后时候次件名人家项场户起份处所条部篇期天月日号大小高低新老好坏去来看用办区县市镇村街"
)
_FILLER = re.compile(r"[^\x00-\x7f]$|[几哪啥谁多][\u4e00-\u9fff]?$|有人$|一[些点下个]$")
_GENERIC = frozenset(
    "两个 三个 四个 几个 两地 三地 两区 两县 两市 两年 各地 行政 案件数 法治 政府 建设 法治政府 法治政府建设 开展 推进 全区 全市 全县 全省 我区 我市 我县 区 市 县 镇 街道 进行 实施 完成 全部 新 来 次 件 名 人 家 项 场 "
    "份 个 起 户 次数 件数 人数 户数 场次 实现 达到 达 相关 有关 各级 各类 主要 包括 采取 提供 组织 使用 方式 内容 结果 时间 数 率 比 高 低 多 少 大 小 一 二 三 四 五 六".split()
)
# Groups of the lexicon that only fill: 全市, 全年, 率, 数量.
# Concepts of the lexicon that name a section of a report rather than a thing in it.
_SECTIONS = {"shortcomings": "problem", "plans": "plan", "achievements": "result"}
_FILLING = frozenset({"self", "total", "share", "hold"})
# The words beside 多少 name what is counted; words of near-equal groups (收到, 化解) say less than nouns do.
# Measured in docs/design/006-ranking.md.
_FOCUS, _EQUIVALENT, _UNKNOWN = 1.6, 1.0, 1.5
_REQUIRED = 4.0
_OWN_LEVEL = re.compile(r"[省市区县旗州]?本级")  # 市本级: a part of 全市, never the whole
_QUOTED = re.compile(
    r"[“\"「《]([\u4e00-\u9fffA-Za-z0-9+]{4,20})[”\"」》]"
)  # a name in quotes must be there as it is
_TWIN = 0.7  # 收到 for 受理: near, yet a report that prints the word asked is the better one
_FOREIGN = 0.15  # share of unknown words from which a question without a place is not about reports
# Nouns that a measure word says as well: "新收复议571件" counts 案件. They tell little, and their unit stands for them.
COUNTED: dict[str, str] = {
    "案件": "件 起 宗 例 件次",
    "案子": "件 起 宗 例",
    "人员": "人 名 位",
    "人数": "人 名 位",
    "金额": "元 万元 亿元",
    "资金": "元 万元 亿元",
    "企业": "家 户",
    "场次": "场 期 次",
}
_COUNTED = 1.0
# How reports shorten the terms of this domain: "区本级新收复议571件", "受理援助案件986件", "年末在矫188人".
_SHORT: dict[str, tuple[str, ...]] = {
    "行政复议": ("复议",),
    "行政诉讼": ("诉讼",),
    "行政应诉": ("应诉",),
    "行政争议": ("争议",),
    "行政执法": ("执法",),
    "行政处罚": ("处罚",),
    "行政许可": ("许可",),
    "法律援助": ("援助", "法援"),
    "人民调解": ("调解", "调处"),
    "合法性审查": ("审查", "合审", "法审"),
    "规范性文件": ("文件",),
    "社区矫正": ("矫正", "在矫"),
    "出庭应诉": ("出庭", "应诉"),
    "安置帮教": ("帮教",),
    "法治宣传": ("普法", "宣传"),
    "法律顾问": ("顾问",),
}
_SHORT_WEIGHT = 0.85
_NAMED = 0.8  # terms lighter than this do not name the topic
# Words that compare or greet, taken out before the lexicon takes 差距 for a shortcoming.
_COMPARING = re.compile(
    r"差距(?=大|有多|多大|是|呢|[?]|$)|大不大|大吗|没有?(?:披露|提到|提及|公布|公开|说明|写到)|未(?:披露|提到|提及|公布|公开)|(?:披露|提到|提及|谈到|写到)(?:了|过|的)?|公布的|换成|换为|改成|改为|改查|两者|二者|它们|报告[里中]|[几各]份报告|谢谢你?|多谢|你好|您好|好的|麻烦(?:你|您)?|还有(?=[^一-九]{2})"
)
_FOCUS_BEFORE = re.compile(
    r"([\u4e00-\u9fffA-Za-z]{2,8}?)(?:一共|总共|共|分别|大概|到底|的?(?:总数|数量|总量))?(?:是|有|为|了|达到?|占)?(?:多少|几)"
)
_FOCUS_AFTER = re.compile(r"(?:多少|几)\s?(?:万|亿)?[\u4e00-\u9fff]?([\u4e00-\u9fff]{2,8})")


@dataclass(frozen=True, slots=True)
class Term:
    """Something that a question asks about.

    Attributes:
        text: The words in the question.
        weight: How much it counts, above 0.
        forms: Pairs (words, how well they stand for it, 0 to 1), the words themselves first.
        known: Whether the library holds the words anywhere, or they are official ones that it would use.
        everyday: Whether it came from an everyday phrase of the lexicon.
        excludes: Words of near twins that must not be taken for it.
        concept: Whether it is a term of this domain, in official or everyday words.
        section: "problem", "plan" or "result" where it names such a section of a report, else "".
        required: Whether nothing answers that lacks it (a township or district inside the place).
    """

    text: str
    weight: float
    forms: tuple[tuple[str, float], ...]
    known: bool
    everyday: bool = False
    excludes: tuple[str, ...] = ()
    required: bool = False
    concept: bool = False
    section: str = ""


Rarity = Callable[[Iterable[str]], dict[str, int]]


def read_terms(
    question: str, blanked: Sequence[tuple[int, int]], lexicon: Lexicon, rarity: Rarity, n_sentences: int
) -> tuple[Term, ...]:
    """Read the terms of a question.

    Args:
        question: A cleaned question.
        blanked: Spans of it that the scope has used (places and years).
        lexicon: Everyday phrases and equivalents.
        rarity: Gives for words the number of sentences that hold each.
        n_sentences: Sentences in the library.

    Returns:
        The terms in the order of the question; empty when it has no content.
    """
    question = _COMPARING.sub(lambda match: " " * len(match[0]), question)
    chars = list(question)
    for start, end in blanked:
        chars[start:end] = " " * (end - start)
    text = "".join(chars)
    expansions = _apart(lexicon.expand(text))
    rest = list(text)
    for expansion in expansions:
        rest[expansion.start : expansion.end] = "|" * (expansion.end - expansion.start)
    plain = _ASKING_RE.sub(" ", "".join(rest))
    focus = _focus(text)
    found = [t for e in expansions if (t := _concept_term(e, focus, rarity, n_sentences)) is not None]
    tokens = [w for w in _joined(words(plain)) if w not in _GENERIC and not _FILLER.match(w)]
    if _OWN_LEVEL.search(text):
        tokens = [t for t in tokens if "本级" not in t]
        found.append(Term("本级", _REQUIRED, (("本级", 1.0),), known=True, required=True))
    for name in _QUOTED.findall(text):
        if all(name not in e.phrase and e.phrase not in name for e in expansions):
            found.append(Term(name, _REQUIRED, ((name, 1.0),), known=True, concept=True))
    frequency = rarity(tokens)
    for token in dict.fromkeys(tokens):
        if token.isdigit() and len(token) < 2:
            continue
        known = frequency.get(token, 0) > 0
        weight = _idf(frequency[token], n_sentences) if known else _UNKNOWN
        if token in COUNTED:
            weight = _COUNTED
        elif any(token in part for part in focus):
            weight *= _FOCUS
        found.append(Term(token, weight, ((token, 1.0),), known))
    return tuple(found)


def required_term(name: str) -> Term:
    """Make the term of a place inside the place asked about, without which nothing answers.

    Args:
        name: Such as 锡尼镇 or 鸠江区.

    Returns:
        The term; its name without the suffix stands for it too.
    """
    return Term(name, _REQUIRED, ((name, 1.0), (name[:-1], 0.9)), known=True, required=True)


def in_domain(terms: Sequence[Term]) -> bool:
    """Tell whether terms can be of this domain: one is, or most are words that the library holds.

    Args:
        terms: Terms of a question that names no place.

    Returns:
        False for 法国的首都, 写一个Python快速排序, 今天天气.
    """
    total = sum(t.weight for t in terms) or 1.0
    return any(t.concept for t in terms) or sum(t.weight for t in terms if not t.known) / total <= _FOREIGN


def content_of(question: str) -> str:
    """Drop the words that ask or fill from a question.

    Args:
        question: A cleaned question, its places and years blanked.

    Returns:
        The words that say what is asked, with single spaces.
    """
    return " ".join(_ASKING_RE.sub(" ", question).split())


def _joined(tokens: Sequence[str]) -> list[str]:
    """Join single characters that stand in a row: 评查 is a word though the dictionary lacks it."""
    found: list[str] = []
    run = ""
    for token in (*tokens, ""):
        if len(token) == 1 and not token.isascii() and token not in _FUNCTION:
            run += token
            continue
        if run:
            found.append(run)
            run = ""
        if token:
            found.append(token)
    return found


def _apart(expansions: Sequence[Expansion]) -> list[Expansion]:
    """Drop phrases that overlap a longer one: 议案 in 行政复议案件 is none."""
    kept: list[Expansion] = []
    for expansion in sorted(expansions, key=lambda e: (e.start - e.end, e.start)):
        if all(expansion.end <= k.start or k.end <= expansion.start for k in kept):
            kept.append(expansion)
    return sorted(kept, key=lambda e: e.start)


def topic_of(terms: Sequence[Term]) -> str:
    """Name a topic by its terms.

    Args:
        terms: Terms of a question.

    Returns:
        The weightiest in their order, up to 20 characters, without figures if that leaves any.
    """
    words_only = [t.text for t in terms if t.weight > _NAMED and not any(c.isdigit() for c in t.text)]
    return "".join(words_only)[:20] or "".join(t.text for t in terms)[:20]


def _concept_term(
    expansion: Expansion, focus: Sequence[str], rarity: Rarity, n_sentences: int
) -> Term | None:
    """Make the term of a phrase that the lexicon knows; None for what only fills."""
    if expansion.phrase in _GENERIC or expansion.concept in _FILLING:
        return None
    share = _TWIN if expansion.source is Source.EQUIVALENT else 1.0
    forms = [(expansion.phrase, 1.0)]
    forms += [(form, share * expansion.weight) for form in expansion.officials if form != expansion.phrase]
    forms += _short_forms(forms)
    everyday = expansion.source is Source.EVERYDAY
    frequency = rarity({w for form, _ in forms for w in words(form) if len(w) > 1})
    own = max((frequency.get(w, 0) for w in words(expansion.phrase) if len(w) > 1), default=0)
    if everyday and not own:
        # The question's word is not in the library: what it stands for is as rare as its official words are on average.
        held = [f for f in frequency.values() if f] or [0]
        weight = sum(_idf(f, n_sentences) for f in held) / len(held)
    else:
        weight = _idf(own, n_sentences)
    if expansion.source is Source.EQUIVALENT:
        weight *= _EQUIVALENT
    if any(expansion.phrase in part or part in expansion.phrase for part in focus):
        weight *= _FOCUS
    return Term(
        text=expansion.phrase,
        weight=weight,
        forms=tuple(forms),
        known=any(frequency.values()) or expansion.source is Source.OFFICIAL,
        everyday=everyday,
        excludes=expansion.excludes,
        section=_SECTIONS.get(expansion.concept, ""),
        concept=expansion.source is not Source.EQUIVALENT and not expansion.concept.startswith(WORD),
    )


def _short_forms(forms: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """List how reports shorten the first two forms of a term, and how well that stands for it."""
    return [
        (short, weight * _SHORT_WEIGHT)
        for form, weight in forms[:2]
        for short in _SHORT.get(form.removesuffix("案件"), ())
    ]


def _focus(text: str) -> list[str]:
    """Find the words next to 多少 or 几: they name what is counted."""
    return [m[1] for pattern in (_FOCUS_BEFORE, _FOCUS_AFTER) for m in pattern.finditer(text)]


def _idf(frequency: int, n_sentences: int) -> float:
    """Weigh a word by how rare it is (BM25's idf, Robertson and Zaragoza 2009), held within 1 to 4."""
    value = math.log(1 + (n_sentences - frequency + 0.5) / (frequency + 0.5))
    return min(4.0, max(1.0, value))
