import json
import re
from pathlib import Path

import pytest

from eval.dataset import Question, parse_question
from eval.replies import Reply, parse_reply
from eval.run import DEFAULT_SPLITS, SPLITS, FinishedSystem, build_library, run_questions
from qa.errors import BadQuestion, CorruptLibrary, FawenError, InputError
from tests.unseen_texts import stored_text

UNSEEN = SPLITS["unseen_test"].reports.parent


class FailingSystem:
    """A system that answers with an error."""

    def __init__(self, error: FawenError) -> None:
        self._error = error

    def reply(self, question: Question) -> Reply | None:
        raise self._error


def question(name: str) -> Question:
    line = {"id": name, "type": "fact", "turns": ["谁?"], "answer": {"must_contain": [["甲"]]}}
    return parse_question(line, "here")


def test_a_finished_file_is_judged_by_id() -> None:
    replies = {"q2": parse_reply({"id": "q2", "answer": "是甲", "abstained": False}, "here")}
    run = run_questions("mine", "mine.jsonl", [question("q1"), question("q2")], FinishedSystem(replies))
    assert [item.score.correct for item in run.items] == [None, True]
    assert run.name == "mine"


def test_an_error_of_the_system_is_unscored_and_said() -> None:
    run = run_questions("mine", "mine.jsonl", [question("q1")], FailingSystem(BadQuestion("空问题")))
    assert run.items[0].score.correct is None
    assert run.items[0].score.why == "系统报错:空问题"


def test_a_broken_library_stops_the_run() -> None:
    with pytest.raises(CorruptLibrary, match="index"):
        run_questions("mine", "mine.jsonl", [question("q1")], FailingSystem(CorruptLibrary("index")))


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"没有 \.txt 报告"):
        build_library(tmp_path, tmp_path / "library")


def test_every_split_has_its_questions_and_reports() -> None:
    assert set(DEFAULT_SPLITS) <= set(SPLITS)
    for split in SPLITS.values():
        assert split.questions.is_file()
        assert list(split.reports.glob(split.pattern))


@pytest.mark.parametrize("name", [name for name in SPLITS if name != "corpus"])  # see test_corpus.py
def test_every_quote_stands_in_a_report_of_its_split(name: str) -> None:
    split = SPLITS[name]
    texts = {file.name: stored_text(file) for file in split.reports.glob(split.pattern)}
    lines = map(json.loads, split.questions.read_text(encoding="utf-8").splitlines())
    wrong = [q["id"] for q in lines if not all(e["quote"] in texts.get(e["file"], "") for e in q["evidence"])]
    assert wrong == []


def test_no_two_unseen_splits_share_a_report() -> None:
    files = [file.read_bytes() for folder in UNSEEN.iterdir() for file in folder.rglob("*.txt")]
    assert len(set(files)) == len(files)
    asked = {split.reports for split in SPLITS.values()}
    assert [p for p in UNSEEN.iterdir() if p.is_dir() and not {p, p / "reports"} & asked] == []


def test_the_table_of_unseen_reports_names_every_one_but_the_held_out() -> None:
    listed = re.findall(r"^\| `([^`]+\.\w+)` \|", (UNSEEN / "README.md").read_text(encoding="utf-8"), re.M)
    assert sorted(listed) == sorted(
        [
            *(file.relative_to(UNSEEN).as_posix() for file in UNSEEN.glob("dev*/*.txt")),
            *(file.relative_to(UNSEEN).as_posix() for file in UNSEEN.glob("dev*/reports/*")),
            "test/*.txt",
        ]
    )
