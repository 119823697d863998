"""The names of degrees in four languages, and the words that say whether one is needed, welcome or only talked about.

Pure data. Called by `read.degree`. To extend: a row in NAMES: level, whether it is only a general word for a degree
(and so yields to a particular one beside it), the letters without which it cannot stand in a text, apart by `|`, in lower
case or, where capitals tell it from a word, with them; and the pattern. Abbreviations that are also words are matched by case.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from jobfinder.read.fact import Degree


class Name(NamedTuple):
    """A way of naming a degree."""

    level: Degree
    general: bool
    stems: tuple[str, ...]
    pattern: re.Pattern[str]


def _name(level: Degree, stems: str, pattern: str, *, general: bool = False) -> Name:
    return Name(level, general, tuple(stems.split("|")), re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE))


_ASKED_OF = (
    r"degree|of (?:science|arts|business|engineering|laws?|education|public|social|fine|philosophy|applied|technology)|"
    r"in|or|and|is|are|preferred|required|level|with|from|strongly|highly|would|desirable"
)
_QUALIFIED = (
    r"university|college|academic|under-?graduate|(?:four|three|4|3)[- ]year|technical|relevant|related|quantitative|"
    r"STEM|formal|honou?rs|accredited|recognised|recognized|completed|first|good|strong|qualifying|tertiary|business|"
    r"engineering|science|sciences|law|nursing|finance|accounting|CS|economics|arts?|marketing|design|education"
)
_FORMED = (
    r"abgeschlossen\w{0,2}|erfolgreich\w{0,2}|kaufmännisch\w{1,2}|technisch\w{1,2}|handwerklich\w{1,2}|"
    r"gewerblich\w{1,2}|medizinisch\w{1,2}|pflegerisch\w{1,2}|pädagogisch\w{1,2}|fachlich\w{1,2}|vergleichbar\w{1,2}|"
    r"einschlägig\w{1,2}|elektrotechnisch\w{1,2}|elektronisch\w{1,2}|fundiert\w{1,2}|gleichwertig\w{1,2}|"
    r"entsprechend\w{1,2}|qualifiziert\w{1,2}|landwirtschaftlich\w{1,2}|gastronomisch\w{1,2}|duale|beruflich\w{1,2}"
)
_CARE = r"aide[- ]soignante?|auxiliaire de puériculture|accompagnant\w{0,2} éducati\w{1,2}"

NAMES: tuple[Name, ...] = (
    # ---------------------------------------------------------------- doctorate
    _name("doctorate", "phd|ph.d|ph. d|dphil", r"ph\.?\s?d['’]?s?|d\.?phil"),
    _name(
        "doctorate",
        "doctor|doktor|promov|promotion",
        r"doctorates?|doctoral(?= (?:degree|level|studies|qualification))|doctor of \w{3,12}|doctor['’]s degree|"
        r"doctorat|doctorado|docteure? en|doktor(?:titel|grad|at|abschluss)|promoviert\w{0,2}|juris doctor(?:ate)?|"
        r"abgeschlossene promotion|promotion(?= (?:in|im) (?:der|den|einem)?)",
    ),
    _name(
        "doctorate", "J.D|JD", r"(?-i:J\.D\.?|JD)(?=\W{0,2}(?:degree|required|from|or|and|preferred|with|\(|\)|/|$))"
    ),
    _name("doctorate", "law degree (j|medical degree", r"law degree \(j\.?d\.?|medical degree"),
    _name("doctorate", "MD|M.D", r"(?-i:M\.D\.|MD)(?=,? (?:degree|required|or|from)\b|/(?:PhD|DO))"),
    _name("doctorate", "PharmD|Pharm.D|DVM|EdD|DNP|PsyD", r"(?-i:PharmD|Pharm\.D\.?|DVM|EdD|DNP|PsyD)"),
    _name("doctorate", "thèse", r"thèse(?= (?:de doctorat|en))"),
    # ---------------------------------------------------------------- master
    _name(
        "master",
        "master",
        rf"master(?:['’´`]s|s['’´`]?)(?=[\s-]{{1,2}}(?:{_ASKED_OF})\b|[/)]|\s?\()|master['’´`]s(?=\s?[.;]|\s?$)|"
        rf"master(?=(?: or|/) ?(?:ph\.?d|doctor|diplom)|[\s-](?:degree|level)|(?: oder|/) ?diplom)|"
        r"master of (?:science|arts|business|engineering|laws?|education|public|social|fine|philosophy|applied)|"
        r"master(?:-?studium|-?abschluss|-?studiengang\w{0,2}|titel)|"
        r"master(?= (?:1|2|en|de|pro|ou|spécialisé|in (?:der|informatik|wirtschaft\w*))\b)|master universitario",
    ),
    _name(
        "master",
        "MBA|MSc|M.Sc|MEng|M.Eng|LL.M|MPH|MSW|MFA|M.Ed|MSN|MPA|M.B.A",
        r"(?-i:MBA|M\.B\.A\.?|MSc|M\.Sc\.?|MEng|M\.Eng\.?|LL\.M\.?|MPH|MSW|MFA|M\.Ed\.?|MSN|MPA)",
    ),
    _name(
        "master",
        "MS |MA |MS/|MA/|M.S|M.A",
        r"(?-i:MS|MA)(?= (?:degree|in [A-Z]|or (?:PhD|Ph\.))|/Ph)|(?-i:M\.S\.|M\.A\.)(?= (?:degree|in|or|required)|/)",
    ),
    _name(
        "master",
        "graduate|advanced degree|higher degree",
        r"(?:graduate|advanced|higher)[- ](?:level )?degree|post-?graduate(?: (?:degree|qualification|diploma|studies|level)|(?= (?:preferred|required|in)))",
    ),
    _name(
        "master",
        "mastère|mastere|máster|master |maestr",
        r"mast[eè]re(?: spécialisé)?|m[aá]ster(?= (?:en|universitario|oficial))|maestr[ií]a",
    ),
    _name("master", "posgrado|postgrado", r"post?grado"),
    _name(
        "master",
        "ingénieur|école de|ecole de|écoles de|grande école|grandes écoles|DSCG|DESS",
        r"(?:diplômée? (?:d['’]une |en )?|diplôme d['’]|école d['’]|ecole d['’]|école |formation d['’]|formation |titre d['’])"
        r"ingénieure?s?|école (?:de|supérieure de) commerce|grandes? écoles?|(?-i:DSCG|DESS)",
    ),
    _name("master", "dipl.|diplom", r"dipl\.-\w{2,6}\.?|(?-i:Diplom)(?=[ -](?:Ingenieur|oder|/|\())|diplomstudium"),
    _name("master", "wissenschaftliches", r"wissenschaftliche\w? hochschul(?:studium|bildung|abschluss)"),
    # ---------------------------------------------------------------- bachelor
    _name(
        "bachelor",
        "bachelor",
        r"bachelor(?:['’´`]?s)?['’´`]?(?! (?:party|parties|pad|thesis))|"
        r"bachelor-?(?:studium|abschluss|studiengang\w{0,2}|grad)",
    ),
    _name(
        "bachelor",
        "BSc|B.Sc|B.S|BEng|B.Eng|BTech|B.Tech|BBA|LLB|LL.B|BCom|B.Com|BSN|BFA|B.E|B.A",
        r"(?-i:BSc|B\.Sc\.?|BEng|B\.Eng\.?|B\.?Tech\.?|BBA|LL\.?B\.?|BCom|B\.Com\.?|BSN|BFA|B\.E\.|B\.S\.|B\.A\.)",
    ),
    _name(
        "bachelor",
        "BS |BA |BS/|BA/|BS,|BA,",
        r"(?-i:B[SA])(?=/(?:[BM][SA]|MBA)| (?:degree|in [A-Z]|in [a-z]{4,}|or (?:MS|MA|equivalent|higher|above)|required|preferred)|"
        r",? (?:MS|MA)\b)",
    ),
    _name(
        "bachelor",
        "university|college|undergrad|degree|diploma",
        rf"(?:{_QUALIFIED})(?:[- ]level)? (?:\w{{3,12}} )?degrees?(?! of\b|s? (?:program|celsius|fahrenheit|apprentice))|"
        r"(?:university|college) (?:education|diploma|qualification)|under-?graduate (?:qualification|education)|"
        r"(?:recent )?(?:university|college) graduate|degree[- ](?:educated|qualified|level)|graduates? with an?",
        general=True,
    ),
    _name(
        "bachelor",
        "degree",
        r"degrees?(?=,? (?:in|or|from|required|preferred|is|and|with|strongly|highly|desirable|desired|would|qualification|"
        r"holder)\b|\s?[(.,;:]|\s?$)",
        general=True,
    ),
    _name(
        "bachelor",
        "studium|studien|hochschul|universit|akadem|fachhochsch",
        r"(?:hochschul|fachhochschul|universitäts|fach|informatik|ingenieur|lehramts|jura|medizin|psychologie)?-?studiums?|"
        r"(?:fach)?hochschul-?(?:abschluss|abschlusses|bildung|ausbildung|diplom)|universitätsabschluss|uni-?abschluss|"
        r"studienabschluss(?:es)?|akademische\w? (?:abschluss|grad|ausbildung|titel|bildung)|"
        r"(?:fh|uni)-?(?:abschluss|studium)|abgeschlossene\w? studiengang",
        general=True,
    ),
    _name("bachelor", "bac+|bac +|bac à|bac/", r"bac\s?\+\s?[34](?!\d)|bac\s?\+\s?[34]\s?/\s?\+?\s?\d"),
    _name("bachelor", "bac+|bac +|bac à|bac/", r"bac\s?(?:\+\s?)?[àa]\s?(?:bac\s?)?\+\s?[34]"),
    _name(
        "bachelor", "licence", r"licences?(?= (?:pro|professionnelle|en|de (?!transport|conduire|logiciel|marque))\b)"
    ),
    _name(
        "bachelor",
        "licence",
        r"(?<=[/,(] )licence|(?<=[/(])licence|(?<=ou )licence|(?<=une )licence|licence(?= ?[/]| ou )",
    ),
    _name("bachelor", "BUT|DCG", r"(?-i:(?<=/)BUT|(?<=, )BUT|(?<=ou )BUT|(?<=un )BUT|BUT(?=/| ou )|DCG)"),
    _name(
        "bachelor",
        "infirmi|ergothérap|kinésithérap",
        r"diplôm\w{1,3} d['’](?:[ée]tat|e)[^.;]{0,20}(?:infirmi|ergoth|kinési)\w{0,12}",
    ),
    _name(
        "bachelor",
        "grado|graduad|licencia|diplomatura|diplomad|titulaci|título|titulo|universitari|carrera",
        r"grado universitario|(?<!de )grado en|estudios de grado|titulaci[oó]n en grado|graduad[oa](?:/[oa]s?)? en|licenciatura|"
        r"licenciad[oa](?:/a)?(?= en)|diplomatura|diplomad[oa](?:/[oa])?(?= en|/)|"
        r"(?:titulaci[oó]n|t[ií]tulo|estudios|formaci[oó]n|carrera|grado|nivel) (?:de )?universitari[oa]s?|"
        r"t[ií]tulo (?:oficial )?(?:de|en) (?:enfermer|medicin|fisioter|odontolog|psicolog|derecho|ingenier|arquitect)\w{0,6}|"
        r"titulaci[oó]n (?:superior )?en|titulaci[oó]n superior|carrera profesional(?= en)",
    ),
    _name(
        "bachelor",
        "ingenier",
        r"(?:formaci[oó]n|titulaci[oó]n|estudios|carrera|grado|licenciatura|t[ií]tulo|requisitos|titulad[oa])[^.;\n]{0,40}ingenier[ií]as?|"
        r"ingenier[ií]a (?:t[eé]cnica|superior|en|de|civil|industrial|mec[aá]nica|inform[aá]tica|qu[ií]mica|el[eé]ctrica)\b"
        r"[^.;\n]{0,120}?\b(?:o|u|y/o)\s(?:carrera |formaci[oó]n |titulaci[oó]n )?(?:t[eé]cnica )?(?:similar|af[ií]n|equivalente|a ?fin)\w{0,2}",
    ),
    _name("bachelor", "arquitectura", r"(?:formaci[oó]n|titulaci[oó]n|estudios)[^.;\n]{0,20}arquitectura"),
    # ---------------------------------------------------------------- associate
    _name(
        "associate",
        "associate",
        r"associate(?:['’´`]?s)?['’´`]? (?:degree|of (?:arts|science|applied)|in nursing)|"
        r"associate['’]s(?= (?:or|in|preferred|required))",
    ),
    _name(
        "associate",
        "two-year|2-year|two year|2 year|college diploma|secondary|HND|HNC|foundation degree|diploma in",
        r"(?:two|2)[- ]year (?:college )?degree|college diploma|post-?\s?secondary (?:degree|diploma|education|qualification|studies)|"
        r"(?-i:HND|HNC)|foundation degree|(?<!graduate )(?<!advanced )diploma in",
    ),
    _name(
        "associate",
        "bac+|bac +|bac à|bac/",
        r"bac\s?\+\s?2(?:\s?[/àa]\s?\+?\s?\d)?|bac\s?(?:\+\s?)?[àa]\s?(?:bac\s?)?\+\s?2",
    ),
    _name("associate", "BTS|DUT|DEUG|DEUST", r"(?-i:BTSA?|DUT|DEUG|DEUST)"),
    _name(
        "associate",
        "superior|CFGS|FP|TSU",
        r"(?:fp|ciclo|ciclos|formaci[oó]n profesional|formativos?|cf)?\s?(?:de )?grado superior|ciclo(?: formativo)? superior|"
        r"t[eé]cnic[oa](?:/a)? superior|(?-i:CFGS|TSU)|fp\s?(?:2|ii)(?!\w)|formaci[oó]n profesional superior",
    ),
    # ---------------------------------------------------------------- vocational training
    _name(
        "vocational",
        "ausbildung|lehre",
        rf"(?:{_FORMED})[ ,/](?:\w{{2,20}}[ ,/-]{{1,2}}){{0,4}}?(?:berufs|fach|schul)?ausbildung|(?:berufs|fach)ausbildung|"
        r"ausbildung(?= (?:als|zum|zur|oder|bzw|und/oder|im bereich|in (?:der|einem|diesem)|von vorteil|erforderlich|"
        r"vorhanden|abgeschlossen)\b|/(?:studium|lehre))|abgeschlossene lehre|studium[^.;]{0,60} oder (?:\w{2,20} ){0,3}ausbildung",
    ),
    _name(
        "vocational",
        "meister|techniker|fachwirt|gesellenbrief|facharbeiter|examin",
        r"meister(?:brief|titel|prüfung|abschluss)|(?:industrie|handwerks|kfz-?|elektro|küchen|kfz )-?meister(?:in)?|"
        r"(?-i:Meister)(?=(?:[/*:]?in)?(?:/|,| oder| bzw| \(|$))|(?:geprüfter |zum |als |oder |/)techniker(?:in)?|"
        r"fachwirt(?:in)?|gesellenbrief|facharbeiter(?:brief|abschluss)?|examinierte\w? (?:alten|kranken|gesundheits|pflege)\w{2,30}",
    ),
    _name(
        "vocational",
        "CAP|BEP|brevet|BPJEPS|BP ",
        r"(?-i:CAP|BEP|BPJEPS|BP JEPS)|(?-i:BP)(?= [A-Z])|brevet professionnel",
    ),
    _name("vocational", "CQP|titre pro", r"(?-i:CQP)|titre professionnel"),
    _name("vocational", "soignant|puéricult|éducati", rf"diplôm\w{{1,3}} d['’][ée]tat[^.;]{{0,12}}(?:{_CARE})"),
    _name("vocational", "grado medio|CFGM", r"grado medio|(?-i:CFGM)"),
    _name(
        "vocational",
        "FP|formación profesional|formacion profesional|ciclo formativo|ciclos formativos",
        r"(?-i:FP)(?!&)|formaci[oó]n profesional|ciclos? formativos?",
        general=True,
    ),
    _name(
        "vocational",
        "vocational|trade school|technical school|technical college|journeyman|NVQ|apprenticeship",
        r"(?:vocational|trade)[- ](?:school|training|education|diploma|certificate|qualification|degree)|"
        r"technical (?:school|college)|journeyman(?:['’]s)?(?= (?:license|card|certificate|level|electrician|plumber))|"
        r"(?-i:NVQ)|completed (?:an? )?(?:\w{2,15} )?apprenticeship",
    ),
    # ---------------------------------------------------------------- school
    _name(
        "school",
        "high school|high-school|h.s. d|hs d",
        r"high[- ]school(?:['’]s)?(?: level)? (?:diploma|degree|graduate|graduation|education|equivalen\w{1,4}|certificate|"
        r"qualification|or (?:ged|equivalent|higher))|high[- ]school ?/ ?ged|h\.?s\.? diploma|"
        r"(?:completed|finished|completion of|minimum|education:) high[- ]school",
    ),
    _name("school", "GED|G.E.D|g.e.d", r"(?-i:GED)|g\.e\.d\."),
    _name(
        "school",
        "secondary|a-level|a level|GCSE|leaving cert|matric|grade 12",
        r"(?<!post-)(?<!post )secondary (?:school )?(?:education|diploma|certificate|qualification)|(?-i:A[- ][Ll]evels?)|"
        r"(?-i:GCSEs?)|leaving certificate|matric(?:ulation)?|grade 12",
    ),
    _name(
        "school",
        "abitur|reife|schulabschluss|matura",
        r"(?:fach)?abitur|(?:allgemeine |fach)?hochschulreife|fachhochschulreife|mittlere reife|"
        r"(?:real|haupt|mittel)?schulabschluss|(?-i:Matura)",
    ),
    _name(
        "school",
        "bac+|bac +|un bac|du bac|niveau bac|bac pro|bac techno|bac gén|bac à|bac ou|bac/|bac,|baccalaur|bac minimum|bac min",
        r"bac(?=\s?(?:à|a|ou|/|,)\s?bac|\s?(?:pro|professionnel|techno|technologique|général|minimum|st2s|stmg|sti2d)\b)|"
        r"niveau bac(?!\s?\+|\s?[\dà])|(?:titulaire|obtention) (?:d['’]un|du) bac(?!\s?\+)|baccalauréat",
    ),
    _name(
        "school",
        "bachiller|ESO|escolar|secundari|preparatoria|educación media|educacion media|enseñanza media",
        r"bachiller(?:ato)?|(?-i:ESO)|graduado escolar|(?:educaci[oó]n|estudios) secundari[oa]s?|secundari[oa] complet[oa]|"
        r"secundario completo|preparatoria|(?:educaci[oó]n|ense[nñ]anza) media",
    ),
)

# ---------------------------------------------------------------- how it is asked for

_AHEAD = (
    r"preferably|ideally|idealerweise|optimalerweise|vorzugsweise|bestenfalls|im idealfall|idéalement|de préférence|"
    r"idealmente|preferentemente|preferiblemente"
)
_BEFORE = (
    r"preferred|desired|desirable|bonus|nice[- ]to[- ]have|wünschenswert|von vorteil|deseable|valorable|se valorar?á?n?|"
    r"gustaría|a plus|appréciée?s?|souhaitée?s?"
)
_AFTER = (
    r"preferred|preferable|desirable|desired|(?:(?:is|are|be|as) )?an? (?:\w{2,10} )?(?:plus|bonus|advantage|asset)|"
    r"advantageous|beneficial|highly regarded|welcome|recommended|optional|favou?rable|helpful|nice[- ]to[- ]have|"
    r"not (?:a must|a requirement)|von vorteil|vorteilhaft|(?:klarer|großer|ein) vorteil|wünschenswert|bevorzugt|kein muss|"
    r"gern(?:e)? gesehen|erleichtert|wäre (?:schön|toll|super|ideal)|keine (?:bedingung|voraussetzung)|un plus|un atout|"
    r"souhaitée?s?|souhaitable|appréciée?s?|conseillée?s?|serait|privilégiée?s?|valoriséee?s?|deseable|valorable|"
    r"se valorar?á?n?|preferible|preferente|será? un plus|valorará"
)
WELCOME = re.compile(rf"(?<!\w)(?:{_AHEAD}|{_AFTER})(?!\w)", re.IGNORECASE)
WELCOME_BEFORE = re.compile(rf"(?<!\w)(?:{_AHEAD}|{_BEFORE})(?!\w)", re.IGNORECASE)
WELCOME_AFTER = re.compile(rf"(?<!\w)(?:{_AFTER}|(?:{_AHEAD})(?=\s?[).;]|\s?$))(?!\w)", re.IGNORECASE)
"""What stands behind a degree; "ideally" there speaks of its field ("a degree, ideally in law")."""
AHEAD = re.compile(
    r"(?<!\w)(?:preferably|ideally|idealerweise|optimalerweise|vorzugsweise|idéalement|de préférence|idealmente|"
    r"preferentemente|minimum|at least|mindestens|must|au moins|al menos|mínimo)(?!\w)",
    re.IGNORECASE,
)
"""Markers that stand before what they speak of; the others stand behind it."""
STRONG = re.compile(
    r"(?<!\w)(?:required|requires|must|mandatory|minimum|essential|necessary|at least|erforderlich|voraussetzung|zwingend|"
    r"mindestens|notwendig|exigée?|requise?|obligatoire|impérati\w{1,4}|indispensables?|imprescindibles?|obligatori[oa]s?|"
    r"se (?:precisa|requiere|exige|necesita)|requerid[oa]s?|m[ií]nim[oa]s?)(?!\w)",
    re.IGNORECASE,
)
REPLACED = re.compile(
    r"\b(?:and/)?or,? (?:(?:an?|the|its|their|foreign|relevant|related|comparable|similar|equivalent|commensurate|extensive|"
    r"significant|proven|demonstrated|demonstrable|professional|practical|hands[- ]on|work|working|industry|prior|sufficient|"
    r"technical|military|real[- ]world|equal|applicable|on[- ]the[- ]job|lived|direct|substantial|strong|field|job|life|"
    r"in|by|through|of|amount|level|suitable|appropriate|other|any|combined|specialized|specialised|career|previous)[\s,/-]{1,2})"
    r"{0,6}(?:experience|background|training|combination|qualifications?|knowledge|skills|track record|expertise)\b|"
    r"equivalent (?:\w{2,14}[\s/-]){0,3}(?:experience|background|work|combination|training)\b|"
    r"\b(?:and/)?or (?:at least |a minimum of |minimum |over )?(?:\d{1,2}|two|three|four|five|six|ten)\+? ?(?:\w{1,9} )?(?:years|yrs)|"
    r"\b(?:in lieu of|substitut\w{1,4} for|compensate for|can (?:be )?substitut|instead of a)|combination of (?:education|training)|"
    r"\boder [^.;]{0,40}(?:erfahrung|praxis|quereinstei\w{1,6})|\bbzw\.? [^.;]{0,30}erfahrung|\balternativ\b|"
    r"\b(?:et/)?ou (?:vous )?(?:[^\W\d_]{1,14}[ '’]){0,5}(?:expérience|vécu)|\bou, [^.;]{0,160}(?:expérience|vécu)|\bà défaut|"
    r"autodidacte|\b(?:[oóu]|y/o),? (?:[^\W\d_]{2,14} ){0,4}experiencia|\bo en su defecto|"
    r"\bor comparable(?! (?:\w{3,12} )?(?:field|degree|discipline|subject|area|stud))",
    re.IGNORECASE,
)
"""Experience, or something else that is no degree, will do as well."""
LIKE = re.compile(
    r"\bou (?:\w{3,12} )?[ée]quivalente?s?\b|\b[oóu] (?:(?:formaci[oó]n|titulaci[oó]n|carrera|estudios?|t[eé]cnic[oa]|disciplina|"
    r"[aá]rea|nivel)s? ){0,2}(?:similar|equivalente|af[ií]n|a ?fin)(?:es)?\b",
    re.IGNORECASE,
)
"""French and Spanish postings say so of whatever will do, not only of another degree."""
INSTEAD_BEFORE = re.compile(
    r"(?:experience|erfahrung|expérience|experiencia|background)\w{0,2}(?: \([^)]{0,30}\))?,? (?:and/|y/|et/)?(?:or|oder|ou|o|u)\b"
    r"[^.;:,]{0,30}$|(?:experience|expérience|experiencia)\b[^.;:]{0,60}(?:and/or|et/ou|y/o) (?:[^\W\d_]{1,12} ){0,3}$|"
    r"(?<!\w)alternative(?:ly)?,? [^.;:]{0,20}$",
    re.IGNORECASE,
)
INSTEAD = re.compile(
    r"in lieu of|compensate for|substitut\w{1,4} for|equivalent (?:\w{2,14} ){0,3}experience|"
    r"quereinsteiger|à défaut|en lugar de",
    re.IGNORECASE,
)
"""Said of the degree in the next sentence."""
SOFT_HEADING = re.compile(
    r"nice[- ]to[- ]have|bonus|preferred|plus(?:es)?\b|desir(?:able|ed)|optional|extra credit|brownie|von vorteil|"
    r"wünschenswert|idealerweise|un plus|souhait|deseable|valorable|se valora|extra points|good to have|we hope|"
    r"anticipate|would love|ideal candidate|gustaría|stand out",
    re.IGNORECASE,
)
FIRM_HEADING = re.compile(
    r"require|minimum|must|qualifi|essential|profil|anforderung|requisit|imprescindible|indispensable|skills|bring|"
    r"education|about you|responsib|benefit|offer|tasks|aufgaben|mission|perks|who you are|looking for",
    re.IGNORECASE,
)
BOTH_HEADING = re.compile(r"(?:and|&|/|\bor) (?:preferred|desired|nice)|required? (?:and|&|/)", re.IGNORECASE)

# ---------------------------------------------------------------- not asked for

DENIED_BEFORE = re.compile(
    r"(?<!\w)(?:no|not|without|don['’]t (?:need|require|have)|doesn['’]t|isn['’]t|regardless of|irrespective of|nor|rather than|"
    r"instead of|in lieu of|keine?[mnrs]?|ohne|unabhängig von|weder|pas (?:besoin )?d(?:e|['’])|sans|aucune?|quel que soit|"
    r"sin|no se (?:requiere|exige|necesita)|no es necesari[oa]|no hace falta)(?!\w)(?! less| only| just)[^.;:,]{0,32}$",
    re.IGNORECASE,
)
DENIED_AFTER = re.compile(
    r"^[^.;]{0,45}?(?:\bnot (?:be |strictly |necessarily |a |absolutely ){0,2}(?:required|necessary|needed|mandatory|essential)|"
    r"n['’]t (?:required|necessary|needed|mandatory)|\bunnecessary|"
    r"nicht (?:zwingend |unbedingt ){0,2}(?:erforderlich|notwendig|nötig|voraussetzung)|"
    r"(?:pas|non) (?:obligatoire|nécessaire|requise?|exigée?|indispensable)|"
    r"no (?:es |será |son )?(?:necesari|obligatori|requerid|imprescindible|exigid))",
    re.IGNORECASE,
)
MEASURED = re.compile(
    r"(?:\b(?:high|higher|highest|great|greater|large|some|certain|any|varying|considerable|significant|fullest|greatest|"
    r"lesser|what|that|this|same|strong|post|nth|third|second)|\d|°)[\s-]{0,2}$",
    re.IGNORECASE,
)
MEASURE = re.compile(
    r"^s? (?:of\b|celsius|fahrenheit|program|apprentice|c\b|f\b)|^s?(?:-based| freedom| view)", re.IGNORECASE
)
OFFERED = re.compile(
    r"tuition|reimburs|scholarship|stipend|(?:we|will|fully) (?:offer|pay|support|cover|fund|sponsor)\w{0,3} |"
    r"earn (?:your|an?) |study (?:assistance|support|leave)|toward(?:s)? (?:an?|your|their) |"
    r"opportunity to (?:earn|obtain|complete|study)|free (?:college|degree)|education(?:al)? (?:benefit|assistance)|"
    r"student loan|duale[ns]? studium|berufsbegleitend|(?:möglichkeit|chance|förder\w{2,5})[^.;]{0,40}(?:weiterbild|studium)|"
    r"weiterbilden|neben (?:dem|deinem|ihrem) |während (?:des|deines|der|deiner) |"
    r"wir (?:bieten|fördern|unterstützen|übernehmen)|nach (?:der|dem|deine[mr]|ihre[mr]|erfolgreiche[mr]) |"
    r"à la clé|vous obt(?:iendr|en)ez|préparer |diplôme (?:préparé|visé|reconnu)|parcours possibles|possibilité de suivre|certification rncp|"
    r"ofrecemos|posibilidad de (?:cursar|obtener)|obtendrás",
    re.IGNORECASE,
)
"""A degree that the work leads to, or that is paid for."""
ASKED = re.compile(
    r"\b(?:candidates?|applicants?|must|required|minimum|requirements?|voraussetzung|erforderlich|titulaire|requis|"
    r"requisitos?|buscamos|imprescindible)\b",
    re.IGNORECASE,
)
"""What speaks of those who apply all the same."""
OTHERS = re.compile(
    r"\b(?:our (?:\w{2,15} ){0,2}(?:team|founder|staff|people|employees|colleagues|engineers|scientists|instructors|faculty)\w{0,2}|"
    r"founded by|led by|work(?:ing)? (?:with|alongside)|alongside|team of|enroll\w{0,3}|recruit\w{0,3}|students? pursuing|"
    r"(?:support|help|teach|advise|coach|tutor)\w{0,3} (?:\w{2,12} ){0,2}students|unser(?:e|em|en)? (?:team|kollegen|gründer)|"
    r"notre équipe|nuestro equipo|alumn[oa]s (?:de|en)|profesor(?:a|es)? (?:de|en)|docente|impartir|clases (?:de|a))\b"
    r"(?:(?!\byou\b)[^.;:]){0,45}$",
    re.IGNORECASE,
)
"""People who have, seek or teach one, and are not those who apply."""
ELSE = re.compile(
    r"(?<!or )(?:certif|experience|licen[cs]e|\b(?:CPA|CFA|PMP|SHRM|CIPD|ACCA)\b|knowledge|skills|fluen|familiar|proficien|"
    r"erfahrung|kenntnis|führerschein|expérience|connaissance|maîtrise|experiencia|conocimiento|ingl[eé]s|carn[eé]\b|"
    r"\d\+? ?(?:[-–] ?\d\d? ?)?\+?(?:years|yrs|ans|años|jahre)|(?:preferably|ideally) (?:\d|with\b))|\s[–•-]\s",
    re.IGNORECASE,
)
"""Where something else than the degree begins."""
ADVERBS = re.compile(
    r"(?:strongly|highly|very|also|is|are|would|be|an?|much|sehr|klar|fortement|muy|\W){0,4}", re.IGNORECASE
)
