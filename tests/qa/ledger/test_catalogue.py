"""The catalogue: sane as shipped, and a user's file that adds, replaces or is told what is wrong with it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from qa.errors import BadSetting
from qa.ledger.catalogue import OURS, Catalogue, load_catalogue, own_files

OWN = """
[indicator.night-markets]
name = '夜市法律服务点'
definition = '夜市里设立的法律服务点个数。'
units = 'item 处'
about = '夜市'
counts = '服务点'
everyday = '夜市里找律师'
better = 'higher'
twins = 'service-stations'
"""


@pytest.fixture(scope="module")
def ours() -> Catalogue:
    return load_catalogue()


def test_it_is_large_enough_and_complete(ours: Catalogue):
    assert len(ours.indicators) >= 90
    assert [one.id for one in ours.indicators if not one.definition.endswith("。")] == []
    assert [one.id for one in ours.indicators if one.group == ""] == []


def test_a_name_or_alias_names_one_indicator(ours: Catalogue):
    owners = Counter(name for one in ours.indicators for name in set(one.names))
    assert [name for name, count in owners.items() if count > 1] == []
    spoken = Counter(words for one in ours.indicators for words in set(one.everyday))
    assert [words for words, count in spoken.items() if count > 1] == []


def test_every_name_finds_its_own_indicator(ours: Catalogue):
    for one in ours.indicators:
        for name in (one.id, *one.names, *one.everyday):
            assert [found.id for found in ours.find(name)] == [one.id], name


def test_twins_are_indicators_and_never_the_same(ours: Catalogue):
    for one in ours.indicators:
        assert one.id not in one.twins
        assert [twin for twin in one.twins if ours.get(twin) is None] == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("败诉率", "litigation-loss-rate"),
        ("“法律明白人”人数", "law-savvy-people"),
        ("民告官", "litigation-cases"),
        ("罚了多少钱", "penalty-amount"),
        ("attendance-rate", "attendance-rate"),
    ],
)
def test_it_is_asked_in_official_and_in_everyday_words(ours: Catalogue, words: str, found: str):
    if found == "law-savvy-people":
        words = words.removesuffix("人数")
    assert [one.id for one in ours.find(words)] == [found]


def test_words_that_name_nothing_find_nothing(ours: Catalogue):
    assert ours.find("钧瓷") == ()
    assert ours.find(" ") == ()


def test_better_is_said_only_where_it_is_plain(ours: Catalogue):
    known = {one.id: one.better for one in ours.indicators}
    assert known["litigation-loss-rate"] == "lower"
    assert known["mediation-success-rate"] == "higher"
    assert known["reconsideration-direct-correction-rate"] == ""


def test_units_tell_rates_from_counts(ours: Catalogue):
    rate, cases = ours.get("litigation-loss-rate"), ours.get("litigation-lost")
    assert rate is not None
    assert cases is not None
    assert rate.bears("%", "percent")
    assert not rate.bears("件", "case")
    assert cases.bears("万件", "case")


def test_a_users_file_adds_and_replaces(tmp_path: Path, ours: Catalogue):
    text = (
        OWN
        + "\n[indicator.litigation-lost]\nname = '输掉的官司'\ndefinition = '败诉案件。'\nunits = '件'\nabout = '败诉'\n"
    )
    (tmp_path / "mine.toml").write_text("\ufeff" + text, encoding="utf-8")
    both = load_catalogue([tmp_path / "mine.toml"])
    assert len(both.indicators) == len(ours.indicators) + 1
    assert both.find("夜市里找律师")[0].id == "night-markets"
    replaced = both.get("litigation-lost")
    assert replaced is not None
    assert replaced.name == "输掉的官司"
    assert both.fingerprint != ours.fingerprint


def test_a_changed_file_is_read_again(tmp_path: Path):
    path = tmp_path / "mine.toml"
    path.write_text(OWN, encoding="utf-8")
    before = load_catalogue([path])
    path.write_text(OWN.replace("夜市法律服务点", "夜市服务站点"), encoding="utf-8")
    assert load_catalogue([path]).fingerprint != before.fingerprint


def test_the_library_folders_file_counts_and_the_environments_after_it(tmp_path: Path):
    setting = tmp_path / "other.toml"
    assert own_files(tmp_path, None) == ()
    assert own_files(tmp_path, setting) == (setting,)
    (tmp_path / "indicators.toml").write_text(OWN, encoding="utf-8")
    assert own_files(tmp_path, setting) == (tmp_path / "indicators.toml", setting)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[indicator.x\n", "is no TOML file"),
        ("shared = 'x'\n[indicator.x]\n", r"only \[indicator.ID\] tables are allowed"),
        ("indicator = 'x'\n", r"only \[indicator.ID\] tables are allowed"),
        ("[indicator.X_y]\nname = 'a'\n", "has a bad id"),
        ("[indicator]\nx = 'a'\n", "is no table"),
        ("[indicator.x]\nname = 'a'\n", "lacks about"),
        (OWN + "colour = 'red'\n", "has the unknown key colour"),
        (OWN.replace("'item 处'", "'item 朵'"), "bears the unknown unit 朵"),
        (OWN.replace("'item 处'", "5"), "units = 5 is no string"),
        (OWN.replace("'夜市'", "' '"), "about is empty"),
        (OWN.replace("'夜市'", "'夜~市'"), "夜~市 begins with a gap"),
        (OWN.replace("'higher'", "'more'"), "better = 'more' is not allowed"),
        (OWN.replace("'service-stations'", "'nowhere'"), "twin 'nowhere' of night-markets is no indicator"),
        (OWN.replace("夜市法律服务点", "行政诉讼败诉率"), "the name 行政诉讼败诉率 stands in"),
    ],
)
def test_a_bad_file_is_told_in_one_line(tmp_path: Path, text: str, told: str):
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSetting, match=told) as caught:
        load_catalogue([path])
    assert "mine.toml" in str(caught.value)
    assert "; " in str(caught.value)  # what to do
    assert "\n" not in str(caught.value)


def test_a_file_that_is_missing_or_no_text_is_told(tmp_path: Path):
    with pytest.raises(BadSetting, match=r"gone\.toml: cannot be read"):
        load_catalogue([tmp_path / "gone.toml"])
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadSetting, match="is no TOML file in UTF-8"):
        load_catalogue([tmp_path / "bytes.toml"])


def test_the_shipped_file_is_ours():
    assert OURS.name == "indicators.toml"
