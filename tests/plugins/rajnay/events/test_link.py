"""Linking: the surest first, known ids stay, one article never tells one event twice."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rajnay.events.link import link
from rajnay.events.told import Member, Told

A, B = Member("state:A", "state", "A"), Member("state:B", "state", "B")


def told(article, number=0, label="x"):
    return Told(article, number, "meeting", (A, B), "held", None, date(2026, 11, 18), place=label, channel="in_person")


def alike(one, other):
    """Same label 0.9, neighbouring letters 0.6, `!` contradicts all, others have nothing in common."""
    if "!" in (one.place, other.place):
        return None
    gap = abs(ord(one.place[0]) - ord(other.place[0]))
    return {0: 0.9, 1: 0.6}.get(gap, 0.0)


def test_a_new_fact_joins_its_event_and_another_founds_one():
    known = [(told("old"), "meeting:old")]
    joined, founded = link([told("n1"), told("n2", label="z")], known, alike, 0.5)
    assert (joined.event_id, joined.linked_by, joined.score) == ("meeting:old", "matched", 0.9)
    assert founded.linked_by == "new"
    assert founded.event_id != "meeting:old"


def test_the_surer_pair_wins():
    known = [(told("old", label="w"), "meeting:w"), (told("other", label="x"), "meeting:x")]
    [found] = link([told("n")], known, alike, 0.5)
    assert found.event_id == "meeting:x"


def test_two_facts_of_an_article_are_two_events():
    known = [(told("old"), "meeting:old")]
    one, two = link([told("n", 0), told("n", 1, label="y")], known, alike, 0.5)
    assert one.event_id == "meeting:old"
    assert two.event_id != "meeting:old"


def test_known_events_are_not_joined_by_what_is_like_both():
    known = [(told("a", label="w"), "meeting:w"), (told("b", label="y"), "meeting:y")]
    [found] = link([told("n")], known, alike, 0.5)
    assert found.event_id in ("meeting:w", "meeting:y")


def test_a_contradiction_anywhere_in_the_event_keeps_it_out():
    known = [(told("a"), "meeting:x"), (told("b", label="!"), "meeting:x")]
    [found] = link([told("n")], known, alike, 0.5)
    assert found.linked_by == "new"


def test_an_article_that_says_the_same_twice_tells_one_event_and_lumps_no_others():
    new = [told("a", 0), told("b", 0), told("a", 1), told("b", 1, label="y")]
    a0, b0, a1, b1 = link(new, [], alike, 0.5)
    assert a0.event_id == a1.event_id == b0.event_id
    assert b1.event_id != a0.event_id


facts = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.integers(0, 2), st.sampled_from("wxyz!")),
    max_size=12,
    unique_by=lambda fact: fact[:2],
)


@given(facts, st.integers(0, 12))
def test_what_holds_always(drawn, split):
    all_facts = [told(*fact) for fact in drawn]
    known = [(fact, f"meeting:{fact.article_id}{fact.number}") for fact in all_facts[:split]]
    new = all_facts[split:]
    links = link(new, known, alike, 0.5)
    assert links == link(new, known, alike, 0.5)
    assert len(links) == len(new)
    events = [(fact, found.event_id) for fact, found in zip(new, links, strict=True)] + known
    for i, (one, event) in enumerate(events):
        for other, other_event in events[i + 1 :]:
            if event == other_event:
                same_words = one.key == other.key
                assert same_words or one.article_id != other.article_id
                assert same_words or alike(one, other) is not None
