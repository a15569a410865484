-- Values that cannot both be true: of one rank (a day against a month is no contradiction), or held against cancelled.
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
            n_articles,
            last_article_id,
            is_chosen
        from {{ ref('int_' ~ event_type ~ 's__slot_values') }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select
    {{ key_of(['chosen.event_id', 'chosen.slot', 'other.value']) }} as contradiction_id,
    chosen.event_type,
    chosen.event_id,
    chosen.slot,
    chosen.value as chosen_value,
    other.value as other_value,
    chosen.last_article_id as chosen_article_id,
    other.last_article_id as other_article_id,
    cast(chosen.n_independent_sources as integer) as n_sources_chosen,
    cast(other.n_independent_sources as integer) as n_sources_other,
    case
        when chosen.is_set then 'a person set it'
        when chosen.value_rank > other.value_rank then 'the further status stands'
        when chosen.n_independent_sources > other.n_independent_sources then 'more independent sources'
        else 'the later report'
    end as rule
from valued as chosen
inner join valued as other on chosen.event_id = other.event_id and chosen.slot = other.slot
left join {{ ref('dim_places') }} as chosen_place on chosen.slot = 'place_id' and chosen.value = chosen_place.place_id
left join {{ ref('dim_places') }} as other_place on other.slot = 'place_id' and other.value = other_place.place_id
where
    chosen.is_chosen
    and not other.is_chosen
    and (
        (chosen.slot in ('date', 'channel', 'kind', 'amount', 'currency') and chosen.value_rank = other.value_rank)
        or (chosen.slot = 'status' and other.value = 'cancelled')
        or (
            chosen.slot = 'place_id'
            -- A country holds its cities, a city its venues.
            and not (
                chosen_place.code is not distinct from other_place.code
                and 'state' in (chosen_place.kind, other_place.kind)
            )
            and chosen_place.within_place_id is distinct from other_place.place_id
            and other_place.within_place_id is distinct from chosen_place.place_id
        )
        or chosen.is_set
    )
