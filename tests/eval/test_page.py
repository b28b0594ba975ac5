from html.parser import HTMLParser

from eval.dataset import parse_question
from eval.metrics import Item, measure
from eval.page import page
from eval.replies import parse_reply
from eval.run import Run
from eval.scorers import score
from eval.thresholds import Bound

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&"


class Tags(HTMLParser):
    """Collects the elements and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def run(text: str, gold: dict[str, object], name: str = "test") -> Run:
    line = {"id": f"q{text}", "type": "number", "turns": [text, text], "answer": gold, "note": text}
    evidence = [{"file": text, "quote": text}]
    question = parse_question({**line, "evidence": evidence}, "here")
    values = [
        {"place": text, "value": text, "unit": text, "indicator": text, "qualifier": text, "citation": 1}
    ]
    cited = {
        "marker": 1,
        "file": text,
        "place": text,
        "heading": [text],
        "quote": text,
        "sentence": f"前{text}后",
    }
    record = {"id": "q", "answer": text, "abstained": False, "kind": text, "reason": text, "warnings": [text]}
    reply = parse_reply({**record, "values": values, "citations": [cited]}, "here")
    items = (Item(question, reply, score(question, reply)), Item(question, None, score(question, None)))
    return Run(name, text, items, measure(items))


def test_everything_from_outside_is_escaped() -> None:
    golds: list[dict[str, object]] = [
        {"value": "587", "unit": HOSTILE, "must_not_contain": [HOSTILE]},
        {"must_contain": [[HOSTILE]]},
        {"items": [[HOSTILE]]},
        {
            "values": {HOSTILE: 1},
            "unit": HOSTILE,
            "winner": HOSTILE,
            "order": [HOSTILE],
            "undisclosed": [HOSTILE],
        },
        {"abstain": True},
    ]
    for gold in golds:
        tags = Tags(page([run(HOSTILE, gold, HOSTILE)], {}))
        assert [tag for tag, _ in tags.elements].count("script") == 1
        assert not [tag for tag, _ in tags.elements if tag in ("img", "iframe", "link", "object")]
        assert not [attrs for _, attrs in tags.elements if any(name.startswith("on") for name in attrs)]
        assert HOSTILE in tags.words


def test_nothing_is_fetched_from_outside() -> None:
    text = page([run("普通", {"value": "587", "unit": "件"})], {})
    tags = Tags(text)
    assert "http" not in text.replace("http-equiv", "")
    assert not [attrs for _, attrs in tags.elements if "src" in attrs or "href" in attrs]
    policy = next(attrs["content"] for tag, attrs in tags.elements if attrs.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'")


def test_shows_question_answer_gold_evidence_and_citations() -> None:
    words = Tags(page([run("鹤山", {"value": "587", "unit": "件"})], {})).words
    for part in (
        "对话",
        "系统答案",
        "标准答案",
        "系统引用",
        "标准证据",
        "587件",
        "values 中没有 587件",
        "(没有答案)",
    ):
        assert part in words


def test_marks_the_quote_and_the_state() -> None:
    text = page(
        [run("鹤山", {"value": "587", "unit": "件"})], {"test": [Bound("accuracy.number", 0.9, True)]}
    )
    assert "前<mark>鹤山</mark>后" in text
    assert 'data-state="wrong"' in text
    assert 'data-state="none"' in text
    assert 'class="broken"' in text


def test_a_tab_a_run() -> None:
    gold: dict[str, object] = {"value": "587", "unit": "件"}
    tags = Tags(page([run("甲", gold, "test"), run("乙", gold, "unseen_test")], {}))
    tabs = [attrs for _, attrs in tags.elements if attrs.get("role") == "tab"]
    assert [tab["aria-selected"] for tab in tabs] == ["true", "false"]
