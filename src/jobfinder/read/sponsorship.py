"""Are visas sponsored, and is moving helped with: the words for the two, for the grammar of `read.offered`.

Pure. Called by `read.eligibility`. To extend to a language: its names in the lists below, its verbs in `read.offered`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfinder.read.offered import Subject, offered
from jobfinder.read.passages import HELD, Claim, Passage
from jobfinder.read.quick import Letters

_PAPER = (
    r"(?:visas?|work[- ]?permits?|work authori[sz]ations?|immigration(?:[- ]related)?|employment(?:[- ]based)?|"
    r"employer|"
    r"h-?1-?b|o-?1|e-?3|l-?1|green[- ]cards?|blue[- ]cards?|permanent residenc\w|skilled worker|residence permits?)"
)
_GERMAN = r"(?:arbeits)?visums?\w{0,12}|arbeitserlaubnis|arbeitsgenehmigung|aufenthaltstitels?|aufenthaltserlaubnis"
VERB = re.compile(
    rf"\bsponsor(?:s|ing)? (?!licen)(?:[\w'-]{{1,20}}[ /,]{{1,2}}){{0,5}}?(?:{_PAPER}|candidates|applicants|foreign|"
    rf"international|"
    r"non-us|your move)\b|\bpatrocin(?:amos|ar) (?:\w{1,20} ){0,3}?(?:visas?|visados?)\b|"
    r"\b(?:sponsoris(?:ons|er)|parrain(?:ons|er)) (?:\w{1,20} ){0,3}?(?:visas?|permis)\b"
)
SURE = re.compile(
    rf"\b{_PAPER}(?:[ /,&-]{{1,3}}\w{{1,20}}){{0,3}}?[ /,&-]{{1,3}}(?:sponsorships?|sponsoring|sponsor)\b|"
    rf"\bsponsorships? (?:of|for) (?:[\w'-]{{1,20}} ){{0,4}}?{_PAPER}\b|"
    r"\b(?:visa|immigration|work[- ]permit|h-?1-?b|residence permit)s? (?:(?:and|&) [\w-]{1,20} |[\w-]{1,20} )?"
    r"(?:support|assistance|help|transfers?|costs|fees)\b|"
    r"\bvisum?s?-?(?:sponsoring|sponsorship|unterstützung|hilfe|übernahme)\b|\bvisa-?(?:sponsoring|unterstützung)\b|"
    rf"\bunterstützung (?:beim|bei|mit|für) (?:\w{{1,20}} ){{0,3}}?(?:visa|{_GERMAN})\b|"
    r"\b(?:parrainage|sponsoring|sponsorisation|prise en charge|accompagnement)(?: \w{1,10}| d'un)? (?:\w{1,20} )?"
    r"(?:visas?|permis de travail)\b|"
    r"\b(?:patrocinio|apoyo|ayuda|gesti[oó]n|asistencia) (?:de|del|con|para) (?:\w{1,20} ){0,3}?"
    r"(?:visas?|visados?|permisos? de trabajo)\b"
)
LOOSE = re.compile(
    r"\bsponsorships?\b|\bh-?1-?b\b|\bpatrocinio\b|\bparrainage\b|\bsponsor licen[cs]e\b|\bsponsored(?= visas?\b)|"
    r"\bsponsor(?:ing)?\b(?=\W{0,2}(?:$|at this|for this|now\b|currently|any\b|possible|available|individuals|"
    r"employees|"
    r"employment|people|workers|you\b|is\b|-|:))"
)
AID = re.compile(
    r"\b(?:your|the|their|a|an|any|work|working|necessary|required|all|new|business|no|with|my) "
    r"(?:visas?|(?:work|residence) permits?|work authori[sz]ation|immigration)\b(?! (?:card|gift|debit|credit|team|"
    r"waiver))|"
    r"(?:(?<=arrange )|(?<=support )|(?<=process )|(?<=obtain )|(?<=handle )|(?<=organise )|(?<=organize ))"
    r"(?:visas?|work permits?)(?: applications?)?\b|(?<=keine )visa\b|"
    rf"\b(?:{_GERMAN})\b|\b(?:de|le|un|votre|el|la|tu|su) (?:visas?|visado|permis de travail|permiso de trabajo)\b"
)
NEAR = re.compile(
    r"\b(?:visa\w*|visum\w*|arbeits(?:erlaubnis|genehmigung)|aufenthalts\w+|permis|permiso|immigra\w+|"
    r"work[- ]permits?|authori[sz]\w+|h-?1-?b|right to work|(?:eligib\w+|able|entitled) to work|"
    r"now (?:or|and) in the future|now,? or in|citizen\w*|green[- ]cards?|relocat\w+|candidates?|applicants?|"
    r"employment|"
    r"this (?:role|position|job|opening|opportunity|vacancy)|work status|c2c|corp)\b"
)
OTHER = re.compile(
    r"\b(?:executive|events?|brands?|partner\w*|sales|marketing|revenue|trials?|clinical|stud(?:y|ies)|projects?|"
    r"conferences?|athletes?|sports?|deals?|inventory|creators?|influencers?|podcasts?|newsletters?|fundrais\w*|"
    r"donors?|"
    r"grants?|401|health|insurance|stakeholders?|alumni|charit\w+|exhibit\w*|media|advertis\w*|packages|fulfil\w+|"
    r"clubs?|festivals?|tickets?|mastercard|payments?|travel|lodging)\b"
)
SPONSORING = Letters((
    "sponsor", "visa", "visum", "h1b", "h-1b", "immigration", "permit", "arbeitserlaubnis", "arbeitsgenehm",
    "aufenthalts", "parrain", "patrocin", "permis", "work authori",
))  # fmt: skip
SPONSORSHIP = Subject(
    stems=SPONSORING,
    names=(("verb", VERB), ("sure", SURE), ("loose", LOOSE), ("aid", AID)),
    near=NEAR,
    other=OTHER,
    needs=True,
)

_HELP = (
    r"(?:assistance|support|packages?|bonus(?:es)?|allowances?|help|aid|stipends?|reimbursement|services|budget|"
    r"benefits?)"
)
MOVING = re.compile(
    r"\b(?:help|support|assist)(?:s|ing)? (?:you|candidates|new hires|with)(?: \w{1,12}){0,3}? (?:relocat\w+|"
    r"your move)\b|"
    r"\bhelfen (?:dir|ihnen|euch) (?:\w{1,20} ){0,3}?umzug\b"
)
MOVING_SURE = re.compile(
    rf"\brelocation(?:[ /,&-]{{1,3}}\w{{1,20}}){{0,2}}?[ /,&-]{{1,3}}{_HELP}\b|\brelocation (?:costs|expenses)\b|"
    rf"\b(?:assistance|support|help) (?:with|for) (?:your |the )?relocat(?:ion|ing)\b|"
    r"\bumzugs(?:hilfe|unterstützung|kosten\w{0,20}|service|pauschale)\b|"
    r"\bunterstützung (?:beim|bei|für) (?:\w{1,20} ){0,2}?umzug\b|"
    r"\baides? (?:au déménagement|à la relocalisation|à la mobilité|à l'installation)\b|"
    r"\b(?:ayudas?|apoyo|asistencia) (?:de|a|con|para|al?) (?:la |tu )?(?:reubicaci[oó]n|mudanza|traslado)\b"
)
MOVING_LOOSE = re.compile(r"\brelocation\b|\breubicaci[oó]n\b|\brelocalisation\b")
RELOCATING = Letters((
    "relocat", "umzug", "umzieh", "déménag", "relocalis", "mobilité", "l'installation", "reubica", "mudanza",
    "traslado", "your move",
))  # fmt: skip
RELOCATION = Subject(
    stems=RELOCATING,
    names=(("verb", MOVING), ("sure", MOVING_SURE), ("loose", MOVING_LOOSE)),
    near=re.compile(r"\b(?:available|offered|provided|package|support|visa|sponsor\w*|candidates?|eligible)\b"),
    other=re.compile(r"\b(?:clients?|customers?|office|data|server|department|project|tenants?|services for)\b"),
    needs=False,
)
HELD.join(SPONSORING, RELOCATING)


def sponsorship(passages: Sequence[Passage]) -> Claim[bool] | None:
    """Whether a visa is sponsored; a yes only where that is offered."""
    return offered(SPONSORSHIP, passages)


def relocation(passages: Sequence[Passage]) -> Claim[bool] | None:
    """Whether moving there is helped with."""
    return offered(RELOCATION, passages)
