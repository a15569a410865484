import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.urls import canonical_url, host_of, site_of


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTP://WWW.A.Example:80/X?b=2&a=1#top", "http://www.a.example/X?b=2&a=1"),
        ("https://a.example:443", "https://a.example/"),
        ("http://a.example:8080/", "http://a.example:8080/"),
        ("/x?utm_source=a&PRID=7&utm_medium=b", "http://base.example/x?PRID=7"),
        ("x?UTM_Campaign=1", "http://base.example/dir/x"),
        ("?a=", "http://base.example/dir/?a="),
        ("//b.example/x", "http://b.example/x"),
        ("http://a.example/देश/१", "http://a.example/%E0%A4%A6%E0%A5%87%E0%A4%B6/%E0%A5%A7"),
        ("http://a.example/%E0%A4%A6", "http://a.example/%E0%A4%A6"),
        ("http://भारत.example/x", "http://xn--h2brj9c.example/x"),
        ("  http://a.example/x y\n", "http://a.example/x%20y"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
    ],
)
def test_one_spelling(url, expected):
    assert canonical_url(url, "http://base.example/dir/") == expected


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "file:///etc/passwd", "javascript:x", "data:text/html,x", "http://", "http:///x", "http://u:p@a.example/",
     "http://a.example:99999/", "http://[::1", "mailto:a@b", "http://a b/", "http://a.example/" + "x" * 3000],
)  # fmt: skip
def test_unusable_urls_are_named(url):
    with pytest.raises(ValueError, match=r"usable|only http"):
        canonical_url(url)


@given(st.text(max_size=60))
def test_canonical_is_final_ascii_and_stable(text):
    try:
        url = canonical_url(text, "http://base.example/")
    except ValueError:
        return
    assert url.isascii()
    assert canonical_url(url) == url


def test_hosts_and_sites():
    assert host_of("http://www.a.example:81/x") == "www.a.example:81"
    assert {site_of(f"http://{p}a.example/x") for p in ("", "www.", "m.", "amp.")} == {"a.example"}
    assert site_of("http://ba.example/") != site_of("http://a.example/")
