"""What goes wrong with a page: hurdles that a patient crawler passes, and sicknesses that make it no article."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from http import HTTPStatus
from urllib.parse import urlsplit

from scrapers.sample_press.makes import Make
from scrapers.sample_press.pages import render
from scrapers.sample_press.site import (
    HTML,
    AfterRefusal,
    Document,
    Redirect,
    Refusal,
    Resource,
    ShortBody,
    http_date,
)
from scrapers.sample_press.story import Story

_TOO_LARGE = 6 * 2**20  # bytes of script, above the crawler's limit of 5 MiB
_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


def resources(make: Make, story: Story, earlier: Sequence[Story]) -> Mapping[str, Resource]:
    """What stands at the story's addresses, by path."""
    path, listed = _target(story.url), _target(story.listed_url)
    page = Document(partial(make.page, story, earlier), make.content_type, story.modified_at)
    own_page = {path: page}
    if make.listed_template and not (story.hurdle or story.sickness):
        return own_page | {
            listed: Document(
                partial(make.page, story, earlier, make.listed_template), make.content_type, story.modified_at
            )
        }
    match story.hurdle or story.sickness:
        case None | "marathi" | "nepali" | "english" | "robots_denied":
            return own_page
        case "moved":
            return own_page | {listed: Redirect(story.url)}
        case "moved_twice":
            between = listed + "/2"
            return own_page | {
                listed: Redirect(make.home.rstrip("/") + between, HTTPStatus.FOUND),
                between: Redirect(story.url, HTTPStatus.FOUND),
            }
        case "unavailable_once":
            refusal = Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "सर्वर व्यस्त है, थोड़ी देर में आएँ", lambda: "1")
            return {path: AfterRefusal(refusal, page)}
        case "too_many_requests_once":
            refusal = Refusal(HTTPStatus.TOO_MANY_REQUESTS, "बहुत अधिक अनुरोध", _in_a_second)
            return {path: AfterRefusal(refusal, page)}
        case "not_found":
            return {path: Refusal(HTTPStatus.NOT_FOUND, "पेज नहीं मिला")}
        case "redirect_loop":
            return {path: Redirect(story.url + "?r=1", HTTPStatus.FOUND), path + "?r=1": Redirect(story.url)}
        case "short_body":
            return {path: ShortBody(page)}
        case "cut_mid_tag":
            return {path: Document(lambda: _cut_mid_tag(page.make(), story), make.content_type, story.modified_at)}
        case "too_large":
            return {path: Document(lambda: _with_huge_script(page.make()), make.content_type, story.modified_at)}
        case "pdf":
            return {path: Document(lambda: _PDF, "application/pdf", story.modified_at)}
        case "soft_404" | "paywall" | "video" | "live_blog" as kind:
            fill: Callable[[], bytes] = partial(
                render, f"{kind}.html.j2", make=make, outlet=make.outlet, story=story, related=earlier[:3]
            )
            return {path: Document(fill, HTML, story.modified_at if kind != "soft_404" else None)}
    raise AssertionError(f"{story.id}: no page for {story.hurdle or story.sickness}")


def _target(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _in_a_second() -> str:
    return http_date(datetime.now(UTC) + timedelta(seconds=1))


def _cut_mid_tag(page: bytes, story: Story) -> bytes:
    """The page up to the middle of the tag that opens the last of the story's paragraphs."""
    last_paragraph = page.rindex(story.paragraphs[-1].encode())
    return page[: last_paragraph - 2]


def _with_huge_script(page: bytes) -> bytes:
    unit = b'{"ad":"slot","size":[300,250],"bids":[]},'
    script = b"<script>var slots=[" + unit * (_TOO_LARGE // len(unit)) + b"];</script>"
    return page.replace(b"</head>", script + b"</head>", 1)
