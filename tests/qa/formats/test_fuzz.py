"""Damaged files through every reader, in the child process as in life; ``python -m tests.fuzz_formats 1000`` makes more."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz_formats import GOOD, mutated, outcome


@pytest.mark.parametrize("suffix", GOOD)
def test_the_good_file_is_read(suffix: str, tmp_path: Path) -> None:
    assert outcome(GOOD[suffix], suffix, tmp_path) == "read"


@pytest.mark.parametrize("suffix", GOOD)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_a_damaged_file_is_read_or_refused_in_one_line(suffix: str, tmp_path: Path, seed: int) -> None:
    outcome(mutated(GOOD[suffix], suffix, random.Random(seed)), suffix, tmp_path)


@pytest.mark.parametrize("suffix", [".txt", ".html", ".mhtml", ".docx", ".pdf"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300),
    head=st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"MIME-Version: 1.0\n"]),
)
def test_no_bytes_at_all_fail_in_another_way(suffix: str, tmp_path: Path, data: bytes, head: bytes) -> None:
    outcome(head + data, suffix, tmp_path)
