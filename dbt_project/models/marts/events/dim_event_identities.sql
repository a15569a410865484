{{ config(materialized='incremental', incremental_strategy='night', unique_key='event_id') }}
-- An id that was merged away, or whose only report was moved, resolves to the event that has its reports now.
with identities as (
    {% for event_type in ['meeting', 'agreement'] %}
        select
            minted_id as event_id,
            '{{ event_type }}' as event_type,
            mode({{ event_type }}_id order by {{ event_type }}_id) as current_id,
            mode({{ event_type }}_id order by {{ event_type }}_id) = minted_id as is_current,
            cast(count(*) as integer) as n_reports,
            bool_and(is_rejected) as is_rejected
        from {{ ref('int_' ~ event_type ~ 's__assigned') }}
        where minted_id in (select touched.event_id from {{ ref('int_events__touched') }} as touched)
        group by minted_id
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select
    identities.event_id,
    identities.event_type,
    identities.current_id,
    identities.is_current,
    identities.n_reports,
    identities.is_rejected,
    merged.news_date as merged_on,
    merged.article_id as merged_by_article_id,
    merged.fact_no as merged_by_fact_no
from identities
left join {{ ref('stg_rajnay__event_merges') }} as merged
    on identities.event_id = merged.event_id and not identities.is_current
