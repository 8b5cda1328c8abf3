"""Catalogues of bodies that do not exist, for the reader to meet."""

from gongkai_cli.model.duty import Catalogue
from gongkai_cli.model.place import Problem
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue

SMALL = """\
目录: 示例目录
机关: 示例局
依据: 示例〔2026〕1号
单位:
  - 名称: 办公室
    下设:
      - {名称: 秘书科, 别名: [秘书处]}
  - 名称: 财务科
事项:
  - 编号: D1
    类别: [政策文件]
    名称: 部门文件
    责任单位: [办公室秘书科]
    公开时限: 信息形成或者变更之日起20个工作日内公开
"""

OTHER_BUREAU = """\
# 三级目录，别的栏名，更新周期印在表中
目录: 某某县教育局主动公开基本目录（2026年版）
机关: 某某县教育局
依据: 某教〔2026〕3号
有效期: {自: 2026年3月1日}
表头:
  类别: [一级事项, 二级事项]
  名称: 三级事项
  公开内容: 内容规范
  责任单位: 公开主体
  公开时限: 公开时限
  更新周期: 更新标准
共同: {公开形式: 局门户网站}
单位:
  - {名称: 基础教育股, 别名: [基教股]}
  - 名称: 学校
    群组: 名单附后
    下设: [{名称: 第一小学}, {名称: 第二小学}]
事项:
  - 编号: JY-1-1
    类别: [招生入学, 义务教育]
    名称: 招生政策
    公开内容: 招生计划、划片范围
    牵头单位: 基础教育股
    责任单位: [各学校, 基教股]
    公开时限: 信息形成后，7个工作日内公开
    更新周期: ６个月
    印本: {公开主体: 各学校、基教股（牵头）}
  - 编号: JY-1-2
    类别: [招生入学]
    名称: 录取结果
    责任单位: 学校
    配合单位: [基教股]
    公开时限: 每年8月31日前
"""


def read(text: str) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """A catalogue from its text."""
    return read_catalogue(text.encode(), "目录.yaml")


def complaints(text: str) -> list[str]:
    """Everything wrong with it, as place, finding and nearest name."""
    catalogue, problems = read(text)
    assert (catalogue is None) == bool(problems)
    near = (f"→{each.nearest}" if each.nearest else "" for each in problems)
    return [
        f"{each.place.line}:{each.place.column} {each.found}{name}"
        for each, name in zip(problems, near, strict=True)
    ]
