"""robots.txt by RFC 9309, and the rule behind each decision.

Protego parses and matches. Added, since it leaves that to its user: what an answer's status means (2.3.1), the size
limit (2.5), that a group is ours by its whole product token, not by a part of it (2.2.1), that records of other kinds
do not end a group (2.2.4), and that an escaped reserved letter is not the letter itself (2.2.2).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego
from protego import _protego as _words
from protego._utils import _quote_path

from scrapers.http_client import Exchange

TOKEN = "rajnay"  # noqa: S105
"""Our product token: the name that a robots.txt speaks to us by."""

_MAX_BYTES = 500 * 1024
_PRODUCT = re.compile(r"[A-Za-z_-]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_OTHER_LINE_END = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")  # Python's, but not RFC 9309's
# What we act on, in all the spellings that Protego forgives. A crawl-delay belongs to a group, as its writers mean it.
_HEARD = frozenset().union(
    _words._USER_AGENT_DIRECTIVE, _words._ALLOW_DIRECTIVE, _words._DISALLOW_DIRECTIVE, _words._CRAWL_DELAY_DIRECTIVE,
    _words._SITEMAP_DIRECTIVE,
)  # fmt: skip
# RFC 3986's reserved letters but / (which Protego keeps) and * and $, whose escapes stand for the letters themselves.
_RESERVED = re.compile(r"%(3[ABDF]|2[136789BC]|5[BD]|40)", re.I)


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a URL may be fetched, the rule that says so, and the seconds to keep between requests."""

    allowed: bool
    rule: str
    delay_s: float = 0.0


class Rules:
    """What one host's robots.txt says to us."""

    def __init__(self, text: str) -> None:
        self._parsed = Protego.parse(_plain(text))
        # Protego finds our token within any longer or shorter name at a boundary; RFC 9309 wants the token itself,
        # all groups of that name together, and * only where there is none.
        named = [name for name in self._parsed._user_agents if _token_of(name) == TOKEN]
        self._agents = named or [name for name in self._parsed._user_agents if name == "*"]

    @property
    def sitemaps(self) -> list[str]:
        """The sitemaps it names."""
        return list(self._parsed.sitemaps)

    @property
    def delay_s(self) -> float:
        """The crawl-delay it asks of us, 0 where it asks none."""
        return max((self._parsed.crawl_delay(agent) or 0.0 for agent in self._agents), default=0.0)

    def decide(self, url: str) -> Decision:
        """The decision on an absolute URL: the longest matching rule, allow on ties, allowed where none matches."""
        best: tuple[int, bool, str] | None = None
        for agent in self._agents:
            rule = _matching_rule(self._parsed, agent, url)
            if rule and (best is None or rule > best):
                best = rule
        if best is None:
            return Decision(True, "no rule matches" if self._agents else "no group for us", self.delay_s)
        pattern = best[2].replace("%25", "%")
        return Decision(best[1], f"{'Allow' if best[1] else 'Disallow'}: {pattern}", self.delay_s)


def _plain(text: str) -> str:
    """The records of a robots.txt that we act on, a line each."""
    lines = (line.partition("#")[0].strip() for line in _LINE_END.split(_OTHER_LINE_END.sub(" ", text)))
    heard = []
    for line in lines:
        field = (_words._extract_directive(line) or ("",))[0] if line else ""
        if field in _HEARD:
            heard.append(line if field in _words._SITEMAP_DIRECTIVE else _reserved_kept(line))
    return "\n".join(heard)


def _reserved_kept(text: str) -> str:
    return _RESERVED.sub(lambda match: f"%25{match[1].upper()}", text)


def _token_of(name: str) -> str:
    match = _PRODUCT.match(name)
    return match.group().lower() if match else ""


def _matching_rule(parsed: Protego, agent: str, url: str) -> tuple[int, bool, str] | None:
    """Length, allow?, pattern of the rule that decides on ``url`` in the group of ``agent``."""
    path = _quote_path(_reserved_kept(url))
    for rule in parsed._user_agents[agent]._rules:  # sorted: longest first, allow before disallow
        if rule.value.match(path):
            return rule.value.priority, rule.field == "allow", rule.value._pattern
    return None


class Robots:
    """The robots.txt of each host met in one run, fetched once. ``fetch``: gets a robots.txt's URL, all attempts."""

    def __init__(self, fetch: Callable[[str], Exchange]) -> None:
        self._fetch = fetch
        self._rules: dict[str, Rules | Decision] = {}

    def decide(self, url: str) -> Decision:
        """The decision on a canonical URL; fetches the host's robots.txt when it is the first of that host."""
        root = "/".join(url.split("/", 3)[:3])
        if root not in self._rules:
            self._rules[root] = read_robots(self._fetch(f"{root}/robots.txt"))
        rules = self._rules[root]
        return rules if isinstance(rules, Decision) else rules.decide(url)


def read_robots(answer: Exchange) -> Rules | Decision:
    """What the answer to a request for robots.txt means: rules, or one decision on all URLs of the host.

    RFC 9309 2.3.1: absent (4xx) allows all; unreachable (5xx, no answer) forbids all. So does 429, a server's way to
    ask for fewer requests, and a redirect that leads nowhere.
    """
    if answer.outcome == "taken" and not answer.truncated:
        return Rules(answer.body[:_MAX_BYTES].decode("utf-8-sig", "replace"))
    if answer.outcome == "http_error" and answer.status and 400 <= answer.status < 500:
        return Decision(True, f"robots.txt is absent (HTTP {answer.status})")
    if answer.outcome == "too_large":
        return Decision(False, "robots.txt is larger than we read of any page; nothing is fetched today")
    return Decision(False, f"robots.txt is unreachable ({answer.outcome}: {answer.detail}); nothing is fetched today")
