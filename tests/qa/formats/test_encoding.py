"""Bytes -> text: every encoding that Chinese text is saved in, and junk refused instead of decoded into other words."""

from pathlib import Path

import opencc
import pytest

from qa.errors import UnreadableFile
from qa.formats.encoding import common_share, decode

ROOT = Path(__file__).parents[3]
REPORTS = sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "data" / "unseen").glob("dev*/*.txt")])
TEXT = "慈利县2024年法治政府建设工作报告\r\n全年办理行政复议案件312件，审结298件，调解和解率35.2%。\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"]
)
def test_every_encoding_of_a_short_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_marks_of_both_byte_orders() -> None:
    assert decode(b"\xff\xfe" + TEXT.encode("utf-16-le"), "a.txt") == TEXT
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.txt") == TEXT


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
@pytest.mark.parametrize("size", [None, 120])
def test_reports_in_gb18030_and_big5(path: Path, size: int | None) -> None:
    text = path.read_text(encoding="utf-8")[:size]
    assert decode(text.encode("gb18030"), "a.txt") == text
    traditional = opencc.OpenCC("s2t").convert(text).encode("big5hkscs", "ignore")
    assert decode(traditional, "a.txt") == traditional.decode("big5hkscs")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode() + b"\xff" + TEXT.encode(),
        TEXT.encode() + TEXT.encode("gb18030"),
        TEXT.encode()[:51] + TEXT.encode()[52:],
        bytes(range(128, 256)) * 40,
        ("これは日本語の文書です。" * 9).encode("shift_jis"),
        ("이것은 한국어 문서입니다. " * 9).encode("euc-kr"),
        ("été à la campagne " * 9).encode("latin-1"),
        TEXT.encode("gb18030")[:-3] + b"\xff\xff",
    ],
)
def test_junk_is_refused_with_the_place_and_the_remedy(data: bytes) -> None:
    with pytest.raises(
        UnreadableFile, match=r"^x\.txt: 不是 UTF-8 编码.第 \d+ 字节 0x.*; 请用原来的程序打开,另存为 UTF-8"
    ):
        decode(data, "x.txt")


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\x00\x00"])
def test_a_mark_that_lies_is_told(mark: bytes) -> None:
    with pytest.raises(UnreadableFile, match="文件标明是 UTF-"):
        decode(mark + b"\xd8\xd8\xd8\xd8\xff", "x.txt")


def test_text_decoded_wrongly_shows_in_its_characters() -> None:
    words = TEXT * 3
    assert common_share(words) > 0.97
    assert common_share(words.encode().decode("gb18030", "replace")) < 0.65
    assert (common_share("abc"), common_share("罕")) == (0.0, 1.0)  # too few to tell


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs"])
def test_a_table_that_is_drawn_with_characters_is_no_junk(encoding: str) -> None:
    text = (
        f"{opencc.OpenCC('s2t').convert(TEXT)}┌──┬──┐\n│部門│案件│\n├──┼──┤\n"
        + "│市場局│412件│\n├──┼──┤\n" * 9
    )
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs"])
def test_signs_among_few_words_are_no_noise(encoding: str) -> None:
    # Big5 has no 〇: its files write 二○二四年 with a sign, and charset-normalizer gives up on a page that has a few.
    text = (
        "漳州市薌城區人民政府關於二○二四年法治政府建設情況的報告\n\n漳州市人民政府：\n"
        "　　２０２４年，薌城區堅持依法行政，現報告如下：\n"
        "　　●　收到行政復議申請２１４件，受理１９３件，審結１８７件，糾錯９件。\n"
        "　　●　開展憲法宣傳活動１６６場，受眾８．４萬人次。\n漳州市薌城區人民政府\n二○二五年二月二十日\n"
    )
    assert decode(text.encode(encoding), "a.txt") == text
