"""``gongkai catalogue`` as it is called: on the shipped catalogue, on a file, in a workspace."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from gongkai_cli.commands import COMMANDS
from gongkai_cli.data_files import data_folder
from gongkai_cli.reports.columns import width_of
from tests.sources.catalogues import OTHER_BUREAU, SMALL

RUN = "import sys; from gongkai_cli.commands import main; sys.exit(main())"
ANNEX = Path(__file__).parents[1] / "vectors" / "annex-1.csv"


def gongkai(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A whole run of the program."""
    return subprocess.run(
        [sys.executable, "-c", RUN, "catalogue", *arguments],
        cwd=cwd,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", **environment},
        check=False,
    )


def said(done: subprocess.CompletedProcess[bytes], code: int = 0) -> str:
    """What was written to stdout, where the run ended with this exit code."""
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    return done.stdout.decode()


def in_json(*arguments: str, cwd: Path, code: int = 0) -> dict[str, Any]:
    """What was written as JSON."""
    found: dict[str, Any] = json.loads(said(gongkai(*arguments, "--format", "json", cwd=cwd), code))
    return found


def test_show_in_json_holds_the_print_and_the_reading(tmp_path: Path) -> None:
    shown = in_json("show", cwd=tmp_path)
    assert shown["body"] == "济宁市公安局兖州分局"
    assert shown["title"] == "2024年济宁市公安局兖州分局主动公开基本目录"
    assert shown["source"] == "济兖公通〔2024〕24号"
    assert shown["period"] == {"from": "2024-06-27", "to": "2024-12-31"}
    duties = {each["id"]: each for each in shown["duties"]}
    with ANNEX.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            printed = duties[f"A{row.pop('行')}"]["printed"]
            assert printed == row
    recruiting = duties["A07"]
    assert recruiting["category"] == ["招考录用"]
    assert recruiting["units"] == [{"name": "政工室", "role": "lead", "written": "政工室"}]
    assert recruiting["limits"] == [
        {
            "wording": "相关信息形成或变更之日起21个工作日内",
            "reading": {
                "limits": [
                    {
                        "kind": "within",
                        "count": 21,
                        "unit": "workday",
                        "from": "formed-or-changed",
                    }
                ],
                "notes": [],
                "refused": None,
            },
            "basis": "附件1第7行",
            "assumed": None,
        }
    ]
    assert {each["subject"] for each in duties["A03"]["assumed"]} == {
        "公开内容",
        "五公开",
        "更新周期",
    }
    centre = next(each for each in shown["units"] if each["name"] == "指挥中心")
    assert [each["name"] for each in centre["children"]][:2] == ["秘书科", "许可服务科"]
    assert centre["children"][-1]["aliases"] == ["机要通信科"]
    assert set(centre) == {"name", "aliases", "group", "children"}
    for each in shown["duties"]:
        name, line, column = each["place"].split(":")
        assert name == "catalogue.yaml"
        assert int(line) > 1
        assert int(column) == 5


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("command", ["show", "lint"])
def test_no_line_is_wider_than_the_terminal(command: str, width: int, tmp_path: Path) -> None:
    code = 1 if command == "lint" else 0
    lines = said(gongkai(command, cwd=tmp_path, COLUMNS=str(width)), code).splitlines()
    assert max(map(width_of, lines)) <= width
    assert len(lines) > 50


def test_show_names_every_duty_with_its_limit_and_marks_what_is_assumed(tmp_path: Path) -> None:
    lines = said(gongkai("show", cwd=tmp_path, COLUMNS="140")).splitlines()
    row = {line.split()[0]: line for line in lines if line[:1] in ("A", "C")}
    assert len(row) == 40
    assert "21个工作日内" in row["A07"]
    assert "动态跟新" in row["A25"]
    assert "2周*" in row["A25"]
    assert "收到之日起3个月内*" in row["C13-1"]
    assert "局属有关单位" in row["A24"]
    assert any(line.startswith("推定（") for line in lines)


def test_lint_finds_each_trap_at_its_line(tmp_path: Path) -> None:
    text = said(gongkai("lint", "--as-of", "2025-01-01", cwd=tmp_path), 1)
    lines = (data_folder() / "catalogue.yaml").read_text(encoding="utf-8").splitlines()
    recruiting = lines.index("  - 编号: A07") + 1
    assert "高  GK101 宽于法律规定" in text
    assert f"catalogue.yaml:{recruiting}:5  A07" in text
    assert "已经过期1天" in text
    assert text.splitlines()[-1].startswith("共 ")


def test_lint_in_json(tmp_path: Path) -> None:
    found = in_json("lint", "--as-of", "2024-07-25", cwd=tmp_path, code=1)
    assert (found["schema"], found["as_of"]) == ("gongkai/lint/1", "2024-07-25")
    first = found["findings"][0]
    assert first["severity"] == "高"
    assert all(
        each["message"] and each["next_step"] and each["basis"] and ":" in each["place"]
        for each in found["findings"]
    )
    assert "GK117" not in {each["code"] for each in found["findings"]}
    budget = next(each for each in found["findings"] if each["duty"] == "A06")
    assert budget["clock"]["authority"] == "law"
    assert budget["basis"].startswith("预算法")


def test_the_exit_code_follows_fail_on(tmp_path: Path) -> None:
    for word, code in (("高", 1), ("high", 1), ("严重", 0), ("critical", 0), ("提示", 1)):
        said(gongkai("lint", "--fail-on", word, cwd=tmp_path), code)
    clean = tmp_path / "clean.yaml"
    clean.write_text(SMALL, encoding="utf-8")
    said(gongkai("lint", "--file", "clean.yaml", cwd=tmp_path))


def test_a_file_outside_a_workspace(tmp_path: Path) -> None:
    text = OTHER_BUREAU.replace("责任单位: [各学校,", "责任单位: [学校,")
    (tmp_path / "教育.yaml").write_text(text, encoding="gb18030")
    shown = in_json("show", "--file", "教育.yaml", cwd=tmp_path)
    assert shown["body"] == "某某县教育局"
    assert shown["duties"][0]["category"] == ["招生入学", "义务教育"]
    line = text.splitlines().index("  - 编号: JY-1-1") + 1
    assert shown["duties"][0]["place"] == f"教育.yaml:{line}:5"


def test_the_catalogue_of_a_workspace_comes_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "gongkai.yaml").write_text("目录: 本局.yaml\n", encoding="utf-8")
    (tmp_path / "本局.yaml").write_text(SMALL, encoding="utf-8")
    inner = tmp_path / "台账"
    inner.mkdir()
    assert in_json("show", cwd=inner)["body"] == "示例局"
    assert in_json("show", "-w", str(tmp_path), cwd=Path.cwd())["body"] == "示例局"
    config = str(tmp_path / "gongkai.yaml")
    assert in_json("show", "--config", config, cwd=Path.cwd())["body"] == "示例局"


@pytest.mark.parametrize("command", ["show", "lint"])
def test_a_wrong_catalogue_is_said_line_by_line(command: str, tmp_path: Path) -> None:
    wrong = SMALL.replace("[办公室秘书科]", "[秘书]").replace("机关: 示例局", "机关:")
    (tmp_path / "错.yaml").write_text(wrong, encoding="utf-8")
    done = gongkai(command, "--file", "错.yaml", cwd=tmp_path)
    assert said(done, 2) == ""
    assert done.stderr.decode().splitlines() == [
        "错.yaml:2:4: 缺少“机关”",
        "    应为：写上“机关: …”",
        "错.yaml:13:12: “单位”中没有“秘书”",
        "    应为：“单位”中登记的名称或别名",
        "    最接近：秘书科",
        "",
        "错误 2 处",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "--file", "没有.yaml"),
        ("show", "--file", "."),
        ("show", "-w", "没有"),
        ("show", "--config", "没有.yaml"),
        ("show", "--format", "xlsx"),
        ("lint", "--as-of", "24-1-1"),
        ("lint", "--fail-on", "很高"),
    ],
)
def test_what_cannot_be_opened_or_understood(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = gongkai(*arguments, cwd=tmp_path)
    assert said(done, 2) == ""
    assert done.stderr.decode().strip()


def test_the_schema_is_printed_and_holds_the_shipped_catalogue(tmp_path: Path) -> None:
    schema = json.loads(said(gongkai("schema", cwd=tmp_path)))
    text = (data_folder() / "catalogue.yaml").read_text(encoding="utf-8")
    jsonschema.validate(yaml.load(text, Loader=yaml.BaseLoader), schema)


def test_a_gbk_console(tmp_path: Path) -> None:
    for command, code in (("show", 0), ("lint", 1)):
        done = gongkai(command, cwd=tmp_path, PYTHONIOENCODING="gbk")
        assert done.returncode == code
        assert "?" not in done.stdout.decode("gbk")


def test_the_help_is_the_line_of_the_list(tmp_path: Path) -> None:
    text = said(gongkai("--help", cwd=tmp_path))
    assert COMMANDS["catalogue"] in text
    assert all(word in text for word in ("show", "lint", "schema"))
