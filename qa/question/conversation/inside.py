"""Which turns ask of the places inside the one spoken of: 下面哪个县最少, 其中各县区分别多少, 各镇街呢.

Such a turn stays inside that place: the figures of other places of the library would be of another thing. Knows the names of
kinds of places and, from the gazetteer, which places have counties below them; no report.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice

from qa.patterns import lazy_re
from qa.places import gazetteer
from qa.question.single.intent import Task
from qa.question.single.intent_reading import read_intent
from qa.question.single.reading import Reading
from qa.question.words import handling

COUNTY, TOWN = "county", "town"

COUNTIES = (
    r"(?:县市区|市县区|区县市|市区县|区市县|旗县区|县区|区县|区市(?!场)|县市|市县|旗县|县旗|县|区|市|旗)"
)
_TOWNS = r"(?:乡镇街道|镇街道|乡镇|镇街|镇乡|街镇|乡街|街乡|街道|苏木|镇|乡|村居|村社区|村|社区)"
_NOT_A_PLACE = (
    r"(?!局|委|级|域|长|直|块|政府部门|部门|单位|法院|企|办(?!理|了|案|结|件|的|过|得|多|少)|矫|干部|综合)"
)
# "下面哪个县收得最少", "各县区里头"
_INSIDE = lazy_re(
    rf"(?:下面|下辖|辖区|辖内|所辖|管辖|底下|手下|下属|内部|市里|州里|全[市州]|县级)[^,。?]{{0,8}}?(?:各|哪|几|的)[^,。?]{{0,4}}?{COUNTIES}"
    rf"|(?:各|几个|这些|那些)?(?:(?:县市区|市县区|区县市|区市县|县区|区县|县市|市县|区市(?!场))|各[县区市旗])(?:里头|里面|里|之中|当中|中间|之间|中)"
)
_WHICH = lazy_re(
    rf"哪(?:一|几)?[个些]?{COUNTIES}(?!局|委|级|域|长)|各{COUNTIES}(?:里|中|之|当)|{_INSIDE.pattern}"
    rf"|各个?{COUNTIES}[^,。?]{{1,20}}最[多少高低大小][^,。?]{{0,6}}(?:哪|谁)"  # 各县区追发工资最多的是哪个
)
# "6个区县从多到少怎么排"
_ALL_OF = lazy_re(rf"(?:[两三四五六七八九十]|\d{{1,2}}|各)个?{COUNTIES}{_NOT_A_PLACE}")
# "其中各县区", "里面哪几个区"
_AMONG = lazy_re(
    rf"(?:其中|里头?|里面|当中|下面|下辖|辖区|辖内|所辖|底下|下属)[^,。?]{{0,10}}?(?:各个?|哪(?:一|几)?[个些]?|每个?|几个){COUNTIES}{_NOT_A_PLACE}"
)
# "各镇街呢", "哪个街道最多": a place's towns are always its own.
_WHICH_TOWN = lazy_re(rf"(?:各个?|每个?|哪(?:一|几)?[个些]?){_TOWNS}{_NOT_A_PLACE}")
_EACH_TOWN = lazy_re(
    rf"(?:(?:各个?|每个?|几个|多少个|哪个)(?:{_TOWNS})|(?<![\u4e00-\u9fff]{{2}}[乡镇])(?:乡镇街道|乡镇|镇街|镇乡|街镇)(?!长|村)(?:执法队)?){_NOT_A_PLACE}"
)
_WHICH_ONE = lazy_re(
    r"最[多少高低][^,。?]{0,4}(?:是)?(?:哪一?[个家](?![\u4e00-\u9fff])|谁)|(?:哪一?[个家]|谁)[^,。?]{0,3}最[多少高低]"
)
# "这三个镇哪个最多", of which one was asked about or none
_THESE_TOWNS = lazy_re(
    rf"(?:这|那|上面|前面|刚才)(?:的)?(?:[两三四五六七八九十几]|\d{{1,2}}|些)个?{_TOWNS}(?:里面?|当中|之中|中)?[^,。?]{{0,6}}?(?:哪|谁)"
)
_SO_MANY_TOWNS = lazy_re(rf"(?:[三四五六七八九十]|\d{{1,2}})个?{_TOWNS}{_NOT_A_PLACE}")
# "10个镇街加一块呢", "各乡镇合计呢": all of them together
_IN_ALL = lazy_re(r"合计|总计|总共|一共|总数|加(?:在|到)?一[起块]|加起来|合起来|总和|之和|全加")
# "人民调解最少的是哪个乡镇": of all, and not only of those spoken of; 这两个里哪个镇最多 points at these
_FIRST_OF_ALL = lazy_re(
    rf"最[多少高低大小][^,。?]*哪(?:一|几)?[个些]?{_TOWNS}|哪(?:一|几)?[个些]?{_TOWNS}[^,。?]*最[多少高低大小]"
)
# "各县区分别多少": each of them is asked for.
_EACH = lazy_re(rf"(?:各个?|每个?){COUNTIES}{_NOT_A_PLACE}(?!里|中|之|当)")
# "市政府和各县区": who is asked about, not what.
_ITSELF = lazy_re(r"[市区县州旗盟](?:政府|本级|级)|本级")
_WHO = lazy_re(rf"^(?:{_ITSELF.pattern}|政府|下面|下辖|辖区|各?{COUNTIES}|各?{_TOWNS})$")
# "各县区分别多少", "各镇是多少"; not "各镇街完成审查多少件", which may ask for their total.
_APART = lazy_re(
    rf"各(?:个)?{COUNTIES}(?!.*(?:一共|总共|合计|加起来|总数|总计|总量))[^,。?]{{0,20}}(?:多少|几)|分别|各自|各(?:是|有|为|占|达)?(?:多少|几)|都(?:是|有)?(?:多少|几)|(?:{COUNTIES}|{_TOWNS})(?:的|是|有|呢|都|各){{0,2}}(?:多少|几)"
)
# "受理的呢", after a list of counties: of each of them again
_STAGE = lazy_re(r"^(?:那|那么)?[^,，。?全]{2,6}呢[?。]*$")
_BARE = lazy_re(r"^(?:那|那么)?(?:哪个|谁|哪里|哪儿|哪家)(?:最|的最|更)[^,，。]{1,4}$")
_SHORT = lazy_re(r"^(?:那|那么|其中|这|里面)?(?:的)?(?:各个?|每个?)[^,。?]{1,6}?(?:呢|的呢|情况)?[?。!]*$")
THESE_KIND = lazy_re(r"(?:[两三四五六七八九十几\d]|这|那)[几些]?个?(?:县市区|县区|区县|县市|区|县|市|旗)")
# "其他县呢", after one of them
OTHERS_KIND = lazy_re(rf"(?:其他|其它|其余|别的|另外)的?(?:几个|各)?{COUNTIES}")
# "全市的呢", "市里一共多少": the place itself again, after one inside it
WHOLE = lazy_re(r"全[市县区州旗省]|整个?[市县区州]|[市县区州]里(?:总|整|合|一?共)|总的")
_DEPARTMENT = lazy_re(r"(?:局|委员会|委|厅|署|总队|支队)$")
_SEVERAL_INSIDE = 2
_FIGURES = frozenset({Task.NUMBER, Task.COMPARE, Task.RANK, Task.DIFFERENCE})


def inside_kind(previous: Reading | None, own: Reading) -> str:
    """Tell which places inside the one spoken of a turn asks about.

    Args:
        previous: The reading of the turn before, or None at the start.
        own: The turn read by itself.

    Returns:
        ``COUNTY``, ``TOWN``, or "" where the turn asks of no places inside.
    """
    places = own.places or (previous.places if previous is not None else ())
    under = own.scope.under and not places[0].startswith(own.scope.under) if places else own.scope.under
    if (
        len(places) != 1 or own.scope.missing or under
    ):  # a city that has a report of its own tells of its counties
        return ""
    question, intent = own.question, own.intent
    ordered = bool(end_of(own) or intent.ordinal or intent.task in {Task.RANK, Task.DIFFERENCE})
    each = _SHORT.match(question) is not None or (
        intent.task in _FIGURES and _APART.search(question) is not None
    )
    if (ordered or each) and _WHICH_TOWN.search(question):
        return TOWN
    if ordered and not own.scope.inner and _THESE_TOWNS.search(question):
        return TOWN
    of_each = previous is not None and _EACH_TOWN.search(previous.content) is not None
    if of_each and ordered and not own.terms and _WHICH_ONE.search(question):
        return TOWN  # 乙县办得最少的是哪个, after 各乡镇办了多少
    if previous is None or own.places:
        named = ordered and (_WHICH.search(question) or _ALL_OF.search(question)) is not None
        named = named and (_WHICH.search(question) is not None or _has_counties(places[0]))
        return COUNTY if named or (each and _EACH.search(question) and _has_counties(places[0])) else ""
    if (ordered or each) and _AMONG.search(question):
        return COUNTY
    if ordered and _INSIDE.search(question):
        return COUNTY
    asked = (ordered and _WHICH.search(question)) or (each and _EACH.search(question))
    if asked and len(previous.recent) < 2 and _has_counties(places[0]):
        return COUNTY
    whole = own.all_places and handling.asks_every(question) and not _WHICH.search(question)
    again = ordered and not whole and not own.terms and handling.counted(question) is None
    stage = bool(own.terms) and _STAGE.search(question) is not None and not _ITSELF.search(question)
    if not own.scope.inner and _SO_MANY_TOWNS.search(question) and _IN_ALL.search(question):
        return TOWN  # 三个镇加一起, of which two were asked about
    spoken = bool(previous.inner or any(kind == TOWN for _, _, kind in previous.inside))
    if spoken and _IN_ALL.search(question) and _EACH_TOWN.search(question) and not own.scope.inner:
        return TOWN
    if previous.inner and (again or stage):
        return previous.inner
    bare = ordered and own.all_places and _BARE.match(question) is not None and len(previous.recent) < 2
    return COUNTY if bare and _has_counties(places[0]) else ""


def spoken_inside(previous: Reading | None, reading: Reading) -> tuple[tuple[str, str, str], ...]:
    """List the places inside the one spoken of that were asked about so far.

    Args:
        previous: The reading of the turn before, or None at the start.
        reading: The reading of a turn.

    Returns:
        Each as (name, words of the question, ``COUNTY`` or ``TOWN``), the last one asked about last.
    """
    scope = reading.scope
    named = [(name, typed, COUNTY) for name, typed in zip(scope.missing, scope.missing_as, strict=True)]
    named += [(name, name, TOWN) for name in scope.inner]
    if previous is None or not _same_above(previous, reading):
        return tuple(named)
    kept = tuple(place for place in previous.inside if place not in named)
    return (*kept, *named)


def _same_above(previous: Reading, reading: Reading) -> bool:
    """Tell whether two turns speak of places inside one and the same place."""
    if reading.scope.missing and not lies_inside(replace(reading, recent=previous.recent)):
        return False
    return (
        not reading.places or reading.places == previous.recent[-1:] or reading.places == above_of(previous)
    )


def without_all(previous: Reading, own: Reading) -> Reading:
    """Take 各镇, 各县区 out of the topic where a turn names one of them: 横渠镇呢, after 各镇调解成功多少件.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        The reading of the turn before, without those words.
    """
    if not (own.scope.inner or own.scope.missing) or own.places:
        return previous
    return replace(previous, terms=tuple(t for t in previous.terms if not _WHO.search(t.text)))


def gathered_inside(previous: Reading, own: Reading) -> Reading:
    """Point a turn at the places inside that were asked about one by one: 三个区从高到低, 这两个镇哪个高, 再加上丙镇.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        The turn with those places named, or the same.
    """
    scope, question = own.scope, own.question
    if own.places or own.years or scope.under or scope.ambiguous or not previous.inside:
        return own
    table = [
        place for place in previous.inside if place[0] in {*previous.scope.missing, *previous.scope.inner}
    ]
    if scope.missing or scope.inner:
        if not handling.adds(question) or len(table) < _SEVERAL_INSIDE:
            return own
        return _named_inside(own, [*table, *spoken_inside(None, own)])
    pointed = handling.counted(question)
    ordered = bool(end_of(own) or own.intent.ordinal or own.intent.combine)
    ordered = ordered or own.intent.task in {Task.RANK, Task.DIFFERENCE}
    if pointed is not None and not pointed.rest:
        chosen = list(previous.inside[-pointed.n :]) if 1 < pointed.n <= len(previous.inside) else []
    elif THESE_KIND.search(question) or handling.is_plural(question) or handling.gathers(question):
        chosen = list(previous.inside)
    elif own.terms and _FIRST_OF_ALL.search(question):
        chosen = []
    elif ordered or own.intent.compares:
        chosen = table if len(table) != 1 or own.terms else list(previous.inside)
        chosen = [] if WHOLE.search(question) or handling.asks_every(question) else chosen
    else:
        chosen = []
    return _named_inside(own, chosen) if len(chosen) >= _SEVERAL_INSIDE else own


def _named_inside(own: Reading, places: Sequence[tuple[str, str, str]]) -> Reading:
    """Name places inside in a turn that points at them."""
    counties = [place for place in places if place[2] == COUNTY]
    scope = replace(
        own.scope,
        all_places=False,
        missing=tuple(name for name, _, _ in counties),
        missing_as=tuple(typed for _, typed, _ in counties),
        inner=tuple(name for name, _, kind in places if kind == TOWN),
    )
    return replace(own, scope=scope, all_places=False)


def end_of(own: Reading) -> str:
    """Give the end of an order that a turn asks for, though its 哪个区 is read as a scope: 点名哪个区败诉率高."""
    return own.intent.extreme or read_intent(own.question).extreme


def kept_inside(own: Reading) -> Reading:
    """Take a turn that asks of places inside one away from the whole library."""
    intent = replace(own.intent, extreme=end_of(own))
    terms = tuple(t for t in own.terms if not _WHO.search(t.text))
    scope = replace(own.scope, all_places=False)
    return replace(own, intent=intent, all_places=False, scope=scope, terms=terms)


def itself_too(question: str) -> bool:
    """Tell whether a turn asks of the place's own offices beside the places inside: 其中市政府和各县区分别多少."""
    return _ITSELF.search(question) is not None


def without(content: str, names: Sequence[str]) -> str:
    """Take names out of the content of a question."""
    return re.compile("|".join(map(re.escape, names))).sub("", content)


def of_itself(own: Reading) -> bool:
    """Tell whether a turn asks of a part of the place spoken of: 市本级的呢, 某镇呢."""
    return bool(own.scope.inner) or any(t.text == "本级" for t in own.terms)


def above_of(previous: Reading) -> tuple[str, ...]:
    """Give the place spoken of last that holds all places without a report that a turn named; () if none does."""
    found = [{place.parent for place in gazetteer().named(name)} for name in previous.scope.missing]
    above = (
        place
        for place in reversed(previous.recent)
        if found and all(is_above(place, parents) for parents in found)
    )
    return tuple(islice(above, 1))


def is_above(place: str, parents: Collection[str]) -> bool:
    """Tell whether a place is the one above others, or the department of it that speaks for its field.

    Args:
        place: A place spoken of.
        parents: Full names of the places above the others.

    Returns:
        Whether it is one of them, or a department named after one.
    """
    named = _DEPARTMENT.search(place) and any(parent and place.startswith(parent) for parent in parents)
    return place in parents or bool(named)


def lies_inside(previous: Reading) -> bool:
    """Tell whether the places that a turn named without a report lie inside one place spoken of."""
    return bool(above_of(previous))


def after_compared(previous: Reading, own: Reading) -> Reading | None:
    """Read a turn that set counties side by side as one on the place that told of them: 罚了多少钱, after 甲县和乙县哪个多.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself, which names no place.

    Returns:
        The reading of the turn before, of the place above; None where this turn compares on, or asks nothing of its own.
    """
    above = above_of(previous)
    if len(previous.scope.missing) < _SEVERAL_INSIDE or not above or own.intent.compares or not own.terms:
        return None
    scope = replace(previous.scope, missing=(), missing_as=())
    intent = replace(previous.intent, task=Task.NUMBER, extreme="", ordinal=0, combine="")
    asked = (
        previous.subject
    )  # what the comparison was of, and no share or part of it asked since (市城区占多少)
    terms, content = (asked.terms, asked.content) if asked else (previous.terms, previous.content)
    return replace(previous, places=above, scope=scope, intent=intent, terms=terms, content=content)


def _has_counties(place: str) -> bool:
    """Tell whether a place has counties below it: 哪个县最多 asks of them, and never of those of a county."""
    return any(found.level in {"province", "prefecture"} for found in gazetteer().named(place))
