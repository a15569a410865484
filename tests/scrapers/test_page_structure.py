"""Two pages of one layout have one skeleton; a page of another shows what changed."""

from hypothesis import given
from hypothesis import strategies as st

from scrapers.page_structure import structure_diff, structure_of

PAGE = (
    "<body><nav><a>देश</a></nav><div id=main><article class='story story-48121 css-1x2'><h1>{title}</h1><div class=body>{text}</div>"
    "<div class=ads></div></article></div><footer>©</footer></body>"
)


def page(n: int, body_class: str = "body") -> str:
    text = "".join(f"<p>वाक्य {i}।</p>" for i in range(n))
    return PAGE.format(title=f"शीर्षक {n}", text=text).replace("class=body", f"class={body_class}")


def test_the_skeleton():
    assert structure_of(page(3)) == ["div#main", "  article.story", "    h1", "    div.body", "      p …"]


def test_two_pages_of_a_layout_have_one_skeleton():
    assert structure_of(page(3)) == structure_of(page(9))
    assert structure_diff(structure_of(page(3)), structure_of(page(9))) == []


def test_a_new_layout_shows():
    diff = structure_diff(structure_of(page(3)), structure_of(page(3, "matter")))
    assert "-    div.body" in diff
    assert "+    div.matter" in diff


def test_a_long_diff_is_cut():
    one, other = [f"div.a{n}" for n in range(90)], [f"div.b{n}" for n in range(90)]
    diff = structure_diff(one, other)
    assert len(diff) == 31
    assert diff[-1].startswith("… and ")


def test_deep_and_empty_pages():
    assert len(structure_of("<div>" * 3000 + "x")) < 20
    assert structure_of("") == []


@given(st.text(max_size=300))
def test_any_text_has_a_skeleton(text):
    assert all(line.strip() for line in structure_of(text))
