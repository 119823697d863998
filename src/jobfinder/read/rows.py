"""Where in a row of requirements what is asked for stands: "Solid experience with ‹Epic›, ideally on wards".

Pure. Called by `read.asks` for skills that no gazetteer knows, and by `read.everyday` for those with the name of an
everyday word. What stands before ("ideally a little …") and behind ("…, though you can learn it here") is peeled off;
what is left is a skill if it stands where skills stand. To extend to a language: its words in BEFORE, HEDGED and TAIL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobfinder.read.quick import Quick, Together
from jobfinder.read.stems import lowered

Span = tuple[int, int]

LONGEST = 160
"""Characters of a row; a longer one tells a story."""
_KNOWING = (
    r"experience|expertise|knowledge|command|proficien\w{1,6}|practice|skills?|skilled|grounding|background|"
    r"work(?:ed|ing)?|"
    r"use|familiar(?:ity)?|understanding|competen\w{1,6}|exposure|training|qualified|certified|confident|comfortable|"
    r"versed|trained|at home|fluency|grasp|mastery|track record|hands[- ]on|insight|acquainted|basics|fundamentals|"
    r"foundations?|strong|strength"
)
_YEARS = r"years?|yrs?|jahre?n?|ans|années?|años?"
BEFORE = Quick(
    rf"\b(?:(?:{_KNOWING})(?: (?:before|hands[- ]on|daily|practical|proven|the use|some))?"
    rf" (?:with|in|of|using|as|at|to|on) (?:the |a |an |your )?(?P<what>[^.;:()]{{1,150}})|"
    rf"(?:{_YEARS})['’]? (?:of |in |using |working with |of hands-on |with |practising |hands-on )+"
    r"(?P<years>[^.;:()]{1,150})|"
    r"(?<!if )you(?: will|['’]ll)? (?:know|master|use|need|have used|are good at|can use)(?: some| good| solid)? "
    r"(?!(?:to|what|which|how|that|why|when|where|for)\b)(?P<know>[^.;:()]{1,150}?)(?: well| inside out)?\W{0,2}$)|"
    r"^\W{0,6}(?:\w{4,14} ){0,2}(?:experience|knowledge|skills|tools|technologies|erfahrung(?:en)?|kenntnisse|"
    r"fähigkeiten|werkzeuge|compétences|connaissances|outils|conocimientos|herramientas|experiencia)\s?:\s?"
    r"(?P<label>[^.;:()]{1,150})|"
    r"\b(?:(?:erfahrung(?:en)?|kenntnisse|umgang|praxis|expertise|know-how|vertraut|grundlagen|sicher|routine)\b"
    r"[^.;:()]{0,12}? (?:mit|in|im|bei|von|der) (?P<german>[^.;:()]{1,150})|"
    r"(?:expérience|connaissances?|maîtrise|compétences?|pratique|notions|bases) (?:en|de|des|du|avec|dans) "
    r"(?:la |le |les |l['’])?(?P<french>[^.;:()]{1,150})|"
    r"(?:experiencia|conocimientos?|dominio|manejo|nociones) (?:en|de|con) (?:el |la |los |las )?"
    r"(?P<spanish>[^.;:()]{1,150}))",
    re.IGNORECASE,
)
HEDGED = Quick(
    r"^\W{0,6}(?:(?:ideally|preferably|optionally|desirable|nice to have|(?:a )?(?:bonus|plus)(?: points)?"
    r"(?: (?:for|if you (?:know|have|bring)))?|idealerweise|vorzugsweise|bestenfalls|wünschenswert|"
    r"gern(?:e)?(?: auch)?|"
    r"idéalement|de préférence|idealmente|preferiblemente|deseable)\b[\s:,–-]{1,3})"
    r"(?:(?:also|you|know|have|bring|some|any|a little|a bit of|a touch of|basic|first|initial|good|etwas|auch|erste|"
    r"ein wenig|un peu de|quelques|algo de|algún)\s){0,3}",
    re.IGNORECASE,
)
_GOOD = r"(?:(?:big|huge|strong|real|definite|great|nice|clear|major|klarer|großer|vrai|gran)\s)?"
TAIL = Quick(
    r"(?=[,\s(:–—-])(?<=[\w)+#])(?:,? (?:too|as well|also)|"
    rf",?\s(?:is|are|would be|will be|can be|considered|seen as|being|als|ist|sind|wären?|est|sont|serait|seraient|"
    rf"es|son|"
    rf"será)\s(?:\w{{2,10}}\s)?(?:(?:an?|ein|un)\s)?{_GOOD}(?:plus|bonus|asset|advantage|pluspunkt|vorteil|atout|"
    r"welcome|helpful|preferred|desirable|desired|useful|beneficial|advantageous|nice|great|good|ideal|required|"
    r"essential|mandatory|needed|necessary|a must|must|erforderlich|wünschenswert|willkommen|schön|toll|super|"
    r"notwendig|"
    r"voraussetzung|hilfreich|gern(?:e)? gesehen|souhaitée?s?|appréciée?s?|requise?s?|exigée?s?|indispensables?|"
    r"bienvenue?s?|deseables?|valorables?|imprescindibles?|requerid[oa]s?|necesari[oa]s?)\b.{0,50}|"
    r",?\s\(?(?:strongly |highly |dringend |zwingend |also |very )?(?:von vorteil|erforderlich|wünschenswert|preferred|"
    r"desirable|desired|required|mandatory|essential|optional|a plus|a bonus|a must|nice to have|un plus|un atout|"
    r"souhaitée?s?|appréciée?s?|requise?s?|exigée?s?|deseable|valorable|imprescindible)"
    r"(?:,? (?:but|aber|mais|pero|though|auch wenn)\b.{0,40})?|"
    r"(?:,|\s[–—-])\s?(?:though|although|even if|but|or (?:the )?(?:willingness|readiness)|which|auch wenn|aber|das|"
    r"die|"
    r"mais|que|pero|aunque)\b.{0,70}|"
    rf"\s?(?:\(|,\s|[–—-]\s|:\s?)(?:at least |min(?:imum|destens|\.)? ?|au moins |al menos |ab |over |"
    rf"more than )?\d{{1,2}}"
    rf"\s?(?:\+|[–-]\s?\d{{1,2}}\s)?\s?(?:or more |oder mehr )?(?:{_YEARS})\b.{{0,40}}|"
    r"\s?(?:\(|[–—-]\s|:\s?)(?:advanced|expert|solid|good|very good|fluent|basic|intermediate|proficient|confident|"
    r"strong|deep|working knowledge|hands-on|you\b|experience|sehr gute?|gute?|sichere?r?|grund|fundierte?|"
    r"fortgeschritten|"
    r"niveau|level|bonnes?|nivel)\b.{0,60})\W{0,2}$",
    re.IGNORECASE,
)
"""What is said of a skill behind it; that alone shows that what stands before is one."""
ALL = Together(BEFORE, HEDGED, TAIL)
BARE = re.compile(r"^\W{0,6}(?P<what>[^:(.;,]{1,40}?)\s?$")
PART = re.compile(r"\s?(?:,|/|;|\b(?:and|or|und|oder|sowie|et|ou|y|o)\b)\s?", re.IGNORECASE)
TRIM = re.compile(
    r"^(?:the|a|an|some|other|various|modern|relevant|common|similar|hands-on|practical|professional|strong|good|solid|"
    r"basic|e\.g\.?|such as|like|preferably|ideally|including|inklusive|einschließlich|wie|using|with|in|of|der|die|"
    r"das|den|dem|mit)\s|[\s,.;:*•–-]+$|\s(?:well|before|too|as well|also|etc\.?)$",
    re.IGNORECASE,
)


def asked_in(row: str) -> Iterator[Span]:
    """Where each thing stands that a row asks for: of a list every entry, without the words around it."""
    for start, end in _frames(row) if len(row) <= LONGEST else ():
        for first, last in _parts(row[start:end]):
            yield start + first, start + last


def _frames(row: str) -> Iterator[Span]:
    """From the first word of what is asked for to its last."""
    lower = lowered(row)
    tail, hedge = ALL.search(TAIL, lower), ALL.search(HEDGED, lower)
    stop = tail.start() if tail else len(lower)
    framed = ALL.search(BEFORE, lower, stop)
    if framed:
        yield _named(framed)
        return
    start = hedge.end() if hedge else 0
    bare = BARE.match(lower[start:stop]) if tail or hedge else None
    if bare:
        yield start + bare.start("what"), start + bare.end("what")


def _named(match: re.Match[str]) -> Span:
    return next(match.span(name) for name, value in match.groupdict().items() if value)


def _parts(piece: str) -> Iterator[Span]:
    start = 0
    for cut in (*PART.finditer(piece), None):
        end = cut.start() if cut else len(piece)
        yield _trimmed(piece, start, end)
        start = cut.end() if cut else end


def _trimmed(piece: str, start: int, end: int) -> Span:
    while start < end and piece[start].isspace():
        start += 1
    while cut := TRIM.search(piece[start:end]):
        start, end = (start + cut.end(), end) if cut.start() == 0 else (start, start + cut.start())
    return start, end
