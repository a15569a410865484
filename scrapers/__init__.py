"""The crawl: outlets as data, polite fetching into WARC, and reading pages. Knows no Airflow, no DuckDB."""

__version__ = "0.1.0"
