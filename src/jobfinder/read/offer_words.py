"""The words of offering, refusing and doubting, in folded spelling. Data, read by `read.offered`.

To extend to a language: its verbs of giving in GIVES and HELPS, its predicates in GIVEN, its answers in YES and NOPE.
"""

from __future__ import annotations

import re

_US = r"(?:we|i|company|employer|organi[sz]ation|team|firm|university)"
_AUX = (
    r"(?:'ll|'re|'d)?(?: (?:do|does|is|are|can|will|would|could|may|might|also|always|gladly|happily|currently|fully|"
    r"even|actively|be|happy|glad|able|willing|open|prepared|ready|pleased|delighted|excited|to|like|help|consider|"
    r"routinely|regularly|occasionally|sometimes|proudly)){0,6}"
)
_VERB = (
    r"(?:offer|provide|providing|support|sponsor|give|giving|cover|handle|handling|arrange|arranging|organi[sz]e|"
    r"assist|"
    r"help|facilitate|pay|take care|taking care|welcome|accept|consider|explore|transfer|secure|process|look after|"
    r"reimburse)"
    r"(?:s|ing)?"
)
_GERMAN = r"(?:bieten|unterstützen|helfen|übernehmen|sponsern|kümmern|organisieren)"
_FRENCH = r"(?:offrons|proposons|sponsorisons|accompagnons|prenons|aidons|assurons|soutenons)"
_SPANISH = r"(?:ofrecemos|proporcionamos|patrocinamos|apoyamos|ayudamos|gestionamos|tramitamos|damos)"
HELPS = re.compile(
    rf"\b{_US}{_AUX} {_VERB}\b|\bwir (?:\w{{1,20}} ){{0,3}}?{_GERMAN}\b|\b{_GERMAN} wir\b|"
    rf"\bnous (?:\w{{1,20}} ){{0,2}}?{_FRENCH}\b|\b{_SPANISH}\b|"
    r"(?<!you )(?<!who )\b(?:will|can|(?:is|are) (?:able|willing|happy|pleased|delighted|ready|open) to) (?:also |"
    r"gladly )?"
    r"(?:sponsor|support|assist|help|cover|offer|provide)\b|"
    r"\byou(?:'ll| will)? (?:get|receive) (?:\w{1,12} ){0,2}?(?:help|support|assistance)\b"
)
GIVES = re.compile(
    rf"{HELPS.pattern}|\b(?:offers|provides|sponsors|covers)\b|"
    r"\b(?:will|can|may|is able to|is willing to|is open to) (?:also |gladly )?(?:offer|provide|consider)\b|"
    r"\byou(?:'ll| will)? (?:get|receive|be offered)\b|"
    r"\b(?:including|benefits?|perks?|package|we offer|eligible for|qualif(?:y|ies) for|open to|possibility of|"
    r"option of|with)\b"
)
GIVES_BY_VERB = re.compile(
    rf"(?:\b{_US}{_AUX}|\b(?:will|can|may|able to|willing to|happy to|open to|ready to|does|do)) ?$"
)
PAST = re.compile(
    r"\b(?:was|were|used to|formerly|previously|(?:current|existing|internal) (?:employees|staff|team members))\b"
)
"""What was offered once, or is to those who are there already."""
LEFT_OUT = re.compile(r"\b(?:except(?:ing)?(?: for)?|excluding|other than|apart from|everything but) (?:any |the )?$")
NOT_APPLY = re.compile(r"\bnot (?:to )?apply\b|\bn't apply\b")
FINITE = ("sponsors ", "patrocinamos ", "sponsorisons ", "helfen ")
GIVEN = re.compile(
    r"[^.;:?]{0,60}?[ ,(-](?:(?:is|are|will be|can be|may be|might be|could be|wird|werden|est|es)[ ,]+"
    r"(?:\w{1,20} ){0,3}?)?(?:available|offered|provided|possible|supported|included|covered|on offer|considered|given|"
    r"welcomed?|accepted|encouraged|assured|möglich|angeboten|vorhanden|übernommen|unterstützt|"
    r"disponibles?|possibles?|proposée?|offerte?|pris en charge|assurée?|incluid[oa]|ofrecid[oa]|posible)\b"
)
YES = re.compile(
    r"\W{0,4}(?:yes|y|available|offered|provided|possible|true|supported|absolutely|of course|ja|oui|sí|si)\b"
    r"(?!\W{0,3}(?:or |no?\b|not\b|nein|non))"
)
NOPE = re.compile(
    r"\W{0,4}(?:no|none|not|never|n/a|na|n|false|unavailable|unfortunately|sadly|sorry|currently not|"
    r"at this time,? no|we (?:do not|don't|cannot|can't|are unable|are not)|nein|leider|kein\w{0,2}|nicht|non|"
    r"aucun\w?|ninguno?)(?![\w'])(?!\W{0,3}(?:or |yes\b|ja\b|oui\b))"
)
NOT_ALL = re.compile(
    r"\b(?:not|\w{2,7}n't|cannot|unable)\b[^.;:]{0,60}?\b(?:every|each|all|most) (?:\w{1,20} )?"
    r"(?:roles?|candidates?|positions?|applicants?|cases?|visas?|countr\w+|one)\b"
)
MAYBE = re.compile(
    r"\b(?:may|might|could|consider\w*|explore|case[- ]by[- ]case|exceptional\w*|right (?:candidates?|person)|"
    r"certain|select\w*|"
    r"some|limited|where possible|depend\w*|eligible (?:candidates|applicants|roles)|qualif\w+ (?:candidates|"
    r"applicants)|those who qualify|potential\w*|subject to|discuss\w*|special|"
    r"where (?:applicable|eligible)|for the right|possibly|occasional\w*|sometimes|gegebenenfalls|ggf|eventuell|"
    r"éventuel\w*|podría\w*)\b"
)
EXCEPT = re.compile(
    r"\b(?:except(?:ion\w*|ing)?|unless|other than|apart from|generally|typically|usually|normally|in most cases|"
    r"außer|ausser|sauf|excepto|salvo|only (?:for|in|if)|may not|might not)\b"
)
ASKS = re.compile(
    r"\b(?:requir(?:es?|ed|ing|ements?)|need(?:s|ed|ing)?|seek(?:s|ing)?|want(?:s|ing)?|ask(?:s|ing)? for|"
    r"brauch\w{0,3}|benötig\w{0,3}|nécessit\w{0,4}|besoin|necesit\w{0,4}|requier\w{0,3})\b"
)
WONDERS = re.compile(r"\b(?:if|whether|wenn|falls|regardless|irrespective)\b")
TURNED_AWAY = re.compile(
    r"\b(?:not|\w{2,7}n't|cannot|unable|never|ineligible|unavailable|unfortunately|disqualif\w+|rejected|declined|"
    r"nicht|pas|no (?:longer|more|est[aá]|es|se|podemos|ofrec))\b|^\W{0,3}(?:no|non|nein|none)\b(?! \w)"
)
TAKEN = re.compile(
    r"\b(?:welcomed?|encouraged?|accepted|considered|eligible|happy to|"
    r"(?:we|i)(?:'ll| can| will| do| are able to)?(?: gladly| happily| also| of course)? "
    r"(?:help|sponsor|support|assist|offer|provide|cover|arrange|take care|look after|see to|handle|organi[sz]e|"
    r"sort)|covered|"
    r"(?:helfen|unterstützen|kümmern|übernehmen|sponsern) wir|wir (?:helfen|unterstützen|kümmern|übernehmen|sponsern)|"
    r"nous (?:vous )?(?:aid|accompagn|soutien|prenons)\w{0,4}|(?:te|le|os) (?:ayuda|apoya)mos)\b"
)
WELCOMES = re.compile(r"\b(?:we|also|happily|gladly) (?:\w{1,12} )?(?:welcome|encourage|consider|accept)\b")
DUTY = re.compile(
    r"\b(?:experience|knowledge|familiar\w*|responsib\w+|manag(?:e|ing)|coordinat\w+|administ\w+|oversee\w*|"
    r"advis(?:e|ing)|liais\w+|clients?|counsel\w*|paralegal|petitions?|filings?|"
    r"software|product|platform|travell?ers|tourists|firms|guidance|specialist)\b"
)
"""Whose work is about the subject: an adviser on visas is not offered one."""
WISH = re.compile(r"\W{0,3}(?:is |are |be )?(?:not )?(?:required|needed|necessary|mandatory|expected|a must)\b")
BUT = re.compile(r"[^.;]{0,60}?\b(?:but|except|excluding|unless|however)\b[^.;]{0,40}")
THIS = re.compile(r"\bthis (?:specific |particular )?(?:role|position|job|opening|opportunity|vacancy|post)\b")
END = re.compile(r"[.!?;](?= |$)")
LABEL = re.compile(r"(?P<between>[^:?=.;]{0,40}?) ?(?P<sign>[:?=]|-(?= ))")
PUT_TO_US = re.compile(r"(?:\b(?:do|does|is|are|can|will|would|bietet|proposez)\b[^.?]{0,60}|^[^.]{0,20})$")
QUESTION = re.compile(
    r"[^a-z]{0,5}(?:do|does|is|are|can|will|would|have|did|please (?:indicate|state|tell)|braucht|benötigst) "
    r"(?:you|your|i|the (?:candidate|applicant)|if|whether|du|sie)\b"
)
APPLICANT = re.compile(r"\b(?:requir\w*|need\w*|willing|open|able|ready|prepared|considering|interested)\b")
AIDS = re.compile(
    r"\b(?:support|sponsor|assist|help|offer|provid|process|obtain|accept|transfer|requir|need|arrang|unterstütz|"
    r"helfen|"
    r"bieten|übernehm|sponser|parrain|propos|accompagn|ofrec|patrocin|apoy|gestion|tramit)"
)
BARE_AHEAD = re.compile(
    r"(?:(?:full|free|paid|optional|international|possible|relocation(?: \w{1,12})?(?:,| and| &| /)) ?){0,2}"
)
BARE_BEHIND = re.compile(
    r"(?:(?:,| and| &| \+| /|/| or| for| \(|-) ?[\w-]{1,20}(?: [\w-]{1,20}){0,3}){0,3}[ .!,)]{0,3}"
)
