"""What a web page tells of its article: its title, site, date and source, and the lines of metadata above the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.formats.blocks import Block, Paragraph, on_one_line, tidy
from qa.formats.elements import BLOCK, Element
from qa.patterns import lazy_re

_META = lazy_re(
    r"(?:索引号|信息索引|发布机构|发布单位|发布部门|发文机[关构]|发文单位|公开机构|公开责任部门|发文字号|文号|成文日期|发文日期|发布日期|"
    r"发布时间|公开日期|生成日期|主题分类|组配分类|体裁分类|有效性|信息来源|文章来源|来源|标题|名称)\s*[】\])]?\s*[:：|\t]"
)
_PAIR = lazy_re(r"^[【\[]?[\u4e00-\u9fff\s]{2,10}[】\]]?\s*[:：]\s*\S")  # 字体：[ 大 中 小 ]
_REPORT = lazy_re("法治|依法|报告|总结")
# <dt>发文机构</dt><dd>某市司法局</dd>: a key whose value stands in the next block
_KEY = lazy_re(
    r"[【\[]?(?:索\s*引\s*号|信息索引号?|发布(?:机构|单位|部门|日期|时间)|发文(?:机关|机构|单位|字号|日期)|公开(?:机构|日期|责任部门)|文\s*号|"
    r"成文日期|印发日期|生成日期|主题分类|组配分类|体裁分类|有\s*效\s*性|信息来源|文章来源|来源)\s*[】\]]?\s*[:：]?"
)
_DATE = lazy_re(r"(?<!\d)20\d\d\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))")
_DATED_MAX = 60  # characters of a line under the title that tells its date
_META_MAX = 200  # characters of a line of metadata


def head_of(root: Element) -> dict[str, str]:
    """Read what the head of a page says of its article.

    Args:
        root: The parsed page.

    Returns:
        Title, site, date and source, each "" where the head does not tell it.
    """
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        metas.setdefault(name, tidy(meta.get("content") or ""))
    title = root.find(".//title")
    printed = tidy(title.text_content()) if title is not None else ""
    # "某某区2024年…报告_法治建设_某某区人民政府": what follows the first sign is the site's.
    printed = re.split(r"\s*[_|—]+\s*|\s+-+\s+|-(?=[^-]*(?:政府|网|局)$)", printed)[0]
    return {
        "title": on_one_line(
            metas.get("articletitle") or metas.get("contenttitle") or metas.get("og:title") or printed
        ),
        "site": on_one_line(metas.get("sitename", "")),
        "date": on_one_line(metas.get("pubdate") or metas.get("publishdate") or ""),
        "source": on_one_line(metas.get("contentsource", "")),
    }


def block_of(element: Element) -> Element:
    """Find the nearest block that an element's own words belong to.

    Args:
        element: An element of a page.

    Returns:
        Itself, or the nearest above it that begins a line.
    """
    while element.tag not in BLOCK and element.getparent() is not None:
        element = element.getparent()
    return element


def space_pairs(body: Element, main: Element) -> None:
    """Part pairs of metadata that only their style sets apart: <span>2025-03-05</span><span>来源:某市司法局</span>.

    Args:
        body: Body of the page, which is changed.
        main: Body of the article, which is not.
    """
    kept = {main, *main.iterancestors()}
    for element in body.iter("span", "em", "i", "label", "font", "b", "strong"):
        holder = block_of(element)
        if holder in kept or main in element.iterancestors():
            continue
        words = "".join(holder.itertext())
        if len(words) <= _META_MAX and _META.search(words):
            element.tail = f" {element.tail or ''}"


def pairs_of(block: Block) -> list[Block]:
    """Give a table whose every cell is a key with its value as lines: it only sets them side by side.

    Args:
        block: A block above the body.

    Returns:
        The block, or a line for each row.
    """
    if isinstance(block, Paragraph):
        return [block]
    cells = [[tidy(cell) for cell in row if cell.strip()] for row in block.rows]
    flat = [cell for row in cells for cell in row]
    if any(_META.match(cell) for cell in flat) and all(_PAIR.match(cell) for cell in flat):
        return [Paragraph(" ".join(row)) for row in cells if row]
    return [block]


def with_values(blocks: list[Block]) -> list[Block]:
    """Put a key of metadata and its value on one line where a page has each in a block of its own.

    Args:
        blocks: The blocks above the body.

    Returns:
        The blocks, pairs as one paragraph each.
    """
    paired: list[Block] = []
    waiting = ""
    for block in blocks:
        words = words_of(block) if isinstance(block, Paragraph) else ""
        is_key = bool(words and _KEY.fullmatch(words))
        if waiting and words and not is_key and len(words) <= _DATED_MAX:
            paired[-1] = Paragraph(f"{waiting}:{words}")
        else:
            paired.append(block)
        waiting = words.strip("【】[]:： ") if is_key else ""
    return paired


def is_dated(block: Block, above: Block) -> bool:
    """Tell whether a block is the line of date and source right under the title: 法治某县 2025年1月23日 17:05.

    Args:
        block: A block above the body.
        above: The block above it.

    Returns:
        Whether it is.
    """
    words = words_of(block)
    return (
        isinstance(block, Paragraph)
        and isinstance(above, Paragraph)
        and (above.heading or bool(_REPORT.search(above.text)))
        and len(words) <= _DATED_MAX
        and bool(_DATE.search(words))
        and not re.search("今天|今日|现在", words)
    )


def words_of(block: Block) -> str:
    """Give all words of a block on one line.

    Args:
        block: A block.

    Returns:
        Its words; cells are parted by bars.
    """
    if isinstance(block, Paragraph):
        return on_one_line(tidy(block.text))
    return " | ".join(tidy(cell) for row in block.rows for cell in row)


def describes(block: Block, title: str) -> bool:
    """Tell whether a block above the body is the title or a line of metadata.

    Args:
        block: A block above the body.
        title: The title as the head tells it.

    Returns:
        Whether it is.
    """
    words = words_of(block)
    if isinstance(block, Paragraph):
        bare = re.sub(r"\s", "", words)
        if (
            len(bare) >= 6
            and len(bare) <= 90
            and (block.heading or (title and (bare in re.sub(r"\s", "", title) or title in words)))
        ):
            return True
        return (
            len(words) <= _META_MAX and bool(_META.search(words)) and ">" not in words and "。" not in words
        )
    return bool(_META.search(words.replace(" | ", "|")))


def title_of(told: dict[str, str], above: list[Block], inside: list[Block]) -> Iterator[Block]:
    """Give the site's name, and the title if the page shows it nowhere.

    Args:
        told: What the head tells.
        above: Title and metadata above the body.
        inside: The body.

    Yields:
        Paragraphs to put before them.
    """
    shown = "".join(re.sub(r"\s", "", words_of(block)) for block in [*above, *inside[:8]])
    everything = shown + "".join(words_of(block) for block in inside[8:])
    if told["site"] and told["site"] not in everything:
        yield Paragraph(told["site"])
    title = re.sub(r"\s", "", told["title"])
    # "某县人民政府 公告公示 某县2023年…报告": site and column stand before the title that the page shows.
    ends = any(
        _REPORT.search(words := re.sub(r"\s", "", words_of(block))) and title.endswith(words)
        for block in [*above, *inside[:3]]
    )
    if title and title not in shown and not ends and _REPORT.search(title):
        yield Paragraph(told["title"], heading=True)


def dates_of(told: dict[str, str], above: list[Block], inside: list[Block]) -> Iterator[Block]:
    """Give the date and source that the head of the page tells, where no line above the body does.

    Args:
        told: What the head tells.
        above: Title and metadata above the body.
        inside: The body.

    Yields:
        Paragraphs to put between them.
    """
    shown = "\n".join(words_of(block) for block in [*above, *inside[:6]])
    if told["date"] and not re.search(r"(?:日期|时间)\s*[】\])]?\s*[:：|]", shown):
        yield Paragraph(f"发布日期:{told['date']}")
    if told["source"] and not re.search(r"来源|发布机构|发文机关|发布单位", shown):
        yield Paragraph(f"来源:{told['source']}")
