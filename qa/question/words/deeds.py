"""What became of a thing, in the verbs of speech: 改了多少条 asks for 整改, 最后用了几条 for 采纳, 退回去多少 for 退还.

People say it with a few verbs, a complement (掉, 完, 好, 回来) and 多少 or 几 behind it; so a closed list does where the nouns of
speech do not run out. Knows nothing of figures.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.patterns import lazy_re

_COMPLEMENT = (
    "(?:了|掉|完|好|下来|下去|上来|回来|回去|出来|出去|过来|成功?|过|着|到手?|到位|住|走|光|净|清|得|来|去|回|上|下|出|进去?"
    "|起来|妥|拢|和)"
)
_ASKED = r"(?:的|得)?(?:一共|总共|大概|分别|加起来)?(?:有|是|占|达到?)?(?:多少|几|百分之)"
# Spoken verbs and the words by which reports tell it, the verbs of each line parted by |.
_LINES = """
改|纠|纠正|整|整改 = 整改 改正 纠正 修改 修订 完成
用|采用|采纳|吸收|吸纳|听进|当真 = 采纳 吸收 采用 吸纳
撤|翻|推翻|改判 = 撤销 变更 纠错 撤回 撤诉
退|还|吐|返|归还|退赔 = 退还 返还 退赔 清退 退回 退款 清偿 归还
销|注销 = 注销
吊|吊销 = 吊销
扣|扣押|暂扣 = 扣 查扣 暂扣
关|关停|取缔|停 = 关停 关闭 停产 停业 取缔 停运
封|查封 = 查封 封停 封堵
拆|扒|推平 = 拆除 拆
抓|逮|捉|揪 = 抓获 查获 查处 抓 刑拘
罚 = 罚款 罚没 处罚
输|败 = 败诉
赢|胜 = 胜诉
赔|赔付 = 赔偿 赔付 补偿
审完|判完|断完|结|了结|办结 = 审结 办结 结案
驳|驳回|打回|挡|拒|顶 = 驳回 不予受理 退回
(?:劝|谈|说|调|调解)[成拢妥好和通] = 成功 化解 和解 达成
(?:追|讨|要|捞|挽|找)[回来到] = 追回 挽回 追缴 清偿 讨回 追讨 清欠 要回 讨要
(?:追|讨|要)了?(?:多少|几)[^,。?]{0,4}?回来 = 追回 挽回 追缴 清偿 讨回 追讨 清欠 要回 讨要
化解 = 化解
省|节省|砍|压 = 节约 节省 减少 压减
考过|考上|考合格|过关|及格 = 合格 通过 及格
刷|挂|淘汰 = 淘汰 不合格 未通过
招|招聘|聘|请|雇 = 招录 招聘 聘请 聘任 引进 聘
辞|辞退|清|清退|赶|裁 = 清退 清理 辞退
建|盖|修|搭 = 建成 建设 新建 修建 建立
评|选|评选 = 评选 评出 获评 命名 入选
移|移送|移交 = 移送 移交
约谈 = 约谈
问责|追责 = 问责 追责 追究
查实|属实|坐实 = 查实 属实
唱|演 = 演出 巡演 展演 上演 演唱
放|播 = 放映 播放 播出 展播
旁听|列席|坐进 = 列席 旁听
"""
# "打回去重写的有几份", "撤了的罚款案有几件": behind a verb of undoing stands what follows, and the thing.
_UNDONE = frozenset({"撤", "驳", "退"})
# "注销执法证多少人": the paper stands between.
_TAKEN, _PAPER = frozenset({"销", "吊", "扣"}), "(?:[^,。?\\d]{0,4}证(?:件|书)?)?"
_AGAIN = r"(?:重新?[写拟做弄搞来办改])?(?:的(?!人)[^,。?\d]{1,5}?)?"


def _pattern(verbs: str) -> re.Pattern[str]:
    """Make the pattern of a line: one character needs a complement (改了多少), a longer verb holds it (要回多少)."""
    short = "|".join(verb for verb in verbs.split("|") if len(verb) == 1)
    long = "|".join(verb for verb in verbs.split("|") if len(verb) > 1)
    forms = [f"(?:{short}){_COMPLEMENT}{{1,2}}"] * bool(short) + [f"(?:{long}){_COMPLEMENT}{{0,2}}"] * bool(
        long
    )
    listed = set(verbs.split("|"))
    noun = _AGAIN if _UNDONE & listed else _PAPER if _TAKEN & listed else ""
    if "多少" in verbs:
        return lazy_re(verbs)  # the amount stands inside: 追了多少回来
    return lazy_re(f"(?<![未没不免])(?:{'|'.join(forms)}){noun}{_ASKED}")


# "考执法证的过了几个": what is sat for stands between.
_PASSED = lazy_re(r"考[^,。?过]{1,8}过了?(?:的)?(?:一共|总共)?有?(?:多少|几)")
# "转到2025年的还有几个": into the next year's books.
_CARRIED = lazy_re(r"(?:[转留列纳](?:到|入|至)|顺延|延续)[^,。?]{0,18}?(?:多少|几)")


class _Deed(NamedTuple):
    """Verbs that ask for a deed, the characters of which each holds one, and the words by which reports tell it."""

    chars: frozenset[str]
    verb: re.Pattern[str]
    told: tuple[str, ...]


_DEEDS = (
    *(
        _Deed(frozenset(verbs), _pattern(verbs), tuple(told.split()))
        for verbs, told in (line.split(" = ") for line in _LINES.strip().splitlines())
    ),
    _Deed(frozenset("考"), _PASSED, ("合格", "通过", "及格")),
    _Deed(
        frozenset("转留列纳顺延"),
        _CARRIED,
        ("转入", "列入", "纳入", "结转", "转到", "顺延", "延续", "转至"),
    ),
)


def deed_of(question: str) -> tuple[str, ...]:
    """Find what a question asks to have become of a thing.

    Args:
        question: Content of a question.

    Returns:
        The words by which a report tells it, the most typical first; none where the question asks for no such thing.
    """
    asked = frozenset(question)
    found = [
        (match.start(), deed.told)
        for deed in _DEEDS  # most lines are never compiled: 25 ms of a first question
        if not deed.chars.isdisjoint(asked) and (match := deed.verb.search(question)) is not None
    ]
    return max(found, default=(0, ()))[1]
