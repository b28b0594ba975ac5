from dataclasses import replace
from pathlib import Path

import pytest

from embeddings.hashing import HashingEncoder
from qa.errors import EncoderMismatch, LibraryError, UnknownReport
from qa.ingest import FileStatus, add, ensure_seeded, is_empty, remove
from qa.library import Library
from tests.plain import read_plain, write_plain

ENCODER = HashingEncoder(32)


def put(paths, folder, **options):
    return add(paths, folder, ENCODER, reader=read_plain, **options)


def held(folder: Path) -> dict[str, str]:
    with Library.open(folder) as library:
        return {meta.id: library.report(meta.id).text for meta in library.reports()}


def fingerprint(folder: Path) -> str:
    with Library.open(folder) as library:
        return library.fingerprint


@pytest.fixture
def lib(tmp_path) -> Path:
    return tmp_path / "lib"


@pytest.fixture
def first(tmp_path) -> Path:
    return write_plain(tmp_path / "a.txt", "甲县", 2024, "普法10场。援助20件。")


def test_added_then_unchanged(lib, first, tmp_path):
    (result,) = put([first], lib)
    assert (result.status, result.path, result.reason) == (FileStatus.ADDED, first, "")
    before = fingerprint(lib)
    copy = tmp_path / "copy.txt"
    copy.write_bytes(first.read_bytes())
    again = put([first, copy], lib)
    assert [r.status for r in again] == [FileStatus.UNCHANGED] * 2
    assert {r.report_id for r in again} == {result.report_id}
    assert fingerprint(lib) == before


def test_another_text_of_the_same_report_replaces_it_under_a_new_id(lib, first, tmp_path):
    old_id = put([first], lib)[0].report_id
    old_text = held(lib)[old_id]
    changed = write_plain(tmp_path / "b.txt", "甲县", 2024, "普法11场。")
    (result,) = put([changed], lib)
    assert result.status is FileStatus.REPLACED
    assert (result.report_id, result.reason) == (f"{old_id}-2", f"替换了 {old_id}")
    assert list(held(lib)) == [f"{old_id}-2"]
    assert put([write_plain(tmp_path / "c.txt", "甲县", 2024, "三。")], lib)[0].report_id == f"{old_id}-3"
    back = put([first], lib)[0]
    assert (back.status, back.report_id) == (FileStatus.REPLACED, old_id)
    assert held(lib) == {old_id: old_text}


def test_the_same_text_in_other_bytes_is_unchanged(lib, first, tmp_path):
    def strip_mark(path, place, year):
        marked = path.read_bytes()
        plain = tmp_path / "plain.txt"
        plain.write_bytes(marked.removeprefix(b"\xef\xbb\xbf"))
        return read_plain(plain, place, year)

    added = put([first], lib)[0]
    first.write_bytes(b"\xef\xbb\xbf" + first.read_bytes())
    (result,) = add([first], lib, ENCODER, reader=strip_mark)
    assert (result.status, result.report_id) == (FileStatus.UNCHANGED, added.report_id)


def test_a_removed_id_never_stands_for_another_text(lib, first, tmp_path):
    old_id = put([first], lib)[0].report_id
    remove(old_id, lib)
    assert held(lib) == {}
    other = write_plain(tmp_path / "b.txt", "甲县", 2024, "别的。")
    assert put([other], lib)[0].report_id == f"{old_id}-2"
    remove(f"{old_id}-2", lib)
    assert put([first], lib)[0].report_id == old_id


def test_places_of_one_name_get_their_parent_in_front(lib, first, tmp_path):
    put([first], lib)
    other = write_plain(tmp_path / "b.txt", "甲县", 2024, "别的。", parent="南京市")
    third = write_plain(tmp_path / "c.txt", "甲县", 2024, "又一个。", parent="-")
    results = put([other, third], lib)
    base = f"p{sum(map(ord, '甲县'))}-2024"
    assert [r.report_id for r in results] == [f"nanjing-{base}", f"other-{base}"]
    assert set(held(lib)) == {base, f"nanjing-{base}", f"other-{base}"}


def test_two_texts_of_one_report_in_one_run_keep_the_first(lib, first, tmp_path):
    second = write_plain(tmp_path / "b.txt", "甲县", 2024, "别的。")
    results = put([first, second], lib)
    assert [r.status for r in results] == [FileStatus.ADDED, FileStatus.REJECTED]
    assert results[1].reason.startswith("刚从 a.txt 加入了 甲县 2024 的报告，内容不同；两个文件请只留一个")


def test_bad_files_are_named_and_never_stop_the_others(lib, first, tmp_path):
    binary = tmp_path / "bad.txt"
    binary.write_bytes(b"\xff\xfe\x00")
    results = put([binary, tmp_path / "missing.txt", first], lib)
    assert [r.status for r in results] == [FileStatus.REJECTED, FileStatus.REJECTED, FileStatus.ADDED]
    assert results[0].reason == "bad.txt: not UTF-8"
    assert results[1].reason == "missing.txt: 无法读取(没有这个文件或文件夹); 请检查路径和权限"
    assert results[0].report_id is None
    before = fingerprint(lib)
    put([binary], lib)
    assert fingerprint(lib) == before


def test_a_link_to_itself_in_a_folder_is_named_and_stops_nothing(lib, first, tmp_path):
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    results = {result.path.name: result for result in put([tmp_path], lib)}
    assert results["a.txt"].status is FileStatus.ADDED
    assert results["loop.txt"].reason == "loop.txt: 无法读取(链接指回自己); 请检查路径和权限"


def test_a_reader_that_misplaces_sentences_is_refused(lib, first):
    def shifted(path, place, year):
        report = read_plain(path, place, year)
        moved = tuple(replace(s, start=s.start + 1) for s in report.sentences)
        return replace(report, sentences=moved)

    (result,) = add([first], lib, ENCODER, reader=shifted)
    assert result.status is FileStatus.REJECTED
    assert "sentence 0 is not where its reader says" in result.reason


def test_folders_are_walked_in_order_without_hidden_files(lib, tmp_path):
    root = tmp_path / "in"
    for name in ("b/2.txt", "b/1.txt", "a/9.txt", "a.txt", ".hidden.txt", ".git/x.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        write_plain(root / name, f"县{name}", 2024, "一。")
    seen = []
    results = put(
        [root, root / "a.txt"], lib, progress=lambda done, total, path: seen.append((done, total, path))
    )
    names = [str(r.path.relative_to(root)) for r in results]
    assert names == ["a.txt", "a/9.txt", "b/1.txt", "b/2.txt"]
    assert seen == [(i, 4, root / name) for i, name in enumerate(names)]


def test_a_named_place_and_year_win_and_correct_an_earlier_reading(lib, first):
    wrong = put([first], lib)[0].report_id
    (result,) = put([first], lib, place="乙县", year=2023)
    assert (result.status, result.reason) == (FileStatus.REPLACED, f"替换了 {wrong}")
    with Library.open(lib) as library:
        assert [(meta.place, meta.year) for meta in library.reports()] == [("乙县", 2023)]
    assert put([first], lib, place="乙县", year=2023)[0].status is FileStatus.UNCHANGED


def test_another_encoder_is_refused_until_the_library_is_empty(lib, first):
    report_id = put([first], lib)[0].report_id
    other = HashingEncoder(16)
    with pytest.raises(EncoderMismatch, match="hashing-32"):
        add([first], lib, other, reader=read_plain)
    remove(report_id, lib)
    assert add([first], lib, other, reader=read_plain)[0].status is FileStatus.ADDED
    with Library.open(lib) as library:
        assert library.vectors(report_id).shape == (2, 16)


def test_removing_keeps_the_others_whole(lib, tmp_path):
    files = [write_plain(tmp_path / f"{i}.txt", f"县{i}", 2024, f"事项{i}甲。" * (i + 1)) for i in range(4)]
    ids = [r.report_id for r in put(files, lib)]
    remove(ids[1], lib)
    with Library.open(lib) as library:
        assert [meta.place for meta in library.reports()] == ["县0", "县2", "县3"]
        for i in (0, 2, 3):
            assert (library.vectors(ids[i]) == ENCODER.encode([f"事项{i}甲。"] * (i + 1))).all()
            assert library.search_lexical(f"事项{i}甲", 9)[0].report == ids[i]
        assert library.document_frequency(["事项"]) == {"事项": 8}
    with pytest.raises(UnknownReport, match="no report"):
        remove(ids[1], lib)


def test_removing_from_no_library_makes_none(lib):
    with pytest.raises(LibraryError, match="no library in"):
        remove("x-2024", lib)
    assert not lib.exists()


def test_a_report_without_sentences_has_no_vectors(lib, tmp_path):
    empty = write_plain(tmp_path / "e.txt", "空县", 2024, "")
    full = write_plain(tmp_path / "f.txt", "满县", 2024, "普法。")
    ids = [r.report_id for r in put([empty, full], lib)]
    with Library.open(lib) as library:
        assert library.vectors(ids[0]).shape == (0, 32)
        assert library.search_lexical("普法", 2)[0].report == ids[1]
    remove(ids[1], lib)
    with Library.open(lib) as library:
        assert library.search_lexical("普法", 2) == []
        assert library.search_dense(ENCODER.encode(["普法"])[0], 2) == []


def test_an_empty_or_missing_library_is_filled_from_the_seeds(lib):
    seeds = Path(__file__).parents[2] / "seeds"
    assert is_empty(lib)
    results = ensure_seeded(lib, seeds, ENCODER)
    assert [r.status for r in results] == [FileStatus.ADDED] * 5
    assert not is_empty(lib)
    assert ensure_seeded(lib, seeds, ENCODER) == []
    with Library.open(lib) as library:
        for meta in library.reports():
            assert library.report(meta.id).text == (seeds / meta.file).read_bytes().decode("utf-8-sig")
