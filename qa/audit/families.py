"""Words of which each excludes the others, and the sets of them that leave nothing out: what may be added up.

Knows nothing of figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.patterns import lazy_re


@dataclass(frozen=True)
class Family:
    """Words of which each excludes the others.

    Attributes:
        members: Pattern of each member.
        complete: Sets of members (by position) that leave nothing out.
        certain: Whether such a set leaves no doubt.
        overlaps: Pairs of members (by position) of which one may hold the other.
        whole: Pattern of totals that leave no doubt: 维持 is a part of 审结, while 受理 may leave out cases of last year.
        opens: Pattern of totals behind which such a list needs no 其中.
    """

    members: tuple[re.Pattern[str], ...]
    complete: tuple[frozenset[int], ...] = ()
    certain: bool = False
    overlaps: tuple[frozenset[int], ...] = ()
    whole: re.Pattern[str] = re.compile("")
    opens: re.Pattern[str] = re.compile(r"$^")


def _family(
    *members: str,
    complete: Sequence[str] = (),
    certain: bool = False,
    overlaps: Sequence[str] = (),
    whole: str = "",
    opens: str = r"$^",
) -> Family:
    """Compile a family; sets are written as digits of positions."""
    return Family(
        tuple(lazy_re(member) for member in members),
        tuple(frozenset(map(int, digits)) for digits in complete),
        certain,
        tuple(frozenset(map(int, digits)) for digits in overlaps),
        lazy_re(whole),
        lazy_re(opens),
    )


_CASES = r"(?:法律援助)?(?:类)?(?:案件?|诉讼)?"
# 其中维持28件,撤销8件,确认违法5件,责令履行2件,终止27件
OUTCOMES = _family(
    r"^(?:决定|作出)?维持(?:决定)?$",
    r"^(?:决定)?驳回(?:申请|复议申请|行政复议申请)?$",
    r"^(?:决定|作出)?(?:撤销|变更|确认违法|责令履行|直接纠错|纠错)(?:(?:、|和|或|及)?(?:撤销|变更|确认违法|责令履行))*(?:决定)?$",
    r"^(?:(?:调解|和解)[\u4e00-\u9fff、]*(?:其他|其它|等)(?:方式)?|经?协调(?:化解)?后?)?终止(?:审理)?(?:[(][^)]*[)])?$",
    r"^(?:经|以|通过|因)?(?:调解|和解)(?:(?:、|和|及|或)?(?:和解|调解|撤回))*(?:申请)?(?:等?方式)?而?(?:终止|结案|撤回|撤回申请)?$",
    r"^(?:申请人)?(?:主动)?撤回(?:申请)?$",
    complete=("0123", "0124", "01234", "01235", "012345"),
    overlaps=("34", "35", "45"),
    whole="审结|办结|结案|已结",
    opens="审结|办结|结案|已结",
)
FAMILIES = (
    # 其中民事案件402件、刑事案件445件
    _family(
        rf"^民(?:商)?事{_CASES}$",
        rf"^刑事{_CASES}$",
        rf"^行政{_CASES}$",
        rf"^(?:非诉讼?|劳动仲裁){_CASES}$",
        complete=("012", "0123"),
    ),
    # 其中一审71件、二审36件、再审5件
    _family(
        r"^一审(?:行政)?(?:诉讼)?案?件?$",
        r"^二审(?:行政)?(?:诉讼)?案?件?$",
        r"^再审(?:审查)?案?件?$",
        complete=("01", "012"),
    ),
    # 其中普通程序2318件、简易程序7149件
    _family(
        r"^(?:适用)?(?:一般|普通)程序(?:办理)?的?(?:案件)?$",
        r"^(?:适用)?简易程序(?:办理)?的?(?:案件)?$",
        complete=("01",),
    ),
    OUTCOMES,
    # 评查案卷120卷,其中合格113卷、不合格7卷
    _family(
        r"^合格(?:案卷|卷宗)?$",
        r"^不合格(?:案卷|卷宗)?$",
        r"^(?:优秀|优良|良好)(?:案卷|卷宗)?$",
        complete=("01", "012"),
        certain=True,
        overlaps=("02",),
        opens="案卷|卷宗",
    ),
    # 清理84件,保留61件、修改9件、废止14件
    _family(
        r"^(?:继续有效|保留|继续执行)$",
        r"^(?:建议|决定|拟|需|予以)?废止$",
        r"^(?:建议|拟|需)?修[改订]$",
        r"^(?:宣布|拟|需)?失效$",
        complete=("01", "02", "03", "012", "013", "023", "0123"),
        overlaps=("02",),
        opens=r"清理|(?:审核|梳理|审查|评估)现行",
    ),
    # 罚款及没收金额合计2264.3万元;其中罚款2118.6万元、没收违法所得145.7万元
    _family(r"^罚款(?:金额)?$", r"^没收(?:违法所得|非法财物|金额)*$", complete=("01",), whole="罚没|没收"),
    # 三级指标100项开展自评,达标96项,未达标4项
    _family(r"^达标$", r"^未达标$", complete=("01",), certain=True, opens="指标|任务|考核"),
    # 诉前调解14200件,一季度3180件、二季度3560件、三季度3690件、四季度3770件
    _family(
        *(rf"^第?{n}季度(?:[为共])?$" for n in "一二三四"),
        complete=("0123",),
        certain=True,
        opens=r"[\u4e00-\u9fff]",
    ),
    _family(r"^上半年$", r"^下半年$", complete=("01",), certain=True, opens=r"[\u4e00-\u9fff]"),
    # 其中投诉4.86万件、举报1.86万件
    _family(r"^投诉$", r"^举报$", complete=("01",)),
    # 其中予以公开81件、不予公开29件、无法提供32件
    _family(r"^予以公开$", r"^部分公开$", r"^不予公开$", r"^无法提供$", r"^不予处理$"),
    # 其中行政处罚案卷160件、行政许可案卷80件
    _family(
        r"^行政处罚(?:案卷|卷宗|案件)?$",
        r"^行政许可(?:案卷|卷宗|案件)?$",
        r"^行政强制(?:案卷|卷宗|案件)?$",
        r"^行政检查(?:案卷|卷宗)?$",
    ),
    # 办理行政复议申请89件,其中受理76件、不予受理9件
    _family(
        r"^(?:依法|经审查|决定)?受理$", r"^(?:依法|决定)?不予受理$", r"^(?:告知)?补正后放弃$", whole="$^"
    ),
    # 其中报告书91个、报告表994个
    _family(r"^(?:环评)?报告书$", r"^(?:环评)?报告表$", complete=("01",), certain=True),
    # 其中人大代表建议49件、政协提案63件
    _family(
        r"^(?:办理)?(?:[市区县州省]?人大(?:代表)?)?建议$",
        r"^(?:[市区县州省]?政协)?(?:委员)?提案$",
        complete=("01",),
        certain=True,
    ),
    # 述法49人,其中会议述法6人、书面述法43人
    _family(
        r"^(?:会议|现场|口头|当面)述法(?:并接受评议)?$",
        r"^书面述法$",
        complete=("01",),
        certain=True,
        whole="述法",
    ),
    # (主办41件、会办32件)
    _family(r"^主办(?:件)?$", r"^(?:会办|协办)(?:件)?$", complete=("01",), certain=True),
    # 新登记经营主体5126户,同比增长7.3%,其中企业873户、个体工商户4209户、农民专业合作社44户
    _family(
        r"^(?:新[设登增][\u4e00-\u9fff]{0,2})?(?:各类)?企业$",
        r"^(?:新[设登增][\u4e00-\u9fff]{0,2})?个体(?:工商)?户$",
        r"^(?:新[设登增][\u4e00-\u9fff]{0,2})?农(?:牧?民|业|牧业)?(?:专业)?合作社$",
        complete=("012",),
        whole="经营主体|市场主体",
    ),
    # 人民调解委员会347个,其中乡镇28个、村(社区)296个、行业性专业性23个
    _family(
        r"^(?:乡镇|镇街|镇|街道|苏木)(?:[(](?:街道|镇|乡|街)[)])?级?(?:人民)?(?:调委会|调解委员会)?$",
        r"^(?:村|嘎查|行政村)(?:[(](?:社区|居)[)]|居|社区)?级?(?:人民)?(?:调委会|调解委员会)?$",
        r"^(?:行业性?|专业性?|行专)[、]?(?:行业性?|专业性?)?(?:人民)?(?:调委会|调解委员会|调解组织)?$",
        r"^企(?:业|事业单位)(?:人民)?(?:调委会|调解委员会)?$",
        complete=("012", "0123"),
        whole="调解委员会|调委会|调解组织",
    ),
    # 调处矛盾纠纷4216件,其中婚姻家庭1035件、邻里纠纷1378件、山林土地612件
    _family(
        r"^(?:婚姻|家庭|婚恋)[、]?(?:婚姻|家庭|家事)?(?:类|矛盾|纠纷)*$",
        r"^邻里(?:类|矛盾|纠纷)*$",
        r"^(?:山林|土地|林权|农村土地|土地承包|山林水土)[、]?(?:土地|林权|承包|水利)*(?:类|矛盾|纠纷)*$",
        r"^(?:劳动|劳资|欠薪|劳动争议)(?:争议|类|矛盾|纠纷)*$",
        r"^(?:道路)?交通(?:事故)?(?:类|矛盾|纠纷)*$",
        r"^(?:医疗|医患)(?:类|矛盾|纠纷)*$",
        r"^物业(?:管理|服务)?(?:类|矛盾|纠纷)*$",
        r"^(?:损害)?赔偿(?:类|矛盾|纠纷)*$",
        whole="纠纷|调解|调处|化解",
    ),
    # 上线21个主题,其中…等省定主题13个,…等本县自选主题8个
    _family(
        r"(?:省定|省级统一)(?:主题|事项)?$",
        r"(?:自选|自定|特色)(?:主题|事项)?$",
        complete=("01",),
        whole="一件事|主题|事项",
    ),
    # 其中男120人、女36人
    _family(r"^男性?$", r"^女性?$", complete=("01",), certain=True),
)
