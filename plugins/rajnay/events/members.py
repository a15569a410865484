"""How far two articles name the same parties: a person in one may be his state in the other."""

from collections.abc import Sequence

from rajnay.events.told import Member

# An article that has only the state says less than one with the same person; a body may be his or another.
_STATE_FOR = 0.8
_BODY_FOR = 0.6
_MANY = 3


def likeness(one: Sequence[Member], other: Sequence[Member]) -> float:
    """Between 0 and 1: the matched parties by those that might match.

    The same actor matches by 1, a state and somebody who acts for it by 0.8, a body and a person of one state by
    0.6, two different people of one state not at all. Who comes along with a matched party of the same state is
    its delegation, and does not count.
    Of many parties a report names some: from three on, the shorter list is the measure (overlap coefficient),
    else both are (Dice).
    """
    left, right = list(one), list(other)
    matched = 0.0
    codes: set[str] = set()
    for worth in (1.0, _STATE_FOR, _BODY_FOR):
        for a in list(left):
            for b in right:
                if _worth(a, b) == worth:
                    matched += worth
                    left.remove(a)
                    right.remove(b)
                    codes |= {code for code in (a.code, b.code) if code}
                    break
    n_pairs = len(one) - len(left)
    alone, other_alone = (sum(member.code not in codes for member in rest) for rest in (left, right))
    if min(len(party_codes(one)), len(party_codes(other))) >= _MANY:
        whole = 2.0 * (n_pairs + min(alone, other_alone))
    else:
        whole = 2.0 * n_pairs + alone + other_alone
    return 2 * matched / whole if whole else 0.0


def party_codes(members: Sequence[Member]) -> frozenset[str]:
    """The states and bodies at the table: a code each, or the actor itself where it has none."""
    return frozenset(member.code or member.actor_id for member in members)


def _worth(a: Member, b: Member) -> float:
    if a.actor_id == b.actor_id:
        return 1.0
    if a.code is None or a.code != b.code or a.kind == b.kind:
        return 0.0
    return _STATE_FOR if "state" in (a.kind, b.kind) else _BODY_FOR
