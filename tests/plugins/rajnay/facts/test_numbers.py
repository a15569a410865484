"""Numbers and sums of money in Hindi."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rajnay.facts.money import find_money
from rajnay.facts.numbers import read_number
from rajnay.text.tokens import tokens


@pytest.mark.parametrize(
    ("text", "value", "n_tokens"),
    [
        ("छह समझौतों", 6, 1),
        ("१२ समझौते", 12, 1),
        ("इक्कीस", 21, 1),
        ("दो हजार अठारह", 2018, 3),
        ("उन्नीस सौ अठहत्तर", 1978, 3),
        ("डेढ़ लाख", 150_000, 2),
        ("साढ़े तीन हजार", 3_500, 3),
        ("पौने दो करोड़", 17_500_000, 3),
        ("1.5 लाख करोड़", 1.5e12, 3),
        ("एक अरब बीस करोड़", 1.2e9, 4),
        ("1,50,000", 150_000, 1),
        ("दो दर्जन", 24, 2),
        ("100 करोड़ 2 देशों", 1e9, 2),
        ("इक्कीस दो हजार", 21, 1),
    ],
)
def test_numbers(text, value, n_tokens):
    number = read_number(tokens(text), 0)
    assert number is not None
    assert number.value == pytest.approx(value)
    assert number.end == n_tokens


@pytest.mark.parametrize("text", ["", "देश", "10:30", "1.2.3", "साढ़े", "हजारों लोग"])
def test_no_number(text):
    assert read_number(tokens(text), 0) is None


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("1.5 लाख करोड़ रुपये का सौदा", 1.5e12, "INR"),
        ("पांच अरब डॉलर का सौदा", 5e9, "USD"),
        ("190 मिलियन डॉलर का ऋण", 1.9e8, "USD"),
        ("$5 बिलियन का सौदा", 5e9, "USD"),
        ("₹ 450 करोड़ का सौदा", 4.5e9, "INR"),
        ("दो अरब ऑस्ट्रेलियाई डॉलर", 2e9, "AUD"),
        ("ढाई करोड़ यूरो", 2.5e7, "EUR"),
    ],
)
def test_money(text, amount, currency):
    (money,) = find_money(tokens(text))
    assert (money.amount, money.currency) == (pytest.approx(amount), currency)


def test_a_number_without_currency_is_no_money():
    assert find_money(tokens("पांच लाख लोग और 20 समझौते")) == ()


@given(
    st.lists(
        st.sampled_from(["दो", "साढ़े", "लाख", "करोड़", "सौ", "5", "1.5", "डॉलर", "रुपये", "$", "₹", "दर्जन", "और"]),
        max_size=12,
    )
)
def test_any_words_give_sums_inside_the_text(words):
    text = " ".join(words)
    for money in find_money(tokens(text)):
        assert money.amount > 0
        assert 0 <= money.span.start < money.span.end <= len(text)
