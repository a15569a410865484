"""What is installed is known to the byte: every package pinned, with hashes, the same version in every list."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTS = sorted((ROOT / "requirements").glob("*.txt"))
_PIN = re.compile(
    r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:\[[a-z0-9,-]+\])?==([^\s;\\]+)(?: ; [^\\]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n?"
)


def pins(path: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version in _PIN.findall(path.read_text(encoding="utf-8")):
        found.setdefault(name, set()).add(version)
    return found


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_line_is_a_pin_with_hashes_and_no_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    rest = [line for line in _PIN.sub("", text).splitlines() if line.strip() and not line.startswith("#")]
    assert rest == []
    assert "://" not in text
    assert len(pins(path)) > 5


def test_the_lists_agree() -> None:
    assert [path.name for path in LISTS] == ["dev.txt", "run.txt", "stack.txt"]
    run = pins(ROOT / "requirements/run.txt")
    for path in LISTS:
        others = pins(path)
        assert {
            name: (run[name], others[name]) for name in run.keys() & others.keys() if run[name] != others[name]
        } == {}
