"""Places that a turn points at: 这两个县, 另一个, 前面那个县, 前者; a stem that means a place spoken of."""

from __future__ import annotations

from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.single.reading import Reading
from qa.question.words import handling
from qa.question.words.handling import number_of

_NTH = lazy_re(r"第([一二三四五六])个(?!问题|季度|五年|月)")


# "前面那个县的复议呢", "前者的败诉率": the place before the present one
_EARLIER = lazy_re(
    r"(?:前面|刚才|刚刚|之前|上面|先前|另外|原来)(?:说|问|提|查|看)?(?:过|到|的)*那一?个(?P<kind>[县区市旗州镇])|(?:前面|之前|先前|原来)(?:说|问|提|查|看)?(?:过|到|的)*那一?个地方|(?P<end>前者|后者)(?=的)"
)


_KIND = lazy_re(r"开发区|高新区|经开区|新区")


_STEM = 2


_SUFFIXES = frozenset("区县市旗州盟镇乡")


def pointed_at(previous: Reading, own: Reading) -> tuple[tuple[str, ...], tuple[str, ...], bool] | None:
    """Find the places that a turn points at by their number: 这两个县, 三地, 另一个; None where it points at none."""
    pointed = handling.counted(own.question)
    nth = [number_of(numeral) for numeral in _NTH.findall(own.question)]
    if nth and max(nth) <= len(previous.recent) and len(previous.recent) > 1 and not own.scope.missing:
        chosen = tuple(
            dict.fromkeys(previous.recent[n - 1] for n in nth)
        )  # 第二个比第一个少多少: as they were named
        return chosen, previous.recent, False
    if (
        pointed is None
        or (previous.all_places and len(previous.recent) < pointed.n)
        or (own.scope.missing or own.scope.under or own.scope.excluded)
    ):
        return None
    pool = previous.recent
    if pointed.rest:
        rest = tuple(p for p in pool if p not in previous.places)
        spoken = (*(place for place, _ in previous.spoken), *previous.recent)
        before = tuple(dict.fromkeys(p for p in spoken if p not in previous.places))
        if pointed.kind in _SUFFIXES:
            before = tuple(p for p in before if p.endswith(pointed.kind))
        pool = (
            rest or before[-pointed.n :] or previous.places
        )  # 另一个县呢, after 乙县 alone, is the one before it
        return (pool, previous.recent, False) if len(pool) == pointed.n else None
    if pointed.n < 2 or pointed.n == abs(previous.top):
        return None
    if len(pool) < pointed.n:
        pool = tuple(place for place, _ in previous.spoken)
    if pointed.kind in _SUFFIXES and len(pool) > pointed.n:
        of_kind = tuple(p for p in pool if p.endswith(pointed.kind))
        pool = of_kind if len(of_kind) == pointed.n else pool
    if len(previous.places) == pointed.n:
        pool = previous.places  # these were just on the table
    if len(pool) < pointed.n:
        return None
    chosen = pool[-pointed.n :]
    return chosen, chosen, False


def the_other(previous: Reading, own: Reading) -> tuple[tuple[str, ...], tuple[str, ...], bool] | None:
    """Find the place spoken of before the present one: 前面那个县的复议呢, 前者的败诉率呢; None where no turn points at one."""
    match = _EARLIER.search(own.question)
    if match is None or own.scope.missing or own.scope.inner or own.intent.compares:
        return None
    spoken = [*dict.fromkeys((*(place for place, _ in previous.spoken), *previous.recent))]
    if match["end"]:
        pair = previous.recent[-2:]
        chosen = pair[0] if match["end"].startswith("前") else pair[-1]
        return (
            ((chosen,), previous.recent, False)
            if len(pair) > 1 and "者" not in own.question[match.end() :]
            else None
        )
    others = [
        p for p in spoken if p not in previous.places and (not match["kind"] or p.endswith(match["kind"]))
    ]
    return ((others[-1],), previous.recent, False) if others else None


def meant(previous: Reading, own: Reading) -> Reading:
    """Read the stem of a place spoken of as that place, though another bears the name: 锦州 after 锦州经济技术开发区."""
    typed_out = (handling.takes_out(own.question, typed) for typed in own.scope.missing_as)
    if (
        own.scope.missing and not own.places and all(typed_out)
    ):  # 去掉丁县, which has no report: it is asked no more
        return replace(own, scope=replace(own.scope, missing=(), missing_as=(), offer=()))
    offered = own.scope.offer
    if (
        (not previous.places or "那个" in own.question)
        and not own.places
        and len(own.scope.missing) == len(offered) == 1
    ):
        kinds = (
            *previous.scope.missing,
            *(key for keys in previous.scope.ambiguous for key in keys),
            *_KIND.findall(" ".join((previous.question, *previous.places))),
        )
        if any(
            offered[0].endswith(kind) for kind in kinds
        ):  # 某市那个, after 开发区 of which there are several
            scope = replace(own.scope, missing=(), missing_as=(), places=offered)
            return replace(own, scope=scope, places=offered, recent=offered)
    names = {
        typed: [place for place in previous.recent if place.startswith(typed.rstrip("区县市旗"))]
        for typed in own.scope.missing_as
        if typed[-1:] not in _SUFFIXES or len(typed) == _STEM  # 甲市 is never 甲县, but 某州 is a stem
    }
    if len(names) < len(own.scope.missing_as) or any(len(places) != 1 for places in names.values()):
        return own
    found = {typed: places[0] for typed, places in names.items()}
    out = tuple(place for typed, place in found.items() if handling.takes_out(own.question, typed))
    named = tuple(dict.fromkeys((*own.places, *(p for p in found.values() if p not in out))))
    scope = replace(own.scope, missing=(), missing_as=(), places=named, excluded=(*own.scope.excluded, *out))
    return replace(own, scope=scope, places=named, recent=named)
