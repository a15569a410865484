"""Facts as rows of the tables that the warehouse is loaded from (``rajnay.contracts``)."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from typing import Any

from rajnay.facts.model import Article, Evidence, Facts, Span
from rajnay.text.tokens import sentence_spans

Row = dict[str, Any]


def as_rows(article: Article, facts: Facts, news_date: date) -> Mapping[str, list[Row]]:
    """The rows of one article, by table name; spans become offsets with their surface."""
    text = article.text
    starts = [start for start, _ in sentence_spans(text)]
    headline_end = len(article.title) if article.body else len(text)
    at = {"article_id": article.id, "news_date": news_date}
    tables: dict[str, list[Row]] = {
        name: []
        for name in (
            "actors", "mentions", "meetings", "meeting_participants", "agreements", "agreement_parties",
            "agreement_statuses", "evidence",
        )
    }  # fmt: skip

    def place(span: Span) -> Row:
        return {"char_start": span.start, "char_end": span.end}

    def provenance(rule: str, confidence: float) -> Row:
        return {"rule_id": rule, "extractor_version": facts.extractor_version, "confidence": confidence}

    mentioned: set[tuple[str, str, Span]] = set()

    def mention(target: str, key: str, kind: str, span: Span, rule: str, confidence: float) -> None:
        if (target, key, span) in mentioned:  # found by two rules: still one stretch
            return
        mentioned.add((target, key, span))
        tables["mentions"].append(
            {
                **at,
                "target_type": target,
                "target_key": key,
                "kind": kind,
                "sentence_no": max(bisect_right(starts, span.start) - 1, 0),
                "is_headline": bool(article.title) and span.end <= headline_end,
                **place(span),
                "surface": text[span.start : span.end],
                **provenance(rule, confidence),
            }
        )

    def evidence(target: str, key: str, slots: tuple[Evidence, ...]) -> None:
        for slot in slots:
            surface = text[slot.span.start : slot.span.end]
            tables["evidence"].append(
                {**at, "target_type": target, "target_key": key, "slot": slot.slot, "value": slot.value}
                | place(slot.span)
                | {"surface": surface}
            )

    for actor in facts.actors:
        tables["actors"].append(
            {
                **at,
                "actor_key": actor.key,
                "kind": actor.kind,
                "names": list(actor.names),
                "name_en": actor.name_en,
                "code": actor.code,
                "role": actor.role,
                **provenance(actor.rule, actor.confidence),
            }
        )
        for found in actor.mentions:
            mention("actor", actor.key, found.kind, found.span, found.rule, actor.confidence)
        name = actor.mentions[0].span
        slots = [Evidence("name", text[name.start : name.end], name)]
        if actor.role and actor.role_span:
            slots.append(Evidence("role", actor.role, actor.role_span))
        evidence("actor", actor.key, tuple(slots))

    for number, meeting in enumerate(facts.meetings):
        tables["meetings"].append(
            {
                **at,
                "meeting_no": number,
                "status": meeting.status,
                "realis": meeting.realis,
                "channel": meeting.channel,
                "date": meeting.date,
                "date_end": meeting.date_end,
                "date_precision": meeting.date_precision,
                "date_source": meeting.date_source,
                "place": meeting.place,
                "occasion": meeting.occasion,
                "topics": list(meeting.topics),
                "attribution_kind": meeting.attribution.kind,
                "attribution_source": meeting.attribution.source,
                "evidence": text[meeting.evidence.start : meeting.evidence.end],
                **place(meeting.evidence),
                **provenance(meeting.rule, meeting.confidence),
            }
        )
        for participant in meeting.participants:
            tables["meeting_participants"].append(
                {
                    **at,
                    "meeting_no": number,
                    "actor_key": participant.key,
                    "role": participant.role,
                    **place(participant.span),
                }
            )
        for span in meeting.mentions:
            mention("meeting", str(number), "event", span, meeting.rule, meeting.confidence)
        evidence("meeting", str(number), (Evidence("event", meeting.status, meeting.evidence), *meeting.slots))

    for number, agreement in enumerate(facts.agreements):
        tables["agreements"].append(
            {
                **at,
                "agreement_no": number,
                "name": agreement.name,
                "kind": agreement.kind,
                "status": agreement.status,
                "realis": agreement.realis,
                "date": agreement.date,
                "date_precision": agreement.date_precision,
                "date_source": agreement.date_source,
                "subject": agreement.subject,
                "amount": agreement.amount,
                "currency": agreement.currency,
                "n_instruments": agreement.count,
                "place": agreement.place,
                "attribution_kind": agreement.attribution.kind,
                "attribution_source": agreement.attribution.source,
                "evidence": text[agreement.evidence.start : agreement.evidence.end],
                **place(agreement.evidence),
                **provenance(agreement.rule, agreement.confidence),
            }
        )
        for party in agreement.parties:
            tables["agreement_parties"].append(
                {**at, "agreement_no": number, "actor_key": party.key, **place(party.span)}
            )
        for step, event in enumerate(agreement.history):
            tables["agreement_statuses"].append(
                {
                    **at,
                    "agreement_no": number,
                    "step_no": step,
                    "status": event.status,
                    "date": event.date,
                    "date_precision": event.date_precision,
                    **place(event.span),
                }
            )
        for span in agreement.mentions:
            mention("agreement", str(number), "event", span, agreement.rule, agreement.confidence)
        evidence("agreement", str(number), (Evidence("event", agreement.status, agreement.evidence), *agreement.slots))
    return tables
