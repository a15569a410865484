"""The manual: one file, all there without a network, with the diagram of the tables inside."""

import base64
import json
import re
from xml.etree import ElementTree

import pytest

from rajnay.paths import Lake
from rajnay.warehouse.docs import Reference, diagram, write_docs
from rajnay.warehouse.errors import WarehouseError
from tests.warehouse.nights import DAYS


@pytest.fixture(scope="module")
def page(warehouse):
    lake, _, _ = warehouse
    path = write_docs(lake)
    assert path == lake.docs / "index.html"
    assert [entry.name for entry in path.parent.iterdir()] == ["index.html"]
    return path.read_text(encoding="utf-8")


def test_nothing_is_loaded_from_elsewhere(page):
    assert not re.findall(r"""<(?:script|link|img|iframe)[^>]+(?:src|href)\s*=\s*["']?(?:https?:)?//""", page)


def test_models_columns_and_the_overview_are_in_it(page):
    for words in ("vw_meetings", "n_independent_sources", "who met whom, and who agreed what", "मुलाकात"):
        assert json.dumps(words)[1:-1] in page


def test_the_diagram_shows_the_marts(page):
    [drawn] = re.findall(r"!\[The marts and their keys\]\(data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)\)", page)
    svg = ElementTree.fromstring(base64.b64decode(drawn))
    words = {text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")}
    assert {"fct_meetings", "bridge_meetings_x_actors", "dim_actors", "meeting_id", "PK FK"} <= words
    boxes = sum(word.startswith(("dim_", "fct_", "bridge_")) for word in words if word)
    assert boxes >= 18


def test_a_diagram_of_two_tables():
    svg = diagram({"dim_a": ["a_id"], "fct_b": ["b_id"]}, [Reference("fct_b", "a_id", "dim_a")])
    root = ElementTree.fromstring(svg)
    paths = [path for path in root.iter("{http://www.w3.org/2000/svg}path") if path.get("marker-end")]
    assert len(paths) == 1
    first = next(text for text in root.iter("{http://www.w3.org/2000/svg}text") if text.text == "fct_b")
    last = next(text for text in root.iter("{http://www.w3.org/2000/svg}text") if text.text == "dim_a")
    assert int(first.get("x")) < int(last.get("x"))


def test_nothing_published(tmp_path):
    with pytest.raises(WarehouseError, match="nothing is published yet"):
        write_docs(Lake(tmp_path / str(DAYS[0])))
