"""Whether two articles tell of the same meeting, and how surely."""

from datetime import timedelta

from rajnay.events.members import likeness, party_codes
from rajnay.events.places import Places
from rajnay.events.told import Told

# Two parties of three may be a meeting beside the summit: less than this is another meeting.
_ENOUGH = 0.6
# A meeting told without a day was held shortly before the report, or is planned for the weeks after it.
_RECENT = timedelta(days=4)
_AHEAD = timedelta(days=45)


def meeting_score(one: Told, other: Told, places: Places) -> float:
    """Between 0 (not the same meeting) and 1. Symmetric.

    Who met must agree, and day, place and channel must not differ; each that is known to agree makes it surer.
    """
    who = likeness(one.members, other.members)
    if who < _ENOUGH or (len(party_codes(one.members)) == 2) != (len(party_codes(other.members)) == 2) and who < 0.85:
        return 0.0
    when = _when(one, other)
    if not when or not places.may_be_one(one.place, other.place) or not _may_be_one_channel(one, other):
        return 0.0
    where = 1.0 if one.place and other.place else 0.7
    return who * (0.6 * when + 0.25 * where + 0.15)


def _may_be_one_channel(one: Told, other: Told) -> bool:
    return one.channel == other.channel or "unknown" in (one.channel, other.channel)


def _when(one: Told, other: Told) -> float:
    """1 for the same day, less where one or both days are not told, 0 where they differ."""
    a, b = one.days, other.days
    if a and b:
        if a[1] < b[0] or b[1] < a[0]:
            return 0.0
        return 1.0 if a == b and a[0] == a[1] else 0.8
    if a or b:
        dated, undated = (one, other) if a else (other, one)
        days = dated.days
        assert days is not None
        if undated.status == "planned":
            near = undated.reported_on - timedelta(days=1) <= days[1] and days[0] <= undated.reported_on + _AHEAD
        else:
            near = undated.reported_on - _RECENT <= days[1] and days[0] <= undated.reported_on
        return 0.6 if near else 0.0
    return 0.6 if abs(one.reported_on - other.reported_on) <= _RECENT else 0.0
