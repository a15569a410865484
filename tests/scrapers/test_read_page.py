"""From a page's bytes to its article: where each field comes from, what is rejected and why, and that nothing raises."""

import json
import time
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime

import hinlegacy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers.outlet import Feed, Layout, Outlet
from scrapers.page import NotAnArticle, RawArticle, RawPage
from scrapers.read_page import read_page

# Those of rajnay.contracts.REJECTS that reading a page gives.
REASONS = {"not_an_article", "soft_404", "paywall", "video", "live_blog", "no_text", "truncated", "layout_changed",
           "legacy_font_unsure", "bad_charset", "reserved", "error"}  # fmt: skip
URL = "http://www.a.example/desh/1.html"
TITLE = "जल बँटवारे पर भारत और नेपाल की बैठक आज"
PARAGRAPHS = [
    "काठमांडू। भारत और नेपाल के जल संसाधन सचिवों ने मंगलवार को यहां बैठक की और पंचेश्वर परियोजना पर बात की।",
    "बैठक तीन घंटे चली। दोनों पक्षों ने बाढ़ की सूचना समय पर देने के लिए एक साझा केंद्र बनाने का फैसला किया।",
    "अधिकारियों ने बताया कि अगली बैठक फरवरी में नई दिल्ली में होगी। उसमें तटबंधों की मरम्मत का खर्च भी तय होगा।",
]
BODY = "\n".join(PARAGRAPHS)
LAYOUT = Layout(
    body="div.kahani p",
    title="h2.naam",
    author="span.lekhak",
    published="span.samay",
    section="a.khand",
    drop="p.aur-padhen",
)


def outlet(*layouts: Layout) -> Outlet:
    return Outlet(
        name="nagar_darpan", title_hi="नगर दर्पण", title_en="Nagar Darpan", domain="a.example",
        feeds=(Feed("rss", "http://www.a.example/rss.xml"),), layouts=layouts,
    )  # fmt: skip


def page(html: str | bytes, status: int = 200, **headers: str) -> RawPage:
    body = html.encode("utf-8", "surrogatepass") if isinstance(html, str) else html
    sent = {"content-type": "text/html; charset=utf-8"} | {k.replace("_", "-"): v for k, v in headers.items()}
    return RawPage(URL, URL, status, sent, body, datetime(2026, 11, 24, 1, tzinfo=UTC))


def article(html: str | bytes, *layouts: Layout, **headers: str) -> RawArticle:
    read = read_page(page(html, **headers), outlet(*layouts))
    assert isinstance(read, RawArticle), read
    return read


def reason(html: str | bytes, *layouts: Layout, **headers: str) -> str:
    read = read_page(page(html, **headers), outlet(*layouts))
    assert isinstance(read, NotAnArticle), read
    assert read.reason in REASONS
    assert read.detail
    return read.reason


def json_ld(node: object, **more: object) -> str:
    text = json.dumps(node, ensure_ascii=False).replace("</", "<\\/")
    return f'<script type="application/ld+json">{text}</script>'


def news(**fields: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, "articleBody": BODY,
            "datePublished": "2026-11-24T06:40:00+05:30"} | fields  # fmt: skip


def html(head: str = "", body: str = "", end: str = "</body></html>") -> str:
    return f'<!DOCTYPE html><html lang="hi"><head><meta charset="utf-8">{head}</head><body>{body}{end}'


def shown(layout_class: str = "kahani") -> str:
    inner = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return f'<div class="{layout_class}">{inner}</div>'


# JSON-LD


def test_json_ld_gives_every_field():
    node = news(
        identifier="nd-77", author=[{"@type": "Person", "name": "रमा जोशी"}, {"name": "भाषा"}], articleSection="देश",
        dateModified="2026-11-24T08:00:00Z", url="http://www.a.example/desh/1.html?ref=x",
    )  # fmt: skip
    read = article(html(json_ld(node)))
    assert (read.title, read.body, read.method, read.given_id) == (TITLE, BODY, "json_ld", "nd-77")
    assert (read.author, read.section) == ("रमा जोशी, भाषा", "देश")
    assert read.published_at == datetime(2026, 11, 24, 1, 10, tzinfo=UTC)
    assert read.published_zone_known
    assert read.modified_at == datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert read.url_canonical == "http://www.a.example/desh/1.html?ref=x"
    assert not read.was_legacy_font


@pytest.mark.parametrize(
    "text",
    [
        "  दो  रिक्तियाँ\n\n\nऔर खाली पंक्तियाँ \t",
        "</script><script>alert(1)</script> & &amp; <b>मोटा</b> \"उद्धरण\" 'एकल' \\ /",
        "क\u200dष \u200c नुक्ता क़ क\u093c \u00a0 \ufeff",
        "पहला\r\nदूसरा\rतीसरा",
        "😀 emoji \U0001f1ee\U0001f1f3",
        "NUL \x00 और \x1f",
        "x" * 200_000,
    ],
)
def test_json_ld_text_comes_back_exactly(text):
    read = article(html(json_ld(news(articleBody=text, headline=text))))
    assert (read.title, read.body) == (text, text)


@given(st.text(min_size=1).filter(lambda t: t.strip()), st.text())
def test_any_json_ld_text_comes_back_exactly(body, title):
    read = article(html(json_ld(news(articleBody=body, headline=title))))
    assert (read.title, read.body) == (title, body)


def test_lone_surrogates_are_replaced():
    script = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x \\ud800","articleBody":"y \\udfff"}</script>'
    read = article(html(script))
    assert (read.title, read.body) == ("x \ufffd", "y \ufffd")
    selector = json_ld(news(isAccessibleForFree=False, hasPart={"isAccessibleForFree": False, "cssSelector": "."}))
    assert reason(html(selector.replace('"."', '".\\ud800"'))) == "paywall"


@pytest.mark.parametrize(
    "wrap",
    [
        lambda n: [n],
        lambda n: {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "x"}, n]},
        lambda n: {"@type": "WebPage", "mainEntity": n},
        lambda n: [[{"@graph": n}]],
        lambda n: n | {"@type": ["ReportageNewsArticle", "Thing"]},
        lambda n: n | {"@type": "http://schema.org/NewsArticle"},
    ],
)
def test_json_ld_shapes(wrap):
    assert article(html(json_ld({"@type": "Organization", "name": "x"}) + json_ld(wrap(news())))).body == BODY


@pytest.mark.parametrize(
    "broken",
    [
        '{{"@type": "NewsArticle", "headline": "{t}", "articleBody": "{b}",}}',
        '{{"@type": "NewsArticle", "headline": "{t}", "articleBody": "{b}"}};',
        '<!-- {{"@type": "NewsArticle", "headline": "{t}", "articleBody": "{b}"}} -->',
        '//<![CDATA[\n{{"@type": "NewsArticle", "headline": "{t}", "articleBody": "{b}"}}\n//]]>',
        '{{"@type": "WebSite"}}\n{{"@type": "NewsArticle", "headline": "{t}", "articleBody": "{b}"}}',
        "{{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;{t}&quot;, &quot;articleBody&quot;: &quot;{b}&quot;}}",
    ],
)
def test_broken_json_ld_is_repaired(broken):
    script = f'<script type="application/ld+json">{broken.format(t=TITLE, b=BODY)}</script>'  # with raw newlines
    read = article(html(script))
    assert (read.title, read.body) == (TITLE, BODY)


@pytest.mark.parametrize(
    "hostile",
    [
        "{" * 100_000, "[" * 100_000, '{"@graph": ' * 5_000 + "1" + "}" * 5_000, "1" * 10_000, "null", '"x"', "NaN",
        '{"@type": {"a": []}, "articleBody": [[]], "headline": {"@value": {}}}',
        '{"@type": "NewsArticle", "articleBody": 5, "headline": true, "author": [null, {}, 3], "datePublished": [[]]}',
        '{"@type": "NewsArticle", "headline": null, "identifier": {"value": {"value": 1}}, "hasPart": 3, "isAccessibleForFree": []}',
    ],
)  # fmt: skip
def test_hostile_json_ld_does_not_harm(hostile):
    script = f'<script type="application/ld+json">{hostile}</script>'
    assert article(html(script, f"<h2 class=naam>{TITLE}</h2>" + shown()), LAYOUT).body == BODY


def test_a_declared_empty_body_is_a_headline_alone():
    read = article(html(json_ld(news(articleBody=""))))
    assert (read.title, read.body, read.method) == (TITLE, "", "json_ld")


def test_a_declared_empty_headline_stays_empty():
    assert article(html("<title>वेबसाइट</title>" + json_ld(news(headline="")))).title == ""


@pytest.mark.parametrize(
    ("given_id", "expected"),
    [
        ("abc", "abc"),
        (77, "77"),
        ({"@type": "PropertyValue", "name": "id", "value": "p7"}, "id"),
        (None, None),
        (["x", "y"], "x"),
    ],
)
def test_identifier(given_id, expected):
    assert article(html(json_ld(news(identifier=given_id)))).given_id == expected


def test_a_time_without_zone_is_ist_and_says_so():
    read = article(html(json_ld(news(datePublished="2026-11-24T06:40:00"))))
    assert read.published_at == datetime(2026, 11, 24, 1, 10, tzinfo=UTC)
    assert not read.published_zone_known


# Selectors, microdata, <meta>, main content


def test_selectors_give_every_field_and_drop_what_is_none_of_it():
    body = (
        f'<h2 class="naam"> {TITLE} </h2><span class="lekhak">रमा जोशी</span><a class="khand">देश</a>'
        '<span class="samay">प्रकाशित: 24 नवंबर 2026, 06:40 AM IST</span>'
        + shown().replace("</p><p>", '</p><p class="aur-padhen">यह भी पढ़ें: और खबरें</p><p>', 1)
    )
    read = article(html("", body), LAYOUT)
    assert (read.title, read.body, read.method, read.author, read.section) == (
        TITLE,
        BODY,
        "selectors",
        "रमा जोशी",
        "देश",
    )
    assert read.published_at == datetime(2026, 11, 24, 1, 10, tzinfo=UTC)
    assert read.published_zone_known


def test_layouts_by_their_days():
    old, new = Layout(body="div.purana p", until=date(2026, 3, 31)), Layout(body="div.kahani p")
    both = html("", shown("purana").replace("काठमांडू", "पुराना") + shown())
    assert article(both, old, new).body == BODY
    assert article(html("", shown("purana")), old, new).body == BODY  # an old page keeps its old layout


def test_distrusted_json_ld_fields_come_from_selectors():
    layout = Layout(body="div.kahani p", published="span.samay", title="h2.naam", distrust=("published", "body"))
    shown_page = f'<h2 class="naam">दूसरा</h2><span class="samay">24 नवंबर 2026, 08:00 PM IST</span>{shown()}'
    read = article(html(json_ld(news(articleBody="सार।", datePublished="2026-11-24T20:00:00Z")), shown_page), layout)
    assert (read.body, read.method, read.title) == (BODY, "selectors", TITLE)
    assert read.published_at == datetime(2026, 11, 24, 14, 30, tzinfo=UTC)


def test_microdata():
    body = (
        f'<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{TITLE}</h1>'
        '<meta itemprop="datePublished" content="2026-11-24T06:40:00+05:30"><span itemprop="author">रमा</span>'
        f'<div itemprop="articleBody">{shown()}</div></article>'
    )
    read = article(html("", body))
    assert (read.title, read.body, read.author, read.method) == (TITLE, BODY, "रमा", "selectors")
    assert read.published_at == datetime(2026, 11, 24, 1, 10, tzinfo=UTC)


def test_main_content_of_an_unknown_make():
    head = (
        f'<title>{TITLE} | नगर दर्पण</title><meta property="article:published_time" content="2026-11-24T06:40:00+05:30">'
    )
    nav = '<nav><ul><li><a href="/">होम</a></li><li><a href="/k">खेल</a></li></ul></nav>'
    foot = "<footer><p>कॉपीराइट नगर दर्पण</p></footer>"
    read = article(html(head, f"{nav}<main><article><h1>{TITLE}</h1>{shown('x')}</article></main>{foot}"))
    assert (read.method, read.title) == ("main_content", TITLE)
    assert all(p in read.body for p in PARAGRAPHS)
    assert "कॉपीराइट" not in read.body
    assert "खेल" not in read.body


def test_title_without_the_outlets_name():
    head = f'<title>{TITLE} - देश | नगर दर्पण</title><meta property="og:type" content="article">'
    assert article(html(head, shown()), Layout(body="div.kahani p")).title == f"{TITLE} - देश"


def test_bare_prose_without_a_date_is_an_article():
    read = article(html("", f"<h1>{TITLE}</h1>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)))
    assert (read.method, read.title, read.published_at) == ("main_content", TITLE, None)


def test_paragraphs_and_spaces_are_as_a_browser_shows_them():
    body = '<div class="kahani"><p>एक\n  <b>दो</b>&nbsp;तीन<br>चार</p><p> </p><script>x()</script><p>पाँच<!-- छह --></p></div>'
    assert article(html("", body), Layout(body="div.kahani")).body == "एक दो\u00a0तीन\nचार\nपाँच"


def test_nested_matches_give_their_text_once():
    assert article(html("", f"<div class=k><div class=k>{shown()}</div></div>"), Layout(body="div.k")).body == BODY


# The page's own address


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/desh/2.html#x", "http://www.a.example/desh/2.html"),
        ("https://a.example/desh/2.html", "https://a.example/desh/2.html"),
        ("http://m.a.example/desh/2.html?utm_source=x", "http://m.a.example/desh/2.html"),
        ("http://b.example/desh/2.html", URL),
        ("http://www.a.example.evil.example/", URL),
        ("http://www.a.example/", URL),
        ("javascript:alert(1)", URL),
        ("http://[", URL),
        ("", URL),
    ],
)
def test_canonical_url_is_of_the_same_site(link, expected):
    assert article(html(f'<link rel="canonical" href="{link}">' + json_ld(news()))).url_canonical == expected


# Pages that are no article


def test_paywall_declared_with_a_stub():
    node = news(
        articleBody=None, isAccessibleForFree=False, hasPart={"isAccessibleForFree": "False", "cssSelector": ".band"}
    )
    body = f'<div class="kahani"><p>{PARAGRAPHS[0]}</p></div><div class="band"><p>{"गुप्त वाक्य। " * 200}</p></div>'
    assert reason(html(json_ld(node), body), LAYOUT) == "paywall"


@pytest.mark.parametrize(
    "selector", ["* " * 40 + "b", ":has(*)" * 20, "[[", "", ".a:not(.b) > *", "." * 1000, "-", "--"]
)
def test_a_strangers_selector_does_no_harm(selector):
    node = news(isAccessibleForFree=False, hasPart={"isAccessibleForFree": False, "cssSelector": selector})
    assert article(html(json_ld(node), shown() * 4 + "<b><i>" * 2_000), LAYOUT).body.startswith(BODY)


def test_what_is_paid_for_stays_unread_where_the_rest_is_shown():
    node = news(
        isAccessibleForFree="False",
        hasPart=[{"isAccessibleForFree": False, "cssSelector": ".band"}, 3, {"cssSelector": "[["}],
    )
    open_part = shown() * 4
    body = f'{open_part}<div class="kahani band"><p>गुप्त वाक्य।</p></div>'
    read = article(html(json_ld(node), body), LAYOUT)
    assert "गुप्त" not in read.body
    assert read.body.startswith(PARAGRAPHS[0])


def with_leave() -> Outlet:
    found = outlet(LAYOUT)
    return replace(found, politeness=replace(found.politeness, obeys_reservations=False))


def test_with_leave_paid_parts_are_read():
    node = news(isAccessibleForFree="False")
    assert reason(html(json_ld(node), "<p>x</p>")) == "paywall"
    read = read_page(page(html(json_ld(node), "<p>x</p>")), with_leave())
    assert isinstance(read, RawArticle)
    assert read.body == BODY


@pytest.mark.parametrize(
    ("head", "headers"),
    [
        ('<meta name="tdm-reservation" content="1">', {}),
        ('<meta name="robots" content="max-image-preview:large, NoAI">', {}),
        ("", {"tdm_reservation": "1"}),
        ("", {"x_robots_tag": "noai, noimageai"}),
        ("", {"x_robots_tag": "rajnay: noai"}),
    ],
)
def test_reserved_pages_stay_unread(head, headers):
    assert reason(html(head + json_ld(news())), **headers) == "reserved"
    assert isinstance(read_page(page(html(head + json_ld(news())), **headers), with_leave()), RawArticle)


@pytest.mark.parametrize("robots", ["noarchive", "index, follow", "noaipreview", "noindex"])
def test_other_robots_values_reserve_nothing(robots):
    assert article(html(f'<meta name="robots" content="{robots}">' + json_ld(news()))).body == BODY


def test_paywall_by_its_words():
    body = f'<div class="kahani"><p>{PARAGRAPHS[0]}</p></div><p>आगे पढ़ने के लिए सदस्यता लें</p>'
    assert reason(html("", body), LAYOUT) == "paywall"
    assert article(html("", shown() * 3 + "<p>आगे पढ़ने के लिए सदस्यता लें</p>"), LAYOUT).body  # a footer's offer


@pytest.mark.parametrize(
    "body", ["<h1>पेज नहीं मिला</h1><p>होम पर जाएं।</p>", "<h1>404</h1>", "<h1>यह खबर हटा दी गई है</h1>"]
)
def test_soft_404(body):
    assert reason(html("<title>नगर दर्पण</title>", body)) == "soft_404"


def test_an_article_about_404_is_one():
    title = "404 करोड़ की सड़क पर समझौता"
    assert article(html(json_ld(news(headline=title)), f"<h1>{title}</h1>")).title == title


def test_video():
    assert (
        reason(html(json_ld({"@type": "VideoObject", "name": TITLE}), f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>"))
        == "video"
    )
    assert reason(html('<meta property="og:type" content="video.other">', f"<h1>{TITLE}</h1>")) == "video"
    assert article(html(json_ld({"@type": "VideoObject", "name": "x"}) + json_ld(news()))).body == BODY


def test_live_blog():
    node = {"@type": "LiveBlogPosting", "headline": TITLE, "liveBlogUpdate": [news()]}
    assert reason(html(json_ld(node), shown())) == "live_blog"


def test_home_page():
    teasers = "".join(f'<li><h3><a href="/{n}">शीर्षक संख्या {n} यहां है</a></h3></li>' for n in range(40))
    assert (
        reason(html('<meta property="og:type" content="website"><title>नगर दर्पण</title>', f"<ul>{teasers}</ul>"))
        == "not_an_article"
    )


def test_no_text():
    dated = '<meta property="article:published_time" content="2026-11-24T06:40:00+05:30">'
    assert reason(html(dated, "<div id=app></div><script>render()</script>")) == "no_text"
    assert reason(html(dated, "<div id=app></div>"), LAYOUT) == "layout_changed"


def test_truncated():
    cut = html("", f'<h2 class="naam">{TITLE}</h2>' + shown().removesuffix("</p></div>")[:-20], end="")
    assert reason(cut, LAYOUT) == "truncated"
    assert reason(html("", shown() + '<div class="foo', end=""), LAYOUT) == "truncated"
    assert reason(html("", shown(), end=""), LAYOUT, x_crawler_truncated="disconnect") == "truncated"
    # Whole after all: </html> may be left out, and a wrong length hurts no page that is closed.
    assert article(html("", shown(), end=""), LAYOUT).body == BODY
    assert article(html("", shown()), LAYOUT, x_crawler_truncated="disconnect").body == BODY
    # Also where no layout helps, and where a paid part was taken out.
    dated = '<meta property="article:published_time" content="2026-11-24T06:40:00+05:30">'
    assert reason(html(dated, "<main><article>" + shown().removesuffix("</p></div>")[:-30], end="")) == "truncated"
    node = news(isAccessibleForFree=False, hasPart={"isAccessibleForFree": False, "cssSelector": ".band"})
    assert reason(html(json_ld(node), shown() * 4 + "<p>कट ग", end=""), Layout(body="p")) == "truncated"
    # JSON-LD is in the head, whole or not there.
    assert article(html(json_ld(news()), "<p>कट ग", end="")).body == BODY


@pytest.mark.parametrize("status", [204, 404, 500])
def test_other_statuses(status):
    read = read_page(page(html(json_ld(news())), status), outlet())
    assert isinstance(read, NotAnArticle)
    assert str(status) in read.detail


# Letters


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "us-ascii", "x-unknown", ""])
def test_utf_8_under_another_name(declared):
    read = article(html(json_ld(news())), content_type=f"text/html; charset={declared}")
    assert read.body == BODY


def test_bad_charset():
    assert reason(bytes(range(128, 256)) * 40, content_type="text/html; charset=utf-8") in {
        "bad_charset",
        "not_an_article",
        "no_text",
    }


def test_mojibake_is_undone():
    twice = html(json_ld(news())).encode().decode("cp1252", "replace")
    whole = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in html(json_ld(news())).encode())
    assert article(whole).body == BODY
    assert reason(twice) in {"bad_charset", "not_an_article", "no_text"}  # bytes were lost: nothing to undo


def test_legacy_font_is_decoded():
    typed = [hinlegacy.encode(p, "devlys_010") for p in PARAGRAPHS]
    body = "".join(f"<p>{p.replace('&', '&amp;').replace('<', '&lt;')}</p>" for p in typed)
    title = hinlegacy.encode(TITLE, "devlys_010")
    read = article(html("", f'<h2 class="naam">{title}</h2><div class="kahani">{body}</div>'), LAYOUT)
    assert read.was_legacy_font
    assert unicodedata.normalize("NFC", read.body) == unicodedata.normalize("NFC", BODY)
    assert read.title.split()[1:] == TITLE.split()[1:]


def test_english_is_no_legacy_font():
    english = (
        "The two ministers met in Kathmandu on Tuesday and agreed to build a joint centre for flood warnings. " * 5
    )
    read = article(html(json_ld(news(articleBody=english, headline="Ministers meet"))))
    assert read.body == english
    assert not read.was_legacy_font


def test_unsure_legacy_font_is_set_aside():
    noise = "qwJX zzTk plOo kkRr vvBn mmCx yyUi eeDs hhGf aaZx wwQe rrTy uuIo ppAs ddFg" * 3
    fonts = "<style>body{font-family:'Kruti Dev 010'}</style>"
    assert reason(html(fonts + json_ld(news(articleBody=noise, headline="qwJX")))) == "legacy_font_unsure"


# Nothing raises, nothing hangs


@pytest.mark.parametrize(
    "bad",
    [
        b"", b"\x00" * 1000, b"\xff\xfe", b"\xef\xbb\xbf", "é".encode("utf-16"), b"<" * 100_000, b"<div>" * 100_000,
        b"<b><table>" * 30_000, b"<!--" * 10_000, b"&#" * 50_000, b"<p " + b"a='b' " * 20_000, b"<script>" + b"x" * 5_000_000,
        b"<svg><math>" * 5_000, b"<p itemprop=articleBody>" * 10_000, b"<a href='" + b"x" * 1_000_000 + b"'>",
        html("", "<div>" * 4_000 + "<p>" + BODY).encode(), b"<meta charset=utf-7>+ADw-", b"<meta charset='hex'>61",
        html('<link rel=canonical href="http://[::1">' + "<title>" * 1000).encode(),
    ],
    ids=range(19),
)  # fmt: skip
def test_hostile_pages_end_in_a_reason(bad):
    assert isinstance(read_page(page(bad), outlet(LAYOUT)), (NotAnArticle, RawArticle))


_PARTS = st.sampled_from(
    ["<div class=kahani>", "<p>", "</p>", "</div>", "<script type='application/ld+json'>", "</script>", '{"@type":"NewsArticle",',
     '"articleBody":', '"x"', "}", "<h1>", "<title>", "<meta property=og:type content=article>", "<time datetime=", "2026-11-24",
     "कख ग", "।", "&#xd800;", "\x00", "<!--", "-->", "<table>", "<td>", "]]>", "<svg>", "<template>", "é", "<link rel=canonical href="]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(_PARTS, max_size=40).map("".join).map(lambda t: t.encode()) | st.binary(max_size=300))
def test_any_bytes_are_read_or_rejected(body):
    read = read_page(page(body), outlet(LAYOUT))
    if isinstance(read, NotAnArticle):
        assert read.reason in REASONS
        assert read.reason != "error", read
    else:
        (read.title + read.body + str(read.author)).encode()


ASIDES = [
    "यह भी पढ़ें: नई रेलगाड़ी का समय बदला", "▶ इसे भी पढ़ें - मेले की तारीखें", "टैग: नेपाल, भारत", "विज्ञापन के बाद खबर जारी है",
    "हर सुबह की खबरों के लिए हमारे न्यूज़लेटर की सदस्यता लें।", "ताजा खबरें पाने के लिए हमारे टेलीग्राम चैनल से जुड़ें।",
]  # fmt: skip
TEXTS = [
    "मंत्री ने लोगों से अपील की कि वे भुगतान के लिए ऐप का इस्तेमाल करें।", "बैठक में टैग लगाने की शर्त पर भी बात हुई।",
    "उन्होंने कहा कि बच्चे यह भी पढ़ें कि देश कैसे बना।", "पुलिस ने व्हाट्सएप चैनल चलाने वाले दो लोगों को गिरफ्तार किया।",
]  # fmt: skip


@pytest.mark.parametrize("aside", ASIDES)
def test_asides_of_unknown_pages_are_left_out(aside):
    lines = [*PARAGRAPHS[:2], aside, PARAGRAPHS[2]]
    html = f"<h1>{TITLE}</h1><article>{''.join(f'<p>{line}</p>' for line in lines)}</article>"
    assert article(html).body == BODY


@pytest.mark.parametrize("text", TEXTS)
def test_what_only_looks_like_an_aside_stays(text):
    lines = [*PARAGRAPHS[:2], text, PARAGRAPHS[2]]
    html = f"<h1>{TITLE}</h1><article>{''.join(f'<p>{line}</p>' for line in lines)}</article>"
    assert article(html).body.split("\n") == lines


def test_joiners_of_unknown_pages_stay():
    lines = [
        PARAGRAPHS[0],
        "क्षत्रिय के साथ क्\u200dया और न्\u200cयास भी लिखा गया था, ताकि जोड़ने वाले अक्षर बने रहें।",
        PARAGRAPHS[1],
        PARAGRAPHS[2],
    ]
    html = f"<h1>{TITLE}</h1><article>{''.join(f'<p>{line}</p>' for line in lines)}</article>"
    found = article(html)
    assert found.method == "main_content"
    assert found.body.split("\n") == lines


def test_a_time_without_zone_and_one_in_milliseconds():
    for value, known in (('"2026-11-24T06:40:00"', False), ("1795482600000", True)):
        node = '{"@type":"NewsArticle","datePublished":' + value + "}"
        said = f'<script type="application/ld+json">{node}</script>'
        found = article(f"{said}<h1>{TITLE}</h1><article>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</article>")
        assert found.published_at == datetime(2026, 11, 24, 1, 10, tzinfo=UTC)
        assert found.published_zone_known is known


def test_the_time_of_publication_where_that_of_the_change_comes_first():
    byline = "<div>अपडेटेड: 24 नवंबर 2026 09:10 PM IST</div><div>प्रकाशित: 24 नवंबर 2026 06:40 AM IST</div>"
    html = f"<h1>{TITLE}</h1>{byline}<article>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</article>"
    assert article(html).published_at == datetime(2026, 11, 24, 1, 10, tzinfo=UTC)


def test_dates_outside_the_byline_are_none():
    head = "<p>मंगलवार, 24 नवंबर 2026 | लखनऊ</p>"
    foot = "<ul><li>मेले की तारीखें 12 नवंबर 2026</li></ul>"
    html = f"{head}<h1>{TITLE}</h1><article>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</article>{foot}"
    assert article(html).published_at is None


TRAPS = [
    f"<title>{'क - ' * 50_000}</title>",
    f"<title>{'क' * 300_000}</title>" + f"<h1>{'क' * 30}</h1>" * 10_000,
    f"<div>{'एक घंटे ' * 50_000}पहले</div>",
    "<style>body {font-family: Kruti Dev 010}</style><p>" + "d" * 500_000 + "</p>",
    '<script type="application/json">' + json.dumps([["क" * 50 + "।"] * 20] * 500) + "</script>",
    '<div class="author-box">' * 4_000 + "क",
]


@pytest.mark.parametrize("trap", TRAPS, ids=range(len(TRAPS)))
def test_no_trap_costs_the_square_of_its_length(trap):
    started = time.process_time()
    text = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    read_page(page(f"<html>{trap}<article>{text}</article></html>"), outlet())
    assert time.process_time() - started < 20
