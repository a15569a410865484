"""Near-duplicates: same words, copies with cuts, short texts, and ids that last from night to night."""

from rajnay.dedup.cluster import THRESHOLD, Seen, cluster
from rajnay.dedup.signatures import signature

AGENCY = (
    "नई दिल्ली, 24 नवंबर (भाषा) भारत और चिली के वाणिज्य मंत्रियों ने मंगलवार को यहां व्यापक आर्थिक साझेदारी समझौते पर "
    "बातचीत का नया दौर पूरा किया। अधिकारियों ने बताया कि तांबे, लिथियम और दवाओं पर शुल्क घटाने की सूची पर सहमति बन गई है। "
    "दोनों पक्ष अगले महीने सैंटियागो में फिर मिलेंगे। मंत्रालय के मुताबिक पिछले वित्त वर्ष में दोनों देशों का कारोबार चार अरब डॉलर के करीब रहा। "
    "उद्योग संगठनों ने कहा कि समझौते से वाहन और कपड़ा निर्यात को सबसे ज्यादा फायदा होगा।"
)
CUT = AGENCY.removeprefix("नई दिल्ली, 24 नवंबर (भाषा) ").rsplit("उद्योग", 1)[0]
OTHER_DESK = (
    "चिली के साथ मुक्त व्यापार की राह पर भारत एक कदम और आगे बढ़ा। राजधानी में हुई दो दिन की चर्चा में लिथियम और तांबे के आयात पर "
    "रियायत का खाका तैयार हुआ, जबकि भारतीय दवा कंपनियों को लातीनी अमेरिका में आसान पहुंच देने पर भी बात बनी। अगली बैठक दिसंबर में होनी है और "
    "दोनों सरकारें साल के अंत तक दस्तखत का लक्ष्य लेकर चल रही हैं।"
)


def clusters(texts: dict[str, str], history: list[Seen] | None = None) -> dict[str, tuple[str, str]]:
    members = cluster([(name, signature(text)) for name, text in texts.items()], history or [])
    return {member.article_id: (member.cluster_id, member.role) for member in members}


def test_a_cut_copy_is_near_and_another_desks_report_is_not() -> None:
    assert clusters({"a": AGENCY, "b": CUT, "c": OTHER_DESK}) == {
        "a": ("a", "canonical"),
        "b": ("a", "near"),
        "c": ("c", "canonical"),
    }


def test_spelling_marks_and_spaces_do_not_make_another_text() -> None:
    respelt = AGENCY.replace("नवंबर", "नवम्बर").replace("।", " ।").replace("24", "२४").replace("मंत्रियों", "मन्त्रियों")
    assert clusters({"a": AGENCY, "b": respelt})["b"] == ("a", "exact")


def test_short_texts_go_by_exact_hash_alone() -> None:
    short = "मोदी-मैक्रों मुलाकात आज, रक्षा सौदे पर नजर"
    assert signature(short).minhash is None
    found = clusters({"a": short, "b": short + " रहेगी", "c": short, "d": "", "e": ""})
    assert found == {
        "a": ("a", "canonical"),
        "b": ("b", "canonical"),
        "c": ("a", "exact"),
        "d": ("d", "canonical"),
        "e": ("d", "exact"),
    }


def test_the_cluster_of_an_earlier_night_keeps_its_id_and_chains() -> None:
    first = cluster([("a", signature(AGENCY))], [])
    history = [Seen(m.article_id, m.cluster_id, m.signature) for m in first]
    second = cluster([("b", signature(CUT)), ("c", signature(OTHER_DESK))], history)
    history += [Seen(m.article_id, m.cluster_id, m.signature) for m in second]
    third = cluster([("d", signature(CUT)), ("e", signature(OTHER_DESK + " अधिकारी आशावान हैं।"))], history)
    assert [(m.article_id, m.cluster_id, m.role) for m in second + third] == [
        ("b", "a", "near"), ("c", "c", "canonical"), ("d", "a", "exact"), ("e", "c", "near"),
    ]  # fmt: skip
    assert all(m.similarity >= THRESHOLD for m in second + third)


def test_nothing_in_nothing_out() -> None:
    assert cluster([], []) == []
