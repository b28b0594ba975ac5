"""Names of places all over the country, drawn at random, in questions of many shapes: named, set side by side, or lacking."""

import itertools
import random
from collections import Counter
from datetime import date

import pytest

from qa.places import Place, gazetteer
from qa.question.places.resolver import ScopeResolver
from qa.text import clean_question
from qa.types import ReportMeta

TODAY = date(2026, 6, 1)
LIBRARIES, HELD, LACKING = 12, 6, 2
PAIRS = (
    "{}和{}2024年公证差多少件",
    "{}比{}多调解多少件",
    "{}、{}2024年罚没金额差多少",
    "{}跟{}去年一共调解了多少",
    "{}与{}两地行政检查次数",
    "{}同{}相比负责人出庭应诉率哪个高",
    "{}和{}各收到多少复议申请",
    "{}还是{}的应诉案件多",
    "{}的复议案件是{}的几倍",
    "{}及{}的信访总量",
)
ALONE = (
    "{}2024年办了多少件公证",
    "{}有多少律师",
    "请问{}去年复议多少件",
    "{}移送公安几件",
    "{}司法所有几个",
    "我想了解{}法援情况",
    "麻烦查{}24年复议数",
    "{}本级受理多少复议",
    "{}下面哪个镇调解最多",
    "{}帮助多少农民工讨薪",
    "{}有没有提到首违不罚",
    "{}老百姓告政府告赢了几次",
)


def places() -> list[Place]:
    """Places whose stem no other place bears."""
    stems = Counter(place.stem for place in gazetteer().places)
    return [p for p in gazetteer().places if p.level in {"county", "prefecture"} and stems[p.stem] == 1]


def libraries() -> list[tuple[list[Place], list[Place], ScopeResolver]]:
    """Libraries of places drawn by a fixed seed, each with places that it lacks."""
    draw = random.Random(20)
    found = []
    for _ in range(LIBRARIES):
        drawn = draw.sample(places(), HELD + LACKING)
        held, lacking = drawn[:HELD], drawn[HELD:]
        metas = [
            ReportMeta(f"r{at}", "f.txt", p.name, p.parent, p.level, 2024, "", "", "", False, "")
            for at, p in enumerate(held)
        ]
        found.append((held, lacking, ScopeResolver(metas)))
    return found


LIBRARY = libraries()


@pytest.mark.parametrize("form", PAIRS)
def test_both_of_two_places_are_found_by_their_stems(form: str) -> None:
    missed = []
    for held, _, resolver in LIBRARY:
        for one, other in itertools.pairwise(held):
            question = clean_question(form.format(one.stem, other.stem))
            scope = resolver.resolve(question, TODAY)
            if set(scope.places) != {one.name, other.name} or scope.missing:
                missed.append(question)
    assert len(missed) <= 1, missed  # 安定, 富裕 may be words


@pytest.mark.parametrize("form", ALONE)
def test_a_place_of_the_library_is_found_by_its_full_name_and_by_its_stem(form: str) -> None:
    missed = []
    for held, _, resolver in LIBRARY:
        for place in held:
            for name in (place.name, place.stem):
                scope = resolver.resolve(clean_question(form.format(name)), TODAY)
                if scope.places != (place.name,) or scope.missing:
                    missed.append(form.format(name))
    assert len(missed) <= 3, missed  # of 144


@pytest.mark.parametrize("form", ALONE)
def test_a_place_that_the_library_lacks_is_missing_and_never_another(form: str) -> None:
    for _, lacking, resolver in LIBRARY:
        for place in lacking:
            question = clean_question(form.format(place.name))
            scope = resolver.resolve(question, TODAY)
            assert scope.places == (), question
            assert scope.missing, question
