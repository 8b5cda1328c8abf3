"""What may stand around a limit unread: only words that cannot hold a limit of their own."""

import unicodedata
from functools import cache

from .compiled import compiled

HARMLESS = (
    # Names and numbers of papers, articles and lines.
    r"《(?:(?!工作日|个月|小时|[日天周]内)[^《》])*》",
    r"\(?[12][0-9]{3}\)?(?:第)?[0-9]{1,4}号令?",
    r"国?令?第[0-9]{1,4}号令?|第?[0-9]{1,4}号令",
    r"第[0-9一二三四五六七八九十百]+[条款项](?:之[一二三四五六七八九十])?",
    r"十[一二三四五六]五(?=规划|时期|发展)",
    r"12345|[A-Za-z][A-Za-z0-9/_-]*",
    # Numerals that count nothing.
    "一次性|一卡通|各?(?:公开|公布|更新|发布)(?:一|1)次(?!性)|一律|统一|一般|一并|一起|一定|唯一|一致|一体化?|一站式|一件事|一网通办|一张网|一览表|一项一|"
    "逐[一项笔人户件条类级]|一事一|之一|其一|同一|一公开|万元|五公开|双公示|双公开|三定|三公|两微一端|两会|两委|两免一补|"
    "双随机|双一流|十大|第三方|一中心|一线|一系列|一整套|单一",
    # 日 月 年 周 季 时 期 that are no time limit.
    "日常|生日|节日|假日|节假日|休息日|法定节假日|"
    "上一?个?(?:月|季度?|半?年度?|周|星期|学年)(?:度|份)?(?![底末初前内后中]|结束)|"
    "(?:本|当)(?:年度|季度|月|年)(?![底末初前内后中]|结束)|"
    "(?<![每按本])年度(?=[一-鿿])(?![底末初前内后中]|结束|终了|次月|首月)|(?<![每按本])月度(?=[一-鿿])(?![底末初前内后中]|结束)|"
    "(?<![每按本])季度(?=[一-鿿])(?![底末初前内后中]|结束|终了|次月|首月)|(?<![每按本])半年度?(?=报|工作|计划|总结)|"
    "年报|月报|季报|日报|周报|年鉴|老年|青年|少年|成年|历年|周边|全年(?=[一-鿿])(?!公|持)|时效|时限|时间(?!内)|时候|时段|时代|"
    "临时|报时|历时|耗时|中期(?=评估|检查|调整|报告|财政|规划)|期限|日期|期间(?!内|前|后)|周期|长期性|阶段性?",
    # 前 内 后 起 that bound nothing.
    "内容|内部|内设|内网|境内|校内|国内外?|室内|区内|市内|县内|省内|范围内|辖区内|体系内|"
    "前款|前述|前置|前端|前期(?=准备|工作)|事前|事中|事后|后续|后台|后勤|售后|今后|"
    "起草|发起|引起|提起|起诉|一起|批次|层次|名次|档次|频次|任前|每(?:个|项|家|户|批次?|宗|件)(?=[一-鿿])(?![月季年周星日天工])",
    # 不 非 无 未 除 that deny nothing here.
    "不动产|不良|不断|非税|非遗|非公经济|非公有|非营利|非法|无障碍|无偿|除险|清除|解除|消除|排除|拆除|"
    "(?:涉密|涉及国家秘密|依法不予公开)(?:的|信息|内容|事项)*除外|除(?:涉密|保密)[^,;。:()]{0,8}外",
    "(?:链接|上传|发送|报送|推送|发布|上报|公布|移送)[至到]|[省市县区乡镇处科厅]级?以上|任免|减免|国外|境外|室外|户外|校外|对外|海外|内外|第一书记|其余|同时|停车|停止(?:供[水电气热暖]|服务|营业)|停水|停电|停气|停供|(?<=公开|公布|发布|公示)下一?个?(?:月|季度|周|年度)(?:度|份)?",
)
"""What is taken out before looking for danger; each row is a pattern."""

_DANGER = (
    "[日月年周季旬天时刻钟期夜晨晚早迟]|星期|礼拜|学期|"
    "[前内后起止]|[每逐隔次]|[不非无未勿]|除|免(?:[于予除]|$)|[近约满逾超]$|超[过出]|逾期|"
    "延[长期后迟缓]|顺延|暂|缓|停止公|中止|左右|以上|以下|[以之]外|外$|"
    "[半双倍第零〇○两俩余]|至|迄|废|同上(?!级)|同左"
)
_FIGURES = "一二三四五六七八九十百千万亿廿卅壹贰叁肆陆柒捌玖拾"


def danger(text: str) -> int | None:
    """Where in ``text`` something stands that could be, bound or deny a limit; else ``None``.

    >>> danger("在村公示栏公开"), danger("由承办机构通过政府网站"), danger("公开五")
    (None, None, 2)
    """
    if _first_danger(text) is None:
        return None
    harmless = compiled("|".join(HARMLESS))
    return _first_danger(harmless.sub(lambda match: "_" * len(match[0]), text))


def _first_danger(text: str) -> int | None:
    dangerous = compiled(_DANGER)
    for at, letter in enumerate(text):
        if dangerous.match(text, at) or _counts(letter):
            return at
    return None


@cache
def _counts(letter: str) -> bool:
    """Whether a letter is a figure of any kind, or is made of one (⑳, ㋀)."""
    return any(
        part in _FIGURES or (part < "一" and unicodedata.numeric(part, None) is not None)
        for part in unicodedata.normalize("NFKC", letter)
    )
