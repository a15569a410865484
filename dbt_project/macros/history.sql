{#
    What the warehouse said on each night: a mart's rows as versions (slowly changing dimension of type 2). A version is
    valid from the night on which the warehouse began to say it until, exclusively, the night on which it said
    something else or nothing any more. Nights are news dates, not clock times: a night that is run again replaces what
    it said the first time, so history can be replayed.

    dbt's snapshots stamp rows with the clock and close deleted rows at `now`, which a replay cannot repeat.
#}

{# The night that this build stands for: the latest one that is loaded, also where an older one was loaded again. #}
{% macro this_night() -%}
    (
        select max(night.news_date)
        from (
            select news_date from {{ source('rajnay', 'loaded_nights') }}
            union all
            select news_date from {{ source('rajnay', 'articles') }}
        ) as night
    )
{%- endmacro %}

{# Versions that begin or end on this night. `keys`: the mart's grain; `columns`: what is kept, or none for all. #}
{% macro history_of(mart, keys, columns=none) -%}
    {%- set kept = columns or keys %}
    {%- if execute and not columns %}
        {%- set kept = adapter.get_columns_in_relation(mart) | map(attribute='name') | list %}
    {%- endif %}
    {%- if not is_incremental() %}
select
    {{ kept | join(', ') }},
    {{ this_night() }} as valid_from,
    cast(null as date) as valid_to
from {{ mart }}
{%- else %}
        {#- A column that the mart has only since tonight makes no row a new version. -#}
        {%- set known = adapter.get_columns_in_relation(this) | map(attribute='name') | list if execute else kept %}
with night as (
    select {{ this_night() }} as night
),

-- What the warehouse said before tonight; what an earlier run of tonight changed counts as unchanged.
standing as (
    select version.*
    from {{ this }} as version
    cross join night
    where version.valid_from < night.night and (version.valid_to >= night.night) is distinct from false
),

compared as (
    select
        now.{{ keys[0] }} is null as is_gone,
        version.{{ keys[0] }} is not null as was_there,
        { {% for column in kept %}'{{ column }}': now.{{ column }}{% if not loop.last %}, {% endif %}{% endfor %} } as now,
        { {% for column in kept %}'{{ column }}': {{ 'version.' ~ column if column in known else 'null' }}{% if not loop.last %}, {% endif %}{% endfor %} } as version,
        version.valid_from as began
    from {{ mart }} as now
    full join standing as version
        on {% for key in keys %}now.{{ key }} = version.{{ key }}{% if not loop.last %} and {% endif %}{% endfor %}
    where
        now.{{ keys[0] }} is null
        or version.{{ keys[0] }} is null
        {%- for column in kept if column in known and column not in keys %}
        or now.{{ column }} is distinct from version.{{ column }}
        {%- endfor %}
)

select
    unnest(compared.now),
    night.night as valid_from,
    cast(null as date) as valid_to
from compared
cross join night
where not compared.is_gone
union all
select
    unnest(compared.version),
    compared.began as valid_from,
    night.night as valid_to
from compared
cross join night
where compared.was_there
    {%- endif %}
{%- endmacro %}

{# The incremental strategy `history`: what an earlier run of tonight began or ended is undone, then tonight's comes. #}
{% macro get_incremental_history_sql(arguments) -%}
    {%- set target, changed = arguments.target_relation, arguments.temp_relation -%}
    {%- set columns = get_quoted_csv(arguments.dest_columns | map(attribute='name')) -%}
    delete from {{ target }} where valid_from >= {{ this_night() }};
    update {{ target }} set valid_to = null where valid_to >= {{ this_night() }};
    update {{ target }} as version set valid_to = changed.valid_to
    from {{ changed }} as changed
    where
        {% for key in arguments.unique_key %}version.{{ key }} = changed.{{ key }} and {% endfor -%}
        version.valid_to is null and changed.valid_to is not null;
    insert into {{ target }} ({{ columns }}) select {{ columns }} from {{ changed }} where valid_to is null
{%- endmacro %}

{# `meetings_as_of('2026-11-20')` and its like: the mart as the warehouse showed it after that night. #}
{% macro as_of(name) -%}
    create or replace macro marts.{{ name }}_as_of(night) as table
    select * exclude (valid_from, valid_to)
    from {{ this.include(database=false) }}
    where valid_from <= cast(night as date) and (valid_to > cast(night as date)) is distinct from false
{%- endmacro %}
