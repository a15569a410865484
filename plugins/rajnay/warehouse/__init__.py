"""The DuckDB warehouse: load Parquet into a build file, let dbt build and test it, publish it whole."""
