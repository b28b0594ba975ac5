"""Why a file is not read and what to do about it, in both languages; the first word of each is the file's name.

Names of formats, sizes and the like are put in by who refuses. Knows nothing of how files are read.
"""

from __future__ import annotations

from qa.message import Form, Message

OCR = Message(
    "请先用文字识别(OCR)软件转成带文字的 PDF 或 .docx",
    "run OCR first and save as a PDF with text or as .docx",
)
SAVE_AS = Message("请用 Word 或 WPS 打开,另存为 .docx", "open it in Word or WPS and save as .docx")
RESAVE = Message(
    "请用 Word 或 WPS 打开后重新另存为 .docx 再添加",
    "open it in Word or WPS, save as .docx again, and add that",
)
RESAVE_SHEET = Message(
    "请用 Excel 或 WPS 打开后重新另存为 .xlsx 再添加",
    "open it in Excel or WPS, save as .xlsx again, and add that",
)
WORD_FILE, EXCEL_FILE = Message("Word 文件", "Word file"), Message("Excel 文件", "Excel file")
AS_UTF8 = Message(
    "请用原来的程序打开,另存为 UTF-8 文本后再添加",
    "open it in the program that made it, save as UTF-8 text, and add that",
)
FETCH_AGAIN = Message(
    "请重新下载,或用阅读器打开后另存为新的 PDF 再添加",
    "download it again, or save it anew from a PDF reader, and add that",
)
SAVE_PAGE = Message(
    "请在浏览器中打开原网页,另存为“网页,仅 HTML”后再添加",
    "open the page in a browser, save it as “Webpage, HTML Only”, and add that",
)
SIMPLER = Message(
    "文件可能已损坏或过于复杂; 请用原来的程序打开后重新保存,或另存为 .docx、.txt 再添加",
    "it may be broken or too complex; save it again in the program that made it, or as .docx or .txt",
)

UNSUPPORTED = Form("{}: 不支持的格式 {}; 支持 {}; {}", "{}: {} is not read; what is: {}; {}")
NO_SUFFIX = Message("(无后缀)", "a name without a suffix")
CONVERT = Message("请先转换", "convert it first")
EMPTY = Form(
    "{}: 文件为空或只有空白; 请添加有正文的报告", "{}: empty, or nothing but blanks; add a report with a body"
)
OTHER_KIND = Form("{}: 内容是{}文件,不是{}; {}后再添加", "{}: its content is {}, not {}; {}, then add it")
NOT_PDF = Form(
    "{}: 内容不是 PDF 文件; 请重新下载,或换成原来的格式后再添加",
    "{}: its content is no PDF; download it again, or give it its own suffix",
)
NOT_DOCX = Form("{}: 内容{},不是 .docx; {}后再添加", "{}: its content is {}, not .docx; {}, then add it")
IS_PAGE = Message("是网页", "a web page")
NO_ZIP = Message("不是 ZIP 包", "no ZIP package")
RENAME_HTML = Message("请把后缀改为 .html", "rename it to .html")
PAGE_AS_TEXT = Form(
    "{}: 内容是网页,不是文本; 请把后缀改为 .html 后再添加",
    "{}: its content is a web page, not text; rename it to .html, then add it",
)
TOO_LARGE = Form(
    "{}: 文件有 {},超过上限 {}; 请拆分,或只保留报告正文",
    "{}: has {}, more than the limit of {}; split it, or keep the report's body alone",
)
TOO_LONG = Form(
    "{}: 有 {:,} 个字符,超过上限 {:,}; 请只保留报告正文,或拆分后再添加",
    "{}: has {:,} characters, more than the limit of {:,}; keep the report's body alone, or split it",
)
NOT_REGULAR = Form(
    "{}: 不是普通文件(可能是设备或管道); 请给出报告文件",
    "{}: no regular file (a device or a pipe); give a report file",
)
UNREADABLE = Form("{}: 无法读取({}); 请检查路径和权限", "{}: cannot be read ({}); check its path and rights")
CONTROL = Form(
    "{}: 第 {} 个字符是控制字符 U+{:04X},像二进制文件; 请另存为 UTF-8 文本后再添加",
    "{}: character {} is the control character U+{:04X}, as in a binary file; save it as UTF-8 text",
)
NO_HAN = Form(
    "{}: 没有汉字; 请添加中文的法治政府建设报告",
    "{}: no Chinese characters; add a report that is in Chinese",
)
SCRAMBLED = Form(
    "{}: 文字是乱码(保存时用错了编码,或 PDF 的字体没有文字信息); 请换一份原件,PDF 可先做文字识别(OCR)",
    "{}: its characters are scrambled (a wrong encoding, or a PDF font that tells no characters); "
    "take another copy, or run OCR on the PDF",
)
WRONG_UTF = Form(
    "{}: 文件标明是 {} 编码,但第 {} 字节起无法解码; {}",
    "{}: says that it is {}, but does not decode from byte {}; {}",
)
NO_ENCODING = Form(
    "{}: 不是 UTF-8 编码(第 {} 字节 0x{:02x} 无法解码),也认不出是 GB18030、Big5 或 UTF-16; {}",
    "{}: neither UTF-8 (byte {}, 0x{:02x}, does not decode) nor GB18030, Big5 or UTF-16; {}",
)
NO_BODY = Form(
    "{}: 只有标题或元数据,没有正文; 请添加报告全文",
    "{}: a title or metadata without a body; add the whole report",
)
NO_PLACE_YEAR = Form(
    "{0}: 正文中找不到报告的{1}; 请在第一行写上标题(如“某县2024年法治政府建设情况报告”),或用 add --place {2} --year {3} 指定",
    "{0}: the text does not tell the report's {1}; write its title with place and year into the first line, "
    "or set it with add --place {2} --year {3}",
)
PLACE, YEAR = Message("地区", "place"), Message("年份", "year")
FULL_NAME, A_YEAR = Message("地区全名", "FULL_NAME"), Message("年份", "YEAR")
RIVALS = Form(
    "{0}: 报告的地区不明,正文没有说明{1}是{2}中的哪一个; 请用 add --place 指定全名",
    "{0}: the text does not tell which {1} it is, of {2}; set the full name with add --place",
)
NO_WORDS = Form(
    "{}: Word 文件里没有文字(可能只有图片); 请先用文字识别(OCR)软件转成带文字的 .docx 或 PDF 再添加",
    "{}: a Word file without words (pictures alone?); run OCR first and save as .docx or as a PDF with text",
)
NO_CELLS = Form(
    "{}: 表格里没有文字; 请添加有内容的报告或统计表",
    "{}: a workbook without words; add a report or a table that holds some",
)
BROKEN_XLSX = Form("{}: .xlsx 内部结构损坏({}); {}", "{}: the .xlsx is broken inside ({}); {}")
NOT_XLSX = Form("{}: 内容不是 ZIP 包,不是 .xlsx; {}", "{}: no ZIP package, and so no .xlsx; {}")
BROKEN_DOCX = Form("{}: .docx 内部结构损坏({}); {}", "{}: the .docx is broken inside ({}); {}")
BOMB = Form("{}: 解压后过大,疑似压缩炸弹; {}", "{}: unpacks to too much, like a ZIP bomb; {}")
BAD_ZIP = Form("{}: 不是完好的 {}(ZIP 结构损坏或未下载完整); {}", "{}: a broken or incomplete {}; {}")
BAD_DATA = Form("{}: 不是完好的 {}(数据损坏); {}", "{}: a {} with broken data; {}")
LOCKED_ZIP = Form(
    "{}: 压缩包有密码; 请去掉密码,另存为 {} 再添加",
    "{}: has a password; take it off, save as {}, and add that",
)
OTHER_ZIP = Form(
    "{}: 是 ZIP 包,但不是 {}; 如是压缩包请先解压,如是其他文档{}",
    "{}: a ZIP package, but no {}; unpack an archive first; of another document: {}",
)
HUGE_ZIP = Form(
    "{}: 解压后有 {}、{} 个成员,疑似压缩炸弹或含大量图片; 请删去图片,只保留正文后另存为 {} 再添加",
    "{}: unpacks to {} in {} members, a ZIP bomb or full of pictures; take the pictures out and save as {}",
)
NO_PAGE = Form("{}: 网页里没有可读的内容; {}", "{}: the page holds nothing that can be read; {}")
NO_ARTICLE = Form(
    "{}: 网页里没有正文(可能由脚本生成); 请把正文复制到 .txt 或 .docx 后再添加",
    "{}: the page holds no article (a script may make it); copy the text into a .txt or .docx",
)
NO_PAGE_IN_ARCHIVE = Form(
    "{}: 网页归档(MHTML)里没有网页; {}", "{}: the web archive (MHTML) holds no page; {}"
)
PDF_CUT = Form("{}: PDF 不完整(没有结尾标记); {}", "{}: the PDF is incomplete (no end mark); {}")
PDF_EMPTY = Form("{}: PDF 里没有页面(结构损坏); {}", "{}: the PDF has no pages (broken); {}")
PDF_BLANK = Form(
    "{}: {} 页都没有文字(空白,或文字画成了图形); {} 再添加",
    "{}: no text on any of {} pages (blank, or drawn as shapes); {}",
)
PDF_SCAN = Form(
    "{}: {} 页中有 {} 页是图片,没有文字层(扫描件); {} 再添加",
    "{0}: {2} of {1} pages are pictures without a text layer (a scan); {3}",
)
PDF_LOCKED = Form(
    "{}: PDF 有打开密码; 请用阅读器打开后另存为没有密码的 PDF 再添加",
    "{}: the PDF has a password; save it without one from a PDF reader, and add that",
)
PDF_BROKEN = Form("{}: PDF 结构损坏({}); {}", "{}: the PDF is broken ({}); {}")
PDF_LONG = Form(
    "{}: 有 {} 页,超过上限 {} 页; 请拆分,或只保留报告正文",
    "{}: has {} pages, more than the limit of {}; split it, or keep the report's body alone",
)
READING_FAILED = Form("{}: {}; {}", "{}: {}; {}")
TOO_SLOW = Form("{:g} 秒内没有读完", "not read within {:g} seconds")
OUT_OF_MEMORY = Form("内存超过上限 {} MB", "more memory than the limit of {} MB")
READER_DIED = Form("读取程序中断({})", "the reader broke off ({})")
EXIT_CODE = Form("退出码 {}", "exit code {}")
