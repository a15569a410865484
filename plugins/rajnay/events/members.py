"""How far two articles name the same parties: a person in one may be his state in the other."""

from collections.abc import Sequence

from rajnay.events.told import Member

# An article that has only the state says less than one with the same person.
_STANDS_FOR = 0.8


def likeness(one: Sequence[Member], other: Sequence[Member]) -> float:
    """Between 0 and 1: twice the matched parties by all parties (Dice), where those that come along do not count.

    The same actor matches by 1, a state and somebody who acts for it by 0.8, two different people of one
    state not at all. Who comes along with a matched party of the same state is its delegation.
    """
    left, right = list(one), list(other)
    matched = 0.0
    codes: set[str] = set()
    for worth in (1.0, _STANDS_FOR):
        for a in list(left):
            for b in right:
                if a.actor_id == b.actor_id if worth == 1.0 else _stands_for(a, b):
                    matched += worth
                    left.remove(a)
                    right.remove(b)
                    codes |= {code for code in (a.code, b.code) if code}
                    break
    n_pairs = min(len(one) - len(left), len(other) - len(right))
    alone = sum(member.code not in codes for member in (*left, *right))
    whole = 2 * n_pairs + alone
    return 2 * matched / whole if whole else 0.0


def party_codes(members: Sequence[Member]) -> frozenset[str]:
    """The states and bodies at the table: a code each, or the actor itself where it has none."""
    return frozenset(member.code or member.actor_id for member in members)


def _stands_for(a: Member, b: Member) -> bool:
    return a.code is not None and a.code == b.code and "state" in (a.kind, b.kind) and a.kind != b.kind
