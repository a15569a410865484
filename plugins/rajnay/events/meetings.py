"""Whether two articles tell of the same meeting, and how surely."""

from datetime import timedelta

from rajnay.events.members import likeness, party_codes
from rajnay.events.places import Places
from rajnay.events.told import Told

# Two parties of three may be a meeting beside the summit: less than this is another meeting.
_ENOUGH = 0.6
# A meeting of two is one beside the summit of more, unless nearly all at the table are the same.
_ENOUGH_BESIDE = 0.85
# A meeting told without a day was held shortly before the report, or is planned for the weeks after it.
_RECENT = timedelta(days=4)
_AHEAD = timedelta(days=45)
# A planned meeting may slip by so much and still be the one that was planned.
_SLIP = timedelta(days=2)


def meeting_score(one: Told, other: Told, places: Places) -> float | None:
    """How surely (0 to 1) ``one`` and ``other`` are the same meeting; None if they cannot be. Symmetric.

    Who met must agree, and day, place and channel must not differ; each that is known to agree makes it surer.
    Where the same people met on the same day, desks may still differ on the place.
    """
    who = likeness(one.members, other.members)
    beside = (len(party_codes(one.members)) == 2) != (len(party_codes(other.members)) == 2)
    if who < (_ENOUGH_BESIDE if beside else _ENOUGH) or not _may_be_one_channel(one, other):
        return None
    when = _when(one, other)
    where = _where(one, other, places)
    if when is None or (not where and (when < 1 or who < 1 or not _in_person(one, other))):
        return None
    if when < 0.5 and where < 1:
        return None
    return who * (0.6 * when + 0.25 * where + 0.15)


def _in_person(one: Told, other: Told) -> bool:
    """Whether both name the people who met."""
    return all(member.kind == "person" for told in (one, other) for member in told.members)


def _may_be_one_channel(one: Told, other: Told) -> bool:
    return one.channel == other.channel or "unknown" in (one.channel, other.channel)


def _where(one: Told, other: Told, places: Places) -> float:
    if not places.may_be_one(one.place, other.place):
        return 0.0
    return 1.0 if one.place and other.place else 0.7


def _when(one: Told, other: Told) -> float | None:
    """1 for the same day, less where one or both days are not told or a plan slipped, None where they differ."""
    a, b = one.days, other.days
    if a and b:
        if a[1] < b[0] or b[1] < a[0]:
            first, second = (one, other) if a < b else (other, one)
            slipped = first.status == "planned" and max(b[0] - a[1], a[0] - b[1]) <= _SLIP
            return 0.4 if slipped and first.reported_on <= second.reported_on else None
        return 1.0 if a == b and a[0] == a[1] else 0.8
    if a or b:
        dated, undated = (one, other) if a else (other, one)
        days = dated.days
        assert days is not None
        if undated.status == "planned":
            near = undated.reported_on - timedelta(days=1) <= days[1] and days[0] <= undated.reported_on + _AHEAD
        else:
            near = undated.reported_on - _RECENT <= days[1] and days[0] <= undated.reported_on
        return 0.6 if near else None
    return 0.6 if abs(one.reported_on - other.reported_on) <= _RECENT else None
