"""When two places of an article may be one: a city by its spellings, a venue in it, the country around it."""

import csv
from functools import lru_cache

from rajnay.events.names import sound_key
from rajnay.facts.knowledge import Knowledge, alias_keys


class Places:
    """Compares places as worded; the seeds know spellings and countries."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        # A venue's city, by the venue's id: what only this comparison needs of the seed.
        with (knowledge.seeds / "places.csv").open(encoding="utf-8", newline="") as seed:
            self._city = {row["place_id"]: row["within"] for row in csv.DictReader(seed) if row["within"]}
        self.may_be_one = lru_cache(maxsize=65_536)(self._may_be_one)

    def known(self, place: str | None) -> str | None:
        """The id of ``place`` in the seed of places, or a state's code; None if it is not known or not one."""
        entries = self._knowledge.entities.get(alias_keys(place)) if place else ()
        for kind in ("place", "state"):
            ids = {entry.id for entry in entries if entry.kind == kind}
            if ids:
                return ids.pop() if len(ids) == 1 else None
        return None

    def _may_be_one(self, one: str | None, other: str | None) -> bool:
        """Whether nothing speaks against ``one`` and ``other`` being the same place; None is anywhere."""
        if not one or not other:
            return True
        a, b = sound_key(one), sound_key(other)
        if a == b or set(a) <= set(b) or set(b) <= set(a):
            return True
        known_a, known_b = self._known(one), self._known(other)
        if known_a & known_b:
            return True
        # A country holds its cities.
        return bool(self._countries(one) & self._codes(other) or self._countries(other) & self._codes(one))

    def _known(self, place: str) -> set[str]:
        """The places that it may be, and the cities they lie in."""
        ids = {
            f"{entry.kind}:{entry.id}"
            for entry in self._knowledge.entities.get(alias_keys(place))
            if entry.kind in ("capital", "place")
        }
        cities = {self._city[known.partition(":")[2]] for known in ids if known.partition(":")[2] in self._city}
        return ids.union(*(self._known(city) for city in cities)) if cities else ids

    def _countries(self, place: str) -> set[str]:
        entries = self._knowledge.entities.get(alias_keys(place))
        return {entry.id for entry in entries if entry.kind == "state"}

    def _codes(self, place: str) -> set[str]:
        entries = self._knowledge.entities.get(alias_keys(place))
        return {entry.code for entry in entries if entry.kind in ("capital", "place") and entry.code}
