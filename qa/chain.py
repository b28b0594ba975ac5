"""The LangChain seam: the retriever and the assistant as parts that a chain of the user's can hold.

Imported only where a chain is wanted: langchain-core takes a second to import, which a command must not pay.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableConfig
from pydantic import ConfigDict

from qa.assistant import Assistant
from qa.types import Answer


class ReportRetriever(BaseRetriever):
    """Retrieves cited sentences: scope first, then lexical and dense scores fused.

    Attributes:
        assistant: The assistant whose library is searched.
        k: Most sentences to return, at least 1.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    assistant: Assistant
    k: int = 8

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        """Retrieve the sentences that answer a question best; none where its scope is not in the library."""
        del run_manager
        return [
            Document(
                page_content=hit.sentence.text,
                metadata={
                    "report": hit.meta.id,
                    "file": hit.meta.file,
                    "place": hit.meta.place,
                    "year": hit.meta.year,
                    "heading": list(hit.sentence.heading),
                    "start": hit.sentence.start,
                    "end": hit.sentence.end,
                    "score": hit.score,
                },
            )
            for hit in self.assistant.retrieve([query], k=self.k, today=date.today())
        ]


class AssistantRunnable(Runnable[str | Sequence[str], Answer]):
    """The assistant as a Runnable: a question, or the turns of a conversation, to a gated answer."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def invoke(
        self, input: str | Sequence[str], config: RunnableConfig | None = None, **kwargs: Any
    ) -> Answer:
        """Answer a question.

        Args:
            input: A question, or the turns of a conversation, the last one to be answered.
            config: LangChain's configuration: callbacks see the run.
            **kwargs: ``places``, ``years`` and ``today`` of ``Assistant.ask``.

        Returns:
            The answer.
        """
        return self._call_with_config(self._ask, input, config, **kwargs)

    def _ask(self, turns: str | Sequence[str], **kwargs: Any) -> Answer:
        """Answer without LangChain's bookkeeping."""
        return self._assistant.ask([turns] if isinstance(turns, str) else list(turns), **kwargs)
