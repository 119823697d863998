"""The names of degrees in English, German, French and Spanish.

Pure data. Called by `read.degree`. To extend: a row in NAMES: level; the letters without which it cannot stand in a
text, apart by `|`, in lower case or, where capitals tell it from a word, with them; the pattern; and whether it is only
a general word for a degree, which yields to a particular one beside it. Abbreviations that are also words are matched
by case.
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
    return Name(level, general, tuple(stems.split("|")), re.compile(rf"(?<![\w#@])(?:{pattern})(?!\w)", re.IGNORECASE))


_ASKED_OF = (
    r"degree|of (?:science|arts|business|engineering|laws?|education|public|social|fine|philosophy|applied|technology)|"
    r"in|or|and|is|are|preferred|required|level|with|from|strongly|highly|would|desirable"
)
_QUALIFIED = (
    r"university|college|academic|under-?graduate|(?:four|three|4|3)[- ]year|technical|relevant|related|quantitative|"
    r"STEM|formal|honou?rs|accredited|recognised|recognized|completed|first|good|strong|qualifying|tertiary|"
    r"professional|business|"
    r"engineering|science|sciences|law|nursing|finance|accounting|CS|economics|arts?|marketing|design|education"
)
_FORMED = (
    r"abgeschlossen\w{0,2}|erfolgreich\w{0,2}|kaufmännisch\w{1,2}|technisch\w{1,2}|handwerklich\w{1,2}|"
    r"gewerblich\w{1,2}|medizinisch\w{1,2}|pflegerisch\w{1,2}|pädagogisch\w{1,2}|fachlich\w{1,2}|vergleichbar\w{1,2}|"
    r"einschlägig\w{1,2}|elektrotechnisch\w{1,2}|elektronisch\w{1,2}|fundiert\w{1,2}|gleichwertig\w{1,2}|"
    r"entsprechend\w{1,2}|qualifiziert\w{1,2}|landwirtschaftlich\w{1,2}|gastronomisch\w{1,2}|duale|beruflich\w{1,2}"
)
_UNTAUGHT = r"(?<!teach )(?<!teaching )(?<!taught )(?<!tutor )(?<!tutoring )(?<!know )"
_TAUGHT = r" ?(?:\w{4,12} )?(?:students|pupils|learners|class|teach|curricul|syllabus|lessons|groups|courses)"
"""A school's examination that is taught is not asked for; named alone, in the singular, it may be either."""
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
    _name(
        "doctorate",
        "MD|M.D",
        r"(?-i:M\.D\.|MD)(?:,? or (?-i:DO|D\.O\.)(?: degree)?)?(?=,? (?:degree|required|or|from)\b|/(?:PhD|DO))",
    ),
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
        "MBA|MSc|M.Sc|MEng|M.Eng|LL.M|MPH|MSW|M.Ed|MSN|MPA|M.B.A",
        r"(?-i:MBA|M\.B\.A\.?|MSc|M\.Sc\.?|MEng|M\.Eng\.?|LL\.M\.?|MPH|MSW|M\.Ed\.?|MSN|MPA)",
    ),
    _name(
        "master",
        "MS |MA |MS/|MA/|M.S|M.A",
        r"(?-i:MS|MA)(?= (?:degree|in [A-Z]|or (?:PhD|Ph\.))|/Ph)|(?-i:M\.S\.|M\.A\.)(?= (?:degree|in|or|required)|/)",
    ),
    _name(
        "master",
        "graduate|advanced degree|higher degree",
        r"(?:graduate|advanced|higher)[- ](?:level )?degree|post-?graduate(?: (?:degree|qualification|diploma|"
        r"studies|level)|(?= (?:preferred|required|in)))",
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
        r"(?:diplômée? (?:d['’]une |en )?|diplôme d['’]|école d['’]|ecole d['’]|école |formation d['’]|formation |"
        r"titre d['’])"
        r"ingénieure?s?|école (?:de|supérieure de) commerce|grandes? écoles?|(?-i:DSCG|DESS)",
    ),
    _name("master", "bac+|bac +", r"bac\s?\+\s?[5-8](?!\d)"),
    _name("master", "(master", r"(?<=\()master(?=\)|/| oder| ou)"),
    _name("master", "niveau 7", r"(?:rncp|diplôme|titre|certification|formation)[^.;\n]{0,25} niveau 7"),
    _name("bachelor", "niveau 6", r"(?:rncp|diplôme|titre|certification|formation)[^.;\n]{0,25} niveau 6"),
    _name("associate", "niveau 5", r"(?:rncp|diplôme|titre|certification|formation)[^.;\n]{0,25} niveau 5"),
    _name("master", "dipl.|diplom", r"dipl\.-\w{2,6}\.?|(?-i:Diplom)(?=[ -](?:Ingenieur|oder|/|\())|diplomstudium"),
    _name("master", "wissenschaftliches", r"wissenschaftliche\w? hochschul(?:studium|bildung|abschluss)"),
    # ---------------------------------------------------------------- bachelor
    _name(
        "bachelor",
        "bachelor",
        r"bachelor(?:['’´`]?s)?['’´`]?(?! (?:party|parties|pad|thesis|apartment|flat|suite|studio|unit))|"
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
        r"(?-i:B[SA])(?=/(?:[BM][SA]|MBA)| (?:degree|in [A-Z]|in [a-z]{4,}|or (?:MS|MA|equivalent|higher|above)|"
        r"required|preferred)|"
        r",? (?:MS|MA)\b)",
    ),
    _name(
        "bachelor",
        "university|college|undergrad|degree|diploma",
        rf"(?:{_QUALIFIED})(?:[- ]level)? (?:\w{{3,12}} )?degrees?(?! of\b|s? (?:program|celsius|fahrenheit|"
        rf"apprentice))|"
        r"(?:university|college) (?:education|diploma|qualification)|under-?graduate (?:qualification|education)|"
        r"(?:recent )?(?:university|college) graduate|degree[- ](?:educated|qualified|level)|graduates? with an?",
        general=True,
    ),
    _name(
        "bachelor",
        "degree",
        r"degrees?(?=,? (?:in|or|from|required|preferred|is|not|and|with|strongly|highly|desirable|desired|would|"
        r"qualification|"
        r"holder)\b|\s?\()|(?<=a )degree(?=\s?[.,;:]|\s?$)",
        general=True,
    ),
    _name(
        "bachelor",
        "studium|studien|hochschul|universit|akadem|fachhochsch",
        r"(?:hochschul|fachhochschul|universitäts|fach|informatik|ingenieur|lehramts|jura|medizin|"
        r"psychologie)?-?studiums?|"
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
        "grado|graduad|titulad|licencia|diplomatura|diplomad|titulaci|título|titulo|universitari|carrera",
        r"grado universitario|(?<!de )grado en|estudios de grado|titulaci[oó]n en grado|graduad[oa](?:/[oa]s?)? en|"
        r"licenciatura|"
        r"licenciad[oa](?:/a)?(?= en)|titulad[oa](?:/[oa]s?)? (?:universitari|superior|en)\w{0,4}|diplomatura|"
        r"diplomad[oa](?:/[oa])?(?= en|/)|"
        r"(?:titulaci[oó]n|t[ií]tulo|estudios|formaci[oó]n|carrera|grado|nivel) (?:de )?universitari[oa]s?|"
        r"t[ií]tulo (?:oficial )?(?:de|en) (?:enfermer|medicin|fisioter|odontolog|psicolog|derecho|ingenier|"
        r"arquitect)\w{0,6}|"
        r"titulaci[oó]n (?:superior )?en|titulaci[oó]n superior|carrera profesional(?= en)",
    ),
    _name(
        "bachelor",
        "ingenier",
        r"(?:formaci[oó]n|titulaci[oó]n|estudios|carrera|grado|licenciatura|t[ií]tulo|requisitos|"
        r"titulad[oa])[^.;\n]{0,40}ingenier[ií]as?|ingenier[oa](?:/[oa])? (?:\w{4,14} ){0,2}(?:titulad|graduad)[oa]|"
        r"ingenier[ií]a (?:t[eé]cnica|superior|en|de|civil|industrial|mec[aá]nica|inform[aá]tica|qu[ií]mica|"
        r"el[eé]ctrica)\b"
        r"[^.;\n]{0,120}?\b(?:o|u|y/o)\s(?:carrera |formaci[oó]n |titulaci[oó]n )?(?:t[eé]cnica )?(?:similar|af[ií]n|"
        r"equivalente|a ?fin)\w{0,2}",
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
        "two-year|2-year|two year|2 year|college diploma|secondary|HND|HNC|foundation degree|diploma in|diploma from",
        r"(?:two|2)[- ]year (?:college )?degree|college diploma|post-?\s?secondary (?:degree|diploma|education|"
        r"qualification|studies)|"
        r"(?-i:HND|HNC)|foundation degree|(?<!graduate )(?<!advanced )diploma (?:in|from)",
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
        r"(?:fp|ciclo|ciclos|formaci[oó]n profesional|formativos?|cf)?\s?(?:de )?grado superior|"
        r"ciclo(?: formativo)? superior|"
        r"t[eé]cnic[oa](?:/a)? superior|(?-i:CFGS|TSU)|fp\s?(?:2|ii)(?!\w)|formaci[oó]n profesional superior",
    ),
    # ---------------------------------------------------------------- vocational training
    _name(
        "vocational",
        "ausbildung|lehre",
        rf"(?:{_FORMED})[ ,/](?:\w{{2,20}}[ ,/-]{{1,2}}){{0,4}}?(?:berufs|fach|schul)?ausbildung|(?:berufs|"
        rf"fach)ausbildung|"
        r"ausbildung(?= (?:als|zum|zur|oder|bzw|und/oder|im bereich|in (?:der|einem|diesem)|von vorteil|erforderlich|"
        r"vorhanden|abgeschlossen)\b|/(?:studium|lehre))|abgeschlossene lehre|"
        r"studium[^.;]{0,60} oder (?:\w{2,20} ){0,3}ausbildung",
    ),
    _name(
        "vocational",
        "meister|techniker|fachwirt|gesellenbrief|facharbeiter|examin",
        r"meister(?:brief|titel|prüfung|abschluss)|(?:industrie|handwerks|kfz-?|elektro|küchen|kfz )-?meister(?:in)?|"
        r"(?-i:Meister)(?=(?:[/*:]?in)?(?:/|,| oder| bzw| \(|$))|(?:geprüfter |zum |als |oder |/)techniker(?:in)?|"
        r"techniker(?:in)?(?= oder meister|/)|"
        r"fachwirt(?:in)?|gesellenbrief|facharbeiter(?:brief|abschluss)?|examinierte\w? (?:alten|kranken|gesundheits|"
        r"pflege)\w{2,30}",
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
        r"high[- ]school(?:['’]s)?(?: level)? (?:diploma|degree|graduate|graduation|education|equivalen\w{1,4}|"
        r"certificate|"
        r"qualification|or (?:ged|equivalent|higher))|high[- ]school ?/ ?ged|h\.?s\.? diploma|"
        r"(?:completed|finished|completion of|minimum|education:) high[- ]school",
    ),
    _name("school", "GED|G.E.D|g.e.d", r"(?-i:GED)|g\.e\.d\."),
    _name(
        "school",
        "secondary|a-level|a level|GCSE|leaving cert|matric|grade 12",
        r"(?<!post-)(?<!post )secondary (?:school )?(?:education|diploma|certificate|qualification)|"
        rf"{_UNTAUGHT}(?-i:A[- ][Ll]evels|GCSEs)(?!{_TAUGHT})|"
        rf"{_UNTAUGHT}(?-i:A[- ][Ll]evel|GCSE)(?= ?(?:[(:+/]|or\b|and\b|in\b|at\b|grades?\b|standard|level|education|"
        rf"qualif|pass|math|english|certificate|equivalent|(?:is |are )?(?:required|essential|minimum|"
        rf"preferred)))(?!{_TAUGHT})|"
        r"leaving certificate|matric(?:ulation)?|grade 12",
    ),
    _name(
        "school",
        "abitur|reife|schulabschluss|matura",
        r"(?:fach)?abitur|(?:allgemeine |fach)?hochschulreife|fachhochschulreife|mittlere reife|"
        r"(?:real|haupt|mittel)?schulabschluss|(?-i:Matura)",
    ),
    _name(
        "school",
        "bac+|bac +|un bac|du bac|niveau bac|bac pro|bac techno|bac gén|bac à|bac ou|bac/|bac,|baccalaur|bac minimum|"
        "bac min",
        r"bac(?=\s?(?:à|a|ou|/|,)\s?bac|\s?(?:pro|professionnel|techno|technologique|général|minimum|st2s|stmg|"
        r"sti2d)\b)|"
        r"niveau bac(?!\s?\+|\s?[\dà])|(?:titulaire|obtention) (?:d['’]un|du) bac(?!\s?\+)|baccalauréat",
    ),
    _name(
        "school",
        "bachiller|ESO|escolar|secundari|preparatoria|educación media|educacion media|enseñanza media",
        r"bachiller(?:ato)?|(?-i:ESO)|graduado escolar|(?:educaci[oó]n|estudios) secundari[oa]s?|"
        r"secundari[oa] complet[oa]|"
        r"secundario completo|preparatoria|(?:educaci[oó]n|ense[nñ]anza) media",
    ),
)
