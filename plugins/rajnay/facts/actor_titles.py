"""Whom an office without a name means: its holder whom the article names, else the state, IGO or body that has it."""

from rajnay.facts.actor_persons import Holder
from rajnay.facts.affiliation import INDIA
from rajnay.facts.gathering import Gathering, Scene
from rajnay.facts.knowledge import Entry
from rajnay.facts.model import Mention, Phrase, Span
from rajnay.facts.people import TitleMention
from rajnay.facts.word_classes import W

_MINISTER = "मंत्री"
_NO_MINISTERS = frozenset({"प्रधानमंत्री", "मुख्यमंत्री"})


def read_titles(gathering: Gathering, holders: list[Holder]) -> None:
    """Adds the phrases of the unnamed office-holders."""
    by_office: dict[str, list[Holder]] = {}
    for holder in holders:
        by_office.setdefault(holder.office, []).append(holder)
    for scene in gathering.scenes:
        for title in scene.titles:
            office, words = title.office, title.words
            fitting = by_office.get(office.name, [])
            if office.name == _MINISTER:  # मंगोलियाई मंत्री: whichever of its ministers the article names
                ministers = (h for h in holders if h.office.endswith(_MINISTER) and h.office not in _NO_MINISTERS)
                fitting = [*fitting, *ministers]
            keys: list[str] = []
            if office.owners:
                owned = (_owned(gathering, owner, title, fitting, scene) for owner in office.owners)
                keys = [key for key in owned if key is not None]
            elif not words.is_a(office.start - 1, W.GENITIVE | W.REFLEXIVE):
                keys = [_unowned(gathering, title, fitting, scene)]
            # Else somebody's (सदस्य देशों के विदेश मंत्री), but not said whose.
            if not keys:
                continue
            span = Span(*words.span(office.start, office.end))
            gathering.phrases.append(Phrase(span, tuple(dict.fromkeys(keys)), "title"))
            for key in keys:
                if gathering.drafts[key].kind == "person":
                    gathering.drafts[key].mentions.append(Mention(span, "title", "actor.title"))


def _owned(gathering: Gathering, owner: Entry, title: TitleMention, fitting: list[Holder], scene: Scene) -> str | None:
    """Whom an office of ``owner`` means."""
    if owner.kind == "body":
        inside = range(title.office.start, title.office.end)
        bodies = (body.key for body in scene.bodies if body.start in inside)
        return next((key for key in bodies if key in gathering.drafts), None)
    theirs = list(dict.fromkeys(holder.key for holder in fitting if holder.code == owner.code))
    if theirs and (title.office.name != _MINISTER or len(theirs) == 1):
        return theirs[0]
    key = gathering.entity_key(owner)
    return key if key in gathering.drafts else None


def _unowned(gathering: Gathering, title: TitleMention, fitting: list[Holder], scene: Scene) -> str:
    """Whom an office without a state means: the Indian holder, the one spoken of, or India."""
    words, office, context = title.words, title.office, gathering.context
    offset = words.tokens[office.start].start
    at_home = [holder for holder in fitting if holder.code == INDIA]
    if at_home:
        return at_home[0].key
    # Beside another state's holder of the same office (प्रधानमंत्री … नेपाल की प्रधानमंत्री से) it is India's.
    contrasted = office.name in {other.name for other in scene.offices if other.owners}
    if fitting and not contrasted:
        here = context.state_at(offset, words.sentence.start)
        spoken_of = [holder for holder in fitting if holder.code == here]
        named_before = [holder for holder in fitting if holder.offset < offset]
        if spoken_of or named_before or context.is_foreign:
            return (spoken_of or named_before or fitting)[-1].key
    code = INDIA
    if context.is_foreign and not contrasted:
        code = context.state_at(offset, words.sentence.start)
    draft = gathering.draft(code, "state", code, gathering.knowledge.state.get(code), "actor.state.title")
    draft.name(words, office.start, office.end, "title", "actor.state.title")
    return code
