"""Who is named: persons, states, intergovernmental bodies and other bodies, and the phrases that stand for them.

``read_actors`` goes through an article once: known names and bodies, then offices, then persons beside offices and
honorifics and by their form, then short forms of all of them, then what titles, collectives and pronouns stand for.
"""

import tomllib
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from rajnay.facts.affiliation import INDIA, Anchor, Context, looks_indian
from rajnay.facts.anaphora import Candidate, resolve
from rajnay.facts.bodies import Body, find_bodies
from rajnay.facts.coreference import PersonRecord, cluster, short_mentions
from rajnay.facts.document import Document
from rajnay.facts.knowledge import SEEDS, Entry, Knowledge, load
from rajnay.facts.model import Actor, Discarded, Mention, MentionKind, Phrase, Span
from rajnay.facts.offices import STATE_KINDS, Office, find_offices
from rajnay.facts.people import PersonMention, TitleMention, find_people
from rajnay.facts.tagging import Entity, Words, read_words, settle_ambiguous
from rajnay.facts.word_classes import FOLDER, Lexicon, W, lexicon

_KIND: dict[str, MentionKind] = {
    "state": "name", "demonym": "demonym", "capital": "capital", "metonym": "capital", "igo": "name", "body": "name",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActorReading:
    """The actors of an article, the phrases that stand for them (by start), and what was not taken and why."""

    actors: tuple[Actor, ...]
    phrases: tuple[Phrase, ...]
    discarded: tuple[Discarded, ...] = ()


@dataclass(slots=True, eq=False)
class _Draft:
    """An actor in the making."""

    key: str
    kind: str
    code: str | None
    name_en: str | None
    rule: str
    names: dict[str, None] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    role: str | None = None
    role_span: Span | None = None


@dataclass(slots=True, eq=False)
class _Scene:
    """One sentence with all that was found in it."""

    words: Words
    bodies: list[Body]
    offices: list[Office]
    persons: list[PersonMention]
    titles: list[TitleMention]
    taken: set[int]


@dataclass(frozen=True, slots=True)
class _Holder:
    """A named person with an office, at an offset."""

    key: str
    code: str | None
    office: str
    offset: int


def read_actors(document: Document, seeds: Path = SEEDS) -> ActorReading:
    """Reads who is named in ``document``.

    Raises:
        SeedError: the seeds cannot be used. Never for a text, whatever it is.
    """
    return _Reading(document, load(seeds)).read()


class _Reading:
    def __init__(self, document: Document, knowledge: Knowledge) -> None:
        self.document = document
        self.knowledge = knowledge
        self.lexicon: Lexicon = lexicon(knowledge)
        self.drafts: dict[str, _Draft] = {}
        self.phrases: list[Phrase] = []
        self.discarded: list[Discarded] = []
        self.acronyms: dict[str, str] = {}  # match key → the actor that it was given to in a bracket

    def read(self) -> ActorReading:
        sentences = [
            read_words(self.document.text, sentence, self.knowledge, self.lexicon) for sentence in self.document.sentences
        ]
        for start, end in settle_ambiguous(sentences):
            self.discarded.append(Discarded("actor", Span(start, end), "actor.ambiguous", "an everyday word here"))
        scenes = [self._scene(words) for words in sentences]
        records = cluster(mention for scene in scenes for mention in scene.persons)
        short_mentions(((scene.words, scene.taken) for scene in scenes), records)
        self._states(scenes)
        self.context = Context(self._anchors(scenes))
        self._bodies(scenes)
        self._later_acronyms(scenes)
        holders = self._persons(scenes, records)
        self._settle_bodies(scenes)
        self._titles(scenes, holders)
        self._references(scenes)
        self.phrases.sort(key=lambda phrase: (phrase.span.start, -phrase.span.end))
        return ActorReading(self._actors(), tuple(self.phrases), tuple(self.discarded))

    def _scene(self, words: Words) -> _Scene:
        bodies = find_bodies(words, self.knowledge, self.lexicon)
        offices = find_offices(words, self.lexicon)
        people = find_people(words, offices, self.knowledge)
        taken = {k for m in people.persons for k in range(m.first, m.last)}
        taken.update(k for t in people.titles for k in range(t.office.start, t.office.end))
        taken.update(k for e in words.entities for k in range(e.start, e.end))
        return _Scene(words, bodies, offices, people.persons, people.titles, taken)

    # -- drafts --------------------------------------------------------------------------------------------

    def _draft(self, key: str, kind: str, code: str | None, name_en: str | None, rule: str) -> _Draft:
        draft = self.drafts.get(key)
        if draft is None:
            draft = self.drafts[key] = _Draft(key, kind, code, name_en, rule)
        return draft

    def _name(self, draft: _Draft, words: Words, start: int, end: int, kind: MentionKind, rule: str) -> Span:
        surface = words.surface(start, end)
        draft.names.setdefault(surface)
        span = Span(*words.span(start, end))
        draft.mentions.append(Mention(span, kind, rule))
        return span

    def _anchors(self, scenes: list[_Scene]) -> list[Anchor]:
        anchors = []
        for scene in scenes:
            words = scene.words
            owners = [(o.start, o.owners) for o in scene.offices] + [(m.first, m.owners) for m in scene.persons]
            for start, entries in owners:
                anchors += [Anchor(words.tokens[start].start, e.code, True) for e in entries if e.code and e.kind in STATE_KINDS]
            for body in scene.bodies:
                if body.code:
                    anchors.append(Anchor(words.tokens[body.whole].start, body.code, True))
            for entity in words.entities:
                if entity.entry.kind in STATE_KINDS and entity.entry.code:
                    anchors.append(Anchor(words.tokens[entity.start].start, entity.entry.code, False))
        return anchors

    # -- states and IGOs -----------------------------------------------------------------------------------

    def _states(self, scenes: list[_Scene]) -> None:
        for scene in scenes:
            words = scene.words
            held = {k for m in scene.persons for k in range(m.first, m.last)}
            held.update(k for t in scene.titles for k in range(t.office.start, t.office.end))
            held.update(k for b in scene.bodies for k in range(b.whole, b.end))
            named = {k for m in scene.persons for k in range(m.start, m.end)}
            for entity in words.entities:
                entry = entity.entry
                if entry.kind in ("body", "media", "place"):
                    continue
                if entity.start in named:
                    continue  # a name that is also a state's (मिस्री, जॉर्डन)
                if entry.kind == "capital" and not _acts(words, entity):
                    span = Span(*words.span(entity.start, entity.end))
                    self.discarded.append(Discarded("actor", span, "actor.state.capital", "a place here: it does not act"))
                    continue
                kind = "igo" if entry.kind == "igo" else "state"
                draft = self._draft(self._entity_key(entry), kind, entry.code, entry.name_en, f"actor.{kind}.{entry.kind}")
                span = self._name(draft, words, entity.start, entity.end, _KIND[entry.kind], f"actor.{kind}.{entry.kind}")
                self._acronym(draft, words, entity.end)
                if entity.start not in held:
                    if words.is_a(entity.end, W.GOVERNMENT):  # भारत सरकार
                        span = Span(span.start, words.tokens[entity.end].end)
                    self.phrases.append(Phrase(span, (draft.key,), _KIND[entry.kind]))

    def _entity_key(self, entry: Entry) -> str:
        """The actor key of a state or IGO: its code, unless both have the same (CAN: Canada, the Andean Community)."""
        return f"igo:{entry.id}" if entry.kind == "igo" and entry.id in self.knowledge.state else entry.id

    def _acronym(self, draft: _Draft, words: Words, i: int) -> None:
        """An acronym or Latin name in the bracket after a name is a name too."""
        if words.key(i) == "(" and words.key(i + 2) == ")" and (words.is_latin(i + 1) or words.is_devanagari(i + 1)):
            self._name(draft, words, i + 1, i + 2, "abbreviation", "actor.bracket")
            self.acronyms.setdefault(words.keys[i + 1], draft.key)

    def _later_acronyms(self, scenes: list[_Scene]) -> None:
        """Acronyms that a bracket has introduced and the seeds do not know, where they stand alone."""
        for scene in scenes:
            words = scene.words
            for i, word in enumerate(words.keys):
                if word in self.acronyms and i not in scene.taken and words.key(i - 1) != "(":
                    span = self._name(self.drafts[self.acronyms[word]], words, i, i + 1, "abbreviation", "actor.acronym")
                    self.phrases.append(Phrase(span, (self.acronyms[word],), "abbreviation"))

    # -- bodies --------------------------------------------------------------------------------------------

    def _bodies(self, scenes: list[_Scene]) -> None:
        by_head: dict[str, str] = {}  # last word of a body's name → the body named so last
        for scene in scenes:
            words = scene.words
            held = {k for m in scene.persons for k in range(m.first, m.last)}
            held.update(k for t in scene.titles for k in range(t.office.start, t.office.end))
            juxtaposed = {o.role[0][0] for o in scene.offices if o.role}
            for body in scene.bodies:
                head = words.keys[body.end - 1]
                if body.is_bare:
                    if head not in by_head:
                        continue
                    draft = self.drafts[by_head[head]]
                    self._name(draft, words, body.start, body.end, "short", body.rule)
                elif body.is_organ and body.start in juxtaposed and not words.is_a(body.end, W.GENITIVE):
                    continue  # संसद अध्यक्ष, सेना प्रमुख: the organ is only part of the office
                else:
                    draft = self._body(body, words, by_head.get(head))
                    by_head[head] = draft.key
                body.key = draft.key
                span = Span(*words.span(body.whole, body.end))
                if body.start not in held:
                    self.phrases.append(Phrase(span, (draft.key,), "name"))

    def _body(self, body: Body, words: Words, last: str | None) -> _Draft:
        """The draft of a named body: the one before that has the same name, or whose name this one shortens."""
        name = " ".join(words.keys[body.start : body.end])
        key = body.id or f"body:{name}"
        name_en = body.name_en
        if body.is_organ:
            if body.code is None and last is not None and (last.endswith((f" {name}", f":{name}"))):
                key = last
            else:
                known = self.knowledge.organs.get((body.code or "", name))
                key = f"{body.code or ''}:{name}"
                name_en = known.name_en if known else None
        draft = self._draft(key, "body", body.code, name_en, body.rule)
        draft.code = draft.code or body.code
        self._name(draft, words, body.start, body.end, "name", body.rule)
        if body.whole < body.start and (body.is_organ or body.rule == "actor.body.part"):
            draft.names.setdefault(words.surface(body.whole, body.end))
        start = body.start
        if words.keys[start].isdigit() and words.key(start + 1) == "वें":
            draft.names.setdefault(words.surface(start + 2, body.end))
        self._acronym(draft, words, body.end)
        return draft

    def _settle_bodies(self, scenes: list[_Scene]) -> None:
        """Gives the bodies whose state no phrase says the one that the context gives."""
        for scene in scenes:
            for body in scene.bodies:
                draft = self.drafts.get(body.key)
                if draft is not None and draft.code is None and body.id is None:
                    offset = scene.words.tokens[body.whole].start
                    draft.code = self.context.state_at(offset, scene.words.sentence.start)

    # -- persons -------------------------------------------------------------------------------------------

    def _persons(self, scenes: list[_Scene], records: list[PersonRecord]) -> list[_Holder]:
        """Makes the persons' drafts; gives who holds which office."""
        holders: list[_Holder] = []
        scenes_of = {id(scene.words): scene for scene in scenes}
        present: dict[int, list[tuple[PersonMention, _Draft]]] = {}  # who is in a sentence
        drafts: list[_Draft] = []
        for record in records:
            longest = max(record.variants, key=len)
            key = "person:" + " ".join(longest)
            first = min(record.mentions, key=lambda m: (-len(m.keys), m.offset))
            draft = self._draft(key, "person", None, None, first.rule)
            for mention in sorted(record.mentions, key=lambda m: m.offset):
                words = mention.words
                kind: MentionKind = "name" if len(mention.keys) > 1 else "short"
                self._name(draft, words, mention.start, mention.end, kind, mention.rule)
                if mention.latin is not None:
                    draft.names.setdefault(words.surface(*mention.latin))
                if words.classes[mention.start] & W.TITLE and len(mention.keys) > 1:
                    draft.names.setdefault(words.surface(mention.start + 1, mention.end))
                if mention.owners and draft.code is None:
                    draft.code = mention.owners[-1].code
                self.phrases.append(Phrase(Span(*words.span(mention.first, mention.last)), (key,), kind))
            self._role(draft, record)
            person = self._known(record)
            if person is not None:
                draft.name_en = person[0]
                draft.code = draft.code or person[1]
            if draft.code is None and looks_indian([self.lexicon.classes.get(word, 0) for word in longest]):
                draft.code = INDIA
            for mention in record.mentions:
                present.setdefault(id(mention.words), []).append((mention, draft))
            drafts.append(draft)
        for record, draft in zip(records, drafts, strict=True):
            employers = self._employers(scenes_of, record)
            if draft.code is None:
                draft.code = next((e.code for e in employers if e.code is not None), None)
            if draft.code is None:
                draft.code = self._affiliation(record, present)
            for employer in employers:
                if employer.code is None and employer.key.startswith((":", "body:")):
                    employer.code = draft.code
            for mention in record.mentions:
                if mention.office is not None and mention.office.role:
                    offset = mention.words.tokens[mention.first].start
                    holders.append(_Holder(draft.key, draft.code, mention.office.name, offset))
        return holders

    def _role(self, draft: _Draft, record: PersonRecord) -> None:
        with_role = [m for m in record.mentions if m.office is not None and m.office.role]
        if not with_role:
            return
        best = min(
            with_role,
            key=lambda m: (m.office.is_rank, -len(m.keys), m.offset),  # type: ignore[union-attr]
        )
        assert best.office is not None
        draft.role = best.office.role_text(best.words)
        draft.role_span = Span(*best.words.span(best.office.role[0][0], best.office.role[-1][1]))

    def _employers(self, scenes_of: dict[int, _Scene], record: PersonRecord) -> list[_Draft]:
        """The bodies inside the person's offices (विदेश मंत्रालय के प्रवक्ता …)."""
        found = []
        for mention in record.mentions:
            if mention.office is not None:
                for body in scenes_of[id(mention.words)].bodies:
                    if mention.office.start <= body.start < mention.office.end and body.key in self.drafts:
                        found.append(self.drafts[body.key])
        return found

    def _affiliation(
        self, record: PersonRecord, present: dict[int, list[tuple[PersonMention, _Draft]]]
    ) -> str | None:
        """For whom a person speaks by the context of the first office that is one."""
        for mention in record.mentions:
            office, words = mention.office, mention.words
            if office is None or not office.role or office.needs_name:
                continue
            if office.name in self.lexicon.fixed_owners:
                return self.lexicon.fixed_owners[office.name]
            where = words.ending.get(mention.first - 1) if words.key(mention.first - 1) == "में" else None
            if where is not None and where.entry.code in self.context.codes:
                return where.entry.code  # औगाडौगू में सैन्य शासक …
            clause = max((i for i in range(mention.first) if words.keys[i] == "कि"), default=-1)
            others = set()
            for other, draft in present[id(words)]:
                if draft.code is None or other.first < clause:
                    continue
                if other.last == mention.first - 1 and (words.is_a(other.last, W.CONJUNCTION) or words.keys[other.last] == ","):
                    return draft.code  # अमेरिकी विदेश मंत्री A और रक्षा मंत्री B
                others.add(draft.code)
            there = any(word in ("वहां", "वहीं", "यहां") for word in words.keys[: mention.first])
            offset = words.tokens[mention.first].start
            return self.context.state_at(offset, words.sentence.start, there=there, besides=frozenset(others))
        # श्री in an article that speaks of no other state.
        if any(mention.has_honorific for mention in record.mentions) and self.context.codes <= {INDIA}:
            return INDIA
        return None

    def _known(self, record: PersonRecord) -> tuple[str, str] | None:
        published = self.document.published_on
        for variant in sorted(record.variants, key=len, reverse=True):
            people = self.knowledge.candidates(variant)
            terms = [term for person in people for term in person.terms]
            if published is not None:
                day = published.isoformat()
                terms = [term for term in terms if term.covers(day)] or terms
            if len({term.person_id for term in terms}) == 1:
                return terms[-1].name_en, terms[-1].code
        return None

    # -- titles --------------------------------------------------------------------------------------------

    def _titles(self, scenes: list[_Scene], holders: list[_Holder]) -> None:
        by_office: dict[str, list[_Holder]] = {}
        for holder in holders:
            by_office.setdefault(holder.office, []).append(holder)
        for scene in scenes:
            for title in scene.titles:
                office = title.office
                fitting = by_office.get(office.name, [])
                if not office.owners and title.words.is_a(office.start - 1, W.GENITIVE | W.REFLEXIVE):
                    continue  # somebody's (सदस्य देशों के विदेश मंत्री), but not said whose
                if office.owners:
                    keys = [key for owner in office.owners if (key := self._owned(owner, title, fitting, scene)) is not None]
                else:
                    keys = [self._unowned(title, fitting, scene)]
                if keys:
                    span = Span(*title.words.span(office.start, office.end))
                    self.phrases.append(Phrase(span, tuple(dict.fromkeys(keys)), "title"))
                    for key in keys:
                        if self.drafts[key].kind == "person":
                            self.drafts[key].mentions.append(Mention(span, "title", "actor.title"))

    def _owned(self, owner: Entry, title: TitleMention, fitting: list[_Holder], scene: _Scene) -> str | None:
        """Whom an office of ``owner`` without a name means: its holder in the article, else the owner itself."""
        for holder in fitting:
            if holder.code == owner.code and owner.kind != "body":
                return holder.key
        if owner.kind == "body":
            inside = range(title.office.start, title.office.end)
            return next((body.key for body in scene.bodies if body.start in inside and body.key in self.drafts), None)
        key = self._entity_key(owner)
        return key if key in self.drafts else None

    def _unowned(self, title: TitleMention, fitting: list[_Holder], scene: _Scene) -> str:
        """Whom an office without state and name means: the Indian holder, the one spoken of, or India."""
        words, office = title.words, title.office
        offset = words.tokens[office.start].start
        at_home = [holder for holder in fitting if holder.code == INDIA]
        if at_home:
            return at_home[0].key
        # Beside another state's holder of the same office (प्रधानमंत्री … नेपाल की प्रधानमंत्री से) it is India's.
        contrasted = any(other is not office and other.name == office.name and other.owners for other in scene.offices)
        if fitting and not contrasted:
            here = self.context.state_at(offset, words.sentence.start)
            spoken_of = [holder for holder in fitting if holder.code == here]
            named_before = [holder for holder in fitting if holder.offset < offset]
            if spoken_of or named_before or self.context.is_foreign:
                return (spoken_of or named_before or fitting)[-1].key
        code = INDIA
        if self.context.is_foreign and not contrasted:
            code = self.context.state_at(offset, words.sentence.start)
        draft = self._draft(code, "state", code, self.knowledge.state.get(code), "actor.state.title")
        self._name(draft, words, office.start, office.end, "title", "actor.state.title")
        return code

    # -- collectives and pronouns --------------------------------------------------------------------------

    def _references(self, scenes: list[_Scene]) -> None:
        self.phrases.sort(key=lambda phrase: phrase.span)
        sentences: list[tuple[Words, list[Candidate]]] = []
        k = 0
        for scene in scenes:
            words = scene.words
            end = words.sentence.end
            candidates = []
            position = {token.end: i + 1 for i, token in enumerate(words.tokens)}
            while k < len(self.phrases) and self.phrases[k].span.start < end:
                candidates.append(self._candidate(self.phrases[k], words, position))
                k += 1
            sentences.append((words, candidates))
        found = [phrase for phrase in resolve(sentences, self.lexicon) if not self._is_covered(phrase)]
        for phrase in found:
            for key in phrase.keys:
                draft = self.drafts[key]
                draft.mentions.append(Mention(phrase.span, phrase.kind, "actor." + phrase.kind))
        self.phrases += found

    def _is_covered(self, phrase: Phrase) -> bool:
        """Whether the phrase is part of another one (अपने रूसी समकक्ष …)."""
        i = bisect_right(self.phrases, phrase.span, key=lambda other: other.span) - 1
        return i >= 0 and self.phrases[i].span.end >= phrase.span.end

    def _candidate(self, phrase: Phrase, words: Words, position: dict[int, int]) -> Candidate:
        people: list[str] = []
        states: list[str] = []
        for key in phrase.keys:
            draft = self.drafts[key]
            if draft.kind == "person" or phrase.kind == "title":
                people.append(key)
            if draft.kind in ("state", "igo"):
                states.append(key)
            elif draft.code is not None and draft.code in self.drafts:
                states.append(draft.code)
        after = position[phrase.span.end]
        if words.key(after) in ("भी", "ही", "तो"):
            after += 1
        is_subject = words.key(after) == "ने" or not (words.is_a(after, W.CASE) or phrase.kind == "demonym")
        return Candidate(phrase.span.start, phrase.span.end, tuple(people), tuple(states), is_subject)

    def _actors(self) -> tuple[Actor, ...]:
        sure = _confidence()
        return tuple(
            Actor(
                key=draft.key,
                kind=draft.kind,  # type: ignore[arg-type]
                names=tuple(draft.names),
                name_en=draft.name_en,
                code=draft.code,
                role=draft.role,
                role_span=draft.role_span,
                mentions=tuple(sorted(draft.mentions, key=lambda m: m.span)),
                rule=draft.rule,
                confidence=sure["rules"].get(draft.rule, sure["default"]),
            )
            for draft in self.drafts.values()
        )


@lru_cache(maxsize=1)
def _confidence() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "actor_confidence.toml").read_text(encoding="utf-8"))


def _acts(words: Words, entity: Entity) -> bool:
    """Whether a capital or metonym acts here: only then it stands for its government."""
    return words.key(entity.end) == "ने" or (
        words.is_a(entity.end, W.GENITIVE) and words.key(entity.end + 1) in ("कहना", "मानना", "दावा", "रुख", "ओर", "तरफ")
    )
