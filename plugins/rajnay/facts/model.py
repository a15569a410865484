"""What the facts library takes and gives: frozen records, spans as offsets in the article's clean text.

Offsets are Unicode code points in ``Article.text``, end-exclusive. Closed vocabularies are Literals here
and nowhere else. Their meaning: docs/facts.md.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

EXTRACTOR_VERSION = "0.1.0"

ActorKind = Literal["person", "state", "igo", "body"]
MentionKind = Literal["name", "short", "title", "demonym", "capital", "abbreviation", "pronoun", "collective"]
MeetingStatus = Literal["held", "planned", "cancelled"]
Realis = Literal["happened", "ongoing", "planned", "conditional", "cancelled", "postponed", "denied", "historical"]
Channel = Literal["in_person", "phone", "video", "unknown"]
ParticipantRole = Literal["participant", "host", "visitor", "chair", "mediator"]
AgreementKind = Literal["treaty", "agreement", "mou", "partnership", "declaration", "contract", "ceasefire", "other"]
AgreementStatus = Literal["proposed", "agreed", "signed", "approved", "in_force", "ended"]
DatePrecision = Literal["day", "month", "year", "unknown"]
DateSource = Literal["explicit", "relative", "weekday", "dateline", "publication", "context", "none"]
AttributionKind = Literal["none", "reported", "official", "agency", "unnamed"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of ``Article.text``: code points, end-exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article, already clean (``rajnay.text.clean``). ``published_at`` is aware, or None if unknown."""

    id: str
    title: str
    body: str
    published_at: datetime | None = None
    outlet: str | None = None

    @property
    def text(self) -> str:
        """Title and body, one newline between; what every offset counts in."""
        return "\n".join(part for part in (self.title, self.body) if part)


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch that speaks of an actor. ``rule`` names the rule that found it."""

    span: Span
    kind: MentionKind
    rule: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A named participant in public life, once an article. ``key`` is unique in the article only.

    ``names``: surface forms without honorifics and role. ``code``: ISO 3166-1 alpha-3 of the state spoken for,
    or an IGO's acronym. ``role``: the office as worded, without the country.
    """

    key: str
    kind: ActorKind
    names: tuple[str, ...]
    name_en: str | None
    code: str | None
    role: str | None
    role_span: Span | None
    mentions: tuple[Mention, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Phrase:
    """A whole noun phrase that stands for one or more actors: what carries the case marker in a sentence.

    ``span`` covers state, office, honorific and name (``जापान के प्रधानमंत्री शिगेरु इशिबा``), not the postposition.
    ``keys``: the most specific identified parties, by actor key: one for a person or an unnamed office-holder
    (then the state), several for ``दोनों नेताओं`` or ``भारत और फ्रांस के विदेश मंत्रियों``. A coordination of full
    phrases (``ब्लिंकन और लावरोव``) is several phrases.
    ``kind``: how it refers; "title" is an office without a name.
    """

    span: Span
    keys: tuple[str, ...]
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A date phrase and what it means. ``start``/``end``: ISO dates cut to the precision (``2026-11``), or None."""

    span: Span
    start: str | None
    end: str | None
    precision: DatePrecision
    source: DateSource
    rule: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The stretch that proves one cell of a fact: slot name, the value it proves, its span."""

    slot: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so. ``source`` as worded; the cue's span. Kind "none": the paper itself."""

    kind: AttributionKind = "none"
    source: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in a meeting, by key, with the part it plays and the phrase that says so."""

    key: str
    role: ParticipantRole
    span: Span


@dataclass(frozen=True, slots=True)
class Meeting:
    """One real-world encounter or conversation, however many sentences tell it."""

    participants: tuple[Participant, ...]
    status: MeetingStatus
    realis: Realis
    channel: Channel
    date: str | None
    date_end: str | None
    date_precision: DatePrecision
    date_source: DateSource
    place: str | None
    occasion: str | None
    topics: tuple[str, ...]
    attribution: Attribution
    evidence: Span
    slots: tuple[Evidence, ...]
    mentions: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class StatusEvent:
    """A dated step of an agreement's life inside the article."""

    status: AgreementStatus
    date: str | None
    date_precision: DatePrecision
    span: Span


@dataclass(frozen=True, slots=True)
class Party:
    """A signatory of an agreement, by actor key, and the phrase that says so."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Agreement:
    """One instrument or settled deal. ``status`` and ``date`` are the latest of ``history``.

    ``amount`` in units of ``currency`` (ISO 4217), lakh and crore expanded. ``count``: instruments in an
    unnamed bundle, else 1.
    """

    parties: tuple[Party, ...]
    name: str | None
    kind: AgreementKind
    status: AgreementStatus
    realis: Realis
    date: str | None
    date_precision: DatePrecision
    date_source: DateSource
    history: tuple[StatusEvent, ...]
    subject: str | None
    amount: float | None
    currency: str | None
    count: int
    place: str | None
    attribution: Attribution
    evidence: Span
    slots: tuple[Evidence, ...]
    mentions: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Discarded:
    """A candidate that became no fact, and why: what ``rajnay explain`` shows in grey."""

    target: Literal["actor", "meeting", "agreement"]
    span: Span
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was read from one article."""

    article_id: str
    actors: tuple[Actor, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    discarded: tuple[Discarded, ...] = ()
    extractor_version: str = field(default=EXTRACTOR_VERSION)
