"""Rajnay (राजनय): Hindi news to facts of actors, meetings and agreements. Knows no Airflow."""
