"""The command line: help on everything, mistakes in one line, facts from a file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rajnay.cli import app

ROOT = Path(__file__).parents[3]
COMMANDS = sorted(command.name or command.callback.__name__ for command in app.registered_commands)


def rajnay(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from rajnay.cli import main; main()", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", "RAJNAY_DATA": str(data)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_all_steps_are_there() -> None:
    assert {
        "crawl",
        "extract-text",
        "dedup",
        "facts",
        "events",
        "load",
        "build",
        "publish",
        "nightly",
        "extract",
    } <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help(command: str) -> None:
    done = CliRunner().invoke(app, [command, "--help"])
    assert done.exit_code == 0
    assert len(done.output.splitlines()) > 4


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["crawl", "--date", "today"], "'today' is no date"),
        (["crawl", "no_such_outlet"], "no outlet no_such_outlet; there are akash_bulletin"),
        (["crawl", "--press", "gone.jsonl"], "no such file: gone.jsonl"),
        (["dedup", "--date", "2026-11-24"], "2026-11-24.parquet"),
        (["build"], "run `rajnay load` first"),
        (["publish"], "missing"),
        (["sql", "select 1"], "nothing is published yet"),
        (["report"], "no run has been here"),
        (["reprocess", "2026-11-01", "2026-11-02"], "holds no fetches from 2026-11-01 to 2026-11-02"),
        (["extract", "gone.jsonl", "--out", "x.jsonl"], "gone.jsonl"),
    ],
)
def test_a_mistake_is_one_line_that_says_what(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = rajnay(*arguments, data=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert said in done.stderr.splitlines()[-1]


def test_extract(tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [
        {
            "id": "1",
            "published_at": "2026-11-24T18:00+05:30",
            "title": "जयशंकर ने पेरू के विदेश मंत्री से मुलाकात की",
            "body": "विदेश मंत्री एस. जयशंकर ने मंगलवार को नई दिल्ली में पेरू के विदेश मंत्री एल्मर शियालेर से मुलाकात की।",
        },
        {"id": "2", "title": None, "body": "", "published_at": None},
    ]
    source.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    done = rajnay("extract", str(source), "--out", str(out), data=tmp_path)
    assert done.returncode == 0, done.stderr
    first, second = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert (first["id"], second["id"]) == ("1", "2")
    assert {"PER", "IND"} <= {actor["code"] for actor in first["actors"]}
    (meeting,) = first["meetings"]
    assert (meeting["status"], meeting["date"], meeting["place"]) == ("held", "2026-11-24", "नई दिल्ली")
    assert second["actors"] == second["meetings"] == second["agreements"] == []


def test_extract_names_the_line_of_a_bad_row(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "1", "title": "क", "body": ""}\n{"title": "ख"}\n', encoding="utf-8")
    done = rajnay("extract", str(source), "--out", str(tmp_path / "out.jsonl"), data=tmp_path)
    assert done.returncode == 1
    assert f"{source}, line 2: no id" in done.stderr
