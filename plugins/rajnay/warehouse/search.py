"""Full-text search over Hindi titles and the sentences that tell facts: BM25, by DuckDB's fts extension.

The index is a file of its own beside the warehouse, made when it is first asked after a night. What is indexed are the
words' match keys, and what is asked for is turned into the same: ट्रम्प finds ट्रंप. The extension's own tokens,
stemmer and accent stripping know no Devanagari and are all turned off.
"""

import os
from pathlib import Path

import duckdb
import pyarrow as pa
from duckdb_extensions import import_extension

from rajnay.paths import Lake
from rajnay.text.tokens import tokens
from rajnay.warehouse.errors import WarehouseError, opened
from rajnay.warehouse.sql import Answer, query

_SENTENCES = """
    select 'article' as what, article_id as id, title as text, news_date as day, outlet, url from dim_articles
    union all
    select 'meeting', meeting.meeting_id, meeting.evidence_text, coalesce(meeting.start_date, article.news_date),
        article.outlet, article.url
    from fct_meetings as meeting join dim_articles as article on meeting.evidence_article_id = article.article_id
    union all
    select 'agreement', agreement.agreement_id, agreement.evidence_text,
        coalesce(agreement.start_date, article.news_date), article.outlet, article.url
    from fct_agreements as agreement join dim_articles as article on agreement.evidence_article_id = article.article_id
    order by what, id
"""
_FOUND = """
    select round(score, 2) as score, what, text, day, outlet, id, url
    from (select *, fts_main_sentences.match_bm25(number, $words) as score from sentences)
    where score is not null order by score desc, day desc, number limit $limit
"""


def search(lake: Lake, words: str, limit: int = 20) -> Answer:
    """Titles, meetings and agreements with any of ``words``, the likest first.

    Raises WarehouseError where nothing is published yet, or the extension cannot be loaded.
    """
    index = _index(lake)
    with opened(index, read_only=True) as connection:
        _load_fts(connection)
        found = connection.execute(_FOUND, {"words": _keys(words), "limit": limit})
        columns = tuple(column[0] for column in found.description or ())
        return Answer(columns, found.fetchall())


def _index(lake: Lake) -> Path:
    """The index of the published warehouse; made anew if it is not of the file that lies there now."""
    path = lake.warehouse.with_name("search.duckdb")
    if path.exists() and lake.warehouse.exists() and path.stat().st_mtime_ns == lake.warehouse.stat().st_mtime_ns:
        return path
    answer = query(lake, _SENTENCES)
    columns = dict(zip(answer.columns, zip(*answer.rows, strict=True), strict=True)) if answer.rows else {}
    texts = columns.get("text", ())
    schema = pa.schema(
        [("number", pa.int64()), ("keys", pa.string())]
        + [(name, pa.date32() if name == "day" else pa.string()) for name in answer.columns]
    )
    table = pa.table(
        {"number": range(len(texts)), "keys": [_keys(text or "") for text in texts]}
        | {name: list(columns.get(name, ())) for name in answer.columns},
        schema=schema,
    )
    published = lake.warehouse.stat().st_mtime_ns
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    partial.unlink(missing_ok=True)
    try:
        with opened(partial) as connection:
            _load_fts(connection)
            connection.register("listed", table)
            connection.execute("create table sentences as from listed")
            connection.execute(
                "pragma create_fts_index('sentences', 'number', 'keys', stemmer = 'none', stopwords = 'none', "
                "ignore = '( )+', strip_accents = 0, lower = 0)"
            )
        os.utime(partial, ns=(published, published))
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)
    return path


def _keys(text: str) -> str:
    return " ".join(token.key for token in tokens(text) if any(map(str.isalnum, token.key)))


def _load_fts(connection: duckdb.DuckDBPyConnection) -> None:
    try:
        import_extension("fts", con=connection)
        connection.load_extension("fts")
    except (duckdb.Error, OSError) as error:
        raise WarehouseError(
            f"DuckDB's fts extension cannot be loaded ({error}); install requirements/run.txt again"
        ) from error
