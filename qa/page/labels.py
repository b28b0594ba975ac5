"""Every word that the page shows by itself, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass

from qa.message import Form, Message, told_in
from qa.settings import Language
from qa.store.admission import FileStatus
from qa.types import Reason


@dataclass(frozen=True, slots=True)
class Labels:
    """The page's words in one language; names say where they stand."""

    language: Language
    brand: str
    tagline: str
    switch_language: str
    switch_theme: str
    new_conversation: str
    placeholder: str
    send: str
    places: str
    years: str
    all_places: str
    all_years: str
    welcome: str
    explain: str
    examples: str
    holdings: str
    you: str
    sources: str
    more_sources: str
    scope: str
    note: str
    thinking: str
    follow_up: str
    source_panel: str
    source_empty: str
    place: str
    year: str
    issuer: str
    date: str
    file: str
    heading: str
    unknown: str
    back: str
    conversation: str
    open_source: str
    year_form: str
    separator: str
    failed: str
    no_report: str
    undisclosed: str
    add_place: str
    change_topic: str
    take_out: str
    clear_filter: str
    add_reports: str
    drop: str
    drop_hint: str
    too_large: str
    coming: str
    arrivals: str
    would_replace: str
    replace: str
    gives_orders: str
    lost: str
    server_gone: str
    reasons: tuple[tuple[Reason, str], ...]
    statuses: tuple[tuple[FileStatus, str], ...]

    def told(self, words: str) -> str:
        """Give words of an answer in the page's language; words of a report have one form."""
        return told_in(self.language, words)

    def year_of(self, year: int) -> str:
        """Show a year, such as 2024年."""
        return self.year_form.format(year)

    def status_of(self, status: FileStatus) -> str:
        """Name what became of a file."""
        return dict(self.statuses)[status]

    def reason_of(self, reason: Reason | None) -> str:
        """Name why a question is not answered."""
        return dict(self.reasons).get(reason or Reason.NOT_MENTIONED, "")


CHINESE = Labels(
    language=Language.CHINESE,
    brand="法问",
    tagline="法治政府建设年度报告问答，句句有出处",
    switch_language="English",
    switch_theme="明 / 暗",
    new_conversation="新对话",
    placeholder="请输入问题，回车发送",
    send="发送",
    places="地区",
    years="年度",
    all_places="不限",
    all_years="不限",
    welcome="问报告，看原文",
    explain="答案只取自资料库里的报告。点击编号，就打开那份报告并标出原句；报告里没有的，会直接告诉您没有。",
    examples="可以这样问",
    holdings="资料库里的报告",
    you="提问",
    sources="出处",
    more_sources="其余 {} 条出处",
    scope="理解为",
    note="提示",
    thinking="正在查阅报告…",
    follow_up="继续问",
    source_panel="报告原文",
    source_empty="点击答案中的编号，这里会打开那份报告，并定位到被引用的句子。",
    place="地区",
    year="年度",
    issuer="发布机构",
    date="发布日期",
    file="文件",
    heading="位置",
    unknown="未注明",
    back="回到答案",
    conversation="对话",
    open_source="出处 {}：{}",
    year_form="{}年",
    separator="、",
    failed="这个问题没有答成，原文已放回输入框，请再试一次。",
    no_report="资料库中没有这份报告：{}",
    undisclosed="未披露",
    add_place="＋ 地区",
    change_topic="换指标",
    take_out="去掉{}",
    clear_filter="清除筛选，再问一次",
    add_reports="＋ 添加报告",
    drop="把报告文件或文件夹拖到这里，或点击选择文件",
    drop_hint="{}，单个文件不超过 {} MB",
    too_large="{}：超过 {} MB，没有上传；请拆分，或只保留报告正文",
    coming="正在读取 {} 个文件…",
    arrivals="添加结果",
    would_replace="库中已有{}的报告，读自 {}（{}）；这份是“{}”。没有替换。",
    replace="用这份替换",
    gives_orders="文中有写给机器的指令，只在原文中显示，不作为任何答案的依据。",
    lost="连接中断",
    server_gone="与法问的连接断了；请确认程序还在运行，再刷新网页。",
    reasons=(
        (Reason.NO_SUCH_PLACE, "库中没有这个地区"),
        (Reason.NO_SUCH_YEAR, "库中没有这个年度"),
        (Reason.NOT_MENTIONED, "报告未提及"),
        (Reason.OUT_OF_DOMAIN, "不在报告范围内"),
        (Reason.AMBIGUOUS, "请补充一点信息"),
        (Reason.FILTERED, "被筛选排除"),
    ),
    statuses=(
        (FileStatus.ADDED, "已加入"),
        (FileStatus.UNCHANGED, "没有变化"),
        (FileStatus.REPLACED, "已替换"),
        (FileStatus.NOT_ADDED, "待确认"),
        (FileStatus.REJECTED, "未加入"),
    ),
)

ENGLISH = Labels(
    language=Language.ENGLISH,
    brand="法问 Fawen",
    tagline="Questions on rule-of-law government reports, every sentence sourced",
    switch_language="中文",
    switch_theme="Theme",
    new_conversation="New chat",
    placeholder="Ask a question and press Enter",
    send="Send",
    places="Places",
    years="Years",
    all_places="all",
    all_years="all",
    welcome="Ask the reports, see the words",
    explain="Answers come only from the reports in the library. A number opens the report at its sentence. "
    "What the reports do not say, we do not say.",
    examples="Try one of these",
    holdings="Reports in the library",
    you="You",
    sources="Sources",
    more_sources="{} more sources",
    scope="Read as",
    note="Note",
    thinking="Reading the reports…",
    follow_up="Ask on",
    source_panel="The report",
    source_empty="Choose a number in an answer: the report opens here at the cited sentence.",
    place="Place",
    year="Year",
    issuer="Issuer",
    date="Published",
    file="File",
    heading="Section",
    unknown="not stated",
    back="Back to the answer",
    conversation="Conversation",
    open_source="Source {}: {}",
    year_form="{}",
    separator=", ",
    failed="That question was not answered; its words are back in the box, please try again.",
    no_report="The library holds no such report: {}",
    undisclosed="not disclosed",
    add_place="+ place",
    change_topic="other topic",
    take_out="Take out {}",
    clear_filter="Clear the filter and ask again",
    add_reports="+ Add reports",
    drop="Drop report files or a folder here, or choose files",
    drop_hint="{}, up to {} MB a file",
    too_large="{}: larger than {} MB, not uploaded; split it, or keep the report's text only",
    coming="Reading {} file(s)…",
    arrivals="What became of the files",
    would_replace="The library holds the report of {}, read from {} ({}); this one is “{}”. Nothing was replaced.",
    replace="Replace it by this one",
    gives_orders="It gives orders to a machine; they are shown in the report only and answer nothing.",
    lost="Connection lost",
    server_gone="The connection to Fawen is lost; see that the program still runs, then reload the page.",
    reasons=(
        (Reason.NO_SUCH_PLACE, "No report of that place"),
        (Reason.NO_SUCH_YEAR, "No report of that year"),
        (Reason.NOT_MENTIONED, "Not mentioned in the reports"),
        (Reason.OUT_OF_DOMAIN, "Outside these reports"),
        (Reason.AMBIGUOUS, "Please say a little more"),
        (Reason.FILTERED, "Left out by the filter"),
    ),
    statuses=(
        (FileStatus.ADDED, "Added"),
        (FileStatus.UNCHANGED, "Unchanged"),
        (FileStatus.REPLACED, "Replaced"),
        (FileStatus.NOT_ADDED, "To confirm"),
        (FileStatus.REJECTED, "Not added"),
    ),
)

# Turns that the page begins or asks by itself, in words that a conversation understands.
TAKE_OUT = Form("去掉{}", "remove {}")
ADD, CHANGE = Message("加上", "add "), Message("换成", "switch to ")


def labels_for(language: Language) -> Labels:
    """Choose the words of a language.

    Args:
        language: Language of the page.

    Returns:
        Its words.
    """
    return ENGLISH if language is Language.ENGLISH else CHINESE
