{{ config(materialized='incremental', incremental_strategy='night', unique_key='agreement_id') }}
select
    agreement_id,
    actor_id,
    cast(count(distinct article_id) as integer) as n_articles,
    cast(count(distinct source_key) as integer) as n_independent_sources,
    max(confidence) as confidence
from {{ ref('int_agreement_parties__merged') }}
group by all
