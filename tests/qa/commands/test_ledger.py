"""``fawen ledger``: what it shows and writes, what it leaves out, and what it refuses in one line."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from qa.commands.shelf import BAD_INPUT, DONE
from tests.terminal import bare, fingerprint, one_line, process, run

OWN = "[indicator.lake-rooms]\nname = '湖畔调解室'\ndefinition = '个数。'\nunits = 'item'\nabout = '湖畔调解室'\n"


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    bare(monkeypatch, tmp_path)


def test_one_indicator_over_all_places(invented_folder: Path, capsys):
    assert run(["ledger", "--indicator", "败诉率", "--library", invented_folder]) == DONE
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].split()[:5] == ["地区", "年度", "指标", "数值与单位", "性质"]
    shown = [line.split() for line in lines[1:] if not line.startswith(" ")]
    assert [(words[0], words[1], words[3]) for words in shown] == [
        ("云湖区", "2023", "4.34%"),
        ("云湖区", "2024", "5.54%"),
        ("松屏市", "2023", "6.1%"),
        ("青岚县", "2024", "10%以下"),
    ]
    assert shown[3][5].startswith("peak-2024.txt:")
    assert any("“行政诉讼败诉率控制在10%以下。”" in line for line in lines)
    assert err == ""


def test_a_place_in_any_usual_form_and_a_year(invented_folder: Path, capsys):
    arguments = ["ledger", "--place", "云湖", "--year", "2024", "--indicator", "行政处罚案件"]
    assert run([*arguments, "--library", invented_folder]) == DONE
    out = capsys.readouterr().out
    assert "1476件" in out
    assert "1687件" not in out
    assert "青岚" not in out


def test_changes_and_plans_are_shown_with_all_only(invented_folder: Path, capsys):
    arguments = ["ledger", "--place", "云湖区", "--year", "2024", "--indicator", "penalty-cases"]
    run([*arguments, "--library", invented_folder])
    assert "变化" not in capsys.readouterr().out
    run([*arguments, "--all", "--library", invented_folder])
    out = capsys.readouterr().out
    assert "下降12.5%" in out
    assert "变化" in out


def test_undisclosed_is_said_and_no_zero(invented_folder: Path, capsys):
    assert run(["ledger", "--indicator", "公证办理", "--library", invented_folder]) == DONE
    out = capsys.readouterr().out
    assert "未披露“公证办理”：云湖区2023年、松屏市2023年、青岚县2024年" in out
    assert " 0 " not in out


def test_words_that_the_catalogue_lacks(invented_folder: Path, capsys):
    assert run(["ledger", "--indicator", "法治赶集", "--library", invented_folder]) == DONE
    assert "18场" in capsys.readouterr().out
    assert run(["ledger", "--indicator", "钧瓷窑炉", "--library", invented_folder]) == DONE
    assert "没有找到" in capsys.readouterr().out


def test_files_are_written_whole_and_nothing_else(invented_folder: Path, tmp_path: Path, capsys):
    before = fingerprint(invented_folder)
    names = {"--csv": "a.csv", "--xlsx": "a.xlsx", "--markdown": "a.md"}
    options = [word for option, name in names.items() for word in (option, tmp_path / name)]
    assert run(["ledger", *options, "--library", invented_folder]) == DONE
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names.values())
    assert fingerprint(invented_folder) == before
    rows = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text("utf-8-sig"))))
    assert {row["性质"] for row in rows} <= {"当年", "累计"}
    assert all(row["指标编号"] for row in rows)
    from openpyxl import load_workbook

    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["指标表", "出处"]
    heads = [cell.value for cell in book["指标表"][1]]
    line = next(
        row for row in book["指标表"].iter_rows(min_row=2) if (row[0].value, row[1].value) == ("云湖区", 2024)
    )
    assert line[heads.index("行政处罚案件")].value == 1476
    assert "行政诉讼败诉率 | 10%以下" in (tmp_path / "a.md").read_text("utf-8")


def test_the_users_indicators_of_the_environment(invented_folder: Path, tmp_path: Path, capsys, monkeypatch):
    (tmp_path / "mine.toml").write_text(OWN, encoding="utf-8")
    monkeypatch.setenv("FAWEN_INDICATORS", str(tmp_path / "mine.toml"))
    assert (
        run(["ledger", "--indicator", "lake-rooms", "--place", "云湖区", "--library", invented_folder])
        == DONE
    )
    assert "12个" in capsys.readouterr().out


def test_labels_follow_the_language(invented_folder: Path, capsys, monkeypatch):
    monkeypatch.setenv("FAWEN_LANG", "en")
    run(["ledger", "--indicator", "公证办理", "--library", invented_folder])
    out = capsys.readouterr().out
    assert out.startswith("place")
    assert "not disclosed" in out
    assert "未披露" not in out


# --- what is refused


def test_a_bad_file_of_indicators_is_told(invented_folder: Path, tmp_path: Path, capsys, monkeypatch):
    (tmp_path / "mine.toml").write_text("[indicator.x]\nname = 'x'\n", encoding="utf-8")
    monkeypatch.setenv("FAWEN_INDICATORS", str(tmp_path / "mine.toml"))
    assert run(["ledger", "--library", invented_folder]) == BAD_INPUT
    one_line(capsys.readouterr().err, "mine.toml", "lacks about", "needed are")
    assert run(["add", tmp_path / "mine.toml", "--library", tmp_path / "new"]) == BAD_INPUT
    one_line(capsys.readouterr().err, "mine.toml", "lacks about")


def test_a_place_that_the_library_lacks(invented_folder: Path, capsys):
    assert run(["ledger", "--place", "朝阳区", "--library", invented_folder]) == BAD_INPUT
    one_line(capsys.readouterr().err, "朝阳区", "云湖区", "python -m qa add")


def test_a_file_that_cannot_be_written_leaves_nothing(invented_folder: Path, tmp_path: Path, capsys):
    assert run(["ledger", "--csv", tmp_path / "no" / "a.csv", "--library", invented_folder]) == BAD_INPUT
    one_line(capsys.readouterr().err, "a.csv", "写不了", "请换一个存在且可写的文件夹")
    (tmp_path / "folder").mkdir()
    assert run(["ledger", "--csv", tmp_path / "folder", "--library", invented_folder]) == BAD_INPUT
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_missing_library_is_named(tmp_path: Path, capsys):
    assert run(["ledger", "--library", tmp_path / "nowhere"]) == BAD_INPUT
    one_line(capsys.readouterr().err, "nowhere", "python -m qa add")


def test_as_a_process_without_excel(invented_folder: Path, tmp_path: Path):
    done = process(
        "ledger",
        "--indicator",
        "败诉率",
        "--library",
        invented_folder,
        cwd=tmp_path,
        options=["-X", "importtime"],
    )
    assert done.returncode == 0
    assert "5.54%" in done.stdout
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert not loaded & {"openpyxl", "faiss", "torch", "gradio", "langchain_core"}


def test_a_report_that_contradicts_itself_is_marked_with_both_sentences(tmp_path: Path, capsys):
    text = (
        "柏川县2024年法治政府建设年度报告\n\n2024年，柏川县坚持依法行政，现将有关情况报告如下。\n\n一、2024年工作情况\n\n"
        "（一）化解行政争议\n全年新收行政复议申请131件，审结118件。\n\n（二）主要数据\n2024年，全县行政复议收案137件，审结118件。\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run(["add", tmp_path / "a.txt", "--library", tmp_path / "lib"])
    capsys.readouterr()
    run(["ledger", "--library", tmp_path / "lib", "--place", "柏川县"])
    lines = capsys.readouterr().out.splitlines()
    marked = [line.strip() for line in lines if line.strip().startswith("⚠")]
    assert [line.split("：")[0] for line in marked] == [
        "⚠ 前后不一，同一报告另有 137件",
        "⚠ 前后不一，同一报告另有 131件",
    ]
    assert "“2024年，全县行政复议收案137件，审结118件。”（a.txt:" in marked[0]
    run(
        [
            "ledger",
            "--library",
            tmp_path / "lib",
            "--csv",
            tmp_path / "out.csv",
            "--markdown",
            tmp_path / "out.md",
        ]
    )
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    told = {row["数值"]: row["前后不一"][:5] for row in rows if row["指标编号"] == "reconsideration-received"}
    assert told == {"131": "137件：", "137": "131件："}
    assert [row["前后不一"] for row in rows if row["数值"] == "118"] == ["", ""]
    assert "131件：“全年新收" in (tmp_path / "out.md").read_text("utf-8")
