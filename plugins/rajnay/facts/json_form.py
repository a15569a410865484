"""Facts as the JSON of the evaluation guidelines: what ``rajnay extract`` writes and the scorer reads."""

from typing import Any

from rajnay.facts.model import Article, Facts


def as_json(article: Article, facts: Facts) -> dict[str, Any]:
    """One article's facts as a JSON-ready dict: id, actors, meetings, agreements.

    Beyond the guidelines' fields each fact has its rule and confidence, its evidence also as offsets
    (``evidence_span``) in the article's clean text (title, newline, body).
    """
    text = article.text

    def fact(item: Any, **fields: Any) -> dict[str, Any]:
        start, end = item.evidence.start, item.evidence.end
        return {
            **fields,
            "evidence": text[start:end],
            "evidence_span": [start, end],
            "rule": item.rule,
            "confidence": item.confidence,
        }

    return {
        "id": article.id,
        "actors": [
            {
                "key": actor.key,
                "kind": actor.kind,
                "names": list(actor.names),
                "name_en": actor.name_en,
                "code": actor.code,
                "role": actor.role,
                "rule": actor.rule,
                "confidence": actor.confidence,
            }
            for actor in facts.actors
        ],
        "meetings": [
            fact(
                meeting,
                participants=[participant.key for participant in meeting.participants],
                status=meeting.status,
                realis=meeting.realis,
                channel=meeting.channel,
                date=meeting.date,
                place=meeting.place,
            )
            for meeting in facts.meetings
        ],
        "agreements": [
            fact(
                agreement,
                parties=[party.key for party in agreement.parties],
                name=agreement.name,
                kind=agreement.kind,
                status=agreement.status,
                realis=agreement.realis,
                date=agreement.date,
            )
            for agreement in facts.agreements
        ],
        "extractor_version": facts.extractor_version,
    }
