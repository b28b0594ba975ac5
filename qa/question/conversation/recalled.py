"""Which earlier turn a turn goes back to, and whether it takes that turn's topic to the present places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.single.reading import Reading
from qa.question.single.sides import same_topic
from qa.question.words.handling import counted
from qa.question.words.term_roles import is_stage
from qa.question.words.terms import Term

# "还是这几个地方,回到复议": the present places, not those of then.
_THESE_HERE = lazy_re(
    r"这几|这些|还是(?:这|它|他)|它们|他们|(?:地方|范围|地区)(?:不变|不动|照旧|一样)|同样(?:的)?(?:地方|几)"
)


_OWN = 1.0  # a term below this weight was lent by a turn before


def recalled(history: list[Reading], index: int | None, named: Sequence[Term]) -> Reading:
    """Find an earlier reading: by its number, by words of its topic, or the last one on another topic than the present one."""
    present = history[-1]
    if named:
        said = {t.text for t in named}
        about = [r for r in reversed(history) if same_topic(named, r.terms)]
        about = [r for r in about if said <= {t.text for t in r.terms}] or about  # 行政处罚, not 罚没款
        about = [
            r for r in about if said == {t.text for t in r.terms if not is_stage(t)}
        ] or about  # 公证, not 涉外公证
        about = about or [r for r in reversed(history) if said <= {t.text for t in r.terms}]  # 回到收到的件数
        about = about or [
            r for r in reversed(history) if all(word in r.content for word in said)
        ]  # 林票, of 林票发了多少
        plainly = (r for r in about if not (r.intent.change or r.intent.plan))
        found = next(plainly, about[0] if about else present)
        owned = tuple(t for t in found.terms if t.weight >= _OWN or t.text in said)
        if not owned or len(owned) == len(found.terms):
            return found
        # not what another part lent it: 邻里, after 婚姻家庭
        return replace(found, terms=owned, content=" ".join(t.text for t in owned))
    if index is not None:
        return history[min(index, len(history) - 1)]
    words, scope = {t.text for t in present.terms}, (present.places, present.years)
    earlier = history[-2::-1]
    other_topic = (r for r in earlier if {t.text for t in r.terms} != words)
    other_scope = (r for r in earlier if (r.places, r.years) != scope)
    return next(other_topic, None) or next(other_scope, present)


def of_present_places(earlier: Reading, present: Reading, question: str) -> Reading:
    """Take an earlier topic to the present places where the turn points at these: 还是这三个地方,回到复议."""
    pointed = counted(question)
    n = pointed.n if pointed else 0
    here = (
        n == len(present.places) != len(earlier.places) if n > 1 else _THESE_HERE.search(question) is not None
    )
    if not here or not present.places:
        return earlier
    return replace(
        earlier,
        places=present.places,
        recent=present.recent,
        all_places=present.all_places,
        years=present.years,
        spoken=present.spoken,
        paired=present.paired,
    )
