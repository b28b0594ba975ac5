from pathlib import Path

import pytest

from qa.errors import BadSetting
from qa.settings import Language, Settings


def test_defaults():
    settings = Settings.from_environment({"HOME": "x"})
    assert settings == Settings(Path(".fawen"), True, None, Language.CHINESE, "127.0.0.1", 7860)


def test_every_setting_is_read():
    given = {
        "FAWEN_LIBRARY": "lib",
        "FAWEN_ENCODER": "enc",
        "FAWEN_LANG": "en",
        "FAWEN_HOST": "0.0.0.0",
        "FAWEN_INDICATORS": "own.toml",
        "PORT": "80",
    }
    assert Settings.from_environment(given) == Settings(
        Path("lib"), False, "enc", Language.ENGLISH, "0.0.0.0", 80, Path("own.toml")
    )


def test_empty_values_are_unset():
    names = ("FAWEN_LIBRARY", "FAWEN_ENCODER", "FAWEN_LANG", "FAWEN_HOST", "FAWEN_INDICATORS", "PORT")
    assert Settings.from_environment(dict.fromkeys(names, "")) == Settings()


def test_the_process_environment_is_the_default(monkeypatch):
    monkeypatch.setenv("FAWEN_LIBRARY", "there")
    assert Settings.from_environment().library == Path("there")


def test_an_unknown_name_lists_the_allowed_ones():
    with pytest.raises(
        BadSetting, match=r"unknown setting FAWEN_LIBARY; allowed are .*FAWEN_LIBRARY.* and PORT"
    ):
        Settings.from_environment({"FAWEN_LIBARY": "x"})


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80a", "１", "999999"])
def test_bad_ports(port):
    with pytest.raises(BadSetting, match=r"PORT=.* is no port; choose a whole number"):
        Settings.from_environment({"PORT": port})


def test_bad_language():
    with pytest.raises(BadSetting, match="FAWEN_LANG=fr is no language of the page; choose zh or en"):
        Settings.from_environment({"FAWEN_LANG": "fr"})
