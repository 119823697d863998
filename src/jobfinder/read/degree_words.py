"""The words around a degree that say whether it is needed, welcome or only talked about, in four languages.

Pure data. Called by `read.degree`. To extend to a language: its words in each pattern. Repeats are bounded, so that
each is linear in the text.
"""

from __future__ import annotations

import re

AHEAD = re.compile(
    r"(?<!\w)(?:preferably|ideally|idealerweise|optimalerweise|vorzugsweise|idéalement|de préférence|idealmente|"
    r"preferentemente|minimum|at least|mindestens|must|au moins|al menos|mínimo)(?!\w)",
    re.IGNORECASE,
)
"""Markers that stand before what they speak of; the others stand behind it."""
STRONG = re.compile(
    r"(?<!\w)(?:required|requires|must|mandatory|minimum|essential|necessary|at least|erforderlich|voraussetzung|"
    r"zwingend|"
    r"mindestens|notwendig|exigée?|requise?|obligatoire|impérati\w{1,4}|indispensables?|imprescindibles?|"
    r"obligatori[oa]s?|"
    r"se (?:precisa|requiere|exige|necesita)|requerid[oa]s?|m[ií]nim[oa]s?)(?!\w)",
    re.IGNORECASE,
)
REPLACED = re.compile(
    r"\b(?:and/)?or,? (?:(?:an?|the|its|their|foreign|relevant|related|comparable|similar|equivalent|commensurate|"
    r"extensive|"
    r"significant|proven|demonstrated|demonstrable|professional|practical|hands[- ]on|work|working|industry|prior|"
    r"sufficient|"
    r"technical|military|real[- ]world|equal|applicable|on[- ]the[- ]job|lived|direct|substantial|strong|field|job|"
    r"life|"
    r"in|by|through|of|amount|level|suitable|appropriate|other|any|combined|specialized|specialised|career|"
    r"previous)[\s,/-]{1,2})"
    r"{0,6}(?:experience|background|training|combination|qualifications?|knowledge|skills|track record|expertise)\b|"
    r"equivalent (?:\w{2,14}[\s/-]){0,3}(?:experience|background|work|combination|training)\b|"
    r"\b(?:and/)?or (?:at least |a minimum of |minimum |over )?(?:\d{1,2}|two|three|four|five|six|"
    r"ten)\+? ?(?:\w{1,9} )?(?:years|yrs)|"
    r"\b(?:in lieu of|substitut\w{1,4} for|compensate for|can (?:be )?substitut|instead of a)|"
    r"combination of (?:education|training)|"
    r"\boder [^.;]{0,40}(?:erfahrung|praxis|quereinstei\w{1,6})|\bbzw\.? [^.;]{0,30}erfahrung|\balternativ\b|"
    r"\b(?:et/)?ou (?:vous )?(?:[^\W\d_]{1,14}[ '’]){0,5}(?:expérience|vécu)|\bou, [^.;]{0,160}(?:expérience|vécu)|"
    r"\bà défaut|"
    r"autodidacte|\b(?:[oóu]|y/o),? (?:[^\W\d_]{2,14} ){0,4}experiencia|\bo en su defecto|"
    r"\bor comparable(?! (?:\w{3,12} )?(?:field|degree|discipline|subject|area|stud))",
    re.IGNORECASE,
)
"""Experience, or something else that is no degree, will do as well."""
LIKE = re.compile(
    r"\bou (?:\w{3,12} )?[ée]quivalente?s?\b|\b[oóu] (?:(?:formaci[oó]n|titulaci[oó]n|carrera|estudios?|"
    r"t[eé]cnic[oa]|disciplina|"
    r"[aá]rea|nivel)s? ){0,2}(?:similar|equivalente|af[ií]n|a ?fin)(?:es)?\b",
    re.IGNORECASE,
)
"""French and Spanish postings say so of whatever will do, not only of another degree."""
INSTEAD_BEFORE = re.compile(
    r"(?:experience|erfahrung|expérience|experiencia|background)\w{0,2}(?: \([^)]{0,30}\))?,? (?:and/|y/|et/)?(?:or|"
    r"oder|ou|o|u)\b"
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
# ---------------------------------------------------------------- not asked for

DENIED_BEFORE = re.compile(
    r"(?<!\w)(?:no|not|without|don['’]t (?:need|require|have)|doesn['’]t|isn['’]t|regardless of|irrespective of|nor|"
    r"rather than|"
    r"instead of|in lieu of|keine?[mnrs]?|ohne|unabhängig von|weder|pas (?:besoin )?d(?:e|['’])|sans|aucune?|"
    r"quel que soit|"
    r"sin|no se (?:requiere|exige|necesita)|no es necesari[oa]|no hace falta)(?!\w)(?! less| only| just)[^.;:,]{0,32}$",
    re.IGNORECASE,
)
DENIED_AFTER = re.compile(
    r"^[^.;]{0,45}?(?:\bnot (?:be |strictly |necessarily |a |absolutely ){0,2}(?:required|necessary|needed|mandatory|"
    r"essential)|"
    r"n['’]t (?:required|necessary|needed|mandatory)|\bunnecessary|"
    r"nicht (?:zwingend |unbedingt ){0,2}(?:erforderlich|notwendig|nötig|voraussetzung)|"
    r"(?:pas|non) (?:obligatoire|nécessaire|requise?|exigée?|indispensable)|"
    r"no (?:es |será |son )?(?:necesari|obligatori|requerid|imprescindible|exigid))",
    re.IGNORECASE,
)
MEASURED = re.compile(
    r"(?:\b(?:high|higher|highest|great|greater|large|some|certain|any|varying|considerable|significant|fullest|"
    r"greatest|"
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
    r"student loan|duale[ns]? studium|berufsbegleitend|(?:möglichkeit|chance|förder\w{2,5})[^.;]{0,40}(?:weiterbild|"
    r"studium)|"
    r"weiterbilden|studium (?:vereinbar|zu vereinbaren|kombinier)|neben (?:dem|deinem|ihrem) |während (?:des|deines|"
    r"der|deiner) |"
    r"wir (?:bieten|fördern|unterstützen|übernehmen)|nach (?:der|dem|deine[mr]|ihre[mr]|erfolgreiche[mr]) |"
    r"à la clé|vous obt(?:iendr|en)ez|préparer |diplôme (?:préparé|visé|reconnu)|parcours possibles|"
    r"possibilité de suivre|certification rncp|"
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
    r"\b(?:our (?:\w{2,15} ){0,2}(?:team|founder|ceo|cto|director|advisor|doctor|staff|people|employees|colleagues|"
    r"engineers|scientists|instructors|"
    r"faculty)\w{0,2}|"
    r"founded by|led by|work(?:ing)? (?:with|alongside)|alongside|team of|enroll(?:ing|s|ment)?|recruit\w{0,3}|"
    r"students? pursuing|"
    r"(?:support|help|teach|advise|coach|tutor)\w{0,3} (?:\w{2,12} ){0,2}students|unser(?:e|em|en)? (?:team|kollegen|"
    r"gründer)|"
    r"notre équipe|nuestro equipo|alumn[oa]s (?:de|en)|profesor(?:a|es)? (?:de|en)|docente|impartir|clases (?:de|a))\b"
    r"(?:(?!\byou\b)[^.;:]){0,45}$",
    re.IGNORECASE,
)
"""People who have, seek or teach one, and are not those who apply."""
ELSE = re.compile(
    r"(?<!or )(?:certif|experience|licen[cs]e|\b(?:CPA|CFA|PMP|SHRM|CIPD|ACCA)\b|knowledge|skills|fluen|familiar|"
    r"proficien|"
    r"erfahrung|kenntnis|führerschein|expérience|connaissance|maîtrise|experiencia|conocimiento|ingl[eé]s|carn[eé]\b|"
    r"\d\+? ?(?:[-–] ?\d\d? ?)?\+?(?:years|yrs|ans|años|jahre)|(?:preferably|ideally) (?:\d|with\b))|\s[–•-]\s",
    re.IGNORECASE,
)
"""Where something else than the degree begins."""
