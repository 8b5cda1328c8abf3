"""The YAML that the manual shows can be used as it stands."""

import re

from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from gongkai_cli.sources.config_yaml import read_config

from .transcripts import ROOT

MANUAL = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)


def test_the_catalogue_of_the_manual_is_read() -> None:
    (text,) = (block for block in BLOCKS if block.startswith("# yaml-language-server"))
    catalogue, problems = read_catalogue(text.encode(), "catalogue.yaml")
    assert problems == ()
    assert catalogue is not None
    assert [duty.id for duty in catalogue.duties] == ["A01"]


def test_the_configurations_of_the_manual_are_read() -> None:
    texts = [block for block in BLOCKS if re.match(r"目录: catalogue\.yaml|流程:|口径:", block)]
    assert texts
    for text in texts:
        config, problems = read_config(text.encode(), "gongkai.yaml")
        assert problems == (), text
        assert config is not None
