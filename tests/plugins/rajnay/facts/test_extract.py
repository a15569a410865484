"""The whole reading of an article: it never fails, its spans are right, and its work grows with the text only."""

import json
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rajnay.facts.extract import extract
from rajnay.facts.model import Article, Facts

DAY = datetime(2024, 5, 16, 12, tzinfo=UTC)
WORDS = st.sampled_from(
    [
        "प्रधानमंत्री",
        "मोदी",
        "ने",
        "रूस",
        "के",
        "राष्ट्रपति",
        "व्लादिमीर",
        "पुतिन",
        "से",
        "मुलाकात",
        "की",
        "और",
        "भारत",
        "चीन",
        "समझौते",
        "पर",
        "हस्ताक्षर",
        "किए",
        "।",
        ",",
        ".",
        "-",
        "(",
        ")",
        "'",
        '"',
        "“",
        "दोनों",
        "नेताओं",
        "उन्होंने",
        "कल",
        "शुक्रवार",
        "को",
        "10",
        "सितंबर",
        "२०२४",
        "एस.",
        "डॉ.",
        "श्री",
        "अल",
        "बिन",
        "नाटो",
        "ईयू",
        "(UN)",
        "PM",
        "Modi",
        "सेना",
        "मंत्रालय",
        "विदेश",
        "सरकार",
        "कंपनी",
        "जैसे",
        "समकक्ष",
        "अपने",
        "\n",
        "\u200d",
        "\x00",
        "�",
        "😀",
        "क्\u200d",
        "़",
        "ं",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=60).map("".join)
)


def check(facts: Facts, text: str) -> None:
    keys = [actor.key for actor in facts.actors]
    assert len(keys) == len(set(keys))
    for actor in facts.actors:
        assert actor.names
        assert all(name in text for name in actor.names)
        assert 0 < actor.confidence < 1
        spans = [mention.span for mention in actor.mentions]
        assert spans == sorted(spans)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        if actor.role_span is not None:
            assert actor.role is not None
            assert text[actor.role_span.start : actor.role_span.end].endswith(actor.role.split()[-1])
    for discarded in facts.discarded:
        assert discarded.reason
        assert 0 <= discarded.span.start <= discarded.span.end <= len(text)


@settings(max_examples=150, deadline=None)
@given(title=TEXTS, body=TEXTS, published=st.sampled_from([None, DAY]))
def test_any_text_gives_facts(title: str, body: str, published: datetime | None) -> None:
    article = Article("x", title, body, published)
    check(extract(article), article.text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "।",
        "((((((",
        "“" * 50,
        "a" * 5000,
        "\u200d" * 40,
        "This is English only.",
        "これは日本語です。",
        "\x00\x01\x02",
        "-" * 99,
    ],
)
def test_odd_texts(text: str) -> None:
    for article in (Article("x", text, ""), Article("x", "", text), Article("x", text, text, DAY)):
        check(extract(article), article.text)


def test_headline_alone() -> None:
    facts = extract(Article("x", "नेपाल के राष्ट्रपति ने जर्मनी के राजदूत से भेंट की", ""))
    assert {actor.code for actor in facts.actors} == {"NPL", "DEU"}


def test_unnamed_office_counts_only_where_it_takes_part() -> None:
    alone = extract(Article("x", "", "प्रधानमंत्री ने कहा कि जापान से रिश्ते अच्छे हैं।", DAY))
    assert {actor.code for actor in alone.actors} == {"JPN"}
    meeting = extract(Article("x", "", "प्रधानमंत्री ने आज टोक्यो में जापान के सम्राट से मुलाकात की।", DAY))
    assert {actor.code for actor in meeting.actors} == {"JPN", "IND"}
    assert [sorted(p.key for p in m.participants) for m in meeting.meetings] == [["IND", "JPN"]]


def test_same_text_same_facts() -> None:
    article = Article("x", "", "फिजी के प्रधानमंत्री सितिवेनी राबुका नई दिल्ली में प्रधानमंत्री नरेंद्र मोदी से मिले।", DAY)
    assert extract(article) == extract(article)


@pytest.mark.parametrize(
    "unit",
    [
        "विदेश मंत्री सुनंदा राठौड़ ने चिली के राष्ट्रपति से बातचीत की। ",
        "विदेश मंत्री सुनंदा राठौड़ और चिली की मंत्री ",
        "मोदी, ",
        "(",
        "और भारत ",
        "दोनों नेताओं ने उनसे ",
        "क",
    ],
)
def test_work_grows_with_the_text_only(unit: str) -> None:
    """Four times the text takes about four times as long, not sixteen."""

    def seconds(characters: int) -> float:
        body = unit * (characters // len(unit))
        started = time.process_time()
        extract(Article("x", "", body, DAY))
        return time.process_time() - started

    seconds(2_000)
    short = min(seconds(15_000) for _ in range(2))
    assert seconds(60_000) < 10 * short + 0.2


def test_facts_are_plain_data() -> None:
    facts = extract(Article("x", "", "नाटो के महासचिव ब्रसेल्स में तुर्किये के विदेश मंत्री से मिले।", DAY))
    assert json.dumps([actor.names for actor in facts.actors], ensure_ascii=False)


def _article(body: str) -> Article:
    return Article("x", "", body, datetime(2026, 6, 18, 18, tzinfo=UTC), "test")


def test_a_states_own_security_council_is_none_of_the_un() -> None:
    facts = extract(_article("रूस की सुरक्षा परिषद के सचिव पावेल ग्रोमोव ने तेहरान में ईरान के राष्ट्रपति से मुलाकात की।"))
    assert {actor.code for actor in facts.actors} == {"RUS", "IRN"}
    facts = extract(_article("संयुक्त राष्ट्र की सुरक्षा परिषद ने प्रस्ताव पारित किया।"))
    assert "UNSC" in {actor.code for actor in facts.actors}


def test_a_government_inside_its_state_is_a_party() -> None:
    facts = extract(_article("कोलंबिया में सरकार और विद्रोही गुट उत्तरी मुक्ति मोर्चा के बीच सोमवार को युद्धविराम समझौता हुआ।"))
    assert [len(agreement.parties) for agreement in facts.agreements] == [2]


def test_who_is_allowed_to_sign_has_not_signed() -> None:
    facts = extract(_article("मंत्रिमंडल ने विदेश मंत्री को चिली के साथ मत्स्य समझौते पर हस्ताक्षर करने के लिए अधिकृत किया।"))
    assert [agreement.status for agreement in facts.agreements] == ["proposed"]


def test_a_bare_minister_of_a_state_is_the_one_that_is_named() -> None:
    body = "पेरू के कृषि मंत्री रोसा केसपे दिल्ली में हैं। पेरू की मंत्री कल राष्ट्रपति द्रौपदी मुर्मु से भेंट करेंगी।"
    (meeting,) = extract(_article(body)).meetings
    assert not any(party.key == "PER" for party in meeting.participants)
