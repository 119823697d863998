"""How the postings of the ranking benchmark are worded: prose in sections, of many templates, in English or German.

A role and a `Style` in, a `jobfinder.model.Posting` out; the same role in another style says the same in other words,
another order, other bullets. What a role does not tell (`Role.tells`) is left out. Used by `ranking_world` and
`repeatability`. To say something in another way: a line in the table of its section.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from jobfinder.model import Company, Place, Posting, Remote, Salary
from ranking_families import BY_NAME, GERMAN, SPELT
from ranking_relevance import EUROPE, Ask, Role
from ranking_seekers import COUNTRY

TODAY = date(2026, 11, 16)
LEVEL_FIELD = {0: "internship", 1: "entry level", 2: "mid level", 3: "senior", 4: "lead", 5: "principal"}


class Style(NamedTuple):
    """How a role is put into words. `words` chooses among templates, `order` the order of sections (0: the usual one),
    `bullet` begins a row ("1." numbers them), `newline` ends a line, `space` parts words, `extra` is a paragraph that
    says nothing of the role.
    """

    words: int
    order: int = 0
    bullet: str = "•"
    newline: str = "\n"
    space: str = " "
    extra: str = ""


# ---------------------------------------------------------------- tables, English

HEADS: dict[str, tuple[str, ...]] = {
    "about": ("About us", "Who we are", "The company", "About {company}", "Our story"),
    "duties": ("What you will do", "Your role", "Responsibilities", "The job", "Your day to day", "The role"),
    "required": ("Requirements", "What you bring", "Must haves", "Your profile", "What we look for", "You have"),
    "nice": (
        "Nice to have",
        "Bonus points",
        "It would be great if you also have",
        "Good to have, not a must",
        "Pluses",
    ),
    "terms": ("Good to know", "The details", "Terms", "Practical matters", "At a glance"),
    "offer": ("What we offer", "Benefits", "Perks", "What is in it for you", "Why join"),
    "equal": ("Equal opportunity", "Diversity", "Everybody is welcome", "A word on fairness"),
    "apply": ("How to apply", "Our process", "Next steps", "Interested?"),
}
OPENERS = (
    "{company} is looking for a {title}.",
    "We want to hire a {title} to strengthen our team.",
    "Our team is growing and we need a {title}.",
    "Do you want to work as a {title}? Read on.",
    "This is an opening for a {title}.",
)
SKILL = (
    "Solid experience with {skill}",
    "Strong command of {skill}",
    "You know {skill} well",
    "Hands-on practice in {skill}",
    "Proven work with {skill}",
    "{skill}: you have used it in earnest",
    "Proficiency in {skill}",
    "Confident use of {skill}",
)
SKILL_YEARS = (
    "{years}+ years of {skill}",
    "At least {years} years working with {skill}",
    "{skill} ({years} years or more)",
    "Minimum {years} years of hands-on {skill}",
)
SKILLS_PROSE = (
    "You must be at home in {skills}.",
    "We expect that you have worked with {skills} before.",
    "The role needs somebody with a good grounding in {skills}.",
    "To do well here you need {skills}.",
)
NICE = (
    "{skill} is a plus",
    "Some exposure to {skill}",
    "Ideally a little {skill}, too",
    "{skill}, though you can learn it here",
    "Experience with {skill} would be welcome, but is not needed",
)
YEARS = (
    "{years}+ years of professional experience",
    "At least {years} years in a similar role",
    "A minimum of {years} years on the job",
    "{years} or more years of relevant work",
)
NO_YEARS = ("No previous experience needed", "Newcomers are welcome; we train you", "Experience is not required")
DEGREE = {
    "bachelor": (
        "A bachelor's degree is required",
        "BSc or equivalent degree required",
        "Bachelor's degree (mandatory)",
    ),
    "master": ("A master's degree is required", "MSc required", "You hold a master's degree"),
    "doctorate": ("A PhD is required", "You hold a doctorate"),
}
LANGUAGE = {
    "C2": ("{name} at the level of a native speaker (C2)", "Near-native {name} is required"),
    "C1": ("Fluent {name} (C1) is required", "{name} C1, spoken and written", "You speak fluent {name}"),
    "B2": (
        "Good {name} (B2 or better)",
        "{name} at B2 level is required",
        "Very good working knowledge of {name} (B2)",
    ),
    "B1": ("{name} at B1 level", "Conversational {name} (B1)"),
}
SPONSORS = (
    "We sponsor visas and help you to relocate.",
    "Visa sponsorship is available for this role.",
    "If you need a work permit, we take care of it.",
)
NO_SPONSORS = (
    "We are unable to sponsor work visas for this role.",
    "Applicants must already hold the right to work in {country}; no visa sponsorship.",
    "Please note that sponsorship is not available, now or in the future.",
    "We do not offer visa sponsorship.",
)
CITIZENS = (
    "Because of government contracts, only citizens of {country} can be considered.",
    "{country} citizenship is required; you must be able to obtain a security clearance.",
)
SCOPE = (
    "This is a remote role open to people based in {scope}.",
    "You can work remotely from {scope} only.",
    "Candidates must reside in {scope}.",
    "Remote ({scope} only).",
)
ANYWHERE = ("Work from anywhere in the world.", "Fully remote, wherever you live.", "We hire worldwide, fully remote.")
REMOTE = ("This is a fully remote position.", "You work remotely.", "100% remote.")
HYBRID = (
    "Hybrid: two days a week in our {city} office.",
    "We work in a hybrid model from {city}, three days at the office.",
    "Part of the week you work from home, the rest in {city}.",
)
ONSITE = (
    "This role is on site in {city}.",
    "You work at our site in {city}, {country}.",
    "On-site work in {city}; no home office.",
)
PLACE = ("Location: {city}, {country}", "We are based in {city}, {country}.", "Your workplace: {city}, {country}")
PAY = (
    "Salary: {pay}",
    "The pay range for this role is {pay}.",
    "We pay {pay}, depending on experience.",
    "Compensation: {pay}",
    "Base pay {pay}",
)
COMMISSION = (
    "Commission only: you earn what you sell. Uncapped.",
    "There is no base salary; pay is 100% commission.",
)
EMPLOYMENT = {
    "permanent": ("Permanent, full-time", "Full-time employment, unlimited contract", "This is a full-time position."),
    "contract": (
        "This is a contract role on a B2B basis, six months to start.",
        "Freelance contract (B2B invoice), 12 months.",
        "We hire as independent contractor only.",
    ),
    "part_time": ("Part-time, 20 hours a week", "This is a part-time position (50%)."),
    "temporary": ("Temporary position for the season", "Fixed-term contract for three months"),
    "internship": ("A paid internship of six months", "This is an internship for students."),
}
EVERGREEN = (
    "We have no opening right now; this advert builds our talent pool for the future.",
    "This is a general pipeline posting. We collect applications all year round for roles that may open later.",
)
OFFER = (
    "30 days of holiday and your birthday off",
    "A budget for courses and books",
    "Health insurance from the first day",
    "Good coffee and better colleagues",
    "A pension plan that we pay into",
    "Hardware of your choice",
    "Help with child care",
    "A bicycle or a ticket for public transport",
    "Two company weekends a year",
    "Volunteering days",
)
EQUAL = (
    "{company} is an equal opportunity employer. We do not discriminate on the basis of race, religion, colour, "
    "origin, gender, orientation, age, marital status, veteran status or disability.",
    "Whoever you are and wherever you come from, you are welcome to apply. Tell us if you need adjustments during the "
    "process and we will see to it.",
    "We look at what people can do. Applications are read without photo and date of birth.",
)
APPLY = (
    "Send us a few lines and your CV. You will hear from us within a week.",
    "A call, a practical task, a day with the team: that is all.",
    "Apply with the button below; a cover letter is not needed.",
)
CULTURE = (
    "We believe that good work needs quiet hours and honest words. Meetings have an agenda, decisions are written "
    "down, and whoever was not in the room can read why. We would "
    "rather ship something small this week than something grand "
    "next year, and we would rather hear about a mistake on the day it happens than find it a month later.",
    "New colleagues get a companion for the first three months, a plan for the first thirty days and time to look "
    "around. Twice a year you talk with your lead about what went well, what you want to learn and what you earn. "
    "People move between teams more often than they leave, and many of those who left have come back.",
    "Our values are not on the wall, they are in how we treat each other: curiosity before certainty, the customer "
    "before the org chart, and a glass of something on Thursdays for those who like it. We measure results and not "
    "hours, we trust until there is a reason not to, and we say thank you more often than we have to.",
    "What you do here matters to people you will meet. Our customers call us by our first names, and on open days they "
    "bring their families along. It is a place for people who take their craft seriously and themselves a little less, "
    "and who want to see at the end of the week what has come of it.",
)
LEGAL = (
    "By applying you agree that we keep your data for six months. You may ask at any time what we hold on you and have "
    "it erased; write to privacy at our address. We do not sell data and we share it with nobody outside of the group.",
    "Notice to agencies: we do not accept unsolicited CVs. Any candidate put forward without a signed agreement is "
    "considered a referral free of charge, and no fee will be paid.",
    "The above describes the general nature of the work and is not an exhaustive list of all duties. Duties may change "
    "with the needs of the business. Reasonable adjustments are made so that people with disabilities can do the job.",
    "Beware of fraud: we never ask for money or for bank details during an application, and we only write from our own "
    "domain. If in doubt, call the switchboard.",
)
EVERYDAY = (
    "We react quickly, go the extra mile and excel when it counts.",
    "Spring is our busiest season, and a swift reply means a lot to our customers.",
    "You keep a clear head, express yourself well and do not let skills rust.",
    "Our founder likes to quote Kafka and keeps a python at home.",
    "On the docks nobody asks for titles; we spark ideas and shell nuts together.",
    "Teams here make their own rules, and the oracle of finance is always open for a chat.",
)
BLURBS: dict[bool, tuple[str, ...]] = {
    True: (
        "{company} was founded by five engineers. Today 300 people in four offices work on a platform "
        "that runs on {stack}, and on the products that rest on it.",
        "Our stack is {stack}. You do not have to know any of it for this role, but you will hear the words at lunch.",
        "We open-sourced our tools for {stack} and our engineers speak at meet-ups all over the continent.",
        "Investors trust us: in our last round we raised enough to grow for years. Our technology ({stack}) has won "
        "several awards.",
    ),
    False: (
        "{company} has been in business for forty years and still belongs to the family that started it.",
        "Our 120 colleagues work in three places. What we care about is doing things properly and going home on time.",
        "Customers come to us because we keep our word. Many colleagues have been here for ten years and more.",
        "Every year we plant a tree for each colleague, and in summer we meet for a long dinner in the yard.",
    ),
}
STACK_WORDS = (
    "Kubernetes", "React", "Kafka", "Python", "Go", "PostgreSQL", "Spark", "TypeScript", "AWS", "Terraform", "Rust",
    "Java", "GraphQL", "Snowflake", "PyTorch", "Redis",
)  # fmt: skip
FIELD = {
    "gambling": "We run online casinos and sports betting.",
    "defence": "We build systems for the defence industry.",
    "tobacco": "We make and sell tobacco products.",
    "oil and gas": "We serve the oil and gas industry.",
    "adult entertainment": "We publish adult entertainment.",
    "health": "We work for clinics and patients.",
    "finance": "We serve banks and savers.",
    "retail": "We sell to people in forty towns.",
    "education": "We help people to learn.",
    "industry": "We make machines and what belongs to them.",
    "software": "We make software that businesses rely on.",
    "hospitality": "We run hotels and restaurants.",
}

# ---------------------------------------------------------------- tables, German

GERMAN_HEADS: dict[str, tuple[str, ...]] = {
    "about": ("Über uns", "Wer wir sind", "Das Unternehmen"),
    "duties": ("Deine Aufgaben", "Ihre Aufgaben", "Das erwartet dich"),
    "required": ("Dein Profil", "Ihr Profil", "Das bringst du mit", "Anforderungen"),
    "nice": ("Von Vorteil", "Schön, aber kein Muss", "Pluspunkte"),
    "terms": ("Rahmenbedingungen", "Auf einen Blick"),
    "offer": ("Wir bieten", "Das bieten wir", "Deine Vorteile"),
    "equal": ("Vielfalt", "Chancengleichheit"),
    "apply": ("Bewerbung", "So geht es weiter"),
}
GERMAN_OPENERS = (
    "Wir suchen zum nächstmöglichen Zeitpunkt: {title}.",
    "Zur Verstärkung unseres Teams suchen wir: {title}.",
    "{company} sucht Verstärkung als {title}.",
)
GERMAN_SKILL = (
    "Fundierte Erfahrung mit {skill}",
    "Sehr gute Kenntnisse in {skill}",
    "Sicherer Umgang mit {skill}",
    "Praktische Erfahrung: {skill}",
)
GERMAN_SKILL_YEARS = ("Mindestens {years} Jahre Erfahrung mit {skill}", "{skill}: {years}+ Jahre Praxis")
GERMAN_NICE = ("{skill} von Vorteil", "Idealerweise Kenntnisse in {skill}", "{skill} wäre schön, ist aber kein Muss")
GERMAN_YEARS = ("Mindestens {years} Jahre Berufserfahrung", "{years}+ Jahre Erfahrung in vergleichbarer Position")
GERMAN_DUTIES = (
    "Du übernimmst Verantwortung für dein Gebiet",
    "Du arbeitest eng mit den anderen Abteilungen zusammen",
    "Du verbesserst unsere Abläufe Schritt für Schritt",
    "Du arbeitest neue Kolleginnen und Kollegen ein",
    "Du dokumentierst, was du tust",
)
GERMAN_LANGUAGE = {
    "C1": ("Fließende {name}kenntnisse (C1)", "Verhandlungssichere {name}kenntnisse (mindestens C1)"),
    "B2": ("Gute {name}kenntnisse (B2)", "{name} mindestens auf Niveau B2"),
}
GERMAN_NAMES = {"German": "Deutsch", "English": "Englisch", "French": "Französisch"}
GERMAN_OFFER = (
    "30 Tage Urlaub",
    "Betriebliche Altersvorsorge",
    "Jobrad und Zuschuss zum Deutschlandticket",
    "Weiterbildungsbudget",
    "Moderner Arbeitsplatz und kurze Wege",
)
GERMAN_TERMS = {
    "remote": ("100 % Homeoffice möglich, deutschlandweit.", "Vollständig remote aus Deutschland."),
    "hybrid": ("Hybrides Arbeiten: zwei Tage pro Woche im Büro in {city}.", "Teilweise Homeoffice, sonst in {city}."),
    "onsite": ("Arbeit vor Ort in {city}.", "Der Arbeitsplatz ist in {city}."),
}
GERMAN_EMPLOYMENT = {
    "permanent": ("Unbefristete Festanstellung in Vollzeit",),
    "contract": ("Freiberufliche Mitarbeit, zunächst für sechs Monate",),
    "part_time": ("Teilzeit mit 20 Stunden pro Woche",),
    "temporary": ("Befristet auf drei Monate",),
    "internship": ("Praktikum für sechs Monate",),
}
GERMAN_ABOUT = (
    "{company} steht seit vielen Jahren für Qualität. Rund 200 Menschen arbeiten bei uns.",
    "Wir sind ein mittelständisches Unternehmen mit kurzen Wegen und flachen Hierarchien.",
)
GERMAN_EQUAL = ("Wir freuen uns über Bewerbungen aller Menschen, unabhängig von Herkunft, Geschlecht und Alter.",)
GERMAN_APPLY = ("Schick uns deinen Lebenslauf. Wir melden uns innerhalb einer Woche.",)
GERMAN_NO_SPONSORS = ("Eine gültige Arbeitserlaubnis für Deutschland wird vorausgesetzt; wir sponsern keine Visa.",)
GERMAN_SPONSORS = ("Wir unterstützen dich bei Visum und Umzug.",)

ORDERS = (
    ("about", "duties", "required", "nice", "terms", "offer", "equal", "apply"),
    ("duties", "required", "nice", "offer", "terms", "about", "apply", "equal"),
    ("terms", "about", "required", "nice", "duties", "offer", "equal", "apply"),
    ("about", "terms", "duties", "offer", "required", "nice", "apply", "equal"),
    ("required", "nice", "duties", "about", "terms", "offer", "apply", "equal"),
)
PROPER = frozenset(("Apache", "Spring", "French", "Japanese", "English", "Six", "Great", "Siemens", "Visual", "Adobe"))


# ---------------------------------------------------------------- a posting


def posting(role: Role, style: Style) -> Posting:
    """The posting of a role in a style: fields as a board would give them, the rest in prose."""
    told = role.tells
    named = Place(text=f"{role.city}, {COUNTRY[role.country]}", city=role.city, country=role.country)
    remote = Remote(role.arrangement) if "remote_field" in told else None
    scope = ", ".join(COUNTRY[code] for code in role.scope) if "scope_field" in told else None
    return Posting(
        title=role.title,
        company=role.company,
        url=f"https://jobs.example/{role.id}",
        external_id=role.id,
        locations=(named,) if "place_field" in told else (),
        remote=remote,
        remote_scope=scope,
        employment_type=_employment_field(role) if "employment_field" in told else None,
        department=role.family.title() if "department" in told else None,
        seniority=LEVEL_FIELD[role.rung] if "level_field" in told else None,
        salary=_salary(role) if "pay_field" in told else None,
        posted_at=(TODAY - timedelta(days=role.age)).isoformat() if "date" in told else None,
        description_text=text(role, style),
        language=role.written if "language_field" in told else None,
    )


def company(role: Role) -> Company | None:
    """What is known of the employer; of some nothing."""
    if "company" not in role.tells:
        return None
    return Company(name=role.company, industry=role.industry, about=FIELD[role.industry])


def text(role: Role, style: Style) -> str:
    """The description: sections under headings, rows with bullets, or prose."""
    heads = HEADS if role.written == "en" else GERMAN_HEADS
    sections = SECTIONS if role.written == "en" else GERMAN_SECTIONS
    blocks = [_pick(OPENERS if role.written == "en" else GERMAN_OPENERS, _random(role, style, "opener"))]
    for name in ORDERS[style.order % len(ORDERS)]:
        random = _random(role, style, name)
        head = _pick(heads[name], random)
        if body := sections[name](role, style, random):
            blocks.append(f"{head}\n{body}")
    if style.extra:
        blocks.insert(1 + style.words % len(blocks), style.extra)
    whole = "\n\n".join(blocks).replace("{company}", role.company).replace("{title}", role.title)
    return whole.replace(" ", style.space).replace("\n", style.newline) if style.space != " " else _ends(whole, style)


def _ends(whole: str, style: Style) -> str:
    return whole.replace("\n", style.newline)


def _random(role: Role, style: Style, name: str) -> Random:
    """Of the words and the section alone, so that another order keeps the words."""
    return Random(f"{role.id} {role.words} {style.words} {name}")


def _pick(choices: Sequence[str], random: Random) -> str:
    return random.choice(choices)


def _rows(rows: Sequence[str], style: Style) -> str:
    if style.bullet == "1.":
        return "\n".join(f"{number}. {row}" for number, row in enumerate(rows, 1))
    return "\n".join(f"{style.bullet} {row}" for row in rows)


def _salary(role: Role) -> Salary | None:
    if role.low is None or role.high is None:
        return None
    return Salary(min=role.low, max=role.high, currency=role.currency, period="year")


def _employment_field(role: Role) -> str:
    return {"permanent": "full_time"}.get(role.employment, role.employment)


# ---------------------------------------------------------------- skills in words


def spelt(skill: str, role: Role) -> str:
    """How this posting spells a skill, the same wherever it is named and in every style."""
    if role.written == "de":
        return GERMAN.get(skill, skill)
    random = Random(f"{role.id} {role.words} {skill}")
    if skill in SPELT and random.random() < 0.4:
        return random.choice(SPELT[skill])
    words = skill.split()
    plain = len(words) > 1 and words[0] not in PROPER and all(word.islower() for word in words[1:])
    return skill[0].lower() + skill[1:] if plain and words[0][1:].islower() and random.random() < 0.6 else skill


def _list(names: Sequence[str], joiner: str = "and") -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joiner} {names[-1]}"


def _asked(ask: Ask, role: Role, random: Random) -> str:
    plain, years = (SKILL, SKILL_YEARS) if role.written == "en" else (GERMAN_SKILL, GERMAN_SKILL_YEARS)
    return _pick(years if ask.years else plain, random).format(skill=spelt(ask.skill, role), years=ask.years)


# ---------------------------------------------------------------- sections, English


def _about(role: Role, style: Style, random: Random) -> str:
    facts = Random(f"{role.id} about")
    tech = role.industry in ("software", "finance") or facts.random() < 0.2
    count = facts.choice((0, 1, 1, 2, 4))
    stack = _list(facts.sample(STACK_WORDS, 4))
    lines = [line.replace("{stack}", stack) for line in random.sample(BLURBS[tech], min(count, len(BLURBS[tech])))]
    if role.stuffed:
        lines.append(f"Keywords: {', '.join(spelt(skill, role) for skill in role.stuffed)}.")
    if facts.random() < 0.3:
        lines.append(EVERYDAY[facts.randrange(len(EVERYDAY))])
    lines += random.sample(CULTURE, facts.choice((0, 0, 1, 2, 3)))
    return "\n\n".join([FIELD[role.industry], *lines])


def _duties(role: Role, style: Style, random: Random) -> str:
    family = BY_NAME[role.family]
    facts = Random(f"{role.id} duties")
    duties = facts.sample(family.duties, min(len(family.duties), facts.randint(2, 5)))
    if role.leads:
        duties.append("lead, hire and develop a team of eight")
    if random.random() < 0.3:
        return " ".join(f"You will {duty}." for duty in duties)
    return _rows([duty[0].upper() + duty[1:] for duty in duties], style)


def _required(role: Role, style: Style, random: Random) -> str:
    rows = []
    if "years" in role.tells and role.years is not None:
        rows.append(_pick(YEARS if role.years else NO_YEARS, random).format(years=role.years))
    if role.degree in DEGREE and "degree" in role.tells:
        rows.append(_pick(DEGREE[role.degree], random))
    plain = [ask for ask in role.required if not ask.years]
    prose = Random(f"{role.id} prose").random() < 0.25 and len(plain) > 1
    rows += [_asked(ask, role, random) for ask in role.required if ask.years or not prose]
    if "language" in role.tells:
        rows += [_pick(LANGUAGE[level], random).format(name=name) for name, level in role.languages]
    if not prose:
        return _rows(rows, style)
    said = _pick(SKILLS_PROSE, random).format(skills=_list([spelt(ask.skill, role) for ask in plain]))
    return "\n".join(part for part in (said, _rows(rows, style)) if part)


def _nice(role: Role, style: Style, random: Random) -> str:
    return _rows([_pick(NICE, random).format(skill=spelt(skill, role)) for skill in role.nice], style)


def _terms(role: Role, style: Style, random: Random) -> str:
    rows = [*_where(role, random), *_who(role, random)]
    if "employment_prose" in role.tells:
        rows.append(_pick(EMPLOYMENT[role.employment], random))
    if "pay_prose" in role.tells and role.high is not None:
        rows.append(_pick(PAY, random).format(pay=_pay_text(role)))
    if role.commission:
        rows.append(_pick(COMMISSION, random))
    if role.evergreen:
        rows.append(_pick(EVERGREEN, random))
    return "\n".join(rows)


def _where(role: Role, random: Random) -> list[str]:
    names = {"city": role.city, "country": COUNTRY[role.country]}
    rows = [_pick(PLACE, random).format(**names)] if "place_prose" in role.tells else []
    if "remote_prose" in role.tells:
        table = {"remote": REMOTE, "hybrid": HYBRID, "onsite": ONSITE}[role.arrangement]
        rows.append(_pick(table, random).format(**names))
    if "scope_prose" in role.tells:
        line = _pick(SCOPE if role.scope else ANYWHERE, random)
        rows.append(line.format(scope=scope_text(role.scope)))
    return rows


def scope_text(scope: tuple[str, ...]) -> str:
    """Countries as a posting names them."""
    if len(scope) >= len(EUROPE):
        return "the EU"
    return (
        _list([{"US": "the United States", "GB": "the UK"}.get(code, COUNTRY[code]) for code in scope], "or")
        if scope
        else ""
    )


def _who(role: Role, random: Random) -> list[str]:
    rows = []
    if "sponsor" in role.tells and role.sponsors is not None:
        rows.append(_pick(SPONSORS if role.sponsors else NO_SPONSORS, random).format(country=_at_work(role)))
    if role.citizens:
        rows.append(_pick(CITIZENS, random).format(country=COUNTRY[role.country]))
    return rows


def _at_work(role: Role) -> str:
    """Where a right to work is needed: where the work is done, which for remote work is where people may live; the
    truth says nothing of a right to work at the employer's seat.
    """
    if role.arrangement != "remote" or role.country in role.scope:
        return COUNTRY[role.country]
    return COUNTRY[role.scope[0]] if role.scope else "the country they live in"


def _pay_text(role: Role) -> str:
    low, high, random = role.low or 0, role.high or 0, Random(f"{role.id} pay")
    sign = {"USD": "$", "EUR": "€", "GBP": "£", "CAD": "CA$"}.get(role.currency)
    choices = [
        f"{low:,.0f} – {high:,.0f} {role.currency} per year",
        f"{role.currency} {low:,.0f} to {high:,.0f} a year",
    ]
    if sign:
        choices += [
            f"{sign}{low:,.0f} - {sign}{high:,.0f} per year",
            f"{sign}{low / 1000:.0f}k–{sign}{high / 1000:.0f}k per year",
        ]
        choices.append(f"{sign}{low / 12:,.0f} to {sign}{high / 12:,.0f} per month")
    return random.choice(choices)


def _offer(role: Role, style: Style, random: Random) -> str:
    count = Random(f"{role.id} offer").choice((0, 3, 4, 6))
    return _rows(random.sample(OFFER if role.written == "en" else GERMAN_OFFER, min(count, 5)), style)


def _equal(role: Role, style: Style, random: Random) -> str:
    told = Random(f"{role.id} equal").random() < 0.6
    return _pick(EQUAL if role.written == "en" else GERMAN_EQUAL, random) if told else ""


def _apply(role: Role, style: Style, random: Random) -> str:
    facts = Random(f"{role.id} apply")
    told = facts.random() < 0.6
    legal = random.sample(LEGAL, facts.choice((0, 0, 1, 2, 4))) if role.written == "en" else []
    return "\n\n".join([*([_pick(APPLY if role.written == "en" else GERMAN_APPLY, random)] if told else []), *legal])


# ---------------------------------------------------------------- sections, German


def _german_about(role: Role, style: Style, random: Random) -> str:
    return _pick(GERMAN_ABOUT, random)


def _german_duties(role: Role, style: Style, random: Random) -> str:
    rows = random.sample(GERMAN_DUTIES, 3)
    return _rows([*rows, "Du führst ein Team von acht Personen"] if role.leads else rows, style)


def _german_required(role: Role, style: Style, random: Random) -> str:
    rows = []
    if "years" in role.tells and role.years:
        rows.append(_pick(GERMAN_YEARS, random).format(years=role.years))
    rows += [_asked(ask, role, random) for ask in role.required]
    if "language" in role.tells:
        for name, level in role.languages:
            table = GERMAN_LANGUAGE["B2" if level in ("B1", "B2") else "C1"]
            rows.append(_pick(table, random).format(name=GERMAN_NAMES.get(name, name)))
    return _rows(rows, style)


def _german_nice(role: Role, style: Style, random: Random) -> str:
    return _rows([_pick(GERMAN_NICE, random).format(skill=spelt(skill, role)) for skill in role.nice], style)


def _german_terms(role: Role, style: Style, random: Random) -> str:
    rows = []
    if "place_prose" in role.tells:
        rows.append(f"Standort: {role.city}")
    if "remote_prose" in role.tells:
        rows.append(_pick(GERMAN_TERMS[role.arrangement], random).format(city=role.city))
    if "sponsor" in role.tells and role.sponsors is not None:
        rows.append(_pick(GERMAN_SPONSORS if role.sponsors else GERMAN_NO_SPONSORS, random))
    if "employment_prose" in role.tells:
        rows.append(_pick(GERMAN_EMPLOYMENT[role.employment], random))
    if "pay_prose" in role.tells and role.high is not None:
        low, high = (f"{value:,.0f}".replace(",", ".") for value in (role.low or 0, role.high))
        rows.append(f"Gehalt: {low} bis {high} € brutto im Jahr")
    return "\n".join(rows)


Section = Callable[[Role, Style, Random], str]
SECTIONS: dict[str, Section] = {
    "about": _about,
    "duties": _duties,
    "required": _required,
    "nice": _nice,
    "terms": _terms,
    "offer": _offer,
    "equal": _equal,
    "apply": _apply,
}
GERMAN_SECTIONS: dict[str, Section] = {
    "about": _german_about,
    "duties": _german_duties,
    "required": _german_required,
    "nice": _german_nice,
    "terms": _german_terms,
    "offer": _offer,
    "equal": _equal,
    "apply": _apply,
}
