"""A press for a whole week, and a session that reaches it as a crawler would."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
import requests

from scrapers.sample_press.edition import Edition, week
from scrapers.sample_press.server import Press

START = date(2026, 11, 18)


@pytest.fixture(scope="session")
def edition() -> Edition:
    """All seven days."""
    return week(START + timedelta(days=6), START)


@pytest.fixture
def press(edition: Edition) -> Iterator[Press]:
    """A fresh server: refusals that pass after one request have not passed yet."""
    with Press(edition) as press:
        yield press


@pytest.fixture
def get(press: Press) -> Iterator[Callable[..., requests.Response]]:
    """GET through the press as proxy, without following redirects."""
    with requests.Session() as session:
        session.trust_env = False
        session.proxies = {"http": press.address}
        yield lambda url, **headers: session.get(url, headers=headers, allow_redirects=False, timeout=10)
