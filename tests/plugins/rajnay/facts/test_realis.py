"""Did it happen? One event word a sentence, marked with stars."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rajnay.facts.attribution import read_attribution
from rajnay.facts.document import Document
from rajnay.facts.model import Article, Span
from rajnay.facts.realis import read_realis
from rajnay.facts.realis_event import Realisation

CASES = [
    ("प्रधानमंत्री ने जापान के प्रधानमंत्री से *मुलाकात* की।", "happened", "past"),
    ("विदेश मंत्री अपने रूसी समकक्ष से *मिले*।", "happened", "past"),
    ("दोनों के दस्तावेज पर *हस्ताक्षर* हो चुके हैं।", "happened", "past"),
    ("मोदी की पुतिन के साथ *मुलाकात* करीब एक घंटे चली।", "happened", "past"),
    ("*बैठक* में तीन समझौता ज्ञापनों पर हस्ताक्षर किए गए।", "happened", "past"),
    ("*मुलाकात* के बाद उन्होंने अपनी यात्रा रद्द कर दी।", "happened", "past"),
    ("*बैठक* में कोई समझौता नहीं हुआ।", "happened", "past"),
    ("उन्होंने *मुलाकात* कर मदद का भरोसा दिया।", "happened", "past"),
    ("राजदूत ने मेयर से *मुलाकात* कर उनसे काम टालने को कहा।", "happened", "past"),
    ("*मुलाकात* मंत्री से नहीं, बल्कि सचिव से हुई थी।", "happened", "past"),
    ("दोनों पक्षों के बीच *बातचीत* चल रही है।", "ongoing", "past"),
    ("सीमा पर *वार्ता* जारी है।", "ongoing", "past"),
    ("राष्ट्रपति शुक्रवार को फिजी के प्रधानमंत्री से *मिलेंगी*।", "planned", "future"),
    ("वह चेक विदेश मंत्री से *मिलने* वाली हैं।", "planned", "future"),
    ("दस्तावेज पर *हस्ताक्षर* होने हैं।", "planned", "future"),
    ("दोनों की *मुलाकात* शनिवार को तय है।", "planned", "future"),
    ("सर्वदलीय *बैठक* बुलाई गई।", "planned", "future"),
    ("मंत्री *बैठक* में भाग लेने के लिए ताशकंद जा रहे हैं।", "planned", "future"),
    ("ईयू ने उन्हें *बातचीत* के लिए ब्रसेल्स आने का निमंत्रण दिया है।", "planned", "future"),
    ("अगला कदम सीधी *वार्ता* है, जो 10 मार्च को शुरू होनी है।", "planned", "future"),
    ("दोनों नेताओं के बीच *मुलाकात* हो सकती है।", "conditional", "future"),
    ("अगर सहमति बनी तो नवंबर में *समझौता* होगा।", "conditional", "future"),
    ("पाकिस्तान भारत से *बातचीत* करना चाहता है।", "conditional", "future"),
    ("रूस ने *बातचीत* शुरू करने की अपील की।", "conditional", "future"),
    ("दोनों देशों की *मुलाकात* की संभावना है।", "conditional", "future"),
    ("चीन ने समझौते पर *हस्ताक्षर* करने से इनकार कर दिया।", "cancelled", "past"),
    ("विदेश सचिव स्तर की *वार्ता* रद्द कर दी गई।", "cancelled", "past"),
    ("दोनों की *बैठक* भी होनी थी, मगर विमान देर से उतरा और बैठक रद्द करनी पड़ी।", "cancelled", "past"),
    ("प्रस्तावित शिखर *वार्ता* अब नहीं होगी।", "cancelled", "past"),
    ("सोमवार को होने वाली वीडियो *बैठक* स्थगित कर दी गई।", "postponed", "past"),
    ("दोनों की जो *बैठक* होनी थी, वह इसी वजह से टल गई।", "postponed", "past"),
    ("भारत उस *वार्ता* को फिर कराने में जुटा है, जो कुछ दिन पहले टाल दी गई थी।", "postponed", "past"),
    ("दोनों नेताओं के बीच कोई औपचारिक *मुलाकात* नहीं हुई।", "denied", "past"),
    ("उनके प्रतिनिधि एक-दूसरे से नहीं *मिले*।", "denied", "past"),
    ("मंत्रालय ने *मुलाकात* की खबरों का खंडन किया।", "denied", "past"),
    ("*बैठक* होती तो सीमा विवाद पर बात होती।", "denied", "past"),
    ("*हस्ताक्षर* होते-होते रह गए।", "denied", "past"),
    ("दूत राष्ट्रपति से *मिले* बिना लौट गए।", "denied", "past"),
    ("उनकी *मुलाकात* का कोई कार्यक्रम तय नहीं है।", "denied", "future"),
    ("क्या मोदी और शी की *मुलाकात* होगी?", None, None),
    ("दोनों देश हर साल सैन्य *वार्ता* करते हैं।", None, None),
]
HEADLINES = [
    ("मोदी-मैक्रों *मुलाकात* आज, रक्षा सौदे पर नजर", "planned"),
    ("पुतिन से *मिले* मोदी, रक्षा सहयोग पर हुई बात", "happened"),
    ("पुतिन से मिले मोदी, रक्षा सहयोग पर हुई *बात*", "happened"),
    ("विदेश मंत्रियों की *बैठक* टली", "postponed"),
    ("ब्रिटेन के साथ *बैठक* भी रद्द", "cancelled"),
    ("फ्रांस के राष्ट्रपति के साथ *मुलाकात*", "happened"),
    ("राष्ट्रपति फिजी के प्रधानमंत्री से *मिलते* हैं", "happened"),
]


def realis(marked: str, *, headline: bool) -> tuple[Document, Realisation]:
    before, word, after = marked.split("*")
    text = before + word + after
    document = Document(Article("t", text, "") if headline else Article("t", "", text))
    trigger = Span(len(before), len(before) + len(word))
    sentence = next(s for s in document.sentences if s.start <= trigger.start < s.end)
    return document, read_realis(document, sentence, trigger)


@pytest.mark.parametrize(("marked", "expected", "tense"), CASES)
def test_sentences(marked: str, expected: str | None, tense: str | None) -> None:
    _, found = realis(marked, headline=False)
    assert (found.realis, found.tense) == (expected, tense), found.rule


@pytest.mark.parametrize(("marked", "expected"), HEADLINES)
def test_headlines(marked: str, expected: str) -> None:
    _, found = realis(marked, headline=True)
    assert found.realis == expected, found.rule


def test_the_cue_is_named() -> None:
    document, found = realis("विदेश सचिव स्तर की *वार्ता* रद्द कर दी गई।", headline=False)
    assert found.span is not None
    assert document.text[found.span.start : found.span.end] == "रद्द"
    assert found.rule == "realis.cancelled"


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("सूत्रों के अनुसार दोनों ने गुप्त बैठक की।", "unnamed", "सूत्रों"),
        ("विदेश मंत्रालय ने बताया कि दोनों की बैठक हुई।", "official", "विदेश मंत्रालय"),
        ("ट्रंप ने दावा किया कि दोनों की बैठक हुई।", "reported", "ट्रंप"),
        ("स्थानीय मीडिया के मुताबिक दोनों की बैठक हुई।", "agency", "स्थानीय मीडिया"),
        ("दोनों की बैठक हुई।", "none", None),
    ],
)
def test_who_says_so(text: str, kind: str, source: str | None) -> None:
    document = Document(Article("t", "", text))
    at = text.index("बैठक")
    found = read_attribution(document.sentences[0], Span(at, at + 4))
    assert (found.kind, found.source) == (kind, source)


WORDS = ["बैठक", "मुलाकात", "ने", "से", "के", "बाद", "की", "नहीं", "होगी", "हुई", "कर", "रद्द", "जो", "कि", ",", "।", "?", "तो", "अगर", "होते", "रह", "वाली", "है", "थी", "का", "संभावना", "से", "इनकार"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25), st.integers(0, 24))
@settings(max_examples=200, deadline=None)
def test_any_order_of_words_is_decided(words: list[str], which: int) -> None:
    text = " ".join(words)
    document = Document(Article("t", "", text))
    for sentence in document.sentences:
        token = sentence.tokens[which % len(sentence.tokens)]
        found = read_realis(document, sentence, Span(token.start, token.end))
        assert found.rule.startswith("realis.")
        assert found.span is None or sentence.start <= found.span.start < found.span.end <= sentence.end
