"""Texts with the actors that a careful reader finds in them: one line an actor, ``kind code name | role``."""

from dataclasses import dataclass
from datetime import datetime

from rajnay.facts.actors import ActorReading, read_actors
from rajnay.facts.document import Document
from rajnay.facts.model import Article

PUBLISHED = datetime.fromisoformat("2024-05-16T18:00+05:30")
_UNNAMED = {"title", "collective", "pronoun"}


@dataclass(frozen=True)
class Case:
    """A text and the actors in it: (kind, code, one of the names, role); a name of a state may be left out."""

    text: str
    actors: frozenset[tuple[str, str | None, str, str | None]]
    title: str = ""


def case(text: str, expected: str, title: str = "") -> Case:
    """A case from the notation ``person IND सुनील राठी | विदेश मंत्री``, actors separated by ``;``, ``-`` for no code."""
    actors = []
    for line in filter(None, (part.strip() for part in expected.split(";"))):
        head, _, role = line.partition(" | ")
        kind, code, *name = head.split()
        actors.append((kind, None if code == "-" else code, " ".join(name), role or None))
    return Case(text, frozenset(actors), title)


def document(text: str, title: str = "") -> Document:
    """The document of an article with this text."""
    return Document(Article("x", title, text, PUBLISHED))


def reading(text: str, title: str = "") -> ActorReading:
    """What is read from an article with this text."""
    return read_actors(document(text, title))


def found(one: Case) -> frozenset[tuple[str, str | None, str, str | None]]:
    """The actors read from a case, in its notation: the expected name where it is among the names, else the first."""
    expected = {(kind, name) for kind, _, name, _ in one.actors}
    actors = []
    for actor in reading(one.text, one.title).actors:
        if all(mention.kind in _UNNAMED for mention in actor.mentions):
            continue
        if actor.kind in ("state", "igo"):
            actors.append((actor.kind, actor.code, "", None))
        else:
            name = next((name for name in actor.names if (actor.kind, name) in expected), actor.names[0])
            actors.append((actor.kind, actor.code, name, actor.role))
    return frozenset(actors)
