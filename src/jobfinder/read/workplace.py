"""Remote, hybrid or on site, as the text of a posting says it in a sentence.

Pure. Called by the readers of postings after their fields and titles have said nothing: prose speaks of remote teams
and remote customers too, so only sentences that speak of this job count. To extend to a language: its sentences below.
"""

from __future__ import annotations

import re

from jobfinder.model import Remote
from jobfinder.read.fields import remote
from jobfinder.read.quick import WHOLE, Quick
from jobfinder.read.stems import lowered

READ = 20_000

_THIS = r"(?:this|the|our) (?:\w{1,15} ){0,3}?(?:role|position|job|opportunity|opening|vacancy|internship)"
_BE = r"(?:is|can be|will be|may be|would be|offers?|allows?|has)"
_FAR = r"(?:(?:a |an )?(?:fully|100 ?%|completely|entirely|permanently) )?remote"


def _any(*words: str) -> Quick:
    return Quick(rf"(?<![^\W_])(?:{'|'.join(words)})(?![^\W_])", re.IGNORECASE)


NOT = re.compile(
    r"\b(?:not|no|n['’]t|non|never|cannot|kein\w{0,2}|nicht|pas|sans|comfortable|experienced?)\b[^.!?\n]{0,30}$",
    re.IGNORECASE,
)
NOT_ALWAYS = re.compile(
    r"^\W{0,3}(?:abroad|for up to|up to|from abroad|bis zu|for \w{1,10} (?:weeks|days|months)|"
    r"(?:ist |sind |is |are |est |es )?(?:leider |unfortunately )?(?:nicht|not|isn['’]t|pas|no)\b)",
    re.IGNORECASE,
)
"""What makes it a benefit of some weeks, not the way the work is done, or denies it."""
_FEW = (
    r"(?:\d|one|two|three|four|once|twice|ein(?:en|em|mal)?|zwei(?:mal)?|drei(?:mal)?|vier|un|une|deux|trois|dos|tres)"
)
HYBRID = _any(
    rf"{_THIS} {_BE} (?:a )?hybrid|#?li-hybrid|hybrid\s?[:–-]",
    r"(?:part|some|most|half|rest) of (?:the|your) (?:week|time|days)[^.!?\n]{0,30} (?:from home|remote(?:ly)?)|"
    r"days? (?:a|per|each) week (?:in|at) (?:our|the) (?:[\w.'’-]{1,20} ){0,3}?(?:office|site)|"
    r"days? (?:in|at) the office",
    r"(?:location|workplace|work location|arbeitsort|standort|lieu|ubicación)\s?[:–-]\s?"
    r"(?:[\w()./]{1,15}[ ,–-]{1,3}){0,5}?h[yí]brid[oae]?",
    r"(?:office|büro)[^.!?\n]{0,60} (?:or|oder|und/oder) (?:remote|(?:from |im )?home)|remote-option(?:en)?|"
    r"flexible (?:home ?office|remote)[- ](?:possibilities|options?|work(?:ing)?|regelung)|"
    r"between (?:home|remote)[^.!?\n]{0,20}office|zwischen (?:home ?office|remote)[^.!?\n]{0,20}(?:vor ort|büro|"
    r"office)",
    r"hybrid (?:role|position|job|work(?:ing)?|schedule|work(?:ing)? (?:model|schedule|arrangement|environment|setup)|"
    r"model|setup|set-up|remote|home office|opportunity|policy|format|way of working)",
    r"(?:\d|two|three|four|one|\d ?(?:-|–|to) ?\d|twice|once)\+? (?:days?|times?)(?: (?:a|per|each|every) week)?"
    r"(?: (?:in|at|from|on) (?:the |our |your )?(?:\w{1,15} )?(?:office|home|site)|,? (?:on-?site|remote|wfh))",
    r"(?:mix|combination|balance|blend) of (?:in-?office|on-?site|remote|home|office)[^.!?\n]{0,30}(?:home|remote|"
    r"office)",
    r"(?:partly|partially|part-time|occasional(?:ly)?) (?:remote|(?:work(?:ing)? )?from home)",
    rf"(?:in|to|at|into) (?:the|our) (?:\w{{1,15}} )?office (?:for )?(?:at least |about )?{_FEW}(?: (?:or|"
    rf"to) \w{{1,5}})? "
    r"(?:days?|times?)|days? of (?:home ?office|remote work|working from home|wfh) (?:a|per|each|every) week|"
    rf"{_FEW} (?:tage?n?|mal)(?: (?:pro|die|in der) woche)? (?:remote|(?:im |in |aus dem )?(?:home ?office|büro)|"
    r"von zu ?hause|mobil)",
    r"hybrides? (?:arbeiten|arbeitsmodell|arbeitsweise)|(?:teilweise|anteilig|tageweise) (?:remote|home ?office|"
    r"im home ?office)",
    r"\d (?:tage?|mal)(?: (?:pro|die|in der) woche)? (?:im )?home ?office|(?<!100 % )(?<!100% )home ?office(?:-|"
    r" )?(?:möglich(?:keit(?:en)?)?|anteil|"
    r"option|regelung|tage?)|mobiles? arbeiten|möglichkeit (?:zum|zu|für|auf) (?:home ?office|"
    r"mobile\w{1,3} arbeit\w{0,2})",
    rf"(?:{_FEW} jours? (?:de )?télétravail|{_FEW} días? de teletrabajo|télétravail (?:partiel|possible|hybride)|"
    rf"mode hybride|travail hybride|"
    r"rythme hybride)",
    r"(?:modalidad|modelo|trabajo|formato) h[ií]brid[oa]|teletrabajo (?:parcial|híbrido)|\d días de teletrabajo",
    r"(?:lavoro|modalità) ibrid[ao]|smart working|modelo híbrido|hybride werken|hybridarbete|"
    r"(?:deels|gedeeltelijk) (?:thuis|remote)|thuiswerken|praca hybrydowa|hybridní (?:práce|režim|model)",
)
REMOTE = _any(
    rf"{_THIS} {_BE} (?:open to )?{_FAR}|#?li-remote",
    r"(?:is|as) an? (?:fully |100% )?remote (?:\w{1,15} ){0,2}?(?:role|position|job|opportunity)",
    r"(?:fully|100 ?%|completely|entirely|permanently) remote|remote[- ](?:first|only)|100 ?% home ?office",
    r"remote (?:role|position|job|opportunity)|(?:location|workplace|work location|arbeitsort|standort|lieu|ubicación)"
    r"\s?[:–-]\s?(?:\w{1,15}[ ,/–-]{1,3}){0,2}?(?:remote|home ?office|télétravail|remoto|anywhere)",
    r"work(?:ing)? (?:remotely|from (?:anywhere|home))(?: (?:in|within|from))?|home-?based (?:role|position|job)|"
    r"(?:can|may|will|able to) (?:be )?(?:work(?:ing|ed)?|done|perform(?:ed)?) remotely|telecommut(?:e|ing)|"
    r"work remote",
    r"(?:done|performed|carried out)(?: \w{4,12})? from home|100 ?% télétravail|"
    r"télétravail (?:à )?(?:100 ?%|complet|total|intégral)|"
    r"(?:vollständig|komplett|vollkommen|rein|zu|ausschließlich|dauerhaft) (?:100 ?% )?(?:remote|ortsunabhängig|"
    r"(?:im|aus dem) home ?office|von zu ?hause|mobil)|remote(?:arbeit|-arbeit|work)|"
    r"deutschlandweit remote|remote (?:in|aus) (?:ganz )?(?:deutschland|europa|eu)",
    r"(?:100 ?% |full |entièrement |totalement )?(?:en |full )télétravail|full remote|à distance|"
    r"teletrabajo(?: 100 ?%)?|"
    r"(?:100 ?% |totalmente |completamente )remot[oa]|trabajo (?:100% )?remoto|da remoto|trabalho remoto|praca zdalna|"
    r"práce na dálku|na dálku|volledig (?:remote|thuis)|på distans",
)
ONSITE = _any(
    rf"{_THIS} {_BE} (?:a |an )?(?:fully |100% |full-time )?(?:on[- ]?site|in[ -]?office|in[ -]?person|office-based)",
    r"#?li-on-?site",
    r"(?:fully|100 ?%|strictly|full-time) (?:on-?site|in-?office|in-?person)|(?:on-?site|in-?office|in-?person|"
    r"office-based) "
    r"(?:role|position|job|only|full[- ]time)|(?:no|not (?:a )?) ?(?:fully )?remote(?: work| role| position|"
    r" option\w{0,3})?|"
    r"(?:work )?location\s?:\s?(?:in person|on-?site)|(?:five|5) days (?:a|per) week (?:in|on)[ -](?:the |"
    r"our )?(?:office|site)",
    r"on[- ]?site (?:work )?(?:in|at)|work(?:ing)? (?:at|from) our (?:site|premises)|no home ?office|kein home ?office|"
    r"arbeitsplatz (?:ist|liegt) in",
    r"remote(?: work(?:ing)?)? (?:is|are) ?(?:not|n['’]t) (?:possible|available|offered|an option)|"
    r"cannot be (?:done|performed|worked|carried out) (?:remotely|from home)|"
    r"home ?office (?:ist )?(?:leider )?nicht (?:möglich|vorgesehen)|ausschließlich (?:vor ort|in präsenz)|"
    r"(?:in|at) (?:the|our) (?:\w{1,15} )?office (?:is required )?(?:five|5) days|"
    r"(?:poste|travail) (?:\w{1,12} )?(?:sur site|sur place|en présentiel)|(?:pas de|sans) télétravail|"
    r"(?:trabajo|puesto|modalidad) presencial|sin teletrabajo",
    r"100 ?% (?:présentiel|presencial)|(?:vor ort|in präsenz) (?:in|am standort)",
)
WHOLE.join(HYBRID, REMOTE, ONSITE)


def workplace(title: str, text: str | None) -> Remote | None:
    """Where the work is done, as title or text say; null where they say nothing, or several things."""
    stated = remote(title)
    if stated or not text:
        return stated
    read = text[:READ]
    lower = lowered(read)
    if _meant(HYBRID, read, lower):
        return Remote.HYBRID
    far, here = _meant(REMOTE, read, lower), any(True for _ in WHOLE.all_in(ONSITE, lower))
    if far and here:
        return None
    return Remote.REMOTE if far else Remote.ONSITE if here else None


def _meant(words: Quick, text: str, lower: str) -> bool:
    """Are they said, not denied nor said of a few weeks?"""
    for match in WHOLE.all_in(words, lower):
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 30]
        if not (NOT.search(before) or NOT_ALWAYS.match(after)):
            return True
    return False
