"""Two dates that make one stretch of days (31 अगस्त से 1 सितंबर तक), and dates that only bound one (2024 तक, 2014 से)."""

from datetime import timedelta

from rajnay.facts.date_reader import Reader, Reading
from rajnay.facts.date_words import AND, DASHES, FROM, GENITIVE, PARTS, SIDES, TO


def one_stretch(reader: Reader, previous: tuple[int, Reading] | None, i: int, read: Reading) -> Reading | None:
    """31 अगस्त से 1 सितंबर तक, सोमवार और मंगलवार को, 2013 से 2015: one stretch of days."""
    if not previous:
        return None
    before = previous[1]
    link = reader.key(before.end)
    if before.end + 1 != i or before.precision != read.precision or not (before.first and read.last):
        return None
    if not (link in FROM or link in DASHES or link in AND) or before.source == "context":
        return None
    first = before.first
    if first > read.last and before.source == "weekday" and read.source == "weekday":
        first = first - timedelta(days=7)
    if first > read.last or (link in AND and (read.last - first).days > 6):
        return None
    # सितंबर-अक्टूबर तक is a deadline, 31 अगस्त से 1 सितंबर तक is not.
    deadline = reader.key(read.end) in TO and link not in FROM
    return read._replace(first=first, rule="date.until" if deadline else "date.range")


def bounded(reader: Reader, read: Reading) -> Reading:
    """2024 तक is a deadline and 2014 से a start: no day on which something took place."""
    if read.rule in ("date.range", "date.until"):
        return read
    part = read.end + 1 if reader.key(read.end) in GENITIVE and reader.key(read.end + 1) in PARTS else None
    if part and (reader.key(part + 1) in TO or (reader.key(part + 1) in FROM and reader.key(part + 2) in SIDES)):
        # इस साल के अंत तक, मार्च के अंत से पहले
        return read._replace(rule="date.until")
    if reader.key(read.end) in TO:
        return read._replace(rule="date.until")
    if reader.key(read.end) in FROM:
        return read._replace(rule="date.since")
    return read
