"""Who is named: persons, states, intergovernmental bodies and other bodies, and the phrases that stand for them.

``read_actors`` goes through an article once: known names and bodies, then offices, then persons beside offices and
honorifics and by their form, then short forms of all of them, then what titles, collectives and pronouns stand for.
"""

from dataclasses import dataclass
from pathlib import Path

from rajnay.facts.actor_bodies import read_bodies, settle_bodies
from rajnay.facts.actor_persons import read_persons
from rajnay.facts.actor_states import read_acronyms, read_states
from rajnay.facts.actor_titles import read_titles
from rajnay.facts.affiliation import Anchor, Context
from rajnay.facts.anaphora import read_references
from rajnay.facts.bodies import find_bodies
from rajnay.facts.coreference import cluster, short_mentions
from rajnay.facts.document import Document
from rajnay.facts.gathering import Gathering, Scene
from rajnay.facts.knowledge import SEEDS, Knowledge, load
from rajnay.facts.model import Actor, Discarded, Phrase, Span
from rajnay.facts.offices import STATE_KINDS, find_offices
from rajnay.facts.people import find_people
from rajnay.facts.tagging import Words, read_words, settle_ambiguous
from rajnay.facts.word_classes import Lexicon, lexicon


@dataclass(frozen=True, slots=True)
class ActorReading:
    """The actors of an article, the phrases that stand for them (by start), and what was not taken and why."""

    actors: tuple[Actor, ...]
    phrases: tuple[Phrase, ...]
    discarded: tuple[Discarded, ...] = ()


def read_actors(document: Document, seeds: Path = SEEDS) -> ActorReading:
    """Reads who is named in ``document``.

    Raises:
        SeedError: the seeds cannot be used. Never for a text, whatever it is.
    """
    knowledge = load(seeds)
    words_known = lexicon(knowledge)
    sentences = [read_words(document.text, sentence, knowledge, words_known) for sentence in document.sentences]
    everyday = settle_ambiguous(sentences)
    scenes = [_scene(words, knowledge, words_known) for words in sentences]
    records = cluster(mention for scene in scenes for mention in scene.persons)
    short_mentions(((scene.words, scene.taken) for scene in scenes), records)

    gathering = Gathering(document, knowledge, words_known, scenes, Context(_anchors(scenes)))
    gathering.discarded += [
        Discarded("actor", Span(start, end), "actor.ambiguous", "an everyday word here") for start, end in everyday
    ]
    read_states(gathering)
    read_bodies(gathering)
    read_acronyms(gathering)
    holders = read_persons(gathering, records)
    settle_bodies(gathering)
    read_titles(gathering, holders)
    read_references(gathering)
    phrases = sorted(gathering.phrases, key=lambda phrase: (phrase.span.start, -phrase.span.end))
    return ActorReading(gathering.actors(), tuple(phrases), tuple(gathering.discarded))


def _scene(words: Words, knowledge: Knowledge, words_known: Lexicon) -> Scene:
    bodies = find_bodies(words, knowledge, words_known)
    offices = find_offices(words, words_known)
    people = find_people(words, offices, knowledge)
    scene = Scene(words, bodies, offices, people.persons, people.titles, set())
    scene.taken.update(scene.inside_holders())
    scene.taken.update(i for entity in words.entities for i in range(entity.start, entity.end))
    return scene


def _anchors(scenes: list[Scene]) -> list[Anchor]:
    """The places where states are spoken of."""
    anchors = []
    for scene in scenes:
        owned = [(office.start, office.owners) for office in scene.offices]
        owned += [(mention.first, mention.owners) for mention in scene.persons]
        for start, owners in owned:
            anchors += [Anchor(scene.offset(start), o.code, True) for o in owners if o.code and o.kind in STATE_KINDS]
        anchors += [Anchor(scene.offset(body.whole), body.code, True) for body in scene.bodies if body.code]
        for entity in scene.words.entities:
            if entity.entry.kind in STATE_KINDS and entity.entry.code:
                anchors.append(Anchor(scene.offset(entity.start), entity.entry.code, False))
    return anchors
