"""提醒 of gongkai.yaml: what it says, everything that is wrong at once, and never a password."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.reminding import LADDER, PasswordSource, Reminding, Rung
from gongkai_cli.model.unit import Unit
from gongkai_cli.sources.config_yaml import read_config
from gongkai_cli.sources.reminding_yaml import with_units

FULL = """\
提醒:
  方式: smtp
  服务器:
    {主机: mail.example.gov.cn, 端口: 2465, 加密: starttls, 账号: gongkai, 口令: {环境变量: GK_PW},
     证书: ca.pem}
  文件夹: 发件
  发件人: 政务公开 <zwgk@example.gov.cn>
  通讯录: 联系.yaml
  汇总: 许可科
  今后: 15
  阶梯:
    - {名称: 提醒, 到期前: 3}
    - {名称: 催收, 未签收: 2, 抄送: [许可科]}
    - {名称: 督办, 到期后: 1, 抄送: [许可科, 办公室秘书科]}
  日历: 订阅
"""
UNITS = (
    Unit("办公室", children=(Unit("秘书科"), Unit("许可服务科", aliases=("许可科",)))),
    Unit("政工室"),
)
SMTP = "方式: smtp\n  发件人: a@example.cn\n  服务器: "


def read(text: str) -> tuple[Reminding | None, list[str]]:
    """What 提醒 says, and each problem in a line."""
    config, problems = read_config(text.encode(), "g.yaml")
    lines = [f"{each.place} {each.found}" for each in problems]
    return (config.reminding if config else None), lines


def right(text: str) -> Reminding:
    """What 提醒 says, where nothing is wrong."""
    found, problems = read(text)
    assert not problems
    assert found is not None
    return found


def test_everything_it_can_say() -> None:
    found = right(FULL)
    server = found.server
    assert server is not None
    assert (server.host, server.port, server.security) == ("mail.example.gov.cn", 2465, "starttls")
    assert (server.account, server.authority) == ("gongkai", "ca.pem")
    assert server.password == PasswordSource(variable="GK_PW")
    assert (found.transport, found.folder, found.contacts) == ("smtp", "发件", "联系.yaml")
    assert found.sender == "政务公开 <zwgk@example.gov.cn>"
    assert (found.office, found.within, found.calendars) == ("许可科", 15, "订阅")
    rungs = [(each.name, each.before, each.unreceipted, each.after) for each in found.ladder]
    assert rungs == [("提醒", 3, None, None), ("催收", None, 2, None), ("督办", None, None, 1)]


def test_what_is_left_out_has_its_default() -> None:
    found = right("提醒: {方式: eml, 发件人: zwgk@example.gov.cn}")
    assert (found.transport, found.server, found.folder) == ("eml", None, "待发邮件")
    assert (found.contacts, found.within, found.calendars) == ("通讯录.yaml", 20, "日历")
    assert found.ladder == LADDER
    assert found.office is None


@pytest.mark.parametrize("text", ["台账: [台账]", "提醒:", "提醒: "])
def test_without_it_there_is_no_reminding(text: str) -> None:
    found, problems = read(text)
    assert found is None
    assert not problems


def test_an_empty_ladder_is_one_without_rungs() -> None:
    assert right("提醒: {方式: eml, 发件人: a@b.cn, 阶梯: []}").ladder == ()


@pytest.mark.parametrize(
    ("written", "port"),
    [("", 465), (", 加密: tls", 465), (", 加密: starttls", 587), (", 加密: 无", 25)],
)
def test_the_usual_port_of_each_way(written: str, port: int) -> None:
    server = right(f"提醒:\n  {SMTP}{{主机: mail.example.cn{written}}}").server
    assert server is not None
    assert server.port == port


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.10", "'::1'"])
def test_a_login_without_encryption_may_stay_on_this_machine(host: str) -> None:
    server = f"{{主机: {host}, 加密: 无, 账号: u, 口令: {{文件: 口令.txt}}}}"
    found = right(f"提醒:\n  {SMTP}{server}").server
    assert found is not None
    assert found.password == PasswordSource(file="口令.txt")


@pytest.mark.parametrize("host", ["mail.example.cn", "10.0.0.1", "localhost.example.cn", "'::2'"])
def test_and_may_not_cross_a_network(host: str) -> None:
    server = f"{{主机: {host}, 加密: 无, 账号: u, 口令: {{文件: 口令.txt}}}}"
    found, problems = read(f"提醒:\n  {SMTP}{server}")
    assert found is None
    assert [each.split(" ", 1)[1] for each in problems] == [
        "不加密就登录，账号和口令会被路上的人看到"
    ]


def test_all_mistakes_are_said_at_once_with_their_places() -> None:
    _, problems = read(
        "提醒:\n"
        "  方式: 邮件\n"
        "  服务器: {主机: 'mail.example.cn:465', 端口: 70000, 加密: ssl, 账号: u}\n"
        "  发件人: 政务公开 <政务@example.cn>\n"
        "  今后: 500\n"
        "  汇总: [甲]\n"
        "  抄送: 甲\n"
        "  阶梯:\n"
        "    - {名称: 提醒}\n"
        "    - {名称: a/b, 到期后: 0}\n"
        "    - {名称: 督办, 到期后: 5}\n"
        "    - {名称: 督办, 到期后: 9}\n"
        "    - {名称: 通报, 到期后: 3, 未签收: 1}\n"
        "    - {名称: 预警, 到期前: 5}\n"
    )
    assert sorted(problems, key=lambda each: [*map(int, each.split(" ")[0].split(":")[1:])]) == [
        "g.yaml:2:7 “方式”没有“邮件”这个值",
        "g.yaml:3:13 “主机”写得不对：“mail.example.cn:465”",
        "g.yaml:3:40 没有端口 70000",
        "g.yaml:3:51 “加密”没有“ssl”这个值",
        "g.yaml:3:60 有“账号”，没有“口令”",
        "g.yaml:4:8 “发件人”：“@”前有中文：“政务@example.cn”",
        "g.yaml:5:7 “今后”不能是 500 个工作日",
        "g.yaml:6:7 “汇总”写成了列表",
        "g.yaml:7:3 不认识的键“抄送”",
        "g.yaml:9:7 没有写何时到这一级",
        "g.yaml:10:12 名称里有“/”或控制字符",
        "g.yaml:10:22 “到期后”不能是 0 个工作日",
        "g.yaml:12:12 “督办”写了两次",
        "g.yaml:13:7 同时写了“到期后”、“未签收”",
        "g.yaml:14:7 “预警”写在“督办”之后，却不比它晚到",
    ]


def test_what_nothing_can_do_without_is_asked_for() -> None:
    _, problems = read("提醒: {今后: 5}")
    assert [each.split(" ", 1)[1] for each in problems] == ["缺少“方式”", "缺少“发件人”"]
    _, problems = read("提醒: {方式: smtp, 发件人: a@b.cn}")
    assert [each.split(" ", 1)[1] for each in problems] == ["“方式”是 smtp，没有写“服务器”"]
    _, problems = read("提醒: {方式: smtp, 发件人: a@b.cn, 服务器: {端口: 25}}")
    assert [each.split(" ", 1)[1] for each in problems] == ["缺少“主机”"]


@pytest.mark.parametrize(
    "text",
    [
        '文件夹: "a\\nb"',
        '通讯录: "a\\tb"',
        '日历: "a\\x07"',
        '汇总: "甲\\u2028乙"',
        '发件人: "甲\\r\\nBcc: x@y.cn <a@b.cn>"',
        '阶梯: [{名称: "a\\nb", 到期后: 1}]',
        '服务器: {主机: h, 账号: "a\\nb", 口令: {文件: f}}',
        '服务器: {主机: h, 证书: "a\\nb"}',
    ],
)
def test_control_characters_are_refused(text: str) -> None:
    _, problems = read(f"提醒:\n  方式: eml\n  {text}\n")
    assert any("控制字符" in each for each in problems)


SECRET = "Hunter2!x"


@pytest.mark.parametrize(
    "written",
    [
        "口令: Hunter2!x",
        "口令: 'Hunter2!x'",
        "口令: [Hunter2!x]",
        "口令: {Hunter2!x}",
        "口令: {Hunter2!x: a}",
        "口令: {口令: Hunter2!x}",
        "口令: {环境变量: Hunter2!x}",
        "口令: {环境变量: [Hunter2!x]}",
        '口令: {文件: "Hunter2!x\\na"}',
        "口令:Hunter2!x",
        "口令：Hunter2!x",
        "口令: @Hunter2!x",
        "口令: %Hunter2!x",
        "口令: 'Hunter2!x",
        "口令: {文件: a, 环境变量: Hunter2!x}",
        "口令: a: Hunter2!x",
        "口令: *Hunter2!x",
        "密码: Hunter2!x",
        "密码:Hunter2!x",
        "password: Hunter2!x",
        "Password:Hunter2!x",
    ],
)
@pytest.mark.parametrize("layout", ["block", "flow"])
def test_no_message_shows_a_password(written: str, layout: str) -> None:
    server = f"服务器: {{主机: h, 账号: u, {written}}}"
    if layout == "block":
        server = f"服务器:\n    主机: h\n    账号: u\n    {written}"
    config, problems = read_config(
        f"提醒:\n  方式: smtp\n  发件人: a@b.cn\n  {server}\n".encode(), "g.yaml"
    )
    said = "".join(f"{each.found}{each.accepted}{each.nearest}" for each in problems)
    assert SECRET not in said
    assert config is None


@given(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).map(lambda text: f"Zq{text}7k")
)
def test_no_message_shows_any_password(secret: str) -> None:
    for written in (f"口令: {secret}", f"口令:{secret}", f"口令: {{文件: a, {secret}: b}}"):
        text = f"提醒:\n  服务器:\n    主机: h\n    {written}\n"
        _, problems = read_config(text.encode(), "g.yaml")
        said = "".join(f"{each.found}{each.accepted}{each.nearest}" for each in problems)
        assert "Zq" not in said


def test_units_come_out_by_their_names() -> None:
    found, problems = with_units(right(FULL), UNITS)
    assert not problems
    assert found.office == "许可服务科"
    assert [each.copies for each in found.ladder] == [(), ("许可服务科",), ("许可服务科", "秘书科")]


def test_units_that_the_catalogue_does_not_have_are_named_where_they_stand() -> None:
    found = right(FULL.replace("汇总: 许可科", "汇总: 许可可").replace("[许可科]", "[正工室]"))
    same, problems = with_units(found, UNITS)
    assert same == found
    assert [(str(each.place), each.found, each.nearest) for each in problems] == [
        ("g.yaml:9:7", "目录中没有单位“许可可”", "许可科"),
        ("g.yaml:13:29", "目录中没有单位“正工室”", "政工室"),
    ]


def test_the_ladder_that_ships_is_one_that_could_be_written() -> None:
    def written(rung: Rung) -> str:
        kinds = {"到期前": rung.before, "到期后": rung.after, "未签收": rung.unreceipted}
        return ", ".join(f"{key}: {value}" for key, value in kinds.items() if value is not None)

    rows = ", ".join(f"{{名称: {each.name}, {written(each)}}}" for each in LADDER)
    assert right(f"提醒: {{方式: eml, 发件人: a@b.cn, 阶梯: [{rows}]}}").ladder == LADDER
