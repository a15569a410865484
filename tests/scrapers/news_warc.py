"""Makes WARC files as Common Crawl's CC-NEWS has them: a gzip member a record, all languages, pages of 60 to 100 KB.

The words are of our own making and mean nothing, but for the Hindi ones, which are the labelled texts of ``tests/quality``.
"""

import io
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

LABELLED = Path(__file__).parent.parent / "quality" / "labelled"
_LETTERS = {
    "en": "etaoinshrdlcumwfgypb", "es": "eaosrnidltcmupbgñóá", "ru": "оеаинтсрвлкмдпуяыьгз", "ar": "اليمنرتبوعدسفهكق",
    "zh": "的一是不了在人有我他这中大来上国个到说们", "mr": "अआकगचजटडतदनपबमयरलवशसहळािीुूे",
}  # fmt: skip
_SCRIPT = "var k{n}={{id:{n},slot:'div-gpt-{n}',sizes:[[300,250],[728,90]],key:'{key}'}};push(k{n});\n"
_PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<script type="application/ld+json">{ld}</script><script>{script}</script></head>
<body><nav>{nav}</nav><h1>{title}</h1><article><div class="story">{body}</div></article><footer>{nav}</footer></body></html>"""


@dataclass(frozen=True)
class Record:
    """A response: what a WARC file says of it."""

    url: str
    body: bytes
    status: str = "200 OK"
    content_type: str = "text/html; charset=utf-8"
    date: str = "2025-03-04T05:06:07Z"
    encoding: str | None = None


def hindi_texts() -> list[tuple[str, str]]:
    """Titles and bodies."""
    lines = (line for path in sorted(LABELLED.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    rows = [json.loads(line) for line in lines]
    return [(row["title"], row["body"]) for row in rows if len(row["body"]) > 300]


def page(title: str, body: str, lang: str, rng: random.Random, size: int = 0, published: str = "") -> bytes:
    """An HTML page of at least ``size`` bytes, most of them scripts, as newspapers' pages are."""
    keys = (f"{rng.getrandbits(128):032x}" for _ in iter(int, 1))
    script = "".join(_SCRIPT.format(n=n, key=next(keys)) for n in range(size // 110))
    said = {"@type": "NewsArticle", "headline": title, **({"datePublished": published} if published else {})}
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n"))
    nav = "".join(f'<a href="/section/{n}">{title[: n + 4]}</a>' for n in range(30))
    ld = json.dumps(said, ensure_ascii=False)
    return _PAGE.format(lang=lang, title=title, ld=ld, script=script, nav=nav, body=paragraphs).encode()


def records(n: int, hindi_share: float, hindi_host: str, seed: int = 7) -> Iterator[Record]:
    """``n`` responses of which ``hindi_share`` are Hindi articles of ``hindi_host``; half as many are its other pages."""
    rng = random.Random(seed)
    texts = hindi_texts()
    for number in range(n):
        size, draw = rng.randint(60_000, 100_000), rng.random()
        if draw < hindi_share:
            title, body = texts[number % len(texts)]
            published = "2025-03-04T09:00:00+05:30"
            html = page(title, "\n".join([body] * 4), "hi", rng, size, published)
            yield Record(f"https://www.{hindi_host}/news/{number}", html)
        else:
            lang = rng.choice(list(_LETTERS))
            words = [" ".join(_words(lang, rng, 60)) for _ in range(25)]
            host = hindi_host if draw < 1.5 * hindi_share and lang != "mr" else f"paper{number % 500}.example"
            yield Record(f"https://www.{host}/{lang}/{number}", page(words[0][:60], "\n".join(words), lang, rng, size))


def _words(lang: str, rng: random.Random, n: int) -> list[str]:
    return ["".join(rng.choices(_LETTERS[lang], k=rng.randint(2, 9))) for _ in range(n)]


def write(file: BinaryIO, made: Iterator[Record] | list[Record], gzip: bool = True) -> list[int]:
    """The records, a request before each; the byte at which each response begins."""
    writer = WARCWriter(file, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("news.warc.gz", {"software": "a test"}))
    places = []
    for record in made:
        head = StatusAndHeaders("GET / HTTP/1.1", [("Host", record.url.split("/")[2])], is_http_request=True)
        writer.write_record(writer.create_warc_record(record.url, "request", payload=io.BytesIO(), http_headers=head))
        headers = [("Content-Type", record.content_type), ("Content-Length", str(len(record.body)))]
        if record.encoding:
            headers.append(("Content-Encoding", record.encoding))
        places.append(file.tell())
        writer.write_record(
            writer.create_warc_record(
                record.url, "response", payload=io.BytesIO(record.body),
                http_headers=StatusAndHeaders(record.status, headers, protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": record.date},
            )
        )  # fmt: skip
    return places
