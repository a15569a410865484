"""The hard pairs: what is one meeting or agreement, and what only looks like one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rajnay.events.agreements import agreement_score
from rajnay.events.meetings import meeting_score
from rajnay.events.places import Places
from rajnay.events.step import AGREEMENT_THRESHOLD, MEETING_THRESHOLD
from rajnay.events.told import Member, Told
from rajnay.facts.knowledge import load

PLACES = Places(load())
IND, FRA, DEU, EU = (Member(f"state:{code}", "state", code) for code in ("IND", "FRA", "DEU", "EU"))
SHARMA = Member("person:sharma", "person", "IND")
VERMA = Member("person:verma", "person", "IND")
MOREAU = Member("person:moreau", "person", "FRA")
DUBOIS = Member("person:dubois", "person", "FRA")
WEBER = Member("person:weber", "person", "DEU")
NAVY_IND = Member("body:navy", "body", "IND")
NAVY_FRA = Member("body:marine", "body", "FRA")


def meeting(
    *members,
    status="held",
    on="2026-11-18",
    place="पेरिस",
    channel="in_person",
    reported=date(2026, 11, 19),
    article="a",
):
    return Told(article, 0, "meeting", members, status, on, reported, place=place, channel=channel)


def agreement(
    *members, name, status="signed", on="2026-11-18", kind="agreement", reported=date(2026, 11, 19), article="a"
):
    return Told(article, 0, "agreement", members, status, on, reported, kind=kind, name=name)


def same_meeting(one, other):
    score = meeting_score(one, other, PLACES)
    assert score == meeting_score(other, one, PLACES)
    return score is not None and score >= MEETING_THRESHOLD


def same_agreement(one, other):
    score = agreement_score(one, other)
    assert score == agreement_score(other, one)
    return score is not None and score >= AGREEMENT_THRESHOLD


BASE = meeting(SHARMA, MOREAU)


@pytest.mark.parametrize(
    "other",
    [
        meeting(MOREAU, SHARMA),
        meeting(IND, MOREAU),
        meeting(IND, FRA),
        meeting(SHARMA, MOREAU, VERMA, DUBOIS),
        meeting(SHARMA, MOREAU, place=None),
        meeting(SHARMA, MOREAU, place="फ्रांस"),
        meeting(SHARMA, MOREAU, place="पैरिस"),
        meeting(SHARMA, MOREAU, channel="unknown"),
        meeting(SHARMA, MOREAU, on="2026-11"),
        meeting(SHARMA, MOREAU, on=None),
        meeting(SHARMA, MOREAU, status="planned", reported=date(2026, 11, 14)),
        meeting(SHARMA, MOREAU, status="planned", on=None, reported=date(2026, 11, 5)),
        meeting(SHARMA, MOREAU, status="planned", on="2026-11-17", reported=date(2026, 11, 14)),
        meeting(SHARMA, MOREAU, status="cancelled"),
        meeting(SHARMA, MOREAU, place="ल्यों"),
    ],
    ids=[
        "order", "a state for its minister", "both states", "delegations", "no place", "the country for the city",
        "another spelling", "channel not told", "only the month", "no day", "planned before", "planned, no day",
        "slipped a day", "called off", "desks differ on the place",
    ],
)  # fmt: skip
def test_one_meeting(other):
    assert same_meeting(BASE, other)


@pytest.mark.parametrize(
    "other",
    [
        meeting(SHARMA, MOREAU, on="2026-11-19"),
        meeting(SHARMA, MOREAU, on="2026-11-12"),
        meeting(SHARMA, MOREAU, channel="phone", place=None),
        meeting(VERMA, DUBOIS),
        meeting(SHARMA, WEBER),
        meeting(SHARMA, MOREAU, WEBER, EU),
        meeting(SHARMA, MOREAU, on=None, reported=date(2026, 12, 20)),
        meeting(SHARMA, MOREAU, on="2026-11-20", status="planned", reported=date(2026, 11, 19)),
        meeting(SHARMA, MOREAU, on="2025-11-18"),
    ],
    ids=[
        "the next day", "the week before", "a call on the same day", "others of the same states", "another state",
        "a summit beside it", "no day, a month later", "the next one planned", "a year before",
    ],
)  # fmt: skip
def test_two_meetings(other):
    assert not same_meeting(BASE, other)


def test_the_same_states_elsewhere_on_one_day_are_two_meetings():
    assert not same_meeting(meeting(IND, FRA), meeting(IND, FRA, place="ल्यों"))


def test_summits_are_told_by_some_of_those_present():
    summit = meeting(SHARMA, MOREAU, WEBER, EU)
    assert same_meeting(summit, meeting(IND, FRA, EU))
    assert not same_meeting(summit, meeting(SHARMA, MOREAU))


PACT = agreement(IND, FRA, name="रक्षा उद्योग सहयोग समझौते")


@pytest.mark.parametrize(
    "other",
    [
        agreement(FRA, IND, name="रक्षा उद्योग करार"),
        agreement(IND, FRA, name="डिफेंस समझौता"),
        agreement(IND, FRA, name=None),
        agreement(IND, FRA, name="रक्षा उद्योग समझौते", status="proposed", on=None, reported=date(2026, 6, 1)),
        agreement(IND, FRA, name="रक्षा उद्योग समझौते", status="in_force", on="2027-03-01", reported=date(2027, 3, 1)),
        agreement(IND, FRA, name="रक्षा उद्योग समझौते", status="ended", on="2027-06", reported=date(2027, 6, 30)),
        agreement(IND, FRA, name="रक्षा उद्योग समझौते", on="2026-11-17"),
        agreement(IND, FRA, name="मिसाइल आपूर्ति करार", kind="contract"),
    ],
    ids=[
        "order and head",
        "an English word",
        "unnamed, same act",
        "proposed before",
        "in force",
        "ended",
        "a day off",
        "the same topic in other words",
    ],
)
def test_one_agreement(other):
    assert same_agreement(PACT, other)


@pytest.mark.parametrize(
    "other",
    [
        agreement(IND, DEU, name="रक्षा उद्योग सहयोग समझौते"),
        agreement(IND, FRA, name="स्वास्थ्य सेवा समझौते"),
        agreement(IND, FRA, DEU, name="रक्षा उद्योग सहयोग समझौते"),
        agreement(IND, FRA, name="मिसाइल आपूर्ति करार", on="2026-11-17"),
        agreement(IND, FRA, name="रक्षा उद्योग समझौते", on="2019-02-01"),
        agreement(IND, FRA, name=None, on="2026-10-01"),
        agreement(IND, FRA, name=None, kind="declaration", status="proposed", on=None, reported=date(2026, 3, 1)),
    ],
    ids=[
        "another state",
        "another subject",
        "one party more",
        "only the topic, a day off",
        "years ago",
        "unnamed, weeks ago",
        "unnamed plan",
    ],
)
def test_two_agreements(other):
    assert not same_agreement(PACT, other)


def test_a_treaty_is_no_contract():
    treaty = agreement(IND, FRA, name="रक्षा उद्योग संधि", kind="treaty")
    assert not same_agreement(treaty, agreement(IND, FRA, name="रक्षा उद्योग अनुबंध", kind="contract"))


def test_a_word_and_what_is_made_from_it_are_one_subject_and_a_sum_is_none():
    border = agreement(IND, FRA, name="सीमा निर्धारण प्रोटोकॉल", status="approved", on="2027-02-01")
    assert same_agreement(border, agreement(IND, FRA, name="सीमांकन प्रोटोकॉल"))
    roads = agreement(IND, FRA, name="सड़कों के लिए 30 करोड़ डॉलर के ऋण समझौते", kind="contract")
    assert not same_agreement(roads, agreement(IND, FRA, name="अस्पतालों के लिए 30 करोड़ डॉलर के ऋण समझौते", kind="contract"))


def test_one_ceasefire_at_a_time():
    front = Member("body:front", "body", "SSD")
    state = Member("state:SSD", "state", "SSD")
    signed = agreement(state, front, name="युद्धविराम", kind="ceasefire")
    ended = agreement(state, front, name="संघर्षविराम", kind="ceasefire", status="ended", on="2026-11-25")
    assert same_agreement(signed, ended)


_MEMBERS = st.lists(
    st.sampled_from([IND, FRA, DEU, EU, SHARMA, VERMA, MOREAU, DUBOIS, WEBER, NAVY_IND, NAVY_FRA]),
    min_size=0, max_size=6, unique=True,
)  # fmt: skip
_TOLD = st.builds(
    meeting,
    *[],
    status=st.sampled_from(["held", "planned", "cancelled"]),
    on=st.sampled_from([None, "2026", "2026-11", "2026-11-18", "2026-11-19", "2024-02-29", "2026-12"]),
    place=st.sampled_from([None, "पेरिस", "फ्रांस", "नई दिल्ली", "राष्ट्रपति भवन", "कहीं और"]),
    channel=st.sampled_from(["in_person", "phone", "video", "unknown"]),
)


@given(_MEMBERS, _MEMBERS, _TOLD, _TOLD)
def test_scores_are_symmetric_and_between_0_and_1(ours, theirs, one, other):
    a = Told(
        "a", 0, "meeting", tuple(ours), one.status, one.date, one.reported_on, place=one.place, channel=one.channel
    )
    b = Told(
        "b",
        0,
        "meeting",
        tuple(theirs),
        other.status,
        other.date,
        other.reported_on,
        place=other.place,
        channel=other.channel,
    )
    score = meeting_score(a, b, PLACES)
    assert score == meeting_score(b, a, PLACES)
    assert score is None or 0 <= score <= 1
