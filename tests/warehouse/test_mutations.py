"""The dbt unit tests are worth something: break the models on purpose, and each break turns its tests red."""

import json
import shutil

import pytest

from rajnay.paths import Lake
from rajnay.warehouse import build
from rajnay.warehouse.publish import publish

# (file, what stands there, what it becomes, the unit test that must notice)
BREAKS = [
    (
        "models/intermediate/int_articles__visited.sql",
        "when arg_max(visit.status, visit.requested_at) in",
        "when max(visit.status) in",
        "an_article_is_taken_down_when_its_last_visit_finds_it_gone",
    ),
    (
        "models/marts/core/fct_article_versions.sql",
        "versions.version_no = versions.n_versions",
        "versions.version_no = 1",
        "every_text_of_an_article_is_a_version_and_the_last_is_current",
    ),
    (
        "models/staging/stg_rajnay__readings.sql",
        "max(told.news_date)",
        "min(told.news_date)",
        "an_article_read_on_two_nights_is_the_later_one",
    ),
    (
        "macros/of_last_reading.sql",
        "and told.news_date = reading.news_date",
        "",
        "facts_of_an_earlier_reading_do_not_count",
    ),
    (
        "models/intermediate/int_articles__sourced.sql",
        "coalesce(article.agency, cluster.cluster_id)",
        "cluster.cluster_id",
        "copies_of_an_agency_and_near_duplicates_are_one_source",
    ),
    (
        "macros/slot_values.sql",
        "when 'rank' then counted.value_rank",
        "when 'rank' then 0",
        "the_fuller_value_stands_then_the_better_supported_then_the_later_one",
    ),
    (
        "models/intermediate/int_meetings__sources.sql",
        "max(least(confidence, 0.99))",
        "min(least(confidence, 0.99))",
        "sources_that_agree_leave_less_doubt",
    ),
    (
        "models/intermediate/int_agreements__sources.sql",
        "product(1 - confidence)",
        "min(1 - confidence)",
        "doubts_of_independent_sources_multiply",
    ),
    (
        "models/intermediate/int_meeting_participants__merged.sql",
        "or told_beside.actor_id is not null",
        "",
        "a_state_stands_aside_for_its_minister_unless_both_are_at_the_table",
    ),
    (
        "models/intermediate/int_agreement_statuses__told.sql",
        "anti join {{ ref('stg_rajnay__agreement_statuses') }} as step\n        on agreement.article_id = step.article_id and agreement.agreement_no = step.agreement_no",
        "",
        "an_agreement_without_history_tells_its_status",
    ),
    (
        "models/intermediate/int_agreements__current_status.sql",
        "status = 'proposed',",
        "",
        "an_agreement_stands_where_its_latest_deed_put_it",
    ),
    (
        "models/marts/core/dim_actors.sql",
        "contains(surface, ' ') desc,",
        "",
        "the_name_of_an_actor_is_its_fullest_and_then_its_commonest_spelling",
    ),
    (
        "models/intermediate/int_overrides__checked.sql",
        "when not decided.is_latest then 'a later decision replaces it'",
        "",
        "decisions_take_effect_or_say_why_not",
    ),
    (
        "macros/assigned.sql",
        "coalesce(moved.value, assignment.event_id)",
        "assignment.event_id",
        "facts_are_moved_merged_and_rejected",
    ),
    (
        "models/marts/events/fct_contradictions.sql",
        " and chosen.value_rank = other.value_rank",
        "",
        "only_what_cannot_both_be_true_is_a_contradiction",
    ),
    (
        "models/marts/core/fct_actors.sql",
        "where target_type = 'actor'",
        "",
        "two_entries_of_an_article_that_are_one_actor_make_one_row",
    ),
    (
        "models/marts/core/dim_outlets.sql",
        "anti join {{ ref('stg_rajnay__outlets') }} as outlet on seen.outlet = outlet.outlet",
        "",
        "an_outlet_of_a_given_file_is_an_outlet_too",
    ),
    (
        "models/marts/events/bridge_meetings_x_actors.sql",
        "arg_max(member.role",
        "arg_min(member.role",
        "the_host_is_the_host_also_where_others_say_participant",
    ),
    (
        "models/marts/audit/fct_outlet_days.sql",
        "< outlet.min_articles",
        "> outlet.min_articles",
        "an_outlet_below_its_quietest_day_is_silent",
    ),
    (
        "models/intermediate/int_overrides__checked.sql",
        "when decided.action = 'merge' and circles.beginning is not null then 'its merges go in a circle'",
        "",
        "decisions_take_effect_or_say_why_not",
    ),
    (
        "models/intermediate/int_actors__identified.sql",
        "coalesce(moved.value, identity.actor_id)",
        "identity.actor_id",
        "actors_are_moved_merged_and_rejected",
    ),
    (
        "models/intermediate/int_agreements__current_status.sql",
        "coalesce(decided.status, told.status) as status",
        "told.status as status",
        "the_status_and_date_that_a_person_set_stand",
    ),
    (
        "models/intermediate/int_contradiction_rules__ordered.sql",
        "list(criterion order by position)",
        "list(criterion order by position desc)",
        "criteria_and_rules_come_in_the_order_of_their_positions",
    ),
    (
        "models/intermediate/int_places__around.sql",
        "place.within_place_id as around_place_id",
        "around.around_place_id",
        "a_venue_lies_in_its_city_and_all_that_is_around_it",
    ),
    (
        "models/marts/events/fct_contradictions.sql",
        "and step.last_reported_at > chosen.first_reported_at",
        "",
        "what_is_to_be_signed_after_it_was_signed_is_a_contradiction",
    ),
    (
        "models/marts/core/dim_places.sql",
        "coalesce(city.place_id, containment.within_place_id)",
        "city.place_id",
        "a_place_lies_in_what_the_seeds_say",
    ),
    (
        "models/marts/core/bridge_offices_x_holders.sql",
        "{{ first_day('holder.end_date') }} as sure_until",
        "{{ last_day_of('holder.end_date') }} as sure_until",
        "a_term_is_as_precise_as_the_seeds_know_it",
    ),
    (
        "models/marts/audit/audit_freshness.sql",
        "greatest(quantile_cont(gap_hours, 0.9), 24)",
        "24",
        "an_outlet_is_late_by_its_own_habit",
    ),
    (
        "models/marts/audit/audit_double_bookings.sql",
        "and one.code != other.code",
        "",
        "nobody_sits_in_two_states_on_one_day_unflagged",
    ),
    (
        "models/marts/audit/audit_shared_aliases.sql",
        "where contains(alias.match_key, ' ') or actor.kind != 'person'",
        "",
        "a_full_name_that_two_claim_is_shown",
    ),
    (
        "models/marts/events/fct_meetings.sql",
        "told.status = chosen.status desc,",
        "",
        "a_meeting_shows_the_surest_sentence_of_its_chosen_status",
    ),
    (
        "models/marts/events/fct_agreements.sql",
        "on told.agreement_id = current.agreement_id and told.article_id = current.article_id",
        "on told.agreement_id = current.agreement_id",
        "an_agreement_shows_the_sentence_that_tells_its_status",
    ),
    (
        "models/marts/events/bridge_agreements_x_actors.sql",
        "count(distinct source_key)",
        "count(distinct article_id)",
        "a_partys_articles_and_sources_are_counted_once",
    ),
    (
        "models/marts/audit/fct_runs.sql",
        "max(started_at + to_microseconds(cast(seconds * 1e6 as bigint)))",
        "max(started_at)",
        "a_run_is_as_long_as_its_last_step",
    ),
]


@pytest.fixture(scope="module")
def red(warehouse, tmp_path_factory):
    """The unit tests that fail when all the models are broken at once."""
    lake, _, _ = warehouse
    broken = Lake(tmp_path_factory.mktemp("broken"))
    broken.build.parent.mkdir(parents=True)
    shutil.copyfile(lake.warehouse, broken.build)
    project = broken.root / "dbt_project"
    shutil.copytree(build.PROJECT, project)
    for name, old, new, _ in BREAKS:
        path = project / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name} has no longer {old!r}: give this test the new words"
        path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "PROJECT", project)
        build.run_dbt(broken, "test", "--select", "test_type:unit")
    results = json.loads((broken.dbt_target / "run_results.json").read_text())["results"]
    return {result["unique_id"].rsplit(".", 1)[1] for result in results if result["status"] == "fail"}


@pytest.mark.parametrize("unit_test", [unit_test for *_, unit_test in BREAKS])
def test_a_broken_model_is_noticed(red, unit_test):
    assert unit_test in red


def test_a_lake_with_a_broken_model_is_not_published(warehouse, tmp_path):
    """A join key too few: rows double, the key test fails, and what was published stays."""
    lake, _, _ = warehouse
    other = Lake(tmp_path)
    other.build.parent.mkdir(parents=True)
    shutil.copyfile(lake.warehouse, other.build)
    shutil.copyfile(lake.warehouse, other.warehouse)
    project = tmp_path / "dbt_project"
    shutil.copytree(build.PROJECT, project)
    path = project / "models/intermediate/int_actors__identified.sql"
    join_key = " and actor.actor_key = identified.actor_key"
    assert join_key in path.read_text()
    path.write_text(path.read_text().replace(join_key, ""))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "PROJECT", project)
        with pytest.raises(build.BuildFailed, match="key_int_actors__identified"):
            build.build(other, lambda _: None)
    with pytest.raises(build.WarehouseError):
        publish(other)
