"""What quotes from the reports of a split are taken from, also where the files are no UTF-8 text."""

import re
from pathlib import Path

SOURCES = {
    "柳州市2024年法治政府建设工作报告.html": "liuzhou.src",
    "潍坊市市场监督管理局2023年度法治政府建设工作情况.docx": "weifang_scjg.src",
    "章贡区2024年法治政府建设年度报告.html": "zhanggong2024.src",
    "城步苗族自治县2022年法治政府建设工作报告.txt": "chengbu.src",
    "芜湖经济技术开发区2023年法治政府建设年度报告.html": "wuhu_jkq.src",
    "西安市雁塔区2023年法治政府建设情况报告.docx": "yanta.src",
    "唐山市应急管理局2022年度法治政府建设工作报告.pdf": "tangshan_yjj.src",
    "天津市西青区2023年法治政府建设情况报告.docx": "xiqing.src",
    "奇台县2024年法治政府建设工作报告.html": "qitai2024.src",
    "奇台县人民政府2023年法治政府建设情况.txt": "qitai2023.src",
    "松原市2024年度法治政府建设工作情况报告.txt": "songyuan.src",
    "哈密市人民政府2024年法治政府建设工作情况报告.html": "hami.src",
    "广西壮族自治区交通运输厅2024年度法治政府部门建设工作报告.docx": "gx_jtt.src",
    "黄骅市人民政府2024年法治政府建设情况报告.txt": "huanghua.src",
    "t20250328_4412.html": "xiangyang.src",
    "铁西区2024年度法治政府建设报告.docx": "tiexi2024.src",
    "zhga_2024.pdf": "zhuhai.src",
    "content_5103_20250320.html": "zigong.src",
    "沿滩法治年报2024.docx": "yantan.src",
    "饶河县-2024.docx": "raohe.src",
    "daqgov_2025_03.pdf": "daan2024.src",
    "zjjtj-fzbg.pdf": "zhanjiang.src",
    "art_23847_1602311.html": "zhuxi.src",
    "房县法治政府年报(印发稿).docx": "fangxian.src",
    "pzh_scjgj_fzzf.pdf": "panzhihua.src",
    "hcx-fzzf2024.docx": "huangchuan2024.src",
    "art_2025022615380.html": "guangshan2024.src",
    "sg_rsj_2024fzzfnb.pdf": "shaoguan.src",
    "沙县区2024年法治政府建设情况报告.docx": "shaxian.src",
    "t20250312_2098113.html": "youxi.src",
    "rzszf-2023fzbg.pdf": "rizhao.src",
    "content_1984412.html": "hetang.src",
    "渌口区2024法治政府年报.docx": "lukou.src",
    "content_column_18234907.html": "jingxian2024.src",
    "泾县2023年法治政府建设年度报告.txt": "jingxian2023.src",
    "qj_nyncj_fznb2024.pdf": "qujing_nyj.src",
    "郎溪县法治政府建设情况报告(2024).docx": "langxi2024.src",
    "art_8812_1470236.html": "siyang2024.src",
    "tc_202501_fzzfbg.html": "tongcheng2024.src",
    "泗洪县2024年度法治政府建设情况报告.docx": "sihong2024.src",
    "t20250224_2861940.html": "cangxi.src",
    "剑阁县2024年法治政府建设年度报告.docx": "jiange.src",
    "jcsscjdglj-2023.pdf": "jincheng.src",
    "art_80316_4471902.html": "weihai.src",
    "鄞州区2024法治政府报告.docx": "yinzhou.src",
    "邳州市2024年法治政府建设年度报告.docx": "pizhou2024.src",
    "art_3506_20250314.html": "xiangcheng2024.src",
    "yc_jyj_fzzf2024.pdf": "yichang_jyj.src",
    "洪湖市2024年法治政府建设年度报告.docx": "honghu2024.src",
    "t20250318_2251704.html": "jianyang2024.src",
}
GB18030 = {"tiexi_nb2023.txt", "da_nb2023.txt"}


def source_text(file: Path) -> str:
    """What a report of ``dev9`` to ``dev31`` in a richer format is made from: marks left out, cells joined by `` | ``."""
    lines = (file.parents[1] / "sources" / SOURCES[file.name]).read_text(encoding="utf-8").splitlines()
    return "\n".join(re.sub(r"^(#+ |SIG |\| )| \|$", "", line) for line in lines)


def stored_text(file: Path) -> str:
    """The text of a report as it is stored: line ends untouched."""
    if file.name in SOURCES:
        return source_text(file)
    return file.read_bytes().decode("gb18030" if file.name in GB18030 else "utf-8")
