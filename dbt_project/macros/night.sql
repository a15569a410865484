{#
    A night's build follows the night: what its articles and events are made of is worked out anew and takes the place
    of the rows that were there; all other rows stay. A full refresh works out everything.

    int_articles__changed: what the load brought in or took out, and what people's decisions concern.
    int_events__touched: the events of these articles, as they were and as they are.
    int_articles__touched: these articles, and all others that tell of these events. Staging shows no others.
#}
{% macro is_night() -%}
    {{ return(before('intermediate', 'int_meetings__assigned') is not none and not flags.FULL_REFRESH) }}
{%- endmacro %}

{# A table as the last build left it, or none. Not a `ref`: what is built from it now is built from this. #}
{% macro before(schema, name) -%}
    {%- set relation = adapter.get_relation(this.database, schema, name) if execute and this else none -%}
    {{ return(relation.include(database=false) if relation else none) }}
{%- endmacro %}

{# Which rows are the night's, by a column that holds an article, a news date or an event. #}
{% macro of_the_night(column) -%}
    {%- if column.endswith('article_id') -%}
        {{ column }} in (select touched.article_id from intermediate.int_articles__touched as touched)
    {%- elif column.endswith('news_date') -%}
        {{ column }} in (select loaded.news_date from raw.loaded_nights as loaded)
    {%- else -%}
        {{ column }} in (select touched.event_id from intermediate.int_events__touched as touched)
    {%- endif -%}
{%- endmacro %}

{# The incremental strategy `night`: the night's rows go, also those that nothing replaces, and come anew. #}
{% macro get_incremental_night_sql(arguments) -%}
    {%- set columns = get_quoted_csv(arguments.dest_columns | map(attribute='name')) -%}
    delete from {{ arguments.target_relation }} where {{ of_the_night(arguments.unique_key) }};
    insert into {{ arguments.target_relation }} ({{ columns }}) select {{ columns }} from {{ arguments.temp_relation }}
{%- endmacro %}

{# Tests of such a table look at the night's rows: the others passed when they came, and are the same since. #}
{% macro get_where_subquery(relation) -%}
    {%- set tested = graph.nodes.get(model.attached_node) if execute else none -%}
    {%- if tested and tested.config.get('incremental_strategy') == 'night' and is_night() -%}
        {%- set rows = of_the_night(tested.config.unique_key) -%}
        {%- do return('(select * from ' ~ relation ~ ' where ' ~ rows ~ ') as dbt_subquery') -%}
    {%- endif -%}
    {%- do return(default__get_where_subquery(relation)) -%}
{%- endmacro %}
