"""The LangChain seam: the retriever and the assistant inside a chain of the user's."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda

from qa.assistant import Assistant
from qa.chain import AssistantRunnable, ReportRetriever
from qa.types import Answer
from tests.conftest import TODAY

QUESTION = "云湖区2024年新收行政复议案件多少件?"


class Recorder(BaseCallbackHandler):
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def on_chain_start(self, *args: Any, **kwargs: Any) -> None:
        self.told.append("chain")

    def on_retriever_start(self, *args: Any, **kwargs: Any) -> None:
        self.told.append("retriever")


def test_the_retriever_gives_sentences_with_their_place_in_the_report(invented: Assistant):
    retriever = ReportRetriever(assistant=invented, k=3)
    assert isinstance(retriever, BaseRetriever)
    documents = retriever.invoke(QUESTION)
    assert len(documents) == 3
    assert "新收行政复议案件320件" in documents[0].page_content
    for document in documents:
        meta = document.metadata
        text = invented.library.report(meta["report"]).text
        assert text[meta["start"] : meta["end"]] == document.page_content
        assert (meta["place"], meta["year"], meta["file"]) == ("云湖区", 2024, "cloud-2024.txt")
        assert isinstance(meta["heading"], list)
    scores = [d.metadata["score"] for d in documents]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("question", ["朝阳区2024年行政复议多少件?", "云湖区1890年行政复议多少件?"])
def test_the_retriever_gives_nothing_outside_the_library(invented: Assistant, question: str):
    assert ReportRetriever(assistant=invented).invoke(question) == []


def test_the_assistant_is_a_runnable(invented: Assistant):
    runnable = AssistantRunnable(invented)
    assert isinstance(runnable, Runnable)
    answer = runnable.invoke(QUESTION, today=TODAY)
    assert isinstance(answer, Answer)
    assert [v.value for v in answer.values] == ["320"]


def test_a_list_is_a_conversation(invented: Assistant):
    answer = AssistantRunnable(invented).invoke([QUESTION, "青岚县呢?"], today=TODAY)
    assert [v.place for v in answer.values] == ["青岚县"]


def test_filters_are_handed_on(invented: Assistant):
    answer = AssistantRunnable(invented).invoke("首违不罚多少件?", places=("松屏市",), today=TODAY)
    assert [v.value for v in answer.values] == ["95"]


def test_it_stands_in_a_chain(invented: Assistant):
    chain = (
        RunnableLambda(lambda topic: f"云湖区2024年{topic}多少件?")
        | AssistantRunnable(invented)
        | RunnableLambda(lambda answer: answer.answer)
    )
    assert "1476件" in chain.invoke("行政处罚案件")
    assert ["1476件" in a for a in chain.batch(["行政处罚案件", "首违不罚案件"])] == [True, False]


def test_callbacks_see_the_runs(invented: Assistant):
    recorder = Recorder()
    AssistantRunnable(invented).invoke(QUESTION, {"callbacks": [recorder]})
    ReportRetriever(assistant=invented).invoke(QUESTION, {"callbacks": [recorder]})
    assert recorder.told == ["chain", "retriever"]
