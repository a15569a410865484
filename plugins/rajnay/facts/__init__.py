"""Facts from Hindi text: a pure library (text in, facts out), no Airflow, DuckDB or network."""
