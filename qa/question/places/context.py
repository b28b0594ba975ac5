"""What stands round a span of a question: word borders, and the places where a place name is expected.

The lists are of function words and of official nouns of general use; none of them names a place.
"""

from __future__ import annotations

from functools import cached_property

from qa.patterns import lazy_re
from qa.text import HAN, words

_HAN = lazy_re(HAN)
# Words after which a place may begin: "和X比", "2024年X", "换成X".
_LEFT = lazy_re(
    r"(?:[在和与跟比同及或查看要问说讲对像给让那请的了年度月是把由从到呢吗再就按去住找替为以听被]"
    r"|[那这]个|(?:么|为啥|咋)(?:没有?|缺|少了?|不见)|关于|介绍|了解|超过|赶[得不]上|告诉我?|知道|总结|概括|列出|对比|比较|相比|除了|不要|不含|排除|以及|还有|还是|不是|而是|一下|帮我|[还又]想)$"
)
# Words that follow a place: "X呢", "X的", "X2024年", "X法治政府建设".
_RIGHT = lazy_re(
    r"呢|吗|吧|的|差|和|与|跟|比|同|及|或|在|有|是|也|去年|今年|前年|上年|上一年|[一二][〇零○一二三八九]|各|全年|里|哪|谁|多少|收|办"
    r"|共|那|到底|方面|这边|那边|法治|司法|政府|公安|行政|没|怎么|如何|一共|总共|相比|还是|以及|还有|不|除外|调解|复议|败诉|法律|法援|做|开展|建|提|受理|审|查|罚|化解|处理|出|新|组织|举|排"
)
# After a place that the library has: "某县法院", "某区城管", "某县人碰到", "某州抢山林的架", "某县镇上", "某区这边".
_AFTER_KNOWN = lazy_re(
    r"人|老百姓|乡下|镇|乡|村|街|直接|纠错|应诉|出庭|年末|年底|登记|这|设|搞|找|给|对|为|把|要|能|想|自|农|本级|移送|现在|下面|培训|网上|聘|清理|明年|企|居民|市民|市场|群众|抢|挂|被|拆|盖|跑|花|去|来|让|请|派|叫|用|拿|管|得|到底"
    r"|案卷|案[件子]|官司|纠纷|律师|处罚|执法|城管|清欠|拖欠|公证|普法|法援|信访|综治|热线|食品|抽检|政务|规范性文件|重大(?:行政)?决策|合法性|人民调解|矛盾|社区矫正|持证|免罚|首违|入企|涉企|营商"
    r"|城管|城市管理|应急|法院|检察|交通|市监|人社|住建|卫健|民政|民事|刑事|民营|民生|民主|民警|教育|自然资源|税务|财政|医保|消防"
)
# What may follow it at the very head of a question, where a place is named first: 日照帮打工的人, 日照下面四个区县.
_AFTER_HEAD = lazy_re(
    r"帮|下面|下辖|下属|底下|各[区县市镇乡街]|在|办[了理过]|查[了处过]|抓[了过]|修[了过]|开[了过]|收[了到过]|有[多几没]|总共|一共|全[市县区]|那边|这边|今年|去年|一年"
)
_ASKED = lazy_re(r"\s*(?:呢|(?:的)?(?:\d|去年|今年|前年|上年|[一二][〇零○]))")
# "X市场监管局", "X区域": what looks like a suffix begins another word.
_NO_SUFFIX = lazy_re(
    r"市(?:[场政级面值容外内直县区]|民(?!事|政|营|族|警|商|主|生|间|法典))|区[域块间划别分级]|县[域级市区]|乡[村镇贤土亲下里]|镇[街乡级村域上里(（、]|旗[下舰]"
)
_BETWEEN = "和与跟同及比"
_OF_A_PLACE = (
    "人话网报"  # 某县人, 某县话; 某地网|上, 某地报|了 where the dictionary knows a paper of that name
)
_SUFFIX = lazy_re(
    r"(?:自治[县州旗区]|新区|地区|高新(?:技术产业开发)?区|经济(?:技术)?开发区|经开区|开发区|省|市|区|县|旗|镇|乡)"
)


class QuestionContext:
    """A question with its word borders, which are computed once and only if something asks for them."""

    def __init__(self, text: str) -> None:
        """Hold a question.

        Args:
            text: A cleaned question.
        """
        self.text = text

    @cached_property
    def tokens(self) -> list[tuple[int, int]]:
        """Spans of the words of Chinese characters, in order."""
        spans = []
        at = 0
        for word in words(self.text):
            if _HAN.match(word):
                at = self.text.index(word, at)
                spans.append((at, at + len(word)))
                at += len(word)
        return spans

    @cached_property
    def _inside(self) -> bytearray:
        """For every position 1 if a word runs across it, else 0."""
        marks = bytearray(len(self.text) + 1)
        for start, end in self.tokens:
            marks[start + 1 : end] = b"\1" * (end - start - 1)
        return marks

    @cached_property
    def _token_of(self) -> dict[int, tuple[int, int]]:
        """The word that holds a position."""
        return {at: span for span in self.tokens for at in range(*span)}

    def token_at(self, at: int) -> tuple[int, int]:
        """Give the span of the word that holds a position.

        Args:
            at: A position in the question.

        Returns:
            The word's half-open span; of one character where there is no Chinese word.
        """
        return self._token_of.get(at, (at, at + 1))

    def crossed(self, start: int, end: int) -> bool:
        """Say whether a word runs across either border of a span."""
        return bool(self._inside[start] or self._inside[end])

    def held(self, start: int, end: int) -> bool:
        """Say whether one longer word holds the whole span (高新 in 高新技术)."""
        first, last = self.token_at(start)
        if first == start and last == end + 1 and self.text[end] in _OF_A_PLACE:
            return False  # 某县人 is who lives there, 某县网上 no website
        if 0 < first == start - 1 and last == end and self.text[first] in _BETWEEN:
            return False  # 甲县和乙城 though the dictionary knows a person 和乙城
        return first <= start and end <= last and last - first > end - start

    def begins(self, start: int) -> bool:
        """Say whether a place may begin here: at an edge, after punctuation or after a function word."""
        before = self.text[max(0, start - 4) : start]
        return not before or not _HAN.match(before[-1]) or _LEFT.search(before) is not None

    def ends(self, end: int) -> bool:
        """Say whether a place may end here: at an edge, before punctuation, a digit or a usual word."""
        after = self.text[end : end + 4]
        return not after or not _HAN.match(after[0]) or _RIGHT.match(after) is not None

    def goes_on(self, end: int) -> bool:
        """Say whether the name of a place that the library has may end here: before more words than an unknown one may."""
        return self.ends(end) or _AFTER_KNOWN.match(self.text, end) is not None

    def heads(self, start: int, end: int) -> bool:
        """Say whether the name of a place that the library has heads the question, before words that go on from a place."""
        return not self.text[:start].strip() and _AFTER_HEAD.match(self.text, end) is not None

    def stands(self, start: int, end: int, *, known: bool) -> bool:
        """Say whether a full name of two characters (洋县) stands here, and not the end of one word and the start of another.

        Args:
            start: First character of the name.
            end: One past its last character.
            known: Whether the library has the place; another's name must begin where a place is expected.

        Returns:
            Whether it may be the place.
        """
        begins = self.begins(start)  # 比|高县 though 比高 is a word
        return not self.glued(end - 1) and (begins or (known and not self._inside[start]))

    def asked(self, end: int) -> bool:
        """Say whether what ends here is plainly asked about: 呢 or a year follows."""
        return _ASKED.match(self.text, end) is not None

    def glued(self, at: int) -> bool:
        """Say whether what looks like a suffix here begins another word: 市 of 市场, 区 of 区域."""
        return _NO_SUFFIX.match(self.text, at) is not None

    def suffix(self, end: int) -> str:
        """Read the suffix of a place name that follows a position.

        Args:
            end: One past the last character of a stem.

        Returns:
            The suffix, or "" if none follows or if it begins another word (市场, 区域).
        """
        if self.glued(end):
            return ""
        found = _SUFFIX.match(self.text, end)
        return found[0] if found else ""
