"""Who is who and which event is which, across articles and nights: ids that are minted once and kept."""

from rajnay.events.step import EventsReport, run

__all__ = ["EventsReport", "run"]
