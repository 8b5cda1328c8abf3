"""docs/law.md names what ships, and its example is read."""

import re

from gongkai_cli.data_files import data_folder
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from gongkai_cli.sources.catalogue.statutes_yaml import read_statutes

from .transcripts import ROOT

PAGE = (ROOT / "docs" / "law.md").read_text(encoding="utf-8")
HEAD = "目录: 甲\n机关: 乙局\n依据: 丙\n单位: [{名称: 丁科}]\n事项:\n"


def test_it_lists_every_limit_with_its_confidence() -> None:
    shipped, _ = read_statutes((data_folder() / "statutes.yaml").read_bytes(), "statutes.yaml")
    rows = [
        line.strip("| ").split(" | ") for line in PAGE.splitlines() if re.match(r"\| [A-Z]", line)
    ]
    listed = {id: row[-1] for row in rows if len(row) == 5 for id in row[0].split("、")}
    assert listed == {each.id: each.confidence for each in shipped}


def test_the_example_is_read() -> None:
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    catalogue, problems = read_catalogue((HEAD + block).encode(), "目录.yaml")
    assert problems == ()
    assert catalogue is not None
    assert catalogue.duties[0].tags == ("预决算",)
