"""The environment, read in one place and once. Nothing else in the project looks at ``os.environ``."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from rajnay.paths import Lake

IST = ZoneInfo("Asia/Kolkata")
REPOSITORY = Path(__file__).resolve().parents[2]
# The scheduled run starts half an hour after midnight, for the day that has just ended.
_NIGHT_ENDS = timedelta(hours=6)


class SettingError(Exception):
    """A setting cannot be understood. The message names it and what it may be."""


@dataclass(frozen=True)
class Settings:
    """``data``: the lake's root. ``press``: "sample", "live", or article files (JSONL) separated by commas.

    ``press_start``: first day of the sample press's week, None: as remembered, or chosen by the first run.
    ``contact``: where an outlet's owner can complain; part of the user agent. ``task_retries``: how often Airflow
    tries a red task again by itself.
    """

    data: Path
    press: str
    press_start: date | None
    contact: str
    task_retries: int

    @property
    def lake(self) -> Lake:
        """The lake under ``data``."""
        return Lake(self.data)

    def with_press(self, press: str | None) -> "Settings":
        """These settings with another press, if one is given."""
        return replace(self, press=press) if press else self


def day(text: str, setting: str = "DATE") -> date:
    """A date given as ``YYYY-MM-DD``; raises SettingError naming ``setting``."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingError(f"{setting}={text!r} is no date: write it as YYYY-MM-DD") from None


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from ``RAJNAY_*`` variables; see .env.example."""
    start = environment.get("RAJNAY_PRESS_START", "")
    retries = environment.get("RAJNAY_TASK_RETRIES") or "2"
    if not retries.isdecimal():
        raise SettingError(f"RAJNAY_TASK_RETRIES={retries!r} is no number")
    return Settings(
        data=Path(environment.get("RAJNAY_DATA") or REPOSITORY / "data").resolve(),
        press=environment.get("RAJNAY_PRESS") or "sample",
        press_start=day(start, "RAJNAY_PRESS_START") if start else None,
        contact=environment.get("RAJNAY_CONTACT") or "https://rajnay.example/contact",
        task_retries=int(retries),
    )


def given_or_news_day(text: str | None, now: datetime) -> date:
    """The day that ``text`` gives (``YYYY-MM-DD``), else the one that a run started at ``now`` is about."""
    return day(text) if text else news_day(now)


def news_day(now: datetime) -> date:
    """The IST day that a run started at ``now`` (aware) is about: until 6 in the morning, the day before."""
    return (now.astimezone(IST) - _NIGHT_ENDS).date()
