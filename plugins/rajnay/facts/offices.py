"""Offices as worded: the head noun, what stands before it (portfolio, organisation, capacity) and whose office it is.

The grammar is read from right to left: ``तत्कालीन | अमेरिकी | विदेश | मंत्री``, ``रूस के | रक्षा | मंत्री``,
``नीति आयोग के | उपाध्यक्ष``, ``कांग्रेस | नेता``. The state is no part of the role; an organisation is.
"""

import re
from dataclasses import dataclass

from rajnay.facts.knowledge import Entry
from rajnay.facts.tagging import Entity, Words
from rajnay.facts.word_classes import Lexicon, W

_COMMAS = frozenset(",،")
_BEFORE_HEAD = W.PREFIX | W.PORTFOLIO
# With a portfolio these are offices that a state has once.
_WITH_PORTFOLIO = frozenset({"मंत्री", "सचिव", "सलाहकार"})
_SINGULAR = re.compile("(?:ियों|ों)$")
STATE_KINDS = frozenset({"state", "demonym", "metonym"})


@dataclass(slots=True, eq=False)
class Office:
    """An office in a sentence; token positions are end-exclusive.

    ``start:end``: the whole phrase without a name, the state included. ``role``: the stretches that make up the role
    as worded. ``owners``: the states, the IGO or the body that it belongs to, in the order of the text.
    ``name``: normal form without spaces, for comparing offices. ``is_rank``: a rank only, no office.
    ``needs_name``: an everyday noun unless a name follows.
    ``is_sole``: one that a state has once, so that it means somebody even without a state.
    """

    start: int
    end: int
    role: tuple[tuple[int, int], ...]
    owners: tuple[Entry, ...]
    name: str
    is_rank: bool
    is_plural: bool
    needs_name: bool
    is_sole: bool

    def role_text(self, words: Words) -> str:
        """The role as worded, without the country."""
        return " ".join(words.surface(start, end) for start, end in self.role)


def find_offices(words: Words, lexicon: Lexicon) -> list[Office]:
    """The offices of a sentence, left to right; none overlaps another."""
    found: list[Office] = []
    i = 0
    first_words = lexicon.heads.first_words
    while i < len(words.keys):
        key = words.keys[i]
        head = lexicon.heads.longest(words.keys, i) if key in first_words else None
        if head is None and key.endswith(("मंत्री", "मंत्रियों")) and len(key) > 7:
            head = (i + 1, (False,))
        if head is not None and words.classes[i] & W.PREFIX and words.is_a(head[0], W.PREFIX | W.PORTFOLIO | W.SOLE):
            head = None  # प्रधान (सचिव), मुख्य (सलाहकार)
        if head is None or i in words.trapped or (words.inside_entity(i) and words.inside_entity(head[0] - 1)):
            i += 1
            continue
        end, (is_rank, *_) = head
        found.append(_expand(words, lexicon, i, end, is_rank, found))
        i = end
    return found


def _expand(words: Words, lexicon: Lexicon, head: int, end: int, is_rank: bool, found: list[Office]) -> Office:
    """The office with the head ``head:end``; takes over the one before when that is its owner (X के विशेष दूत)."""
    classes = words.classes
    floor = found[-1].end if found else 0
    role_start = i = head
    owners: tuple[Entry, ...] = ()
    if classes[head] & W.COUNTERPART and i > floor and classes[i - 1] & W.REFLEXIVE:  # तंजानिया की अपनी समकक्ष
        i -= 1
    while i > floor:
        before = words.ending.get(i)
        if before is not None:
            kind = before.entry.kind
            if kind in STATE_KINDS:
                owners, i = _coordinated_states(words, before, floor)
                break
            if kind in ("igo", "body") and before.start >= floor:
                if owners:
                    break  # सेना की कमान के कमांडर: the nearer body only
                owners = (before.entry,)
                role_start = i = before.start
                if kind == "igo":
                    break
                continue
            break
        p = i - 1
        if classes[p] & W.GENITIVE:
            owner = words.ending.get(p)
            if owner is None and words.keys[p - 1] == ")":  # महासंघ (फियो) के अध्यक्ष
                opening = next((k for k in range(p - 2, max(floor, p - 6), -1) if words.keys[k] == "("), floor)
                owner = words.ending.get(opening)
            if owner is not None and owner.start >= floor:
                kind = owner.entry.kind
                if kind in STATE_KINDS:
                    owners, i = _coordinated_states(words, owner, floor)
                    break
                if kind == "igo":
                    owners, i = (owner.entry,), owner.start
                    break
                if owners:
                    break
                owners = (owner.entry,)
                role_start = i = owner.start
                if kind == "body":
                    continue
                break
            if found and found[-1].end == p and found[-1].role and not is_rank:
                whole = found.pop()
                owners, i, role_start = whole.owners, whole.start, whole.role[-1][0]
                break
            if p > floor and classes[p - 1] & W.OF_OFFICE:
                i = p - 1
                while i > floor and classes[i - 1] & (_BEFORE_HEAD | W.INNER) and not words.inside_entity(i - 1):
                    i -= 1
                role_start = i
                continue
            break
        # इससे पहले राष्ट्रपति …: earlier, not the first one.
        earlier = words.keys[p] == "पहले" and (words.is_a(p - 1, W.CASE) or words.key(p - 1).endswith("से"))
        if classes[p] & _BEFORE_HEAD and not words.inside_entity(p) and not earlier:
            role_start = i = p
            continue
        joined = classes[p] & W.CONJUNCTION or words.keys[p] in _COMMAS
        if joined and p > floor and classes[i] & classes[p - 1] & W.PORTFOLIO:
            role_start = i = p - 1
            continue
        break
    role: tuple[tuple[int, int], ...] = ((role_start, end),)
    # पूर्व अमेरिकी राष्ट्रपति: the capacity before the state belongs to the role.
    if floor < i < role_start and classes[i - 1] & W.CAPACITY:
        i -= 1
        role = ((i, i + 1), *role)
    if classes[head] & W.COUNTERPART:
        role = ()
        if i > floor and classes[i - 1] & W.REFLEXIVE:
            i -= 1
    name = "".join(words.keys[k] for k in range(role_start, end) if not classes[k] & W.CAPACITY or k == end - 1)
    name = _SINGULAR.sub(lambda m: "ी" if m.group() == "ियों" else "", name.removeprefix("केंद्रीय"))
    return Office(
        start=i,
        end=end,
        role=role,
        owners=owners,
        name=lexicon.same_office.get(name, name),
        is_rank=is_rank,
        is_plural=bool(classes[end - 1] & W.PLURAL),
        is_sole=bool(classes[end - 1] & W.SOLE) or (end - role_start > 1 and words.keys[end - 1] in _WITH_PORTFOLIO),
        needs_name=role_start == head and end - head == 1 and not owners and bool(classes[end - 1] & W.NEEDS_NAME),
    )


def _coordinated_states(words: Words, last: Entity, floor: int) -> tuple[tuple[Entry, ...], int]:
    """The states joined to ``last`` on its left (भारत और फ्रांस के …) and where the first of them begins."""
    entries, start = [last.entry], last.start
    while start - 1 > floor and (
        words.classes[start - 1] & W.CONJUNCTION or words.keys[start - 1] in _COMMAS or words.keys[start - 1] == "-"
    ):
        before = words.ending.get(start - 1)
        if before is None or before.start < floor or before.entry.kind != last.entry.kind:
            break
        entries.insert(0, before.entry)
        start = before.start
    return tuple(entries), start
