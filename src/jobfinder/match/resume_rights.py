"""Where the seeker may work, as the résumé states it: citizenships, the right to work, the need of a sponsor.

Pure. Called by `match.resume`. Only what is said counts: no citizenship is guessed from a language, a place or a name.
`match.rights` has what follows in law. To extend: a people in PEOPLES, a kind of permit in PERMITS.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jobfinder.match.person import Evidence
from jobfinder.match.resume_lines import Line, Section, noted
from jobfinder.model import Record
from jobfinder.read import gazetteer
from jobfinder.read.country_groups import EU

SPOKEN_OF: frozenset[Section] = frozenset({"head", "summary", "rights", "personal", "languages", "skills"})
PEOPLES = {
    "AR": "argentin(?:e|ian|isch|o|a)",
    "AT": "austrian|österreichisch|österreicher(?:in)?|autrichienne?|austríac[oa]",
    "AU": "australian|australisch|australienne?|australian[oa]",
    "BD": "bangladeshi",
    "BE": "belgian|belgisch|belge|belga",
    "BG": "bulgarian|bulgarisch|bulgare|búlgar[oa]",
    "BR": "brazilian|brasilianisch|brésilienne?|brasileñ[oa]|brasileir[oa]",
    "CA": "canadian|kanadisch|canadienne?|canadiense",
    "CH": "swiss|schweizer(?:in|isch)?|suisse|suiz[oa]",
    "CL": "chilean|chilenisch|chilenne?|chilen[oa]",
    "CN": "chinese|chinesisch|chinoise?|chin[oa]",
    "CO": "colombian|kolumbianisch|colombienne?|colombian[oa]",
    "CZ": "czech|tschechisch|tchèque|chec[oa]",
    "DE": "german|deutsche?r?|allemande?|alem[aá]na?",
    "DK": "danish|dänisch|danoise?|dan[eé]sa?",
    "EE": "estonian|estnisch|estonienne?",
    "EG": "egyptian|ägyptisch|égyptienne?|egipci[oa]",
    "ES": "spanish|spanisch|espagnole?|español[a]?",
    "EU": r"eu|e\.u\.|european union|eu-?bürger(?:in)?|unionsbürger(?:in)?|européenne?|ue",
    "FI": "finnish|finnisch|finlandaise?",
    "FR": "french|französisch|française?|franc[eé]sa?",
    "GB": "british|uk|britisch|britannique|británic[oa]",
    "GR": "greek|griechisch|grecque|grieg[oa]",
    "HR": "croatian|kroatisch|croate|croata",
    "HU": "hungarian|ungarisch|hongroise?|húngar[oa]",
    "ID": "indonesian|indonesisch",
    "IE": "irish|irisch|irlandaise?|irland[eé]sa?",
    "IL": "israeli|israelisch|israélienne?",
    "IN": "indian|indisch|indienne?|indi[oa]",
    "IR": "iranian|iranisch|iranienne?",
    "IT": "italian|italienisch|italienne?|italian[oa]",
    "JP": "japanese|japanisch|japonaise?|japon[eé]sa?",
    "KE": "kenyan",
    "KR": "south korean|korean|koreanisch",
    "LT": "lithuanian|litauisch",
    "LV": "latvian|lettisch",
    "MA": "moroccan|marokkanisch|marocaine?|marroquí",
    "MX": "mexican|mexikanisch|mexicaine?|mexican[oa]",
    "NG": "nigerian|nigerianisch",
    "NL": "dutch|niederländisch|néerlandaise?|neerland[eé]sa?",
    "NO": "norwegian|norwegisch|norvégienne?|norueg[oa]",
    "NZ": "new zealand|neuseeländisch",
    "PE": "peruvian|peruanisch|péruvienne?|peruan[oa]",
    "PH": "filipino|philippine|philippinisch",
    "PK": "pakistani|pakistanisch",
    "PL": "polish|polnisch|polonaise?|polac[oa]",
    "PT": "portuguese|portugiesisch|portugaise?|portugu[eé]sa?",
    "RO": "romanian|rumänisch|roumaine?|ruman[oa]",
    "RS": "serbian|serbisch|serbe|serbi[oa]",
    "RU": "russian|russisch|russe|rus[oa]",
    "SE": "swedish|schwedisch|suédoise?|suec[oa]",
    "SG": "singaporean",
    "SI": "slovenian|slowenisch|slovène",
    "SK": "slovak|slowakisch|slovaque",
    "TN": "tunisian|tunesisch|tunisienne?",
    "TR": "turkish|türkisch|turque|turc[oa]?",
    "UA": "ukrainian|ukrainisch|ukrainienne?|ucranian[oa]",
    "US": r"american|us|u\.s\.(?:a\.)?|usa|amerikanisch|américaine?|estadounidense",
    "VN": "vietnamese|vietnamesisch|vietnamienne?",
    "ZA": "south african|südafrikanisch",
}
PEOPLE = re.compile(
    rf"(?<![\w.])(?=\w)(?:{'|'.join(f'(?P<{code}>{words})' for code, words in PEOPLES.items())})(?!\w)", re.IGNORECASE
)
LABEL = re.compile(
    r"(?<![\w])(?:citizenships?|nationalit(?:y|ies)|staatsangehörigkeit(?:en)?|staatsbürgerschaft(?:en)?|nationalität|"
    r"nationalité|citoyenneté|nacionalidad|ciudadanía)\b(?!\s(?:of|in|data|services?))\s?(?::|-|–|\||\t|\s)\s?"
    r"(?P<of>[^|·•;\n]{2,60})",
    re.IGNORECASE,
)
CITIZEN = re.compile(
    r"(?<![\w])(?:citizen(?:ship)?|passport(?: holder)?|national|staatsbürger(?:in)?|staatsangehörige[r]?|"
    r"reisepass|citoyen(?:ne)?|ciudadan[oa]|pasaporte|passeport)(?![\w])(?!\s(?:services?|portal|science|data|team|"
    r"development|bank|lab|guard|level|award|insurance))(?:\s(?:of|de|der)\s(?:the\s)?(?P<of>[^\W\d][\w .,&/]{2,50}))?",
    re.IGNORECASE,
)
UNION_CITIZEN = re.compile(r"(?<![\w])(?:eu-?bürger(?:in)?|unionsbürger(?:in)?)(?![\w])", re.IGNORECASE)
PERMITS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (code, re.compile(rf"(?<![\w])(?:{words})(?![\w])", re.IGNORECASE))
    for code, words in (
        ("US", r"green card(?: holder)?|(?:us|u\.s\.) permanent residen(?:t|cy)|lawful permanent resident"),
        (
            "GB",
            r"indefinite leave to remain|(?:uk )?(?<!pre-)settled status|pre-settled status|(?:uk|british) right to "
            r"work",
        ),
        ("DE", r"niederlassungserlaubnis"),
        ("CH", r"niederlassungsbewilligung(?: c)?"),
        ("EU", r"daueraufenthalt-eu|eu long[- ]term resident"),
    )
)
MAY_WORK = re.compile(
    r"(?:authori[sz](?:ed|ation)|eligible|eligibility|permitted|permit|allowed|entitled|legally able|right|visa)"
    r" (?:to work|to live and work|for work|for)(?: and live)?(?: (?:legally|permanently|anywhere|full[- ]time))?\s?"
    r"(?:in|within|for|:)?\s?(?:all of |the |any )?(?P<of>[^\W\d][\w .,/&-]{1,50})|"
    r"(?:work (?:authori[sz]ation|permit|visa|eligibility|status|rights?)|right to work|permanent residen(?:t|ce|cy)|"
    r"blue card|arbeitserlaubnis|aufenthaltserlaubnis|aufenthaltstitel|permis de travail|autorisation de travail|"
    r"permiso de trabajo|residencia permanente|titre de séjour)"
    r"\s?(?::|\(|-|–|for|in|of|für|en|pour|au|para|in der)\s?(?:the |die )?(?P<of2>[^\W\d][\w .,/&-]{1,50})",
    re.IGNORECASE,
)
BEFORE_PERMIT = re.compile(
    r"(?P<of>[^\W\d][\w.]{1,20})\s(?:work permit|permanent resident|work authori[sz]ation|right to work)"
    r"(?![\w])",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:not|no|without|never|expired|pending|applied for|applying|apply|requested|requesting|application|hoping|"
    r"require|requires|need|needs|keine?|ohne|"
    r"abgelaufen|"
    r"beantragt|sans|pas|sin)\b",
    re.IGNORECASE,
)
SPONSOR = re.compile(
    r"(?:visa |work |employer |h-?1b )?sponsorship|\bvisa sponsor|visumssponsoring|visa-?sponsoring|parrainage de visa|"
    r"patrocinio de visado",
    re.IGNORECASE,
)
NO_SPONSOR = re.compile(
    r"\b(?:no|not|without|never|n['’]t|none|neither|kein\w{0,2}|ohne|nicht|sans|pas|aucune?|sin|no se)\b|n['’]t\b|"
    r"sponsorship(?: needed| required)?\s?[:?–-]\s?(?:no|none|not)\b",
    re.IGNORECASE,
)
WANTS_SPONSOR = re.compile(
    r"\b(?:requir\w{0,4}|needs?|needed|seeking|looking for|benötig\w{1,3}|erforderlich|notwendig|nécessaire|nécessite|"
    r"besoin|necesit\w{1,3}|requier\w{1,2})\b|sponsorship\s?[:?–-]\s?yes\b",
    re.IGNORECASE,
)
UNSPONSORED = re.compile(r"\b(?:without|with no|no|ohne|sans|sin)\b[^.;,]{0,30}?sponsor\w{0,5}", re.IGNORECASE)
"""Takes nothing from a right to work, but adds to it."""
PHRASE = re.compile(r"(?:(?<![A-Z])\.|[;:|·•()])\s")
CLAUSE = re.compile(r"[.;|·•](?:\s|$)|\s[–—]\s|,\s(?=no\b|not\b|need|requir|without|kein)|\s(?:but|and will|and do)\s")
PLACE_ENDS = re.compile(
    r"\s(?:with|without|until|valid|bis|since|as|by|via|through|no|not|on|under)\b.*$|\.\s.*$", re.IGNORECASE
)
SPLIT = re.compile(r"\s?(?:,|/|&|;|\||\band\b|\bund\b|\bet\b|\by\b|\bor\b|\boder\b)\s?", re.IGNORECASE)


class Rights(Record, frozen=True):
    """Countries by their codes, "EU" for all of it."""

    citizenships: tuple[str, ...] = ()
    authorised: tuple[str, ...] = ()
    needs_sponsorship: bool | None = None


def rights(lines: Iterable[Line], evidence: list[Evidence]) -> Rights:
    """What the résumé states. Citizens may work in their country, those of the EU in all of it."""
    spoken = [line for line in lines if line.section in SPOKEN_OF]
    citizens = _first((code, line) for line in spoken for code in _citizenships(line.text))
    permitted = _first((code, line) for line in spoken for code in _permitted(line.text))
    allowed = _first((*(("EU" if code in EU else code, line) for code, line in citizens.items()), *permitted.items()))
    evidence += (noted("citizenships", code, line) for code, line in citizens.items())
    evidence += (noted("authorised", code, line) for code, line in allowed.items())
    return Rights(
        citizenships=tuple(citizens), authorised=tuple(allowed), needs_sponsorship=_sponsorship(spoken, evidence)
    )


def country(text: str) -> str | None:
    """The code of a country named, or written as a code in capitals; "EU" for the European Union."""
    name = text.strip(" .()").removeprefix("the ").removeprefix("der ").strip()
    if gazetteer.plain(name) in ("eu", "european union", "europaische union", "union europeenne", "union europea"):
        return "EU"
    code = gazetteer.country_of_code(name) if name.isupper() and len(name) == 2 else None
    return code or gazetteer.country(name)


def _first(found: Iterable[tuple[str, Line]]) -> dict[str, Line]:
    first: dict[str, Line] = {}
    for code, line in found:
        first.setdefault(code, line)
    return first


def _citizenships(text: str) -> Iterator[str]:
    for label in LABEL.finditer(text):
        yield from _peoples(label["of"])
    for word in CITIZEN.finditer(text):
        before = text[max(0, word.start() - 40) : word.start()]
        if word["of"]:
            yield from _countries(word["of"])
        elif not DENIED.search(before):
            yield from _adjacent(before)
    if UNION_CITIZEN.search(text):
        yield "EU"


def _peoples(text: str) -> Iterator[str]:
    """The countries of a list of peoples or of countries: "German / US"; its first entry must be one."""
    for part in SPLIT.split(text):
        match = PEOPLE.match(part.strip(" ()"))
        code = match.lastgroup if match else country(part)
        if code is None:
            return
        yield code


def _adjacent(before: str) -> list[str]:
    """The peoples that stand right before the word "citizen": "US and Canadian "."""
    parts = [part.strip(" -") for part in SPLIT.split(PHRASE.split(before)[-1])]
    found: list[str] = []
    for part in filter(None, reversed(parts)):
        ending = [people for people in PEOPLE.finditer(part) if people.end() >= len(part.rstrip("."))]
        if not ending:
            break
        found.insert(0, str(ending[-1].lastgroup))
    return found


def _permitted(text: str) -> Iterator[str]:
    for clause in CLAUSE.split(UNSPONSORED.sub(" ", text)):
        if not clause or DENIED.search(clause):
            continue
        for match in MAY_WORK.finditer(clause):
            yield from _countries(match["of"] or match["of2"])
        for match in BEFORE_PERMIT.finditer(clause):
            yield from filter(None, [country(match["of"])])
        yield from (code for code, words in PERMITS if words.search(clause))


def _countries(text: str) -> Iterator[str]:
    """The countries of a list, as far as it is one."""
    for part in SPLIT.split(PLACE_ENDS.sub("", text)):
        code = country(part.removeprefix("in ").removeprefix("der "))
        if code is None:
            return
        yield code


def _sponsorship(lines: Iterable[Line], evidence: list[Evidence]) -> bool | None:
    for line in lines:
        if not SPONSOR.search(line.text):
            continue
        needs = _needs(next(clause for clause in _clauses(line.text) if SPONSOR.search(clause)))
        if needs is not None:
            evidence.append(noted("needs_sponsorship", "yes" if needs else "no", line))
            return needs
    return None


def _clauses(text: str) -> list[str]:
    """The clauses of a line, and the whole line last."""
    return [*(clause for clause in CLAUSE.split(text) if clause), text]


def _needs(clause: str) -> bool | None:
    if NO_SPONSOR.search(clause):
        return False
    return True if WANTS_SPONSOR.search(clause) else None
