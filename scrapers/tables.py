"""The tables that the crawl leaves behind, one file an outlet and run."""

import pyarrow as pa

from scrapers.parquet import Table

_TIME = pa.timestamp("us", tz="UTC")

FETCHES = Table(
    name="fetches",
    version=1,
    grain="one attempt to fetch a URL, or a decision not to",
    columns={
        "run_id": pa.string(),
        "outlet": pa.string(),
        "news_date": pa.date32(),
        "kind": pa.string(),  # robots, tdmrep, feed, sitemap, page; revisit: a page had before, asked for again
        "url": pa.string(),
        "requested_at": _TIME,
        # taken, not_modified, already_taken, robots_denied, reserved (by tdmrep.json), http_error, too_large, timeout,
        # unreachable, bad_redirect, bad_address (not public), not_xml, not_html, skipped (a skip pattern, or refused
        # before), gave_up (retries spent)
        "outcome": pa.string(),
        "detail": pa.string(),  # in words, for people; names what to do where there is something to do
        "status": pa.int16(),
        "final_url": pa.string(),
        "content_type": pa.string(),
        "n_bytes": pa.int64(),
        "seconds": pa.float64(),
        "etag": pa.string(),
        "last_modified": pa.string(),
        "robots_rule": pa.string(),
        "n_listed": pa.int32(),  # feeds and sitemaps: how many URLs they list
        "listed_title": pa.string(),
        "listed_at": _TIME,  # when the feed or sitemap says that the page was published
        "payload_sha256": pa.string(),
        "warc_file": pa.string(),  # relative to the lake's root
        "warc_offset": pa.int64(),
        "warc_length": pa.int64(),
    },
)
"""Every attempt is a row. ``taken`` pages have their place in a WARC file: this table is the archive's index."""

BACKFILLS = Table(
    name="backfills",
    version=1,
    grain="one WARC file of others that was read to its end",
    columns={
        "run_id": pa.string(),
        "address": pa.string(),  # where it was read from
        "n_bytes": pa.int64(),
        "sha256": pa.string(),
        "n_records": pa.int64(),  # response records
        "n_kept": pa.int64(),  # wanted pages, now in the archive
        "n_damages": pa.int32(),  # stretches that nobody can read; each a reject
        "left_out": pa.map_(pa.string(), pa.int64()),  # why → response records
        "news_dates": pa.list_(pa.date32()),  # the nights that have a page of it
        "seconds": pa.float64(),
    },
)
"""Written last: while a file has no such row, nothing of it counts, and it is read again from its beginning."""
