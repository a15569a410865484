{{ config(materialized='incremental', incremental_strategy='night', unique_key='event_id') }}
-- Values that cannot both be true, with the sentences that say so and the rule that chose. A month that holds the
-- chosen day, and a city in the chosen state, are no contradiction, nor is what was planned before it was done.
with valued as (
    {% for event_type in ['meeting', 'agreement'] %}
        select
            '{{ event_type }}' as event_type,
            {{ event_type }}_id as event_id,
            slot,
            value,
            value_rank,
            is_set,
            n_independent_sources,
            last_article_id,
            scores,
            is_chosen
        from {{ ref('int_' ~ event_type ~ 's__slot_values') }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

compared as (
    select
        chosen.event_type,
        chosen.event_id,
        chosen.slot,
        chosen.value as chosen_value,
        other.value as other_value,
        chosen.last_article_id as chosen_article_id,
        other.last_article_id as other_article_id,
        chosen.n_independent_sources as n_sources_chosen,
        other.n_independent_sources as n_sources_other,
        -- The first place at which the two differ.
        case
            {% for place in range(1, 5) %}
                when chosen.scores[{{ place }}] > other.scores[{{ place }}] then rules.rules[{{ place }}]
            {% endfor %}
            else rules.rules[5]
        end as rule
    from valued as chosen
    inner join valued as other on chosen.event_id = other.event_id and chosen.slot = other.slot
    inner join {{ ref('int_contradiction_rules__ordered') }} as rules
        on
            rules.slot = case
                when chosen.slot in (select own.slot from {{ ref('contradiction_rules') }} as own) then chosen.slot
                else 'any'
            end
    left join {{ ref('int_places__around') }} as inside
        on
            chosen.slot = 'place_id' and chosen.value = inside.place_id and other.value = inside.around_place_id
    left join {{ ref('int_places__around') }} as outside
        on
            chosen.slot = 'place_id' and other.value = outside.place_id and chosen.value = outside.around_place_id
    where
        chosen.is_chosen
        and not other.is_chosen
        and (
            chosen.is_set
            or (chosen.slot in ('channel', 'kind', 'amount', 'currency') and chosen.value_rank = other.value_rank)
            or (
                chosen.slot in ('date', 'date_end')
                and not starts_with(chosen.value, other.value)
                and not starts_with(other.value, chosen.value)
            )
            or (chosen.slot = 'status' and other.value = 'cancelled')
            or (chosen.slot = 'place_id' and inside.place_id is null and outside.place_id is null)
        )
),

-- Agreements: a step's two days, and what is still to be done after somebody told it as done.
step as (
    select
        agreement_id,
        status,
        date,
        min(reported_at) as first_reported_at,
        max(reported_at) as last_reported_at,
        arg_max(article_id, { 'at': reported_at, 'article': article_id }) as last_article_id,
        count(distinct source_key) as n_sources
    from {{ ref('int_agreement_statuses__told') }}
    group by all
),

stepped as (
    select
        'agreement' as event_type,
        current.agreement_id as event_id,
        case when step.status = current.status then 'date' else 'status' end as slot,
        case when step.status = current.status then current.date else current.status end as chosen_value,
        case when step.status = current.status then step.date else step.status end as other_value,
        current.article_id as chosen_article_id,
        arg_max(step.last_article_id, step.last_reported_at) as other_article_id,
        max(chosen.n_sources) as n_sources_chosen,
        max(step.n_sources) as n_sources_other,
        case when step.status = current.status then 'later_report' else 'further_status' end as rule
    from {{ ref('int_agreements__current_status') }} as current
    inner join step as chosen
        on
            current.agreement_id = chosen.agreement_id
            and current.status = chosen.status
            and current.date is not distinct from chosen.date
            and current.status = current.told_status
            and current.date is not distinct from current.told_date
    inner join step on current.agreement_id = step.agreement_id
    where
        (
            step.status = current.status
            and not starts_with(step.date, current.date)
            and not starts_with(current.date, step.date)
        )
        or (
            current.status in ('signed', 'approved', 'in_force')
            and step.status = 'proposed'
            and step.last_reported_at > chosen.first_reported_at
        )
    group by all
),

decided as (
    {% for slot in ['status', 'date'] %}
        select
            'agreement' as event_type,
            agreement_id as event_id,
            '{{ slot }}' as slot,
            {{ slot }} as chosen_value,
            told_{{ slot }} as other_value,
            null as chosen_article_id,
            article_id as other_article_id,
            0 as n_sources_chosen,
            1 as n_sources_other,
            'set_by_person' as rule
        from {{ ref('int_agreements__current_status') }}
        where {{ slot }} != told_{{ slot }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

contradiction as (
    from compared
    union all
    from stepped
    union all
    from decided
),

sentence as (
    {% for event_type in ['meeting', 'agreement'] %}
        select
            {{ event_type }}_id as event_id,
            article_id,
            arg_max(evidence, confidence) as evidence
        from {{ ref('int_' ~ event_type ~ 's__told') }}
        group by all
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select
    {{ key_of(['contradiction.event_id', 'contradiction.slot', 'contradiction.other_value']) }} as contradiction_id,
    contradiction.event_type,
    contradiction.event_id,
    contradiction.slot,
    contradiction.chosen_value,
    contradiction.other_value,
    contradiction.chosen_article_id,
    contradiction.other_article_id,
    chosen.evidence as chosen_evidence_text,
    other.evidence as other_evidence_text,
    cast(contradiction.n_sources_chosen as integer) as n_sources_chosen,
    cast(contradiction.n_sources_other as integer) as n_sources_other,
    contradiction.rule
from contradiction
left join sentence as chosen
    on contradiction.event_id = chosen.event_id and contradiction.chosen_article_id = chosen.article_id
left join sentence as other
    on contradiction.event_id = other.event_id and contradiction.other_article_id = other.article_id
