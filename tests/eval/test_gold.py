"""The scorers against every gold answer that we have: said back it is right, altered it is wrong."""

from decimal import Decimal

import pytest

from eval.dataset import Question, load_questions
from eval.gold import EitherGold, ListGold, NumberGold, RefusalGold, TableGold, TextGold
from eval.replies import Reply, parse_reply
from eval.run import SPLITS
from eval.scorers import score
from eval.wording import parse_label

BEFORE, AFTER, BEHIND = ("约", "超", "近"), ("余",), ("以上", "以下")


def say(answer: str, **more: object) -> Reply:
    return parse_reply({"id": "q", "answer": answer, "abstained": False, **more}, "here")


def number(gold: NumberGold, value: str) -> Reply:
    word = gold.qualifier or ""
    before, after, behind = (word if word in group else "" for group in (BEFORE, AFTER, BEHIND))
    cell = {"value": value, "unit": gold.unit, "qualifier": gold.qualifier}
    return say(f"{before}{value}{after}{gold.unit or ''}{behind}", values=[cell])


def table(gold: TableGold, winner: str | None) -> Reply:
    cells, order = gold.cells, list(gold.order or ())
    labels = sorted(cells, key=lambda label: order.index(label) if label in order else len(order))
    parts = [f"| {label} | {gold.values[label]}{gold.unit or ''} |" for label in labels]
    top = gold.winner is not None and all(cells[gold.winner].value >= f.value for f in cells.values())
    verdict = f"{winner}{'最高' if top else '最低'}。" if winner else ""
    gap = f"相差{gold.difference}{gold.unit or ''}。" if gold.difference else ""
    caution = "" if gold.comparable else "口径不同。"
    silence = "".join(f"{label}未披露。" for label in gold.absent)
    values = [
        {"place": place.place or label, "year": place.year, "value": gold.values[label], "unit": gold.unit}
        for label in labels
        if (place := parse_label(label))
    ]
    return say("\n".join([verdict + gap + caution + silence, "", *parts]), values=values)


def perfect(question: Question) -> Reply:
    gold = question.gold
    if isinstance(gold, RefusalGold):
        return say("没有。", abstained=True, reason=gold.reason)
    if isinstance(gold, NumberGold):
        return number(gold, gold.value)
    if isinstance(gold, TableGold):
        return table(gold, gold.winner)
    groups = gold.items if isinstance(gold, ListGold) else gold.must_contain
    return say(";".join(group[0] for group in groups))


def altered(question: Question) -> Reply | None:
    gold = question.gold
    if isinstance(gold, RefusalGold):
        return say("587件")
    if isinstance(gold, EitherGold):
        cell = {"value": "587", "unit": "件"}
        return say(";".join(g[0] for g in gold.must_contain[1:]), values=[] if gold.must_contain else [cell])
    if isinstance(gold, NumberGold):
        return number(gold, str(gold.figure.raw + Decimal("0.07")))
    if isinstance(gold, TextGold):
        return say(";".join(group[0] for group in gold.must_contain[1:]))
    if isinstance(gold, TableGold) and gold.winner and len(gold.cells) > 1:
        return table(gold, next(label for label in gold.cells if label != gold.winner))
    return say("") if isinstance(gold, ListGold) else None


@pytest.mark.parametrize("split", SPLITS)
def test_the_gold_said_back_is_right(split: str) -> None:
    wrong = [
        q.id for q in load_questions(SPLITS[split].questions) if score(q, perfect(q)).correct is not True
    ]
    assert wrong == []


@pytest.mark.parametrize("split", SPLITS)
def test_the_gold_altered_is_wrong(split: str) -> None:
    replies = [(q, altered(q)) for q in load_questions(SPLITS[split].questions)]
    passed = [q.id for q, reply in replies if reply is not None and score(q, reply).correct is not False]
    assert passed == []
    assert sum(reply is not None for _, reply in replies) > len(replies) * 0.6
