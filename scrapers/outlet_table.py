"""docs/outlets.md from the registry: ``python -m scrapers.outlet_table`` writes it, a test says when it is stale."""

from collections.abc import Iterable
from pathlib import Path

from scrapers.outlet import Outlet
from scrapers.registry import outlets

PATH = Path(__file__).parent.parent / "docs" / "outlets.md"

_HEAD = """# Outlets

Made from `scrapers/outlets/` by `python -m scrapers.outlet_table`; change the outlet's file, not this page.
How to add one: [add_an_outlet.md](add_an_outlet.md).

"checked" is the day on which a person last saw the outlet's feeds and selectors work. An outlet that was never
checked live has its addresses from public lists; expect some to have moved.
"""


def outlet_table() -> str:
    """The page's text: the real outlets, government sources first, then the sample press's."""
    return "\n".join(
        [_HEAD, "## Real outlets", "", *_table(outlets(sample=False).values()),
         "", "## Outlets of the sample press", "", *_table(outlets(sample=True).values()), ""]
    )  # fmt: skip


def _table(found: Iterable[Outlet]) -> list[str]:
    order = {kind: n for n, kind in enumerate(("government", "agency", "paper", "tv", "portal"))}
    rows = ["| outlet | name | kind | domain | lists | articles a day, at least | checked | terms |", "|" + "---|" * 8]
    for o in sorted(found, key=lambda o: (order[o.media_type], o.name)):
        feeds = ", ".join(dict.fromkeys(feed.kind.replace("_", " ") for feed in o.feeds))
        checked = str(o.checked_on) if o.checked_on else "sample" if o.is_sample else "never"
        cells = (f"`{o.name}`", f"{o.title_hi} ({o.title_en})", o.media_type, o.domain, feeds, str(o.min_articles),
                 checked, o.terms)  # fmt: skip
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return rows


if __name__ == "__main__":
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text(outlet_table(), encoding="utf-8")
