"""Date phrases of Hindi news, resolved by tense and the day of publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rajnay.facts import dates
from rajnay.facts.date_reader import Reader
from rajnay.facts.date_tense import tense_of
from rajnay.facts.dates import find_dates
from rajnay.text.tokens import tokens

THURSDAY = date(2026, 9, 10)


def read(text, tense=None, published_on=THURSDAY, anchor=None):
    return find_dates(text, 0, len(text), published_on, tense, anchor)


def only(text, tense=None, published_on=THURSDAY, anchor=None):
    found = read(text, tense, published_on, anchor)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "tense", "day"),
    [
        ("दोनों मंत्री कल मिले", "past", "2026-09-09"),
        ("दोनों मंत्री कल मिलेंगे", "future", "2026-09-11"),
        ("वे परसों काठमांडू से लौटे", "past", "2026-09-08"),
        ("वे परसों काठमांडू जाएंगे", "future", "2026-09-12"),
        ("आज सुबह वार्ता हुई", "past", "2026-09-10"),
        ("गुरुवार को मुलाकात हुई", "past", "2026-09-10"),
        ("गुरुवार को मुलाकात होगी", "future", "2026-09-10"),
        ("बृहस्पतिवार को मुलाकात हुई", "past", "2026-09-10"),
        ("शुक्रवार को मुलाकात हुई", "past", "2026-09-04"),
        ("शुक्रवार को मुलाकात होगी", "future", "2026-09-11"),
        ("बुधवार देर रात वार्ता टूट गई", "past", "2026-09-09"),
        ("बीते सोमवार को वार्ता हुई", "past", "2026-09-07"),
        ("गत गुरुवार को वार्ता हुई", "past", "2026-09-03"),
        ("आगामी गुरुवार को वार्ता होगी", "future", "2026-09-17"),
        ("अगले हफ्ते मंगलवार को वार्ता होगी", "future", "2026-09-15"),
        ("पिछले सप्ताह बुधवार को वार्ता हुई", "past", "2026-09-02"),
        ("मंगलवार (8 सितंबर) को वार्ता हुई", "past", "2026-09-08"),
        ("8 सितम्बर को वार्ता हुई", "past", "2026-09-08"),
        ("20 दिसंबर को वार्ता हुई", "past", "2025-12-20"),
        ("20 दिसंबर को वार्ता होगी", "future", "2026-12-20"),
        ("5 जनवरी को वार्ता होगी", "future", "2027-01-05"),
        ("१८ अगस्त २०२५ को वार्ता हुई", "past", "2025-08-18"),
        ("इस महीने की 15 तारीख को वार्ता होगी", "future", "2026-09-15"),
        ("पिछले महीने की दो तारीख को वार्ता हुई", "past", "2026-08-02"),
        ("इसी साल 14 फरवरी को करार हुआ", "past", "2026-02-14"),
        ("पिछले साल 14 नवंबर को करार हुआ", "past", "2025-11-14"),
        ("तीन दिन पहले करार हुआ", "past", "2026-09-07"),
        ("दो सप्ताह बाद करार होगा", "future", "2026-09-24"),
        ("14.09.2026 को करार होगा", "future", "2026-09-14"),
        ("14-09-2026 को करार होगा", "future", "2026-09-14"),
        ("इक्कीस सितंबर उन्नीस सौ अठहत्तर को करार हुआ", "past", "1978-09-21"),
        ("29 फरवरी 2024 को करार हुआ", "past", "2024-02-29"),
    ],
)
def test_days(text, tense, day):
    found = only(text, tense)
    assert (found.start, found.end, found.precision) == (day, day, "day")


@pytest.mark.parametrize(
    ("text", "tense", "start", "precision"),
    [
        ("2013 में करार हुआ", "past", "2013", "year"),
        ("साल 1947 का करार", "past", "1947", "year"),
        ("जुलाई में करार हुआ", "past", "2026-07", "month"),
        ("नवंबर में करार हुआ", "past", "2025-11", "month"),
        ("नवंबर में करार होगा", "future", "2026-11", "month"),
        ("मार्च 2024 में करार हुआ", "past", "2024-03", "month"),
        ("पिछले साल नवम्बर में करार हुआ", "past", "2025-11", "month"),
        ("इसी साल फरवरी में करार हुआ", "past", "2026-02", "month"),
        ("अगले महीने करार होगा", "future", "2026-10", "month"),
        ("पिछले साल करार हुआ", "past", "2025", "year"),
        ("दो साल पहले करार हुआ", "past", "2024", "year"),
        ("पिछले सप्ताह करार हुआ", "past", None, "unknown"),
        ("इसी हफ्ते करार हुआ", "past", "2026-09", "month"),
    ],
)
def test_coarser_dates_keep_their_precision(text, tense, start, precision):
    found = only(text, tense)
    assert (found.start, found.precision) == (start, precision)


@pytest.mark.parametrize(
    ("text", "tense", "start", "end"),
    [
        ("31 अगस्त से 1 सितंबर तक यात्रा हुई", "past", "2026-08-31", "2026-09-01"),
        ("14-16 सितंबर को सम्मेलन होगा", "future", "2026-09-14", "2026-09-16"),
        ("14 और 15 सितंबर को सम्मेलन होगा", "future", "2026-09-14", "2026-09-15"),
        ("14, 15 और 16 सितंबर को सम्मेलन होगा", "future", "2026-09-14", "2026-09-16"),
        ("सोमवार और मंगलवार को वार्ता हुई", "past", "2026-09-07", "2026-09-08"),
        ("मंगलवार से गुरुवार तक वार्ता हुई", "past", "2026-09-08", "2026-09-10"),
        ("9 से 12 सितंबर तक अभ्यास चला", "past", "2026-09-09", "2026-09-12"),
        ("वित्त वर्ष 2025-26 में व्यापार बढ़ा", "past", "2025", "2026"),
        ("1999-00 में व्यापार बढ़ा", "past", "1999", "2000"),
    ],
)
def test_ranges(text, tense, start, end):
    found = only(text, tense)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "आज तक किसी ने यह नहीं कहा",
        "बैठक के दो दिन बाद करार हुआ",
        "चुनाव से तीन दिन पहले करार हुआ",
        "पिछले तीन साल से बातचीत चल रही है",
        "अदालत ने 15 को सजा सुनाई",
        "2,013 घरों में बिजली नहीं है",
        "वह सबसे पहले सोमवारी मेले में गया",
        "कार्यकर्ताओं ने विरोध मार्च निकाला",
        "बुध और मंगल ग्रह दिखे",
        "रवि ने मंगल को बुलाया",
        "1.5 लाख करोड़ रुपये",
        "1990 के दशक में व्यापार बढ़ा",
        "2014-30 में व्यापार बढ़ा",
    ],
)
def test_no_date(text):
    assert [found for found in read(text, "past") if found.start] == []


def test_an_impossible_day_leaves_its_month():
    found = only("30 फरवरी 2024 को करार हुआ", "past")
    assert (found.start, found.precision) == ("2024-02", "month")


def test_a_deadline_and_a_beginning_are_told_apart():
    assert [found.rule for found in read("इस साल के अंत तक करार होगा", "future")] == ["date.until"]
    assert [found.rule for found in read("मार्च के अंत से पहले करार होगा", "future")] == ["date.until"]
    assert [found.rule for found in read("2030 तक व्यापार दोगुना होगा", "future")] == ["date.until"]
    assert [found.rule for found in read("2019 से वार्ता रुकी है", "past")] == ["date.since"]


def test_same_and_next_day_count_from_the_day_last_told():
    found = read("3 सितंबर को वे पहुंचे और अगले दिन प्रधानमंत्री से मिले", "past")
    assert [d.start for d in found] == ["2026-09-03", "2026-09-04"]
    assert only("उसी दिन करार हुआ", "past", anchor=date(2026, 9, 2)).start == "2026-09-02"
    assert read("उसी दिन करार हुआ", "past") == ()


def test_evening_in_america_is_the_next_day_in_india():
    assert only("अमेरिकी समय के अनुसार बुधवार रात घोषणा हुई", "past").start == "2026-09-10"
    assert only("अमेरिकी समय के अनुसार बुधवार सुबह घोषणा हुई", "past").start == "2026-09-09"


def test_without_publication_day_only_explicit_dates():
    assert only("कल नहीं, 4 मई 2021 को और सोमवार को", None, None).start == "2021-05-04"
    assert read("आज, कल, सोमवार को, 4 मई को, दो दिन पहले, अगले महीने", None, None) == ()


def test_span_covers_the_phrase():
    text = "वार्ता बीते सोमवार को हुई"
    found = only(text, "past")
    assert text[found.span.start : found.span.end] == "बीते सोमवार"


def test_tense_of_a_clause():
    assert tense_of(tokens("दोनों नेता मिलेंगे।")) == "future"
    assert tense_of(tokens("दोनों नेता मिले थे।")) == "past"
    assert tense_of(tokens("मोदी-मैक्रों मुलाकात आज")) is None


_WORDS = st.sampled_from(
    [
        "आज",
        "कल",
        "परसों",
        "सोमवार",
        "को",
        "से",
        "तक",
        "के",
        "की",
        "पहले",
        "बाद",
        "दिन",
        "महीने",
        "साल",
        "हफ्ते",
        "अगले",
        "पिछले",
        "इस",
        "उस",
        "आने",
        "वाले",
        "31",
        "30",
        "2",
        "फरवरी",
        "जनवरी",
        "मार्च",
        "2024",
        "9999",
        "/",
        "-",
        "–",
        ",",
        ".",
        "(",
        ")",
        "और",
        "पहली",
        "दूसरे",
        "कुछ",
        "ही",
        "दो",
        "हजार",
        "सौ",
        "तारीख",
        "सन",
        "में",
        "अब",
        "99999999",
        "१२",
        "0",
    ]
)


@given(st.lists(_WORDS, max_size=14), st.sampled_from(["past", "future", None]), st.dates())
def test_any_words_give_days_that_exist_inside_the_text(words, tense, today):
    text = " ".join(words)
    for found in find_dates(text, 0, len(text), today, tense, today):
        assert 0 <= found.span.start < found.span.end <= len(text)
        if found.start and found.precision == "day":
            assert date.fromisoformat(found.start) <= date.fromisoformat(found.end)


@pytest.mark.parametrize(
    "chain",
    ["10 और 11 और 12 और 13, 14, 15 और ", "दो दिन और तीन महीने और ", "एक लाख सौ हजार लाख ", "सोमवार से मंगलवार से "],
)
def test_reading_grows_with_the_length_of_a_text_without_stops(chain, monkeypatch):
    """Counted in tokens looked at, not in seconds."""
    looked_at = 0

    class Counted(list):
        def __getitem__(self, at):
            nonlocal looked_at
            looked_at += 1
            return super().__getitem__(at)

    def key(reader, at):
        return reader.words[at].key if 0 <= at < reader.size else ""

    monkeypatch.setattr(dates, "tokens", lambda *args: Counted(tokens(*args)))
    monkeypatch.setattr(Reader, "key", key)
    reads = []
    for times in (40, 160):
        looked_at = 0
        text = chain * times
        find_dates(text, 0, len(text), date(2024, 5, 5), "past")
        reads.append(looked_at)
    assert reads[1] <= 5 * reads[0] + 100
