"""Agreements in Hindi news: who agreed what, at what stage, when; and what only looks like an agreement.

Actors are given here by name, so that these tests fail for agreements alone.
"""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rajnay.facts.actors import ActorReading
from rajnay.facts.agreements import read_agreements
from rajnay.facts.document import Document
from rajnay.facts.model import Actor, Article, Attribution, Meeting, Participant, Phrase, Span

STATES = {
    "IND": ("भारत", "भारतीय"), "OMN": ("ओमान",), "PAK": ("पाकिस्तान",), "FRA": ("फ्रांस",), "JPN": ("जापान",),
    "PHL": ("फिलीपींस",), "QAT": ("कतर",), "RUS": ("रूस",), "UKR": ("यूक्रेन",), "USA": ("अमेरिका", "अमेरिकी"),
    "GBR": ("ब्रिटेन",), "CHN": ("चीन",), "MDV": ("मालदीव",), "ARM": ("आर्मेनिया",), "AZE": ("अजरबैजान",),
    "LKA": ("श्रीलंका",), "IRN": ("ईरान",), "SAU": ("सऊदी अरब",), "NPL": ("नेपाल",), "BGD": ("बांग्लादेश",),
    "DEU": ("जर्मनी",), "ITA": ("इटली",), "VNM": ("वियतनाम",), "ISR": ("इजराइल",), "SYR": ("सीरिया",),
    "TUR": ("तुर्की",), "BOL": ("बोलीविया",), "BRA": ("ब्राजील",), "EGY": ("मिस्र",), "SGP": ("सिंगापुर",),
    "KEN": ("केन्या",), "UGA": ("युगांडा",), "CUB": ("क्यूबा",), "VEN": ("वेनेजुएला",), "AUS": ("ऑस्ट्रेलिया",),
}  # fmt: skip
IGOS = {"EU": ("यूरोपीय संघ",), "UN": ("संयुक्त राष्ट्र",), "MERCOSUR": ("मर्कोसुर",), "WB": ("विश्व बैंक",)}
BODIES = {
    "hamas": ("हमास", None), "cabinet": ("मंत्रिमंडल", "IND"), "bis": ("भारतीय मानक ब्यूरो", "IND"),
    "kebs": ("केन्या मानक ब्यूरो", "KEN"), "isro": ("इसरो", "IND"), "esa": ("यूरोपीय अंतरिक्ष एजेंसी", None),
    "air": ("एअर इंडिया", "IND"), "airbus": ("एयरबस", None), "club": ("बार्सिलोना", None),
}  # fmt: skip
PERSONS = {
    "modi": ("नरेंद्र मोदी", "IND"), "ishiba": ("शिगेरु इशिबा", "JPN"), "trump": ("डोनाल्ड ट्रंप", "USA"),
    "muizzu": ("मोहम्मद मुइज्जू", "MDV"), "messi": ("लियोनेल मेसी", None),
}  # fmt: skip
COLLECTIVES = ("दोनों देशों", "दोनों पक्षों", "दोनों देश", "दोनों नेताओं")
WEDNESDAY = datetime(2025, 9, 10, 12, tzinfo=UTC)


def _actors():
    made = [(code, "state", names, code) for code, names in STATES.items()]
    made += [(code, "igo", names, code) for code, names in IGOS.items()]
    made += [(key, "body", (name,), code) for key, (name, code) in BODIES.items()]
    made += [(key, "person", (name,), code) for key, (name, code) in PERSONS.items()]
    return tuple(Actor(key, kind, names, None, code, None, None, (), "test", 1.0) for key, kind, names, code in made)


ACTORS = _actors()
NAMES = sorted(((name, actor.key) for actor in ACTORS for name in actor.names), key=lambda pair: -len(pair[0]))


def reading(document):
    """Each known name in the text as a phrase; दोनों … as the two states named first."""
    text, taken, phrases = document.text, set(), []
    for name, key in NAMES:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = (at == 0 or not text[at - 1].isalpha()) and (
                end == len(text) or not (text[end].isalpha() or "\u0900" <= text[end] <= "\u0963")
            )
            if whole and taken.isdisjoint(range(at, end)):
                taken.update(range(at, end))
                phrases.append(Phrase(Span(at, end), (key,), "name"))
            at = text.find(name, end)
    codes = list(
        dict.fromkeys(
            k for p in sorted(phrases, key=lambda p: p.span.start) for k in p.keys if k in STATES or k in IGOS
        )
    )
    for words in COLLECTIVES:
        at = text.find(words)
        while at >= 0 and len(codes) > 1:
            if taken.isdisjoint(range(at, at + len(words))):
                taken.update(range(at, at + len(words)))
                phrases.append(Phrase(Span(at, at + len(words)), tuple(codes[:2]), "collective"))
            at = text.find(words, at + 1)
    return ActorReading(ACTORS, tuple(sorted(phrases, key=lambda p: p.span.start)))


def read(text, title="", published_at=WEDNESDAY, meetings=()):
    document = Document(Article("a", title, text, published_at))
    return document, read_agreements(document, reading(document), meetings)


def told(text, title="", **more):
    document, found = read(text, title, **more)
    return [
        ("+".join(sorted(party.key for party in a.parties)), a.name, a.kind, a.status, a.date) for a in found.agreements
    ]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # who: case marking
        ("भारत और ओमान ने बुधवार को मुक्त व्यापार समझौते पर हस्ताक्षर किए।", ("IND+OMN", "मुक्त व्यापार समझौते", "agreement", "signed", "2025-09-10")),
        ("भारत ने शनिवार को श्रीलंका के साथ रक्षा सहयोग पर एक समझौता ज्ञापन पर दस्तखत किए।", ("IND+LKA", "रक्षा सहयोग पर एक समझौता ज्ञापन", "mou", "signed", "2025-09-06")),
        ("भारतीय मानक ब्यूरो और केन्या मानक ब्यूरो के बीच मानकों की पारस्परिक मान्यता संबंधी सहमति पत्र का आदान-प्रदान हुआ।", ("bis+kebs", "मानकों की पारस्परिक मान्यता संबंधी सहमति पत्र", "mou", "signed", None)),
        ("इसरो ने यूरोपीय अंतरिक्ष एजेंसी के साथ अंतरिक्ष यात्री प्रशिक्षण पर समझौता ज्ञापन पर हस्ताक्षर किए।", ("esa+isro", "अंतरिक्ष यात्री प्रशिक्षण पर समझौता ज्ञापन", "mou", "signed", None)),
        ("प्रधानमंत्री नरेंद्र मोदी और जापान के प्रधानमंत्री शिगेरु इशिबा ने डिजिटल साझेदारी के समझौते पर हस्ताक्षर किए, भारत ने बताया।", ("IND+JPN", "डिजिटल साझेदारी के समझौते", "agreement", "signed", None)),
        ("रूस का ईरान के साथ गैस आपूर्ति करार सोमवार को हुआ।", ("IRN+RUS", "गैस आपूर्ति करार", "contract", "agreed", "2025-09-08")),
        ("चीन और नेपाल के द्वारा एक पारगमन समझौता सोमवार को हस्ताक्षरित किया गया।", ("CHN+NPL", "पारगमन समझौता", "agreement", "signed", "2025-09-08")),
        ("भारत की ओर से वाणिज्य सचिव ने और मिस्र की ओर से व्यापार सचिव ने कपास व्यापार करार पर हस्ताक्षर किए।", ("EGY+IND", "कपास व्यापार करार", "agreement", "signed", None)),
        # at what stage
        ("मंत्रिमंडल ने बुधवार को भारत और कतर के बीच दोहरे कराधान से बचाव के समझौते को मंजूरी दी।", ("IND+QAT", "दोहरे कराधान से बचाव के समझौते", "agreement", "approved", "2025-09-10")),
        ("जर्मनी की संसद ने शुक्रवार को ब्रिटेन के साथ हुई मैत्री संधि का अनुमोदन कर दिया।", ("DEU+GBR", "मैत्री संधि", "treaty", "approved", "2025-09-05")),
        ("रूस और ईरान के बीच सुरक्षा संधि गुरुवार को प्रभावी हो गई।", ("IRN+RUS", "सुरक्षा संधि", "treaty", "in_force", "2025-09-04")),
        ("इजराइल और हमास के बीच संघर्षविराम समझौता रविवार से लागू हो गया।", ("ISR+hamas", "संघर्षविराम समझौता", "ceasefire", "in_force", "2025-09-07")),
        ("अमेरिका और चीन ने व्यापार समझौते को 90 दिन के लिए बढ़ा दिया है।", ("CHN+USA", "व्यापार समझौते", "agreement", "in_force", None)),
        ("रूस ने अमेरिका के साथ हथियार नियंत्रण की संधि में अपनी भागीदारी निलंबित कर दी है।", ("RUS+USA", "हथियार नियंत्रण की संधि", "treaty", "ended", None)),
        ("इटली ने सोमवार को चीन के साथ 2019 में किया गया बंदरगाह समझौता रद्द कर दिया।", ("CHN+ITA", "बंदरगाह समझौता", "agreement", "ended", "2025-09-08")),
        ("आर्मेनिया और अजरबैजान शांति संधि के मसौदे पर सोमवार को सहमत हो गए।", ("ARM+AZE", "शांति संधि", "treaty", "agreed", "2025-09-08")),
        ("भारत और ब्रिटेन अगले महीने प्रत्यर्पण संधि पर हस्ताक्षर करेंगे।", ("GBR+IND", "प्रत्यर्पण संधि", "treaty", "proposed", "2025-10")),
        ("भारत और वियतनाम मिसाइल सौदे को अंतिम रूप देने के करीब हैं।", ("IND+VNM", "मिसाइल सौदे", "agreement", "proposed", None)),
        ("अमेरिका और ईरान के बीच परमाणु समझौते को लेकर वार्ता चल रही है।", ("IRN+USA", "परमाणु समझौते", "agreement", "proposed", None)),
        ("इजराइल और सीरिया सुरक्षा समझौते के करीब हैं।", ("ISR+SYR", "सुरक्षा समझौते", "agreement", "proposed", None)),
        ("1972 के शिमला समझौते के तहत भारत और पाकिस्तान को विवाद आपस में सुलझाने हैं।", ("IND+PAK", "शिमला समझौते", "agreement", "in_force", "1972")),
        # kinds
        ("इजराइल और हमास सोमवार को युद्धविराम पर सहमत हो गए।", ("ISR+hamas", "युद्धविराम", "ceasefire", "agreed", "2025-09-08")),
        ("भारत और फ्रांस ने मंगलवार को संयुक्त बयान जारी किया।", ("FRA+IND", "संयुक्त बयान", "declaration", "agreed", "2025-09-09")),
        ("विश्व बैंक और भारत ने सिंचाई परियोजना के लिए 25 करोड़ डॉलर के ऋण समझौते पर हस्ताक्षर किए।", ("IND+WB", "25 करोड़ डॉलर के ऋण समझौते", "contract", "signed", None)),
        ("यूरोपीय संघ और मर्कोसुर के बीच व्यापार समझौता हो गया।", ("EU+MERCOSUR", "व्यापार समझौता", "agreement", "agreed", None)),
        ("भारत और केन्या के बीच शिक्षा सहयोग के कार्यक्रम पर हस्ताक्षर हुए।", ("IND+KEN", "शिक्षा सहयोग के कार्यक्रम", "other", "signed", None)),
        ("भारत और केन्या नैरोबी में साझा अनुसंधान केंद्र स्थापित करने पर सहमत हुए।", ("IND+KEN", None, "other", "agreed", None)),
        ("ऑस्ट्रेलिया, ब्रिटेन और अमेरिका ने सितंबर 2021 में पनडुब्बी समझौते की घोषणा की थी।", ("AUS+GBR+USA", "पनडुब्बी समझौते", "agreement", "agreed", "2021-09")),
        ("क्यूबा और वेनेजुएला के बीच वर्ष 2000 में हुए तेल समझौते की चर्चा अब भी होती है।", ("CUB+VEN", "तेल समझौते", "agreement", "agreed", "2000")),
    ],
)  # fmt: skip
def test_one_sentence(text, fact):
    assert told(text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "भारत अपनी संप्रभुता से कोई समझौता नहीं करेगा।",
        "भारत ने चीन से कहा कि गुणवत्ता को लेकर कोई समझौता न किया जाए।",
        "भारत की अदालत ने पाकिस्तान के नागरिक को दोषी करार दिया।",
        "पाकिस्तान की अदालत में पूर्व मंत्री दोषी करार, भारत ने कहा कुछ नहीं।",
        "भारत और पाकिस्तान के बीच चलने वाली समझौता एक्सप्रेस रद्द कर दी गई।",
        "संधि-विच्छेद पर भारत और नेपाल के विद्वानों ने चर्चा की।",
        "बार्सिलोना और फुटबॉलर लियोनेल मेसी का करार खत्म, भारत और ब्राजील में चर्चा।",
        "एअर इंडिया और एयरबस के बीच सौदा हुआ।",
        "भारत और जापान सहयोग बढ़ाने पर सहमत हुए।",
        "भारत और नेपाल ने कोई करार नहीं किया।",
        "क्या भारत और चीन में समझौता होगा?",
        "भारत, चीन और रूस ऐसे समझौतों का विरोध करते हैं।",
        "डोनाल्ड ट्रंप ने आदेश पर हस्ताक्षर किए, भारत और चीन देखते रहे।",
        "भारत और नेपाल के बीच सदियों से रोटी-बेटी का रिश्ता है।",
        "",
        "।।।",
    ],
)
def test_no_agreement(text):
    assert told(text) == []


def test_headline_and_text_tell_one_agreement():
    found = told(
        "मस्कट, 10 सितंबर (भाषा) भारत और ओमान ने बुधवार को व्यापक आर्थिक साझेदारी समझौते (सीईपीए) पर हस्ताक्षर किए। "
        "इस समझौते से निर्यात बढ़ेगा। सीईपीए जल्द लागू होगा।",
        title="भारत-ओमान में समझौता",
    )
    assert found == [("IND+OMN", "व्यापक आर्थिक साझेदारी समझौते", "agreement", "signed", "2025-09-10")]


def test_two_agreements_of_one_sentence_have_their_own_partners():
    found = told("इजराइल ने सोमवार को सऊदी अरब के साथ शांति समझौते पर और मिस्र के साथ गैस घोषणापत्र पर हस्ताक्षर किए।")
    assert found == [
        ("ISR+SAU", "शांति समझौते", "agreement", "signed", "2025-09-08"),
        ("EGY+ISR", "गैस घोषणापत्र", "declaration", "signed", "2025-09-08"),
    ]


def test_separate_signatures_are_separate_agreements():
    found = told("रूस और यूक्रेन ने तुर्की के साथ अनाज समझौते पर अलग-अलग हस्ताक्षर किए।")
    assert [fact[0] for fact in found] == ["RUS+TUR", "TUR+UKR"]


def test_history_goes_from_signing_to_approval():
    _, found = read(
        "मंत्रिमंडल ने आज भारत और जापान के बीच समुद्री अनुसंधान समझौते को मंजूरी दी। "
        "इस समझौते पर पिछले महीने की दो तारीख को हस्ताक्षर किए गए थे।"
    )
    (agreement,) = found.agreements
    assert [(e.status, e.date) for e in agreement.history] == [("signed", "2025-08-02"), ("approved", "2025-09-10")]
    assert (agreement.status, agreement.date) == ("approved", "2025-09-10")


def test_relative_clause_tells_the_end():
    (fact,) = told("भारत और बांग्लादेश ने 1998 में नदी जल पर समझौता किया था, जो 2003 में खत्म हो गया।")
    assert fact == ("BGD+IND", "नदी जल पर समझौता", "agreement", "ended", "2003")


def test_counted_bundle_is_one_object_without_a_name():
    _, found = read("चीन और पाकिस्तान ने मंगलवार को छह समझौतों और तीन आशय पत्रों पर हस्ताक्षर किए।")
    (agreement,) = found.agreements
    assert (agreement.name, agreement.count, agreement.status) == (None, 9, "signed")


def test_money_is_counted_out():
    _, found = read("भारत और फ्रांस के बीच 63 हजार करोड़ रुपये के विमान सौदे पर हस्ताक्षर हुए।")
    (agreement,) = found.agreements
    assert (agreement.amount, agreement.currency) == (pytest.approx(6.3e11), "INR")


def test_counted_and_named_agreements_of_the_same_parties_stay_apart():
    found = told(
        "चीन और नेपाल के बीच सुरक्षा और आर्थिक समझौते पर वार्ता चल रही है। चीन और नेपाल ने मंगलवार को आर्थिक सहयोग के तीन समझौतों पर हस्ताक्षर किए।"
    )
    assert [fact[3] for fact in found] == ["proposed", "signed"]


def test_a_headline_whose_parties_are_unknown_takes_no_other_agreement():
    found = told("भारत और ओमान ने 1973 की मैत्री संधि को सोमवार को रद्द कर दिया।", title="व्यापार संधि पर वार्ता")
    assert [(fact[0], fact[1], fact[3]) for fact in found if fact[1] == "मैत्री संधि"] == [
        ("IND+OMN", "मैत्री संधि", "ended")
    ]


def test_many_mentions_are_one_agreement():
    text = "भारत और ओमान ने बुधवार को व्यापार समझौते पर हस्ताक्षर किए। " + "इस समझौते का स्वागत हुआ। " * 200
    assert told(text) == [("IND+OMN", "व्यापार समझौते", "agreement", "signed", "2025-09-10")]


def test_agentless_passive_takes_the_parties_of_the_meeting():
    text = "प्रधानमंत्री नरेंद्र मोदी और राष्ट्रपति मोहम्मद मुइज्जू की मंगलवार को बैठक हुई। बैठक में तीन समझौता ज्ञापनों पर हस्ताक्षर किए गए।"
    first = Span(0, text.index("।") + 1)
    participants = (Participant("modi", "participant", first), Participant("muizzu", "participant", first))
    meeting = Meeting(
        participants, "held", "happened", "in_person", "2025-09-09", "2025-09-09", "day", "weekday", None, None, (),
        Attribution(), first, (), (first,), "test", 1.0,
    )  # fmt: skip
    _, found = read(text, meetings=(meeting,))
    (agreement,) = found.agreements
    assert sorted(party.key for party in agreement.parties) == ["IND", "MDV"]
    assert (agreement.count, agreement.date, agreement.date_source) == (3, "2025-09-09", "context")
    assert agreement.rule == "agreement.meeting"


def test_an_unknown_party_is_not_replaced_by_another():
    assert told("भारत और नेपाल के मंत्री मिले। अबस कंपनी ने कखग न्यास के साथ समझौता ज्ञापन पर हस्ताक्षर किए।") == []


def test_a_denied_signing_is_none():
    (fact,) = told("भारत ने नेपाल के साथ जल समझौते पर हस्ताक्षर की खबरों का खंडन किया है। अभी केवल मसौदे पर सहमति बनी है।")
    assert fact[3] == "agreed"


def test_without_publication_day_relative_dates_stay_open():
    (fact,) = told("भारत और ओमान ने बुधवार को व्यापार समझौते पर हस्ताक्षर किए।", published_at=None)
    assert fact[4] is None


def test_every_cell_has_its_stretch_of_text():
    document, found = read("भारत और ओमान ने बुधवार को 5 अरब डॉलर के ऊर्जा समझौते पर हस्ताक्षर किए।")
    (agreement,) = found.agreements
    proof = {(e.slot, document.text[e.span.start : e.span.end]) for e in agreement.slots}
    assert {
        ("party", "भारत"),
        ("party", "ओमान"),
        ("status", "हस्ताक्षर"),
        ("kind", "समझौते"),
        ("date", "बुधवार"),
        ("amount", "5 अरब डॉलर"),
    } <= proof
    assert 0 < agreement.confidence <= 1
    assert agreement.rule.startswith("agreement.")


def test_what_was_set_aside_says_why():
    _, found = read("भारत और जापान सहयोग बढ़ाने पर सहमत हुए।")
    assert [d.rule for d in found.discarded] == ["agreement.opinion"]


_WORDS = st.sampled_from(
    [
        "भारत",
        "ओमान",
        "चीन",
        "और",
        "के",
        "बीच",
        "साथ",
        "ने",
        "पर",
        "को",
        "समझौते",
        "समझौता",
        "करार",
        "ज्ञापन",
        "सहमति",
        "पत्र",
        "संधि",
        "हस्ताक्षर",
        "किए",
        "हुए",
        "सहमत",
        "राजी",
        "दोनों",
        "देशों",
        "तीन",
        "छह",
        "1972",
        "2019",
        "में",
        "बुधवार",
        "को",
        "रद्द",
        "मंजूरी",
        "दी",
        "लागू",
        "जिस",
        "जो",
        "है",
        "था",
        ",",
        "।",
        "(",
        ")",
        "-",
        "से",
        "अलग",
        "इस",
        "उसी",
        "दिन",
        "कोई",
        "नहीं",
        "मसौदे",
        "सीईपीए",
        "यानी",
    ]
)


@given(st.lists(_WORDS, max_size=30))
def test_any_words_are_read_without_error(words):
    document, found = read(" ".join(words), title=" ".join(words[:6]))
    for agreement in found.agreements:
        assert len(agreement.parties) > 1
        for slot in agreement.slots:
            assert 0 <= slot.span.start < slot.span.end <= len(document.text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # what is refused, unreal or only allowed
        ("अगर भारत और कतर के बीच गैस करार हो गया होता तो कीमतें न बढ़तीं।", None),
        ("भारत और नेपाल हठ न करते तो पंचेश्वर समझौता हो जाता।", None),
        ("ईरान ने अमेरिका के साथ कैदी अदला-बदली समझौते पर दस्तखत करने से साफ इनकार कर दिया।", None),
        ("ब्रिटेन ने चीन के साथ निवेश संधि पर हस्ताक्षर से इंकार किया।", None),
        ("बार्सिलोना के खिलाड़ी ने ब्राजील के क्लब के साथ दो साल का करार किया।", None),
        # declared ends, what stays, what is renewed
        ("पाकिस्तान ने गुरुवार को भारत के साथ व्यापार समझौते को निलंबित करने का निर्णय लिया।", ("IND+PAK", "व्यापार समझौते", "agreement", "ended", "2025-09-04")),
        ("ओमान और ईरान के बीच मत्स्य संधि फिलहाल स्थगित ही रहेगी।", ("IRN+OMN", "मत्स्य संधि", "treaty", "ended", None)),
        ("जापान और फ्रांस ने सोमवार को विज्ञान समझौते के नवीनीकरण पर हस्ताक्षर किए।", ("FRA+JPN", "विज्ञान समझौते", "agreement", "signed", "2025-09-08")),
        ("मिस्र और कतर ने सोमवार को गैस संधि पर हस्ताक्षर किए, जो दस साल लागू रहेगी।", ("EGY+QAT", "गैस संधि", "treaty", "signed", "2025-09-08")),
        ("यह समझौता भारत और जापान के बीच सहयोग बढ़ाने में मदद करेगा।", None),
        # the stages of talks
        ("भारत और ओमान ने सोमवार को निवेश संधि पर बातचीत पूरी होने की घोषणा की।", ("IND+OMN", "निवेश संधि", "treaty", "agreed", "2025-09-08")),
        ("भारत और ओमान सोमवार को निवेश संधि पर बातचीत करेंगे।", ("IND+OMN", "निवेश संधि", "treaty", "proposed", None)),
        ("कतर और मिस्र ने गैस समझौते पर रविवार को लंबी बातचीत के बाद हस्ताक्षर किए।", ("EGY+QAT", "गैस समझौते", "agreement", "signed", "2025-09-07")),
        ("भारत और ओमान जिस निवेश संधि पर दो साल से बात कर रहे हैं, उसका मसौदा लंबा है।", ("IND+OMN", "निवेश संधि", "treaty", "proposed", None)),
        ("भारत और ओमान के बीच इस साल निवेश संधि पर हस्ताक्षर होना मुश्किल है।", ("IND+OMN", "निवेश संधि", "treaty", "proposed", None)),
        ("चीन और ब्राजील के बीच रेल समझौता अब हो रहा है।", ("BRA+CHN", "रेल समझौता", "agreement", "proposed", None)),
        # names and numbers
        ("भारत और वियतनाम ने 10 वर्षीय रक्षा समझौते पर हस्ताक्षर किए।", ("IND+VNM", "10 वर्षीय रक्षा समझौते", "agreement", "signed", None)),
        ("भारत और केन्या ने झीलों के पर्यटन में सहयोग के लिए समझौते पर हस्ताक्षर किए।", ("IND+KEN", "झीलों के पर्यटन में सहयोग के लिए समझौते", "agreement", "signed", None)),
        ("रूस और यूक्रेन ने कैदियों की अदला-बदली के समझौते पर दस्तखत किए।", ("RUS+UKR", "कैदियों की अदला-बदली के समझौते", "agreement", "signed", None)),
        ("इजराइल और हमास युद्धविराम और बंधक रिहाई समझौते पर राजी हो गए।", ("ISR+hamas", "युद्धविराम और बंधक रिहाई समझौते", "ceasefire", "agreed", None)),
        ("मिस्र और तुर्की के बीच सोमवार को पर्यटन प्रोटोकॉल पर हस्ताक्षर हुए।", ("EGY+TUR", "पर्यटन प्रोटोकॉल", "agreement", "signed", "2025-09-08")),
    ],
)  # fmt: skip
def test_what_becomes_of_it(text, fact):
    assert told(text) == ([fact] if fact else [])


def test_a_headline_may_put_the_verb_first():
    assert told("", title="भारत और कतर आज करेंगे समझौता")[0][3] == "proposed"
    assert told("", title="भारत और कतर ने किया समझौता")[0][3] == "agreed"


def test_a_memorandum_called_an_agreement_by_the_headline_is_one_memorandum():
    found = told(
        "भारत और मिस्र ने सोमवार को रक्षा क्षेत्र में सहयोग का करार किया। काहिरा में रक्षा सहयोग के समझौता ज्ञापन पर हस्ताक्षर किए गए।",
        title="रक्षा सहयोग पर भारत-मिस्र में समझौता",
    )
    assert [(fact[0], fact[2], fact[3]) for fact in found] == [("EGY+IND", "mou", "signed")]


def test_the_place_of_signing_is_no_place_of_the_subject_nor_a_party():
    def places(text):
        return [agreement.place for agreement in read(text)[1].agreements]

    assert places("भारत और ओमान ने सोमवार को मस्कट में मुक्त व्यापार समझौते पर हस्ताक्षर किए।") == ["मस्कट"]
    assert places("भारत और विश्व बैंक ने राजस्थान में सड़कें सुधारने के लिए ऋण समझौते पर हस्ताक्षर किए।") == [None]


def test_approvals_take_the_day_of_the_sitting_told_before():
    sitting = "मंत्रिमंडल की बैठक सोमवार को हुई। "
    approval = "मंत्रिमंडल ने भारत और कतर के बीच कर समझौते को मंजूरी {}।"
    assert told(sitting + approval.format("दी"))[0][3:] == ("approved", "2025-09-08")
    assert told(sitting + approval.format("पहले ही दे दी थी"))[0][3:] == ("approved", None)


def test_a_part_of_a_bundle_and_its_count_told_later_are_the_bundle():
    found = read(
        "दोनों देशों के बीच हुए समझौतों की सूची जारी हुई। भारत और जर्मनी के बीच सोमवार को कुल 18 समझौते हुए।",
        title="भारत और जर्मनी के बीच समझौतों पर हस्ताक्षर",
    )[1].agreements
    assert [(a.count, a.name) for a in found] == [(18, None)]
