{{ config(materialized='incremental', incremental_strategy='night', unique_key='agreement_id') }}
with chosen as (
    select
        agreement_id,
        {{ chosen('name') }} as name,
        {{ chosen('kind') }} as kind,
        {{ chosen('realis') }} as realis,
        {{ chosen('subject') }} as subject,
        {{ chosen('amount', 'double') }} as amount,
        {{ chosen('currency') }} as currency,
        {{ chosen('n_instruments', 'integer') }} as n_instruments,
        {{ chosen('place') }} as place,
        {{ chosen('place_id') }} as place_id
    from {{ ref('int_agreements__slot_values') }}
    group by all
),

told as (
    select
        agreement_id,
        count(distinct article_id) as n_articles,
        count(distinct outlet) as n_outlets,
        min(reported_at) as first_reported_at,
        max(reported_at) as last_reported_at,
        min(news_date) as first_news_date
    from {{ ref('int_agreements__told') }}
    group by all
),

-- The sentence to show is that of the article which tells the current status.
shown as (
    select told.*
    from {{ ref('int_agreements__told') }} as told
    inner join {{ ref('int_agreements__current_status') }} as current
        on told.agreement_id = current.agreement_id and told.article_id = current.article_id
    qualify row_number() over (partition by told.agreement_id order by told.confidence desc, told.agreement_no asc) = 1
),

parties as (
    select
        agreement_id,
        count(distinct actor_id) as n_parties
    from {{ ref('int_agreement_parties__merged') }}
    group by all
)

select
    chosen.agreement_id,
    chosen.name,
    chosen.kind,
    current.status,
    chosen.realis,
    current.date,
    current.date_precision,
    current.start_date,
    current.end_date,
    chosen.subject,
    chosen.amount,
    chosen.currency,
    chosen.n_instruments,
    chosen.place,
    chosen.place_id,
    cast(coalesce(parties.n_parties, 0) as integer) as n_parties,
    cast(told.n_articles as integer) as n_articles,
    cast(told.n_outlets as integer) as n_outlets,
    cast(sources.n_independent_sources as integer) as n_independent_sources,
    told.first_news_date,
    told.first_reported_at,
    told.last_reported_at,
    shown.attribution_kind,
    shown.attribution_source,
    shown.article_id as evidence_article_id,
    shown.evidence as evidence_text,
    shown.char_start as evidence_start,
    shown.char_end as evidence_end,
    sources.confidence,
    accepted.target_id is not null as is_reviewed
from chosen
left join {{ overrides('accept', 'agreement') }} as accepted on chosen.agreement_id = accepted.target_id
inner join told on chosen.agreement_id = told.agreement_id
inner join shown on chosen.agreement_id = shown.agreement_id
inner join {{ ref('int_agreements__current_status') }} as current on chosen.agreement_id = current.agreement_id
inner join {{ ref('int_agreements__sources') }} as sources on chosen.agreement_id = sources.agreement_id
left join parties on chosen.agreement_id = parties.agreement_id
