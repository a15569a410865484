"""``python -m scrapers.sample_press``: says where it serves, serves, and closes when interrupted."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import requests

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-m", "scrapers.sample_press"]


def test_it_serves_until_interrupted() -> None:
    command = subprocess.Popen([*COMMAND, "--date", "2026-11-24"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert command.stdout is not None
        first_line = command.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", first_line)
        assert address, first_line
        assert "9 outlets" in first_line
        feed = requests.get("http://www.lokswar.example/rss.xml", proxies={"http": address.group()}, timeout=10)
        assert feed.status_code == 200
        command.send_signal(signal.SIGINT)
        assert command.wait(timeout=60) == 0
    finally:
        command.kill()
        command.communicate()


def test_dates_that_do_not_fit_are_refused_in_words() -> None:
    answer = subprocess.run(
        [*COMMAND, "--date", "2026-11-24", "--start", "2026-11-25"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert answer.returncode == 2
    assert "opens on 2026-11-25" in answer.stderr
