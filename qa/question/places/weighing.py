"""Weighs the mentions of one question against each other: which places are asked about, ruled out, lacking, or only context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from qa.patterns import lazy_re
from qa.question.places.forms import LibraryForms, LibraryPlace
from qa.question.places.mention import Mention
from qa.question.places.scope import Scope
from qa.question.places.years import YearMention
from qa.question.words.handling import is_taken_out, length_after, length_before, number_of

_UNITS = r"(?:市州|州市|旗县|县旗|区县市|县市区|市县区|区市县|区县|县区|市县|县市|区市(?!场)|区|县|市|地方|地区|城市|报告|地)"
_COUNT = r"[二两三四五六七八九十\d]{1,3}"
# "哪个区最多", "各区县", "所有地方", "五个区里", "这些地方", "which district".
_ALL = lazy_re(
    rf"(?:各个?|哪一?个|哪些|哪几个|几个|那几个|这几个|这些|那些|所有的?|全部的?|每一?个?|{_COUNT}个|{_COUNT}份|多个|不同的?)"
    rf"{_UNITS}(?![长镇级委域块直民场])|各地(?!区)|(?<![具交写成发了出])几份报告|(?:的|下面|下辖|底下)的?(?:县市区|区县|县区|县市|旗县|区|县)(?:里|里面|中|当中)"
    rf"|(?<=的)(?!报告是谁){_UNITS}(?:都?有|是)(?:哪些|哪几个|谁)"
    r"|\b(?:all|each|every|which(?!.*\b(?:more|higher|fewer|less|lower)\b)|other)\b(?:\s+of\s+the)?(?:\s+\w+)?"
    r"\s+(?:districts?|count(?:y|ies)|cit(?:y|ies)|places?|regions?|reports?)\b",
    re.IGNORECASE,
)
# "谁的败诉率最低", "哪里办得最多": a superlative over all places.
_WHO = lazy_re(r"(?:谁|哪里|哪儿|哪家|哪边|哪个(?=最))(?=(?:的|在|是)?[^,。?]{0,16}(?:最|第[一二三]))")
# "六个大队里谁最多": offices and towns are no places of the library.
_OF_OFFICES = lazy_re(
    rf"(?:(?:{_COUNT}|几)个|各个?|这些|那些|下属|所属)[\u4e00-\u9fff]{{0,4}}?(?:大队|支队|中队|分局|部门|单位|司法所|派出所|科室|街道|乡镇|镇街|[镇乡所]|领域|系统|行业)"
)
# "四县的罚没款", "三地各是多少": all places of a kind, where the library holds just so many.
_NUMBERED = lazy_re(
    r"(?<![第前哪几\d与和同跟])(?<!周边|毗邻|相邻|临近|其中|上述)(?P<n>[两二三四五六七八九十])(?:个|家)?(?P<kind>[县区市旗地])"
    r"(?![级长委域块直民场两一二三四五六七八九十]|[\u4e00-\u9fff]{0,4}(?:边界|联动|协作|合作|协议|交界|毗邻|共建))"
)
_OTHERS = lazy_re(
    rf"(?:其他|其它|其余|别的|另外几?个?)的?(?:{_COUNT}|几)?个?{_UNITS}|\bother (?:districts?|places?)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = lazy_re(r"(?:排除|不是|抛开|除去|except(?: for)?|excluding|other than)\s*$", re.IGNORECASE)
_EXCEPT = lazy_re(r"除\s*$")
_EXCEPT_AFTER = lazy_re(r"\s*(?:之外|以外|外)")
_COORDINATED = lazy_re(
    r"(?:[\s、,]|和|与|跟|同|及|以及|还有|或者?|还是|比|对比|对|vs\.?|and|or|than)+", re.IGNORECASE
)
# "和杭州市签了合作协议", "江南大学": the place is a partner or part of a name, not what is asked about.
_PARTNERED = r"(?:合作|协作|签|共建|联合|帮扶|对口|交流|考察|学习|联动|跨域|毗邻|连线|对接|结对|互认|通办)"
_PARTNER, _PARTNER_ASKED = (lazy_re(rf"[^,。?]{{0,{width}}}{_PARTNERED}") for width in (4, 10))
# "跟某省哪个开发区连线": the answer lies there
_PARTNER_SOUGHT = lazy_re(rf"的?哪[个家所]?[\u4e00-\u9fff]{{0,4}}{_PARTNERED}")
# "设在哪个区", "在哪两个地方试点": not 案件在哪个区最多
_SITED = lazy_re(
    r"(?:设立?|建|落|开|放|选|办|坐落|位|先)[在于]$|落户$|来自$|在(?:外地|外省|外面|全国|省外|市外)?哪?$"
)
# "哪些报告提到了溧阳": a place that reports speak of is what is asked for.
_TOLD_OF = lazy_re(r"(?:提到|提及|写到|讲到|说到|出现)(?:了|过)?(?:和|与|跟)?$")
_RANKED = lazy_re(r"[^,。?]{0,10}(?:最|第[一二三]|更|多少|排)")
_WITH = lazy_re(r"[与和同跟向赴到对]$|对口$")
_NAMED_AFTER = lazy_re(
    r"(?:大学|学院|银行|仲裁|海关|海事|中院|中级|高院|日报|晚报|经验|模式|样板|铁路|机场|港口|亚运|路|街道|籍)"
)
_JOINTS = frozenset((",", "、", "和", "与", "跟", "及", "以及", ""))
_QUOTED = lazy_re(r"《[^》]*》?|“[^”]*”|「[^」]*」|\"[^\"]*\"")


class ScopeReading:
    """The mentions of one question, and what they come to."""

    def __init__(
        self, text: str, forms: LibraryForms, years: Sequence[YearMention], mentions: Sequence[Mention]
    ) -> None:
        """Sort the mentions into library places, places that are lacking, and context."""
        self._text, self._forms, self._years = text, forms, years
        self._inner = [mention for mention in mentions if mention.inner]
        outer = [mention for mention in mentions if not mention.inner]
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        free = [m for m in outer if not any(start <= m.start < end for start, end in quoted)]
        # A place in a title counts only if no place stands outside and if it is in the library.
        self._known = [m for m in free if m.library] or [m for m in outer if m.library]
        self._known = [self._narrowed(mention, outer) for mention in self._known]
        self._lacking = [m for m in free if not m.library and not self._is_context(m)]
        self._excluded = [m for m in self._known if self._is_excluded(m)]
        self._wanted = [m for m in self._known if m not in self._excluded]

    def scope(self) -> Scope:
        """Put the scope together."""
        under, below = self._under()
        places = _keys(p for m in self._wanted if len(m.library) == 1 for p in m.library)
        excluded = _keys(p for m in self._excluded for p in m.library)
        places = places or tuple(key for key in _keys(below) if key not in excluded)
        lacking = list({m.name: m for m in reversed(self._lacking) if m is not under}.values())[::-1]
        spans = [(m.start, m.end) for m in (*self._known, *self._lacking)] + [y[:2] for y in self._years]
        asked = [
            match
            for pattern in (_ALL, _OTHERS, _WHO)
            for match in pattern.finditer(self._text)
            if not self._asks_partner(match)
        ]
        numbered = None if places or lacking or self._is_all(0) else self._numbered()
        if numbered:
            asked.append(numbered[0])
            places = numbered[1]
        return Scope(
            places=places,
            missing=tuple(dict.fromkeys(m.name for m in lacking)),
            years=tuple(dict.fromkeys(year for mention in self._years for year in mention.years)),
            all_places=under is None and self._is_all(len(places)),
            under=under.name if under else None,
            excluded=excluded,
            inner=tuple(dict.fromkeys(m.name for m in self._inner)),
            ambiguous=tuple(dict.fromkeys(_keys(m.library) for m in self._wanted if len(m.library) > 1)),
            offer=tuple(key for key in _keys(p for m in lacking for p in self._near(m)) if key not in places),
            corrections=tuple((m.typed, m.library[0].key) for m in self._known if m.typed and m.library),
            spans=tuple(sorted({*spans, *(match.span() for match in asked), *self._exclusion_spans()})),
            missing_as=tuple(self._text[m.start : m.end] for m in lacking),
            each=self._each(),
            at=tuple((m.start, m.end, m.library[0].key) for m in self._wanted if len(m.library) == 1),
        )

    def _each(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Pair places with the years right behind them (甲2023年、甲2024年和乙2024年); none where a place or a year is alone.

        A year in brackets is that of all places since the year before it: 甲(2022)、乙、丙(2024).
        """
        own: dict[str, tuple[int, ...]] = {}
        paired = used = waiting = 0
        named: list[Mention | YearMention] = sorted((*self._wanted, *self._years), key=lambda m: m.start)
        for at, mention in enumerate(named):
            behind = named[at + 1] if at + 1 < len(named) else None
            if isinstance(mention, YearMention) or behind is None:
                continue
            between = self._text[mention.end : behind.start].strip()
            if not isinstance(behind, YearMention):
                waiting = waiting + 1 if between in _JOINTS else 0
                continue
            if between in {"", "的", "("} and len(mention.library) == 1:
                run = [m for m in named[at - waiting : at + 1] if not isinstance(m, YearMention)]
                run = run if between == "(" else [mention]
                for one in run:
                    key = one.library[0].key if one.library else ""
                    own[key] = own.get(key, ()) + behind.years
                paired, used = paired + len(run), used + 1
            waiting = 0
        alone = paired != len(self._wanted) or used != len(self._years) or "" in own or self._lacking
        return () if alone or len(own) < 2 or len(set(own.values())) < 2 else tuple(own.items())

    def _narrowed(self, mention: Mention, others: Sequence[Mention]) -> Mention:
        """Settle a shared name by a city or province that the question names elsewhere."""
        if len(mention.library) < 2:
            return mention
        above = {name for other in others if other is not mention for name in other.above}
        fits = tuple(p for p in mention.library if above & {p.parent, p.province})
        exact = tuple(p for p in mention.library if p.name == mention.name) if mention.whole else ()
        chosen = fits or exact or mention.library
        return Mention(mention.start, mention.end, chosen, mention.others, mention.name, typed=mention.typed)

    def _is_context(self, mention: Mention) -> bool:
        """Say whether a place that the library lacks is only context: above a named one, or a partner."""
        if _TOLD_OF.search(self._text[: mention.start]):
            return True
        neighbours = [m for m in self._known if m is not mention]
        if not neighbours:
            return bool(_ALL.search(self._text)) and not mention.whole and self._is_partner(mention)
        if any(self._coordinated(mention, other) for other in neighbours):
            return self._is_partner(mention)
        names = mention.above
        over = any(
            names & {p.parent, p.province} or (not p.parent and other.start - mention.end in (0, 1))
            for other in neighbours
            for p in other.library
        )
        inside = re.search(r"[在赴到向为获被由经]$", self._text[: mention.start]) is not None
        return (
            over
            or inside
            or self._is_partner(mention)
            or _NAMED_AFTER.match(self._text, mention.end) is not None
        )

    def _is_partner(self, mention: Mention) -> bool:
        """Say whether a place is one that somebody works with: 与杭州市合作."""
        before = _WITH.search(self._text[: mention.start]) is not None
        after = (_PARTNER, _PARTNER_SOUGHT)
        return before and any(pattern.match(self._text, mention.end) for pattern in after)

    def _coordinated(self, one: Mention, other: Mention) -> bool:
        """Say whether nothing but 和, 与, 比, a comma or a year stands between two mentions."""
        first, second = sorted((one, other), key=lambda mention: mention.start)
        between = self._text[first.end : second.start]
        if len(between) > 24:
            return False
        for year in self._years:
            if first.end <= year.start and year.end <= second.start:
                between = between.replace(self._text[year.start : year.end], "")
        return _COORDINATED.fullmatch(between) is not None

    def _is_excluded(self, mention: Mention) -> bool:
        """Say whether a mention is ruled out: 不要X, 除了X和Y以外, X除外."""
        start, end = mention.start, mention.end
        for other in reversed(self._known):  # back over "X和" in "除了X和Y以外"
            if other.end < start and re.fullmatch(r"\s*[和、与及跟]\s*", self._text[other.end : start]):
                start = other.start
        for other in self._known:
            if end < other.start and re.fullmatch(r"\s*[和、与及跟]\s*", self._text[end : other.start]):
                end = other.end
        left = self._text[max(0, start - 12) : start]
        if _NOT_BEFORE.search(left) or (_EXCEPT.search(left) and _EXCEPT_AFTER.match(self._text, end)):
            return True
        return is_taken_out(left, self._text[end:])

    def _exclusion_spans(self) -> list[tuple[int, int]]:
        """List the spans of 除了 … 以外 round what is excluded."""
        spans = []
        for mention in self._excluded:
            left = self._text[max(0, mention.start - 12) : mention.start]
            match = _NOT_BEFORE.search(left) or _EXCEPT.search(left)
            before = max(length_before(left), len(match[0]) if match else 0)
            match = _EXCEPT_AFTER.match(self._text, mention.end)
            after = max(length_after(self._text[mention.end :]), len(match[0]) if match else 0)
            if before:
                spans.append((mention.start - before, mention.start))
            if after:
                spans.append((mention.end, mention.end + after))
        return spans

    def _under(self) -> tuple[Mention | None, tuple[LibraryPlace, ...]]:
        """Read "无锡各区": the city, and the library's places under it."""
        for mention in self._lacking + [m for m in self._wanted if len(self._wanted) == 1]:
            below = tuple(p for name in sorted(mention.above) for p in self._forms.under.get(name, ()))
            if (
                below
                and not any(m is not mention for m in self._wanted)
                and _ALL.search(self._text, mention.end)
            ):
                return mention, below
        return None, ()

    def _numbered(self) -> tuple[re.Match[str], tuple[str, ...]] | None:
        """Read "四县": the words, and the places of that kind, where the library holds just so many."""
        for match in _NUMBERED.finditer(self._text):
            kind = "" if match["kind"] == "地" else match["kind"]
            held = _keys(place for place in self._forms.places if place.name.endswith(kind))
            if len(held) == number_of(match["n"]) and not any(
                m.start < match.end() <= m.end for m in self._known
            ):
                return match, held
        return None

    def _asks_partner(self, match: re.Match[str]) -> bool:
        """Say whether the places asked for are those that somebody works with or a thing is in: 跟哪几个县签的, 设在哪个区."""
        before, after = self._text[: match.start()], self._text[match.end() :]
        if _SITED.search(before) and not _RANKED.search(after):
            return True
        return _WITH.search(before) is not None and _PARTNER_ASKED.match(after) is not None

    def _is_all(self, named: int) -> bool:
        """Say whether all places are asked about; 哪个区 after two named places means those two."""
        if _OTHERS.search(self._text) or (self._excluded and not named and not self._lacking):
            return True
        every = _ALL.search(self._text)
        asked = (every if every and not self._asks_partner(every) else None) or (
            _WHO.search(self._text) and not named and not _OF_OFFICES.search(self._text)
        )
        return named < 2 and not self._lacking and bool(asked)

    def _near(self, mention: Mention) -> tuple[LibraryPlace, ...]:
        """List library places to offer instead of a missing one: under it, of its sound, or beside it."""
        below = [p for name in sorted(mention.above) for p in self._forms.under.get(name, ())]
        sounds = {place.pinyin for place in mention.others} - {""}
        alike = [p for p in self._forms.places if p.pinyin in sounds]
        beside = [p for place in mention.others for p in self._forms.under.get(place.parent, ())]
        return tuple(below or alike or beside)


def _keys(places: Iterable[LibraryPlace]) -> tuple[str, ...]:
    """List the keys of places, each once, in order."""
    return tuple(dict.fromkeys(place.key for place in places))
