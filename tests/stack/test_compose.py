"""docker-compose.yml is valid, has no default secret, and names only paths, commands and variables that exist."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
COMPOSE = Path(sys.executable).with_name("docker-compose")
SECRETS = (
    "POSTGRES_PASSWORD",
    "REDIS_PASSWORD",
    "AIRFLOW_JWT_SECRET",
    "AIRFLOW_FERNET_KEY",
    "AIRFLOW_ADMIN_PASSWORD",
    "RAJNAY_CONTACT",
)


def config(**variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")} | variables
    command = [COMPOSE, "--env-file", "/dev/null", "-f", "docker-compose.yml", "config", "--format", "json"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def services() -> dict[str, dict]:
    done = config(**dict.fromkeys(SECRETS, "secret"))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["services"]


@pytest.mark.parametrize("missing", SECRETS)
def test_no_secret_has_a_default(missing: str) -> None:
    done = config(**{name: "secret" for name in SECRETS if name != missing})
    assert done.returncode != 0
    assert missing in done.stderr


def test_every_variable_is_explained() -> None:
    used = set(re.findall(r"(?<!\$)\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text()))
    assert used <= set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


def test_env_example_holds_no_secret() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    assert {line for line in lines if line.startswith(SECRETS)} == {f"{name}=" for name in SECRETS}


def test_all_services_are_there(services: dict[str, dict]) -> None:
    assert set(services) == {
        "postgres", "redis", "airflow-init", "airflow-apiserver", "airflow-scheduler", "airflow-dag-processor",
        "airflow-triggerer", "airflow-worker", "docs",
    }  # fmt: skip


def test_long_running_services_have_health_checks_and_restart(services: dict[str, dict]) -> None:
    for name, service in services.items():
        if name != "airflow-init":
            assert service["healthcheck"]["test"], name
            assert service["restart"] == "unless-stopped", name


def test_only_loopback_ports(services: dict[str, dict]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert ports
    assert {port["host_ip"] for port in ports} == {"127.0.0.1"}


def test_every_airflow_service_sees_the_lake_where_the_settings_say(services: dict[str, dict]) -> None:
    from rajnay.settings import from_environment

    airflow = {name: service for name, service in services.items() if name.startswith("airflow")}
    assert len(airflow) == 6
    for name, service in airflow.items():
        settings = from_environment(service["environment"])
        assert str(settings.data) in {volume["target"] for volume in service["volumes"]}, name
        assert settings.press == "live"


def test_the_docs_server_serves_what_docs_writes(services: dict[str, dict]) -> None:
    from rajnay.settings import from_environment

    lake = from_environment(services["airflow-worker"]["environment"]).lake
    (volume,) = services["docs"]["volumes"]
    assert lake.root / volume["volume"]["subpath"] == lake.docs


def test_airflow_options_exist(services: dict[str, dict]) -> None:
    from airflow.configuration import conf

    for variable in services["airflow-worker"]["environment"]:
        if match := re.fullmatch(r"AIRFLOW__([A-Z_]+?)__([A-Z_]+)", variable):
            section, option = match.group(1).lower(), match.group(2).lower()
            # The provider's options are known where it is installed: in the image.
            assert section == "celery" or option in conf.configuration_description[section]["options"], variable


def test_commands_exist(services: dict[str, dict]) -> None:
    from airflow.cli.cli_config import core_commands

    known = {command.name for command in core_commands}
    commands = {
        service["command"][0]
        for name, service in services.items()
        if name.startswith("airflow") and name != "airflow-init"
    }
    assert commands - {"celery"} <= known
    (script,) = services["airflow-init"]["command"]
    assert {line.split()[1] for line in script.splitlines() if line.startswith("airflow ")} - {"users"} <= known


def test_paths_in_the_image_are_copied_there(services: dict[str, dict]) -> None:
    dockerfile = (ROOT / "Dockerfile").read_text()
    copied = set(re.findall(r"^COPY (.+) \S+$", dockerfile, re.MULTILINE))
    sources = {part for line in copied for part in line.split()}
    assert all((ROOT / source).exists() for source in sources)
    script = services["airflow-init"]["command"][0]
    for path in re.findall(r"/opt/rajnay/(\S+)", script + dockerfile):
        assert (ROOT / path).exists(), path
        assert any(path.startswith(source.rstrip("/")) for source in sources), path
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert all(f"!{source}" in ignored for source in sources), "a copied path is not let through by .dockerignore"


def test_pools_of_the_dags_are_imported() -> None:
    pools = json.loads((ROOT / "config/pools.json").read_text())
    used = {pool for path in (ROOT / "dags").glob("*.py") for pool in re.findall(r'pool="(\w+)"', path.read_text())}
    assert used == set(pools)
    assert pools["warehouse"]["slots"] == 1


def test_the_compose_file_is_plain_yaml() -> None:
    assert yaml.safe_load((ROOT / "docker-compose.yml").read_text())["name"] == "rajnay"
