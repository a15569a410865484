"""Three nights of a small press, as the steps before the warehouse leave them: Parquet, with facts by hand.

One story runs through them: Oman and India plan, hold and follow up a meeting in Muscat, and sign and approve a
ports agreement; beside it a phone call, a second meeting of the same pair, and reports without any fact.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from rajnay import events
from rajnay.contracts import ARTICLES, CLUSTERS, FACT_TABLES, REJECTS, STEPS
from rajnay.facts import model
from rajnay.facts.rows import as_rows
from rajnay.paths import Lake
from scrapers import parquet
from scrapers.outlet import Feed, Outlet
from scrapers.tables import FETCHES

DAYS = (date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22))

OUTLETS = [
    Outlet(
        name=name,
        title_hi=title_hi,
        title_en=title_en,
        domain=f"{name}.example",
        feeds=(Feed("rss", f"http://{name}.example/feed"),),
        min_articles=1,
        is_sample=True,
    )
    for name, title_hi, title_en in (
        ("prabhat_patra", "प्रभात पत्र", "Prabhat Patra"),
        ("desh_vani", "देश वाणी", "Desh Vani"),
        ("khari_khabar", "खरी खबर", "Khari Khabar"),
    )
]


@dataclass(frozen=True)
class Actor:
    """An actor by the names that stand in the article; ``words`` are its mentions, ``role`` stands there too."""

    key: str
    kind: model.ActorKind
    names: tuple[str, ...]
    code: str | None = None
    role: str | None = None
    name_en: str | None = None


@dataclass(frozen=True)
class Meeting:
    """A meeting; ``who`` are keys, ``evidence`` a quotation of the article."""

    who: tuple[str, ...]
    evidence: str
    status: model.MeetingStatus = "held"
    channel: model.Channel = "in_person"
    date: str | None = None
    place: str | None = None
    confidence: float = 0.8


@dataclass(frozen=True)
class Agreement:
    """An agreement; ``who`` are keys, ``evidence`` a quotation of the article."""

    who: tuple[str, ...]
    evidence: str
    name: str | None
    kind: model.AgreementKind = "agreement"
    status: model.AgreementStatus = "signed"
    date: str | None = None
    confidence: float = 0.7


@dataclass(frozen=True)
class Report:
    """One article and what a reader finds in it. ``copy_of``: the report whose text it repeats."""

    id: str
    outlet: str
    title: str
    body: str
    actors: Sequence[Actor] = ()
    meetings: Sequence[Meeting] = ()
    agreements: Sequence[Agreement] = ()
    agency: str | None = None
    copy_of: str | None = None
    hour: int = 12
    given_id: str | None = None
    facts: model.Facts = field(init=False)

    @property
    def article_id(self) -> str:
        return hashlib.sha256(self.url.encode()).hexdigest()[:16]

    @property
    def url(self) -> str:
        return f"http://{self.outlet}.example/{self.id}"

    @property
    def text(self) -> str:
        return f"{self.title}\n{self.body}"

    def span(self, quotation: str) -> model.Span:
        """Where the quotation stands first; ValueError when it does not."""
        start = self.text.index(quotation)
        return model.Span(start, start + len(quotation))

    def read(self) -> model.Facts:
        """The facts as the facts library would hand them over."""
        actors = tuple(
            model.Actor(
                key=actor.key,
                kind=actor.kind,
                names=actor.names,
                name_en=actor.name_en,
                code=actor.code,
                role=actor.role,
                role_span=self.span(actor.role) if actor.role else None,
                mentions=tuple(model.Mention(self.span(name), "name", "by_hand") for name in actor.names),
                rule="by_hand",
                confidence=0.9,
            )
            for actor in self.actors
        )
        at = {actor.key: self.span(actor.names[0]) for actor in self.actors}
        precision = {None: "unknown", 4: "year", 7: "month", 10: "day"}
        meetings = tuple(
            model.Meeting(
                participants=tuple(model.Participant(key, "participant", at[key]) for key in meeting.who),
                status=meeting.status,
                realis="happened" if meeting.status == "held" else meeting.status,
                channel=meeting.channel,
                date=meeting.date,
                date_end=None,
                date_precision=precision[meeting.date and len(meeting.date)],  # type: ignore[index,arg-type]
                date_source="weekday" if meeting.date else "none",
                place=meeting.place,
                occasion=None,
                topics=("trade",),
                attribution=model.Attribution(),
                evidence=self.span(meeting.evidence),
                slots=tuple(model.Evidence("participant", key, at[key]) for key in meeting.who)
                + ((model.Evidence("place", meeting.place, self.span(meeting.place)),) if meeting.place else ()),
                mentions=(self.span(meeting.evidence),),
                rule="by_hand",
                confidence=meeting.confidence,
            )
            for meeting in self.meetings
        )
        agreements = tuple(
            model.Agreement(
                parties=tuple(model.Party(key, at[key]) for key in agreement.who),
                name=agreement.name,
                kind=agreement.kind,
                status=agreement.status,
                realis="planned" if agreement.status == "proposed" else "happened",
                date=agreement.date,
                date_precision=precision[agreement.date and len(agreement.date)],  # type: ignore[index,arg-type]
                date_source="explicit" if agreement.date else "none",
                history=(
                    model.StatusEvent(
                        agreement.status,
                        agreement.date,
                        precision[agreement.date and len(agreement.date)],  # type: ignore[index,arg-type]
                        self.span(agreement.evidence),
                    ),
                ),
                subject=None,
                amount=None,
                currency=None,
                count=1,
                place=None,
                attribution=model.Attribution(),
                evidence=self.span(agreement.evidence),
                slots=tuple(model.Evidence("party", key, at[key]) for key in agreement.who),
                mentions=(self.span(agreement.evidence),),
                rule="by_hand",
                confidence=agreement.confidence,
            )
            for agreement in self.agreements
        )
        return model.Facts(self.article_id, actors, meetings, agreements)


_IND = Actor("IND", "state", ("भारत",), "IND", name_en="India")
_OMN = Actor("OMN", "state", ("ओमान",), "OMN", name_en="Oman")
_JAISHANKAR = Actor("jaishankar", "person", ("एस. जयशंकर",), "IND", "विदेश मंत्री")
_BUSAIDI = Actor("busaidi", "person", ("बद्र अल बुसैदी",), "OMN")

NIGHTS: dict[date, list[Report]] = {
    DAYS[0]: [
        Report(
            "muscat-yojna",
            "prabhat_patra",
            "जयशंकर कल मस्कट में, बंदरगाहों पर करार की तैयारी",
            "विदेश मंत्री एस. जयशंकर शनिवार को मस्कट में ओमान के विदेश मंत्री बद्र अल बुसैदी से मिलेंगे। "
            "भारत और ओमान बंदरगाह सहयोग समझौते को अंतिम रूप दे रहे हैं।",
            [_JAISHANKAR, _BUSAIDI, _IND, _OMN],
            [
                Meeting(
                    ("jaishankar", "busaidi"),
                    "विदेश मंत्री एस. जयशंकर शनिवार को मस्कट में ओमान के विदेश मंत्री बद्र अल बुसैदी से मिलेंगे।",
                    "planned",
                    date="2026-11-21",
                    place="मस्कट",
                )
            ],
            [
                Agreement(
                    ("IND", "OMN"),
                    "भारत और ओमान बंदरगाह सहयोग समझौते को अंतिम रूप दे रहे हैं।",
                    "बंदरगाह सहयोग समझौते",
                    status="proposed",
                )
            ],
            agency="pti_bhasha",
            hour=9,
            given_id="PP-1001",
        ),
        Report(
            "muscat-yojna-prati",
            "desh_vani",
            "मस्कट में कल जयशंकर और बुसैदी की बैठक",
            "विदेश मंत्री एस. जयशंकर शनिवार को मस्कट में ओमान के विदेश मंत्री बद्र अल बुसैदी से मिलेंगे। "
            "भारत और ओमान बंदरगाह सहयोग समझौते को अंतिम रूप दे रहे हैं।",
            [_JAISHANKAR, _BUSAIDI, _IND, _OMN],
            [
                Meeting(
                    ("jaishankar", "busaidi"),
                    "विदेश मंत्री एस. जयशंकर शनिवार को मस्कट में ओमान के विदेश मंत्री बद्र अल बुसैदी से मिलेंगे।",
                    "planned",
                    date="2026-11-21",
                    place="मस्कट",
                )
            ],
            agency="pti_bhasha",
            copy_of="muscat-yojna",
            hour=10,
        ),
        Report(
            "dhan-kharid",
            "khari_khabar",
            "धान की खरीद में तेजी, मंडियों में रात तक कतारें",
            "जिले की चार मंडियों में धान की आवक दोगुनी हो गई है। किसानों ने तौल की रफ्तार बढ़ाने की मांग रखी।",
        ),
    ],
    DAYS[1]: [
        Report(
            "muscat-vaarta",
            "prabhat_patra",
            "बंदरगाह समझौते पर दस्तखत, जयशंकर ने मस्कट में की वार्ता",
            "विदेश मंत्री एस. जयशंकर ने शनिवार को मस्कट में बद्र अल बुसैदी के साथ विस्तृत वार्ता की। "
            "इसके बाद भारत और ओमान ने बंदरगाह सहयोग समझौते पर हस्ताक्षर किए।",
            [_JAISHANKAR, _BUSAIDI, _IND, _OMN],
            [
                Meeting(
                    ("jaishankar", "busaidi"),
                    "एस. जयशंकर ने शनिवार को मस्कट में बद्र अल बुसैदी के साथ विस्तृत वार्ता की।",
                    date="2026-11-21",
                    place="मस्कट",
                )
            ],
            [
                Agreement(
                    ("IND", "OMN"),
                    "भारत और ओमान ने बंदरगाह सहयोग समझौते पर हस्ताक्षर किए।",
                    "बंदरगाह सहयोग समझौते",
                    date="2026-11-21",
                )
            ],
            hour=18,
        ),
        Report(
            "oman-karar",
            "khari_khabar",
            "ओमान के साथ पोर्ट करार पक्का",
            "भारत के विदेश मंत्री आज मस्कट में ओमान के अपने समकक्ष बद्र अल-बुसैदी से मिले। पोर्ट करार पर दोनों पक्षों ने मुहर लगाई।",
            [_IND, _OMN, Actor("busaidi", "person", ("बद्र अल-बुसैदी",), "OMN")],
            [
                Meeting(
                    ("IND", "busaidi"),
                    "भारत के विदेश मंत्री आज मस्कट में ओमान के अपने समकक्ष बद्र अल-बुसैदी से मिले।",
                    date="2026-11-21",
                    place="मस्कट",
                    confidence=0.6,
                )
            ],
            [
                Agreement(
                    ("IND", "OMN"),
                    "पोर्ट करार पर दोनों पक्षों ने मुहर लगाई।",
                    "पोर्ट करार",
                    status="agreed",
                    date="2026-11-21",
                )
            ],
            hour=20,
        ),
    ],
    DAYS[2]: [
        Report(
            "salalah",
            "desh_vani",
            "सलालाह में फिर मिले जयशंकर और बुसैदी",
            "विदेश मंत्री एस. जयशंकर रविवार को सलालाह में बद्र अल बुसैदी से दोबारा मिले। "
            "इस बीच मंत्रिमंडल ने भारत और ओमान के बंदरगाह सहयोग समझौते को मंजूरी दे दी।",
            [_JAISHANKAR, _BUSAIDI, _IND, _OMN],
            [
                Meeting(
                    ("jaishankar", "busaidi"),
                    "विदेश मंत्री एस. जयशंकर रविवार को सलालाह में बद्र अल बुसैदी से दोबारा मिले।",
                    date="2026-11-22",
                    place="सलालाह",
                )
            ],
            [
                Agreement(
                    ("IND", "OMN"),
                    "मंत्रिमंडल ने भारत और ओमान के बंदरगाह सहयोग समझौते को मंजूरी दे दी।",
                    "बंदरगाह सहयोग समझौते",
                    status="approved",
                    date="2026-11-22",
                )
            ],
        ),
        Report(
            "phone",
            "khari_khabar",
            "मॉरीशस के प्रधानमंत्री से फोन पर बात",
            "मॉरीशस के प्रधानमंत्री नवीन रामगुलाम ने रविवार को एस. जयशंकर से फोन पर बात की।",
            [
                Actor("ramgoolam", "person", ("नवीन रामगुलाम",), "MUS", "प्रधानमंत्री"),
                Actor("jaishankar", "person", ("एस. जयशंकर",), "IND"),
            ],
            [
                Meeting(
                    ("ramgoolam", "jaishankar"),
                    "नवीन रामगुलाम ने रविवार को एस. जयशंकर से फोन पर बात की।",
                    channel="phone",
                    date="2026-11-22",
                )
            ],
        ),
    ],
}


def _pact(report_id: str, outlet: str, states: str) -> Report:
    """A report of a treaty of five states that names some of them, without a day or a name."""
    at_table = [_STATES[code] for code in states.split()]
    named = ", ".join(actor.names[0] for actor in at_table)
    sentence = f"{named} ने साझा संधि पर हस्ताक्षर किए।"
    pact = Agreement(tuple(actor.key for actor in at_table), sentence, None, kind="treaty")
    return Report(report_id, outlet, "पाँच देशों की संधि", sentence, at_table, agreements=[pact])


_STATES = {
    code: Actor(code, "state", (name,), code)
    for code, name in {
        "KEN": "केन्या", "UGA": "युगांडा", "TZA": "तंजानिया", "RWA": "रवांडा", "BDI": "बुरुंडी",
        "ETH": "इथियोपिया", "SOM": "सोमालिया", "ZMB": "जाम्बिया", "MWI": "मलावी",
    }.items()
}  # fmt: skip
# Three reports share too few parties to be known as one treaty; one on the third night joins two of them, one on the
# fourth the third.
PACT: dict[date, list[Report]] = {
    date(2026, 11, 16): [_pact("sandhi-ek", "desh_vani", "KEN UGA TZA ZMB MWI")],
    date(2026, 11, 17): [
        _pact("sandhi-do", "prabhat_patra", "KEN UGA TZA RWA BDI"),
        _pact("sandhi-teen", "khari_khabar", "KEN UGA TZA ETH SOM"),
    ],
    date(2026, 11, 18): [_pact("sandhi-char", "desh_vani", "KEN UGA TZA RWA ETH")],
    date(2026, 11, 19): [_pact("sandhi-paanch", "prabhat_patra", "KEN UGA TZA ETH ZMB")],
}


def write_night(lake: Lake, day: date, reports: Sequence[Report], run_id: str = "run1") -> None:
    """The Parquet files of a night, as crawl, extract-text, dedup, facts and events leave them."""
    ids = {report.id: report.article_id for night in (*NIGHTS.values(), reports) for report in night}
    tables: dict[str, list[dict[str, Any]]] = {table.name: [] for table in FACT_TABLES}
    articles, clusters, fetches = [], [], []
    for number, report in enumerate(reports):
        at = datetime.combine(day, time(report.hour), UTC)
        article_id = report.article_id
        articles.append(
            dict.fromkeys(ARTICLES.columns)
            | {
                "article_id": article_id,
                "given_id": report.given_id,
                "outlet": report.outlet,
                "news_date": day,
                "url": report.url,
                "url_canonical": report.url,
                "title": report.title,
                "body": report.body,
                "text": report.text,
                "agency": report.agency,
                "published_at": at,
                "published_zone_known": True,
                "fetched_at": at,
                "language": "hi",
                "extraction_method": "json_ld",
                "was_legacy_font": False,
                "text_sha256": hashlib.sha256(report.text.encode()).hexdigest(),
                "n_chars": len(report.text),
                "raw_title": report.title,
                "raw_body": report.body,
                "title_map": [],
                "body_map": [],
                "warc_file": f"warc/{report.outlet}/{day}.{run_id}.warc.gz",
                "warc_offset": 1000 * number,
            }
        )
        clusters.append(
            dict.fromkeys(CLUSTERS.columns)
            | {
                "article_id": article_id,
                "news_date": day,
                "cluster_id": ids[report.copy_of] if report.copy_of else article_id,
                "role": "near" if report.copy_of else "canonical",
                "similarity": 0.9 if report.copy_of else 1.0,
                "n_shingles": 40,
                "signature": b"",
            }
        )
        fetches.append(_fetch(report.outlet, day, run_id, report.url, at, 1000 * number))
        article = model.Article(article_id, report.title, report.body, at, report.outlet)
        for name, rows in as_rows(article, report.read(), day).items():
            tables[name] += rows
    parquet.write(lake.table(ARTICLES, day), ARTICLES, articles)
    parquet.write(lake.table(CLUSTERS, day), CLUSTERS, clusters)
    for table in FACT_TABLES:
        parquet.write(lake.table(table, day), table, tables[table.name])
    for outlet in OUTLETS:
        rows = [row for row in fetches if row["outlet"] == outlet.name]
        if outlet.name == "desh_vani":
            rows.append(
                _fetch(
                    outlet.name,
                    day,
                    run_id,
                    f"http://desh_vani.example/video-{day}",
                    rows[0]["requested_at"] if rows else datetime.combine(day, time(8), UTC),
                    9000,
                )
            )
        parquet.write(lake.fetches(outlet.name, day, run_id), FETCHES, rows)
    parquet.write(
        lake.rejects("extract_text", day),
        REJECTS,
        [
            {
                "news_date": day,
                "step": "extract_text",
                "outlet": "desh_vani",
                "url": f"http://desh_vani.example/video-{day}",
                "reason": "video",
                "detail": "the page has a player and no text",
                "text_sha256": None,
                "warc_file": f"warc/desh_vani/{day}.{run_id}.warc.gz",
                "warc_offset": 9000,
            }
        ],
    )
    parquet.write(
        lake.step("dedup", None, day, run_id),
        STEPS,
        [
            {
                "run_id": run_id,
                "news_date": day,
                "step": "dedup",
                "outlet": None,
                "started_at": datetime.combine(day, time(19), UTC),
                "seconds": 1.5,
                "outcome": "done",
                "detail": "",
                "n_in": len(articles),
                "n_out": len(articles),
                "n_rejected": 0,
            }
        ],
    )
    events.run(lake, day)


def _fetch(outlet: str, day: date, run_id: str, url: str, at: datetime, offset: int) -> dict[str, Any]:
    return dict.fromkeys(FETCHES.columns) | {
        "run_id": run_id,
        "outlet": outlet,
        "news_date": day,
        "kind": "page",
        "url": url,
        "final_url": url,
        "requested_at": at,
        "outcome": "taken",
        "status": 200,
        "content_type": "text/html",
        "n_bytes": 20_000,
        "seconds": 0.2,
        "warc_file": f"warc/{outlet}/{day}.{run_id}.warc.gz",
        "warc_offset": offset,
        "warc_length": 500,
    }
