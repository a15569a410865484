import pytest

from scrapers.legacy_font import LegacyFontUnsure, font_of, is_latin
from scrapers.nesting import nests_too_deep
from scrapers.strict_soup import LayoutChanged, StrictSoup, paragraphs

SOUP = "<div class=a><p>एक</p><p>दो</p></div><h1>शीर्षक</h1>"


def test_selectors_find_or_fail():
    soup = StrictSoup(SOUP)
    assert [p.text for p in soup.many("p")] == ["एक", "दो"]
    assert soup.one("h1").text == "शीर्षक"
    assert soup.optional("h2") is None
    for call, found in (
        (lambda: soup.one("h2"), "none"),
        (lambda: soup.one("p"), "more than one"),
        (lambda: soup.many("p", 3), "found 2"),
    ):
        with pytest.raises(LayoutChanged, match=found):
            call()
    assert soup.many("h2", least=0) == []
    soup.drop("p")
    assert soup.many("p", least=0) == []


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>एक<br>दो<br/><br>तीन</p>", ["एक", "दो", "तीन"]),
        ("<ul><li>एक</li><li>दो <b>तीन</b></li></ul>चार", ["एक", "दो तीन", "चार"]),
        ("क<span>ख</span>ग <i> घ </i>", ["कखग घ"]),
        ("<p> \n\t </p>", []),
        ("<p>एक<script>x</script><style>y</style><noscript>z</noscript><!-- w --></p>", ["एक"]),
        ("<table><tr><td>क</td><td>ख</td></tr></table>", ["क", "ख"]),
        ("<p>क&nbsp;ख &amp; ग</p>", ["क\u00a0ख & ग"]),
    ],
)
def test_lines_as_a_browser_shows_them(html, lines):
    assert paragraphs(StrictSoup(f"<div id=x>{html}</div>").one("#x")) == lines


def test_lines_of_deep_pages():
    deep = StrictSoup("<div id=x>" + "<div>" * 3000 + "गहरा")
    assert paragraphs(deep.one("#x")) == ["गहरा"]


def test_depth():
    assert not nests_too_deep("<div>" * 4_000)
    assert nests_too_deep("<div>" * 30_000)
    assert nests_too_deep(("<i>" * 12_000) + ("</i>" * 12_000))
    assert not nests_too_deep("<div><p>क</p><br><img></div>" * 20_000)
    assert not nests_too_deep("<p>" * 50_000)


def test_texts_in_no_legacy_font():
    assert font_of("भारत और नेपाल की बैठक", named=True) is None
    assert font_of("", named=False) is None
    assert font_of("12345 67,89", named=False) is None
    english = "Ministers of both sides met on Tuesday, and they agreed that the centre would open next year in March."
    assert font_of(english, named=False) is None
    with pytest.raises(LegacyFontUnsure, match="common in Hindi"):
        font_of(english, named=True)
    assert is_latin("abcdef (भ)")
    assert not is_latin("भारत abc")
