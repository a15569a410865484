"""The phrases that carry the case marker, and whom titles, collectives and pronouns stand for."""

import pytest

from rajnay.facts.actors import read_actors
from tests.plugins.rajnay.facts.named import document


def phrases(text: str, title: str = "") -> dict[str, tuple[str, tuple[str, ...]]]:
    """Phrase → its kind and, for each key, a name (persons, bodies) or the code (states, IGOs)."""
    doc = document(text, title)
    reading = read_actors(doc)
    actors = {actor.key: actor for actor in reading.actors}
    found = {}
    for phrase in reading.phrases:
        keys = []
        for key in phrase.keys:
            actor = actors[key]
            keys.append(actor.code if actor.kind in ("state", "igo") else actor.names[0])
        found[doc.text[phrase.span.start : phrase.span.end]] = (phrase.kind, tuple(keys))
    return found


def test_phrase_covers_state_office_honorific_and_name() -> None:
    found = phrases("एस्टोनिया के रक्षा मंत्री श्री टार्मो वाल्गस ने भारतीय रक्षा सचिव महेंद्र पालीवाल से भेंट की।")
    assert found["एस्टोनिया के रक्षा मंत्री श्री टार्मो वाल्गस"] == ("name", ("टार्मो वाल्गस",))
    assert found["भारतीय रक्षा सचिव महेंद्र पालीवाल"] == ("name", ("महेंद्र पालीवाल",))
    assert len(found) == 2  # the states inside are no phrases of their own


def test_coordination_of_full_phrases_is_several_phrases() -> None:
    found = phrases("घाना के वित्त मंत्री क्वामे ओसेई और टोगो के वित्त मंत्री कोफी अगबोदजा मिले।")
    assert [kind for kind, _ in found.values()] == ["name", "name"]


@pytest.mark.parametrize(
    ("text", "phrase", "codes"),
    [
        ("भारत और फ्रांस के विदेश मंत्रियों के बीच बैठक हुई।", "भारत और फ्रांस के विदेश मंत्रियों", ("IND", "FRA")),
        ("मिस्र के रक्षा मंत्री ने भारत के विदेश सचिव से बात की।", "मिस्र के रक्षा मंत्री", ("EGY",)),
        ("जापानी राजदूत ने नेपाल का दौरा किया।", "जापानी राजदूत", ("JPN",)),
        ("पेरू, चिली के राष्ट्रपति लीमा में मिले।", "पेरू, चिली के राष्ट्रपति", ("PER", "CHL")),
        ("प्रधानमंत्री ने ओमान के सुल्तान से भेंट की।", "प्रधानमंत्री", ("IND",)),
        ("प्रधानमंत्री ने ओमान के प्रधानमंत्री से भेंट की।", "प्रधानमंत्री", ("IND",)),
    ],
)
def test_unnamed_holders_stand_for_their_state(text: str, phrase: str, codes: tuple[str, ...]) -> None:
    assert phrases(text)[phrase] == ("title", codes)


def test_title_stands_for_the_holder_whom_the_article_names() -> None:
    found = phrases(
        "नॉर्वे के विदेश मंत्री ओलाव ब्रेकहुस दिल्ली पहुंचे। नॉर्वे के विदेश मंत्री ने राजघाट पर फूल चढ़ाए।",
        "नॉर्वे के विदेश मंत्री भारत में",
    )
    assert found["नॉर्वे के विदेश मंत्री"] == ("title", ("ओलाव ब्रेकहुस",))


def test_title_alone_follows_the_state_spoken_of() -> None:
    text = "बोलीविया के राष्ट्रपति खुआन अल्मारास पराग्वे गए। राष्ट्रपति ने नदी पर पुल की बात की।"
    assert phrases(text)["राष्ट्रपति"] == ("title", ("खुआन अल्मारास",))


def test_counterpart_is_a_person_without_a_role() -> None:
    text = "विदेश मंत्री सुनंदा राठौड़ ने अपने बेल्जियन समकक्ष यान देमूलिन से मुलाकात की।"
    assert phrases(text)["अपने बेल्जियन समकक्ष यान देमूलिन"] == ("name", ("यान देमूलिन",))
    actor = next(a for a in read_actors(document(text)).actors if "यान देमूलिन" in a.names)
    assert (actor.code, actor.role) == ("BEL", None)


def test_counterpart_without_a_name_is_the_state() -> None:
    found = phrases("रक्षा मंत्री सुबोध कांत ने बेल्जियम के अपने समकक्ष से बात की। बेल्जियम ने धन्यवाद दिया।")
    assert found["बेल्जियम के अपने समकक्ष"] == ("title", ("BEL",))


BOTH = "मलावी के राष्ट्रपति ओस्टिन काम्बेवा और जाम्बिया के राष्ट्रपति हिल्डा मुसोंडा लुसाका में मिले। "


@pytest.mark.parametrize(
    ("sentence", "phrase", "expected"),
    [
        ("दोनों नेताओं ने व्यापार पर चर्चा की।", "दोनों नेताओं", ("ओस्टिन काम्बेवा", "हिल्डा मुसोंडा")),
        ("दोनों ने हाथ मिलाया।", "दोनों", ("ओस्टिन काम्बेवा", "हिल्डा मुसोंडा")),
        ("दोनों शीर्ष नेताओं ने व्यापार पर चर्चा की।", "दोनों शीर्ष नेताओं", ("ओस्टिन काम्बेवा", "हिल्डा मुसोंडा")),
        ("दोनों देशों ने समझौता किया।", "दोनों देशों", ("MWI", "ZMB")),
        ("दोनों देशों के राष्ट्रपतियों ने भोज किया।", "दोनों देशों के राष्ट्रपतियों", ("ओस्टिन काम्बेवा", "हिल्डा मुसोंडा")),
    ],
)
def test_collectives(sentence: str, phrase: str, expected: tuple[str, ...]) -> None:
    assert phrases(BOTH + sentence)[phrase] == ("collective", expected)


def test_collective_without_enough_antecedents_is_nothing() -> None:
    assert "दोनों नेताओं" not in phrases("दोनों नेताओं ने व्यापार पर चर्चा की।")


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("चिली के राष्ट्रपति पाब्लो इनोस्त्रोसा ने पेरू का दौरा किया। उन्होंने पुल देखा।", "उन्होंने", "पाब्लो इनोस्त्रोसा"),
        ("राजदूत इंगा स्टेनमार्क ने सचिव प्रतुल बरुआ से भेंट की। बाद में उन्होंने फूल चढ़ाए।", "उन्होंने", "इंगा स्टेनमार्क"),
        ("राजदूत इंगा स्टेनमार्क दिल्ली आईं। सचिव प्रतुल बरुआ ने उनसे बात की।", "उनसे", "इंगा स्टेनमार्क"),
    ],
)
def test_pronouns(text: str, pronoun: str, name: str) -> None:
    assert phrases(text)[pronoun] == ("pronoun", (name,))


@pytest.mark.parametrize(
    ("second", "pronoun"),
    [
        ("शाम को पेरू के राष्ट्रपति हर्नान सोतो के साथ उनकी अलग बैठक हुई।", "उनकी"),
        ("अगले दिन वह पेरू के राष्ट्रपति हर्नान सोतो से मिलेंगे।", "वह"),
        ("पेरू के राष्ट्रपति हर्नान सोतो ने उनसे बात की।", "उनसे"),
    ],
)
def test_pronoun_beside_another_person_means_who_acted_before(second: str, pronoun: str) -> None:
    text = "चिली के राष्ट्रपति पाब्लो इनोस्त्रोसा लीमा पहुंचे। " + second
    assert phrases(text)[pronoun] == ("pronoun", ("पाब्लो इनोस्त्रोसा",))


def test_pronoun_of_the_partner_in_the_same_sentence() -> None:
    text = "चिली के राष्ट्रपति पाब्लो इनोस्त्रोसा ने राजदूत इंगा स्टेनमार्क को फोन कर उनसे माफी मांगी।"
    assert phrases(text)["उनसे"] == ("pronoun", ("इंगा स्टेनमार्क",))


def test_pronoun_goes_on_through_pronouns() -> None:
    text = "राजदूत इंगा स्टेनमार्क दिल्ली आईं। इसके बाद वह सचिव प्रतुल बरुआ से मिलीं। अध्यक्ष शोभना कालरा के साथ उनकी बातचीत लंबी चली।"
    assert phrases(text)["उनकी"] == ("pronoun", ("इंगा स्टेनमार्क",))


def test_places_are_no_parties_of_a_collective() -> None:
    text = "मलावी के मंत्री ओस्टिन काम्बेवा और जाम्बिया के मंत्री हिल्डा मुसोंडा केन्या में मिले। दोनों देशों ने करार किया।"
    assert phrases(text)["दोनों देशों"] == ("collective", ("MWI", "ZMB"))


def test_no_pronoun_without_antecedent() -> None:
    assert phrases("उन्होंने कहा कि वह आएंगे।") == {}


def test_phrases_come_in_the_order_of_the_text() -> None:
    reading = read_actors(document(BOTH + "दोनों नेताओं ने भारत के दूत से बात की।"))
    starts = [phrase.span.start for phrase in reading.phrases]
    assert starts == sorted(starts)
    keys = {actor.key for actor in reading.actors}
    assert all(key in keys for phrase in reading.phrases for key in phrase.keys)


@pytest.mark.parametrize(
    ("text", "phrase", "names"),
    [
        (
            "घाना के राष्ट्रपति क्वामे ओसेई ने वित्त मंत्री अकुआ मेन्साह की मौजूदगी में टोगो के राष्ट्रपति कोफी अगबोद से मुलाकात की। "
            "दोनों नेताओं ने पुल पर चर्चा की।",
            "दोनों नेताओं",
            ("क्वामे ओसेई", "कोफी अगबोद"),
        ),
        (
            "घाना के वित्त मंत्री क्वामे ओसेई ने राष्ट्रपति अकुआ मेन्साह और टोगो के वित्त मंत्री कोफी अगबोद से बात की। "
            "दोनों मंत्रियों ने कर्ज पर चर्चा की।",
            "दोनों मंत्रियों",
            ("क्वामे ओसेई", "कोफी अगबोद"),
        ),
    ],
)
def test_of_three_in_a_sentence_the_two_are_those_of_the_office_or_those_who_take_part(
    text: str, phrase: str, names: tuple[str, ...]
) -> None:
    assert phrases(text)[phrase] == ("collective", names)
