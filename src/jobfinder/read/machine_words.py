"""Wordings that speak to a machine: orders, words that address it, signs that part a conversation with a model.

Data, read by `read.to_machines`. In folded text (see `read.wording`). To extend: a wording in ORDERED where it is an
order that anybody could be given, in SPOKEN_TO where it names the machine.
"""

from __future__ import annotations

import re

from jobfinder.read.wording import wording

MACHINE = (
    r"(?:ai|a\.i\.|llms?|(?:large )?language models?|artificial intelligence|chat ?gpt|gpt(?:-\d)?|claude|gemini|"
    r"copilot|"
    r"chat ?bots?|bots?|robots?|machine|automated (?:systems?|tools?|screeners?|readers?|agents?)|"
    r"screening (?:models?|systems?|tools?|bots?|algorithms?))"
)
KIND = r"(?: (?:language )?(?:models?|assistants?|systems?|agents?|tools?|bots?|screeners?|evaluators?|parsers?))?"
READING = (
    r"(?:reading|processing|parsing|evaluating|reviewing|screening|analy[sz]ing|summari[sz]ing|scoring|ranking|rating|"
    r"crawling|scraping|tasked|asked|instructed|used)"
)
THING = (
    r"(?:job|posting|position|role|listing|vacancy|opening|opportunity|description|ad|advert|advertisement|company|"
    r"employer|candidate|text|page|document)"
)
FULL = r"(?:\d{2,3}(?: ?%| out of| points|/)?|10/10|perfect|maximum|max|highest|top|best|excellent|full|ideal|strong)"
BEFORE = (
    r"(?:previous|prior|above|preceding|earlier|foregoing|existing|original|other|former|system|initial|current|safety)"
)
ORDERS = (
    r"(?:instructions?|prompts?|directions?|rules?|guidelines?|commands?|context|messages?|requests?|criteria|text)"
)
NOT_MEANT = (
    r"attack\w{0,4}|injections?|injected|jailbreak\w{0,4}|red[- ]?team\w{0,4}|adversar\w{1,5}|malicious|such as|e\.g\.|"
    r"for example|examples? (?:of|like)|detect\w{0,3}|defen[cds]\w{1,4}|guardrails?|angriffe?\w{0,2}|attaques?|"
    r"ataques?|"
    r"attacchi|exploits?|vulnerabilit\w{1,3}|threats?"
)
UNMEANT = re.compile(rf"(?<![^\W_])(?:{NOT_MEANT})(?![^\W_])")
TOLD = re.compile(
    r"(?:^|[.:;!?\"'(\[*>#,-]|(?<![^\W_])(?:please|now|then|and|must|should|shall|are to|have to|has to|need to|"
    r"want you to|ask you to|you to|instructed to|required to|always|just|first|instead|so|bitte|veuillez|por favor|"
    r"per favore|prego|ahora|agora|ora|maintenant|jetzt|e|et|y|und))[\s\"'*_]{0,4}$"
)
"""What stands before an order: nothing, a stop, or a word that passes an order on."""

ORDERED = (
    wording(
        "ignor|disregard|forget|overrid|overrule|bypass",
        rf"(?:ignore|disregard|forget|override|overrule|bypass)(?: (?:all|any|every|each|the|your|my|of|these|those|"
        rf"everything|and)){{0,4}} {BEFORE}(?: (?:and|or) {BEFORE})?(?: \w{{1,15}})? {ORDERS}",
        r"(?:ignore|disregard|forget)(?: (?:all|any|every|the|your|of)){1,3} (?:instructions|prompts|rules|guidelines)"
        r"(?: (?:above|before|you (?:were|have been) given|so far|given))",
        r"(?:ignore|disregard|forget) (?:everything|anything|all) (?:above|before|you (?:were|have been) told|"
        r"said so far)",
    ),
    wording(
        "anweisung|instruktion|befehl|vorgaben|regeln",
        r"(?:ignorier(?:e|en|t)?|missachte[nt]?|vergiss|vergesst|vergessen)(?: (?:sie|bitte|alle|s[äa]mtliche|die|"
        r"deine|"
        r"ihre|jegliche)){0,4} (?:vorherige[nr]?|bisherige[nr]?|vorige[nr]?|fr[üu]here[nr]?|obige[nr]?|"
        r"vorangegangene[nr]?|vorhergehende[nr]?) (?:anweisungen|instruktionen|befehle|vorgaben|regeln|prompts)",
    ),
    wording(
        "instructions|consignes|directives|règles",
        r"(?:ignore[zr]?|oublie[zr]?|(?:ne )?(?:tiens|tenez) pas compte)(?: (?:de|des|toutes|les|tes|vos|ces)){0,4} "
        r"(?:instructions|consignes|directives|règles)(?: \w{1,15})? (?:précédentes|antérieures|ci-dessus|données)",
    ),
    wording(
        "instrucciones|indicaciones|órdenes|reglas",
        r"(?:ignora|ignore|ignorad|ignoren|olvida|olvide|olvidad|descarta|descarte|haz caso omiso|haga caso omiso)"
        r"(?: (?:de|a|todas|las|tus|sus|estas)){0,4} (?:instrucciones|indicaciones|órdenes|reglas)"
        r"(?: \w{1,15})? (?:anteriores|previas|precedentes)",
    ),
    wording(
        "istruzioni|indicazioni|regole",
        r"(?:ignora|ignorate|ignori|dimentica|dimenticate|trascura)(?: (?:tutte|le|tue|vostre|sue|queste)){0,4} "
        r"(?:istruzioni|indicazioni|regole)(?: \w{1,15})? (?:precedenti|anteriori)",
    ),
    wording(
        "instruções|orientações|ordens|regras",
        r"(?:ignore|ignora|ignorem|esqueça|esquece|desconsidere|descarte)(?: (?:de|todas|as|suas|tuas|estas)){0,4} "
        r"(?:instruções|orientações|ordens|regras)(?: \w{1,15})? (?:anteriores|prévias|precedentes)",
    ),
    wording(
        "rate this|rate the|score this|score the|rank this|mark this|classify this|grade this|give this|recommend this|"
        "assign this|treat this|label this|rate it|score of|describe this",
        rf"(?:rate|score|rank|mark|classify|grade|give|assign|treat|label|describe)(?: (?:this|"
        rf"the)) (?:\w{{1,12}} )?{THING}"
        rf"(?: \w{{1,12}}){{0,3}}? (?:a |an |as |at |with |the |to |of )*(?:score )?(?:of )?{FULL}",
        rf"recommend this {THING}(?: \w{{1,12}}){{0,3}} (?:to (?:the |every |all |any )?(?:user|candidate|"
        rf"applicant|seeker)s?|"
        r"regardless|unconditionally|no matter)",
        rf"(?:assign|give|output|return|use|set)(?: \w{{1,12}}){{0,3}} score (?:of |to )?{FULL}",
    ),
    wording(
        "system prompt|your prompt|your instructions|hidden prompt",
        r"(?:reveal|print|output|repeat|show|leak|disclose|display) (?:me )?(?:your|the)(?: \w{1,12}){0,2} "
        r"(?:system prompt|prompt|instructions)",
    ),
    wording(
        "bewerte|stufe |empfiehl|empfehlen sie",
        r"(?:bewerte[nt]?|stufe[nt]?|empfiehl|empfehlen)(?: sie)?(?: bitte)? (?:diese|die|dieses|dieser)[nsr]? "
        r"(?:stelle|anzeige|position|stellenanzeige|ausschreibung|firma|job)(?: \w{1,12}){0,3} "
        r"(?:mit|als|auf|uneingeschränkt)(?: (?:der|dem|einer|einem))? "
        r"(?:\d{2,3}|höchst\w{0,4}|maximal\w{0,2}|perfekt\w{0,2}|voll\w{0,2}|ideal\w{0,2}|best\w{0,3})",
    ),
    wording(
        "cette offre|ce poste|cette annonce",
        r"(?:note[zr]?|évalue[zr]?|attribue[zr]?|donne[zr]?|classe[zr]?)(?: à)? (?:cette offre|ce poste|cette annonce)"
        r"(?: \w{1,12}){0,3} (?:\d{2,3}|maximale?|parfaite?|meilleure?|excellente?)",
    ),
    wording(
        "esta oferta|este puesto|este empleo|esta vaga|questa offerta|questo annuncio|questa posizione|este anúncio",
        r"(?:califica|califique|puntúa|puntúe|evalúa|evalúe|valora|valore|clasifica|da|avalie|classifique|dê|"
        r"pontue|valuta|"
        r"valutate|assegna|classifica)(?: (?:a|à))? (?:esta oferta|este puesto|este empleo|esta vaga|este anúncio|"
        r"questa offerta|questo annuncio|questa posizione)(?: \w{1,12}){0,3} "
        r"(?:\d{2,3}|máxim\w|perfect\w|perfeit\w|perfett\w|mejor|melhor|massim\w|excelente|eccellente)",
    ),
    wording(
        " to ai| to all ai| to any ai| for ai| for all ai| for any ai|llm|language model|chatgpt|attention ai|dear ai|"
        "hey ai|screening model|bots|ai screener",
        rf"(?:note|notes|message|instructions?|attention|notice|memo|reminder|warning|directive) (?:to|for) "
        rf"(?:all |any |the )?{MACHINE}{KIND}(?= ?(?:[,:!)]|{READING}|only))",
        rf"(?:attention|dear|hey|hello|hi),? (?:all |any )?{MACHINE}{KIND}(?= ?[,:!])",
    ),
    wording(
        "ki|sprachmodell|llm|chatbot",
        r"(?:hinweis|anweisung(?:en)?|nachricht|achtung|mitteilung)(?: (?:an|für))?,? (?:alle )?(?:ki|kis|llms?|"
        r"sprachmodelle?|chatbots?|ki-(?:modelle?|assistenten?|systeme?|tools?))(?= ?[,:!])",
    ),
    wording(
        " ia|llm|modèles de langage|intelligences artificielles",
        r"(?:note|message|avis|instructions?|à l'attention)(?: aux| pour les| des)? (?:ia|llms?|modèles de langage|"
        r"assistants ia|intelligences artificielles)(?= ?[,:!])",
    ),
    wording(
        " ia|llm|modelos de lenguaje",
        r"(?:nota|mensaje|aviso|instrucciones) (?:para|a) (?:las |los )?(?:ia|llms?|modelos de lenguaje|"
        r"asistentes de ia)(?= ?[,:!])",
    ),
    wording(
        "system|assistant",
        r"(?:system|assistant)(?: (?:prompt|message|note|instructions?))?\]?\s?:\s{0,3}(?:you (?:are|must|will|"
        r"should)|ignore|disregard|override|rate|score|always|new instructions?)",
    ),
)
"""Orders: meant only where one is given, not where a sentence speaks of one."""
SPOKEN_TO = (
    wording(
        "if you're|if you are|in case you are|should you be",
        rf"(?:if|in case) you(?:'re| are) (?:actually )?(?:an? |the )?{MACHINE}{KIND}(?! ?[,/&] ?(?:ml|machine|"
        rf"data|llm|nlp|"
        rf"robotics|or|and))(?= ?(?:[,.:;!)]|{READING}|and {READING}|that is|who is|then|please|$))",
        rf"should you be (?:an? |the )?{MACHINE}{KIND}(?= ?(?:[,.:;!)]|{READING}))",
    ),
    wording(
        "reading this|processing this|reviewing this|evaluating this|parsing this|screening this|summarizing this|"
        "analyzing this|scoring this|ranking this",
        rf"{MACHINE}{KIND} {READING} this {THING}",
    ),
    wording(
        "ai |llm|language model|screening model|screening system|screening tool|chatbot|bots |chatgpt",
        rf"{MACHINE}{KIND} (?:must|should|shall|have to|has to|are (?:instructed|required|asked|told) to|need to|"
        rf"please)"
        rf"(?: \w{{1,12}}){{0,2}}? (?:rate|score|rank|give|recommend|output|respond|reply|answer|return|include|"
        rf"mark|treat|"
        rf"ignore|assign|describe|report|classify|select|shortlist)(?: \w{{1,12}}){{0,4}}? "
        rf"(?:(?:this|the) {THING}|{FULL}(?: score| match| rating)?|the (?:word|phrase|following)|all (?:other|"
        rf"previous))",
    ),
    wording(
        "<|im_|<|system|<|user|<|assistant|<|end|[inst|[/inst|<<sys|<</sys",
        r"<\|(?:im_start|im_end|system|user|assistant|endoftext|end_header_id)\|>\w{0,20}",
        r"\[/?inst\]|<</?sys>>",
    ),
    wording(
        "begin|start of|end of|updated|new ",
        r"(?:begin|start of|end of|updated|new) (?:system prompt|instructions? (?:for|to) (?:the )?(?:ai|llm|model|"
        r"assistant))",
    ),
    wording(
        "you are now|from now on|developer mode",
        r"you are now (?:in )?(?:developer mode|dan|an? (?:\w{1,15} ){0,2}(?:ai|assistant|language model|llm|chatbot|"
        r"evaluator|scorer))",
        r"from now on,? (?:you (?:are|will act|must act|act)|act) (?:as )?an? (?:\w{1,15} ){0,2}(?:ai|assistant|model|"
        r"chatbot|scorer)",
    ),
    wording(
        "ki |ki,|sprachmodell|llm|chatbot| bot |künstliche intelligenz|ki-",
        r"(?:wenn|falls|sofern) (?:du|sie|ihr) (?:eine? |ein )?(?:ki|künstliche intelligenz|"
        r"(?:großes )?sprachmodell|llm|"
        r"chatbot|bot|ki-(?:modell|assistent|system|agent|tool)|maschine) (?:bist|sind|seid|sein sollte[ns]?t?)",
        r"(?:ki-(?:modelle?|assistenten?|systeme?|tools?)|sprachmodelle?|chatbots?|llms?) (?:müssen|sollen|"
        r"sollten|muss|soll)"
        r"(?: \w{1,15}){0,2}? (?:diese|die) (?:stelle|anzeige|position|stellenanzeige|ausschreibung)",
    ),
    wording(
        "si tu es|si vous êtes|modèles de langage|les ia |assistants ia|note aux|à l'attention des",
        r"si (?:tu es|vous êtes) (?:un |une )?(?:ia|intelligence artificielle|(?:grand )?modèle de langage|llm|"
        r"assistant ia|chatbot|robot)",
        r"les (?:ia|modèles de langage|assistants ia|llms?) (?:doivent|devraient|sont priés)(?: \w{1,15}){0,3}? "
        r"(?:cette offre|ce poste|cette annonce)",
    ),
    wording(
        "si eres|si usted es|si es usted|modelos de lenguaje|asistentes de ia|las ia ",
        r"si (?:eres|usted es|es usted) (?:una? )?(?:ia|inteligencia artificial|(?:gran )?modelo de lenguaje|llm|"
        r"asistente de ia|chatbot|bot|robot)(?![^\W_])(?! (?:engineer|trainer))",
        r"(?:los |las )?(?:ia|modelos de lenguaje|asistentes de ia|llms?) (?:deben|deberían)(?: \w{1,15}){0,3}? "
        r"(?:esta oferta|este puesto|este empleo)",
    ),
    wording(
        "se sei|se siete|se você é|se és|se voce e|modelli linguistici|modelos de linguagem|assistenti ia|"
        "assistentes de ia",
        r"se (?:sei|siete) (?:un |una |un')?(?:ia|intelligenza artificiale|(?:grande )?modello (?:linguistico|"
        r"di linguaggio)|llm|assistente ia|chatbot|bot|robot)",
        r"se (?:você é|és|voce e) (?:uma? )?(?:ia|inteligência artificial|(?:grande )?modelo de linguagem|llm|"
        r"assistente de ia|chatbot|bot|robô)",
        r"(?:i modelli linguistici|gli assistenti ia|os modelos de linguagem|os assistentes de ia) (?:devono|"
        r"dovrebbero|devem)"
        r"(?: \w{1,15}){0,3}? (?:questa offerta|questo annuncio|questa posizione|esta vaga|este anúncio)",
    ),
)
"""Words that speak to the machine that reads them."""
