"""Stated rates against the counts that the words say they are made of: 败诉8件 of 145件 is no 败诉率 of 5.54%.

A rate is recomputed only where its own words name the numerator (败诉率 and 败诉8件, 办结率 and 办结341件) and a count of the
same unit before it is what such a rate is a share of. Any pair of counts near by that bears the rate out silences the check.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil, floor

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval, last_digit, total
from qa.audit.ratewords import FILLING, NAME, NARROW, NARROWER, RULES, SWITCH, TELLING, Rule, plain_rule
from qa.audit.wording import finding, percent, plain
from qa.patterns import lazy_re
from qa.text import fold

_FAR = Decimal(
    "0.3"
)  # of the stated rate; counts that do not stand side by side and are further off are another pair
_FAR_ALONE = Decimal("0.6")  # where no other count near by could be what the rate is a share of
# 经调解和解结案268件,占比38.2%;纠错51件,纠错率7.3%: closed in one way, not all that was closed
_OUTCOME = lazy_re(r"调解|和解|终止|撤回|维持|驳回")
_ALL = 100  # percent; 报备率100% counts those that had to be reported, whatever stands before


def check_rates(
    before: Sequence[Figure], here: Sequence[Figure], passage: Sequence[Figure] = ()
) -> Iterator[Finding]:
    """Recompute the rates of one sentence.

    Args:
        before: Figures of the sentence before it, in the same passage, or nothing.
        here: Figures of the sentence.
        passage: Figures of the passage before it, where one count of that name is looked for last.

    Yields:
        What does not add up.
    """
    for at, rate in enumerate(here):
        name = NAME.search(rate.words)
        if rate.unit_class != "percent" or rate.mention.change or rate.mention.past or not name:
            continue
        if "分别" in rate.label or "均" in rate.label or rate.quantity.qualifier in ("以下",):
            continue
        rule = next((rule for rule in RULES if rule.name.search(name[0])), None) or plain_rule(name[0])
        if rule is None:
            continue
        pair = _pair(rule, name[0], list(before), list(here[:at]), rate)
        if pair is None and rule.ahead and (only := _only_whole(rule, passage)):
            pair = _pair(rule, name[0], [only], list(here[:at]), rate)
        if pair is not None:
            counts = [f for f in here[:at] if f.counts]
            together = counts[-len(pair[0]) - 1 :] == [pair[1], *pair[0]] or _one_list(pair[1], counts)
            if rule.named and not together:
                continue
            beyond = [f for f in before if f.counts]
            yield from _judge(
                rule, rate, *pair, [f for f in here if f.counts] or beyond, beyond, together=together
            )


def _only_whole(rule: Rule, passage: Sequence[Figure]) -> Figure | None:
    """Find the one count of a passage that a rate may be a share of, by the words that leave no doubt; None if several."""
    found = [f for f in passage if f.counts and not f.part and rule.whole.search(f.words)]
    found = [f for f in found if not NARROWER.search(f.words) and not _OUTCOME.search(f.words)]
    return found[-1] if len({f.quantity.amount for f in found}) == 1 else None


def _one_list(whole: Figure, counts: list[Figure]) -> bool:
    """Tell whether all counts behind a whole are one list of its parts: 审结33件,其中维持19件、驳回4件、撤销1件,纠错率3%."""
    listed = counts[counts.index(whole) + 1 :] if whole in counts else []
    return (
        bool(listed)
        and listed[0].part
        and all(f.before.startswith(("、", ",其中", "(其中")) or f.part for f in listed)
    )


def _pair(
    rule: Rule, name: str, before: list[Figure], here: list[Figure], rate: Figure
) -> tuple[list[Figure], Figure] | None:
    """Find the numerators and the denominator that the words of a rate name, or None."""
    parts = [f for f in here if f.counts and _is_part(rule, f)]
    own = [f for f in parts if f.segment == rate.segment]
    pool = here
    if own:
        parts = own
    elif rule.ahead and not any(f.counts for f in here):
        pool = before
        parts = [f for f in before if f.counts and _is_part(rule, f)]
    else:
        return None
    if not parts:
        return None
    parts = parts if rule.sums else parts[-1:]
    if len({f.unit_class for f in parts}) > 1 or any("分别" in f.label or f.mention.thing for f in parts):
        return None
    first = parts[0]
    wholes = [f for f in pool[: pool.index(first)] if _is_whole(rule, f, first)]
    near = [f for f in wholes if f.segment == first.segment]
    if not near and rule.ahead:
        near = wholes or [f for f in before if pool is here and _is_whole(rule, f, first)]
    if not near:
        return None
    firm = [f for f in near if rule.firm.search(f.words + f.noun)]
    whole = (firm or near)[-1]
    between = [*before, *here] if whole in before else pool
    between = between[between.index(whole) + 1 : between.index(first) + 1]
    said = fold(whole.sentence.text[: whole.quantity.start])
    if {m for f in between for m in SWITCH.findall(rule.part.sub("", f.before))} - set(SWITCH.findall(said)):
        return None
    if between[0] is not first and between[0].joined:
        return None  # the whole is one of two: 收到建议142件、提案136件,办复278件
    told = first.words + first.noun + whole.words + whole.noun
    narrow = {m[0] for m in NARROW.finditer(name)} - {m[0] for m in NARROW.finditer(told) if m[0] != "其中"}
    narrow -= set(TELLING.findall(name)) if rule.sums else set()
    if narrow or _scope(rule, name, first, whole):
        return None
    return parts, whole


def _is_part(rule: Rule, figure: Figure) -> bool:
    """Tell whether a count is named as the numerator."""
    return rule.part.search(figure.words or figure.noun) is not None


def _is_whole(rule: Rule, figure: Figure, part: Figure) -> bool:
    """Tell whether a count before the numerator is named as the denominator."""
    words = figure.words + figure.noun
    return (
        figure.counts
        and figure.unit_class == part.unit_class
        and rule.whole.search(words) is not None
        and "分别" not in words
        and not (rule.part.search("纠错") and _OUTCOME.search(words))
        and not figure.joined
    )


def _scope(rule: Rule, name: str, part: Figure, whole: Figure) -> bool:
    """Tell whether one of the two counts speaks of a narrower body than the other (其中市本级23件)."""
    own = {m[0] for m in NARROWER.finditer(part.words)}
    left = rule.part.sub("", FILLING.sub("", part.words))
    if name.startswith(("优", "良")):
        left = left.removeprefix("评出")  # 评出优秀案卷54卷,优秀率33.8%; no numerator of 合格率
    for word in {m[0] for m in NARROW.finditer(name)}:
        left = left.replace(word, "")  # 按期办结164件,按期办结率: narrowed alike
    return bool(own - {m[0] for m in NARROWER.finditer(whole.words)}) or (
        len(left) > 1 and left not in whole.words + whole.noun
    )


def _judge(
    rule: Rule,
    rate: Figure,
    parts: list[Figure],
    whole: Figure,
    here: list[Figure],
    before: list[Figure],
    *,
    together: bool,
) -> Iterator[Finding]:
    """Compare a rate with its counts, and with every other pair that might have been meant."""
    for some, used in _numerators(rule, parts, here):
        others = [o for o in (*here, *before) if o not in used and o.unit_class == whole.unit_class]
        shares = [s for o in others if (s := some.over(o.bounds, 100)) and s.low <= 100]
        if any(s.meets(rate.bounds) for s in shares):
            return
    added = total(f.bounds for f in parts)
    share = added.over(whole.bounds, 100)
    if share is None or share.meets(rate.bounds):
        return
    gap, step = share.gap(rate.bounds), last_digit(rate.quantity)
    firm = rule.firm.search(whole.words + whole.noun) is not None and len(parts) == 1
    impossible = _exact_numerator(rule, parts) and not _some_whole(added, rate.bounds)
    if gap < step / 2:
        severity = Severity.ROUNDING
    elif firm or impossible:
        severity = Severity.CONTRADICTION
    else:
        severity = Severity.SCOPE
    if rate.bounds.meets(Interval(Decimal(_ALL), Decimal(_ALL))) and not firm:
        return
    alone = len(
        [f for f in (*before, *here) if rule.whole.search(f.words) and f.unit_class == whole.unit_class]
    )
    far = _FAR if alone > 1 else _FAR_ALONE
    if not together and (share.low > 100 or (not firm and gap > far * rate.quantity.amount)):
        return
    told = "+".join(plain(f) for f in parts)
    told = f"({told})" if len(parts) > 1 else told
    computed = percent(share, rate)
    note, note_en = "", ""
    if impossible and not firm and severity is Severity.CONTRADICTION:
        note = f"；分子为{told}时，分母取任何整数都得不出{rate.quantity.printed}"
        note_en = f"; with {told} on top no whole number below gives {rate.quantity.printed}"
    elif severity is Severity.SCOPE:
        note, note_en = "；分母可能另有所指", "; the denominator may be another one"
    yield finding(
        Kind.RATE,
        severity,
        rate,
        [*parts, whole],
        computed=computed,
        arithmetic=f"{told}÷{plain(whole)}={computed}",
        note=note,
        note_en=note_en,
    )


def _numerators(
    rule: Rule, parts: list[Figure], pool: list[Figure]
) -> Iterator[tuple[Interval, list[Figure]]]:
    """List what may have been divided: each count near by, and sums of the named ones; with the counts used."""
    for figure in pool:
        yield figure.bounds, [figure]
    if rule.sums:
        named = [f for f in pool if _is_part(rule, f)]
        runs = [named[start:end] for start in range(len(named)) for end in range(start + 2, len(named) + 1)]
        for run in [*runs, parts]:
            yield total(f.bounds for f in run), run


def _exact_numerator(rule: Rule, parts: list[Figure]) -> bool:
    """Tell whether the numerator is one exact count that the words name without doubt."""
    [first, *more] = parts
    return not more and not rule.sums and first.bounds.low == first.bounds.high


def _some_whole(part: Interval, rate: Interval) -> bool:
    """Tell whether some whole number below the line gives the rate."""
    if rate.low <= 0 or not part.low:
        return True
    return floor(part.low * 100 / rate.low) >= ceil(part.low * 100 / rate.high)
