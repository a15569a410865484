{#
    What the articles say of each slot of an event, and which value stands for it: by the rules of the seed
    `contradiction_rules`, in the order that it gives; as delivered, what a person has set, then the highest rank (the
    seed `codes` ranks coded slots; a date's rank is its precision), then most independent sources, then the one
    reported last. `slots` maps a slot to its list in `codes`, to 'date', or to none where all values rank alike.
#}
{% macro slot_values(told, event_type, slots) -%}
{%- set event_id = event_type ~ '_id' -%}
with said as (
    {% for slot, list in slots.items() %}
    select
        told.{{ event_id }},
        '{{ slot }}' as slot,
        cast(told.{{ slot }} as varchar) as value,
        {{ 'length(told.' ~ slot ~ ')' if list == 'date' else ('code.rank' if list else '0') }} as value_rank,
        told.source_key,
        told.article_id,
        told.reported_at
    from {{ told }} as told
    {% if list and list != 'date' %}
    inner join {{ ref('codes') }} as code on code.list = '{{ list }}' and told.{{ slot }} = code.code
    {% endif %}
    where told.{{ slot }} is not null
    {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

counted as (
    select
        {{ event_id }},
        slot,
        value,
        value_rank,
        false as is_set,
        count(distinct source_key) as n_independent_sources,
        count(distinct article_id) as n_articles,
        max(reported_at) as last_reported_at,
        arg_max(article_id, {'at': reported_at, 'article': article_id}) as last_article_id
    from said
    group by all
    union all
    select
        target_id as {{ event_id }},
        slot,
        value,
        0 as value_rank,
        true as is_set,
        0 as n_independent_sources,
        0 as n_articles,
        null as last_reported_at,
        null as last_article_id
    from {{ overrides('set', event_type) }}
    where slot in ('{{ slots | join("', '") }}')
)

select
    counted.*,
    -- Compared from left to right, like the letters of words.
    [
        {% for place in range(1, 5) %}
        case rule.criteria[{{ place }}]
            when 'set_by_person' then cast(counted.is_set as bigint)
            when 'rank' then counted.value_rank
            when 'sources' then counted.n_independent_sources
            when 'latest' then coalesce(epoch_us(counted.last_reported_at), 0)
            else 0
        end{% if not loop.last %},{% endif %}
        {% endfor %}
    ] as scores,
    row_number() over (
        partition by counted.{{ event_id }}, counted.slot
        order by scores desc, counted.value asc
    ) = 1 as is_chosen
from counted
inner join {{ ref('int_contradiction_rules__ordered') }} as rule
    on rule.slot = case when counted.slot in (select own.slot from {{ ref('contradiction_rules') }} as own) then counted.slot else 'any' end
{%- endmacro %}

{# The chosen value of a slot, in a query grouped by event. #}
{% macro chosen(slot, type='varchar') -%}
    cast(max(value) filter (where is_chosen and slot = '{{ slot }}') as {{ type }})
{%- endmacro %}
