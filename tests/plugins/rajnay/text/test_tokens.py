"""Words and sentences with offsets, in Devanagari as in Latin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rajnay.text.keys import loose_key, match_key
from rajnay.text.tokens import sentence_spans, sentences, tokens

HINDI = st.text(st.sampled_from("कखगमोदीनेसे।.?!\n \u200c\u200d़ंँ्ािीुABab19१२,-()'\"ड"), max_size=200)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("विदेश-मंत्री ने", ["विदेश", "-", "मंत्री", "ने"]),
        ("जी20 में १,२५० लोग", ["जी", "20", "में", "१,२५०", "लोग"]),
        ("O'Brien और ज़ेलेंस्की", ["O'Brien", "और", "ज़ेलेंस्की"]),
        ("न्‍यूजीलैंड।", ["न्‍यूजीलैंड", "।"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("पहला वाक्य। दूसरा वाक्य।", 2),
        ("डॉ. एस. जयशंकर आए. वे बोले.", 2),
        ("वे आए.फिर वे गए.", 2),
        ("दर 7.5 फीसदी है।", 1),
        ("क्या वे आएंगे? हां!", 2),
        ("शीर्षक\nवाक्य", 2),
        ("", 0),
        (" \n\n ", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentence_spans(text)) == count


def test_endless_sentence_is_cut_between_words() -> None:
    text = "शब्द " * 3000
    spans = sentence_spans(text)
    assert max(end - start for start, end in spans) <= 2000
    assert "".join(text[start:end] for start, end in spans).count("शब्द") == 3000
    assert all(text[start:end].startswith("श") and text[start:end].endswith("द") for start, end in spans)


def test_endless_word_is_cut() -> None:
    assert [end - start for start, end in sentence_spans("क" * 4500)] == [2000, 2000, 500]


def test_headline_is_marked() -> None:
    text = "शीर्षक यहां\nपहला वाक्य। दूसरा।"
    assert [s.is_headline for s in sentences(text, headline_end=11)] == [True, False, False]


@given(HINDI)
def test_tokens_tell_where_they_are(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    covered = {i for token in found for i in range(token.start, token.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@given(HINDI)
def test_sentences_cover_all_words(text: str) -> None:
    spans = sentence_spans(text)
    assert all(a < b and not text[a].isspace() and not text[b - 1].isspace() for a, b in spans)
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@given(HINDI)
def test_keys_are_stable(text: str) -> None:
    assert match_key(match_key(text)) == match_key(text)
    assert loose_key(loose_key(text)) == loose_key(text)


@pytest.mark.parametrize(
    ("a", "b"),
    [("ट्रम्प", "ट्रंप"), ("हिन्दी", "हिंदी"), ("पहुँचे", "पहुंचे"), ("ज़ेलेंस्की", "जेलेंस्की"), ("न्‍यू", "न्यू"), ("१५", "15"), ("UN", "un")],
)
def test_spellings_share_a_key(a: str, b: str) -> None:
    assert match_key(a) == match_key(b)
