"""The names of languages in English, German, French and Spanish, and the words that say how well and whether.

Pure data. Called by `read.spoken`. To extend: a language is a row in LANGUAGES: its English name, and after the colon
its names in English, German, French and Spanish, apart by `|`; several in one of them apart by a comma. A word for a
level is in LEVELS, most telling first. Repeats are bounded, so that each pattern is linear in the text.
"""

from __future__ import annotations

import re

LANGUAGES = """
English: english | englisch | anglais | inglés, ingles
German: german | deutsch | allemand | alemán, aleman
French: french | französisch | français, francais | francés, frances
Spanish: spanish | spanisch | espagnol | español, castellano
Italian: italian | italienisch | italien | italiano
Dutch: dutch, flemish | niederländisch, holländisch, flämisch | néerlandais, flamand | neerlandés, holandés, flamenco
Portuguese: portuguese | portugiesisch | portugais | portugués, portugues
Polish: polish | polnisch | polonais | polaco
Czech: czech | tschechisch | tchèque | checo
Slovak: slovak | slowakisch | slovaque | eslovaco
Hungarian: hungarian | ungarisch | hongrois | húngaro
Romanian: romanian | rumänisch | roumain | rumano
Bulgarian: bulgarian | bulgarisch | bulgare | búlgaro
Greek: greek | griechisch | grec | griego
Turkish: turkish | türkisch | turc | turco
Russian: russian | russisch | russe | ruso
Ukrainian: ukrainian | ukrainisch | ukrainien | ucraniano
Serbian: serbian | serbisch | serbe | serbio
Croatian: croatian | kroatisch | croate | croata
Slovenian: slovenian, slovene | slowenisch | slovène | esloveno
Albanian: albanian | albanisch | albanais | albanés
Lithuanian: lithuanian | litauisch | lituanien | lituano
Latvian: latvian | lettisch | letton | letón
Estonian: estonian | estnisch | estonien | estonio
Swedish: swedish | schwedisch | suédois | sueco
Danish: danish | dänisch | danois | danés
Norwegian: norwegian | norwegisch | norvégien | noruego
Finnish: finnish | finnisch | finnois | finlandés, finés
Icelandic: icelandic | isländisch | islandais | islandés
Catalan: catalan | katalanisch | catalan | catalán
Basque: basque | baskisch | basque | euskera, vasco
Galician: galician | galicisch | galicien | gallego
Luxembourgish: luxembourgish | luxemburgisch | luxembourgeois | luxemburgués
Arabic: arabic | arabisch | arabe | árabe
Hebrew: hebrew | hebräisch | hébreu | hebreo
Persian: persian, farsi, dari | persisch | persan | persa
Hindi: hindi | hindi | hindi | hindi
Urdu: urdu | urdu | ourdou | urdu
Bengali: bengali | bengalisch | bengali | bengalí
Tamil: tamil | tamilisch | tamoul | tamil
Punjabi: punjabi | pandschabi | pendjabi | panyabí
Chinese: chinese, mandarin | chinesisch, mandarin | chinois, mandarin | chino, mandarín
Cantonese: cantonese | kantonesisch | cantonais | cantonés
Japanese: japanese | japanisch | japonais | japonés
Korean: korean | koreanisch | coréen | coreano
Vietnamese: vietnamese | vietnamesisch | vietnamien | vietnamita
Thai: thai | thailändisch | thaï | tailandés
Indonesian: indonesian, bahasa indonesia | indonesisch | indonésien | indonesio
Malay: malay | malaiisch | malais | malayo
Tagalog: tagalog, filipino | tagalog | tagalog | tagalo
Swahili: swahili | suaheli | swahili | suajili
Afrikaans: afrikaans | afrikaans | afrikaans | afrikáans
"""
CODES = ("en", "de", "fr", "es")

CEFR = re.compile(r"(?<![^\W_])([ABC][12])(?:\.\d)?(?![^\W_])", re.IGNORECASE)
LEVELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (level, re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])", re.IGNORECASE))
    for level, words in (
        (
            "C2",
            r"near[- ]native|native[- ]like|bilingual\w{0,2}|bilingue|bilingüe|zweisprachig\w{0,2}|"
            r"muttersprach\w{0,6}[- ]?niveau|annähernd muttersprach\w{0,6}|mastery",
        ),
        (
            "native",
            r"native|mother[- ]tongue|first language|muttersprach\w{0,8}|langue maternelle|natif|native|nativ[oa]|"
            r"lengua materna",
        ),
        (
            "C1",
            r"fluen(?:t|tly|cy)|business[- ]fluent|full professional|advanced|excellent|exceptional|outstanding|superb|"
            r"very good|perfect|impeccable|proficien(?:t|cy)|verhandlungssicher\w{0,2}|fließend\w{0,2}|"
            r"fliessend\w{0,2}|sehr gut\w{0,2}|ausgezeichnet\w{0,2}|exzellent\w{0,2}|hervorragend\w{0,2}|"
            r"stilsicher\w{0,2}|perfekt\w{0,2}|einwandfrei\w{0,2}|sicher\w{0,2}|courant|couramment|très bon(?:ne)?|"
            r"excellente?|"
            r"parfaite?(?:ment)?|avancée?|opérationnel|fluid[oa]|fluidez|avanzad[oa]|alto|excelente|muy buen[oa]?|"
            r"perfecto",
        ),
        (
            "B2",
            r"good|(?:strong|solid)(?! (?:plus|advantage|asset|bonus))|upper[- ]intermediate|business(?:[- ]level)?|"
            r"professional|working (?:knowledge|"
            r"proficiency)|"
            r"gut\w{0,2}|fundiert\w{0,2}|solide\w?|professionnel|bon(?:ne)?|intermédiaire supérieur|medio[- ]alto|"
            r"profesional|"
            r"intermedio[- ]alto|buen[oa]?",
        ),
        (
            "B1",
            r"conversational|intermediate|mittlere\w?|kommunikationssicher\w{0,2}|intermédiaire|intermedio|medio|"
            r"conversaci[oó]n",
        ),
        (
            "A2",
            r"basic|elementary|some|grund\w{0,10}|basis\w{0,10}|notions?|bases|scolaire|básic[oa]s?|basico|nociones",
        ),
    )
)

# ---------------------------------------------------------------- what makes it a requirement

SKILL_BEFORE = re.compile(
    r"(?:\b(?:speak\w{0,4}|spoken|written|verbal|oral|fluen\w{1,3}|command|knowledge|proficien\w{1,2}|conversant|"
    r"mastery|"
    r"languages?|bilingual|native|communicat\w{1,5}|write|writing|read|skills|level|express yourself|must have|"
    r"requires?|"
    r"sprachen?|sprachkenntnisse\w?|kenntnisse|sprichst|sprechen|beherrsch\w{1,3}|niveau|wort|schrift|"
    r"maîtris\w{1,4}|maitris\w{1,4}|parl\w{1,4}|pratique|langues?|connaissance|notions|"
    r"dominio|nivel|idiomas?|hablar?|habla|conocimientos?|bilingüe|dominar)\b|[ABC][12]\b)[^.;]{0,45}$",
    re.IGNORECASE,
)
_FILL = (
    r"(?:(?:is|are|be|would|will|at|an?|the|very|strongly|highly|absolutely|also|both|to|in|of|language|skills|sind|"
    r"ist|wäre|"
    r"zwingend|unbedingt|auf|als|est|es|será|serait|muy|de|nivel|niveau|level|business|and|und|et|y|kenntnisse) ){0,4}?"
)
SKILL_AFTER = re.compile(
    rf"^\s?(?:[-–/:(]\s?)?{_FILL}(?:language|skills?|proficiency|fluency|fluently|fluent|speakers?|speaking|knowledge|"
    r"required|mandatory|preferred|essential|desirable|desired|needed|necessary|written|spoken|verbal|oral|native|"
    r"level|"
    r"(?:a )?(?:must|plus|bonus)|(?:an|strong|big|huge) (?:advantage|asset|plus|bonus)|advantageous|nice to have|"
    r"optional|"
    r"(?:\w{2,10})?kenntnisse\w?|in wort|fließend\w{0,2}|sicher|erforderlich|von vorteil|wünschenswert|"
    r"muttersprach\w{0,8}|"
    r"mindestens|voraussetzung|verhandlungssicher|sprechen|"
    r"courante?|exigée?|obligatoire|indispensable|impérati\w{1,4}|souhaitée?|appréciée?|requise?|lu|parlé|écrit|"
    r"technique|"
    r"un plus|un atout|professionnel|maîtrisée?|bilingue|"
    r"alto|avanzado|fluido|medio|intermedio|básico|nativo|imprescindible|valorable|deseable|hablado|escrito|"
    r"requerido|obligatorio|se valora|profesional|conversacional|[abc][12])(?![^\W_])|^\W{0,3}[ABC][12](?![^\W_])|"
    r"^-?s?(?:kenntnis|sprachkenntnis|sprachig|niveau)",
    re.IGNORECASE,
)
WORKING = re.compile(
    r"(?:working|company|corporate|office|official|team|business|main) language|"
    r"(?:unternehmens|arbeits|firmen|team|projekt)sprache|langue de travail|idioma de trabajo",
    re.IGNORECASE,
)
"""The language that is worked in is needed, whether or not it is called a skill."""
FOLLOWS = re.compile(
    r"^\s?(?:[^\w\s]|[-–]?(?:language|languages|skills?|proficiency|fluency|fluently|fluent|speakers?|speaking|level|"
    r"is|are|and|or|as|at|in|to|"
    r"with|for|required|mandatory|preferred|essential|desirable|desired|needed|necessary|plus|a|an|both|written|"
    r"spoken|verbal|"
    r"oral|communications?|communicator|comprehension|knowledge|on|of|native|would|will|must|advantage|also|may|but|"
    r"since|because|"
    r"other|grammar|writing|command|if|strongly|highly|nice|optional|due|so|that|per|by|when|from|could|can|not|isn)\b|"
    r"[abc][12]\b|$)",
    re.IGNORECASE,
)
"""What may follow the English name of a language; before any other word it is an adjective ("the German market")."""
SPEAKING_OTHERS = re.compile(
    r"^[- ]?(?:speaking|language|sprachig\w{0,2}|parlants?|hablante)[ -](?:\w{3,14} ){0,1}?(?:team|environment|"
    r"office|market(?!ing)|countr|"
    r"customer(?!s? (?:support|service|success|care|advisor|experience|agent))|client|world|region|area|compan|"
    r"cultur|workplace|communit|audience|guest|patient|resident|famil|stakeholder|supplier|partner|employee|user|"
    r"school|content|version|website|press|"
    r"raum|märkt|markt|kund|umfeld|gebiet|land|länd|public|pays|marché|mercado|países)",
    re.IGNORECASE,
)
LESSONS_BEFORE = re.compile(
    r"\b(?:cours|clases?|profesor(?:a|es)?|professeure?s?|cursos?|leçons?|enseignant\w{0,2}|academia) (?:d['’e] ?|"
    r"de )$",
    re.IGNORECASE,
)
PRECEDES = re.compile(
    r"(?:^|[^\w\s'’]\s?|\b(?:l['’]|d['’]|en|le|du|de|el|del|al|et|ou|y|o|e|u|ni|langues?|idiomas?|parle[rz]?|parlant|"
    r"bilingue|"
    r"bilingüe|niveau|nivel|courant|courante|bonne?|hablar?|hablas|dominio|maîtrise|maîtriser|très bon|alto|medio|"
    r"avanzado|básico|"
    r"natif|nativo|nativa|\w{3,12}ment|valorar[aá]n?|valora|requiere|imprescindible|deseable|con|avec|fluido|fluida|"
    r"perfecto|buen|"
    r"un|su|tu|and|or|in)\s?)$",
    re.IGNORECASE,
)
"""What may stand before a French or Spanish name of a language; behind any other word it is an adjective."""
DENIED_BEFORE = re.compile(
    r"\b(?:no|not|without|don['’]t (?:need|have|require)|doesn['’]t|isn['’]t|nor|never|keine?[mnrs]?|ohne|"
    r"pas (?:besoin )?d(?:e|['’])|"
    r"sans|aucune?|sin|no se (?:requiere|exige|necesita)|no es necesari[oa]|no hace falta)\b(?! only|"
    r" just)[^.;:,]{0,34}$",
    re.IGNORECASE,
)
DENIED_AFTER = re.compile(
    r"^[^.;,]{0,40}?(?:\bnot (?:be |strictly |necessarily |a |absolutely ){0,2}(?:required|necessary|needed|"
    r"mandatory|essential|must)|"
    r"n['’]t (?:required|necessary|needed|mandatory)|nicht (?:zwingend |unbedingt ){0,2}(?:erforderlich|notwendig|"
    r"nötig|voraussetzung)|"
    r"(?:kein|keine) (?:muss|voraussetzung)|(?:pas|non) (?:obligatoire|nécessaire|requise?|exigée?|indispensable)|"
    r"no (?:es |será |son )?(?:necesari|obligatori|requerid|imprescindible))",
    re.IGNORECASE,
)
LEARNT = re.compile(
    r"\b(?:learn|learning|study|studying|teach|teaching|improve|lernen|apprendre|aprender|enseñar|translated? from|"
    r"cvs?|résumés?|resumes?|applications?|cover letter|(?:your|application) documents|bewerbung\w{0,10}|unterlagen|"
    r"lebenslauf|candidature|candidatura)\b"
    r"[^.;,]{0,36}$",
    re.IGNORECASE,
)
"""Learnt at work, taught, or the language of the application only."""
OTHERS_BEFORE = re.compile(
    r"\b(?:stakeholders?|customers?|clients?|users?|colleagues|teams?|markets?|people|guests|audiences?|suppliers?|"
    r"partners?|kunden|kollegen|équipes?|clientes|compañeros) (?:who |that )?(?:are|is|speaks?|sprechen|parlent|"
    r"hablan) "
    r"(?:\w{2,12} ){0,2}$",
    re.IGNORECASE,
)
"""They speak it, not those who apply."""
LESSONS = re.compile(
    r"^[- ]?(?:language |sprach)?(?:lessons?|class(?:es)?|courses?|training|tutor|teachers?|kurse?n?|unterricht|"
    r"lernen|lehrer|"
    r"zu lernen)",
    re.IGNORECASE,
)
JOINED = re.compile(
    r"^[^\w;.]{0,3}(?:(?:and|und|et|y|e|as well as|sowie|or|oder|ou|o|u|and/or|und/oder|et/ou|y/o|both|also|auch|"
    r"plus)\W{1,2}){0,2}"
    r"(?:in |der |die |l['’]|the |the language |la langue |en |de |d['’])?$",
    re.IGNORECASE,
)
EITHER = re.compile(r"(?<![^\W_])(?:or|oder|ou|o|u|and/or|und/oder|et/ou|y/o|bzw)(?![^\W_])|^\s?/\s?$", re.IGNORECASE)
PART = re.compile(
    r"[,;/|]|(?<![^\W_])(?:and|und|et|y|e|sowie|as well as|or|oder|ou|but|aber|mais|pero)(?![^\W_])", re.IGNORECASE
)
"""Where what is said of one language ends and what is said of the next begins."""
_WAYS = (
    r"written|verbal|spoken|oral|orally|speaking|reading|writing|read|write|speak|wort|schrift|schriftlich|mündlich|"
    r"écrit|à l['’]écrit|à l['’]oral|parlé|lu|hablado|escrito|oral|listening"
)
BOTH_WAYS = re.compile(
    rf"(?<![^\W_])({_WAYS})(\W{{1,2}}(?:and|or|und|et|y|&|as well as|"
    rf"sowie)?\W{{0,2}})(?=(?:in )?(?:{_WAYS})(?![^\W_]))",
    re.IGNORECASE,
)
"""Speaking and writing are said of one language: no end between them."""
LISTED = re.compile(
    r"^\W{0,3}(?:(?:spoken )?languages?|language skills|sprachen|sprachkenntnisse|langues?|idiomas?)\b", re.IGNORECASE
)
"""A heading under which languages stand."""
