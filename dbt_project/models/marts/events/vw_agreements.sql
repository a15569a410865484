{{ config(materialized='view', contract={'enforced': false}) }}
with who as (
    select
        member.agreement_id,
        string_agg(actor.name_hi, '; ' order by actor.kind, actor.name_hi) as parties_hi,
        string_agg(coalesce(actor.name_en, actor.name_hi), '; ' order by actor.kind, actor.name_hi) as parties_en,
        list_sort(list_distinct(list(actor.code) filter (where actor.code is not null))) as codes
    from {{ ref('bridge_agreements_x_actors') }} as member
    inner join {{ ref('dim_actors') }} as actor on member.actor_id = actor.actor_id
    group by all
)

select
    agreement.agreement_id,
    agreement.name,
    who.parties_hi,
    who.parties_en,
    who.codes,
    agreement.kind,
    kind.label_hi as kind_hi,
    kind.label_en as kind_en,
    agreement.status,
    status.label_hi as status_hi,
    status.label_en as status_en,
    agreement.date,
    agreement.date_precision,
    agreement.start_date,
    agreement.end_date,
    agreement.subject,
    agreement.amount,
    agreement.currency,
    agreement.n_instruments,
    agreement.place,
    place.name_en as place_en,
    place.code as place_code,
    agreement.n_articles,
    agreement.n_outlets,
    agreement.n_independent_sources,
    agreement.first_reported_at,
    agreement.confidence,
    agreement.evidence_text[:200] as quotation,
    article.outlet,
    article.title,
    article.url
from {{ ref('fct_agreements') }} as agreement
left join who on agreement.agreement_id = who.agreement_id
left join {{ ref('dim_codes') }} as kind on kind.list = 'agreement_kind' and agreement.kind = kind.code
left join {{ ref('dim_codes') }} as status on status.list = 'agreement_status' and agreement.status = status.code
left join {{ ref('dim_places') }} as place on agreement.place_id = place.place_id
left join {{ ref('dim_articles') }} as article on agreement.evidence_article_id = article.article_id
