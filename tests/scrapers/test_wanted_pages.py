"""Of a WARC file with all the web's pages the wanted ones come out, whatever is broken between them."""

import gzip
import hashlib
import random
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrapers.outlet import Feed, Outlet
from scrapers.wanted_pages import Damage, Found, Hosts, WantedPages, has_devanagari
from scrapers.warc_source import SourceError, source_at
from tests.scrapers import news_warc
from tests.scrapers.news_warc import Record

HINDI = ("प्रधानमंत्री ने पड़ोसी देश के विदेश मंत्री से भेंट की और दोनों पक्षों ने व्यापार पर बात की। " * 4).strip()


def outlet(name: str = "lok_patra", domain: str = "lokpatra.example", **more: object) -> Outlet:
    return Outlet(name, "लोक पत्र", "Lok Patra", domain, feeds=(Feed("rss", "https://lokpatra.example/rss"),), **more)  # type: ignore[arg-type]


HOSTS = Hosts({"lok_patra": outlet()})


def hindi(n: int = 0, **more: object) -> Record:
    body = news_warc.page(f"भेंट {n}", HINDI, "hi", random.Random(n), 3_000)
    return Record(f"https://www.lokpatra.example/{n}", body, **more)  # type: ignore[arg-type]


def other(n: int = 0) -> Record:
    return Record(f"https://paper{n}.example/", news_warc.page("News", "Plain words.", "en", random.Random(n), 3_000))


def made(path: Path, *records: Record, gzip: bool = True) -> list[int]:
    with path.open("wb") as file:
        return news_warc.write(file, list(records), gzip)


def read(path: Path, hosts: Hosts = HOSTS) -> tuple[list[Found], list[Damage], WantedPages]:
    pages = WantedPages(source_at(str(path)), hosts)
    found = list(pages)
    return [f for f in found if isinstance(f, Found)], [d for d in found if isinstance(d, Damage)], pages


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.warc.gz"


@pytest.mark.parametrize("zipped", [True, False])
def test_only_wanted_hindi_pages_come_out(path: Path, zipped: bool) -> None:
    english = Record("https://lokpatra.example/en", news_warc.page("News", "Plain.", "en", random.Random(1), 3_000))
    gone = hindi(3, status="404 Not Found")
    picture = hindi(4, content_type="image/jpeg")
    places = made(path, other(1), hindi(1), english, gone, picture, other(2), hindi(2), gzip=zipped)
    found, damages, pages = read(path)
    assert [f.page.final_url for f in found] == ["https://www.lokpatra.example/1", "https://www.lokpatra.example/2"]
    assert [f.offset for f in found] == [places[1], places[6]]
    assert {f.outlet for f in found} == {"lok_patra"}
    assert found[0].page.body == hindi(1).body
    assert found[0].page.fetched_at.isoformat() == "2025-03-04T05:06:07+00:00"
    assert damages == []
    assert pages.counts == {"other_host": 2, "kept": 2, "no_devanagari": 1, "not_200": 1, "not_html": 1}
    assert pages.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_too_large_page_is_counted(path: Path) -> None:
    made(path, Record("https://lokpatra.example/1", HINDI.encode() * 9_000), hindi(2))
    found, _, pages = read(path)
    assert len(found) == 1
    assert pages.counts["too_large"] == 1


def test_content_encodings_are_undone(path: Path) -> None:
    plain = hindi(1)
    made(path, Record(plain.url, gzip.compress(plain.body), encoding="gzip"))
    [found], _, _ = read(path)
    assert found.page.body == plain.body
    assert "content-encoding" not in found.page.headers


def test_a_date_without_zone_is_utc_and_one_that_is_none_is_left_out(path: Path) -> None:
    made(path, hindi(1, date="2025-03-04T05:06:07"), hindi(2, date="yesterday"), hindi(3))
    found, _, pages = read(path)
    assert [f.page.fetched_at.isoformat() for f in found] == ["2025-03-04T05:06:07+00:00"] * 2
    assert pages.counts["unusable"] == 1


# Broken files


@pytest.mark.parametrize("where", [0, 4, 40, 400, -6, -1], ids=str)
@pytest.mark.parametrize("victim", [0, 2, 5])
def test_a_corrupt_member_costs_itself_alone(path: Path, where: int, victim: int) -> None:
    records = [hindi(n) for n in range(6)]
    places = made(path, *records)
    data = bytearray(path.read_bytes())
    end = next((p for p in places if p > places[victim]), len(data))
    # The member before the next response's is that one's request.
    member_end = _member_end(bytes(data), places[victim])
    assert member_end <= end
    at = places[victim] + where if where >= 0 else member_end + where
    data[at] ^= 0x55
    path.write_bytes(data)
    found, damages, pages = read(path)
    spoilt = _member_end(bytes(data), places[victim]) is None
    urls = [f.page.final_url for f in found]
    assert urls == [r.url for n, r in enumerate(records) if n != victim or not spoilt]
    assert pages.sha256 == hashlib.sha256(data).hexdigest()
    assert pages.counts["kept"] == len(found)
    if spoilt:
        [damage] = damages
        assert damage.start <= places[victim]
        assert damage.end == (member_end if member_end < len(data) else None)


def _member_end(data: bytes, start: int) -> int | None:
    unzip = zlib.decompressobj(wbits=31)
    try:
        unzip.decompress(data[start:])
    except zlib.error:
        return None
    return len(data) - len(unzip.unused_data) if unzip.eof else None


@pytest.mark.parametrize(
    "rubbish",
    [b"\0" * 700, b"not a record " * 90, gzip.compress(b"a member, no record")],
    ids=["nuls", "text", "member"],
)
def test_rubbish_between_records_is_passed_over(path: Path, rubbish: bytes) -> None:
    places = made(path, hindi(1), hindi(2), hindi(3))
    data = path.read_bytes()
    cut = _member_end(data, places[1])
    path.write_bytes(data[:cut] + rubbish + data[cut:])
    found, [damage], _ = read(path)
    assert [f.page.final_url[-1] for f in found] == ["1", "2", "3"]
    assert (damage.start, damage.end) == (cut, cut + len(rubbish))


def test_every_cut_keeps_what_stands_before_it(path: Path) -> None:
    places = made(path, hindi(1), other(1), hindi(2))
    data = path.read_bytes()
    ends = [_member_end(data, place) for place in places]
    for cut in [*range(ends[0], len(data), 131), len(data) - 1]:
        path.write_bytes(data[:cut])
        found, damages, _ = read(path)
        whole = [n for n, end in ((1, ends[0]), (2, ends[2])) if end <= cut]
        assert [int(f.page.final_url[-1]) for f in found] == whole, cut
        assert len(damages) == (0 if _is_whole(data[:cut]) else 1), cut


def _is_whole(data: bytes) -> bool:
    at = 0
    while at < len(data):
        end = _member_end(data, at)
        if end is None:
            return False
        at = end
    return True


@pytest.mark.parametrize(
    "data", [b"", b"no archive at all", gzip.compress(b"<html>"), b"\x1f\x8b\x08"], ids=["empty", "text", "gzip", "cut"]
)
def test_what_is_no_warc_file_is_said_by_name(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(SourceError, match=r"news\.warc\.gz: no WARC file"):
        read(path)


def test_a_damaged_plain_file_loses_its_rest_and_says_so(path: Path) -> None:
    places = made(path, hindi(1), hindi(2), hindi(3), gzip=False)
    data = path.read_bytes()
    path.write_bytes(data[: places[1]] + b"\0" * 40 + data[places[1] :])
    found, [damage], _ = read(path)
    assert [f.page.final_url[-1] for f in found] == ["1"]
    assert damage.end is None


def test_a_record_of_megabytes_is_told_whole_from_cut(path: Path) -> None:
    noise = f"<!-- {random.Random(5).randbytes(1_600_000).hex()} -->".encode()
    made(path, Record("https://lokpatra.example/1", hindi(1).body + noise))
    found, damages, _ = read(path)
    assert len(found) == 1
    assert damages == []
    path.write_bytes(path.read_bytes()[:-5])
    found, [damage], pages = read(path)
    assert found == []
    assert damage.end is None
    assert pages.counts == {"kept": 0}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 300), st.binary(max_size=300)), min_size=1, max_size=4),
    zipped=st.booleans(),
)
def test_whatever_is_broken_ends_in_pages_and_damages(
    path: Path, changes: list[tuple[float, int, bytes]], zipped: bool
) -> None:
    """Stretches of a file replaced by others: it is read to its end, and what is checked by a checksum comes as it was."""
    records = [hindi(1), other(1), hindi(2)]
    made(path, *records, gzip=zipped)
    data = bytearray(path.read_bytes())
    for where, n_lost, put in changes:
        at = int(where * len(data))
        data[at : at + n_lost] = put
    path.write_bytes(data)
    try:
        found, damages, pages = read(path)
    except SourceError:
        return
    assert pages.counts["kept"] == len(found)
    assert pages.sha256 == hashlib.sha256(data).hexdigest()
    assert all(damage.end is None or damage.start < damage.end for damage in damages)
    if zipped:
        assert {one.page.body for one in found} <= {record.body for record in records}


# What is wanted


def test_hosts_of_outlets_and_below_them() -> None:
    hosts = Hosts(
        {
            "lok_patra": outlet(skip_urls=("/video/",)),
            "lok_patra_hindi": outlet("lok_patra_hindi", "portal.example/hindi"),
        }
    )
    assert hosts.outlet_of("https://lokpatra.example/1") == "lok_patra"
    assert hosts.outlet_of("http://WWW.lokpatra.example:8080/1") == "lok_patra"
    assert hosts.outlet_of("https://user@m.lokpatra.example") == "lok_patra"
    assert hosts.outlet_of("https://www.lokpatra.example/video/1") is None
    assert hosts.outlet_of("https://notlokpatra.example/") is None
    assert hosts.outlet_of("https://www.portal.example/hindi/1") == "lok_patra_hindi"
    assert hosts.outlet_of("https://www.portal.example/hindi") == "lok_patra_hindi"
    assert hosts.outlet_of("https://www.portal.example/hindify/1") is None
    assert hosts.outlet_of("urn:uuid:1") is None
    assert hosts.outlet_of("") is None


def test_given_hosts_replace_the_outlets_and_keep_their_names() -> None:
    outlets = {"lok_patra": outlet(), "setu": outlet("setu", "setu.example")}
    hosts = Hosts(outlets, ["www.lokpatra.example", "24ghante.example", "nai-dunia.example"])
    assert hosts.outlet_of("https://www.lokpatra.example/1") == "lok_patra"
    assert hosts.outlet_of("https://setu.example/1") is None
    assert hosts.outlet_of("https://www.24ghante.example/1") == "site_24ghante_example"
    assert hosts.outlet_of("https://nai-dunia.example/1") == "nai_dunia_example"
    below = Hosts(outlets, ["desh.setu.example"])
    assert below.outlet_of("https://desh.setu.example/1") == "setu"
    assert below.outlet_of("https://setu.example/1") is None


@pytest.mark.parametrize("host", ["", "https://", "a.example/path", "localhost", "a b.example", "ftp://a.example"])
def test_a_host_that_is_none(host: str) -> None:
    with pytest.raises(ValueError, match="host"):
        Hosts({}, [host])


@pytest.mark.parametrize(
    "body",
    [
        HINDI.encode(),
        HINDI.encode("utf-16"),
        "".join(f"&#{ord(c)};" for c in HINDI).encode(),
        "".join(f"&#x{ord(c):04X};" for c in HINDI).encode(),
        HINDI.encode().decode("windows-1252", "replace").encode(),
        b"<font face='Kruti Dev 010'>iz/kkuea=h us dgk</font>",
    ],
    ids=["utf8", "utf16", "references", "hexadecimal", "twice", "legacy font"],
)
def test_devanagari_however_it_is_encoded(body: bytes) -> None:
    assert has_devanagari(body)


def test_a_link_to_the_hindi_edition_is_no_hindi_page() -> None:
    assert not has_devanagari("<a>हिन्दी</a> मराठी ગુજરાતી বাংলা".encode() + b"<p>English words.</p>" * 50)
