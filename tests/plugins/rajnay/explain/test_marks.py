from hypothesis import given
from hypothesis import strategies as st

from rajnay.explain.marks import Finding, findings, segments
from rajnay.facts.model import Article, Facts, Span


def finding(name: str, *spans: Span) -> Finding:
    return Finding(name, "actor", name, (), "rule", 1.0, None, spans)


@st.composite
def text_and_findings(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    text = draw(st.text(alphabet="कखि <&\n", max_size=30))
    edge = st.integers(0, len(text))
    spans = st.lists(st.tuples(edge, edge).filter(lambda pair: pair[0] < pair[1]), max_size=4)
    of = draw(st.lists(spans, max_size=5))
    return text, [finding(f"f{n}", *(Span(*pair) for pair in pairs)) for n, pairs in enumerate(of)]


@given(text_and_findings())
def test_segments_are_the_text_and_each_carries_exactly_the_findings_over_it(case: tuple[str, list[Finding]]) -> None:
    text, found = case
    cut = segments(text, found)
    assert "".join(segment.text for segment in cut) == text
    at = 0
    for segment in cut:
        over = {f.id for f in found for s in f.spans if s.start <= at and at + len(segment.text) <= s.end}
        assert {f.id for f in segment.findings} == over
        assert len(segment.findings) == len(over)
        at += len(segment.text)


def test_every_fact_and_every_discarded_candidate_is_a_finding(article: Article, facts: Facts) -> None:
    found = findings(article, facts)
    assert [f.kind for f in found] == (
        ["actor"] * len(facts.actors) + ["meeting"] * len(facts.meetings)
        + ["agreement"] * len(facts.agreements) + ["discarded"] * len(facts.discarded)
    )  # fmt: skip
    assert len({f.id for f in found}) == len(found)
    assert all(f.reason for f in found if f.kind == "discarded")
    assert all(f.confidence is not None for f in found if f.kind != "discarded")


def test_a_meeting_shows_its_cells_with_their_proof(article: Article, facts: Facts) -> None:
    meeting = next(f for f in findings(article, facts) if f.kind == "meeting")
    cells = {row.name: row for row in meeting.rows}
    assert cells["date"].value == "2023-05-15 (weekday)"
    assert cells["date"].proof == ("सोमवार",)
    assert cells["place"].proof == ("बुडापेस्ट",)
    assert "सुधाकर नेगी" in meeting.heading


def test_an_article_without_facts_is_one_segment_and_an_empty_one_is_none() -> None:
    assert findings(Article("x", "", "शुभ प्रभात"), Facts("x")) == ()
    assert [s.text for s in segments("शुभ प्रभात", ())] == ["शुभ प्रभात"]
    assert segments("", ()) == ()
