"""States and intergovernmental bodies as actors, and the acronyms that brackets introduce."""

from rajnay.facts.gathering import Gathering
from rajnay.facts.model import ActorKind, Discarded, MentionKind, Phrase, Span
from rajnay.facts.tagging import Entity, Words
from rajnay.facts.word_classes import W

_MENTION: dict[str, MentionKind] = {
    "state": "name", "demonym": "demonym", "capital": "capital", "metonym": "capital", "igo": "name",
}  # fmt: skip


def read_states(gathering: Gathering) -> None:
    """Makes the states and IGOs that the article names actors, and their free mentions phrases."""
    for scene in gathering.scenes:
        words = scene.words
        held = scene.inside_holders()
        held.update(i for body in scene.bodies for i in range(body.whole, body.end))
        named = {i for mention in scene.persons for i in range(mention.start, mention.end)}
        for entity in words.entities:
            entry = entity.entry
            if entry.kind not in _MENTION or entity.start in named:
                continue  # also a name that is a state's too (मिस्री, जॉर्डन)
            if entry.kind == "capital" and not acts(words, entity):
                span = Span(*words.span(entity.start, entity.end))
                gathering.discarded.append(Discarded("actor", span, "actor.state.capital", "a place: it does not act"))
                continue
            kind: ActorKind = "igo" if entry.kind == "igo" else "state"
            rule, mention = f"actor.{kind}.{entry.kind}", _MENTION[entry.kind]
            draft = gathering.draft(gathering.entity_key(entry), kind, entry.code, entry.name_en, rule)
            span = draft.name(words, entity.start, entity.end, mention, rule)
            gathering.acronym(draft, words, entity.end)
            if entity.start not in held:
                if words.is_a(entity.end, W.GOVERNMENT):  # भारत सरकार
                    span = Span(span.start, words.tokens[entity.end].end)
                gathering.phrases.append(Phrase(span, (draft.key,), mention))
                if words.key(entity.end) == "में" and words.is_a(entity.end + 1, W.GOVERNMENT):  # माली में सरकार और X
                    government = Span(*words.span(entity.end + 1, entity.end + 2))
                    gathering.phrases.append(Phrase(government, (draft.key,), "title"))


def acts(words: Words, entity: Entity) -> bool:
    """Whether a capital acts here, alone or with another one: only then it stands for its government."""
    end = entity.end
    if words.key(end) == "ने":
        return True
    speaks = words.is_a(end + 1, W.SAYS) or words.key(end + 1) in ("दावा", "रुख", "ओर", "तरफ")
    if words.is_a(end, W.GENITIVE) and speaks:
        return True
    other = words.starting.get(end + 1) if words.is_a(end, W.CONJUNCTION) else None
    if other is not None:
        end = other.end
    elif words.is_a(entity.start - 1, W.CONJUNCTION):
        other = words.ending.get(entity.start - 1)
    if other is None or other.entry.kind != "capital":
        return False
    # नई दिल्ली और बीजिंग ने; … के बीच वार्ता, but not … के बीच उड़ान.
    between = words.key(end + 1) == "बीच" and any(words.is_a(i, W.RELATION) for i in range(end + 2, end + 6))
    return words.key(end) == "ने" or between


def read_acronyms(gathering: Gathering) -> None:
    """Acronyms that a bracket has introduced and the seeds do not know, where they stand alone."""
    if not gathering.acronyms:
        return
    for scene in gathering.scenes:
        words = scene.words
        for i, word in enumerate(words.keys):
            if word in gathering.acronyms and i not in scene.taken and words.key(i - 1) != "(":
                key = gathering.acronyms[word]
                span = gathering.drafts[key].name(words, i, i + 1, "abbreviation", "actor.acronym")
                gathering.phrases.append(Phrase(span, (key,), "abbreviation"))
