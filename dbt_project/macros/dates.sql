{# First and last day of what an ISO date says that is cut to its precision: 2026, 2026-11 or 2026-11-24. #}
{% macro first_day(iso) -%}
    cast({{ iso }} || right('-01-01', 10 - length({{ iso }})) as date)
{%- endmacro %}

{% macro precision_of(iso) -%}
    case length({{ iso }}) when 10 then 'day' when 7 then 'month' when 4 then 'year' else 'unknown' end
{%- endmacro %}

{% macro last_day_of(iso) -%}
    case length({{ iso }})
        when 4 then make_date(cast({{ iso }} as integer), 12, 31)
        when 7 then last_day(cast({{ iso }} || '-01' as date))
        else cast({{ iso }} as date)
    end
{%- endmacro %}
