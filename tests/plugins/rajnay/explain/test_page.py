import re

from selectolax.lexbor import LexborHTMLParser

from rajnay.explain.marks import findings
from rajnay.explain.page import explain, explain_all
from rajnay.facts.model import Article, Facts


def test_the_text_is_there_whole_and_escaped(article: Article, facts: Facts) -> None:
    page = explain(article, facts)
    tree = LexborHTMLParser(page)
    shown = tree.css_first(".text")
    assert shown is not None
    assert shown.text() == article.text
    assert "<b>" not in page
    assert "बैठक<1>" not in page
    assert "&lt;b&gt;" in page


def test_every_span_of_every_finding_is_marked_by_its_id(article: Article, facts: Facts) -> None:
    tree = LexborHTMLParser(explain(article, facts))
    for finding in findings(article, facts):
        section = tree.css_first(f'section[id="0-{finding.id}"]')
        assert section is not None
        assert finding.rule in section.text()
        marked = "".join(
            node.text()
            for node in tree.css("[data-of]")
            if f"0-{finding.id}" in (node.attributes["data-of"] or "").split()
        )
        covered = sorted({at for span in finding.spans for at in range(span.start, span.end)})
        assert marked == "".join(article.text[at] for at in covered)


def test_what_the_script_lights_up_is_on_the_page(article: Article, facts: Facts) -> None:
    tree = LexborHTMLParser(explain_all([(article, facts), (article, facts)]))
    ids = [node.attributes["id"] for node in tree.css("section")]
    assert len(ids) == len(set(ids))
    assert {i for node in tree.css("[data-of]") for i in (node.attributes["data-of"] or "").split()} <= set(ids)


def test_reasons_of_discarded_candidates_are_told(article: Article, facts: Facts) -> None:
    page = LexborHTMLParser(explain(article, facts)).text()
    assert all(candidate.reason in page for candidate in facts.discarded)


def test_it_needs_nothing_beside_itself(article: Article, facts: Facts) -> None:
    page = explain(article, facts)
    assert not re.search(r"(?:src|href)\s*=|url\(|@import|https?://", page)
    assert '<meta charset="utf-8">' in page


def test_an_empty_article_has_a_page() -> None:
    page = LexborHTMLParser(explain(Article("leer", "", ""), Facts("leer")))
    assert "Meetings: 0" in page.text()
