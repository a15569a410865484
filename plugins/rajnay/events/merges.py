"""Events that a later fact showed to be one: from the id that an event was given to the one that it has now."""

from collections.abc import Mapping


def current(event_id: str, merged: Mapping[str, str]) -> str:
    """Where ``event_id`` leads by way of ``merged`` (from the younger id to the older): itself if it was not merged."""
    passed = {event_id}
    while (older := merged.get(event_id, event_id)) not in passed:
        passed.add(event_id := older)
    return event_id
