"""Persons as actors: their names, the role they are given, and the state, IGO or body that they speak for."""

from dataclasses import dataclass

from rajnay.facts.affiliation import INDIA, looks_indian
from rajnay.facts.coreference import PersonRecord, same_spelling
from rajnay.facts.gathering import Draft, Gathering, Scene
from rajnay.facts.knowledge import Person, Term
from rajnay.facts.model import MentionKind, Phrase, Span
from rajnay.facts.people import PersonMention
from rajnay.facts.word_classes import W

# Keys of bodies that the text names and the seeds do not know, see actor_bodies.
_UNKNOWN_BODY = (":", "body:")


@dataclass(frozen=True, slots=True)
class Holder:
    """A named person with an office, at an offset."""

    key: str
    code: str | None
    office: str
    offset: int


def read_persons(gathering: Gathering, records: list[PersonRecord]) -> list[Holder]:
    """Makes the persons actors; gives who holds which office."""
    records = _across_scripts(gathering, records)
    drafts = [_draft(gathering, record) for record in records]
    present: dict[int, list[tuple[PersonMention, Draft]]] = {}  # who is in a sentence
    for record, draft in zip(records, drafts, strict=True):
        for mention in record.mentions:
            present.setdefault(id(mention.words), []).append((mention, draft))
    scenes = {id(scene.words): scene for scene in gathering.scenes}
    holders = []
    for record, draft in zip(records, drafts, strict=True):
        employers = _employers(gathering, scenes, record)
        if draft.code is None:
            draft.code = next((employer.code for employer in employers if employer.code is not None), None)
        if draft.code is None:
            draft.code = _by_context(gathering, record, present)
        for employer in employers:
            if employer.code is None and employer.key.startswith(_UNKNOWN_BODY):
                employer.code = draft.code
        for mention in record.mentions:
            if mention.office is not None and mention.office.role:
                offset = mention.words.tokens[mention.first].start
                holders.append(Holder(draft.key, draft.code, mention.office.name, offset))
    return holders


def _across_scripts(gathering: Gathering, records: list[PersonRecord]) -> list[PersonRecord]:
    """The records, those of one known person in Latin and in Hindi letters (PM Modi, मोदी) made one."""
    latin = {id(record) for record in records if record.mentions[0].words.is_latin(record.mentions[0].start)}
    if not latin or len(latin) == len(records):
        return records
    kept: list[PersonRecord] = []
    known: dict[str, PersonRecord] = {}
    for record in records:
        term = _known_term(gathering, record)
        first = known.setdefault(term.person_id, record) if term is not None else record
        if first is record or (id(first) in latin) == (id(record) in latin):
            kept.append(record)
        else:
            for mention in record.mentions:
                first.add(mention)
    return kept


def _draft(gathering: Gathering, record: PersonRecord) -> Draft:
    """The actor of a record, with what its phrases and the seeds say."""
    longest = max(record.variants, key=len)
    key = "person:" + " ".join(longest)
    first = min(record.mentions, key=lambda mention: (-len(mention.keys), mention.offset))
    draft = gathering.draft(key, "person", None, None, first.rule)
    for mention in sorted(record.mentions, key=lambda mention: mention.offset):
        words = mention.words
        kind: MentionKind = "name" if len(mention.keys) > 1 else "short"
        draft.name(words, mention.start, mention.end, kind, mention.rule)
        if mention.nickname is not None:
            draft.names.setdefault(words.surface(mention.nickname, mention.nickname + 1))
        if mention.latin is not None:
            draft.names.setdefault(words.surface(*mention.latin))
        if words.classes[mention.start] & W.TITLE and len(mention.keys) > 1:
            draft.names.setdefault(words.surface(mention.start + 1, mention.end))
        if mention.owners and draft.code is None:
            draft.code = mention.owners[-1].code
        gathering.phrases.append(Phrase(Span(*words.span(mention.first, mention.last)), (key,), kind))
    _give_role(draft, record)
    term = _known_term(gathering, record) or _known_by_surname(gathering, record, draft.code)
    if term is not None:
        draft.name_en = term.name_en
        draft.code = draft.code or term.code
    if draft.code is None and looks_indian([gathering.lexicon.classes.get(word, 0) for word in longest]):
        draft.code = INDIA
    return draft


def _give_role(draft: Draft, record: PersonRecord) -> None:
    """The office beside the fullest name; a rank only where there is nothing else."""
    offices = [(m.office.is_rank, -len(m.keys), m.offset, m) for m in record.mentions if m.office and m.office.role]
    if offices:
        *_, mention = min(offices, key=lambda found: found[:3])
        assert mention.office is not None
        draft.role = mention.office.role_text(mention.words)
        draft.role_span = Span(*mention.words.span(mention.office.role[0][0], mention.office.role[-1][1]))


def _known_term(gathering: Gathering, record: PersonRecord) -> Term | None:
    """The term of the one known person whom the names fit, that of the day where there are several.

    A full name counts before short ones: नीरव मोदी is not the one who is called मोदी.
    """
    knowledge = gathering.knowledge
    full = [variant for variant in record.variants if len(variant) > 1]
    people: dict[str, Person] = {}
    for variant in full or record.variants:
        people |= {person.id: person for person in knowledge.candidates(variant)}
    if not people:
        for variant in full:
            for person in knowledge.namesakes(variant):
                if any(same_spelling(variant, name, of_many=True) for name in person.names):
                    people[person.id] = person
    terms = [term for person in people.values() for term in person.terms]
    published = gathering.document.published_on
    if published is not None:
        day = published.isoformat()
        terms = [term for term in terms if term.covers(day)] or terms
    return terms[-1] if len({term.person_id for term in terms}) == 1 else None


def _known_by_surname(gathering: Gathering, record: PersonRecord, code: str | None) -> Term | None:
    """The term of the one known person of the state whose surname sounds so and who held the office beside it."""
    if code is None or any(len(variant) > 1 for variant in record.variants):
        return None
    published = gathering.document.published_on
    held = {
        office_id
        for mention in record.mentions
        if mention.office is not None and mention.office.role
        for office_id in gathering.knowledge.offices.get(tuple(mention.words.keys[slice(*mention.office.role[-1])]))
    }
    terms = [
        term
        for variant in record.variants
        for person in gathering.knowledge.namesakes(variant)
        for term in person.terms
        if term.code == code and term.office_id in held and (published is None or term.covers(published.isoformat()))
    ]
    return terms[-1] if len({term.person_id for term in terms}) == 1 else None


def _employers(gathering: Gathering, scenes: dict[int, Scene], record: PersonRecord) -> list[Draft]:
    """The bodies inside the person's offices (विदेश मंत्रालय के प्रवक्ता …)."""
    found = []
    for mention in record.mentions:
        if mention.office is not None:
            for body in scenes[id(mention.words)].bodies:
                if mention.office.start <= body.start < mention.office.end and body.key in gathering.drafts:
                    found.append(gathering.drafts[body.key])
    return found


def _by_context(
    gathering: Gathering, record: PersonRecord, present: dict[int, list[tuple[PersonMention, Draft]]]
) -> str | None:
    """For whom a person speaks by what stands around the first office that is one."""
    context = gathering.context
    for mention in record.mentions:
        office, words = mention.office, mention.words
        if office is None or not office.role or office.needs_name:
            continue
        if office.name in gathering.lexicon.fixed_owners:
            return gathering.lexicon.fixed_owners[office.name]
        where = words.ending.get(mention.first - 1) if words.key(mention.first - 1) == "में" else None
        if where is not None and where.entry.code in context.codes:
            return where.entry.code  # औगाडौगू में सैन्य शासक …
        clause = max((i for i in range(mention.first) if words.keys[i] == "कि"), default=-1)
        others = set()
        for other, draft in present[id(words)]:
            if draft.code is None or other.first < clause:
                continue
            joined = words.is_a(other.last, W.CONJUNCTION) or words.key(other.last) == ","
            then = other.last + 1 + (words.key(other.last + 1) == "फिर")
            if joined and then == mention.first:
                return draft.code  # अमेरिकी विदेश मंत्री A और रक्षा मंत्री B
            others.add(draft.code)
        there = any(words.is_a(i, W.THERE) for i in range(mention.first))
        offset = words.tokens[mention.first].start
        return context.state_at(offset, words.sentence.start, there=there, besides=frozenset(others))
    # श्री in an article that speaks of no other state.
    if any(mention.has_honorific for mention in record.mentions) and context.codes <= {INDIA}:
        return INDIA
    return None
