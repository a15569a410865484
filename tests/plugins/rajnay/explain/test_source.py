import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rajnay.explain.source import articles_of
from scrapers.http_client import Exchange, Gate, HttpClient, Refused

BODY = (
    "विदेश सचिव रमाकांत पंत ने मंगलवार को विएना में ऑस्ट्रिया की विदेश मंत्री लेना ब्रांडनर से मुलाकात की। दोनों ने पर्वतीय "
    "रेलमार्गों पर सहयोग की बात की। पंत बुधवार को स्वदेश लौटेंगे। ऑस्ट्रिया की मंत्री ने भारत आने का न्योता स्वीकार किया है।"
)
PAGE = f"""<!DOCTYPE html><html lang="hi"><head><meta charset="utf-8"><title>विएना में बातचीत</title>
<meta property="og:type" content="article">
<script type="application/ld+json">{
    json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "विएना में बातचीत",
            "articleBody": BODY,
            "datePublished": "2024-05-15T10:00:00+05:30",
        },
        ensure_ascii=False,
    )
}</script></head><body><h1>विएना में बातचीत</h1><p>{BODY}</p></body></html>""".encode()


class Web(HttpClient):
    """A client that answers from memory, asking the gate as the real one does."""

    def __init__(self, robots: str, status: int = 200) -> None:
        super().__init__("https://contact.example/")
        self.robots, self.status, self.asked = robots, status, []

    def fetch(self, url: str, *, gate: Gate, **_: object) -> list[Exchange]:
        def answer(outcome: str, detail: str = "", status: int | None = 200, body: bytes = b"") -> list[Exchange]:
            headers = {"content-type": "text/html; charset=utf-8"}
            return [Exchange(url, url, outcome, detail, datetime.now(UTC), 0.0, status, headers, body)]

        self.asked.append(url)
        try:
            gate(url)
        except Refused as refused:
            return answer(refused.outcome, refused.detail, None)
        if url.endswith("/robots.txt"):
            return answer("taken", body=self.robots.encode())
        return answer("taken", body=PAGE) if self.status == 200 else answer("http_error", "HTTP 503", self.status)


def test_a_page_in_the_web() -> None:
    web = Web("User-agent: *\nAllow: /\n")
    (article,) = articles_of("https://paper.example/vienna?utm_source=x", "c", web)
    assert article.title == "विएना में बातचीत"
    assert article.body == BODY
    assert article.published_at == datetime.fromisoformat("2024-05-15T10:00+05:30")
    assert web.asked == ["https://paper.example/vienna", "https://paper.example/robots.txt"]


def test_robots_txt_is_kept_to() -> None:
    web = Web("User-agent: *\nDisallow: /\n")
    with pytest.raises(ValueError, match=r"https://paper\.example/vienna: robots_denied"):
        articles_of("https://paper.example/vienna", "c", web)


def test_a_server_that_fails_is_named() -> None:
    with pytest.raises(ValueError, match=r"https://paper\.example/vienna: http_error: HTTP 503; save the page"):
        articles_of("https://paper.example/vienna", "c", Web("", 503))


def test_a_saved_page(tmp_path: Path) -> None:
    (tmp_path / "खबर.HTML").write_bytes(PAGE)
    (article,) = articles_of(str(tmp_path / "खबर.HTML"), "c")
    assert article.body == BODY


def test_a_saved_page_without_an_article(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("<html><body><p>404</p></body></html>")
    with pytest.raises(ValueError, match=r"empty\.html: no article"):
        articles_of(str(path), "c")


def test_articles_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps({"id": name, "body": BODY}) + "\n" for name in "ab"))
    assert [article.id for article in articles_of(str(path), "c")] == ["a", "b"]
    path.write_text('{"body": "बिना नाम"}\n')
    with pytest.raises(ValueError, match="line 1"):
        articles_of(str(path), "c")


def test_no_such_file() -> None:
    with pytest.raises(FileNotFoundError):
        articles_of("no/such.jsonl", "c")
