"""The makes of the press's outlets: for each, its addresses, its page template, its lists and its robots.txt."""

import gzip
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Any
from urllib.parse import quote

from scrapers.outlet import Outlet
from scrapers.sample_press.pages import render
from scrapers.sample_press.report import Report
from scrapers.sample_press.site import HTML, Document, Resource
from scrapers.sample_press.story import Story

_XML, _GZIP = "application/xml", "application/gzip"
_RELATED = 3  # headlines of earlier stories on each page

Address = Callable[[Report, datetime, str], str]
"""A report's path on its host, from the report, its time of publication and its title with dates in words."""

Lists = Callable[["Make", Sequence[Story]], Mapping[str, Resource]]
"""What a make lists stories by (feeds, sitemaps, list pages), by path, given the stories newest first."""


def number(report: Report) -> int:
    """The number that a site's database would give the report: of seven figures, the same on every day."""
    return 1_000_000 + zlib.crc32(report.id.encode()) % 8_999_999


@dataclass(frozen=True)
class Make:
    """How an outlet builds its site.

    ``path`` is a story's canonical address; ``listed_path`` and ``listed_template``, where given, are those of the
    page that its feeds lead to. ``robots``: the text of its robots.txt, None where it has none.
    """

    outlet: Outlet
    template: str
    path: Address
    lists: Lists
    robots: str | None
    listed_path: Address | None = None
    listed_template: str | None = None
    content_type: str = HTML
    encoding: str = "utf-8"
    compresses: bool = False

    @property
    def host(self) -> str:
        """The host that serves it."""
        return f"www.{self.outlet.domain}"

    @property
    def home(self) -> str:
        """Its home page's address."""
        return f"http://{self.host}/"

    def page(self, story: Story, earlier: Sequence[Story], template: str | None = None) -> bytes:
        """The page of ``story``, with headlines out of ``earlier`` in its margin."""
        return render(
            template or self.template,
            encoding=self.encoding,
            make=self,
            outlet=self.outlet,
            story=story,
            related=earlier[:_RELATED],
        )

    def listing(self, template: str, content_type: str, stories: Sequence[Story], **context: Any) -> Document:
        """A feed, sitemap or list of ``stories``, newest first; changed when the newest was."""
        fill = partial(
            render,
            template,
            encoding=self.encoding if content_type == self.content_type else "utf-8",
            make=self,
            outlet=self.outlet,
            home=self.home,
            stories=stories,
            **context,
        )
        return Document(fill, content_type, max((s.modified_at for s in stories if s.modified_at), default=None))


# --- lists -----------------------------------------------------------------------------------------------


def _rss(
    make: Make, stories: Sequence[Story], path: str = "/rss.xml", full_text: bool = False
) -> Mapping[str, Resource]:
    return {
        path: make.listing("rss.xml.j2", "application/rss+xml; charset=utf-8", stories, path=path, full_text=full_text)
    }


def _atom(make: Make, stories: Sequence[Story]) -> Mapping[str, Resource]:
    return {"/feed.atom": make.listing("atom.xml.j2", "application/atom+xml; charset=utf-8", stories)}


def _news_sitemap(make: Make, stories: Sequence[Story]) -> Mapping[str, Resource]:
    return {"/news-sitemap.xml": make.listing("news_sitemap.xml.j2", _XML, stories)}


def _nested_sitemaps(make: Make, stories: Sequence[Story]) -> Mapping[str, Resource]:
    """sitemap.xml → a gzipped index a month → a gzipped news sitemap a day."""
    resources: dict[str, Resource] = {}
    months: list[tuple[str, Sequence[Story]]] = []
    for month, in_month in groupby(stories, key=lambda story: _day(story)[:7]):
        days, of_month = [], list(in_month)
        for day, of_day in groupby(of_month, key=_day):
            path, its_stories = f"/sitemap/{day}.xml.gz", list(of_day)
            resources[path] = _gzipped(make.listing("news_sitemap.xml.j2", _GZIP, its_stories))
            days.append((path, its_stories))
        path = f"/sitemap/{month}.xml.gz"
        resources[path] = _gzipped(make.listing("sitemap_index.xml.j2", _GZIP, of_month, parts=days))
        months.append((path, of_month))
    return {"/sitemap.xml": make.listing("sitemap_index.xml.j2", _XML, stories, parts=months), **resources}


def _gzipped(document: Document) -> Document:
    return Document(lambda: gzip.compress(document.make(), mtime=0), document.content_type, document.modified_at)


def _day(story: Story) -> str:
    return f"{story.published_at:%Y-%m-%d}"


def _list_page(make: Make, stories: Sequence[Story], path: str, template: str) -> Mapping[str, Resource]:
    return {path: make.listing(template, make.content_type, stories)}


# --- robots.txt ------------------------------------------------------------------------------------------

_ALLOW_ALL = "User-agent: *\nAllow: /\n"


def _allow_all_with_sitemap(outlet: Outlet) -> str:
    return f"{_ALLOW_ALL}\nSitemap: {outlet.feeds[0].url}\n"


# --- the nine --------------------------------------------------------------------------------------------


def _by_slug(folder: str, ending: str) -> Address:
    return lambda report, at, title: f"/{folder}/{report.slug}-{number(report)}{ending}"


def _permalink(report: Report, at: datetime, title: str) -> str:
    """WordPress's day and name, the name in Hindi letters."""
    letters = "".join(c if "\u0900" <= c <= "\u0963" or c.isascii() and c.isalnum() else " " for c in title)
    return f"/{at:%Y/%m/%d}/{quote('-'.join(letters.split()[:6]))}-{number(report) % 10_000}/"


def makes(outlets: Mapping[str, Outlet]) -> dict[str, Make]:
    """The nine makes by outlet name, given their outlets by name."""
    nine = [
        Make(
            outlets["prabhat_vani"],
            "prabhat_vani.html.j2",
            _by_slug("samachar", ".html"),
            _news_sitemap,
            _allow_all_with_sitemap(outlets["prabhat_vani"]),
        ),
        Make(
            outlets["janpath_samachar"],
            "janpath_samachar.html.j2",
            _permalink,
            partial(_rss, path="/feed/", full_text=True),
            "User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n",
            compresses=True,
        ),
        Make(
            outlets["lokswar"],
            "lokswar.html.j2",
            _by_slug("khabar", ""),
            _rss,
            _ALLOW_ALL,
            listed_path=_by_slug("amp/khabar", ""),
            listed_template="lokswar_amp.html.j2",
        ),
        Make(
            outlets["shasan_soochna"],
            "shasan_soochna.html.j2",
            lambda report, at, title: f"/PressReleasePage.aspx?PRID={number(report)}",
            partial(_list_page, path="/AllRelease.aspx", template="shasan_soochna_list.html.j2"),
            _ALLOW_ALL,
            content_type="text/html",
        ),
        Make(
            outlets["purvanchal_patrika"],
            "purvanchal_patrika.html.j2",
            lambda report, at, title: f"/newsdetail.php?id={number(report)}",
            partial(_rss, path="/rss/taaza.xml"),
            _ALLOW_ALL,
            content_type="text/html; charset=windows-1252",
        ),
        Make(
            outlets["akash_bulletin"],
            "akash_bulletin.html.j2",
            _by_slug("samachar", ".htm"),
            _rss,
            None,
            content_type="text/html",
        ),
        Make(
            outlets["vishwa_darpan"],
            "vishwa_darpan.html.j2",
            _by_slug("duniya", ""),
            _nested_sitemaps,
            _allow_all_with_sitemap(outlets["vishwa_darpan"]),
        ),
        Make(
            outlets["naya_savera"],
            "naya_savera.html.j2",
            _by_slug("news", ".html"),
            partial(_list_page, path="/index.html", template="naya_savera_list.html.j2"),
            _ALLOW_ALL,
            content_type="text/html; charset=windows-1252",
            encoding="cp1252",
        ),
        Make(
            outlets["setu_news"],
            "setu_news.html.j2",
            _by_slug("story", ".html"),
            _atom,
            "User-agent: *\nCrawl-delay: 0.1\nDisallow: /private/\n",
        ),
    ]
    return {make.outlet.name: make for make in nine}
