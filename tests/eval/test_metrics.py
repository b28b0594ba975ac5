import pytest

from eval.dataset import parse_question
from eval.metrics import NAMES, Item, Metric, f1, measure, scope_right, supports
from eval.replies import Cited, parse_reply
from eval.scorers import score

SENTENCE = "一是强化统筹。全市行政复议发案量587件,同比上升。"
GOLD = {"value": "587", "unit": "件"}


def item(
    gold: dict[str, object] | None = None,
    kind: str = "number",
    answer: str = "587件[1]",
    files: tuple[str, ...] = ("heshan.txt",),
    silent: bool = False,
    **more: object,
) -> Item:
    """A question about heshan.txt, and a reply that says 587件 and cites the files."""
    gold = GOLD if gold is None else gold
    evidence = [] if "abstain" in gold else [{"file": "heshan.txt", "quote": "全市行政复议发案量587件"}]
    line = {"id": "q", "type": kind, "turns": ["多少?"], "answer": gold, "evidence": evidence}
    question = parse_question(line, "here")
    citations = [
        {
            "marker": i,
            "file": f,
            "place": "鹤山市",
            "year": 2024,
            "quote": "发案量587件",
            "sentence": SENTENCE,
        }
        for i, f in enumerate(files, start=1)
    ]
    record = {
        "id": "q",
        "answer": answer,
        "kind": "number",
        "abstained": False,
        "citations": citations,
        **more,
    }
    record.setdefault("values", [{"place": "鹤山市", "value": "587", "unit": "件", "citation": 1}])
    reply = None if silent else parse_reply(record, "here")
    return Item(question, reply, score(question, reply))


def refused(reason: str | None = None, gold: dict[str, object] | None = None) -> Item:
    kind = "refusal" if gold and "abstain" in gold else "number"
    return item(gold, kind, answer="没有。", files=(), abstained=True, reason=reason, values=[])


def metric(name: str, *items: Item) -> Metric:
    return next(m for m in measure(items) if m.name == name)


def test_every_measure_has_a_known_name() -> None:
    items = [item(), item(kind="rank"), item(kind="fact"), refused(gold={"abstain": True})]
    assert {m.name for m in measure(items)} <= set(NAMES)
    assert all(m.n >= 0 for m in measure([]))


def test_accuracy_by_type_and_pool() -> None:
    items = [item(), item(answer="578件[1]"), item(kind="rank"), item(silent=True)]
    assert metric("accuracy.number", *items).value == 0.5
    assert metric("accuracy.comparison_rank_difference", *items).value == 1
    overall = metric("accuracy.overall", *items)
    assert (overall.value, overall.n, overall.unscored) == (pytest.approx(2 / 3), 3, 1)
    assert overall.interval is not None
    assert overall.interval.low < 2 / 3 < overall.interval.high
    assert metric("questions.unscored", *items).value == 1


def test_nothing_scored_is_no_zero() -> None:
    only = metric("accuracy.number", item(silent=True))
    assert (only.value, only.interval, only.n, only.unscored) == (None, None, 0, 1)


def test_refusal_measures() -> None:
    must = {"abstain": True, "reason": "not_mentioned"}
    # Of three that must be refused two are; of three answerable ones one is refused.
    items = [
        refused("not_mentioned", must), refused("ambiguous", must), item(must, "refusal"),
        item(), item(), refused("not_mentioned"),
    ]  # fmt: skip
    assert metric("refusal.precision", *items).value == pytest.approx(2 / 3)
    assert metric("refusal.recall", *items).value == pytest.approx(2 / 3)
    assert metric("refusal.f1", *items).value == pytest.approx(2 / 3)
    assert metric("refusal.false", *items).value == pytest.approx(1 / 3)
    assert metric("refusal.reason", *items).value == 0.5


def test_f1_of_nothing() -> None:
    assert f1([(False, False)]) is None
    assert f1([(True, False)]) == 0


def test_citation_precision_and_recall() -> None:
    items = [item(), item(files=("heshan.txt", "taishan.txt")), refused()]
    precision, recall = metric("citation.precision", *items), metric("citation.recall", *items)
    assert (precision.value, precision.n) == (pytest.approx(2 / 3), 3)
    assert (recall.value, recall.n) == (pytest.approx(2 / 3), 3)


@pytest.mark.parametrize(
    ("file", "sentence", "quote", "held"),
    [
        ("heshan.txt", SENTENCE, "", True),
        ("heshan.txt", "发案量587件", "发案量587件", True),
        ("taishan.txt", SENTENCE, "", False),
        ("heshan.txt", "全市行政复议发案量578件。", "", False),
        ("heshan.txt", "", "", False),
        ("heshan.txt", "无关的一句话。", "全市行政复议发案量", True),
    ],
)
def test_supports(file: str, sentence: str, quote: str, held: bool) -> None:
    citation = Cited(marker=1, file=file, sentence=sentence, quote=quote)
    assert bool(supports(citation, item().question)) is held


def test_evidence_of_several_sentences_is_given_by_one_of_them() -> None:
    line = {"id": "q", "type": "list", "turns": ["?"], "answer": {"items": [["甲"]]}}
    quote = "一是推进基层执法队伍建设;二是加强行政复议规范化建设"
    question = parse_question({**line, "evidence": [{"file": "heshan.txt", "quote": quote}]}, "here")
    assert supports(
        Cited(marker=1, file="heshan.txt", sentence="二是加强行政复议规范化建设。"), question
    ) == [0]


def test_grounding() -> None:
    grounded = metric("grounding.numbers", item(), item(answer="587件[1],另有9件[1]"))
    assert (grounded.value, grounded.n) == (pytest.approx(2 / 3), 3)


@pytest.mark.parametrize(
    ("judged", "right"),
    [
        (item(), True),
        (item(files=("heshan.txt", "taishan.txt")), False),
        (item(files=()), None),
        (item(silent=True), None),
        (refused("no_such_year"), False),
        (refused("not_mentioned"), None),
        (refused("no_such_place", {"abstain": True, "reason": "no_such_place"}), True),
        (item({"abstain": True, "reason": "no_such_year"}, "refusal"), False),
        (item({"abstain": True, "reason": "not_mentioned"}, "refusal"), None),
    ],
)
def test_scope(judged: Item, right: bool | None) -> None:
    assert scope_right(judged) is right


def test_the_report_of_an_undisclosed_place_is_in_scope() -> None:
    gold = {"values": {"台山市": "587"}, "unit": "件", "undisclosed": ["鹤山市"]}
    assert scope_right(item(gold, "comparison", files=("heshan.txt", "other.txt"))) is True


def test_wrong_cells() -> None:
    gold = {"values": {"鹤山市": 587, "台山市": 571}, "unit": "件", "winner": "鹤山市"}
    values = [
        {"place": "鹤山市", "value": "587", "unit": "件"},
        {"place": "台山市", "value": "9", "unit": "件"},
    ]
    wrong = metric("cells.wrong", item(gold, "comparison", values=values), item())
    assert (wrong.value, wrong.n) == (0.5, 2)


def test_conciseness() -> None:
    concise = metric("answer.concise", item(), item(answer="长" * 121), item(answer="长" * 121, kind="fact"))
    assert (concise.value, concise.n) == (pytest.approx(1 / 3), 3)


def test_latency() -> None:
    items = [item(latency_ms=ms) for ms in (1.0, 2.0, 3.0, 4.0)] + [item(silent=True)]
    p50, p95 = metric("latency.p50", *items), metric("latency.p95", *items)
    assert (p50.value, p95.value, p50.n, p50.unscored, p50.unit) == (2.0, 4.0, 4, 1, "ms")


def test_all_right_is_not_certainty() -> None:
    # Two questions, each with a grounded figure: every resample is 1, Wilson for 2 of 2 begins at 0.342.
    interval = metric("grounding.numbers", item(), item()).interval
    assert interval == pytest.approx((0.3424, 1.0), abs=5e-5)


def test_where_only_the_winner_is_known_other_reports_may_be_cited() -> None:
    gold = {"values": {"鹤山市": 587}, "unit": "件", "winner": "鹤山市"}
    judged = item(gold, "rank", answer="鹤山市587件最多[1]", files=("heshan.txt", "taishan.txt"))
    assert scope_right(judged) is None
    assert metric("citation.precision", judged).value == 1
