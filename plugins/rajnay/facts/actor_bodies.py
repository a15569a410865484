"""Organisations as actors: one for all its names, and the state that each belongs to."""

from rajnay.facts.bodies import Body
from rajnay.facts.gathering import Draft, Gathering
from rajnay.facts.model import Phrase, Span
from rajnay.facts.tagging import Words
from rajnay.facts.word_classes import W

_Named = tuple[Draft, tuple[str, ...]]  # a body and the match keys by which it was named last


def read_bodies(gathering: Gathering) -> None:
    """Makes the bodies of all scenes actors. Afterwards ``Body.key`` tells which."""
    by_head: dict[str, _Named] = {}  # last word of a body's name → the body named so last
    for scene in gathering.scenes:
        words = scene.words
        held = scene.inside_holders()
        juxtaposed = {start for office in scene.offices for start, _ in office.role}
        for body in scene.bodies:
            head = words.keys[body.end - 1]
            if body.is_bare:
                if head not in by_head:
                    continue
                draft = by_head[head][0]
                draft.name(words, body.start, body.end, "short", body.rule)
            elif body.is_organ and body.start in juxtaposed and not words.is_a(body.end, W.GENITIVE):
                continue  # संसद अध्यक्ष, सेना प्रमुख: the organ is only part of the office
            else:
                draft = _draft(gathering, body, words, by_head.get(head))
                by_head[head] = draft, tuple(words.keys[body.start : body.end])
            body.key = draft.key
            if body.start not in held:
                gathering.phrases.append(Phrase(Span(*words.span(body.whole, body.end)), (draft.key,), "name"))


def _draft(gathering: Gathering, body: Body, words: Words, last: _Named | None) -> Draft:
    """The actor of a named body: the one before that has the same name, or whose name this one shortens."""
    keys = tuple(words.keys[body.start : body.end])
    name = " ".join(keys)
    key = body.id or f"body:{name}"
    name_en = body.name_en
    if body.is_organ:
        if body.code is None and last is not None and last[1][-len(keys) :] == keys:
            key = last[0].key
        else:
            known = gathering.knowledge.organs.get((body.code or "", name))
            key = f"{body.code or ''}:{name}"
            name_en = known.name_en if known else None
    draft = gathering.draft(key, "body", body.code, name_en, body.rule)
    draft.code = draft.code or body.code
    draft.name(words, body.start, body.end, "name", body.rule)
    if body.whole < body.start and (body.is_organ or body.rule == "actor.body.part"):
        draft.names.setdefault(words.surface(body.whole, body.end))
    if words.keys[body.start].isdigit() and words.key(body.start + 1) == "वें":
        draft.names.setdefault(words.surface(body.start + 2, body.end))
    gathering.acronym(draft, words, body.end)
    return draft


def settle_bodies(gathering: Gathering) -> None:
    """Gives the bodies whose state no phrase and no spokesman says the one that the context gives.

    The companies of a list are mostly not of the state that they stand beside.
    """
    for scene in gathering.scenes:
        for body in scene.bodies:
            draft = gathering.drafts.get(body.key)
            if draft is not None and draft.code is None and body.id is None and body.rule != "actor.body.listed":
                draft.code = gathering.context.state_at(scene.offset(body.whole), scene.words.sentence.start)
