"""Frames of meetings: by which constructions Hindi says who met whom. One function a construction, tried in order.

Each looks at a ``View`` and gives a ``Frame`` (rule, parties with their part) or None. Words: lexicon/meetings.toml.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rajnay.facts.arguments import Argument
from rajnay.facts.clauses import RELATIVE
from rajnay.facts.event_view import View, is_verb
from rajnay.facts.meeting_words import longest_at, phrase_list, word_list
from rajnay.facts.model import ParticipantRole
from rajnay.text.keys import match_key, match_keys

_SPEECH = word_list("reference", "speech")
_NAMELESS = frozenset(k for k in word_list("heads", "people") | word_list("heads", "others") if k.endswith("ों"))
_HOUSES = word_list("reference", "houses")
_SAYING = word_list("predicate", "saying")
_LIGHT, _ACTIVE, ATTENDANCE, _CAUSATIVE, _CALL_OFF, _INVITE = (
    word_list("predicate", n) for n in ("light", "active", "attendance", "causative", "call_off", "invite")
)
_CHAIRING, _HOSTING = phrase_list("predicate", "chairing"), phrase_list("predicate", "hosting")
_CALLING, _CALL_CAME = word_list("predicate", "calling"), word_list("predicate", "call_came")
_APART = phrase_list("separate", "apart")
_PLURALS, _NUMBERS = word_list("separate", "plurals"), word_list("separate", "numbers")
_THEY, _BOTH, _AGAIN = match_keys("वे", "वो", "ये"), match_keys("दोनों"), word_list("reference", "again")
_PLURAL_VERBS = match_keys("कीं", "हुईं")
_PARTICLES = match_keys("भी", "ही", "तो", "नहीं")
_NE, _SE, _IN, _ON, _KI = map(match_key, ("ने", "से", "में", "पर", "की"))
_WITH, _THAT, _WHERE, _ROUND, _TO_DO = map(match_key, ("साथ", "कि", "जहां", "दौर", "करने"))
_MOST_APART = 12  # meetings that one clause tells; bounds texts without stops


@dataclass(frozen=True, slots=True)
class Frame:
    """What a frame found: its rule, the arguments with their part, and how the candidate may join others."""

    rule: str
    roles: tuple[tuple[Sequence[Argument], ParticipantRole], ...]
    adds: bool = False
    is_bare: bool = False
    is_weak: bool = False
    apart: bool = False  # each partner in a meeting of its own
    needs_subject: bool = False  # one party is dropped: the last subject
    same_parties: bool = False  # those of the last meeting
    is_tentative: bool = False  # a meeting only if another sentence tells it


def _call(view: View) -> Frame | None:
    """X ने Y को फोन किया; Y को X का फोन आया; X ने फोन पर Y को … बताया."""
    if view.kind != "call":
        return None
    if view.key(view.after) in _CALL_CAME:
        callers = [a for a in view.before if a.case == "genitive" and a.after >= view.first - 2] or view.partners
        return Frame("meeting.call_received", ((view.targets, "participant"), (callers, "participant")))
    if view.key(view.after) in _CALLING and view.targets:
        roles = ((_agents(view, view.targets), "participant"), (view.targets, "participant"))
        return Frame("meeting.called", roles, needs_subject=True)  # type: ignore[arg-type]
    if view.key(view.after) == _ON and view.targets and view.subjects and view.subjects[0].case == "ne":
        return Frame("meeting.told_by_phone", ((view.subjects, "participant"), (view.targets, "participant")))
    return None


def _calling(view: View) -> Frame | None:
    """X और Y के बीच फोन कॉल हुई, X ने Y से कॉल की."""
    return (_between(view) or _with_partner(view)) if light(view) else None


def _sharing(view: View) -> Frame | None:
    """Two persons have shared a view or a worry: they talked. Of states it is only a common position."""
    if view.kind != "sharing" or not light(view):
        return None
    joint = [a for a in view.subjects if len(a.members) >= 2 and all(m.key in view.persons for m in a.members)]
    return Frame("meeting.sharing", ((joint, "participant"),)) if joint else None


def _press_together(view: View) -> Frame | None:
    """X ने Y के साथ संवाददाताओं से कहा: who face the press together have met."""
    if view.kind != "press" or view.key(view.after) != _SE or view.key(view.after + 1) not in _SAYING:
        return None
    beside = [a for a in view.partners if a.case == "with" and all(m.key in view.persons for m in a.members)]
    speaking = [a for a in view.subjects if a.case == "ne" and all(m.key in view.persons for m in a.members)]
    if not beside or not speaking:
        return None
    return Frame("meeting.press_together", ((speaking, "participant"), (beside, "participant")))


def _where(view: View) -> Frame | None:
    """… Z, जहां X वार्ता करेंगे: with those of the state just named."""
    if view.kind not in ("encounter", "talk") or view.partners or view.key(view.low) != _WHERE:
        return None
    earlier = [a for a in view.parsed.arguments if a.end <= view.low and all(m.key in view.general for m in a.members)]
    visitors = view.subjects or view.owners  # a pronoun without case stands like an owner: वह एक वार्ता करेंगे
    if not earlier or not visitors or light(view) not in _ACTIVE:
        return None
    host = earlier[-1]
    if {m.key for m in host.members} & {m.key for a in visitors for m in a.members}:
        return None
    return Frame("meeting.where", ((visitors, "visitor"), ([host], "host")))


def _hosted(view: View) -> Frame | None:
    """X ने Y की मेजबानी की."""
    if view.kind != "hosting":
        return None
    guests = [a for a in view.before if a.case == "genitive" and a.after == view.first]
    if guests and view.subjects and view.subjects[0].case == "ne":
        return Frame("meeting.hosted", ((view.subjects, "host"), (guests, "visitor")))
    return None


def _welcomed(view: View) -> Frame | None:
    """X ने Y का स्वागत किया: they meet if talks follow."""
    guests = [a for a in view.before if a.case == "genitive" and not view.parsed.verb_between(a.after, view.first)]
    hosts = [a for a in view.subjects if a.case == "ne" and a not in guests[-1:]]
    if not guests or not hosts or not light(view) or any(m.key not in view.persons for m in guests[-1].members):
        return None
    return Frame("meeting.welcomed", ((hosts, "host"), (guests[-1:], "visitor")), is_tentative=True)


def _attendance(view: View) -> Frame | None:
    """… की बैठक में X, Y और Z शामिल हुए; also those who come to an event told before."""
    if view.post is None or not view.says(ATTENDANCE) or not _inside(view, view.post):
        return None
    attended = attending(view)
    if not attended or view.partners or view.between:
        return None
    if view.owners:
        return Frame("meeting.attended", ((attended, "participant"), (view.owners, "participant")), adds=True)
    if view.is_bare:
        return Frame("meeting.attendance", ((attended, "participant"),), adds=True, is_bare=True)
    if sum(len(argument.members) for argument in attended) >= 2:
        return Frame("meeting.attended", ((attended, "participant"),))  # X और Y ने कमांडर स्तर की बैठक में भाग लिया
    return None


def _inside(view: View, post: int) -> bool:
    """बैठक में, बैठक के 13वें दौर में."""
    if view.key(post) == _IN:
        return True
    rounds = next((i for i in range(post + 1, min(post + 5, view.high)) if view.key(i) == _ROUND), None)
    return rounds is not None and view.key(rounds + 1) == _IN


def attending(view: View) -> list[Argument]:
    """Those named in the clause up to the verb of attendance."""
    verb = next((i for i in range(view.after, view.high) if view.key(i) in ATTENDANCE), view.high)
    return [
        a
        for a in (*view.before, *(a for a in view.later if a.first < verb))
        if a.case in ("ne", "none", "including", "with", "leader") and a not in view.owners
    ]


def _between(view: View) -> Frame | None:
    """X और Y के बीच बैठक हुई."""
    if not view.between:
        return None
    if view.kind in ("weak", "talk") and light(view) in _ACTIVE:
        return None  # Y और Z के बीच संबंधों पर चर्चा करेंगे: others do
    return Frame("meeting.between", ((view.between, "participant"),))


def _with_partner(view: View) -> Frame | None:
    """X ने Y से मुलाकात की; X Y से मिले; X की Y के साथ बैठक; Y से मिले X."""
    if not view.partners:
        return None
    agents = _agents(view, view.partners)
    partners: Sequence[Argument] = view.partners
    rule = "meeting.ne_se" if partners[-1].case == "se" else "meeting.with"
    has_agent = any(view.key(i) == _NE for i in range(view.low, partners[0].first))
    if not agents and len(partners) == 1 and partners[0].by_comma and len(partners[0].members) == 2 and not has_agent:
        # भारत, श्रीलंका के साथ बातचीत कर रहा है: the comma parts subject and partner.
        return Frame(rule, ((partners, "participant"),))
    roles: tuple[tuple[Sequence[Argument], ParticipantRole], ...] = ((agents, "participant"), (partners, "participant"))
    if _are_apart(view):
        return Frame("meeting.apart", roles, apart=True, needs_subject=True)
    return Frame(rule, roles, needs_subject=True)


def _invited(view: View) -> Frame | None:
    """X ने Y को वार्ता के लिए आमंत्रित किया."""
    guests = [a for a in view.before if a.case == "to"]
    if guests and view.subjects and view.says(_INVITE):
        return Frame("meeting.invitation", ((view.subjects, "host"), (guests, "visitor")))
    return None


def _of(view: View) -> Frame | None:
    """X और Y की बैठक, भारत-चीन वार्ता; those who chair or host it."""
    if view.kind == "weak" or sum(len(a.members) for a in view.owners) < 2:
        return None
    roles: list[tuple[Sequence[Argument], ParticipantRole]] = [(view.owners, "participant")]
    agents = [a for a in view.subjects if a.case == "ne" and sum(m.key in view.persons for m in a.members) >= 2]
    if agents and not view.is_adjunct and light(view) in _ACTIVE:
        return Frame("meeting.joint", ((agents, "participant"),))  # X और Y ने भारत-रूस शिखर वार्ता की
    if not view.says(_CAUSATIVE):
        roles = [*_leading(view), *roles]
    return Frame("meeting.of", tuple(roles), adds=len(roles) > 1)


def _at(view: View) -> Frame | None:
    """A meeting of one body or state and those who chair it, call it off, or speak there: नाटो की बैठक में X ने …"""
    if not view.owners or view.kind == "weak":
        return None
    leading = _leading(view) or _under(view)
    if leading:
        return Frame("meeting.at", (*leading, (view.owners, "participant")))
    others: Sequence[Argument] = []
    if view.post is not None and view.key(view.post) == _IN or view.says(_CALL_OFF):
        others = view.subjects or [a for a in view.later if a.case == "ne"][:1]
    return Frame("meeting.at", ((others, "participant"), (view.owners, "participant"))) if others else None


def _chaired(view: View) -> Frame | None:
    """बैठक की अध्यक्षता X ने की."""
    leading = _leading(view)
    if not leading:
        return None
    return Frame("meeting.chaired", tuple(leading), adds=True, is_bare=view.is_bare)


def _under(view: View) -> list[tuple[Sequence[Argument], ParticipantRole]]:
    """X की अध्यक्षता में जी-20 की बैठक."""
    chairs = [a for a in view.before if a.case == "chair"]
    return [(chairs, "chair")] if chairs else []


def _leading(view: View) -> list[tuple[Sequence[Argument], ParticipantRole]]:
    agents = [a for a in (*view.subjects, *view.later) if a.case in ("ne", "none", "by", "compound")]
    for i in range(view.after, min(view.after + 4, view.high)):
        if longest_at(_CHAIRING, view.words, i):
            return [(agents, "chair")] if agents else []
        if longest_at(_HOSTING, view.words, i):
            return [(agents, "host")] if agents else []
    return []


def _joint(view: View) -> Frame | None:
    """X और Y मिले, X और Y ने बैठक की; दोनों नेताओं ने चर्चा की only retells."""
    if view.says(_CAUSATIVE) or view.is_adjunct and not (view.kind in ("encounter", "talk") and view.is_bare):
        return None
    subjects: Sequence[Argument] = view.subjects
    if not subjects and view.later and _in_headline_order(view, view.later[0]):
        subjects = view.later[:1]
    joint = [a for a in subjects if len(a.members) >= 2]
    if not joint:
        return _together(view)
    between = range(joint[0].after, view.first)
    if any(view.key(i) == _SE and view.key(i - 1) in _NAMELESS for i in between):
        return None  # दोनों ने मंत्रियों और प्रतिनिधियों से मुलाकात की
    vague = view.kind == "weak" and view.channel_word is None
    retells = vague and any(m.kind == "collective" or m.key in view.general for a in joint for m in a.members)
    return Frame("meeting.both" if retells else "meeting.joint", ((joint, "participant"),), is_weak=retells)


def _together(view: View) -> Frame | None:
    """वे बैठक करेंगे, दोनों मिलेंगे: those who met before."""
    if view.kind not in ("encounter", "talk", "meet") or view.is_adjunct or view.partners:
        return None
    pronoun = view.subjects and view.subjects[0].members[0].kind == "pronoun" and view.subjects[0].case == "none"
    plural = pronoun and view.words[view.subjects[0].first].key in _THEY
    bare = not view.subjects and any(w.key in _BOTH or w.key in _AGAIN for w in view.words[view.low : view.first])
    if not (plural or bare) or view.kind != "meet" and light(view) not in _ACTIVE:
        return None
    return Frame("meeting.together", (), same_parties=True)


def _at_home(view: View) -> Frame | None:
    """X ने Y के आवास पर भेंट की."""
    hosts = [a for a in view.before if a.case == "genitive" and view.key(a.after) in _HOUSES]
    if view.kind != "encounter" or view.is_adjunct or light(view) not in _ACTIVE or not hosts:
        return None
    visitors = [a for a in view.subjects if a.case == "ne" and len(a.members) == 1]
    if not visitors or not all(m.key in view.persons for a in (visitors[0], hosts[-1]) for m in a.members):
        return None
    return Frame("meeting.at_home", ((visitors, "visitor"), (hosts[-1:], "host")))


def _alone(view: View) -> Frame | None:
    """X ने पाँच देशों के नेताओं के साथ बैठक की: the others may be named next."""
    if view.kind != "encounter" or view.is_adjunct or not view.subjects or view.says(_CAUSATIVE):
        return None
    if len(view.subjects[0].members) > 1:
        return None
    others = {view.key(i) for i in range(view.subjects[0].after, view.first)}
    if _SE not in others and _WITH not in others:
        return None
    return Frame("meeting.alone", ((view.subjects, "participant"),))


def _bare(view: View) -> Frame | None:
    """इस बैठक में …: told before."""
    if view.kind in ("encounter", "talk") and view.is_bare:
        return Frame("meeting.bare", (), is_bare=True)
    return None


def _agents(view: View, partners: Sequence[Argument]) -> Sequence[Argument]:
    """Who meets the partners: subject, owner of the event, whoever follows it, a relative's antecedent, the last agent
    of the sentence."""
    taken = {m.key for a in partners for m in a.members}
    owners = [a for a in view.owners if not {m.key for m in a.members} <= taken]  # Y से उनकी बैठक
    if view.subjects or owners:
        return view.subjects or owners
    has_agent = any(view.key(i) == _NE for i in range(view.low, partners[0].first))  # मुख्यमंत्री ने X, Y से
    if len(partners) == 1 and partners[0].by_comma and len(partners[0].members) == 2 and not has_agent:
        return []
    follows = [a for a in view.later if a.case in ("ne", "none") and not _only_reports(view, a)]
    if follows and (view.is_adjunct or _in_headline_order(view, follows[0])):
        return follows[:1]
    earlier = [a for a in view.parsed.arguments if a.end <= view.low]
    if earlier and view.key(view.low) in RELATIVE:
        return earlier[-1:]
    that = max((i for i in range(view.low) if view.key(i) == _THAT), default=None)
    if that is not None:
        earlier = [a for a in earlier if all(m.key in view.persons or m.key in view.general for m in a.members)]
        earlier = [a for a in earlier if a.first > that] or earlier
    cases = ("ne", "none", "genitive") if view.parsed.sentence.is_headline else ("ne", "none")
    for case in cases:
        for argument in reversed(earlier) if case == "ne" else earlier:
            if argument.case == case and not {m.key for m in argument.members} & taken:
                return [argument]
    # मोदी के आवास पर Y के साथ बैठक, X का भी Y से मिलने का कार्यक्रम
    is_aim = view.kind == "meet" or view.key(view.after) == _TO_DO
    houses = [
        a for a in view.before
        if a.case == "genitive" and a.end <= partners[0].first and (is_aim or view.key(a.after) in _HOUSES)
    ]  # fmt: skip
    return [a for a in houses if all(m.key in view.persons for m in a.members)][-1:]


def _only_reports(view: View, argument: Argument) -> bool:
    """Y से मुलाकात के बाद विदेश मंत्रालय ने कहा: the ministry has not met Y."""
    is_body = not any(m.key in view.persons or m.key in view.general for m in argument.members)
    return is_body and view.says(_SPEECH)


def _in_headline_order(view: View, argument: Argument) -> bool:
    """पुतिन से मिले मोदी; से की फोन पर बात X ने."""
    return argument.case in ("none", "ne", "compound") and argument.first - view.after <= 2


def _are_apart(view: View) -> bool:
    """Several meetings: अलग-अलग; तीन बैठकें; A से सोमवार को और B से मंगलवार को."""
    partners = view.partners
    if not 2 <= sum(len(a.members) for a in partners) <= _MOST_APART:
        return False
    if any(longest_at(_APART, view.words, i) for i in range(view.low, min(view.high, len(view.words)))):
        return True
    if view.key(view.after) in _PLURAL_VERBS:  # बैठक कीं
        return True
    if view.key(view.first) in _PLURALS and any(w.key in _NUMBERS for w in view.words[partners[-1].after : view.first]):
        return True
    return any(right.first - left.after > 1 for left, right in zip(partners, partners[1:], strict=False))


def light(view: View) -> str:
    """The verb right after the event, or before it in a headline (हुई बात)."""
    after = view.after
    while view.key(after) in _PARTICLES:
        after += 1
    if view.key(after) in _LIGHT and (view.key(after) != _KI or is_verb(view.parsed, after)):
        return view.key(after)
    near = [g for g in view.parsed.groups if 0 <= view.first - g.end <= 2 and set(g.keys) & _LIGHT]
    if near:
        return near[-1].keys[0]
    # लूला ने मोदी से की फोन पर बात: behind a partner की can only be the verb.
    verb = (i for i in range(view.first - 1, max(view.first - 4, view.low), -1) if view.key(i) == _KI)
    return _KI if any(a.case in ("se", "with", "ne") and a.after == i for i in verb for a in view.before) else ""


_FRAMES: tuple[Callable[[View], Frame | None], ...] = (
    _call, _hosted, _sharing, _between, _with_partner, _where, _invited,
    _attendance, _of, _at_home, _at, _chaired, _joint, _alone, _bare,
)  # fmt: skip
_ONLY: dict[str, tuple[Callable[[View], Frame | None], ...]] = {
    "call": (_call, _calling), "sharing": (_sharing,), "press": (_press_together,),
    "hosting": (_hosted,), "welcome": (_welcomed,),
}  # fmt: skip


def asides(view: View) -> list[tuple[str, Argument]]:
    """Who brings a meeting about without being in it: X की मध्यस्थता में, X की मेजबानी में, X ने … बैठक कराई."""
    named = [(str(a.case), a) for a in view.before if a.case in ("mediator", "host")]
    conveners = [a for a in view.subjects if a.case == "ne"] if view.says(_CAUSATIVE) else []
    return named + [("mediator", a) for a in conveners]


def frame_of(view: View) -> Frame | None:
    """The first frame that fits the event, or None."""
    return next((found for frame in _ONLY.get(view.kind, _FRAMES) if (found := frame(view)) is not None), None)
