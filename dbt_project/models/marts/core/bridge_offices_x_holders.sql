-- depends_on: {{ ref('dim_offices') }}
{{ config(post_hook="{{ holders_on() }}") }}
-- A term is as precise as the seeds know it. An open end is that of somebody who was in office when they were reviewed.
select
    {{ key_of([
        'holder.office_id', "coalesce(holder.code, '')", 'holder.person_id', "coalesce(holder.start_date, '')"
    ]) }} as term_id,
    holder.office_id,
    holder.code,
    'person:' || holder.person_id as actor_id,
    holder.name_hi,
    holder.name_en,
    {{ first_day('holder.start_date') }} as start_date,
    {{ precision_of('holder.start_date') }} as start_precision,
    {{ last_day_of('holder.start_date') }} as sure_from,
    {{ last_day_of('holder.end_date') }} as end_date,
    {{ precision_of('holder.end_date') }} as end_precision,
    {{ first_day('holder.end_date') }} as sure_until,
    holder.end_known as is_end_known,
    actor.actor_id is not null as is_in_articles,
    holder.source
from (
    select * replace (cast(start_date as varchar) as start_date, cast(end_date as varchar) as end_date)
    from {{ ref('office_holders') }}
) as holder
left join {{ ref('dim_actors') }} as actor on 'person:' || holder.person_id = actor.actor_id
