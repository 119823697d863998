"""The German counterpart of `prose` and `families`: enough for the few postings that are in German."""

from __future__ import annotations

ABOUT = (
    "{name} entwickelt {product} für {customers}. Gegründet {founded}, arbeiten wir heute mit rund {headcount} "
    "Menschen von {city} aus.",
    "Wir bei {name} bauen {product}. Unsere Kundschaft: {customers}. "
    "Hinter dem Produkt steht ein Team von etwa {headcount} Personen mit Sitz in {city}.",
)
MISSIONS = (
    "Das Team {team} verantwortet einen Kernbereich unseres Produkts, vom Datenmodell bis zum Betrieb.",
    "Du verstärkst das Team {team}, das lieber wenige Dinge gut macht als viele halb.",
)
DUTIES = (
    "Du entwirfst und entwickelst Dienste mit {a}, auf die sich andere Teams verlassen können",
    "Du verantwortest Datenmodelle und Schnittstellen rund um {b}",
    "Du verbesserst Überwachung, Tests und Auslieferung, bis niemand mehr darüber redet",
    "Du begleitest neue Funktionen von der ersten Skizze bis in den Betrieb",
    "Du gibst Wissen in Reviews und Gesprächen weiter",
    "Du findest Engpässe, misst sie und räumst sie aus dem Weg",
)
NEEDS = (
    "Sehr gute Kenntnisse in {a} und Erfahrung mit {b}",
    "Sicherer Umgang mit {a}",
    "Praktische Erfahrung mit {a} oder vergleichbaren Werkzeugen",
)
YEARS = (
    "Mindestens {years} Jahre Berufserfahrung in einer ähnlichen Position",
    "{years}+ Jahre einschlägige Erfahrung",
)
MANNER = (
    "Abgeschlossenes Studium der Informatik oder eine vergleichbare Ausbildung",
    "Sehr gute Deutschkenntnisse (C1) und gutes Englisch",
    "Freude an sauberer Arbeit und klaren Worten",
    "Eigenständige, verlässliche Arbeitsweise",
)
BENEFITS = (
    "30 Tage Urlaub und flexible Arbeitszeiten",
    "Betriebliche Altersvorsorge mit 25 % Zuschuss",
    "Deutschlandticket oder Dienstrad",
    "Weiterbildungsbudget und Zeit, es zu nutzen",
    "Unbefristeter Arbeitsvertrag",
    "Mobiles Arbeiten an bis zu drei Tagen pro Woche",
)
WORKPLACE = {
    "remote": "Die Stelle ist vollständig remote innerhalb Deutschlands besetzbar.",
    "hybrid": "Wir arbeiten hybrid: zwei Tage pro Woche im Büro in {city}.",
    "onsite": "Der Arbeitsort ist {city}, vor Ort.",
}
PAY = {
    "year": "Das Gehalt liegt je nach Erfahrung zwischen {low} und {high} brutto im Jahr.",
    "month": "Das Gehalt liegt zwischen {low} und {high} brutto im Monat.",
    "hour": "Der Stundensatz liegt zwischen {low} und {high}.",
}
CLOSING = (
    "Wir freuen uns über Bewerbungen von Menschen jeder Herkunft, jeden Alters und Geschlechts.",
    "Bitte nenne uns deinen frühesten Eintrittstermin und deine Gehaltsvorstellung.",
)
HEADINGS = {"duties": "Deine Aufgaben", "needs": "Dein Profil", "nice": "Von Vorteil", "benefits": "Wir bieten"}
SUFFIXES = (" (m/w/d)", " (w/m/d)", " (all genders)", "")
TITLES = {
    "backend": ("Backend-Entwickler", "Softwareentwickler Backend", "Senior Backend-Entwickler"),
    "data": ("Data Engineer", "Dateningenieur", "Senior Data Engineer"),
    "platform": ("Plattform-Ingenieur", "DevOps Engineer"),
    "sales": ("Vertriebsmitarbeiter", "Account Manager"),
}
