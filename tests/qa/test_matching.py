"""How strongly terms own figures, found in one pass and remembered: the same as asked one by one."""

from qa.ledger.mention import INHERITED
from qa.ledger.observe import observe_sentence
from qa.matching import Texts, best_zone, hits_of, match
from qa.question.words.terms import Term
from qa.types import SectionKind, Sentence

SENTENCE = "全市共受理行政复议申请1,263件,审结1,104件,其中市本级审结402件,调解结案率31.8%;开展普法活动12场次,受众3.4万人次。"
FORMS = ("行政复议", "复议案件", "审结", "调解率", "普法宣传", "人次", "行政诉讼案件")


def term(form: str, *others: str) -> Term:
    weighed = ((form, 1.0), *((other, 0.7) for other in others))
    return Term(form, 1.0, weighed, known=True)


def sentence(text: str) -> Sentence:
    return Sentence(
        index=0,
        start=0,
        end=len(text),
        text=text,
        passage=0,
        section=SectionKind.RESULT,
        heading=("一、行政复议和普法",),
        lead="普法宣传",
    )


def test_one_pass_finds_what_two_found() -> None:
    mentions = observe_sentence(sentence(SENTENCE))
    assert len(mentions) == 6
    zones = Texts(words for mention in mentions for _, words in mention.zones)
    told = set()
    for one in (*map(term, FORMS), term("行政复议", "行政裁决", "复议"), term("办结率", "审结")):
        for mention in mentions:
            hits = hits_of(one, mention, zones.fits(one))
            assert hits == (best_zone(one, mention), best_zone(one, mention, INHERITED))
            told.add(hits.zones > hits.own)
    assert told == {True, False}  # the headings own figures too, so both must have been told apart


def test_many_texts_hold_a_term_as_each_of_them_does() -> None:
    texts = ["村(居)法律顾问", "行政复议", "受理复议申请", "处罚", "", "行政处罚案件", "处罚", "罚"]
    for one in (term("村居法律顾问"), term("行政复议案件"), term("处罚案件"), term("罚"), term("普法")):
        told = {text: fit for text in texts if (fit := match(one, text)) > 0}
        assert Texts(texts).fits(one) == told
    assert Texts(()).fits(term("普法")) == {}


def test_a_form_in_part_counts_less_than_whole_and_nothing_without_a_pair() -> None:
    assert match(term("行政复议案件"), "受理行政复议案件") == 1.0
    assert match(term("行政复议案件"), "受理行政复议申请") == 0.95  # its head alone is lacking
    assert 0.0 < match(term("行政复议"), "受理复议申请") < 0.95
    assert match(term("行政复议"), "开展普法宣传") == 0.0
    assert match(term("普法"), "开展法制宣传") == 0.0
