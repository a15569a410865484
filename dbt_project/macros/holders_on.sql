{#
    `office_holders_on('2023-06-01')`: who held which office on a day. Around a hand-over that the seeds know by month
    or year only, both who left and who came are there, with `is_sure` false.
#}
{% macro holders_on() -%}
    create or replace macro marts.office_holders_on(day) as table
    select
        term.office_id,
        office.title_hi,
        office.title_en,
        term.code,
        term.actor_id,
        term.name_hi,
        term.name_en,
        term.start_date,
        term.end_date,
        coalesce(term.sure_from <= cast(day as date), false)
        and (term.sure_until >= cast(day as date)) is distinct from false as is_sure
    from {{ this.include(database=false) }} as term
    inner join {{ ref('dim_offices') }} as office on term.office_id = office.office_id
    where
        (term.start_date <= cast(day as date)) is distinct from false
        and (term.end_date >= cast(day as date)) is distinct from false
{%- endmacro %}
