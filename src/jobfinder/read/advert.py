"""Does a text read like the advertisement of a job? How many of the things that such texts say does it say?

Pure. Called by the readers of pages without structured data: `read.article`, `read.sections`, `read.records`. One sign
alone means nothing (news speak of hiring, shops of benefits); a posting has four and more of the nine kinds. To extend
to a language: its words in the row of SIGNS they belong to.
"""

from __future__ import annotations

import re

READ = 12_000
"""Characters of a text that are looked at."""


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(words)})(?![^\W_])", re.IGNORECASE)


SIGNS: dict[str, re.Pattern[str]] = {
    "tasks": _any(
        r"responsibilit(?:y|ies)|(?:your|key|main|essential|job) (?:tasks|duties|functions)|duties|job description",
        r"what you(?:['’]ll| will)(?: be)? (?:do|doing|work|own|build)\w{0,3}|what you['’]ll|day[- ]to[- ]day",
        r"position (?:summary|overview)|role (?:summary|overview)|job summary|about (?:the|this) (?:role|job|position)",
        r"the role|your (?:role|mission|impact)|in this (?:role|position)",
        r"aufgaben|deine rolle|ihre rolle|das erwartet (?:dich|sie)|tätigkeiten|aufgabengebiet",
        r"missions|vos missions|vos tâches|responsabilités|le poste|description du poste",
        r"responsabilidades|funciones|tareas|descripción (?:de la oferta|del puesto)|responsabilità|mansioni|attività",
        r"atividades|atribuições|taken|werkzaamheden|functieomschrijving|arbetsuppgifter|arbejdsopgaver",
        r"arbeidsoppgaver",
        r"náplň práce|pracovní náplň|co (?:tě|vás) (?:čeká|u nás čeká)|zakres obowiązków|obowiązki|opis stanowiska",
    ),
    "demands": _any(
        r"requirements?|qualifications?|what you(?:['’]ll| will)? (?:bring|need|have)|who you are|must[- ]haves?",
        r"you (?:have|bring|are)|your profile|skills (?:and|&) experience|nice[- ]to[- ]haves?",
        r"we(?:['’]re| are) looking for",
        r"ideal candidate|preferred (?:skills|experience|qualifications)|you might be a (?:good )?fit",
        r"anforderungen|dein profil|ihr profil|das bringst du mit|was du mitbringst|qualifikation(?:en)?",
        r"voraussetzungen",
        r"profil (?:recherché|souhaité)|votre profil|compétences|prérequis|requisitos|perfil|requisiti|profilo",
        r"vereisten|functie-?eisen|jouw profiel|wie ben jij|kvalifikationer|krav|kvalifikasjoner|profil",
        r"požadujeme|požadavky|co (?:od (?:tebe|vás) )?očekáváme|wymagania|oczekujemy|oczekiwania",
    ),
    "offer": _any(
        r"benefits|perks|we offer|what we offer|we provide|what(?:['’]s in it for you| you['’]ll get)|compensation",
        r"wir bieten|das bieten wir|unser angebot|benefits|avantages|nous (?:vous )?(?:offrons|proposons)|ofrecemos",
        r"beneficios|se ofrece|offriamo|benefici|oferecemos|benefícios|wij bieden|wat bieden wij|vi erbjuder",
        r"vi tilbyder",
        r"vi tilbyr|nabízíme|co nabízíme|oferujemy|benefity|to oferujemy",
    ),
    "apply": _any(
        r"apply (?:now|today|here|by|online|for|to|via|with)?|to apply|how to apply",
        r"send (?:us )?(?:your|a) (?:cv|resum[eé])",
        r"(?:your|submit a?) (?:cv|resum[eé]|cover letter|application)|bewerb(?:en|ung|ungen|ungsunterlagen)",
        r"jetzt bewerben",
        r"postul(?:er|ez)|candidatures?|lettre de motivation|cv|inscríbete|envía(?:nos)? tu|aplica|candidati",
        r"candidatar",
        r"candidate-se|solliciteer|solliciteren|sollicitatie|ansök(?:an)?|ansøg(?:ning)?|søk(?:nad)?|životopis",
        r"pošli nám",
        r"aplikuj|zareaguj|curriculum",
    ),
    "experience": _any(
        r"\d{1,2}\+?(?:\s?(?:-|–|to)\s?\d{1,2})?\+? years?(?:['’])?(?: of)?|years? of (?:\w{1,20} )?experience",
        r"proven experience",
        r"experience (?:with|in|as|working)|degree|diploma|berufserfahrung|jahre erfahrung|erfahrung (?:in|mit|im)",
        r"studium",
        r"ausbildung|abgeschlossene\w{0,2}|expérience|ans d['’]expérience|formation|experiencia|titulación",
        r"esperienza|laurea",
        r"experiência|formação|ervaring|hbo|mbo|erfarenhet|utbildning|erfaring|uddannelse|praxe|praxi|vzdělání",
        r"doświadczenie|doświadczenia|wykształcenie",
    ),
    "seeking": _any(
        r"(?:is|are|we(?:['’]re| are)) (?:\w{1,12} )?(?:seeking|hiring|recruiting|looking for)|we seek",
        r"join (?:us|our|the)",
        r"you will|you['’]ll|we want you|wir suchen|suchen wir|du (?:arbeitest|bist|hast|übernimmst)",
        r"sie (?:sind|haben)",
        r"nous (?:recherchons|recrutons)|recherche (?:un|une)|vous (?:êtes|serez|avez|disposez)|buscamos|se busca",
        r"estamos buscando",
        r"cerchiamo|ricerchiamo|procuramos|buscando|wij zoeken|zoeken wij|we zoeken|jij bent|vi söker|söker vi",
        r"vi søger",
        r"vi søker|hledáme|hledá|přijmeme|szukamy|poszukujemy",
    ),
    "terms": _any(
        r"full[- ]?time|part[- ]?time|permanent|contract|internship|hourly|salary(?: range)?|pay range|job type",
        r"employment type",
        r"start date|shift|remote|hybrid|on-?site|vollzeit|teilzeit|befristet|unbefristet|festanstellung|gehalt",
        r"eintritt",
        r"cdi|cdd|temps (?:plein|partiel)|alternance|rémunération|salaire|jornada|contrato|salario",
        r"tempo (?:pieno|indeterminato)",
        r"contratto|período integral|clt|voltijd|deeltijd|fulltime|parttime|heltid|deltid|tillsvidare|fastansættelse",
        r"fast stilling",
        r"plný úvazek|hpp|mzda|úvazek|pełny etat|umowa(?: o pracę)?|wynagrodzenie|b2b",
    ),
    "place": _any(
        r"location|work location|based in|standort|arbeitsort|lieu(?: de travail)?|localisation|ubicación",
        r"lugar de trabajo",
        r"sede(?: di lavoro)?|localização|local de trabalho|locatie|standplaats|ort|arbejdssted|arbeidssted",
        r"místo výkonu práce",
        r"miejsce pracy|lokalizacja|department|reports? to|reporting to|job (?:id|code|number)|requisition|req\.? id",
    ),
    "employer": _any(
        r"equal[- ]opportunity|candidates?|applicants?|employment|colleagues|this (?:role|position|job)|hiring manager",
        r"regardless of|without regard to|bewerber\w{0,5}|kolleg\w{1,5}|mitarbeiter\w{0,5}|m ?/ ?w ?/ ?d",
        r"w ?/ ?m ?/ ?d|h ?/ ?f",
        r"candidats?|candidatos?|candidata|kandidat\w{0,3}|kandidaat|collega['’]?s|uchazeč\w{0,2}|kandydat\w{0,3}",
    ),
}


def signs(text: str) -> frozenset[str]:
    """The kinds of things said in the text that job advertisements say."""
    read = text[:READ]
    return frozenset(name for name, words in SIGNS.items() if words.search(read))
