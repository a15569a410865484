"""Who is who: spellings join their actor, namesakes do not, and an id once given stays."""

import pytest

from rajnay.events.identity import Registry, Seen, identify_all
from rajnay.facts.knowledge import load
from rajnay.text.keys import match_key


def person(*names, code="NPL"):
    return Seen("person", code, tuple(map(match_key, names)))


def body(*names, code="NPL"):
    return Seen("body", code, tuple(map(match_key, names)))


@pytest.fixture
def registry():
    return Registry(load())


def test_states_and_igos_are_their_codes(registry):
    assert registry.identify(Seen("state", "IND", ("भारत",))).actor_id == "state:IND"
    assert registry.identify(Seen("igo", "SAARC", ("सार्क",))).actor_id == "igo:SAARC"


def test_a_new_spelling_joins_its_actor(registry):
    first = registry.identify(person("टीकाराम गुरुङवाल", "गुरुङवाल"))
    again = registry.identify(person("टीकाराम गुरुंगवाल"))
    assert first.resolved_by == "new"
    assert again.actor_id == first.actor_id
    assert again.resolved_by in ("same_name", "similar_name")


def test_a_namesake_of_another_state_does_not(registry):
    nepali = registry.identify(person("टीकाराम गुरुङवाल"))
    indian = registry.identify(person("टीकाराम गुरुङवाल", code="IND"))
    assert indian.actor_id != nepali.actor_id


def test_without_a_state_the_only_bearer_is_meant_and_of_two_none(registry):
    nepali = registry.identify(person("टीकाराम गुरुङवाल"))
    assert registry.identify(person("टीकाराम गुरुङवाल", code=None)).actor_id == nepali.actor_id
    indian = registry.identify(person("टीकाराम गुरुङवाल", code="IND"))
    unclear = registry.identify(person("टीकाराम गुरुङवाल", code=None))
    assert unclear.actor_id not in (nepali.actor_id, indian.actor_id)


def test_a_short_name_finds_its_full_one_whatever_comes_first_in_a_night(registry):
    short, full = identify_all(registry, [person("गुरुङवाल"), person("टीकाराम गुरुङवाल")])
    assert short.actor_id == full.actor_id
    assert short.resolved_by == "short_name"


def test_a_short_name_of_two_people_is_nobody_known(registry):
    one = registry.identify(person("टीकाराम गुरुङवाल"))
    two = registry.identify(person("सुनीता गुरुङवाल"))
    short = registry.identify(person("गुरुङवाल"))
    assert short.actor_id not in (one.actor_id, two.actor_id)


def test_a_person_is_no_body_of_the_same_name(registry):
    assert registry.identify(person("अन्नपूर्णा न्यास")).actor_id != registry.identify(body("अन्नपूर्णा न्यास")).actor_id


def test_the_same_nights_give_the_same_ids(registry):
    night = [person("टीकाराम गुरुङवाल"), body("पोखरा जल परिषद"), Seen("person", None, ("एक नाम",))]
    ids = [identity.actor_id for identity in identify_all(registry, night)]
    assert ids == [identity.actor_id for identity in identify_all(registry, night)]
    assert ids == [identity.actor_id for identity in identify_all(Registry(load()), night)]


def test_a_state_left_out_is_had_from_other_articles_of_the_night_or_the_seeds(registry):
    silent, telling = identify_all(registry, [person("टीकाराम गुरुङवाल", code=None), person("टीकाराम गुरुङवाल")])
    assert (silent.actor_id, silent.code) == (telling.actor_id, "NPL")
    [known] = identify_all(registry, [person("सर्गेई लावरोव", code=None)])
    assert known.code == "RUS"
    [unknown] = identify_all(registry, [person("नाम अनजाना", code=None)])
    assert unknown.code is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("एलेक्जेंडर डोम्ब्रोवा", "अलेक्जेंडर डोम्ब्रोवा"),
        ("त्शेरिंग लेप्चावाल", "छेरिंग लेप्चावाल"),
        ("यासिर बिन नासिर अल खलदी", "यासिर बिन नासिर"),
        ("पार्क सू-मिन", "पार्क सूमिन"),
        ("ल्योनपो किंजांग दोरजी", "किंजांग दोर्जी"),
    ],
)
def test_spellings_that_begin_or_end_otherwise_find_each_other(one, other):
    for first, second in ((one, other), (other, one)):
        registry = Registry(load())
        assert registry.identify(person(first)).actor_id == registry.identify(person(second)).actor_id


@pytest.mark.parametrize(
    ("one", "other"),
    [("यासिर बिन नासिर", "यासिर बिन नवाफ"), ("अमर बहादुर राणा", "अमर बहादुर थापा"), ("राम शर्मा", "श्याम शर्मा")],
)
def test_relatives_and_namesakes_stay_apart(registry, one, other):
    assert registry.identify(person(one)).actor_id != registry.identify(person(other)).actor_id


def test_a_known_office_holder_is_found_by_the_sound(registry):
    assert registry.identify(person("तोशीमित्सू मोटेगी", code="JPN")).actor_id == "person:toshimitsu-motegi"


def test_a_known_minister_at_a_bodys_table_stays_his_states(registry):
    [guest] = identify_all(registry, [person("सर्गेई शोइगू", code="UNSC")])
    assert (guest.actor_id, guest.code) == ("person:sergei-shoigu", "RUS")
    [other] = identify_all(registry, [person("सर्गेई शोइगू", code="NPL")])
    assert (other.actor_id != guest.actor_id, other.code) == (True, "NPL")


def test_without_a_state_only_the_same_sound_of_the_whole_name_is_meant(registry):
    known = registry.identify(person("शफरी शमसुद्दीन", code="IDN"))
    assert registry.identify(person("शफ़री स्यामसुद्दीन", code=None)).actor_id == known.actor_id
    assert registry.identify(person("शफरी शमशेरुद्दीन", code=None)).actor_id != known.actor_id


def test_of_two_that_sound_alike_the_closer_is_meant(registry):
    one = registry.identify(person("धनबहादुर चौधरी"))
    two = registry.identify(person("धनबहादुर चौहान"))
    assert one.actor_id != two.actor_id
    assert registry.identify(person("धन बहादुर चौधरी")).actor_id == one.actor_id


def test_an_actor_without_names_is_not_everybody(registry):
    registry.identify(person("टीकाराम गुरुङवाल"))
    assert registry.identify(Seen("person", "NPL", ())).resolved_by == "new"


def test_each_state_has_its_own_navy(registry):
    ids = [registry.identify(body("नौसेना", code=code)).actor_id for code in ("LKA", "USA", "LKA", None)]
    assert ids[0] == ids[2] != ids[1]
    assert ids[3] not in ids[:3]
