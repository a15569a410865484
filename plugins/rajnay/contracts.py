"""The tables between the steps: one Parquet schema each, with a version. What dbt's sources are loaded from.

Offsets count Unicode code points in ``articles.text``, end-exclusive. Instants are UTC; ``news_date`` is the
IST day of the run. Ids: ``article_id`` is a hash of the canonical URL; facts of an article are numbered from 0
in the order in which it tells them.
"""

import pyarrow as pa

from scrapers.parquet import Table

_TIME = pa.timestamp("us", tz="UTC")
_STRINGS = pa.list_(pa.string())
# Map from clean to raw offsets: runs of equal pace, see rajnay.text.clean.OffsetMap
_OFFSET_RUNS = pa.list_(pa.struct([("clean_start", pa.int32()), ("raw_start", pa.int32()), ("raw_end", pa.int32())]))

ARTICLES = Table(
    name="articles",
    version=1,
    grain="one article of one news date, cleaned",
    columns={
        "article_id": pa.string(),
        "given_id": pa.string(),  # the publisher's own id, where the page states one
        "outlet": pa.string(),
        "news_date": pa.date32(),
        "url": pa.string(),  # as fetched
        "url_canonical": pa.string(),
        "title": pa.string(),
        "body": pa.string(),
        "text": pa.string(),  # title and body, one newline between: what offsets count in
        "author": pa.string(),
        "agency": pa.string(),  # a code of rajnay/text/credits.toml; null: own report
        "dateline_place": pa.string(),
        "dateline_date": pa.date32(),
        "section": pa.string(),
        "published_at": _TIME,
        "published_zone_known": pa.bool_(),  # false: the page gave no zone and IST was taken
        "modified_at": _TIME,
        "fetched_at": _TIME,
        "language": pa.string(),
        "extraction_method": pa.string(),  # json_ld, selectors, main_content
        "was_legacy_font": pa.bool_(),
        "text_sha256": pa.string(),
        "n_chars": pa.int32(),
        "raw_title": pa.string(),
        "raw_body": pa.string(),
        "title_map": _OFFSET_RUNS,
        "body_map": _OFFSET_RUNS,
        "warc_file": pa.string(),
        "warc_offset": pa.int64(),
    },
)

REJECTS = Table(
    name="rejects",
    version=1,
    grain="one page or row that a step set aside",
    columns={
        "news_date": pa.date32(),
        "step": pa.string(),
        "outlet": pa.string(),
        "url": pa.string(),
        # not_an_article, soft_404, paywall, reserved, video, live_blog, no_text, too_short, truncated, layout_changed,
        # language_mr, language_ne, language_sa, language_en, language_other, legacy_font_unsure, bad_charset, error,
        # duplicate_url, unchanged (visited again, the same text)
        "reason": pa.string(),
        "detail": pa.string(),
        "text_sha256": pa.string(),
        "warc_file": pa.string(),
        "warc_offset": pa.int64(),
    },
)

CLUSTERS = Table(
    name="clusters",
    version=1,
    grain="one article and the near-duplicate cluster it belongs to",
    columns={
        "article_id": pa.string(),
        "news_date": pa.date32(),
        "cluster_id": pa.string(),  # the article_id of the first article seen; kept from night to night
        "role": pa.string(),  # canonical, exact, near
        "similarity": pa.float64(),  # Jaccard of shingles to the likest earlier article; 1 for canonical and exact
        "exact_hash": pa.string(),  # of the words' match keys
        "n_shingles": pa.int32(),
        "signature": pa.binary(),  # MinHash, little-endian uint32; null: too short to shingle, exact hash alone
    },
)

_FACT = {
    "article_id": pa.string(),
    "news_date": pa.date32(),
    "rule_id": pa.string(),
    "extractor_version": pa.string(),
    "confidence": pa.float64(),
}

ACTORS = Table(
    name="actors",
    version=1,
    grain="one actor of one article",
    columns={
        "actor_key": pa.string(),  # unique in the article
        "kind": pa.string(),  # person, state, igo, body
        "names": _STRINGS,
        "name_en": pa.string(),
        "code": pa.string(),
        "role": pa.string(),
        **_FACT,
    },
)

MENTIONS = Table(
    name="mentions",
    version=1,
    grain="one stretch of an article that speaks of one actor, meeting or agreement",
    columns={
        "target_type": pa.string(),  # actor, meeting, agreement
        "target_key": pa.string(),  # actor_key, or the number of the meeting or agreement in the article
        "kind": pa.string(),  # actors: name, short, title, …; meetings and agreements: event
        "sentence_no": pa.int32(),
        "is_headline": pa.bool_(),
        "char_start": pa.int32(),
        "char_end": pa.int32(),
        "surface": pa.string(),
        **_FACT,
    },
)

MEETINGS = Table(
    name="meetings",
    version=1,
    grain="one meeting as one article tells it",
    columns={
        "meeting_no": pa.int32(),
        "status": pa.string(),  # held, planned, cancelled
        "realis": pa.string(),
        "channel": pa.string(),  # in_person, phone, video, unknown
        "date": pa.string(),  # ISO, cut to its precision
        "date_end": pa.string(),
        "date_precision": pa.string(),
        "date_source": pa.string(),
        "place": pa.string(),
        "occasion": pa.string(),
        "topics": _STRINGS,
        "attribution_kind": pa.string(),
        "attribution_source": pa.string(),
        "evidence": pa.string(),
        "char_start": pa.int32(),
        "char_end": pa.int32(),
        **_FACT,
    },
)

MEETING_PARTICIPANTS = Table(
    name="meeting_participants",
    version=1,
    grain="one actor in one meeting of one article",
    columns={
        "article_id": pa.string(),
        "news_date": pa.date32(),
        "meeting_no": pa.int32(),
        "actor_key": pa.string(),
        "role": pa.string(),  # participant, host, visitor, chair, mediator
        "char_start": pa.int32(),
        "char_end": pa.int32(),
    },
)

AGREEMENTS = Table(
    name="agreements",
    version=1,
    grain="one agreement as one article tells it",
    columns={
        "agreement_no": pa.int32(),
        "name": pa.string(),
        "kind": pa.string(),
        "status": pa.string(),
        "realis": pa.string(),
        "date": pa.string(),
        "date_precision": pa.string(),
        "date_source": pa.string(),
        "subject": pa.string(),
        "amount": pa.float64(),
        "currency": pa.string(),
        "n_instruments": pa.int32(),
        "place": pa.string(),
        "attribution_kind": pa.string(),
        "attribution_source": pa.string(),
        "evidence": pa.string(),
        "char_start": pa.int32(),
        "char_end": pa.int32(),
        **_FACT,
    },
)

AGREEMENT_PARTIES = Table(
    name="agreement_parties",
    version=1,
    grain="one party of one agreement of one article",
    columns={
        "article_id": pa.string(),
        "news_date": pa.date32(),
        "agreement_no": pa.int32(),
        "actor_key": pa.string(),
        "char_start": pa.int32(),
        "char_end": pa.int32(),
    },
)

AGREEMENT_STATUSES = Table(
    name="agreement_statuses",
    version=1,
    grain="one dated step in an agreement's life as one article tells it",
    columns={
        "article_id": pa.string(),
        "news_date": pa.date32(),
        "agreement_no": pa.int32(),
        "step_no": pa.int32(),
        "status": pa.string(),
        "date": pa.string(),
        "date_precision": pa.string(),
        "char_start": pa.int32(),
        "char_end": pa.int32(),
    },
)

EVIDENCE = Table(
    name="evidence",
    version=1,
    grain="one stretch of an article that proves one cell of one fact",
    columns={
        "article_id": pa.string(),
        "news_date": pa.date32(),
        "target_type": pa.string(),  # meeting, agreement, actor
        "target_key": pa.string(),
        "slot": pa.string(),  # event, participant, party, date, place, status, channel, kind, role, amount, …
        "value": pa.string(),
        "char_start": pa.int32(),
        "char_end": pa.int32(),
        "surface": pa.string(),
    },
)

ACTOR_IDENTITIES = Table(
    name="actor_identities",
    version=1,
    grain="one actor of one article, and who that is across articles",
    columns={
        "article_id": pa.string(),
        "news_date": pa.date32(),
        "actor_key": pa.string(),
        "actor_id": pa.string(),  # state:IND, igo:EU, person:narendra-modi (seed) or person:<hash>, body:<hash>
        "kind": pa.string(),
        "code": pa.string(),
        "name_keys": _STRINGS,  # rajnay.text.keys.match_key of actors.names, in their order
        # code, seed, same_name, similar_name, short_name, new
        "resolved_by": pa.string(),
    },
)

EVENT_ASSIGNMENTS = Table(
    name="event_assignments",
    version=2,
    grain="one meeting or agreement as one article tells it, and the real-world event that it is",
    columns={
        "article_id": pa.string(),
        "news_date": pa.date32(),
        "event_type": pa.string(),  # meeting, agreement
        "fact_no": pa.int32(),  # meeting_no or agreement_no
        "fact_key": pa.string(),  # hash of what the fact says: while it stays, the assignment stays
        "event_id": pa.string(),  # minted once, from the first fact seen of the event
        "linked_by": pa.string(),  # new, or the rule that linked it (rajnay.events)
        "link_score": pa.float64(),  # 0–1; 1 for new
        "place_id": pa.string(),  # the place of the fact in the seed `places`, or a state's code; null: not known
    },
)

EVENT_MERGES = Table(
    name="event_merges",
    version=1,
    grain="one event that a later fact showed to be an older one",
    columns={
        "event_id": pa.string(),  # the younger event, merged away
        "news_date": pa.date32(),  # the night that merged them
        "event_type": pa.string(),
        "merged_into": pa.string(),  # the older event; it may itself have been merged on another night
        # The fact that matched both, as in event_assignments: while it stays, the merge stays.
        "article_id": pa.string(),
        "fact_no": pa.int32(),
        "fact_key": pa.string(),
    },
)

STEPS = Table(
    name="steps",
    version=1,
    grain="one run of one step (of the crawl: for one outlet)",
    columns={
        "run_id": pa.string(),
        "news_date": pa.date32(),
        "step": pa.string(),
        "outlet": pa.string(),
        "started_at": _TIME,
        "seconds": pa.float64(),
        "outcome": pa.string(),  # done, failed
        "detail": pa.string(),
        "n_in": pa.int64(),
        "n_out": pa.int64(),
        "n_rejected": pa.int64(),
    },
)

FACT_TABLES = (
    ACTORS, MENTIONS, MEETINGS, MEETING_PARTICIPANTS, AGREEMENTS, AGREEMENT_PARTIES, AGREEMENT_STATUSES, EVIDENCE,
)  # fmt: skip

EVENT_TABLES = (ACTOR_IDENTITIES, EVENT_ASSIGNMENTS, EVENT_MERGES)
