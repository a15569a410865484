"""Each analyst's question runs on the warehouse, and its exposure names what it hangs on."""

import re

import pytest
import yaml
from jinja2 import Environment, StrictUndefined

from rajnay.warehouse.build import PROJECT
from rajnay.warehouse.sql import query

ANALYSES = sorted((PROJECT / "analyses").glob("*.sql"))
# On the three nights these have nothing to tell: nobody called a meeting off, and nobody plans one.
EMPTY = {"meetings_called_off", "meetings_ahead", "where_outlets_differ", "agreements_that_wait"}


def test_there_are_enough():
    assert len(ANALYSES) >= 20


@pytest.mark.parametrize("path", ANALYSES, ids=lambda path: path.stem)
def test_it_answers(warehouse, path):
    lake, _, _ = warehouse
    text = path.read_text(encoding="utf-8")
    assert text.startswith("-- ")
    sql = Environment(undefined=StrictUndefined).from_string(text).render(ref=lambda table: table)
    answer = query(lake, sql)
    assert answer.columns
    assert bool(answer.rows) == (path.stem not in EMPTY)


def test_every_analysis_has_its_exposure():
    exposures = yaml.safe_load((PROJECT / "models" / "exposures.yml").read_text(encoding="utf-8"))["exposures"]
    told = {exposure["name"]: set(exposure["depends_on"]) for exposure in exposures}
    asked = {path.stem: set(re.findall(r"ref\('\w+'\)", path.read_text(encoding="utf-8"))) for path in ANALYSES}
    assert told == asked
