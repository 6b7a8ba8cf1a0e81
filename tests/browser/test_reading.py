"""Notes and paper: a note is about the words that are selected; an incident's page prints whole."""

from __future__ import annotations

import re
from pathlib import Path

from tests.browser.conftest import Open, served
from tests.web.conftest import taken_in

SELECT = """(words) => {
    const text = document.querySelector(".reading .text");
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + words.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return;
    }
}"""


def test_a_note_is_about_the_words_that_are_selected(open_page: Open, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "Shelling killed 𝟔𝟎 or 60 people in Binnish on Sunday, police said.\n\nThe market had been full since dawn.",
        encoding="utf-8",
    )
    taken_in(tmp_path / "hearsay.db", str(report))
    with served(tmp_path / "hearsay.db") as base:
        page = open_page("/?everything=yes", base=base)
        page.locator("a.what").first.click()
        page.locator(".history a").first.click()
        page.wait_for_selector(".reading .text")
        page.click(".notes summary")
        page.evaluate(SELECT, "full since dawn")
        page.wait_for_selector("#note-about:has-text('full since dawn')")
        page.fill("#note textarea", "The market opens at noon on Sundays.")
        page.fill("#note [name=author]", "Rima K.")
        page.fill("#note [name=day]", "2024-02-03")
        page.click("#note button")
        page.wait_for_selector(".reader-note")
        assert page.locator(".reader-note q").inner_text() == "full since dawn"
        assert page.locator(".reading .noted").inner_text() == "full since dawn"
        page.click("sup.note-ref a")
        assert page.url.endswith("#note-1")
        page.close()


def test_the_printed_page_of_an_incident(open_page: Open) -> None:
    page = open_page("/?place=omdurman&dispute=responsibility")
    page.locator("a.what").first.click()
    page.wait_for_url("**/incidents/*")
    page.emulate_media(media="print")
    for hidden in ("header.site", "footer.site", ".skip"):
        assert not page.locator(hidden).is_visible()
    width = 680  # pixels that A4 has between its margins
    page.set_viewport_size({"width": width, "height": 900})
    cut = page.evaluate("""() => [...document.querySelectorAll(".wide")]
        .filter((one) => getComputedStyle(one).overflowX !== "visible").length""")
    assert cut == 0
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))
    assert 1 <= len(pages) <= 4
