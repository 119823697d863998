"""The wordings that red flags rest on, in English, German, French and Spanish.

Data, read by `read.red_flags`. In folded text (see `read.wording`). Warnings against fraud name every trick in the book
("we will never ask you for money"), so what a fraudster says is not meant near a warning. To extend: a pattern in its
wording, with its anchor; what must not fire belongs beside it in the tests.
"""

from __future__ import annotations

import re

from jobfinder.read.wording import wording, words

DENIED = (
    r"never|(?:do|does|did|will|would|can|is|are)(?:n't| not)|won't|cannot|nie|niemals|nicht|kein\w{0,2}|"
    r"jamais|nunca|"
    r"beware|scams?|scammers?|fraud\w{0,6}|phishing|impersonat\w{1,5}"
)
WARNING = (
    r"(?:will|would|do|does|shall)(?: \w{1,12}){0,2} never|never (?:ask|request|require|charge|contact|send|solicit)|"
    r"(?:will|do|does|would) not (?:ask|request|require|charge|contact|solicit|conduct)|beware|scams?|scammers?|"
    r"fraud\w{0,6}|phishing|impersonat\w{1,5}|niemals|betr[üu]ger\w{0,5}|betrug\w{0,6}|ne \w{1,15} jamais|arnaques?|"
    r"fraudes?|estafas?|nunca"
)

COMMISSION = wording(
    "commission|provision|comisi|fixum|fixgehalt|straight",
    r"commissions?[ -]only|only (?:paid |on )?(?:by |on |a )?commissions?|(?:100 ?%|solely|purely|entirely|"
    r"exclusively|fully|"
    r"strictly|straight)(?: on| by| through)? commissions?(?![ -]free)(?:[ -]based)?|commissions?(?:[ -]based)? only|"
    r"no base (?:salary|pay)[,;. ]{1,2}(?:only )?commissions?|commissions?,? (?:with )?no base",
    r"(?:rein|nur|ausschlie(?:ß|ss)lich|100 ?%)(?: auf)? (?:provisions\w{1,12}|provision)|"
    r"reine[rs]? provisions\w{1,12}|"
    r"provision ohne (?:fixum|fixgehalt|grundgehalt)|auf (?:reiner )?provisionsbasis|ohne fixum",
    r"(?:uniquement|exclusivement|100 ?%)(?: pay[ée]{1,2}s?)?(?: [àa] la| en| par| de| des)? commissions?|"
    r"commissions? (?:uniquement|seulement)|commissions? sans fixe|payée? à la commission",
    r"(?:s[óo]lo|solamente|[úu]nicamente|exclusivamente|100 ?%)(?: (?:a|por|en|de))? comisi[óo]n(?:es)?|"
    r"comisi[óo]n(?:es)? sin (?:sueldo )?fijo|sin sueldo (?:fijo|base)",
)
NO_COMMISSION = words(
    r"not|no|n't|never|isn't|rather than|instead of|kein\w{0,2}|nicht|statt|pas|sans être|jamais|nunca|"
    r"experience (?:in|with)|erfahrung"
)
"""Denies it, unless the "no" is that of NO_BASE."""
NO_BASE = words(r"no base", r"ohne fixum", r"sans fixe", r"sin (?:sueldo )?(?:fijo|base)", r"sin sueldo (?:fijo|base)")
UNPAID = wording(
    "unpaid|equity only|equity-only|equity based|no salary|no pay|sweat equity|volunteer|without pay|"
    "for equity|deferred",
    r"(?:this|the) (?:\w{1,15} ){0,3}(?:is|will be)(?: an?| currently| initially)* unpaid(?! (?:leave|time|break|"
    r"lunch))",
    r"unpaid (?:\w{1,15} )?(?:internships?|intern|positions?|roles?|opportunit(?:y|ies)|trial|training period|"
    r"placement|"
    r"apprenticeship|work)",
    r"(?:this is|position is|role is|as) a (?:\w{1,15} )?volunteer (?:position|role|opportunity|internship)",
    r"volunteer (?:position|role|basis)(?: \(unpaid\))?",
    r"equity[- ]only|only equity|sweat equity|(?:paid|compensated|compensation|pay)(?: is|"
    r" will be)? (?:solely |only |"
    r"exclusively |purely )(?:in |with |by )?equity|equity (?:based )?instead of (?:a )?salary",
    r"no (?:salary|pay|cash compensation|monetary compensation)(?: \w{1,12}){0,3} (?:until|at this|for now|yet|"
    r"initially|"
    r"at first)",
    unless=r"never|not (?:an )?unpaid|no unpaid|aren't|isn't|managers?|coordinat\w{1,6}|organi[sz]\w{1,6}|"
    r"recruit\w{0,6}|"
    r"experience|hours|days?|time off|overtime|former|previous|years|programs?|invoices?|bills",
)
UNPAID_OTHER = wording(
    "unbezahlt|unvergütet|ohne vergütung|ehrenamt|keine vergütung|rémunéré|bénévol|remunerad|voluntari|sin remuneraci",
    r"unbezahlte[sr]?n? (?:\w{1,15} )?(?:praktikum|praktika|stelle|mitarbeit|t[äa]tigkeit|probearbeit)|"
    r"unvergütete?[sr]? "
    r"(?:praktikum|stelle|t[äa]tigkeit)|(?:praktikum|stelle|t[äa]tigkeit|position)(?: \w{1,12}){0,4} (?:unbezahlt|"
    r"unvergütet|"
    r"ohne vergütung|nicht vergütet)|ehrenamtliche (?:stelle|position|mitarbeit|t[äa]tigkeit|aufgabe)|"
    r"keine vergütung",
    r"(?:stage|poste|mission|emploi)(?: \w{1,12}){0,3} (?:non|pas) rémunérée?|(?:poste|mission) bénévole|bénévolat|"
    r"(?:est|sera) bénévole",
    r"(?:pr[áa]cticas?|puesto|trabajo|posici[óo]n)(?: \w{1,12}){0,3} no remunerad[oa]s?|sin remuneraci[óo]n|"
    r"puesto (?:de )?voluntari[oa]|es voluntariado",
    unless=r"erfahrung\w{0,3}|koordin\w{1,8}|fördern|expérience|experiencia|jours?|días?|tage",
)
UNPAID_TITLE = words(
    r"unpaid", r"equity[- ]only", r"volunteer$", r"\(volunteer\)", r"ehrenamt\w{0,5}", r"bénévole$", r"voluntari[oa]$"
)

CLIENT = wording(
    "client|kunden|mandant|auftraggeber|cliente",
    r"(?:our|my|the) (?:\w{1,15} )?client,? (?:is |who is |which is |, )?(?:an?|one of|the|looking|seeking|"
    r"searching|hiring|"
    r"recruiting|currently|has an? (?:\w{1,15} )?(?:opening|vacancy|need|requirement)|requires|needs|wants|is)"
    r"(?! (?:our|always|first|king|priority|happy|satisfied|responsible|service|success|support))",
    r"(?:hiring|recruiting|looking|searching|seeking|recruit|role|position|opportunity|vacancy|opening)"
    r"[^.!?]{0,80}(?:for|with|on behalf of) (?:our|my|a|one of our) (?:[\w-]{1,20} ){0,3}clients?(?: in|"
    r" based|,|\.|$)",
    r"on behalf of (?:our|my|a) (?:[\w-]{1,20} ){0,3}client",
    r"(?:für|im auftrag|im namen)(?: \w{1,12})? (?:unsere[nrs]?|eine[nrs]?) (?:[\w-]{1,25} ){0,3}(?:kunden|mandanten|"
    r"auftraggebers?|mandantin)[^.!?]{0,80}(?:suchen|gesucht|besetzen|rekrutieren)|unser (?:kunde|mandant|"
    r"auftraggeber)"
    r"(?: ist|,) (?:ein|eine|einer|das)|(?:suchen|besetzen)[^.!?]{0,60}(?:für|im auftrag) (?:unsere[nrs]?|"
    r"eine[nrs]?) "
    r"(?:[\w-]{1,25} ){0,3}(?:kunden|mandanten|mandantin|auftraggebers?)",
    r"(?:pour (?:le compte de )?)?(?:notre|mon|l'un de nos) clients?,? (?:un|une|est|spécialis\w{1,4}|leader|"
    r"acteur|recherche|"
    r"société)|(?:recherch|recrut)\w{1,5}[^.!?]{0,60}pour (?:le compte de |l'un de )?(?:notre|nos|"
    r"un de nos) clients?",
    r"(?:nuestro|un|importante) cliente,? (?:es|una?|del sector|líder|busca|empresa|multinacional)|(?:buscamos|"
    r"seleccionamos)"
    r"[^.!?]{0,60}para (?:nuestro|un(?:o de nuestros)?) (?:importante )?clientes?",
    unless=r"confidential information|attorney|client relationship|client portal",
)
NAMED_CLIENT = re.compile(
    r"\b(?i:our|my|unser|unsere[rn]?|notre|nuestro) (?i:client|kunde|kunden|mandant|mandanten|cliente),? \(?"
    r"(?!(?:A|An|One|The|Is|Who|Ein|Eine|Un|Une|Es)\b)[A-Z][\w&.-]{1,30}(?!\w)"
)
LEGAL_NAME = re.compile(r"\b(?:GmbH|AG|SE|Inc|Ltd|LLC|PLC|Corp|SAS|SARL|S\.A|S\.L|SpA|B\.V|KG)\b")
"""Names, in text as it is written."""

EVERGREEN = wording(
    "evergreen|talent pool|talent pipeline|talent community|talentpool|talent bank|pipeline|not currently hiring|"
    "future opening|future opportunit|future position|future role|future vacanc|general application|open application|"
    "speculative|expression of interest|initiativbewerbung|spontan|vivier|bolsa de|no active|not an active|"
    "not for a specific|no specific opening|no current",
    r"(?:this|the) (?:\w{1,15} ){0,3}(?:is|serves as|represents) (?:an? |our )?(?:evergreen|pipeline|talent[ -]pool|"
    r"ongoing pipeline|general application|speculative)|evergreen (?:role|requisition|posting|position|job|req)|"
    r"pipeline (?:role|requisition|posting|req|position)|proactive(?:ly)? pipeline",
    r"(?:this|the) (?:\w{1,15} ){0,3}(?:is|are|is currently) (?:not|n't) (?:an? )?(?:active|current|open|actual) "
    r"(?:opening|role|position|vacancy|requisition)|not currently hiring for this",
    r"(?:join|joining|be part of|become part of|apply to|apply for|sign up (?:for|to)|register (?:for|in)|enter|"
    r"add(?:ed)? (?:you )?"
    r"to|part of|interest in|for) (?:our|the) (?:[\w-]{1,20} ){0,3}talent[ -]?(?:pool|pipeline|community|bank|"
    r"network)",
    r"(?:considered|consider you|apply|applying|application|interest|profile|candidates|collecting|accepting|"
    r"posting is|"
    r"posted|pipeline|anticipation|hiring|recruiting)[^.!?]{0,40}(?:for|of|in|about) (?:potential |possible |our |"
    r"upcoming )*"
    r"future (?:job )?(?:openings?|opportunit(?:y|ies)|positions?|roles?|vacanc(?:y|ies)|needs)",
    r"(?:this is|submit|send) (?:an?|your) (?:general|open|speculative) application|"
    r"this is an expression of interest",
    r"(?:dies|diese|hier)[^.!?]{0,40}(?:initiativbewerbung|talentpool)|(?:in|für) unseren talent[ -]?pool",
    r"(?:ceci est|cette annonce|cette offre)[^.!?]{0,40}(?:candidature spontanée|vivier)|(?:notre|"
    r"un) vivier de (?:candidats|"
    r"talents|candidatures)",
    r"(?:nuestra|una) bolsa de (?:trabajo|empleo|talento|candidatos)|esta[^.!?]{0,30}bolsa de (?:trabajo|empleo)",
    unless=r"build\w{0,3}|manag\w{1,4}|develop\w{0,4}|maintain\w{0,3}|creat\w{1,3}|own\w{0,3}|nurtur\w{1,4}|"
    r"keep an eye|"
    r"kept on file|on file|keep your|not selected|didn't find|don't see|nothing that fits|no suitable|nicht dabei|"
    r"nichts passendes|aufbau\w{0,3}|pflege|sales pipeline|alternatively|other roles|gérer|développer|gestionar",
)
NO_OPENING = wording(
    "no opening|evergreen|not an active|not a current|not an actual|no vacanc|no position|no role|talent pool|"
    "applications all|take applications|collect applications|"
    "accept applications|roles that|positions that|jobs that|roles which",
    r"(?:have|there (?:is|are)) no (?:\w{1,15} )?(?:openings?|vacanc(?:y|ies)|positions?|roles?) "
    r"(?:right now|at the moment|at present|currently|at this time|yet)|"
    r"evergreen (?:posting|role|requisition|position|advert|vacancy)|not an? (?:active|current|actual) "
    r"(?:vacancy|opening)|"
    r"(?:advert|ad|posting|listing|it) (?:builds|feeds|fills) (?:our|a|the) (?:talent )?(?:pool|pipeline)|"
    r"(?:collect|accept|take) applications (?:all year|throughout the year|on an ongoing basis)|"
    r"(?:roles|positions|jobs) (?:that|which) (?:may|might|could) (?:open|become available)",
)
"""Said of the posting itself, so that nothing beside it makes it harmless."""
EVERGREEN_TITLE = words(
    r"evergreen",
    r"talent[ -]?(?:pool|pipeline|community|bank|network)",
    r"future (?:openings?|opportunit(?:y|ies)|roles?|positions?|vacanc(?:y|ies))",
    r"(?:general|open|speculative|spontaneous|unsolicited) application",
    r"expression of interest|open sollicitatie|initiativbewerbung|initiativ|blindbewerbung",
    r"candidature (?:spontanée|libre)|vivier|candidatura espont[áa]nea|bolsa de (?:trabajo|empleo|talento)",
)
ALWAYS = wording(
    "always|ongoing basis|rolling basis|continuous|immer auf der suche|laufend|toujours|siempre|continuously|"
    "year-round|year round",
    r"(?:we(?:'re| are)?|is|are) always (?:on the lookout|looking|searching|seeking)(?: to (?:hire|meet|"
    r"connect with|expand our "
    r"team|add)| for| out for)?(?: \w{1,15}){0,6} (?:people|talents?|talented|engineers?|developers?|individuals?|"
    r"candidates?|"
    r"professionals|caregivers?|drivers?|nurses?|colleagues|teammates|members|consultants|team|minds|folks|"
    r"teachers?|tutors?)",
    r"(?:we(?:'re| are)?|is|are) (?:always|continuously|constantly) (?:hiring|recruiting|"
    r"accepting (?:applications|resumes|"
    r"cvs))|(?:accept|review)\w{0,3} applications (?:on|for)(?: an?)? (?:ongoing|rolling|continuous|year-round)|"
    r"hir(?:e|ing) (?:year[- ]round|on a rolling basis)",
    r"immer auf der suche nach (?:\w{1,15} ){0,4}(?:talenten|mitarbeite\w{1,6}|kolleg\w{1,6}|menschen|verstärkung|"
    r"fachkräften)|"
    r"(?:suchen|stellen) laufend",
    r"toujours (?:à la recherche|en recherche) de (?:\w{1,15} ){0,3}(?:talents?|profils?|collaborateurs?|candidats?)|"
    r"recrutons (?:toute l'année|en permanence|en continu)",
    r"siempre (?:estamos )?(?:buscando|en búsqueda de)(?: \w{1,15}){0,3} (?:talento|personas|profesionales|"
    r"candidatos)",
)
"""Alone it is what many employers say of themselves; with a second fact the posting is evergreen."""
AGAIN = wording(
    "re-advert|readvert|reposted|re-posted|previous applicants|previously applied|erneut ausgeschrieben|republi",
    r"re-?advertis(?:ed|ement|ing)|re-?post(?:ed|ing)(?: (?:of|role|position))?|"
    r"previous applicants need not(?: re-?)?apply|"
    r"erneut ausgeschrieben|(?:annonce|offre) republiée|oferta republicada",
    unless=r"content|social media|articles?|tweets?|ads",
)

MESSENGER = wording(
    "whatsapp|telegram|signal|wechat",
    r"(?:contact|message|text|reach|write|dm|ping|call|add|chat with|interviewed by) (?:us|me|our|the|mr|mrs|ms|"
    r"hr|hiring)"
    r"[^.!?\n]{0,50}(?:via|on|by|through|over|at|using) (?:whats ?app|telegram|signal|wechat)",
    r"(?:apply|applications?|interviews?|cv|resume|r[ée]sum[ée])[^.!?\n]{0,50}(?:via|on|by|through|over|to|using) "
    r"(?:our |the |my )?(?:whats ?app|telegram|wechat|signal app)|(?:whats ?app|telegram)(?: number|"
    r" only)?(?: ?: ?| us | me | at )"
    r"[+@(]?[\w+(]",
    r"(?:bewirb|bewerb|melde|schreib|kontaktier)\w{0,4}[^.!?\n]{0,50}(?:per|über|via|auf) (?:whats ?app|telegram)",
    r"(?:contacte|postule|écri|envoye)\w{0,4}[^.!?\n]{0,50}(?:par|via|sur) (?:whats ?app|telegram)",
    r"(?:contact|escr[íi]b|env[íi]|post[úu]l)\w{0,7}[^.!?\n]{0,50}(?:por|vía|via|al|a) (?:whats ?app|telegram)",
    unless=rf"{DENIED}|customers?|clients?|clientes|kunden|users?|campaigns?|experience|integrat\w{{1,5}}|api|"
    rf"bots?|communit\w{{1,5}}",
    after=WARNING,
)
MONEY = wording(
    "send money|own bank|wire|western union|moneygram|gift card|your account|own account|personal account|"
    "your bank account|"
    "geld |western|tarjetas regalo|cartes cadeaux|personal bank",
    r"(?:send|wire|transfer|forward) (?:the |some |us |any )?(?:money|funds|payments?)(?: \w{1,12}){0,6} (?:to|"
    r"through|via|by|using|"
    r"into|upfront|in advance)",
    r"(?:receive|process|accept|deposit|forward|collect)(?: \w{1,12}){0,5} (?:payments?|funds|money|"
    r"transfers)(?: \w{1,12}){0,5} "
    r"(?:your|own|personal)(?: \w{1,12}){0,2} account",
    r"western union|moneygram|(?:buy|purchase|send)(?: \w{1,12}){0,3} gift cards",
    r"geld(?: \w{1,12}){0,4} (?:überweisen|weiterleiten|senden)|über (?:ihr|dein) (?:privates |eigenes )?konto",
    r"(?:envoye[rz]|transfére[rz]|vire[rz])(?: \w{1,12}){0,3} (?:argent|fonds)(?: \w{1,12}){0,4} (?:votre|compte)|"
    r"(?:enviar|transferir)(?: \w{1,12}){0,2} dinero",
    unless=rf"{DENIED}|customers?|clients?|remittance|compliance|experience|accounts payable|vendors?|"
    rf"suppliers?|platform|"
    r"product|app|apis?|users?|kunden",
    after=WARNING,
)
CHEQUE = wording(
    "cheque|check |check,|check.|refund|reimburs",
    r"(?:cashier'?s? )?(?:cheque|check)(?: \w{1,12}){0,8} (?:to (?:buy|purchase|cover|pay for)|for (?:the |"
    r"your )?(?:purchase|"
    r"equipment|office|supplies|software|laptop))",
    r"(?:send|mail|issue|email)(?: \w{1,12}){0,4} (?:you )?(?:a |an |the )?(?:\w{1,12} )?(?:cheque|"
    r"check)(?: \w{1,12}){0,8} "
    r"(?:equipment|supplies|office|vendor|software|laptop)",
    r"(?:buy|purchase|pay for|order)(?: \w{1,12}){0,3} (?:your |the |own )?(?:\w{1,12} )?(?:equipment|laptop|"
    r"supplies|software|"
    r"materials)[^.!?\n]{0,60}(?:refunded|reimbursed)[^.!?\n]{0,40}(?:cheque|check|first (?:pay|salary))|"
    r"deposit (?:the|this) "
    r"(?:cheque|check)",
    unless=rf"{DENIED}|background|reference|customers?|health",
    after=WARNING,
)
CRYPTO_PAY = wording(
    "bitcoin|crypto|usdt|tether|btc|krypto|ethereum",
    r"(?:paid|payments?|salary|salaries|wages?|compensation|payouts?|pay|vergütung|bezahlung|gehalt|paiement|"
    r"salaire|pago|sueldo)"
    r"(?: \w{1,12}){0,4} (?:in|via|by|through|en|per|con) (?:bitcoins?|crypto(?:currency|currencies)?|usdt|"
    r"tether|btc|"
    r"kryptow\w{1,8}|ethereum|criptomonedas?|cryptomonnaies?)",
    unless=rf"{DENIED}|options?|optional|optionally|choose|choice|prefer\w{{0,4}}|if you|either|or fiat|"
    rf"customers?|merchants?|"
    r"experience|accept\w{0,3}|products?|platforms?|infrastructure|businesses|users|clients?",
    after=WARNING,
)
EASY_MONEY = wording(
    "no experience|no prior experience|no skills|ohne erfahrung|keine erfahrung|sans expérience|aucune expérience|"
    "sin experiencia|no se requiere experiencia",
    r"no (?:prior |previous )?(?:experience|skills)(?: (?:is |are )?(?:required|needed|necessary))?|(?:ohne|keine) "
    r"(?:\w{1,12})?erfahrung|(?:sans|aucune) expérience|sin experiencia|no se requiere experiencia",
)
"""Of no account alone; with pay that nobody gives for it, a sign."""
WEEKLY = words(
    r"(?:[$€£]\s?)?(\d{1,3}(?:[.,' ]?\d{3})?|\d{4,6})(?:[.,]\d{2})?\s?(k)?\s?(?:[$€£]|usd|eur|gbp|dollars?|euros?)?"
    r"\+?(?: ?/ ?| (?:a|per|every|each|pro|par|a la|por) )(week|day|woche|tag|semaine|jour|semana|d[íi]a)"
)
WEEK_FROM, DAY_FROM = 2_500, 500
DOCUMENTS = wording(
    "passport|bank |bank-|social security|ssn|credit card|debit card|bankdaten|kontodaten|personalausweis|reisepass|"
    "passeport|coordonnées bancaires|rib|pasaporte|datos bancarios|iban|driver's license|identity card|id card",
    r"(?:send|provide|submit|e-?mail|attach|upload|give|share|supply|forward|include)(?: us|"
    r" me)?(?: with)?(?: \w{1,12}){0,5} "
    r"(?:copy|copies|photos?|scan|picture|images?) of (?:your |the )?(?:\w{1,12} ){0,3}(?:passport|id card|"
    r"identity card|"
    r"driver's license|ssn card|social security card|credit card|debit card)",
    r"(?:send|provide|submit|e-?mail|attach|give|share|supply|forward|include|need|require)(?: us| me)?(?: with)?"
    r"(?: \w{1,12}){0,3} your (?:\w{1,12}(?:, | and | or | )){0,4}(?:bank(?:ing)? (?:account )?(?:details?|"
    r"info\w{0,7}|numbers?|"
    r"login)|passport (?:number|details)|social security number|ssn|credit card|debit card|iban)",
    r"(?:send|schick|sende|übermittel|einreich|angeben|mail)\w{0,3}[^.!?\n]{0,50}(?:bankdaten|kontodaten|"
    r"bankverbindung|"
    r"kopie (?:ihres|deines|des) (?:personalausweis|reisepass|ausweis)\w{0,2})",
    r"(?:envoye|transmett|joind|fourni)\w{0,4}[^.!?\n]{0,50}(?:votre rib|coordonnées bancaires|"
    r"copie de (?:votre )?(?:passeport|"
    r"pièce d'identité))",
    r"(?:env[íi]|adjunt|proporcion|facilit)\w{0,5}[^.!?\n]{0,50}(?:datos bancarios|copia de(?:l| tu|"
    r" su) (?:pasaporte|dni))",
    unless=rf"{DENIED}|after (?:you|being|the offer|hire)|once (?:you|hired)|upon (?:hire|offer|joining)|"
    rf"onboarding|i-9|e-verify|"
    r"background check|visa|customers?|clients?|if hired|first day|payroll|kunden|embauche",
    after=WARNING,
)
FEE = wording(
    "fee|fees|deposit|*gebühr|*kosten|kaution|frais|caution|tasa|cuota|matrícula|fianza|starter kit|pay for",
    r"(?:you|candidates?|applicants?|employees?|interns?)(?: \w{1,12}){0,3} (?:pay|cover|deposit|bear|"
    r"purchase)(?: \w{1,12}){0,5} "
    r"(?:fees?|deposit|starter kit|training (?:costs?|course|materials?)|cost of (?:the |your )?training)",
    r"(?:training|registration|application|processing|onboarding|certification|enrol?lment|administration|"
    r"security|visa|"
    r"background check|starter kit|course)[ -](?:fees?|deposit)(?: of [$€£₹]?\s?\d[\d.,]{0,9}| is | are |"
    r" must | needs |"
    r" to be paid| payable|"
    r" applies| required| ?: ?[$€£₹]?\d[\d.,]{0,9})",
    r"(?:refundable|non-refundable) (?:security )?(?:deposit|fee)",
    r"(?:schulungs|anmelde|bearbeitungs|ausbildungs|registrierungs|lehrgangs)(?:gebühr|"
    r"kosten)\w{0,2}[^.!?\n]{0,40}(?:zu zahlen|"
    r"selbst|tragen|bezahlen|fällig|vorab|von \d{1,6})|kaution[^.!?\n]{0,40}(?:zahlen|hinterlegen|fällig|von \d{1,6})",
    r"frais (?:de formation|de dossier|d'inscription|d'adhésion)[^.!?\n]{0,40}(?:à (?:votre|la|ta) charge|à payer|"
    r"à régler|de \d{1,6})",
    r"(?:tasa|cuota|matr[íi]cula|fianza|coste)(?: de(?: la)? (?:formaci[óo]n|inscripci[óo]n|registro))?[^.!?\n]{0,40}"
    r"(?:a cargo del candidato|a tu cargo|deber[áa]s? (?:pagar|abonar)|de \d{1,6})",
    unless=rf"{DENIED}|(?:no|any|without|zero|keine|sans|sin)(?: \w{{1,15}}){{0,3}} (?:fees?|deposits?|frais|"
    rf"gebühr\w{{0,2}}|tasas?|cuotas?)|waive\w{{0,2}}|we (?:pay|cover|reimburse)|company (?:pays|covers|paid)|"
    rf"paid by us|covered by|reimburs\w{{1,6}}|"
    r"employer|customers?|clients?|students?|members?|patients?|residents?|tenants?|guests?|placement|agency|"
    r"agencies|"
    r"übernehmen|übernimmt|kunden|pris en charge|prenons|a cargo de la empresa|tuition assistance|collect\w{0,3}|"
    r"process",
    after=WARNING,
)
FREE_MAIL = wording(
    "@gmail.|@googlemail.|@outlook.|@hotmail.|@yahoo.|@ymail.|@aol.|@icloud.|@live.|@proton|@gmx.|@web.de|@mail.",
    r"[\w.+-]{1,60}@(?:gmail|googlemail|outlook|hotmail|yahoo|ymail|aol|icloud|live|proton|protonmail|gmx|web|mail)"
    r"\.(?:com|de|net|me|fr|es|co\.uk|ru|org|at|ch)",
    unless=DENIED,
    after=WARNING,
)
