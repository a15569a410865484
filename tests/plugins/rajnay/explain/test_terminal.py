import io

from rich.console import Console

from rajnay.explain.terminal import print_explained
from rajnay.facts.model import Article, Facts


def printed(article: Article, facts: Facts, colour: bool) -> str:
    out = io.StringIO()
    print_explained(
        article,
        facts,
        Console(file=out, width=400, force_terminal=colour, color_system="truecolor" if colour else None),
    )
    return out.getvalue()


def test_text_facts_rules_and_reasons_are_printed(article: Article, facts: Facts) -> None:
    out = printed(article, facts, colour=False)
    assert article.title in out
    assert "<b>कहा</b>" in out
    for rule in (
        {m.rule for m in facts.meetings} | {a.rule for a in facts.agreements} | {d.rule for d in facts.discarded}
    ):
        assert rule in out
    assert all(candidate.reason in out for candidate in facts.discarded)


def test_spans_are_coloured_on_a_terminal(article: Article, facts: Facts) -> None:
    first = printed(article, facts, colour=True).splitlines()[1]
    assert "\x1b[" in first


def test_square_brackets_of_a_text_are_no_markup() -> None:
    out = printed(Article("x", "", "[bold]सूची[/bold] [/]"), Facts("x"), colour=False)
    assert "[bold]सूची[/bold] [/]" in out
