"""Sums that a sentence says in words: 15个街道、34个部门共49家单位; 普通程序4183件,简易程序21640件,两类合计25823件.

``qa.audit.parts`` adds up what stands side by side before a bare 合计; here words stand between, so exactly the counts that can
be meant must be there. A total of the new ones and those of the year before is such a sum, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.audit.balance import sum_finding
from qa.audit.figures import Figure
from qa.audit.finding import Finding, Severity
from qa.audit.interval import total
from qa.audit.wording import plain
from qa.patterns import lazy_re
from qa.text import fold

# 普通程序4183件,简易程序21640件[,两类合计]25823件; 书面督察22家、实地督察8家[,合计督察单位]30家
_SUM = lazy_re(
    r"[,、;](?P<two>[两二]类|[两二]项|两者|二者|[两二]种)?(?:案件|共)?(?:合计|总计|共计)(?P<what>[^,;、\d]{0,6})$"
)
# 15个乡镇街道、34个[部门共]49家单位
# 对11个乡镇、24个[县直单位开展法治督察,共]35个单位
_TOGETHER = lazy_re(r"^[\u4e00-\u9fff()]{1,16}?,?(?:总共|共计|合计|共)(?:有|覆盖|涉及)?$")
# 对12个乡镇和30个[县直单位实施法治督察,覆盖]42个单位
_COVERED = lazy_re(r"^[\u4e00-\u9fff()]{1,16}?,(?:已|实现)?(?:覆盖|涉及)$")
# 新设5.2万户,注销2.1万户[,净增]3.1万户; 年初8200人,新增1240人,退出160人,年末9280人
_NET = lazy_re(r"^[,、](?:全年|当年|实现)?净增(?:长|加)?$")
_CAME = lazy_re(r"新[设增登办入]|新注册|增加|接收")
_WENT = lazy_re(r"^[,、]?(?:同期|年内|当年)?(?:注销|吊销|退出|减少|解除|清退)")
_AT_FIRST = lazy_re(r"(?:年初|期初|上年末|上年底)(?:有|为|共)?$")
_AT_END = lazy_re(r"^[,、]?(?:年末|年底|期末|现有)(?:有|为|共|达到?)?$")
_UNITS = ("单位", "部门", "机关")
# 新收396件[,加上年结转]24件[,共]420件
_PLUS = lazy_re(r"^,(?:再?加上?|连同)(?:上年|去年|上一年|往年)?(?:度)?(?:结转|未结|遗留|旧存)(?:案件|的)?$")
_IN_ALL = lazy_re(r"^,(?:总共|共计|合计|共|总计)(?:有|为|办理|受理|审理)?(?:案件)?$")
_JOINT = lazy_re(r"[、和及与](?![解时])")
_BODIES = frozenset({"个", "家", "所"})
_TWO = 2
# 累计培育2832名,其中2024年[新增]386名、[2023年底累计]2446名
_ALL = lazy_re(r"累计|总数|共有|现有")
_NEW = lazy_re(r"(?:新增|新培[养育]|新建|新聘)[^,;、]{0,6}$")
_BEFORE = lazy_re(r"(?:20\d\d|上|去)年(?:底|末|年底)(?:累计|共有|已有|为)?$")


def check_sums(here: Sequence[Figure]) -> Iterator[Finding]:
    """Add up what one sentence says makes a sum.

    Args:
        here: Figures of the sentence, in order.

    Yields:
        What does not add up.
    """
    for at, figure in enumerate(here):
        if at < _TWO:
            continue
        if _NET.match(figure.before):
            yield from _net(here[at - 2], here[at - 1], figure)
        elif at > _TWO and _AT_END.search(figure.words):
            yield from _stock(here[at - 3 : at], figure)
        if not figure.counts:
            continue
        said = _SUM.search(fold(figure.sentence.text[: figure.quantity.start]))  # 两类 is a figure to the eye
        if said is not None and (said["two"] or said["what"]):
            yield from _added(here, at, comma=bool(said["two"]) or figure.unit_class == "person_times")
        elif (_TOGETHER.match(figure.before) and figure.quantity.unit in _BODIES) or (
            _COVERED.match(figure.before) and figure.noun.startswith(_UNITS)
        ):
            yield from _bodies(here, at)
        elif _PLUS.match(here[at - 1].before) and _IN_ALL.match(figure.before):
            new, carried = here[at - 2], here[at - 1]
            if len({f.quantity.unit for f in (new, carried, figure)}) == 1 and new.counts:
                yield from _told(figure, [new, carried])
        if _BEFORE.search(figure.words):
            yield from _grown(here[at - 2], here[at - 1], figure)


def _added(here: Sequence[Figure], at: int, *, comma: bool) -> Iterator[Finding]:
    """Check the sum of the only two counts before it in its part of the sentence."""
    whole = here[at]
    parts = [f for f in here[:at] if f.segment == whole.segment and f.quantity.unit == whole.quantity.unit]
    if len(parts) != _TWO or not all(f.counts for f in parts) or parts[1].part:
        return
    if not (comma or _JOINT.search(parts[1].before)) or any(f.bounds.low > whole.bounds.high for f in parts):
        return
    yield from _told(whole, parts)


def _bodies(here: Sequence[Figure], at: int) -> Iterator[Finding]:
    """Check 15个乡镇街道、34个部门共49家单位: bodies of two kinds, joined by a mark, and nothing else before them."""
    whole, second, first = here[at], here[at - 1], here[at - 2]
    if not all(f.counts and f.quantity.unit in _BODIES for f in (first, second)):
        return
    if not _JOINT.search(second.before) or "," in second.before or second.segment != first.segment:
        return
    if at > _TWO and _JOINT.search(first.before):
        return  # a third kind before them
    yield from _told(whole, [first, second])


def _grown(whole: Figure, new: Figure, earlier: Figure) -> Iterator[Finding]:
    """Check 累计培育2832名,其中2024年新增386名、2023年底累计2446名."""
    if len({f.quantity.unit for f in (whole, new, earlier)}) > 1 or not (whole.counts and new.counts):
        return
    if _ALL.search(whole.words) and _NEW.search(new.words) and new.part:
        yield from _told(whole, [new, earlier])


def _net(new: Figure, gone: Figure, net: Figure) -> Iterator[Finding]:
    """Check 新设5.2万户,注销2.1万户,净增3.1万户."""
    alike = len({f.quantity.bare_unit for f in (new, gone, net)}) == 1
    if alike and _CAME.search(new.words) and _WENT.search(gone.words) and net.segment == new.segment:
        left = new.bounds - gone.bounds
        if not left.meets(net.bounds):
            yield sum_finding(Severity.SCOPE, net, [new, gone], left, f"{plain(new)}-{plain(gone)}")


def _stock(told: Sequence[Figure], whole: Figure) -> Iterator[Finding]:
    """Check 年初8200人,年内新增1240人,退出160人,年末9280人."""
    first, new, gone = told
    alike = len({f.quantity.unit for f in (*told, whole)}) == 1 and whole.segment == first.segment
    if alike and _AT_FIRST.search(first.words) and _CAME.search(new.words) and _WENT.search(gone.words):
        left = first.bounds + new.bounds - gone.bounds
        if not left.meets(whole.bounds):
            arithmetic = f"{plain(first)}+{plain(new)}-{plain(gone)}"
            yield sum_finding(Severity.SCOPE, whole, list(told), left, arithmetic)


def _told(whole: Figure, parts: list[Figure]) -> Iterator[Finding]:
    """Make the finding where the parts do not make the whole."""
    added = total(f.bounds for f in parts)
    if not added.meets(whole.bounds):
        yield sum_finding(Severity.SCOPE, whole, parts, added, "+".join(plain(f) for f in parts))
