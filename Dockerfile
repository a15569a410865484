# One image for every Airflow service. The same pinned requirements as on a single machine, and those of the stack.
FROM python:3.11-slim-bookworm

RUN useradd --uid 50000 --gid 0 --create-home --home-dir /opt/airflow airflow
WORKDIR /opt/rajnay
COPY requirements/ requirements/
RUN pip install --no-cache-dir --no-deps --require-hashes -r requirements/run.txt -r requirements/stack.txt
COPY pyproject.toml README.md ./
COPY scrapers/ scrapers/
COPY plugins/ plugins/
COPY dags/ dags/
COPY dbt_project/ dbt_project/
COPY config/ config/
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && mkdir -p /opt/airflow /var/lib/rajnay \
    && chown -R airflow:0 /opt/airflow /var/lib/rajnay /opt/rajnay \
    && chmod -R g+rwX /opt/airflow /var/lib/rajnay

ENV AIRFLOW_HOME=/opt/airflow \
    AIRFLOW__CORE__DAGS_FOLDER=/opt/rajnay/dags \
    AIRFLOW__CORE__PLUGINS_FOLDER=/opt/rajnay/plugins \
    AIRFLOW__CORE__LOAD_EXAMPLES=False \
    AIRFLOW__CORE__DEFAULT_TIMEZONE=Asia/Kolkata \
    AIRFLOW__USAGE_DATA_COLLECTION__ENABLED=False \
    RAJNAY_DATA=/var/lib/rajnay
USER airflow
ENTRYPOINT ["airflow"]
