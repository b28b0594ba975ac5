"""The words around a figure as rules on answers read them."""

from qa.figure_words import WordsOfFigures
from qa.ledger.mention import Mention
from qa.ledger.observe import observe_sentence
from qa.text import fold
from qa.types import SectionKind, Sentence


def words_in(text: str) -> tuple[tuple[Mention, ...], WordsOfFigures]:
    sentence = Sentence(
        index=0,
        start=0,
        end=len(text),
        text=text,
        passage=0,
        section=SectionKind.RESULT,
        heading=("一、监管",),
    )
    mentions = tuple(observe_sentence(sentence))
    return mentions, WordsOfFigures(mentions, (fold(text),))


def test_a_rate_leans_on_its_own_row_of_clauses() -> None:
    mentions, words = words_in("药品抽检312批次，合格率99.4%；食品抽检1860批次，不合格率1.8%。")
    first, second = (words.of(m) for m in mentions if m.quantity.unit == "%")
    assert "食品抽检" in second.owning and "药品抽检" not in second.leant_on
    assert "药品抽检" in first.owning
    assert second.row.startswith("食品抽检1860批次")


def test_a_cause_at_the_head_is_of_all_its_row() -> None:
    mentions, words = words_in("因信息公开被纠错的行政复议17件、败诉的行政诉讼6件。")
    assert {words.of(m).cause for m in mentions} == {"信息公开"}


def test_words_are_kept_for_the_figures_of_a_report_and_not_for_others_made_of_them() -> None:
    (mention, *_), words = words_in("全县办理行政处罚案件612件。")
    assert words.of(mention) is words.of(mention)
    renamed = mention._replace(label="查处违法案件")
    assert words.of(renamed).label == "查处违法案件"
    assert words.of(mention).label != "查处违法案件"
