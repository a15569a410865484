"""What the actor readers share while they go through one article: its scenes, the actors in the making, the phrases."""

from dataclasses import dataclass, field

from rajnay.facts.affiliation import Context
from rajnay.facts.bodies import Body
from rajnay.facts.confidence import confidence
from rajnay.facts.document import Document
from rajnay.facts.knowledge import Entry, Knowledge
from rajnay.facts.model import Actor, ActorKind, Discarded, Mention, MentionKind, Phrase, Span
from rajnay.facts.offices import Office
from rajnay.facts.people import PersonMention, TitleMention
from rajnay.facts.tagging import Words
from rajnay.facts.word_classes import Lexicon


@dataclass(slots=True, eq=False)
class Scene:
    """One sentence with all that was found in it. ``taken``: the tokens of names, offices and entities."""

    words: Words
    bodies: list[Body]
    offices: list[Office]
    persons: list[PersonMention]
    titles: list[TitleMention]
    taken: set[int]

    def inside_holders(self) -> set[int]:
        """The tokens of the phrases that stand for persons and unnamed office-holders."""
        held = {i for mention in self.persons for i in range(mention.first, mention.last)}
        held.update(i for title in self.titles for i in range(title.office.start, title.office.end))
        return held

    def offset(self, i: int) -> int:
        """Where token ``i`` begins in the text."""
        return self.words.tokens[i].start


@dataclass(slots=True, eq=False)
class Draft:
    """An actor in the making. ``names``, ``titles``: surfaces in the order of the text; titles count without names."""

    key: str
    kind: ActorKind
    code: str | None
    name_en: str | None
    rule: str
    names: dict[str, None] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    role: str | None = None
    role_span: Span | None = None

    def name(self, words: Words, start: int, end: int, kind: MentionKind, rule: str) -> Span:
        """Notes that tokens ``start:end`` name the actor; gives their span."""
        (self.titles if kind == "title" else self.names).setdefault(words.surface(start, end))
        span = Span(*words.span(start, end))
        self.mentions.append(Mention(span, kind, rule))
        return span


@dataclass(slots=True, eq=False)
class Gathering:
    """One article being read."""

    document: Document
    knowledge: Knowledge
    lexicon: Lexicon
    scenes: list[Scene]
    context: Context
    drafts: dict[str, Draft] = field(default_factory=dict)
    phrases: list[Phrase] = field(default_factory=list)
    discarded: list[Discarded] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)  # match key → the actor that it was given to in a bracket

    def draft(self, key: str, kind: ActorKind, code: str | None, name_en: str | None, rule: str) -> Draft:
        """The actor of ``key``, new if it was not met before."""
        draft = self.drafts.get(key)
        if draft is None:
            draft = self.drafts[key] = Draft(key, kind, code, name_en, rule)
        return draft

    def entity_key(self, entry: Entry) -> str:
        """The actor key of a state or IGO: its code, unless both have the same (CAN: Canada, the Andean Community)."""
        return f"igo:{entry.id}" if entry.kind == "igo" and entry.id in self.knowledge.state else entry.id

    def acronym(self, draft: Draft, words: Words, i: int) -> None:
        """An acronym or Latin name in the bracket that opens at ``i``, after a name, is a name too."""
        if words.key(i) == "(" and words.key(i + 2) == ")" and (words.is_latin(i + 1) or words.is_devanagari(i + 1)):
            draft.name(words, i + 1, i + 2, "abbreviation", "actor.bracket")
            self.acronyms.setdefault(words.keys[i + 1], draft.key)

    def actors(self) -> tuple[Actor, ...]:
        """The actors, in the order in which they were found."""
        return tuple(
            Actor(
                key=draft.key,
                kind=draft.kind,
                names=tuple(draft.names or draft.titles),
                name_en=draft.name_en,
                code=draft.code,
                role=draft.role,
                role_span=draft.role_span,
                mentions=tuple(sorted(draft.mentions, key=lambda mention: mention.span)),
                rule=draft.rule,
                confidence=confidence("actors", rule=draft.rule),
            )
            for draft in self.drafts.values()
        )
