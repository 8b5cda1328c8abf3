"""The texts of notices for tests, and the shipped notices that they must come out as."""

from pathlib import Path

from gongkai_cli.calendar.notices import Notice, YearNotices
from gongkai_cli.calendar.year_files import read_year
from gongkai_cli.model.place import Problem
from gongkai_cli.sources.notice.text import NoticeText, read_notice

FOLDER = Path(__file__).parents[1] / "vectors" / "notices"
FILE = "通知.txt"

COPIES = {
    "2006": "国办发明电〔2005〕35号",
    "2007": "国办发明电〔2006〕49号",
    "2008": "国办发明电〔2007〕52号",
    "2009": "国办发明电〔2008〕42号",
    "2010": "国办发明电〔2009〕27号",
    "2011": "国办发明电〔2010〕40号",
    "2011-press": "国办发明电〔2010〕40号",
    "2012": "国办发明电〔2011〕45号",
    "2013": "国办发明电〔2012〕33号",
    "2014": "国办发明电〔2013〕28号",
    "2015": "国办发明电〔2014〕28号",
    "2015-anniversary": "国发明电〔2015〕1号",
    "2015-press": "国办发明电〔2014〕28号",
    "2016": "国办发明电〔2015〕18号",
    "2017": "国办发明电〔2016〕17号",
    "2018": "国办发明电〔2017〕12号",
    "2019": "国办发明电〔2018〕15号",
    "2019-amend-1": "国办发明电〔2019〕3号",
    "2019-press": "国办发明电〔2018〕15号",
    "2020": "国办发明电〔2019〕16号",
    "2020-extension": "国办发明电〔2020〕1号",
    "2021": "国办发明电〔2020〕27号",
    "2022": "国办发明电〔2021〕11号",
    "2023": "国办发明电〔2022〕16号",
    "2024": "国办发明电〔2023〕7号",
    "2025": "国办发明电〔2024〕12号",
    "2026": "国办发明电〔2025〕7号",
}
"""The copies of notices by file, each with the number of the shipped notice that it is."""

COMPOSED = {
    "composed/2007": "国办发明电〔2006〕49号",
    "composed/2009": "国办发明电〔2008〕42号",
    "composed/2011": "国办发明电〔2010〕40号",
    "composed/2013": "国办发明电〔2012〕33号",
    "composed/2015": "国办发明电〔2014〕28号",
    "composed/2015-anniversary": "国发明电〔2015〕1号",
    "composed/2017": "国办发明电〔2016〕17号",
    "composed/2019": "国办发明电〔2018〕15号",
    "composed/2020-extension": "国办发明电〔2020〕1号",
    "composed/2021": "国办发明电〔2020〕27号",
    "composed/2023": "国办发明电〔2022〕16号",
    "composed/2025": "国办发明电〔2024〕12号",
}
"""The texts written for these tests, the same way."""

LACKING = {
    "2006": {"issued"},
    "2008": {"title", "number", "issued"},
    "2009": {"title", "number", "issued"},
    "2011-press": {"title", "number", "issued"},
    "2015": {"title", "number"},
    "2015-press": {"title", "number", "issued"},
    "2019-press": {"title", "number", "issued"},
    "2020-extension": {"number"},
}
"""What copies lack that the notice has."""


def text_of(name: str) -> str:
    """The text of a file."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def known(year: int) -> YearNotices | None:
    """The shipped notices of a year."""
    notices, problems = read_year(year)
    assert problems == ()
    return notices


def shipped(number: str) -> Notice:
    """The shipped notice of a number."""
    years = range(2004, 2027)
    every = [each for year in years if (found := known(year)) for each in found.notices]
    return next(each for each in every if each.number == number)


def read(text: str) -> NoticeText:
    """The notice of a text that must be read without a word against it."""
    notice, problems = read_notice(text, FILE, known=known)
    assert problems == ()
    assert notice is not None
    return notice


def refused(text: str) -> tuple[Problem, ...]:
    """What is said against a text that must be refused."""
    notice, problems = read_notice(text, FILE, known=known)
    assert notice is None
    assert problems
    return problems
