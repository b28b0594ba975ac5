"""What earlier turns lend to the next: place, year, topic and unit, each on its own.

A conversation is read again from its questions at every turn, so that nothing is remembered that a reader could not see.
"""

from __future__ import annotations

from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.conversation import moves
from qa.question.conversation.asides import aside_of, more_of
from qa.question.conversation.carry_intent import asks_whose, by_measure, carry_intent, of_one, top_of
from qa.question.conversation.carry_places import carry_left_out, carry_places
from qa.question.conversation.carry_plans import plans_of_report, without_planning
from qa.question.conversation.carry_topic import carry_topic
from qa.question.conversation.carry_years import (
    asks_rate_of_change,
    by_library,
    carry_lately,
    carry_years,
    joins_after_look_back,
    moves_year,
)
from qa.question.conversation.counted_years import as_answered, now_after
from qa.question.conversation.fallbacks import of_inner, with_fallback
from qa.question.conversation.inside import (
    COUNTY,
    OTHERS_KIND,
    THESE_KIND,
    WHOLE,
    above_of,
    after_compared,
    gathered_inside,
    inside_kind,
    kept_inside,
    lies_inside,
    of_itself,
    spoken_inside,
    without_all,
)
from qa.question.conversation.lent_words import as_lent, of_other_part
from qa.question.conversation.named_inside import meant_inside
from qa.question.conversation.pointed_places import meant
from qa.question.conversation.pointing import (
    bare_of,
    of_old_figure,
    other_kind,
    share_again,
    shared_part,
    toward_aim,
)
from qa.question.conversation.shown import asks_of_shown
from qa.question.conversation.subject import subject_of
from qa.question.conversation.topics_beside import (
    head_of,
    last_several,
    last_two,
    lender_of,
    side_of,
    topics_of,
    trail_of,
)
from qa.question.conversation.whole_section import of_section
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words import handling
from qa.question.words.terms import DIRECTION, is_filler

# "它们一共多少?", "三个地方总共呢": a sum where several places are spoken of.
_TOGETHER = lazy_re(r"一共|总共|总计|合计|加起来|加(?:在|到)?一[起块]|共(?=多少|几|有)")

# Characters of an unknown word from which a turn asks for something of its own; more in English and beside a move, whose verbs
# no list holds all of (增得最快). With 4 and figures only, 7 of 8 such turns (火星呢, 那龙舟赛办了几场) got an old figure.
_UNKNOWN, _LONG = 2, 3


_OF_A_KIND = lazy_re(f"{THESE_KIND.pattern}|{OTHERS_KIND.pattern}")
# "督察了哪些地方": where something was done, and not which places of the library
_DONE_WHERE = lazy_re(r"[\u4e00-\u9fff]{2}[了过]哪(?:些|几个)(?:地方|地区)[?。!]*$")
_OWN_OFFICES = lazy_re(r"[省市区县州旗]?本级")


def merge(previous: Reading | None, own: Reading) -> Reading:
    """Lend to a question what it leaves open.

    Args:
        previous: The reading of the turn before, or None at the start.
        own: The question read by itself.

    Returns:
        The reading with place, year, topic and unit filled in from the turns before.
    """
    own, of_holder = without_planning(by_library(own)) if previous is not None else by_library(own), None
    if previous is None:
        own = of_section(None, own)
        if inner := inside_kind(None, own):
            own = replace(kept_inside(own), inner=inner)
        inside = spoken_inside(None, own)
        return toward_aim(
            replace(
                own,
                trail=trail_of((), own),
                asked_years=own.years,
                all_years=own.years,
                ever=own.years,
                inside=inside,
                unit_before=(own.intent.unit, own.intent.unit_class),
                subject=subject_of(None, own),
            )
        )
    own = of_section(previous, gathered_inside(previous, meant_inside(previous, meant(previous, own))))
    if lies_inside(previous) and not (previous.places or own.places or own.scope.missing):
        above = replace(previous, places=previous.recent[-1:])
        previous = above if inside_kind(above, own) else previous  # 各区县里哪个最多, after a county inside
    previous = without_all(previous, own)
    own = of_old_figure(previous, own)
    if inner := inside_kind(previous, own):
        own = kept_inside(own)
    whole = WHOLE.search(own.question) is not None and bool(previous.recent)
    if whole and not own.places and previous.scope.missing and not previous.places:
        previous = replace(
            previous, places=above_of(previous) or previous.recent[-1:]
        )  # 全市的呢, after a county inside
    elif _OF_A_KIND.search(own.question) and own.all_places and not own.places and lies_inside(previous):
        previous = replace(previous, places=above_of(previous))  # 三个区从高到低, after counties inside
        own, inner = kept_inside(own), COUNTY
    elif of_itself(own) and not own.places and not previous.places and lies_inside(previous):
        previous = replace(previous, places=above_of(previous))  # 市本级呢, after a county inside
    elif (
        not own.places
        and not own.scope.missing
        and previous.scope.missing
        and not previous.places
        and not own.all_places
    ):
        lost = previous.scope  # the place asked about stays the one that was not found, or inside another
        of_lost = replace(own.scope, missing=lost.missing, missing_as=lost.missing_as, offer=lost.offer)
        if (holder := after_compared(previous, own)) is not None:
            of_holder = merge(holder, own)
        own = replace(own, scope=of_lost)
    if moves.asks_more(own.question):
        return more_of(previous, own)
    if previous.places and own.terms and own.all_places and _DONE_WHERE.search(own.question):
        where = replace(own.intent, task=Task.FACT, answer_type="where", unit="", unit_class="")
        scope = replace(own.scope, all_places=False)
        own = replace(own, all_places=False, scope=scope, intent=where)  # 督察了哪些地方
    if several := last_several(previous, own):  # 这三个里面哪个最多 points at figures, and at no places
        own = replace(own, all_places=False, scope=replace(own.scope, all_places=False), terms=())
    bare = bare_of(previous, own) if not several else ""
    if not own.terms and (kind := other_kind(own.question)):
        own = replace(own, terms=(kind,))  # 行政的, after 民事呢
    topicless = all(is_filler(term) for term in own.terms) and not _asks_unknown(own)
    previous = as_answered(previous, own, topicless=topicless)
    if (beside := aside_of(previous, own, topicless=topicless)) is not None:
        return beside
    if (measured := by_measure(previous, own)) is not None:
        return measured
    places, recent, all_places = carry_places(previous, own, topicless=topicless)
    if inner:
        places, all_places = own.places or previous.places, False
    years, asked_years, all_years, base, of_both = carry_years(previous, own, places, topicless=topicless)
    if joins_after_look_back(previous, own, topicless=topicless):  # 丙县也列出来, after 乙县上年是多少
        years = dict(previous.spoken)[previous.recent[-1]] or years
    of_table = len(previous.places) > 1 and len(places) == 1 and len(set(dict(previous.spoken).values())) > 1
    if of_table and own.places and not own.years and not topicless and not moves_year(own.question):
        years = (
            dict(previous.spoken).get(places[0]) or years
        )  # 乙县换了多少, after 哪个县多: of its year there
    topics = own.topics or topics_of(previous, own, topicless=topicless)
    lender = lender_of(previous, own, bare) if not topicless else previous
    terms, content = carry_topic(lender, own, topicless=topicless)
    if WHOLE.search(own.question):
        content = _OWN_OFFICES.sub("", content)  # 全市审结的, after 市本级受理几件
    elif own.scope.inner or (own.scope.missing and not own.places):
        content = WHOLE.sub("", content)  # 丙县呢, after 全市收了多少
    if dropped := not topicless and not own.places and handling.only_drops(own.question):
        topics = topics or previous.topics
        kept = topics[-1] if topics else previous  # what is left is asked, not what was taken out
        terms, content = kept.terms, kept.content
    again = share_again(previous, own, bare)
    if again and own.terms:
        terms, content = of_other_part(previous, own, terms, content)
    if previous.intent.combine == "share" and own.intent.combine != "share" and not again:
        unit, unit_class = previous.unit_before  # 全市一共多少, after 占比
        counted = replace(previous.intent, unit=unit, unit_class=unit_class, combine="")
        lender = replace(previous, intent=counted)
    else:
        lender = previous
    intent = carry_intent(lender, own, topicless=topicless or dropped)
    if own.intent.combine == "share" and not own.intent.unit_class:
        intent = replace(intent, unit="", unit_class="")  # 占全市的多少, after 受理几件
    several_inside = len(own.scope.inner) + len(own.scope.missing) > 1
    together = topicless and (all_places or len(places) > 1 or several_inside or bool(several or inner))
    together = together and _TOGETHER.search(own.question) is not None
    intent = replace(  # what is asked of the figures together is asked once
        intent,
        ordinal=own.intent.ordinal,
        standing=own.intent.standing,
        combine=own.intent.combine or ("sum" if together else again),
        comparable=own.intent.comparable,
        top=own.intent.top,
    )
    if len(places) == 1 and previous.intent.compares and not own.intent.compares and intent.compares:
        intent = replace(intent, task=Task.NUMBER, extreme="")
    one_inside = len(own.scope.missing) + len(own.scope.inner) == 1 and lies_inside(
        replace(own, recent=previous.recent)
    )
    if (one_inside or (len(own.scope.inner) == 1 and not own.places)) and not own.intent.compares:
        intent = of_one(intent)  # 还有丙县, after 甲县和乙县哪个多
    if own.intent.combine in {"sum", "mean"}:
        intent = replace(intent, extreme="")
    if base:
        intent = replace(intent, task=Task.DIFFERENCE, change="")
    if intent.task is Task.DIFFERENCE and topicless and len(years) > 1 and asks_rate_of_change(own.question):
        intent = replace(intent, combine=intent.combine or "growth")  # 多了多少,增幅呢
    if intent.task is Task.DIFFERENCE and handling.asks_ends(own.question):
        intent = replace(intent, ordinal=0, extreme="")
    if topicless and handling.reverses(own.question) and not own.intent.extreme:
        intent = replace(
            intent, task=Task.RANK, extreme="" if previous.intent.extreme == "min" else "min", ordinal=0
        )
    content = as_lent(own, content, intent)
    lent = topicless or not own.places or (not own.years and bool(previous.years))
    spoken = dict(previous.spoken)
    apart = len({spoken.get(place) for place in places}) > 1
    paired = not own.places and not own.years and apart and all(place in spoken for place in places)
    joining = handling.adds(own.question) and own.places and own.years and topicless and len(places) > 1
    if joining:  # 把丙区2022年的也列进来: the new place keeps its own year
        years, paired = previous.years, True
        spoken = dict.fromkeys(places, previous.years) | spoken | dict.fromkeys(own.places, own.years)
    if not paired:
        gone_back = moves_year(own.question) and len(places) == 1
        spoken |= {p: years for p in places if not (gone_back and spoken.get(p))}  # 上年呢 is a look back
    merged = replace(
        own,
        places=places,
        years=years,
        terms=terms,
        content=content,
        intent=intent,
        recent=recent,
        all_places=all_places,
        follow_up=lent,
        spoken=tuple(spoken.items()),
        years_before=()
        if own.years or moves_year(own.question)
        else previous.years_before
        if not own.places
        else tuple((p, y) for p, y in previous.spoken if p in own.places),
        all_years=all_years,
        aspect=topicless,
        of_report=plans_of_report(previous, own, intent),
        inner=inner,
        paired=paired,
        asked_years=asked_years,
        sides=own.sides or (() if inner else several or last_two(previous, own, topicless=topicless)),
        before=side_of(previous) or previous.before,
        topics=topics,
        top=top_of(previous, intent, lasting=topicless and places == previous.places),
        lenient=own.lenient
        or handling.narrows(own.question)
        or (handling.adds(own.question) and len(previous.places) > 1)
        or (previous.lenient and not own.places and not own.years),
    )
    if topicless and own.intent.answer_type == "why" and not (own.places or own.years):
        merged = replace(
            merged, aside=True
        )  # 为什么是92万: the next turn goes on with the figure, not with its reason
    if asks_of_shown(own.question) and not (own.places or own.years):
        merged = replace(merged, aside=True)  # 谁负责的: the next turn goes on with what was told
    if handling.adds(own.question) and own.scope.missing and not own.places and not lies_inside(merged):
        merged = replace(merged, aside=True)  # a place that the library lacks is added to nothing
    merged = of_inner(previous, own, merged, topicless=topicless)
    merged = replace(
        merged,
        trail=trail_of(previous.trail, merged),
        inside=spoken_inside(previous, merged),
        unit_before=previous.unit_before
        if intent.change or intent.combine == "share"
        else (intent.unit, intent.unit_class),
        head=head_of(previous, own, bare or shared_part(own), topicless=topicless),
        lately=carry_lately(previous, own),
        now=now_after(previous, own, years),
        left_out=carry_left_out(previous, own, places),
        bare=bare if (places, years) == (previous.places, previous.years) else "",
        ever=years if asks_whose(own) else (*(year for year in previous.ever if year not in years), *years),
        subject=subject_of(previous, replace(merged, bare=bare)),
    )
    merged = with_fallback(previous, own, merged, topicless=topicless, one_inside=one_inside)
    merged = replace(merged, fallback=of_holder or merged.fallback)
    if base and years[0] == years[1] - 1:
        stated = replace(intent, task=Task.NUMBER, change="any", unit="", unit_class="")
        merged = replace(merged, otherwise=replace(merged, years=years[1:], intent=stated))
    if of_both:
        rate = "growth" if asks_rate_of_change(own.question) else ""
        computed = replace(intent, task=Task.DIFFERENCE, change="", unit="", unit_class="", combine=rate)
        merged = replace(merged, otherwise=replace(merged, years=of_both, intent=computed))
    return toward_aim(merged)


def _asks_unknown(own: Reading) -> bool:
    """Tell whether a turn asks for something that no report knows (常住人口呢, 火星呢): it is not the old topic."""
    unknown = [
        t.text
        for t in own.terms
        if not (t.known or t.everyday or t.concept or t.required or DIRECTION.match(t.text))
    ]
    intent, moved = own.intent, handling.adds(own.question) or handling.drops(own.question)
    moved = moved or intent.compares or handling.narrows(own.question) or handling.gathers(own.question)
    least = _LONG if moved or any(map(str.isascii, unknown)) else _UNKNOWN
    return any(len(text) >= least for text in unknown)
