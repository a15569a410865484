"""The exports can be read back, agree with the marts, and hold no article's text."""

import csv
import json

import duckdb
import pytest

from rajnay.paths import Lake
from rajnay.warehouse import export as export_module
from rajnay.warehouse.errors import WarehouseError
from rajnay.warehouse.export import QUOTATION, export
from rajnay.warehouse.sql import query


@pytest.fixture(scope="module")
def lake(warehouse):
    return warehouse[0]


def rows(lake, sql):
    return query(lake, sql).rows


def test_plover_has_each_event_once(lake, tmp_path):
    (path,) = export(lake, "plover", tmp_path)
    events = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    told = rows(
        lake,
        "select meeting_id from fct_meetings where status != 'cancelled' union all select agreement_id from fct_agreements",
    )
    assert sorted(event["id"] for event in events) == sorted(row[0] for row in told)
    for event in events:
        assert event["event"][0] in {"CONSULT", "AGREE", "SUPPORT", "SANCTION"}
        assert len(event["source"]) + len(event["recipient"]) >= 2
        assert all(side["code"] is None or len(side["code"]) == 3 for side in event["source"] + event["recipient"])
        assert event["date"] <= (event["enddate"] or event["date"])
        assert event["cite_info"]["url"].startswith("http")
        assert len(event["event_text"][0]) <= QUOTATION


def test_plover_codes_calls_and_signatures(lake, tmp_path):
    (path,) = export(lake, "plover", tmp_path)
    events = {event["id"]: event for event in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    for event_id, channel in rows(lake, "select meeting_id, channel from fct_meetings where status = 'held'"):
        assert events[event_id]["event"] == ["CONSULT"]
        assert ("phone" in events[event_id]["mode"]) == (channel in ("phone", "video"))
    for (event_id,) in rows(lake, "select agreement_id from fct_agreements where status in ('signed', 'approved')"):
        assert events[event_id]["event"] == ["SUPPORT"]
    trade = rows(lake, "select meeting_id from fct_meetings where list_contains(topics, 'trade')")
    assert trade
    assert all("economic" in events[event_id]["context"] for (event_id,) in trade)


def test_cameo_has_both_directions_of_each_pair(lake, tmp_path):
    (path,) = export(lake, "cameo", tmp_path)
    with path.open(encoding="utf-8", newline="") as file:
        dyads = list(csv.DictReader(file))
    pairs = {(row["event_id"], row["source_code"], row["target_code"]) for row in dyads}
    assert len(pairs) == len(dyads) > 0
    assert all((event, target, source) in pairs for event, source, target in pairs)
    assert {row["cameo_code"] for row in dyads} <= {"030", "036", "040", "041", "042", "043", "045", "057", "160"}
    assert all(row["cameo_label"] for row in dyads)


def test_jsonld_is_an_array_of_events(lake, tmp_path):
    (path,) = export(lake, "jsonld", tmp_path)
    events = json.loads(path.read_text(encoding="utf-8"))
    assert len(events) == rows(lake, "select count(*) from fct_meetings")[0][0]
    for event in events:
        assert event["@context"] == "https://schema.org"
        assert event["@type"] == "Event"
        assert len(event["attendee"]) >= 2
        assert {one["@type"] for one in event["attendee"]} <= {"Person", "Country", "Organization"}
        assert event["subjectOf"]["inLanguage"] == "hi"


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_package_describes_every_table_with_its_keys(lake, tmp_path, form):
    paths = export(lake, form, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert {"fct_meetings", "fct_agreements", "dim_actors", "bridge_meetings_x_actors"} <= set(resources)
    assert {path.name for path in paths} == {one["path"] for one in package["resources"]} | {"datapackage.json"}
    assert package["created"]
    for name, resource in resources.items():
        read = duckdb.sql(f"from '{tmp_path / resource['path']}'")
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert read.columns == fields
        assert len(read.fetchall()) == rows(lake, f"select count(*) from {name}")[0][0]
        assert all(field["description"] for field in resource["schema"]["fields"]), name
        assert set(resource["schema"]["primaryKey"]) <= set(fields)
        for key in resource["schema"]["foreignKeys"]:
            assert set(key["fields"]) <= set(fields)
            other = resources[key["reference"]["resource"]]
            assert key["reference"]["fields"] == other["schema"]["primaryKey"]
    assert resources["fct_meetings"]["schema"]["primaryKey"] == ["meeting_id"]
    assert resources["bridge_meetings_x_actors"]["schema"]["foreignKeys"]


def test_no_article_is_in_a_package_and_quotations_are_cut(lake, tmp_path, monkeypatch):
    monkeypatch.setattr(export_module, "QUOTATION", 12)
    export(lake, "csv", tmp_path)
    quoted = 0
    for path in tmp_path.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                assert "text" not in row
                for column in {"evidence_text", "surface", "value"} & set(row):
                    assert len(row[column]) <= 12, (path.name, column)
                    quoted += len(row[column]) == 12
    assert quoted


def test_mistakes_are_named(lake, tmp_path):
    with pytest.raises(WarehouseError, match="no export is called xml; there are plover, cameo"):
        export(lake, "xml", tmp_path)
    with pytest.raises(WarehouseError, match="nothing is published yet"):
        export(Lake(tmp_path / "empty"), "plover", tmp_path)
    export(lake, "plover", tmp_path)
    with pytest.raises(WarehouseError, match=r"rajnay\.plover\.jsonl: is there already"):
        export(lake, "plover", tmp_path)
