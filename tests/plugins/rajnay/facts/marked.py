"""Texts with the actors' phrases marked by hand, so that meetings are tested apart from the reading of actors.

``[मोदी|modi]`` is a phrase that names the actor of key ``modi``; ``[दोनों नेताओं|modi+putin|collective]`` gives its kind.
"""

import re
from datetime import datetime

from rajnay.facts.actors import ActorReading
from rajnay.facts.document import Document
from rajnay.facts.model import Actor, ActorKind, Article, Meeting, Phrase, Span

PUBLISHED = datetime.fromisoformat("2026-03-05T18:00+05:30")  # a Thursday

# key: kind and code. Keys in capitals are states.
PEOPLE = {
    "modi": "IND", "jaishankar": "IND", "singh": "IND", "misri": "IND", "doval": "IND", "murmu": "IND", "shah": "IND", "gandhi": "IND",
    "putin": "RUS", "lavrov": "RUS", "rubio": "USA", "trump": "USA", "macron": "FRA", "barrot": "FRA", "xi": "CHN", "wang": "CHN", "ishiba": "JPN",
    "zelensky": "UKR", "rahman": "BGD", "oli": "NPL", "deuba": "NPL", "rabuka": "FJI", "ruto": "KEN", "lula": "BRA", "araghchi": "IRN", "amir": "QAT",
    "kallas": "EU", "guterres": "UN", "barros": "BRA", "silva": "PRT", "fidan": "TUR", "aliyev": "AZE", "pashinyan": "ARM", "sybiha": "UKR", "ramaphosa": "ZAF", "anwar": "MYS",
}  # fmt: skip
BODIES = {"mea": "IND", "bjp": "IND", "cabinet": "IND", "hamas": "PSE", "kremlin": "RUS", "eu-parliament": "EU"}
IGOS = ("EU", "UN", "NATO", "SCO", "BRICS", "QUAD", "SAARC", "AU", "ASEAN")
_MARK = re.compile(r"\[([^|\]]+)\|([^|\]]+)(?:\|([a-z]+))?\]")


def read(marked: str, title: str = "") -> tuple[Document, ActorReading]:
    """The document of ``title`` and body ``marked``, and the reading that the marks give."""
    phrases: list[Phrase] = []

    def plain(source: str, offset: int) -> str:
        out = ""
        last = 0
        for match in _MARK.finditer(source):
            out += source[last : match.start()]
            start = offset + len(out)
            out += match.group(1)
            kind = match.group(3) or "name"
            phrases.append(Phrase(Span(start, offset + len(out)), tuple(match.group(2).split("+")), kind))
            last = match.end()
        return out + source[last:]

    headline = plain(title, 0)
    body = plain(marked, len(headline) + 1 if headline else 0)
    document = Document(Article("test", headline, body, PUBLISHED, "test"))
    keys = dict.fromkeys(key for phrase in phrases for key in phrase.keys)
    return document, ActorReading(tuple(map(_actor, keys)), tuple(sorted(phrases, key=lambda p: p.span)))


def _actor(key: str) -> Actor:
    kind: ActorKind = "person" if key in PEOPLE else "body" if key in BODIES else "igo" if key in IGOS else "state"
    code = PEOPLE.get(key) or BODIES.get(key) or key
    return Actor(key, kind, (key,), None, code, None, None, (), "test", 1.0)


def line(meeting: Meeting) -> str:
    """A meeting as ``modi+putin held in_person 2026-03-04 मास्को``, ``-`` for what is not told."""
    parties = "+".join(sorted(p.key for p in meeting.participants))
    return f"{parties} {meeting.status} {meeting.channel} {meeting.date or '-'} {meeting.place or '-'}"
