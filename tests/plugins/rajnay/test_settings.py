"""Settings: read from the environment, wrong ones refused by name; the news day of a moment."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rajnay.settings import REPOSITORY, SettingError, day, from_environment, news_day


def test_defaults_need_nothing() -> None:
    settings = from_environment({})
    assert settings.data == REPOSITORY / "data"
    assert settings.press == "sample"
    assert settings.press_start is None
    assert settings.contact.startswith("http")


def test_all_can_be_set(tmp_path: Path) -> None:
    settings = from_environment(
        {
            "RAJNAY_DATA": str(tmp_path),
            "RAJNAY_PRESS": "live",
            "RAJNAY_PRESS_START": "2026-11-20",
            "RAJNAY_CONTACT": "desk@example.org",
            "RAJNAY_TASK_RETRIES": "5",
        }
    )
    assert settings.lake.root == tmp_path
    assert (settings.press, settings.contact, settings.task_retries) == ("live", "desk@example.org", 5)
    assert settings.press_start == date(2026, 11, 20)
    assert settings.with_press("sample").press == "sample"
    assert settings.with_press(None) is settings


@pytest.mark.parametrize(("name", "value"), [("RAJNAY_PRESS_START", "20.11.2026"), ("RAJNAY_TASK_RETRIES", "many")])
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=f"{name}={value!r}"):
        from_environment({name: value})


def test_a_wrong_day_is_named() -> None:
    with pytest.raises(SettingError, match="DATE='yesterday'.*YYYY-MM-DD"):
        day("yesterday")


@pytest.mark.parametrize(
    ("utc", "expected"),
    [
        ((2026, 11, 23, 19, 0), (2026, 11, 23)),  # 00:30 IST on the 24th: the day that has just ended
        ((2026, 11, 24, 0, 29), (2026, 11, 23)),  # 05:59 IST
        ((2026, 11, 24, 0, 30), (2026, 11, 24)),  # 06:00 IST
        ((2026, 11, 24, 18, 29), (2026, 11, 24)),  # 23:59 IST
        ((2026, 12, 31, 19, 0), (2026, 12, 31)),  # the turn of the year in India
    ],
)
def test_news_day(utc: tuple[int, ...], expected: tuple[int, ...]) -> None:
    assert news_day(datetime(*utc, tzinfo=UTC)) == date(*expected)  # type: ignore[misc,arg-type]
