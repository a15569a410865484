"""Who an article's actor is across articles. Ids are minted from the first article's name and code, and kept.

States and intergovernmental bodies are their codes; known people and bodies their seeds' ids; others are found by
their names among all seen before, and else are new.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rajnay.events.names import ends_alike, may_begin, same_sound, sound_buckets, sound_key
from rajnay.facts.knowledge import Entry, Knowledge, alias_keys, name_keys

# Bodies of one name in many states: the seed's is meant only where the article says of which state it is.
_EACH_STATE_HAS = {"ministry", "parliament", "court", "military"}

ResolvedBy = Literal["code", "seed", "same_name", "similar_name", "short_name", "new"]


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor as one article has it. ``keys``: match keys of its names, in the article's order."""

    kind: str
    code: str | None
    keys: tuple[str, ...]

    @property
    def fullest(self) -> str:
        """The key with the most words, the longest of these: the name that tells most."""
        return max(self.keys, key=lambda key: (key.count(" "), len(key)), default="")


@dataclass(frozen=True, slots=True)
class Identity:
    """An actor's id across articles, how it was found, and the state or body it acts for (as any article says)."""

    actor_id: str
    resolved_by: ResolvedBy
    code: str | None = None


class Registry:
    """All actors known so far: look-ups from names to ids. Grows with ``add``; never forgets or renames."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._by_name: dict[tuple[str, str], dict[str, str | None]] = defaultdict(dict)
        # By code and bucket, then by the sounds of the first word, by which most names are passed over.
        self._by_sound: dict[tuple[str, str], dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
        self._by_last_word: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._by_whole_sound: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._code: dict[str, str] = {}
        for person in knowledge.person.values():
            for words in person.names:
                for code in {term.code for term in person.terms}:
                    self._hear(" ".join(words), code, f"person:{person.id}")

    def add(self, seen: Seen, actor_id: str) -> None:
        """Note that ``seen`` is ``actor_id``."""
        if seen.code and not self.is_guest(Identity(actor_id, "seed", seen.code)):
            self._code.setdefault(actor_id, seen.code)
        for key in seen.keys:
            words = key.split(" ")
            known = self._by_name[seen.kind, key]
            known[actor_id] = known.get(actor_id) or seen.code
            if seen.code and len(words) > 1 and seen.kind == "person":
                self._by_last_word[seen.code, words[-1]].add(actor_id)
                self._hear(key, seen.code, actor_id)

    def _hear(self, key: str, code: str, actor_id: str) -> None:
        if " " in key:
            for bucket, first in sound_buckets(key):
                self._by_sound[code, bucket][first][key] = actor_id
            self._by_whole_sound[sound_key(key)].add(actor_id)

    def identify(self, seen: Seen) -> Identity:
        """The identity of ``seen``, which is added. The order of calls decides which article founds an id."""
        identity = self._found(seen) or Identity(_minted(seen), "new")
        self.add(seen, identity.actor_id)
        return replace(identity, code=seen.code)

    def code(self, actor_id: str) -> str | None:
        """The state or body that the actor acts for, as the first article says that tells it, or else the seeds."""
        if code := self._code.get(actor_id):
            return code
        codes = self._codes(actor_id)
        return next(iter(codes)) if len(codes) == 1 else None

    def is_guest(self, identity: Identity) -> bool:
        """Whether a known person stands with a body for which he held no office: a minister at its table."""
        codes = self._codes(identity.actor_id)
        return len(codes) == 1 and identity.code in self._knowledge.igo and identity.code not in codes

    def _codes(self, actor_id: str) -> set[str]:
        """The states and bodies for which the seeds' person held an office."""
        person = self._knowledge.person.get(actor_id.removeprefix("person:"))
        return {term.code for term in person.terms} if person else set()

    def _found(self, seen: Seen) -> Identity | None:
        if seen.kind in ("state", "igo") and seen.code:
            return Identity(f"{seen.kind}:{seen.code}", "code")
        if seeded := self._seeded(seen):
            return Identity(seeded, "seed")
        # A full name says who it is; a short one only where no full one is given, and only one bears it.
        full = [key for key in seen.keys if " " in key] or list(seen.keys)
        for key in sorted(full, key=len, reverse=True):
            if actor_id := _only(self._by_name.get((seen.kind, key), {}), seen.code):
                return Identity(actor_id, "same_name")
        if seen.kind != "person":
            return None
        if not seen.code:
            # Without a state to tell namesakes apart the whole name must sound the same.
            bearers = {
                actor_id for key in full if " " in key for actor_id in self._by_whole_sound.get(sound_key(key), ())
            }
            return Identity(bearers.pop(), "similar_name") if len(bearers) == 1 else None
        similar: dict[str, float] = defaultdict(float)
        for key in full:
            for other, actor_id in self._heard_like(key, seen.code):
                if same_sound(key, other):
                    similar[actor_id] = max(similar[actor_id], ends_alike(key, other))
        closest = [actor_id for actor_id, alike in similar.items() if alike == max(similar.values())]
        if len(closest) == 1:
            return Identity(closest[0], "similar_name")
        if all(" " not in key for key in seen.keys):
            bearers = {actor_id for key in seen.keys for actor_id in self._by_last_word.get((seen.code, key), ())}
            if len(bearers) == 1:
                return Identity(bearers.pop(), "short_name")
        return None

    def _for_a_body(self, seen: Seen, words: Sequence[str]) -> bool:
        """Whether a full name stands with an intergovernmental body: a minister may sit in one."""
        return seen.code in self._knowledge.igo and len(words) > 1

    def _heard_like(self, key: str, code: str) -> Iterator[tuple[str, str]]:
        """Names of people of one state, with their ids, that may have the sound of ``key``."""
        for bucket, first in sound_buckets(key) if " " in key else ():
            for other_first, names in self._by_sound.get((code, bucket), {}).items():
                if may_begin(first, other_first):
                    yield from names.items()

    def _seeded(self, seen: Seen) -> str | None:
        """The seed's person or body that bears one of the names, if just one of that state does."""
        for key in sorted(seen.keys, key=len, reverse=True):
            words = alias_keys(key)
            if seen.kind == "person":
                people = {
                    person.id
                    for person in self._knowledge.candidates(name_keys(words))
                    if seen.code in (None, *(term.code for term in person.terms)) or self._for_a_body(seen, words)
                }
                if len(people) == 1 and (len(words) > 1 or seen.code):
                    return f"person:{people.pop()}"
            elif seen.kind == "body":
                bodies = {
                    _body(entry, seen.code) for entry in self._knowledge.entities.get(words) if entry.kind == "body"
                }
                bodies.discard(None)
                if len(bodies) == 1:
                    return f"body:{bodies.pop()}"
        return None


def identify_all(registry: Registry, actors: Iterable[Seen]) -> list[Identity]:
    """Identities in the order of ``actors``; those with fuller names come first, so that short ones find them.

    Whose state one article leaves out has it from the others.
    """
    listed: Sequence[Seen] = list(actors)
    found: dict[int, Identity] = {}
    for index in sorted(range(len(listed)), key=lambda i: -listed[i].fullest.count(" ")):
        found[index] = registry.identify(listed[index])
    identities = (found[index] for index in range(len(listed)))
    return [
        one if one.code and not registry.is_guest(one) else replace(one, code=registry.code(one.actor_id))
        for one in identities
    ]


def _body(entry: Entry, code: str | None) -> str | None:
    """The id of the seed's body ``entry`` where an article has it for the state ``code``; None: it is another."""
    each_state_has_one = entry.sort in _EACH_STATE_HAS
    if entry.code is None and each_state_has_one:
        return f"{entry.id}:{code}" if code else None
    return entry.id if entry.code in (None, code) or (code is None and not each_state_has_one) else None


def _only(known: Mapping[str, str | None], code: str | None) -> str | None:
    """The one id of ``known`` (ids with their codes) that ``code`` does not speak against."""
    same = [actor_id for actor_id, other in known.items() if other == code]
    candidates = same or [actor_id for actor_id, other in known.items() if None in (other, code)]
    return candidates[0] if len(candidates) == 1 else None


def _minted(seen: Seen) -> str:
    name = f"{seen.fullest}|{seen.code or ''}"
    return f"{seen.kind}:{hashlib.sha256(name.encode()).hexdigest()[:12]}"
