"""The overview in a real browser: opened, filtered, sorted, printed, read by a screen reader."""

import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from gongkai_cli.assess import assess
from gongkai_cli.data_files import data_folder
from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.finding import State
from gongkai_cli.reports.overview.signs import sign
from gongkai_cli.sources.workspace import read_workspace
from tests.making import day
from tests.reports.samples import assessment_of

from .chromium import browser as browser_of
from .chromium import opened
from .large import large_facts
from .overview_pages import page_bytes

pytestmark = pytest.mark.slow

A4 = (595, 842)
RADICALS = str.maketrans("戶⻓⻔⻚⻅⻋⻢", "户长门页见车马")
ROWS = "#list tbody tr"
SHOWN = f"{ROWS}:not([hidden])"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browser_of() as found:
        yield found


@pytest.fixture(scope="module")
def example() -> Assessment:
    facts = read_workspace(data_folder() / "examples" / "yanzhou").facts
    assert facts is not None
    return assess(facts, as_of=day("2024-07-26"))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, example: Assessment) -> Path:
    return written(tmp_path_factory.mktemp("page"), example)


def written(folder: Path, assessment: Assessment) -> Path:
    path = folder / "总览.html"
    path.write_bytes(page_bytes(assessment))
    return path


def texts(page: Page, selector: str) -> list[str]:
    return [each.strip() for each in page.locator(selector).all_inner_texts()]


def column(page: Page, number: int) -> list[str]:
    return texts(page, f"{SHOWN} > :nth-child({number})")


def test_it_opens_without_a_complaint_and_without_a_scroll_bar_below(
    browser: Browser, file: Path
) -> None:
    for width in (1280, 1920):
        with opened(browser, file, width=width) as page:
            assert page.evaluate("document.documentElement.scrollWidth") == width
            for text in page.locator("svg text").all():
                assert text.bounding_box() is not None


def test_words_in_pictures_do_not_leave_the_picture(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        outside = page.evaluate(
            """() => [...document.querySelectorAll('svg[role=img]')].flatMap(svg => {
                 const around = svg.getBoundingClientRect();
                 return [...svg.querySelectorAll('text')].filter(each => {
                   const box = each.getBoundingClientRect();
                   return box.right > around.right + 1 || box.left < around.left - 1
                     || box.bottom > around.bottom + 1 || box.top < around.top - 1;
                 }).map(each => each.textContent);
               })"""
        )
        assert outside == []


def test_filters_narrow_the_rows_and_tell_how_many_there_are(
    browser: Browser, file: Path, example: Assessment
) -> None:
    findings = example.findings
    with opened(browser, file) as page:
        status = page.locator("#count")
        assert status.inner_text() == f"显示 {len(findings)} 个，共 {len(findings)} 个"
        page.select_option("select[name=unit]", "政工室")
        of_unit = [each for each in findings if "政工室" in each.units]
        assert 0 < len(of_unit) < len(findings)
        assert status.inner_text() == f"显示 {len(of_unit)} 个，共 {len(findings)} 个"
        assert page.locator(SHOWN).count() == len(of_unit)
        page.select_option("select[name=state]", "临期")
        soon = [each for each in of_unit if each.state is State.DUE_SOON]
        assert column(page, 1) == ["临期"] * len(soon)
        scope = f"；只列出筛选的 {len(soon)} 个，共 {len(findings)} 个（单位 政工室，状态 临期）"
        assert page.locator("#list caption").inner_text() == f"问题，按急缓排列{scope}"
        page.get_by_role("button", name="清除").click()
        expect(page.locator(SHOWN)).to_have_count(len(findings))
        page.select_option("select[name=severity]", "高")
        assert set(column(page, 2)) == {"高"}
        page.get_by_role("button", name="清除").click()
        page.get_by_label("文字").fill("领导小组 立即")
        assert page.locator(SHOWN).count() == 1
        page.get_by_label("文字").fill("没有这样的字")
        assert page.locator(SHOWN).count() == 0
        assert status.inner_text() == f"显示 0 个，共 {len(findings)} 个"


def test_rows_are_sorted_by_keyboard_and_the_order_is_announced(
    browser: Browser, file: Path
) -> None:
    with opened(browser, file) as page:
        head = page.locator("#list th", has_text="到期日")
        before = column(page, 7)
        head.get_by_role("button").focus()
        page.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == "ascending"
        days = [each for each in column(page, 3) if each]
        assert days == sorted(days)
        assert all(column(page, 3)[: len(days)])
        assert page.locator("#list caption").inner_text() == "问题，按到期日排列"
        page.keyboard.press("Space")
        assert head.get_attribute("aria-sort") == "descending"
        days = [each for each in column(page, 3) if each]
        assert days == sorted(days, reverse=True)
        assert all(column(page, 3)[: len(days)])
        late = page.locator("#list th", has_text="已超")
        late.get_by_role("button").press("Enter")
        assert head.get_attribute("aria-sort") is None
        numbers = [
            float(each.get_attribute("data-v") or 0)
            for each in page.locator(f"{SHOWN} > :nth-child(4)").all()
        ]
        assert numbers == sorted(numbers)
        assert sorted(column(page, 7)) == sorted(before)


def test_units_are_sorted_too_and_their_sum_stays_below(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.locator("table.took th", has_text="条数").get_by_role("button").press("Enter")
        numbers = list(map(int, texts(page, "table.took tbody td:nth-child(2)")))
        assert numbers == sorted(numbers)
        assert texts(page, "table.took tfoot th") == ["合计"]


def test_a_state_in_the_grid_leads_to_its_finding_even_if_that_was_filtered_out(
    browser: Browser, file: Path
) -> None:
    with opened(browser, file) as page:
        page.get_by_label("文字").fill("没有这样的字")
        cell = page.locator("table.grid a.late").first
        target = cell.get_attribute("href") or ""
        cell.focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"{target} details").first).to_have_attribute("open", "")
        assert page.locator(target).is_visible()


def test_explanations_open_one_by_one_and_all_at_once(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        folded = page.locator(f"{ROWS} details")
        first = folded.first
        assert not first.locator("dl").is_visible()
        first.locator("summary").press("Enter")
        assert "工作日" in first.locator("dl").inner_text()
        button = page.locator("#unfold")
        button.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        assert page.locator(f"{ROWS} details[open]").count() == folded.count()


def test_tab_reaches_every_control_and_shows_where_it_is(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
        seen = set()
        for _ in range(400):
            page.keyboard.press("Tab")
            seen.add(page.evaluate("document.activeElement.name || document.activeElement.id"))
            if "text" in seen:
                outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none"
                break
        assert {"unit", "state", "severity", "text"} <= seen


def test_without_scripts_everything_is_there_to_read(
    browser: Browser, file: Path, example: Assessment
) -> None:
    with opened(browser, file, scripts=False) as page:
        assert not page.locator("#filter").is_visible()
        assert page.locator(ROWS).count() == len(example.findings)
        assert all(each.is_visible() for each in page.locator(ROWS).all())
        page.locator("#list summary").first.click()
        assert page.locator("#list dl").first.is_visible()


def test_it_prints_on_a4_with_headings_repeated_and_no_controls(
    browser: Browser, file: Path, example: Assessment
) -> None:
    with opened(browser, file) as page:
        pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    sizes = {(round(each.mediabox.width), round(each.mediabox.height)) for each in pdf.pages}
    assert sizes == {A4}
    sheets = sheets_of(pdf)
    whole = "".join(sheets)
    assert len(sheets) <= 8
    assert "主动公开总览" in sheets[0]
    assert "核查覆盖率" in sheets[0]
    assert f"1/{len(sheets)}" in sheets[0]
    for unit in {unit for each in example.findings for unit in each.units}:
        assert plain(unit) in whole
    for finding in example.findings:
        assert plain(finding.next_step) in whole
    for control in ("跳到正文", "展开全部说明", "清除", "↕"):
        assert control not in whole
    with_rows = [each for each in sheets if plain("下一步：") in each]
    assert len(with_rows) > 1
    assert all("问题、下一步和说明" in each for each in with_rows)


def test_a_page_that_is_filtered_says_so_in_print(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.select_option("select[name=unit]", "政工室")
        shown = page.locator(SHOWN).count()
        whole = "".join(sheets_of(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))))
    assert plain(f"只列出筛选的 {shown} 个，共") in whole
    assert plain("（单位 政工室）") in whole


def test_an_explanation_that_is_open_is_printed(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        folded = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
        page.locator("#unfold").click()
        unfolded = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert "当日完成为按时" not in "".join(sheets_of(folded))
    assert "当日完成为按时" in "".join(sheets_of(unfolded))


def test_a_screen_reader_is_given_landmarks_names_and_pictures_in_words(
    browser: Browser, file: Path
) -> None:
    with opened(browser, file) as page:
        session = page.context.new_cdp_session(page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    named: dict[str, list[str]] = {}
    for node in nodes:
        if not node.get("ignored"):
            role = node.get("role", {}).get("value", "")
            named.setdefault(role, []).append(node.get("name", {}).get("value", ""))
    for role in ("banner", "main", "navigation", "contentinfo", "search", "status"):
        assert len(named[role]) == 1
    for role in ("table", "button", "combobox", "searchbox", "link", "image", "region"):
        assert named[role], role
        assert all(named[role]), (role, named[role])
    assert len(named["image"]) == 2
    assert {"columnheader", "rowheader"} <= set(named)


def test_colours_are_strong_enough_to_read_in_every_state(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, written(tmp_path, assessment_of())) as page:
        for state in State:
            ink, ground = page.evaluate(
                """kind => {
                  const it = document.createElement('span');
                  it.className = 's ' + kind;
                  document.body.append(it);
                  const style = getComputedStyle(it);
                  return [style.color, style.backgroundColor];
                }""",
                sign(state).kind,
            )
            assert contrast(rgb(ink), rgb(ground)) >= 4.5, state


def test_states_differ_by_more_than_colour_in_their_shape(browser: Browser, tmp_path: Path) -> None:
    bad = list(State)[: State.EXPLAINED.rank]
    with opened(browser, written(tmp_path, assessment_of())) as page:
        shapes = [
            page.evaluate(
                """kind => {
                  const it = document.createElement('span');
                  it.className = 's ' + kind;
                  document.body.append(it);
                  const style = getComputedStyle(it);
                  return [style.borderBottomStyle, style.borderTopWidth, style.borderBottomWidth,
                    style.borderRadius, style.fontWeight,
                    style.borderTopColor === 'rgba(0, 0, 0, 0)',
                    style.backgroundColor === 'rgba(0, 0, 0, 0)'].join();
                }""",
                sign(state).kind,
            )
            for state in bad
        ]
    assert len(set(shapes)) == len(bad)


def test_in_the_colours_of_the_system_nothing_is_lost(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.emulate_media(forced_colors="active")
        for each in page.locator("table.grid .late, #list .late").all():
            ink, ground = each.evaluate(
                "it => [getComputedStyle(it).color, getComputedStyle(it).backgroundColor]"
            )
            assert contrast(rgb(ink), rgb(ground)) >= 4.5


def test_on_a_narrow_screen_the_page_itself_does_not_scroll_sideways(
    browser: Browser, file: Path
) -> None:
    with opened(browser, file, width=400) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 400


def large(units: int, records: int) -> Assessment:
    return assess(large_facts(units=units, records=records), as_of=day("2024-07-26"))


def test_a_thousand_units_open_and_filter(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, written(tmp_path, large(1_000, 30_000))) as page:
        assert page.locator("table.grid").first.locator("tbody tr").count() == 1_000
        assert page.evaluate("document.documentElement.scrollWidth") == 1280
        page.get_by_label("文字").fill("没有这样的字")
        assert page.locator(SHOWN).count() == 0


def test_a_grid_of_several_sheets_has_its_headings_on_each(
    browser: Browser, tmp_path: Path
) -> None:
    with opened(browser, written(tmp_path, large(150, 300))) as page:
        sheets = sheets_of(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))))
    of_grid = [each for each in sheets if each.count("合规") > 5]
    assert len(of_grid) > 4
    assert all("单位" in each and ("A01" in each or "A14" in each) for each in of_grid)


def sheets_of(pdf: PdfReader) -> list[str]:
    """The text of every sheet."""
    return [plain(each.extract_text()) for each in pdf.pages]


def plain(text: str) -> str:
    """Text as it can be compared: a PDF writes some characters as radicals (⽇ for 日)."""
    return "".join(unicodedata.normalize("NFKC", text).translate(RADICALS).split())


def rgb(text: str) -> tuple[float, float, float]:
    """The parts of a colour from 0 to 1; what is transparent stands on white."""
    parts = [float(part) for part in text[text.index("(") + 1 : -1].split(",")]
    if len(parts) == 4 and parts[3] == 0:
        return 1.0, 1.0, 1.0
    red, green, blue = (part / 255 for part in parts[:3])
    return red, green, blue


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """The ratio of WCAG 2.2, from 1 to 21."""

    def light(colour: tuple[float, float, float]) -> float:
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)
