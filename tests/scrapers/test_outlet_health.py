"""A healthy outlet is called so; each kind of break is named."""

import re
from dataclasses import replace

import pytest

from scrapers.outlet import Feed, Layout, Outlet
from scrapers.outlet_health import outlet_health
from scrapers.registry import outlets


@pytest.fixture
def health(http, tmp_path):
    return lambda outlet, good=(): outlet_health(outlet, http, tmp_path, good)


def sample(name: str, **changes: object) -> Outlet:
    return replace(outlets(sample=True)[name], **changes)


def test_a_healthy_outlet(health, press):
    sick = tuple(re.escape(story.listed_url) for story in press.edition.sick)
    lines, problems = health(sample("purvanchal_patrika", skip_urls=sick))
    said = "\n".join(lines)
    assert "× td.samachar p" in said
    assert said.count("read by selectors") == 3
    assert problems == []


def test_a_sick_page_is_named(health, press):
    healthy = tuple(re.escape(story.listed_url) for story in press.edition.articles)
    _, problems = health(sample("janpath_samachar", skip_urls=healthy))
    assert any("live_blog" in problem for problem in problems)


def test_a_lost_selector(health):
    layout = Layout(body="div.neue-klasse p")
    lines, problems = health(sample("janpath_samachar", layouts=(layout,)))
    assert any("   0 × div.neue-klasse p" in line for line in lines)
    assert any("had to guess" in problem for problem in problems)


def test_a_page_with_problems_is_compared_with_the_last_good_one(health):
    lines, _ = health(
        sample("janpath_samachar", layouts=(Layout(body="div.neue-klasse p"),)), ["div.alte-klasse", "  p …"]
    )
    assert "-div.alte-klasse" in lines


def test_a_feed_that_moved(health):
    _, problems = health(sample("lokswar", feeds=(Feed("rss", "http://www.lokswar.example/gone.xml"),)))
    assert any("gone.xml: http_error, HTTP 404" in problem for problem in problems)
    assert any("no feed could be read" in problem for problem in problems)


def test_silence_is_told_from_quiet(health):
    _, problems = health(sample("setu_news", min_articles=500))
    assert any("should have 500" in problem for problem in problems)
