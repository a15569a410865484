from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.dates import IST, page_time

AT = datetime(2026, 11, 24, 18, 40, tzinfo=IST)


@pytest.mark.parametrize(
    ("text", "at", "zone_known"),
    [
        ("2026-11-24T18:40:00+05:30", AT, True),
        ("2026-11-24T18:40+0530", AT, True),
        ("2026-11-24T13:10:00Z", AT, True),
        ("2026-11-24T13:10:00.250Z", AT + timedelta(milliseconds=250), True),
        ("2026-11-24 18:40:00 IST", AT, True),
        ("2026-11-24T18:40:00", AT, False),
        ("2026-11-24 06:40 PM", AT, False),
        ("2026-11-24 06:40 PM IST", AT, True),
        ("Tue, 24 Nov 2026 18:40:00 +0530", AT, True),
        ("Tue, 24 Nov 2026 13:10:00 GMT", AT, True),
        ("24 Nov 2026 18:40:00 IST", AT, True),
        ("24 नवंबर 2026, 06:40 PM IST", AT, True),
        ("प्रकाशित: 24 नवम्बर 2026, शाम 6:40 बजे", AT, False),
        ("अपडेटेड मंगलवार, २४ नवंबर २०२६ १८:४०", AT, False),
        ("Posted On: 24 NOV 2026 6:40PM by PIB Delhi", AT, False),
        ("Nov 24, 2026 6:40 pm (IST)", AT, True),
        ("November 24, 2026, 18:40 GMT+0530", AT, True),
        ("06:40 PM, 24 नवंबर 2026", AT, False),
        ("24/11/2026 18:40", AT, False),
        ("24-11-2026, 18:40 आईएसटी", AT, True),
        ("24 नवंबर 2026, दोपहर 12:05 बजे", AT.replace(hour=12, minute=5), False),
        ("24 नवंबर 2026, रात 12:30 बजे", AT.replace(hour=0, minute=30), False),
        ("24 नवंबर 2026, रात 9:15 बजे", AT.replace(hour=21, minute=15), False),
        ("24 नवंबर 2026, रात 2:15 बजे", AT.replace(hour=2, minute=15), False),
        ("24 नवंबर 2026, सुबह 6:05 बजे", AT.replace(hour=6, minute=5), False),
        ("24 फ़रवरी 2026", datetime(2026, 2, 24, tzinfo=IST), False),
        ("24 \u095eरवरी 2026", datetime(2026, 2, 24, tzinfo=IST), False),
        ("1st Jan 2026", datetime(2026, 1, 1, tzinfo=IST), False),
        ("2026-11-24", datetime(2026, 11, 24, tzinfo=IST), False),
        ("29 फरवरी 2024", datetime(2024, 2, 29, tzinfo=IST), False),
        ("Updated: 24 Nov 2026, 06:40 PM (IST)", AT, True),
        ("24 Nov 2026 06:40:00 PM", AT, False),
        ("प्रकाशित: मंगलवार, २४ नवम्बर २०२६", AT.replace(hour=0, minute=0), False),
        ("मंगल, 24 नवं॰ 2026 को 18:40 बजे", AT, False),
        ("24 नवम्‍बर 2026 18:40", AT, False),
        ("24 नवंबर 2026, शाम 6.40 बजे", AT, False),
        ("24 नवंबर 2026 06.40 PM", AT, False),
        ("24 नवंबर 2026, शाम 6 बजे", AT.replace(minute=0), False),
        ("24.11.2026 18.40", AT, False),
        ("24 नवंबर 2026, 5 amanat", AT.replace(hour=0, minute=0), False),
        ("1795525800", AT, True),
        ("1795525800000", AT, True),
        ("/Date(1795525800000)/", AT, True),
        ("20261124T184000+0530", AT, True),
        ("2026/11/24 18:40:00", AT, False),
        ("Tue Nov 24 18:40:00 IST 2026", AT, True),
        ("Tue Nov 24 2026 18:40:00 GMT+0530 (India Standard Time)", AT, True),
        ("अपडेटेड: 24 नवंबर 2026 09:10 PM IST, प्रकाशित: 24 नवंबर 2026 06:40 PM IST", AT, True),
        ("Last Modified: 24 Nov 2026 21:10 IST Published: 24 Nov 2026 18:40 IST", AT, True),
        ("Publish: Tue, 24 Nov 2026 06:40 PM (IST)Updated: Tue, 24 Nov 2026 09:10 PM (IST)", AT, True),
    ],
)
def test_page_times(text, at, zone_known):
    found = page_time(text)
    assert found is not None
    assert (found.at, found.zone_known) == (at, zone_known)
    assert found.at.utcoffset() is not None


@pytest.mark.parametrize(
    "text",
    ["", None, "कल शाम", "24 नवंबर", "2026", "31 फरवरी 2026", "2026-13-45", "1970-01-01T00:00:00Z", "0001-01-01", "9999-12-31T23:59:59-23:59",
     "2026-11-24T18:40:00+99:99", "124 नवंबर 2026", "24 नवंबरी 2026", "0/0/2026", "1.2.3.2026"],
)  # fmt: skip
def test_no_time(text):
    assert page_time(text) is None


SEEN = datetime(2026, 11, 24, 15, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "at", "zone_known"),
    [
        ("2 घंटे पहले", AT, True),
        ("२ घण्टे पूर्व", AT, True),
        ("एक घंटा पहले", AT + timedelta(hours=1), True),
        ("35 मिनट पहले", AT + timedelta(minutes=85), True),
        ("Updated 2 hrs ago", AT, True),
        ("1 घंटा 20 मिनट पहले", AT + timedelta(minutes=40), True),
        ("1 day 4 hours ago", datetime(2026, 11, 23, tzinfo=IST), False),
        ("an hour ago", AT + timedelta(hours=1), True),
        ("3 दिन पहले", datetime(2026, 11, 21, tzinfo=IST), False),
    ],
)
def test_how_long_ago(text, at, zone_known):
    found = page_time(text, SEEN)
    assert found is not None
    assert (found.at, found.zone_known) == (at, zone_known)
    assert page_time(text) is None


@pytest.mark.parametrize("text", ["घंटे पहले", "2 घंटे", "मैच से 2 घंटे पहलेवाली", "2026 दिन पहले", "999 घंटे बाद"])
def test_not_how_long_ago(text):
    assert page_time(text, SEEN) is None


@given(st.text(max_size=80))
def test_any_text_gives_an_aware_time_or_none(text):
    found = page_time(text)
    assert found is None or found.at.astimezone(UTC)


@given(st.datetimes(datetime(1991, 1, 1), datetime(2099, 1, 1)), st.integers(-14 * 60, 14 * 60))  # noqa: DTZ001
def test_iso_times_come_back(naive, offset):
    at = naive.replace(tzinfo=timezone(timedelta(minutes=offset)))
    found = page_time(at.isoformat())
    assert found is not None
    assert found.at == at
    assert found.zone_known
