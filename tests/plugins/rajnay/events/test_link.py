"""Linking: the surest first, known ids stay, one article never tells one event twice."""

import dataclasses
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
    known = [(told("old", label="w"), "meeting:w"), (told("old", 1, label="x"), "meeting:x")]
    [found] = link([told("n")], known, alike, 0.5)
    assert found.event_id == "meeting:x"


def test_two_facts_of_an_article_are_two_events():
    known = [(told("old"), "meeting:old")]
    one, two = link([told("n", 0), told("n", 1, label="y")], known, alike, 0.5)
    assert one.event_id == "meeting:old"
    assert two.event_id != "meeting:old"


def test_what_is_like_two_known_events_shows_them_to_be_the_older_one():
    older = dataclasses.replace(told("z", label="y"), reported_on=date(2026, 11, 17))
    known = [(told("a", label="w"), "meeting:w"), (older, "meeting:y")]
    for order in (known, known[::-1]):
        [found] = link([told("n")], order, alike, 0.5)
        assert (found.event_id, found.linked_by, found.merged) == ("meeting:y", "matched", ("meeting:w",))


def test_three_events_become_one_by_two_facts_of_a_night():
    known = [
        (told(article, label=label), f"meeting:{label}") for article, label in (("c", "s"), ("b", "u"), ("a", "w"))
    ]
    links = link([told("m", label="t"), told("n", label="v")], known, alike, 0.5)
    assert {found.event_id for found in links} == {"meeting:w"}
    assert {event for found in links for event in found.merged} == {"meeting:s", "meeting:u"}


def test_known_events_that_contradict_each_other_stay_apart():
    known = [(told("a"), "meeting:a"), (told("b"), "meeting:b"), (told("c", label="!"), "meeting:b")]
    [found] = link([told("n")], known, alike, 0.5)
    assert (found.event_id, found.merged) == ("meeting:a", ())


def test_events_of_one_article_stay_apart():
    known = [(told("a", label="w"), "meeting:w"), (told("a", 1, label="y"), "meeting:y")]
    [found] = link([told("n")], known, alike, 0.5)
    assert found.merged == ()


def test_two_facts_that_are_like_an_event_each_join_none():
    """One fact must match both: what is like one event and like another fact says nothing of the other event."""
    known = [(told("a", label="w"), "meeting:w"), (told("b", label="z"), "meeting:z")]
    links = link([told("m", label="x"), told("n", label="y")], known, alike, 0.5)
    assert all(found.merged == () for found in links)


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
    merged = {event_id: found.event_id for found in links for event_id in found.merged}
    assert merged.keys() <= {event_id for _, event_id in known}
    assert not merged.keys() & {found.event_id for found in links}
    events = [(fact, found.event_id) for fact, found in zip(new, links, strict=True)]
    events += [(fact, merged.get(event_id, event_id)) for fact, event_id in known]
    for i, (one, event) in enumerate(events):
        for other, other_event in events[i + 1 :]:
            if event == other_event:
                same_words = one.key == other.key
                assert same_words or one.article_id != other.article_id
                assert same_words or alike(one, other) is not None
