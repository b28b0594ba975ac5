"""Patterns compiled at their first use: as good as real ones, and every one of the product compiles."""

import importlib
import pkgutil
import re

import pytest

import qa
from qa.patterns import _LazyPattern, lazy_re


def test_it_behaves_as_the_compiled_pattern():
    figure = lazy_re(r"(?P<value>\d+)(?P<unit>件|起)", re.ASCII)
    real = re.compile(r"(?P<value>\d+)(?P<unit>件|起)", re.ASCII)
    text = "受理12件，审结9起"
    assert figure.findall(text) == real.findall(text)
    assert figure.search(text)["value"] == "12"
    assert figure.sub("x", text) == real.sub("x", text)
    assert (figure.pattern, figure.flags, figure.groupindex) == (real.pattern, real.flags, real.groupindex)


def test_it_is_compiled_once_and_only_when_used():
    broken = lazy_re("(")
    with pytest.raises(re.error):
        broken.search("甲")
    figure = lazy_re(r"\d")
    assert figure.search == figure.search


def test_an_unknown_name_is_no_attribute():
    assert not hasattr(lazy_re("甲"), "fits")
    assert not hasattr(lazy_re("甲"), "__len__")


def lazy_patterns():
    for info in pkgutil.walk_packages(qa.__path__, "qa."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            if isinstance(value, _LazyPattern):
                yield info.name, name, value


def test_every_pattern_of_the_product_compiles():
    found = list(lazy_patterns())
    assert len(found) > 1000
    for module, name, pattern in found:
        assert pattern.groups >= 0, f"{module}.{name}"
