# Sourced by the scripts that start Airflow: its home in the repository, our DAGs and plugins, nothing sent anywhere.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export PATH="$root/.venv/bin:$PATH"
export AIRFLOW_HOME="${RAJNAY_AIRFLOW_HOME:-$root/.airflow}"
export AIRFLOW__CORE__DAGS_FOLDER="$root/dags"
export AIRFLOW__CORE__PLUGINS_FOLDER="$root/plugins"
export AIRFLOW__CORE__LOAD_EXAMPLES=False
export AIRFLOW__CORE__DEFAULT_TIMEZONE=Asia/Kolkata
export AIRFLOW__USAGE_DATA_COLLECTION__ENABLED=False
# The sample press stands on loopback: no proxy of the machine's may come between.
export NO_PROXY="127.0.0.1,localhost${NO_PROXY:+,$NO_PROXY}" no_proxy="127.0.0.1,localhost${no_proxy:+,$no_proxy}"

# Airflow's own database, once for each version of Airflow.
migrate_airflow() {
    local stamp=$AIRFLOW_HOME/.migrated version
    version=$(grep '^apache-airflow==' "$root/requirements/run.txt")
    if [ "$(cat "$stamp" 2>/dev/null)" != "$version" ]; then
        mkdir -p "$AIRFLOW_HOME"
        echo "rajnay | setting up Airflow's database (once)"
        airflow db migrate >"$AIRFLOW_HOME/migrate.log" 2>&1 || { tail -20 "$AIRFLOW_HOME/migrate.log" >&2; return 1; }
        echo "$version" >"$stamp"
    fi
}
