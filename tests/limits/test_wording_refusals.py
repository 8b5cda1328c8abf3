"""A refusal says why, and where in the wording as it was written reading stopped."""

import pytest

from gongkai_cli.limits import read_wording
from gongkai_cli.limits.wording import Refusal, understand

STOPS = [
    # what follows a number
    ("20个工作日后公开", "后公开", "后面跟着“后”"),
    ("信息形成之日起２０个 工作日 左右", "左右", "后面跟着“左右”"),
    # what would go unread
    ("每月10日前公布，遇特殊情况延长5日", "延长5日", "读不懂"),
    ("动态更新，不公开的除外", "不公开的除外", "读不懂"),
    ("及时公开\n（不超过N日）", "不超过N日）", "读不懂"),
    ("每周一、三、五更新", "一、三、五更新", "读不懂"),
    # what has no reading
    ("每年2月30日前", "每年2月30日前", "没有这一天"),
    ("每两个月公开一次", "每两个月公开一次", "没有对应的周期"),
    ("每年公布两次", "每年公布两次", "两次"),
    ("自信息形成之日起二十（30）个工作日内", "二十（30）个工作日内", "不是同一个数"),
    # what contradicts itself
    ("信息形成之日起20个工作日内，信息形成之日起7个工作日内", "7个工作日内", "说法不同"),
    ("20个工作日7个工作日", "7个工作日", "没有标点"),
    ("主动公开", "主动公开", "没有读到时限"),
]


@pytest.mark.parametrize(("wording", "rest", "why"), STOPS)
def test_reading_stops_where_it_must(wording: str, rest: str, why: str) -> None:
    refusal = understand(wording)
    assert isinstance(refusal, Refusal)
    assert wording[refusal.at :] == rest
    assert why in refusal.why
    refused = read_wording(wording).refused
    assert refused
    assert f"第{refusal.at + 1}个字" in refused


def test_the_rest_of_a_long_wording_is_cut() -> None:
    refused = read_wording("20个工作日后" + "公开" * 20).refused
    assert refused
    assert refused.endswith("读到第7个字“后公开公开公开公开公开公开公开公开公开公…”停下")


@pytest.mark.parametrize("wording", ["", "  \n", "。", "\u200b"])
def test_nothing_is_no_wording(wording: str) -> None:
    assert read_wording(wording).refused == "没有文字（读到末尾）"


HARD = """\
不少于20个工作日
至少20个工作日内
二十余个工作日内
十几个工作日内
20多个工作日内
约20个工作日内
大约20个工作日
满20个工作日后
自公开之日起20个工作日后撤下
20个工作日前后
第20个工作日公开
第二十日公开
前20个工作日
每20个工作日更新
每隔一个月公开
隔月公开
双月公开
每两周一次
每月两次
每季度公开3次
每年1-2次
一年两次
每周一至周五
每周一、周三
每月10日、20日
每月1日和15日前
每月最后一个工作日
每季度10日前
每季度前
每年前
每学期初
每学年一次
寒暑假前
春节前
国庆节前公布
两会期间
近期公开
近日
当天
当日公布
次日公开
隔日公开
下月公开
明年公开
上半年前
年中
季中
旬报
31日前
31日
一月内
3月前
十月后
10月起
2024年起
自2024年起公开
从3月1日开始
1月1日以后
20个月日内
20个工作周内
20个学时
20分钟内
半个月内
半小时内
一个半月内
两年半内
3年
公开时限：5年
保留1年
保存期限3年
有效期1年
两年公开一次
10天公布一次
两周内更新一次
5个月内至少公开一次
3个季度末
三五天内
一两个工作日
七八个工作日内
20，30个工作日内
20、30个工作日内
20/30个工作日
20或30个工作日内
30至20个工作日
二十（20）三个工作日
２０．５个工作日内
1/2个月内
³个工作日内
二百五个个工作日
千日内
20个工作日内不公开
不得在20个工作日内公开
无需20个工作日内公开
非20个工作日
免于20个工作日内公开
超出20个工作日
超过7日的
逾期20个工作日
暂缓20个工作日
推迟20个工作日后
延期20个工作日
可延长20个工作日
除20个工作日外
20个工作日除外
20个工作日以外
20日内（不含节假日）
20日内（工作日计算）
20日内，节假日除外
20个工作日内（遇节假日除外）
信息形成当日起20个工作日内
信息形成前20个工作日内
信息形成满20个工作日
信息未形成之日起20个工作日内
之日起20个工作日内
起20个工作日内
后20个工作日内
公示期后
公示期满
公示期内
公示期起7日
公示3到5天
公示期7日内
公示7个工作日后公开
审批前
会前
开工前公开
任期届满前
公开时限
公开
无限期
不定
尽量
视情而定
一事一议
另行通知
详见附件
见附件2
参照第5条
""".splitlines()


@pytest.mark.parametrize("wording", HARD)
def test_what_may_mean_something_else_is_refused(wording: str) -> None:
    reading = read_wording(wording)
    assert reading.refused, reading.limits
    assert not reading.limits
