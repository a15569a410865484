"""What a host reserves of its pages against data mining: /.well-known/tdmrep.json, of W3C's TDM Reservation Protocol.

Headers and <meta> of single pages are for ``scrapers.read_page``, which sees them.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from protego._urlpattern import _URLPattern

from scrapers.http_client import Exchange

WELL_KNOWN = "/.well-known/tdmrep.json"
_MAX_RULES = 1_000
_MAX_PATTERN = 500


@dataclass(frozen=True, slots=True)
class Rule:
    """``location``: a path, with * for anything and $ for its end, as in robots.txt."""

    location: str
    is_reserved: bool

    def matches(self, path: str) -> bool:
        """Whether it speaks of ``path`` (with its query)."""
        return bool(_URLPattern(self.location).match(path))  # Protego's, which never goes back


def read_reservations(body: bytes) -> tuple[Rule, ...]:
    """The rules of a tdmrep.json; those that are none are left out. Empty for what is no JSON list."""
    try:
        found = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return ()
    rules = (_rule(item) for item in (found if isinstance(found, list) else [found])[:_MAX_RULES])
    return tuple(rule for rule in rules if rule)


def _rule(item: Any) -> Rule | None:
    location = item.get("location") if isinstance(item, dict) else None
    if not isinstance(location, str) or len(location) > _MAX_PATTERN:
        return None
    return Rule(
        location if location.startswith(("/", "*")) else f"/{location}", item.get("tdm-reservation") in (1, "1", True)
    )


class Reservations:
    """The tdmrep.json of each host met in one run, fetched once. ``fetch``: gets its URL, all attempts."""

    def __init__(self, fetch: Callable[[str], Exchange]) -> None:
        self._fetch = fetch
        self._rules: dict[str, tuple[Rule, ...]] = {}

    def rule_for(self, url: str) -> Rule | None:
        """The rule that reserves a canonical URL, or None: of those that match the longest, a reserving one on ties.

        A host without the file, or whose file cannot be had, reserves nothing by it.
        """
        root = "/".join(url.split("/", 3)[:3])
        if root not in self._rules:
            answer = self._fetch(root + WELL_KNOWN)
            self._rules[root] = read_reservations(answer.body) if answer.outcome == "taken" else ()
        parts = urlsplit(url)
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        matching = [rule for rule in self._rules[root] if rule.matches(path)]
        best = max(matching, key=lambda rule: (len(rule.location), rule.is_reserved), default=None)
        return best if best and best.is_reserved else None
