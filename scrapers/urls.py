"""One spelling for all spellings of a page's address."""

from urllib.parse import unquote_plus, urljoin, urlsplit, urlunsplit

from requests.utils import requote_uri

_DEFAULT_PORTS = {"http": 80, "https": 443}
_MAX_CHARS = 2_000  # what servers and browsers agree on; longer ones are traps


def canonical_url(url: str, base: str = "") -> str:
    """``url``, absolute by ``base``, in the spelling that two listings of one page share.

    Lower-case scheme and host (IDNA), no default port, fragment or utm_* parameter, percent-encoded UTF-8.
    All other parameters stay, in their order: on old sites they are the page's id.
    Raises ValueError, naming the URL, unless it is http(s) with a host and without a user name.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        host, port = parts.hostname or "", parts.port
        if not host.isascii():
            host = host.encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise ValueError(f"{url[:200]!r} is no usable URL: {error}") from error
    if parts.scheme not in _DEFAULT_PORTS:
        raise ValueError(f"{url[:200]!r}: only http and https are fetched")
    if not host or parts.username is not None or len(url) > _MAX_CHARS or any(c <= " " for c in host):
        raise ValueError(f"{url[:200]!r} is no usable URL: no host, a user name in it, or too long")
    netloc = f"[{host}]" if ":" in host else host
    if port not in (None, _DEFAULT_PORTS[parts.scheme]):
        netloc += f":{port}"
    query = "&".join(p for p in parts.query.split("&") if not unquote_plus(p).lower().startswith("utm_"))
    return str(requote_uri(urlunsplit((parts.scheme, netloc, parts.path or "/", query, ""))))


def host_of(url: str) -> str:
    """Host and port of a canonical URL: the unit of politeness and of robots.txt."""
    return urlsplit(url).netloc


def site_of(url: str) -> str:
    """The host without the prefixes under which a site serves the same pages (www, m, amp)."""
    host = (urlsplit(url).hostname or "").lower()
    for prefix in ("www.", "m.", "amp."):
        host = host.removeprefix(prefix)
    return host
