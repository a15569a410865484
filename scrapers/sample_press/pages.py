"""Rendering the press's templates: the jinja2 environment and the filters that the page makes share."""

import json
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from scrapers.sample_press.kruti_dev import runs
from scrapers.sample_press.report import IST, MONTHS
from scrapers.sample_press.site import http_date

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def hindi_time(moment: datetime) -> str:
    """As Hindi pages print it: ``24 नवंबर 2026, 06:40 PM``, in IST."""
    local = moment.astimezone(IST)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}, {local:%I:%M %p}"


def json_script(value: object, ascii_only: bool = False) -> Markup:
    """``value`` as JSON that is safe inside a script element, whatever its strings hold."""
    text = json.dumps(value, ensure_ascii=ascii_only, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # noqa: S704


def xml_chars(text: str) -> str:
    """``text`` without the control characters that no XML document may hold (XML 1.0, Char)."""
    return _NOT_XML.sub("", text)


def kruti(text: str) -> Markup:
    """``text`` in Kruti Dev codes; what is not in that font stands in elements of another."""
    return Markup("").join(
        escape(piece) if legacy else Markup('<font face="Arial">{}</font>').format(piece)
        for piece, legacy in runs(text)
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "hindi_time": hindi_time,
        "http_date": http_date,
        "iso": lambda moment: moment.astimezone(IST).isoformat(),
        "utc": lambda moment: f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "json_script": json_script,
        "kruti": kruti,
        "xml_chars": xml_chars,
    }
    return environment


def render(template: str, *, encoding: str = "utf-8", **context: object) -> bytes:
    """The template filled, as bytes; characters outside ``encoding`` become character references."""
    return _environment().get_template(template).render(context).encode(encoding, "xmlcharrefreplace")
