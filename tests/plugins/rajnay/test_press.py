"""The press of a run: sample, files or live, and mistakes in naming it."""

import json
from datetime import date
from pathlib import Path

import pytest
import requests

from rajnay.press import open_press
from rajnay.settings import SettingError, from_environment

NIGHT = date(2026, 11, 24)


def settings(data: Path, press: str, **more: str):
    return from_environment({"RAJNAY_DATA": str(data), "RAJNAY_PRESS": press, **more})


def test_the_sample_press_is_served_and_its_week_remembered(tmp_path: Path) -> None:
    with open_press(settings(tmp_path, "sample"), NIGHT) as press:
        assert len(press.outlets) == 9
        feed = press.outlets["prabhat_vani"].feeds[0].url
        assert requests.get(feed, proxies={"http": press.proxy}, timeout=5).ok
    assert (tmp_path / "sample_press_start").read_text().strip() == "2026-11-20"
    with open_press(settings(tmp_path, "sample"), date(2026, 11, 26)):
        assert (tmp_path / "sample_press_start").read_text().strip() == "2026-11-20"


def test_the_weeks_start_can_be_set(tmp_path: Path) -> None:
    with open_press(settings(tmp_path, "sample", RAJNAY_PRESS_START="2026-11-24"), NIGHT):
        assert not (tmp_path / "sample_press_start").exists()


def test_files_are_served_as_outlets_of_their_own(tmp_path: Path) -> None:
    rows = [
        {"id": "x-1", "url": None, "outlet": "मेरा अखबार", "published_at": None, "title": "शीर्षक", "body": "पाठ।"},
        {
            "id": "x-2",
            "url": None,
            "outlet": "desk",
            "published_at": "2026-11-24T10:00+05:30",
            "title": None,
            "body": "पाठ।",
        },
    ]
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    with open_press(settings(tmp_path, str(path)), NIGHT) as press:
        assert len(press.outlets) == 2
        assert press.proxy


def test_the_live_press_has_no_proxy_and_no_sample(tmp_path: Path) -> None:
    with open_press(settings(tmp_path, "live"), NIGHT) as press:
        assert press.proxy is None
        assert len(press.outlets) >= 12
        assert not any(outlet.is_sample for outlet in press.outlets.values())


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="gone.jsonl"), open_press(settings(tmp_path, "gone.jsonl"), NIGHT):
        pass


def test_a_bad_row_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "1", "title": "a", "body": "b"}\n{not json}\n')
    with pytest.raises(ValueError, match=r"bad\.jsonl.*2"), open_press(settings(tmp_path, str(path)), NIGHT):
        pass
