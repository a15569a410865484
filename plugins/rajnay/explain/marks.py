"""What there is to show of an article: its findings with their spans, and its text cut at their edges."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rajnay.facts.model import Actor, Agreement, Article, Attribution, Discarded, Evidence, Facts, Meeting, Span

Kind = Literal["actor", "meeting", "agreement", "discarded"]


@dataclass(frozen=True, slots=True)
class Row:
    """One cell of a finding: its name, its value, and the stretches of text that prove it."""

    name: str
    value: str
    proof: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact, or a candidate that became none. ``id`` is unique on the page; ``rule`` found it.

    ``spans``: all stretches that speak of it. ``confidence`` is None and ``reason`` given for a discarded one.
    """

    id: str
    kind: Kind
    heading: str
    rows: tuple[Row, ...]
    rule: str
    confidence: float | None
    reason: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the article inside which nothing begins or ends, and the findings that it speaks of."""

    text: str
    findings: tuple[Finding, ...]


def findings(article: Article, facts: Facts) -> tuple[Finding, ...]:
    """All findings of an article: actors, meetings, agreements, then the discarded. Codes are as in ``facts``."""
    text = article.text
    names = {actor.key: _called(actor) for actor in facts.actors}
    return (
        *(_actor(f"a{number}", text, actor) for number, actor in enumerate(facts.actors)),
        *(_meeting(f"m{number}", text, meeting, names) for number, meeting in enumerate(facts.meetings)),
        *(_agreement(f"g{number}", text, agreement, names) for number, agreement in enumerate(facts.agreements)),
        *(_discarded(f"d{number}", text, candidate) for number, candidate in enumerate(facts.discarded)),
    )


def segments(text: str, found: Iterable[Finding]) -> tuple[Segment, ...]:
    """``text`` cut at every edge of the findings' spans; joined together again the segments are ``text``."""
    cover = [(span.start, span.end, finding) for finding in found for span in finding.spans]
    edges = sorted({0, len(text), *(edge for start, end, _ in cover for edge in (start, end))})
    # One walk along the edges: the spans that are open are those that cover the segment.
    opening: dict[int, list[tuple[int, Finding]]] = {}
    for start, end, finding in cover:
        opening.setdefault(start, []).append((end, finding))
    still_open: list[tuple[int, Finding]] = []
    cut = []
    for start, end in zip(edges, edges[1:], strict=False):
        still_open = [*(pair for pair in still_open if pair[0] > start), *opening.get(start, [])]
        covering = {finding.id: finding for _, finding in still_open}
        cut.append(Segment(text[start:end], tuple(covering.values())))
    return tuple(cut)


def _actor(name: str, text: str, actor: Actor) -> Finding:
    mentioned: dict[tuple[str, str], list[Span]] = {}
    for mention in actor.mentions:
        mentioned.setdefault((mention.kind, mention.rule), []).append(mention.span)
    told = [
        Row("names", ", ".join(actor.names)),
        Row("in English", actor.name_en or ""),
        Row("speaks for", actor.code or ""),
        Row("role", actor.role or "", _proof(text, [actor.role_span] if actor.role_span else [])),
        *(Row(kind, rule, _proof(text, spans)) for (kind, rule), spans in mentioned.items()),
    ]
    spans = [mention.span for mention in actor.mentions] + ([actor.role_span] if actor.role_span else [])
    return _fact(name, "actor", f"{_called(actor)} ({actor.kind})", told, actor.rule, actor.confidence, spans)


def _called(actor: Actor) -> str:
    return max(actor.names, key=len, default=actor.key)


def _meeting(name: str, text: str, meeting: Meeting, names: dict[str, str]) -> Finding:
    slots = meeting.slots
    told = [
        *(
            Row(person.role, names.get(person.key, person.key), _proof(text, [person.span]))
            for person in meeting.participants
        ),
        Row("status", f"{meeting.status} ({meeting.realis})", _slot(text, slots, "status")),
        Row("channel", meeting.channel, _slot(text, slots, "channel")),
        Row("date", _dated(meeting.date, meeting.date_source), _slot(text, slots, "date")),
        Row("place", meeting.place or "", _slot(text, slots, "place")),
        Row("occasion", meeting.occasion or "", _slot(text, slots, "occasion")),
        Row("topics", ", ".join(meeting.topics), _slot(text, slots, "topic")),
        _source(text, meeting.attribution),
    ]
    heading = " – ".join(names.get(person.key, person.key) for person in meeting.participants)
    spans = [*_event_spans(meeting), *(person.span for person in meeting.participants)]
    return _fact(name, "meeting", heading, told, meeting.rule, meeting.confidence, spans)


def _agreement(name: str, text: str, agreement: Agreement, names: dict[str, str]) -> Finding:
    slots = agreement.slots
    amount = f"{agreement.amount:,.0f} {agreement.currency or ''}".strip() if agreement.amount is not None else ""
    told = [
        *(Row("party", names.get(party.key, party.key), _proof(text, [party.span])) for party in agreement.parties),
        Row("name", agreement.name or "", _slot(text, slots, "name")),
        Row("kind", agreement.kind, _slot(text, slots, "kind")),
        Row("status", f"{agreement.status} ({agreement.realis})", _slot(text, slots, "status")),
        Row("date", _dated(agreement.date, agreement.date_source), _slot(text, slots, "date")),
        Row("place", agreement.place or "", _slot(text, slots, "place")),
        Row("subject", agreement.subject or "", _slot(text, slots, "subject")),
        Row("amount", amount, _slot(text, slots, "amount")),
        Row("count", str(agreement.count) if agreement.count != 1 else "", _slot(text, slots, "count")),
        *(
            Row("history", f"{step.status} {step.date or ''}".strip(), _proof(text, [step.span]))
            for step in agreement.history
        ),
        _source(text, agreement.attribution),
    ]
    parties = " – ".join(names.get(party.key, party.key) for party in agreement.parties)
    heading = f"{agreement.name or agreement.kind}: {parties}"
    spans = [
        *_event_spans(agreement),
        *(party.span for party in agreement.parties),
        *(step.span for step in agreement.history),
    ]
    return _fact(name, "agreement", heading, told, agreement.rule, agreement.confidence, spans)


def _discarded(name: str, text: str, candidate: Discarded) -> Finding:
    heading = f"{_words(text, candidate.span)} (no {candidate.target})"
    return Finding(name, "discarded", heading, (), candidate.rule, None, candidate.reason, (candidate.span,))


def _fact(
    name: str, kind: Kind, heading: str, told: list[Row], rule: str, confidence: float, spans: list[Span]
) -> Finding:
    return Finding(
        name, kind, heading, tuple(row for row in told if row.value), rule, confidence, None,
        tuple(sorted({span for span in spans if span.start < span.end})),
    )  # fmt: skip


def _event_spans(event: Meeting | Agreement) -> list[Span]:
    said = [event.attribution.span] if event.attribution.span else []
    return [event.evidence, *event.mentions, *(slot.span for slot in event.slots), *said]


def _slot(text: str, slots: Iterable[Evidence], name: str) -> tuple[str, ...]:
    return _proof(text, [slot.span for slot in slots if slot.slot == name])


def _source(text: str, said: Attribution) -> Row:
    who = "" if said.kind == "none" else f"{said.source or 'unnamed'} ({said.kind})"
    return Row("says who", who, _proof(text, [said.span] if said.span else []))


def _dated(day: str | None, source: str) -> str:
    return f"{day} ({source})" if day else ""


def _proof(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_words(text, span) for span in spans))


def _words(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
