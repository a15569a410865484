"""The sample press's labels are well-formed, and its reports are what the tests of facts and events need."""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest

from rajnay.facts.model import ActorKind, AgreementKind, AgreementStatus, Channel, MeetingStatus
from rajnay.text.tokens import tokens
from scrapers.sample_press.report import read_reports, resolve_dates
from tests.quality.press_labels import CLUSTERS, REPORTS, article, gold, raw_facts, resolve_label_date, write_week

REPORT = {report.id: report for report in read_reports(REPORTS)}
FACTS = {facts["id"]: facts for facts in raw_facts()}
EVENTS = json.loads(CLUSTERS.read_text(encoding="utf-8"))["events"]
# The credit that an agency's copy carries in its text.
CREDIT = {
    "pti_bhasha": "(भाषा)", "uni_varta": "(वार्ता)", "ani": "(एएनआई)", "ians": "(आईएएनएस)", "ap": "(एपी)",
    "afp": "(एएफपी)", "reuters": "(रॉयटर्स)", "hindusthan_samachar": "(हि.स.)",
}  # fmt: skip
# Agency copy printed twice: what near-duplicate detection has to find.
COPIES = {
    frozenset({"prabhat_vani/modi-samia-dar-es-salaam", "setu_news/modi-samia-varta-do-karar"}),
    frozenset({"prabhat_vani/rajnath-koizumi-varta", "naya_savera/japan-raksha-samjhauta"}),
    frozenset({"setu_news/chile-cepa-vaarta-sampann", "janpath_samachar/chile-cepa-vaarta-poori"}),
}


def as_written(id_: str) -> str:
    return f"{REPORT[id_].title}\n{REPORT[id_].body}"


def words(text: str) -> list[str]:
    return [token.key for token in tokens(text) if token.text.isalnum() or len(token.text) > 1]


def facts_of(id_: str) -> list[dict]:
    return FACTS[id_]["meetings"] + FACTS[id_]["agreements"]


def test_every_report_has_its_labels() -> None:
    assert FACTS.keys() == REPORT.keys()


@pytest.mark.parametrize("id_", REPORT)
def test_report_reads_like_a_newspaper_s(id_: str) -> None:
    report = REPORT[id_]
    assert 60 <= len(words(report.body)) <= 350
    assert unicodedata.is_normalized("NFC", as_written(id_))
    assert report.agency is None or CREDIT[report.agency] in report.body


@pytest.mark.parametrize("id_", FACTS)
def test_actors_are_named_in_the_text(id_: str) -> None:
    text = as_written(id_)
    actors = FACTS[id_]["actors"]
    assert len({actor["key"] for actor in actors}) == len(actors)
    for actor in actors:
        assert actor["kind"] in get_args(ActorKind)
        assert actor["names"]
        assert all(name in text for name in actor["names"]), actor
        assert actor["name_en"].isprintable()
        if actor["kind"] == "state":
            assert re.fullmatch("[A-Z]{3}", actor["code"])
            assert actor["key"] == actor["code"]
        if actor["kind"] != "person":
            assert actor["role"] is None
        # Of an office that several share ("… के विदेश मंत्रियों, A और B") the label has the singular.
        assert actor["role"] is None or actor["role"] in text or actor["role"] in text.replace("त्रियों", "त्री")


@pytest.mark.parametrize("id_", FACTS)
def test_facts_are_in_the_text(id_: str) -> None:
    text, keys = as_written(id_), {actor["key"] for actor in FACTS[id_]["actors"]}
    for fact in facts_of(id_):
        sides = fact.get("participants") or fact["parties"]
        assert len(set(sides)) == len(sides) >= 2
        assert set(sides) <= keys
        assert fact["evidence"] in text
        assert all(word is None or word in text for word in (fact.get("place"), fact.get("name")))
    for meeting in FACTS[id_]["meetings"]:
        assert meeting["status"] in get_args(MeetingStatus)
        assert meeting["channel"] in get_args(Channel)
    for agreement in FACTS[id_]["agreements"]:
        assert agreement["status"] in get_args(AgreementStatus)
        assert agreement["kind"] in get_args(AgreementKind)


@pytest.mark.parametrize("id_", FACTS)
@pytest.mark.parametrize("start", [date(2026, 11, 23) + timedelta(days=n) for n in (0, 3, 38)])
def test_labels_hold_in_any_week(id_: str, start: date) -> None:
    told, facts = article(REPORT[id_], start), gold(FACTS[id_], REPORT[id_], start)
    text = f"{told['title']}\n{told['body']}"
    assert "{" not in text
    day = start + timedelta(days=REPORT[id_].day)
    for fact in facts["meetings"] + facts["agreements"]:
        assert fact["evidence"] in text
        assert fact["date"] is None or re.fullmatch("[0-9]{4}(-[0-9]{2}){0,2}", fact["date"])
        if fact["status"] in ("held", "signed", "agreed", "ended"):
            assert fact["date"] is None or fact["date"] <= str(day)
        if fact["status"] in ("planned", "proposed"):
            assert fact["date"] is None or fact["date"] >= str(day)[: len(fact["date"])]


@pytest.mark.parametrize("id_", FACTS)
def test_a_day_told_in_the_evidence_is_the_label_s(id_: str) -> None:
    """Where the evidence has one date and the label a day, they are the same day."""
    for fact in facts_of(id_):
        days = re.findall(r"\{(d[+-]?[0-9]*)[:}]", re.sub(r"\{[^}]*:(?:year|month)\}", "", fact["evidence"]))
        words_for_days = re.search("आज|कल|परसों|पहले|दिन", fact["evidence"])
        if len(set(days)) == 1 and not words_for_days and (fact["date"] or "").startswith("d"):
            assert fact["date"] == days[0]


def test_every_fact_belongs_to_one_event() -> None:
    mentions = [(m["id"], m["field"], m["index"]) for event in EVENTS for m in event["mentions"]]
    facts = [
        (id_, field, index)
        for id_ in FACTS
        for field in ("meetings", "agreements")
        for index in range(len(FACTS[id_][field]))
    ]
    assert Counter(mentions) == Counter(facts)
    assert len({event["event"] for event in EVENTS}) == len(EVENTS)
    for event in EVENTS:
        assert {m["field"] for m in event["mentions"]} == {event["kind"] + "s"}


def test_mentions_of_an_event_share_their_sides() -> None:
    """Any two mentions of an event share two participants or countries; one where all sides are of one country."""
    for event in EVENTS:
        sides, countries = [], set()
        for mention in event["mentions"]:
            facts = FACTS[mention["id"]]
            codes = {actor["key"]: actor["code"] for actor in facts["actors"]}
            fact = facts[mention["field"]][mention["index"]]
            keys = set(fact.get("participants") or fact["parties"])
            sides.append(keys | {codes[key] for key in keys if codes[key]})
            countries |= {codes[key] for key in keys}
        assert all(len(a & b) >= min(2, len(countries)) for a, b in combinations(sides, 2)), event["event"]


def test_the_press_is_rich_enough() -> None:
    told_by = {event["event"]: {m["id"].split("/")[0] for m in event["mentions"]} for event in EVENTS}
    stages = defaultdict(set)
    for event in EVENTS:
        for m in event["mentions"]:
            stages[event["event"]].add(FACTS[m["id"]][m["field"]][m["index"]]["status"])
    assert len(REPORT) >= 90
    assert sum(not facts_of(id_) for id_ in FACTS) >= len(FACTS) / 3
    assert len(EVENTS) >= 60
    assert sum(len(event["mentions"]) for event in EVENTS) >= 200
    assert sum(len(outlets) >= 2 for outlets in told_by.values()) >= 14
    assert sum(len(kinds) >= 2 for kinds in stages.values()) >= 5
    assert {"proposed", "approved", "signed"} <= stages["mng-coal-agreement"]
    story = [m["id"] for event in EVENTS if event["event"] == "mng-coal-agreement" for m in event["mentions"]]
    assert len(story) >= 6
    assert {REPORT[id_].day for id_ in story} == set(range(7))
    assert sum(report.day <= 5 for report in REPORT.values()) >= 80
    assert {report.day for report in REPORT.values()} == set(range(7))
    assert len({report.outlet for report in REPORT.values()}) == 9


def test_only_agency_copies_are_alike() -> None:
    shingles = {
        id_: {tuple(w[i : i + 3]) for i in range(len(w) - 2)}
        for id_, w in ((i, words(r.body)) for i, r in REPORT.items())
    }
    alike = {}
    for a, b in combinations(shingles, 2):
        common = len(shingles[a] & shingles[b])
        alike[frozenset({a, b})] = common / (len(shingles[a]) + len(shingles[b]) - common)
    assert all(alike[pair] >= 0.7 for pair in COPIES)
    assert [pair for pair, value in alike.items() if value >= 0.15 and pair not in COPIES] == []


@pytest.mark.parametrize(
    ("label", "resolved"),
    [
        (None, None), ("d", "2026-12-31"), ("d+1", "2027-01-01"), ("d-31", "2026-11-30"), ("month:0", "2026-12"),
        ("month:+1", "2027-01"), ("month:-12", "2025-12"), ("year:+1", "2027"), ("2019", "2019"), ("2019-03", "2019-03"),
    ],
)  # fmt: skip
def test_label_dates(label: str | None, resolved: str | None) -> None:
    assert resolve_label_date(label, date(2026, 12, 31)) == resolved


@pytest.mark.parametrize("label", ["", "d1", "tomorrow", "month:1", "2019-3", "d-"])
def test_a_label_s_date_in_another_form_is_refused(label: str) -> None:
    with pytest.raises(ValueError, match="not a label's date"):
        resolve_label_date(label, date(2026, 12, 31))


def test_a_week_as_files(tmp_path: Path) -> None:
    write_week(tmp_path, date(2026, 11, 23))
    articles = [
        json.loads(line) for line in (tmp_path / "press.articles.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    labels = [json.loads(line) for line in (tmp_path / "press.gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {a["id"] for a in articles} == {g["id"] for g in labels} == REPORT.keys()
    first = next(a for a in articles if a["id"] == "vishwa_darpan/mongolia-koyla-pahli-aahat")
    assert first["published_at"] == "2026-11-23T10:15+05:30"
    assert resolve_dates("{d-2:weekday}", date(2026, 11, 23)) in first["body"]
