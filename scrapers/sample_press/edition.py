"""An edition of the press: which outlets serve what on a news date, from our reports or from the user's articles."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

from scrapers.outlet import Feed, Outlet, Politeness
from scrapers.sample_press.makes import Make, makes
from scrapers.sample_press.pages import render
from scrapers.sample_press.report import Report, ReportError, published_at, read_reports, resolve_dates
from scrapers.sample_press.sickness import resources
from scrapers.sample_press.site import Document, Redirect, Resource, Site
from scrapers.sample_press.story import Story

OUTLETS = (
    "prabhat_vani", "janpath_samachar", "lokswar", "shasan_soochna", "purvanchal_patrika", "akash_bulletin",
    "vishwa_darpan", "naya_savera", "setu_news",
)  # fmt: skip
"""The fictional outlets; each is described in ``scrapers/outlets/`` like a real one."""

_FOLDER = Path(__file__).parent
_SITEMAP_LIMIT = 1_000  # addresses in one news sitemap


class EditionError(ValueError):
    """The user's articles cannot be served. The message names the file, the line and what to change."""


@dataclass(frozen=True)
class Edition:
    """What is served: hosts, their outlets by name, and every story that their feeds list, in no set order."""

    sites: Mapping[str, Site]
    outlets: Mapping[str, Outlet]
    stories: Sequence[Story]

    @property
    def articles(self) -> list[Story]:
        """The stories that a good crawl keeps, with the text that it should get."""
        return [story for story in self.stories if story.sickness is None]

    @property
    def sick(self) -> list[Story]:
        """The stories that a good crawl sets aside, each by its ``sickness``."""
        return [story for story in self.stories if story.sickness is not None]


def week(news_date: date, start: date) -> Edition:
    """The nine outlets as they stand on ``news_date``: the reports of the days from ``start`` up to it.

    Raises ReportError naming the file that is not in the form of a report, ValueError when the press is not yet open.
    """
    if news_date < start:
        raise ValueError(f"the sample press opens on {start}, after the news date {news_date}; choose a later date")
    outlets = {name: _outlet(name) for name in OUTLETS}
    by_name = makes(outlets)
    stories: dict[str, list[Story]] = {name: [] for name in OUTLETS}
    addresses: dict[str, Report] = {}
    for folder in (_FOLDER / "reports", _FOLDER / "sick"):
        for report in read_reports(folder):
            if report.outlet not in by_name:
                raise ReportError(f"{folder.name}/{report.id}.md: no such outlet; there are {', '.join(OUTLETS)}")
            if published_at(report, start).date() > news_date:
                continue
            story = _story(by_name[report.outlet], report, start)
            if (other := addresses.setdefault(story.url, report)) is not report:
                raise ReportError(f"{report.id} and {other.id} have one address, {story.url}; rename one")
            stories[report.outlet].append(story)
    sites = [_site(by_name[name], stories[name]) for name in OUTLETS]
    return Edition({site.host: site for site in sites}, outlets, [story for name in OUTLETS for story in stories[name]])


def _outlet(name: str) -> Outlet:
    outlet: Outlet = import_module(f"scrapers.outlets.{name}").OUTLET
    return outlet


def _story(make: Make, report: Report, start: date) -> Story:
    at = published_at(report, start)
    title, body = (resolve_dates(text, at.date()) for text in (report.title, report.body))
    path = make.path(report, at, title)
    listed_path = (make.listed_path or make.path)(report, at, title)
    match report.hurdle or report.sickness:
        case "moved":
            listed_path = f"/old{path}"
        case "moved_twice":
            listed_path = f"/go{path}"
        case "robots_denied":
            path = listed_path = f"/private{path}"
        case str():
            listed_path = path
    base = f"http://{make.host}"
    return Story(
        id=report.id,
        outlet=report.outlet,
        url=base + path,
        listed_url=base + listed_path,
        title=title,
        body=body,
        published_at=at,
        section=report.section,
        author=report.author,
        agency=report.agency,
        hurdle=report.hurdle,
        sickness=report.sickness,
    )


def _site(make: Make, stories: Sequence[Story]) -> Site:
    newest_first = sorted(stories, key=lambda story: (story.published_at, story.id), reverse=True)
    found: dict[str, Resource] = {}
    for place, story in enumerate(newest_first):
        # Only earlier stories stand beside it, so that a page does not change when others follow.
        for path, resource in resources(make, story, newest_first[place + 1 :]).items():
            found[path] = resource
            if path.endswith("/"):
                found[path[:-1]] = Redirect(f"http://{make.host}{path}")
    found |= make.lists(make, newest_first)
    found["/"] = make.listing("home.html.j2", make.content_type, newest_first)
    if make.robots is not None:
        found["/robots.txt"] = Document(make.robots.encode, "text/plain; charset=utf-8")
    return Site(make.host, make.outlet.title_hi, found, make.compresses)


# --- the user's own articles -----------------------------------------------------------------------------


def from_jsonl(paths: Sequence[Path]) -> Edition:
    """The user's articles, one JSON object a line: id, url, outlet, published_at, title, body.

    ``url``, ``published_at`` and ``title`` may be null, ``title`` and ``body`` empty; an article without an
    outlet is its file's. One host an outlet, with a news sitemap; each page states the given values word for word.
    Raises EditionError naming file and line, before anything is served, when a line is not JSON, an id is
    missing or used twice, or a value is not of its kind.
    """
    stories: dict[str, Story] = {}
    names: dict[str, str] = {}  # outlet as given → name
    for path in paths:
        for line_number, line in enumerate(_lines(path), 1):
            if not line.strip():
                continue
            where = f"{path}, line {line_number}"
            row = _row(line, where)
            given = row["outlet"] or path.stem
            name = names.setdefault(given, _name(given, taken=set(names.values())))
            if (story := _own_story(row, name)).id in stories:
                raise EditionError(f"{where}: id {story.id!r} is used twice; every article needs its own")
            stories[story.id] = story
    outlets, sites = {}, {}
    for given, name in names.items():
        its_stories = [story for story in stories.values() if story.outlet == name]
        outlets[name] = _own_outlet(given, name, len(its_stories))
        site = _own_site(outlets[name], its_stories)
        sites[site.host] = site
    return Edition(sites, outlets, list(stories.values()))


def _lines(path: Path) -> list[str]:
    try:
        # Not splitlines(): a JSON string may hold U+2028 and the like unescaped.
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise EditionError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise EditionError(f"{path}: is not UTF-8 at byte {error.start}; save it as UTF-8") from error


def _row(line: str, where: str) -> dict[str, str | None]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise EditionError(f"{where}: not JSON ({error.msg} at column {error.colno})") from error
    if not isinstance(row, dict):
        raise EditionError(f"{where}: not a JSON object with id, url, outlet, published_at, title, body")
    texts: dict[str, str | None] = {}
    for key in ("id", "url", "outlet", "published_at", "title", "body"):
        texts[key] = _text(row, key, where)
    if not texts["id"]:
        raise EditionError(f"{where}: has no id")
    return texts


def _text(row: Mapping[str, Any], key: str, where: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise EditionError(f"{where}: {key} must be a string or null, not {value!r}")
    try:
        (value or "").encode()
    except UnicodeEncodeError as error:
        raise EditionError(f"{where}: {key} has half a surrogate pair at character {error.start}") from error
    if key == "published_at" and value:
        try:
            datetime.fromisoformat(value)
        except ValueError as error:
            raise EditionError(f"{where}: published_at {value!r} is not an ISO 8601 time") from error
    return value


def _name(given: str, taken: set[str]) -> str:
    """An outlet name for what the user calls it: his own where it is one already, else the nearest free."""
    base = re.sub(r"[^a-z0-9]+", "_", given.lower())[:40].strip("_")
    if not base or not base[0].isalpha():
        base = f"outlet_{base}".rstrip("_")
    return next(name for n in count(1) if (name := base if n == 1 else f"{base}_{n}") not in taken)


def _own_host(name: str) -> str:
    return f"{name.replace('_', '-')}.press.example"


def _own_story(row: Mapping[str, str | None], name: str) -> Story:
    given_id = row["id"] or ""
    address = f"http://{_own_host(name)}/{hashlib.sha256(given_id.encode()).hexdigest()[:16]}.html"
    stated = row["published_at"] or None
    moment = datetime.fromisoformat(stated) if stated else None
    return Story(
        id=given_id,
        outlet=name,
        url=address,
        listed_url=address,
        title=row["title"] or "",
        body=row["body"] or "",
        published_at=moment,
        given_url=row["url"],
        stated=stated,
    )


def _own_outlet(given: str, name: str, n_stories: int) -> Outlet:
    host = _own_host(name)
    return Outlet(
        name=name,
        title_hi=given,
        title_en=given,
        domain=host,
        feeds=(Feed("news_sitemap", f"http://{host}/sitemap.xml"),),
        min_articles=1,
        politeness=Politeness(delay_s=0.0, daily_pages=max(n_stories, 1)),
        terms="The user's own articles, served on this machine.",
        is_sample=True,
    )


def _own_page(story: Story) -> bytes:
    json_ld = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": story.id,
        "headline": story.title,
        "articleBody": story.body,
    }
    if story.stated:
        json_ld["datePublished"] = story.stated
    if story.given_url:
        json_ld["url"] = story.given_url
    return render("own_article.html.j2", story=story, json_ld=json_ld)


def _own_site(outlet: Outlet, stories: Sequence[Story]) -> Site:
    host = outlet.domain
    found: dict[str, Resource] = {
        story.url.removeprefix(f"http://{host}"): Document(partial(_own_page, story)) for story in stories
    }
    parts: list[tuple[str, Sequence[Story]]] = []
    for first in range(0, len(stories), _SITEMAP_LIMIT):
        path, some = f"/sitemap-{len(parts) + 1}.xml", stories[first : first + _SITEMAP_LIMIT]
        found[path] = Document(partial(render, "news_sitemap.xml.j2", outlet=outlet, stories=some), "application/xml")
        parts.append((path, some))
    home = f"http://{host}/"
    found["/sitemap.xml"] = Document(partial(render, "sitemap_index.xml.j2", home=home, parts=parts), "application/xml")
    found["/robots.txt"] = Document(f"User-agent: *\nAllow: /\nSitemap: {home}sitemap.xml\n".encode, "text/plain")
    found["/"] = Document(partial(render, "own_home.html.j2", outlet=outlet, stories=stories))
    return Site(host, outlet.title_hi, found)
