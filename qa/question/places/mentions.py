"""Finds the places that a question mentions: of the library, of the gazetteer only, or unknown to both.

Knows nothing of years and does not decide what the question is about: that is ``qa.question.places.scope``. The
longest name wins; a full name proves itself; a stem must not be part of a longer word (高新 in 高新技术企业),
and one that is also an everyday word (和平) counts only where a place is expected.
"""

from __future__ import annotations

from collections.abc import Callable

from qa.patterns import lazy_re
from qa.places import gazetteer
from qa.question.places.context import QuestionContext
from qa.question.places.forms import LibraryForms, LibraryPlace
from qa.question.places.fuzzy import TypoIndex, is_typo
from qa.question.places.mention import ITEM_BEFORE, Mention, beside_sibling, is_office_of, merge_mentions
from qa.question.places.unknown import unknown_names

# Names of districts that are common nouns as well: they need the city before them.
_COMMON_NAMES = frozenset(
    ("城区", "郊区", "矿区", "东区", "西区", "新城区", "城中区", "新县", "成县", "应县", "和县")
)
_KINDS = frozenset(("高新", "经开"))
_ZONE_NAMES = ("高新区", "经开区")
_ZONE = lazy_re(r"(?:国家级?)?(?:高新技术产业开发区|高新区|经济技术开发区|经济开发区|经开区|开发区)")
_AT = frozenset("在去到住")
_WHERE = frozenset("里上中下外内边头口")
# 某某分局, 某某大队: a part of an office, named by the place it is for.
_BRANCHES = ("分局", "大队", "支队", "中队", "司法所", "派出所")
_OF_TOWNS = "司法所"  # every town has one: under the name of a county they are all of its
# "昌宁街道受理几件"; not 昌宁街道路硬化
_SUBDISTRICT = lazy_re("街道(?!路)")
_TOWN_ENDS = ("镇", "乡")
_ITEM_AFTER = lazy_re(r"[、和与跟及,]([\u4e00-\u9fff]{2,4}?)(?=[、和与跟及,]|\d|$|谁|哪|的)")
# "甲乙谁败诉率低", "甲和乙", "甲比乙多": a stem beside another place is none of the everyday word that it may be.
_JOINS = lazy_re(r"\s*(?:[、,和与跟同及比]|还是|或者?)?\s*")
_JOINED = lazy_re(r"([\u4e00-\u9fff]{2,6})[、和与跟比]$")
_AGAINST = lazy_re(r"[^,。?]{1,16}?比")  # 甲清欠账款比乙多多少
# "示范村甲县几个乙几个": both are asked for in the same words.
_EACH = lazy_re(r"\s*(?:几[\u4e00-\u9fff]|多少[\u4e00-\u9fff]?)")
_ONE_STEM = 3  # characters; a longer word may be a place with the one above it
_LONGEST_FOR_TYPOS = 400  # characters; a longer text is no question in which a typing error matters


class MentionFinder:
    """Finds mentions of places, given the forms of a library's places."""

    def __init__(self, forms: LibraryForms, is_word: Callable[[str, str], bool]) -> None:
        """Prepare to look for places.

        Args:
            forms: The places of a library.
            is_word: Whether reports print a short name, before some characters, as anything but the name of their place.
        """
        self._forms = forms
        self._is_word = is_word
        self._typos = TypoIndex(forms.places)

    def find(self, context: QuestionContext, closed: bytearray) -> list[Mention]:
        """Find all mentions.

        Args:
            context: The question.
            closed: One byte for each character, 1 where no place is looked for (years).

        Returns:
            The mentions in order, without overlaps; a name with the place above it (南京市鼓楼区) is one.
        """
        found = merge_mentions(context.text, self._known(context, closed))
        taken = bytearray(closed)
        for mention in found:
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        for name in unknown_names(context, taken, self._meant):
            meant = self._meant(name.name)
            found.append(
                Mention(name.start, name.end, library=meant, name=name.name, typed=name.name if meant else "")
                if meant or not name.inner
                else Mention(name.start, name.end, name=name.name, inner=True)
            )
            taken[name.start : name.end] = b"\1" * (name.end - name.start)
        for start, end in context.tokens:  # 上海浦东 is one word of the dictionary
            others = gazetteer().find(context.text[start:end]) if end - start > _ONE_STEM else ()
            if others and not any(taken[start:end]):
                found.append(Mention(start, end, name=others[0].name, others=others, whole=False))
                taken[start:end] = b"\1" * (end - start)
        found.extend(self._misspelt(context, taken))
        return merge_mentions(context.text, sorted(found, key=lambda mention: mention.start))

    def _known(self, context: QuestionContext, closed: bytearray) -> list[Mention]:
        """Find the names that the library or the gazetteer knows."""
        text = context.text
        found: list[Mention] = []
        at = 0
        while at < len(text) - 1:
            before = found[-1] if found and found[-1].end == at else None
            mention = None
            if not closed[at]:
                ends = {*self._forms.index.ends(text, at), *gazetteer().ends(text, at)}
                tries = (self._accept(context, at, end, before) for end in sorted(ends, reverse=True))
                taken = (one for one in tries if one and not (found and is_office_of(one, found[-1], text)))
                mention = next(taken, None)
            if mention:
                found.append(mention)
            at = mention.end if mention else at + 1
        return found

    def _accept(
        self, context: QuestionContext, start: int, end: int, before: Mention | None
    ) -> Mention | None:
        """Take a known form as a mention, if it stands where it can be one."""
        form = context.text[start:end]
        library, others = self._forms.full.get(form, ()), gazetteer().named(form)
        branch = next((b for b in _BRANCHES if context.text.startswith(b, end)), "")
        if branch and not self._holds_all(form, branch) and not context.glued(start):
            return Mention(start, end + len(branch), name=form + branch, inner=True)
        if library or others:
            if form in _COMMON_NAMES and not (
                before or (context.begins(start) and context.ends(end) and library)
            ):
                return None
            if len(form) == 2 and not (before or context.stands(start, end, known=bool(library))):
                return None
            if form[:-1] in self._forms.short and context.glued(end - 1):  # 江阴|市场: the stem alone
                end -= 1
            zone = _ZONE.match(context.text, end)
            if zone and not library and others[0].level == "prefecture":
                return Mention(start, zone.end(), name=others[0].stem + zone[0])
            return Mention(start, end, library, others, others[0].name if others else form)
        return self._stem(context, start, end, before)

    def _holds_all(self, form: str, branch: str) -> bool:
        """Say whether offices of a kind are those of a whole place: 某县司法所有几个, and not one named 城关司法所."""
        if branch == _OF_TOWNS:
            return form in self._forms.full or form in self._forms.short or bool(gazetteer().named(form))
        return branch == _BRANCHES[0] and form in self._forms.full

    def _stem(self, context: QuestionContext, start: int, end: int, before: Mention | None) -> Mention | None:
        """Take a stem as a mention, or the stem with another suffix as a place that the library lacks."""
        form = context.text[start:end]
        library, others = self._forms.short.get(form, ()), gazetteer().find(form)
        begins = before is not None or context.begins(start)
        marks = [p.everyday for p in library] + [p.everyday for p in others]
        everyday = all(marks) or form in _KINDS
        if form.endswith(_TOWN_ENDS) and not begins:
            return None  # 岭北镇 is a town, and 北镇 in it no city
        if not library and _SUBDISTRICT.match(context.text, end):
            return None  # a street that bears the name of a county far away: it lies inside the place asked about
        crossed, held = context.crossed(start, end), context.held(start, end)
        if suffix := context.suffix(end):
            odd = (
                everyday
                or (suffix in ("镇", "乡") and not library)
                or context.token_at(end)[1] > end + len(suffix)
            )
            fits = begins and not odd and (library or not context.crossed(start, end + len(suffix)))
            return Mention(start, end + len(suffix), name=form + suffix) if fits else None
        if library:
            plain = not held and (begins or not crossed)
            everyday = everyday and not self._listed(context, start, end)
            ahead = context.text[max(0, start - 1) : start]  # 2024年大安, 我在大安打工
            led = ahead == "年" or ahead in _AT
            goes_on = led or context.goes_on(end) or context.heads(start, end)
            if plain and everyday and not (before or goes_on) and not context.text[:start].strip():
                everyday = self._is_word(
                    form, context.text[end : end + 1]
                )  # 新野|秸秆: nothing but a place here
            if plain and (not everyday or before or (begins and goes_on)):
                return Mention(start, end, library, others, form, whole=False)
            return None
        inside = before is not None and any(before.above & {p.parent, p.province} for p in others)
        plain = not crossed and (begins or context.ends(end))
        asked = context.asked(end) or beside_sibling(context.text[:start], others)
        # 泗洪|湖里违规围网: behind a place, in the lake and no district far away
        glued = before is not None and not asked and form[-1] in _WHERE
        if others and (inside or (plain and not glued and (not everyday or (begins and asked)))):
            return Mention(start, end, (), others, others[0].name, whole=False)
        return None

    def _listed(self, context: QuestionContext, start: int, end: int) -> bool:
        """Say whether a stem stands in a list of places (蒙自、建水、元阳), where an everyday word is none."""
        before, after = ITEM_BEFORE.search(context.text[:start]), _ITEM_AFTER.match(context.text, end)
        if self._beside_another(context, start, end):
            return True
        return any(
            words is not None
            and (self._forms.named(words[1]) or gazetteer().find(words[1]) or gazetteer().named(words[1]))
            for words in (before, after)
        )

    def _beside_another(self, context: QuestionContext, start: int, end: int) -> bool:
        """Say whether a stem stands with another place of the library: beside it, against it, or asked in the same words."""
        text, begins = context.text, context.begins(start)
        join = _JOINS.match(text, end)
        if join and (begins or join[0].strip()) and self._another_at(text, join.end(), start, end):
            return True
        behind = _JOINED.search(text[:start])
        if behind and any(self._forms.named(behind[1][at:]) for at in range(len(behind[1]) - 1)):
            return True
        against = _AGAINST.match(text, end)
        if begins and against and self._another_at(text, against.end(), start, end):
            return True
        each = _EACH.match(text, end)
        return each is not None and text[:start].rstrip(" ,、").endswith(each[0].strip())

    def _another_at(self, text: str, at: int, start: int, end: int) -> bool:
        """Say whether the name of another place of the library than the one of a span starts at a position."""
        own = text[start:end]
        return any(
            text[at:stop] != own and self._forms.named(text[at:stop])
            for stop in self._forms.index.ends(text, at)
        )

    def _meant(self, name: str) -> tuple[LibraryPlace, ...]:
        """Find the library places that an unknown full name was meant to be: same suffix, one wrong sign."""
        for size in self._typos.lengths:
            meant = self._typos.meant(name[:size])
            if fits := tuple(place for place in meant if place.stem + name[size:] == place.name):
                return fits
        zone = next((kind for kind in _ZONE_NAMES if kind in self._forms.full and is_typo(name, kind)), "")
        return self._forms.full.get(zone, ())

    def _misspelt(self, context: QuestionContext, taken: bytearray) -> list[Mention]:
        """Find stems with one wrong character, where a place is expected and no dictionary word stands."""
        text = context.text
        found: list[Mention] = []
        if len(text) > _LONGEST_FOR_TYPOS:
            return found
        for start in range(len(text)):
            for size in sorted(self._typos.lengths, reverse=True):
                end = start + size
                if end > len(text) or any(taken[start:end]) or not _may_be_typo(context, start, end):
                    continue
                if meant := self._typos.meant(text[start:end]):
                    suffix = context.suffix(end)
                    fits = tuple(place for place in meant if place.stem + suffix == place.name)
                    if suffix and not fits:
                        continue
                    end += len(suffix)
                    found.append(
                        Mention(start, end, fits or meant, whole=bool(suffix), typed=text[start:end])
                    )
                    taken[start:end] = b"\1" * (end - start)
                    break
        return found


def _may_be_typo(context: QuestionContext, start: int, end: int) -> bool:
    """Say whether a span may be a misspelt stem: no part of a longer word, and where a place is expected."""
    begins, ends = context.begins(start), context.ends(end) or bool(context.suffix(end))
    is_word = context.token_at(start) == (start, end)
    if context.crossed(start, end):
        return False
    return begins and (context.asked(end) or bool(context.suffix(end))) if is_word else begins or ends
