"""The world of the ranking benchmark: by seed, seekers and a pool of postings, with the graded truth beside them.

Around each seeker roles are drawn by recipe (RECIPES): some suited, most near misses of one kind, and then roles of all
trades and places. A recipe only leans the drawing: the grade comes from `ranking_relevance` alone. Two seekers share a
pool, so that much of what suits one is nothing to the other. Noise: grades move by one in JITTER of the roles graded
above 0; facts are left out of the text by the chances in `_tells`. Used by `ranking`, `repeatability` and the tests.
To add a kind of near miss: a function and its row in RECIPES.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from jobfinder.model import Company, Posting
from ranking_families import BY_NAME, FAMILIES, GERMAN_LEVELS, NEAR, Family
from ranking_relevance import BEST, EUROPE, Ask, Role, Seeker, grade, visible
from ranking_seekers import CITIES, CURRENCY, INDUSTRIES, MOTHER_TONGUE, PAYS, RUNG_PAYS, draw
from ranking_wording import STACK_WORDS, Style, company, posting

SEEKERS = 2
POOL = 320
JITTER = 0.03
NEUTRAL = ("software", "software", "finance", "health", "retail", "education", "industry", "hospitality")
NAMES = (
    "Alder",
    "Birke",
    "Corvo",
    "Dunlin",
    "Eskar",
    "Fjell",
    "Garrigue",
    "Heron",
    "Isar",
    "Juniper",
    "Kestrel",
    "Lumen",
)
TAILS = ("Labs", "Group", "GmbH", "Ltd", "Works", "Systems", "Partners", "Inc.", "& Sons", "Co.")
DECOYS: dict[str, tuple[tuple[str, str], ...]] = {
    "backend": (
        ("Software Sales Engineer", "sales engineering"),
        ("Software Licence Paralegal", "law"),
        ("Technical Recruiter – Backend Engineers", "recruiting"),
    ),
    "frontend": (("Front End Loader Operator", "warehouse"), ("Web Orders Front Desk Associate", "support")),
    "data engineering": (("Data Center Electrician", "electrical trade"), ("Data Protection Counsel", "law")),
    "devops": (("Site Reliability Mechanic", "electrical trade"), ("Platform Dock Worker", "warehouse")),
    "machine learning": (
        ("Washing Machine Service Engineer", "electrical trade"),
        ("AI Recruiter", "recruiting"),
        ("Machine Operator with Learning Programme", "warehouse"),
    ),
    "embedded": (
        ("Firmware Sales Engineer", "sales engineering"),
        ("Embedded Recruiter at Client Site", "recruiting"),
    ),
    "product management": (
        ("Product Marketing Manager", "marketing"),
        ("Production Manager", "manufacturing"),
        ("Product Photographer", "graphic design"),
    ),
    "nursing": (
        ("Nursery Assistant", "care assistance"),
        ("Nurse Recruiter", "recruiting"),
        ("Nursing Home Receptionist", "support"),
    ),
    "accounting": (
        ("Account Manager", "customer success"),
        ("Accounting Software Sales Executive", "sales"),
        ("Accounts Delivery Driver", "driving"),
    ),
    "mechanical engineering": (
        ("Mechanic", "electrical trade"),
        ("Mechanical Sales Engineer", "sales engineering"),
        ("Mechanical Engineering Recruiter", "recruiting"),
    ),
    "sales": (
        ("Sales Accountant", "accounting"),
        ("Sales Engineer", "sales engineering"),
        ("Executive Assistant to the Head of Sales", "human resources"),
    ),
    "design": (
        ("Product Design Engineer", "mechanical engineering"),
        ("Design Verification Engineer", "embedded"),
        ("Kitchen Design Sales Consultant", "real estate"),
    ),
    "teaching": (
        ("Teacher Recruitment Consultant", "recruiting"),
        ("School Bus Driver", "driving"),
        ("Teaching Hospital Porter", "care assistance"),
    ),
    "kitchen": (
        ("Kitchen Designer", "graphic design"),
        ("Kitchen Fitter", "electrical trade"),
        ("Chef Recruiter", "recruiting"),
    ),
}


class Offered(NamedTuple):
    """A posting of the pool, its role, and what is known of the employer."""

    role: Role
    posting: Posting
    company: Company | None


class World(NamedTuple):
    """One seed: seekers, the pool they share, and for each seeker the grade of every posting (`grades`), by the rules
    without noise on what the text tells (`bound`).
    """

    seed: int
    seekers: tuple[Seeker, ...]
    pool: tuple[Offered, ...]
    grades: tuple[tuple[int, ...], ...]
    bound: tuple[tuple[int, ...], ...]


def world(seed: int) -> World:
    """The world of a seed: the same for ever."""
    random = Random(f"world {seed}")
    seekers = tuple(draw(seed, number) for number in range(SEEKERS))
    roles = [role for number, seeker in enumerate(seekers) for role in _around(seeker, f"{seed}-{number}", random)]
    roles += [_any(f"{seed}-x{number}", random) for number in range(POOL - len(roles))]
    random.shuffle(roles)
    pool = tuple(Offered(role, posting(role, _style(random)), company(role)) for role in roles)
    grades = tuple(tuple(_noisy(grade(role, seeker), random) for role in roles) for seeker in seekers)
    bound = tuple(tuple(grade(visible(role), seeker) for role in roles) for seeker in seekers)
    return World(seed, seekers, pool, grades, bound)


def _noisy(value: int, random: Random) -> int:
    if not value or random.random() >= JITTER:
        return value
    return max(0, min(BEST, value + random.choice((-1, 1))))


def _style(random: Random) -> Style:
    bullet = random.choice(("•", "-", "*", "◦", "–", "·", "1."))
    return Style(words=random.randrange(1_000_000), order=random.choice((0, 0, 1, 2, 3, 4)), bullet=bullet)


# ---------------------------------------------------------------- a role that suits


def _suited(seeker: Seeker, key: str, random: Random) -> Role:
    """A role that the seeker would be glad of; recipes spoil it."""
    family = BY_NAME[seeker.family]
    sites = [one for one in seeker.arrangements if one != "remote"]
    remote = "remote" in seeker.arrangements and random.random() < family.remote
    arrangement = "remote" if remote or not sites else random.choice(sites)
    abroad = seeker.targets[: len(seeker.targets) - 1]
    country = random.choice(abroad) if abroad and random.random() < 0.7 else seeker.country
    city = (
        seeker.city
        if country == seeker.country and not (seeker.moves and random.random() < 0.4)
        else random.choice(CITIES[country])
    )
    rung = max(0, min(5, seeker.rung + random.choice((0, 0, 0, 0, 1, -1))))
    return _role(
        family,
        key,
        random,
        recipe="suited",
        rung=rung,
        country=country,
        city=city,
        arrangement=arrangement,
        scope=_scope_with(seeker.country, random) if arrangement == "remote" else (),
        sponsors=True if country not in seeker.authorised else None,
        required=_asks_held(seeker, rung, random),
        nice=_nice(family, seeker, random),
        years=_years(rung, min(seeker.years, {0: 0, 1: 1, 2: 4, 3: 8}.get(rung, 12)), random),
        factor=random.uniform(0.98, 1.2),
    )


def _asks_held(seeker: Seeker, rung: int, random: Random) -> tuple[Ask, ...]:
    """Mostly what the seeker has, now and then something else."""
    family = BY_NAME[seeker.family]
    core = [one.skill for one in seeker.held[:4]]
    more = [one.skill for one in seeker.held[4:] if one.ago < 3]
    chosen = random.sample(core, k=min(len(core), random.randint(2, 4)))
    chosen += random.sample(more, k=min(len(more), random.randint(1, 3)))
    if random.random() < 0.35:
        chosen.append(random.choice(family.shared))
    return _asks(dict.fromkeys(chosen), rung, random)


def _asks(skills: dict[str, None] | list[str], rung: int, random: Random) -> tuple[Ask, ...]:
    least = {0: 1, 1: 1, 2: 2, 3: 4, 4: 5, 5: 6}[rung]
    return tuple(Ask(skill, random.randint(1, least) if random.random() < 0.25 else None) for skill in skills)


def _nice(family: Family, seeker: Seeker | None, random: Random) -> tuple[str, ...]:
    names = {skill for stack in family.stacks for skill in stack} | set(family.shared)
    rows = sorted(names) if seeker is None or random.random() < 0.5 else [one.skill for one in seeker.held]
    return tuple(random.sample(rows, k=min(len(rows), random.randint(0, 3))))


def _years(rung: int, most: float, random: Random) -> int:
    return max(
        0, min(int(most), {0: 0, 1: random.randint(0, 1), 2: random.randint(2, 4)}.get(rung, random.randint(4, 8)))
    )


def _scope_with(country: str, random: Random) -> tuple[str, ...]:
    if random.random() < 0.3:
        return ()
    return EUROPE if country in EUROPE and random.random() < 0.5 else (country,)


def _scope_without(country: str, random: Random) -> tuple[str, ...]:
    others = [("US",), ("GB",), ("CA",), ("US", "CA"), ("DE",), ("IN",), EUROPE]
    return random.choice([one for one in others if country not in one])


# ---------------------------------------------------------------- any role


def _any(key: str, random: Random) -> Role:
    """A role of any trade, anywhere."""
    family = random.choice(FAMILIES)
    country = random.choice(("US", "US", "DE", "DE", "GB", "NL", "CA", "FR", "PL", "AT", "IE", "SE", "ES", "IN"))
    rung = random.choice((0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 5))
    remote = random.random() < family.remote
    stack = random.choice(family.stacks)
    skills = random.sample(stack, k=min(len(stack), random.randint(2, 4)))
    skills += random.sample(family.shared, k=min(len(family.shared), random.randint(1, 3)))
    return _role(
        family,
        key,
        random,
        recipe="any",
        rung=rung,
        leads=random.random() < 0.05 and bool(family.manager),
        country=country,
        arrangement="remote" if remote else random.choice(("onsite", "hybrid")),
        scope=_scope_with(country, random) if remote else (),
        sponsors=random.choice((None, None, True, False)),
        required=_asks(dict.fromkeys(skills), rung, random),
        nice=_nice(family, None, random),
        years=_years(rung, 12, random),
        stuffed=tuple(random.sample(STACK_WORDS, 5)) if random.random() < 0.05 else (),
        industry=random.choice((*NEUTRAL, *INDUSTRIES)),
    )


def _role(
    family: Family,
    key: str,
    random: Random,
    *,
    rung: int,
    country: str,
    arrangement: str,
    factor: float = 0.0,
    **told: object,
) -> Role:
    """A role with the usual chances for what is not given."""
    currency, leads = CURRENCY.get(country, "EUR"), bool(told.get("leads", False))
    base = family.pay * RUNG_PAYS[rung] * PAYS[country] * 1000 * (factor or random.uniform(0.7, 1.2))
    german = country in ("DE", "AT") and bool(family.german) and random.random() < 0.22
    name = random.choice(family.german if german else family.roles)
    needs = _languages_needed(country, german, family, random)
    employment = random.choices(("permanent", "contract", "part_time"), (0.92, 0.05, 0.03))[0]
    role = Role(
        id=hashlib.sha256(key.encode()).hexdigest()[:12],
        recipe="",
        family=family.name,
        role_name=name,
        title="",
        rung=rung,
        leads=leads,
        required=(),
        nice=(),
        stuffed=(),
        years=None,
        country=country,
        city=random.choice(CITIES[country]),
        arrangement=arrangement,
        scope=(),
        sponsors=None,
        citizens=False,
        low=float(round(base * random.uniform(0.72, 0.88) / 500) * 500),
        high=float(round(base / 500) * 500),
        currency=currency,
        commission=False,
        employment=employment,
        languages=needs,
        written="de" if german else "en",
        age=random.choices((random.randint(0, 14), random.randint(15, 44), random.randint(46, 140)), (0.6, 0.32, 0.08))[
            0
        ],
        industry=random.choice(NEUTRAL),
        company=f"{random.choice(NAMES)}{random.choice(('', 'a', 'on', 'tech'))} {random.choice(TAILS)}",
        degree="bachelor" if random.random() < 0.12 and family.pay > 60 else "none",
        evergreen=False,
        tells=frozenset(),
        words=random.randrange(1_000_000),
    )._replace(**told)  # type: ignore[arg-type]
    return _finished(role, random)


def _languages_needed(country: str, german: bool, family: Family, random: Random) -> tuple[tuple[str, str], ...]:
    tongue = MOTHER_TONGUE.get(country)
    if german:
        return (("German", random.choice(("B2", "C1", "C1"))),)
    if tongue in ("German", "French", "Dutch", "Polish") and random.random() < (0.15 if family.remote else 0.5):
        return ((tongue, random.choice(("B2", "C1"))),)
    return (("English", random.choice(("B2", "C1"))),) if tongue and random.random() < 0.5 else ()


# ---------------------------------------------------------------- title, and what is told


def _finished(role: Role, random: Random) -> Role:
    """The role with its title and with what its posting tells."""
    tells = _tells(role, random)
    title = role.title or _title(role, random)
    required = {ask.skill for ask in role.required}
    nice = tuple(skill for skill in role.nice if skill not in required)
    return role._replace(title=title, tells=tells, nice=nice)


def _title(role: Role, random: Random) -> str:
    family = BY_NAME[role.family]
    if role.leads and family.manager:
        return family.manager[min(len(family.manager) - 1, max(0, role.rung - 4))]
    levels = GERMAN_LEVELS if role.written == "de" else family.levels
    told = random.random() < 0.75
    title = random.choice(levels[role.rung] if told else ("{role}",)).format(role=role.role_name)
    if role.required and random.random() < 0.2:
        title = f"{title} ({role.required[0].skill})"
    if role.arrangement == "remote" and random.random() < 0.25:
        title = f"{title} - Remote"
    return title


def _tells(role: Role, random: Random) -> frozenset[str]:
    """What the posting states and where; chances as given here."""
    told = {
        _one(random, place_field=0.88, place_prose=0.08),
        _one(random, remote_field=0.4, remote_prose=0.5),
        _one(random, employment_field=0.45, employment_prose=0.4),
        _one(random, pay_field=0.25, pay_prose=0.45),
        _one(random, scope_field=0.3, scope_prose=0.6) if role.arrangement == "remote" else "",
        _one(random, date=0.92),
        _one(random, years=0.8),
        _one(random, language=0.96),
        _one(random, sponsor=0.85),
        _one(random, level_field=0.25),
        _one(random, department=0.3),
        _one(random, language_field=0.4),
        _one(random, company=0.7),
        "degree",
    }
    if role.employment != "permanent" and not told & {"employment_field", "employment_prose"}:
        told.add("employment_prose")
    if role.arrangement == "remote" and "scope_field" in told and "remote_field" not in told:
        told.add("remote_field")
    told |= {kind for kind in ("pay", "scope", "employment") if told & {f"{kind}_field", f"{kind}_prose"}}
    return frozenset(told - {""})


def _one(random: Random, **chances: float) -> str:
    """One of the names, each with its chance, or none."""
    drawn = random.random()
    for name, chance in chances.items():
        if drawn < chance:
            return name
        drawn -= chance
    return ""


# ---------------------------------------------------------------- recipes

Recipe = Callable[[Role, Seeker, Random], Role]


def _keep(role: Role, seeker: Seeker, random: Random) -> Role:
    return role


def _wrong_level(role: Role, seeker: Seeker, random: Random) -> Role:
    rung = random.choice([one for one in range(6) if abs(one - seeker.rung) >= 2])
    return role._replace(
        rung=rung, years=_years(rung, 15, random), employment="internship" if rung == 0 else "permanent"
    )


def _leader(role: Role, seeker: Seeker, random: Random) -> Role:
    return role._replace(leads=bool(BY_NAME[role.family].manager), rung=max(4, min(5, seeker.rung + 1)), years=8)


def _other_stack(role: Role, seeker: Seeker, random: Random) -> Role:
    """The same title, another speciality."""
    family, mine = BY_NAME[seeker.family], {one.skill for one in seeker.held}
    stacks = sorted(family.stacks, key=lambda stack: len(mine & set(stack)))
    others = [skill for skill in family.shared if skill not in mine]
    skills = list(random.choice(stacks[:2])) + random.sample(others, k=min(len(others), 2))
    return role._replace(required=_asks(dict.fromkeys(skills), role.rung, random))


def _half_stack(role: Role, seeker: Seeker, random: Random) -> Role:
    """Half of what is asked is there."""
    family, mine = BY_NAME[seeker.family], {one.skill for one in seeker.held}
    others = [s for stack in family.stacks for s in stack if s not in mine] + [
        s for s in family.shared if s not in mine
    ]
    kept = random.sample(role.required, k=min(len(role.required), 3))
    more = _asks(dict.fromkeys(random.sample(others, k=min(len(others), random.randint(1, 3)))), role.rung, random)
    return role._replace(required=(*kept, *more))


def _abroad(role: Role, seeker: Seeker, random: Random) -> Role:
    country = random.choice([one for one in CITIES if one not in seeker.targets and one != "BR"])
    place = {"country": country, "city": random.choice(CITIES[country]), "currency": CURRENCY.get(country, "EUR")}
    ratio = PAYS[country] / PAYS[role.country]
    pay = {"low": (role.low or 0) * ratio, "high": (role.high or 0) * ratio}
    sponsors = random.choice((None, True, False))
    return role._replace(**place, **pay, arrangement=random.choice(("onsite", "hybrid")), scope=(), sponsors=sponsors)  # type: ignore[arg-type]


def _scope(role: Role, seeker: Seeker, random: Random) -> Role:
    if not BY_NAME[role.family].remote:
        return _abroad(role, seeker, random)
    return role._replace(arrangement="remote", scope=_scope_without(seeker.country, random))


def _citizens(role: Role, seeker: Seeker, random: Random) -> Role:
    moved = _abroad(role, seeker, random)
    return moved._replace(citizens=True, arrangement=role.arrangement)


def _no_sponsor(role: Role, seeker: Seeker, random: Random) -> Role:
    return role._replace(sponsors=False) if role.country not in seeker.authorised else _abroad(role, seeker, random)


def _far(role: Role, seeker: Seeker, random: Random) -> Role:
    others = [city for city in CITIES[seeker.country] if city != seeker.city]
    return role._replace(
        country=seeker.country, city=random.choice(others), arrangement=random.choice(("onsite", "hybrid")), scope=()
    )


def _underpaid(role: Role, seeker: Seeker, random: Random) -> Role:
    share = random.uniform(0.55, 0.9)
    return role._replace(low=round((role.low or 0) * share, -2), high=round((role.high or 0) * share, -2))


def _tongue(role: Role, seeker: Seeker, random: Random) -> Role:
    mine = {name for name, level in seeker.languages if level in ("native", "C1", "C2")}
    names = [name for name in ("German", "French", "Dutch", "Spanish", "Japanese") if name not in mine]
    return role._replace(languages=((random.choice(names), random.choice(("B2", "C1", "C1"))),), written="en")


def _terms(role: Role, seeker: Seeker, random: Random) -> Role:
    return role._replace(employment=random.choice(("contract", "contract", "part_time", "temporary")))


def _internship(role: Role, seeker: Seeker, random: Random) -> Role:
    return role._replace(employment="internship", rung=0, years=0)


def _stale(role: Role, seeker: Seeker, random: Random) -> Role:
    return role._replace(age=random.randint(50, 400))


def _unwanted(role: Role, seeker: Seeker, random: Random) -> Role:
    return role._replace(required=(*role.required[:4], *(Ask(skill) for skill in seeker.unwanted)))


def _industry(role: Role, seeker: Seeker, random: Random) -> Role:
    return role._replace(industry=random.choice(seeker.excluded or INDUSTRIES))


def _neighbour(role: Role, seeker: Seeker, random: Random) -> Role:
    """A neighbouring trade, asking for some of what the seeker has."""
    near = [name for pair in NEAR if seeker.family in pair for name in pair if name != seeker.family]
    family = BY_NAME[random.choice(sorted(near))] if near else BY_NAME[seeker.family]
    stack = list(random.choice(family.stacks))
    skills = dict.fromkeys([*random.sample(stack, k=min(3, len(stack))), *(ask.skill for ask in role.required[:2])])
    return role._replace(
        family=family.name,
        role_name=random.choice(family.roles),
        written="en",
        required=_asks(skills, role.rung, random),
        nice=_nice(family, None, random),
    )


def _nice_only(role: Role, seeker: Seeker, random: Random) -> Role:
    """What the seeker has is only welcome; what is required is something else."""
    other = _other_stack(role, seeker, random)
    return other._replace(nice=tuple(ask.skill for ask in role.required[:4]))


def _stuffed(role: Role, seeker: Seeker, random: Random) -> Role:
    """Another trade altogether, strewn with the seeker's words."""
    other = _any(role.id, random)
    family = other.family if (frozenset((other.family, seeker.family)) not in NEAR) else "recruiting"
    return _moved(other, role, family, random)._replace(stuffed=tuple(one.skill for one in seeker.held[:8]))


def _decoy(role: Role, seeker: Seeker, random: Random) -> Role:
    """A title that sounds alike, in another trade."""
    title, family = random.choice(DECOYS[seeker.family])
    return _moved(role, role, family, random)._replace(title=title)


def _moved(role: Role, place: Role, name: str, random: Random) -> Role:
    family = BY_NAME[name]
    skills = [*family.stacks[0][:3], *random.sample(family.shared, k=min(2, len(family.shared)))]
    return role._replace(
        family=name,
        role_name=random.choice(family.roles),
        written="en",
        leads=False,
        required=_asks(dict.fromkeys(skills), role.rung, random),
        nice=(),
        country=place.country,
        city=place.city,
        currency=place.currency,
        arrangement=place.arrangement,
        scope=place.scope,
    )


def _evergreen(role: Role, seeker: Seeker, random: Random) -> Role:
    return role._replace(evergreen=True)


def _commission(role: Role, seeker: Seeker, random: Random) -> Role:
    return (
        role._replace(commission=True, low=None, high=None)
        if seeker.family == "sales"
        else _underpaid(role, seeker, random)
    )


def _arrangement(role: Role, seeker: Seeker, random: Random) -> Role:
    others = [one for one in ("onsite", "hybrid") if one not in seeker.arrangements]
    return role._replace(arrangement=random.choice(others), scope=()) if others else _far(role, seeker, random)


def _degree(role: Role, seeker: Seeker, random: Random) -> Role:
    return role._replace(degree=random.choice(("master", "doctorate", "bachelor")))


RECIPES: tuple[tuple[str, Recipe, int], ...] = (
    ("suited", _keep, 13),
    ("half stack", _half_stack, 8),
    ("wrong level", _wrong_level, 6),
    ("leader", _leader, 3),
    ("other stack", _other_stack, 5),
    ("abroad", _abroad, 4),
    ("scope", _scope, 4),
    ("citizens", _citizens, 2),
    ("no sponsorship", _no_sponsor, 4),
    ("far", _far, 4),
    ("underpaid", _underpaid, 5),
    ("tongue", _tongue, 4),
    ("terms", _terms, 4),
    ("internship", _internship, 2),
    ("stale", _stale, 3),
    ("unwanted", _unwanted, 4),
    ("industry", _industry, 3),
    ("neighbour", _neighbour, 8),
    ("nice only", _nice_only, 4),
    ("stuffed", _stuffed, 5),
    ("decoy", _decoy, 4),
    ("evergreen", _evergreen, 2),
    ("commission", _commission, 2),
    ("arrangement", _arrangement, 4),
    ("degree", _degree, 2),
)


def _around(seeker: Seeker, key: str, random: Random) -> list[Role]:
    """Roles near a seeker, by recipe."""
    rows = []
    for name, recipe, count in RECIPES:
        for number in range(count):
            role = recipe(_suited(seeker, f"{key}-{name.replace(' ', '-')}-{number}", random), seeker, random)
            kept = role._replace(recipe=name, title=role.title if name == "decoy" else "")
            rows.append(_finished(kept, random))
    return rows
