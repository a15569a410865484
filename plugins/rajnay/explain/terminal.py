"""An explained article in the terminal: its text with the spans in colour, then facts, then what was discarded."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rajnay.explain.marks import Finding, Kind, findings, segments
from rajnay.facts.model import Article, Facts

# Where several findings share a stretch, the first of these that is among them gives its colour.
_STYLES: dict[Kind, str] = {
    "actor": "bold cyan",
    "agreement": "green",
    "meeting": "yellow",
    "discarded": "bright_black",
}
_HEADINGS: dict[Kind, str] = {
    "meeting": "Meetings",
    "agreement": "Agreements",
    "actor": "Actors",
    "discarded": "Discarded",
}


def print_explained(article: Article, facts: Facts, console: Console) -> None:
    """Print ``article`` with ``facts``, which must have been read from it."""
    found = findings(article, facts)
    when = f" · {article.published_at.isoformat(' ', 'minutes')}" if article.published_at else ""
    console.rule(Text(f"{article.id}{when}"))
    text = Text()
    for segment in segments(article.text, found):
        kinds = {finding.kind for finding in segment.findings}
        text.append(segment.text, next((style for kind, style in _STYLES.items() if kind in kinds), None))
    console.print(text)
    for kind, heading in _HEADINGS.items():
        some = [finding for finding in found if finding.kind == kind]
        console.print(Text(f"\n{heading}: {len(some)}", f"{_STYLES[kind]} underline"))
        for finding in some:
            _print_finding(finding, console)


def _print_finding(finding: Finding, console: Console) -> None:
    confidence = "" if finding.confidence is None else f", confidence {finding.confidence:.2f}"
    heading = Text.assemble(
        (finding.heading, _STYLES[finding.kind]), (f"  [{finding.rule}{confidence}]", "bright_black")
    )
    console.print(heading)
    if finding.reason:
        console.print(Text(f"  {finding.reason}", "bright_black"))
    table = Table(box=None, show_header=False, padding=(0, 2))
    for row in finding.rows:
        table.add_row(Text(row.name, "bright_black"), Text(row.value), Text(" ".join(f"«{p}»" for p in row.proof)))
    if finding.rows:
        console.print(table)
