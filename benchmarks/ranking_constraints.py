"""Pairs of postings that a person would put in one order for one seeker, grouped by what they try.

Written by hand. In each pair the first must rank above the second for the seeker; a tie is a failure. The postings are
short: what is not said is not meant to matter, and both of a pair are alike but for what is tried. Used by `ranking`.
To add a pair: a row in the group it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jobfinder.model import Company, Place, Posting, Remote, Salary
from ranking_relevance import EUROPE, Held, Seeker
from ranking_wording import TODAY


class Pair(NamedTuple):
    """`better` must rank above `worse` for the seeker of this name."""

    group: str
    seeker: str
    better: Posting
    worse: Posting
    better_company: Company | None = None
    worse_company: Company | None = None


def _seeker(name: str, family: str, rung: int, years: float, skills: str, titles: str, **other: object) -> Seeker:
    """A seeker in few words: skills as "Python 8, COBOL 2/9": years, and how long ago."""
    held = []
    for row in skills.split(", "):
        skill, _, numbers = row.rpartition(" ")
        span, _, ago = numbers.partition("/")
        held.append(Held(skill, float(span), float(ago or 0)))
    base = Seeker(
        id=name,
        family=family,
        rung=rung,
        leads=False,
        years=years,
        held=tuple(held),
        loved=(),
        unwanted=(),
        titles=tuple(titles.split(", ")),
        country="DE",
        city="Berlin",
        moves=False,
        targets=("DE",),
        authorised=EUROPE,
        arrangements=("remote", "hybrid", "onsite"),
        floor=60_000,
        currency="EUR",
        languages=(("German", "native"), ("English", "C1")),
        employment=("permanent",),
        excluded=(),
        degree="bachelor",
    )
    return base._replace(**other)  # type: ignore[arg-type]


US: dict[str, object] = {
    "country": "US",
    "city": "Austin",
    "targets": ("US",),
    "authorised": ("US",),
    "currency": "USD",
    "languages": (("English", "native"),),
}
GB: dict[str, object] = {
    **US,
    "country": "GB",
    "city": "London",
    "targets": ("GB",),
    "authorised": ("GB",),
    "currency": "GBP",
}
INDIA: dict[str, object] = {
    "country": "IN",
    "city": "Pune",
    "targets": ("DE", "NL", "IN"),
    "authorised": ("IN",),
    "languages": (("Hindi", "native"), ("English", "C1")),
    "moves": True,
}
SEEKERS: dict[str, Seeker] = {
    one.id: one
    for one in (
        _seeker(
            "back",
            "backend",
            3,
            8,
            "Python 8, Django 6, PostgreSQL 7, Kubernetes 4, AWS 5, Redis 4",
            "Backend Engineer, Software Engineer",
            loved=("Django",),
            unwanted=("PHP",),
            floor=75_000,
            excluded=("gambling",),
        ),
        _seeker(
            "gopher",
            "backend",
            3,
            7,
            "Go 6, Kubernetes 5, PostgreSQL 6, gRPC 4, Java 3/7",
            "Backend Engineer",
            floor=140_000,
            arrangements=("remote",),
            **US,
        ),
        _seeker(
            "front",
            "frontend",
            2,
            4,
            "React 4, TypeScript 3, CSS 4, Jest 3, Next.js 2",
            "Frontend Engineer, UI Engineer",
            floor=50_000,
        ),
        _seeker(
            "cloud",
            "devops",
            3,
            9,
            "AWS 8, Terraform 6, Kubernetes 6, Linux 9, Prometheus 4",
            "DevOps Engineer, Site Reliability Engineer",
            floor=130_000,
            **US,
        ),
        _seeker(
            "migrant",
            "backend",
            2,
            5,
            "Java 5, Spring Boot 4, Kafka 3, PostgreSQL 4",
            "Backend Developer, Java Developer",
            floor=45_000,
            **INDIA,
        ),
        _seeker(
            "data",
            "data engineering",
            2,
            4,
            "SQL 4, Python 4, dbt 2, Snowflake 3, Airflow 3",
            "Data Engineer, Analytics Engineer",
            floor=58_000,
        ),
        _seeker(
            "model",
            "machine learning",
            3,
            7,
            "Python 7, PyTorch 5, SQL 5, Docker 4, Computer vision 4",
            "Machine Learning Engineer, Data Scientist",
            floor=150_000,
            **US,
        ),
        _seeker(
            "chips",
            "embedded",
            3,
            9,
            "C 9, C++ 6, FreeRTOS 5, CAN 4, STM32 6",
            "Embedded Software Engineer, Firmware Engineer",
            city="Stuttgart",
            floor=70_000,
        ),
        _seeker(
            "product",
            "product management",
            3,
            8,
            "Product discovery 6, Roadmapping 8, SQL 4, B2B SaaS 6, User interviews 7",
            "Product Manager",
            floor=75_000,
            arrangements=("remote", "hybrid"),
        ),
        _seeker(
            "nurse",
            "nursing",
            2,
            4,
            "Intensive care 3, Ventilator management 3, IV therapy 4, Patient assessment 4",
            "Registered Nurse, Staff Nurse",
            floor=32_000,
            **GB,
        ),
        _seeker(
            "ledger",
            "accounting",
            2,
            5,
            "Month-end close 5, IFRS 3, SAP 4, Reconciliations 5, Excel 5",
            "Accountant, Financial Accountant",
            city="Munich",
            floor=52_000,
        ),
        _seeker(
            "seller",
            "sales",
            3,
            8,
            "SaaS sales 7, Salesforce 6, Negotiation 8, MEDDIC 3, Cold calling 8",
            "Account Executive",
            floor=100_000,
            **US,
        ),
        _seeker(
            "maker",
            "mechanical engineering",
            1,
            1,
            "SolidWorks 1, Tolerance analysis 1, Prototyping 1, GD&T 1",
            "Mechanical Engineer, Design Engineer",
            city="Hamburg",
            floor=42_000,
        ),
        _seeker(
            "pixel",
            "design",
            2,
            4,
            "Figma 4, Design systems 3, Usability testing 3, Prototyping 4",
            "Product Designer, UX Designer",
            floor=48_000,
        ),
        _seeker(
            "maths",
            "teaching",
            2,
            5,
            "Mathematics 5, Lesson planning 5, Exam preparation 4, Classroom management 5",
            "Teacher, Mathematics Teacher",
            floor=34_000,
            **GB,
        ),
        _seeker(
            "chef",
            "kitchen",
            3,
            9,
            "French cuisine 7, Menu planning 5, HACCP 8, Sauces 8, Food costing 4",
            "Sous Chef, Chef",
            floor=34_000,
            **GB,
        ),
        _seeker(
            "boss",
            "backend",
            4,
            14,
            "Java 12, Kubernetes 5, AWS 6, Stakeholder management 6",
            "Engineering Manager, Head of Engineering",
            leads=True,
            floor=110_000,
        ),
        _seeker(
            "freelance",
            "backend",
            3,
            10,
            "Python 10, FastAPI 4, PostgreSQL 8, Docker 6",
            "Backend Engineer",
            employment=("contract",),
            floor=80_000,
            arrangements=("remote",),
        ),
        _seeker(
            "starter",
            "frontend",
            1,
            0,
            "JavaScript 1, React 1, HTML 1, CSS 1",
            "Frontend Developer, Web Developer",
            floor=38_000,
        ),
    )
}
TOWNS = {
    "Berlin": "DE",
    "Munich": "DE",
    "Hamburg": "DE",
    "Stuttgart": "DE",
    "London": "GB",
    "Manchester": "GB",
    "Austin": "US",
}
TOWNS |= {
    "New York": "US",
    "Seattle": "US",
    "Amsterdam": "NL",
    "Paris": "FR",
    "Toronto": "CA",
    "Pune": "IN",
    "Warsaw": "PL",
}


def _post(title: str, text: str, place: str | None = None, **fields: object) -> Posting:
    """A short posting; `place` is a town of TOWNS, `days` how old it is, `pay` (low, high, currency, period)."""
    days, pay, mode = fields.pop("days", 5), fields.pop("pay", None), fields.pop("remote", None)
    salary = None
    if isinstance(pay, tuple):
        salary = Salary(min=pay[0], max=pay[1], currency=pay[2], period=pay[3] if len(pay) > 3 else "year")
    where = (Place(text=f"{place}, {TOWNS[place]}", city=place, country=TOWNS[place]),) if place else ()
    posted = None
    if isinstance(days, int):
        posted = TODAY.fromordinal(TODAY.toordinal() - days).isoformat()
    return Posting(
        title=title,
        company="Sample",
        locations=where,
        remote=Remote(mode) if isinstance(mode, str) else None,
        salary=salary,
        posted_at=posted,
        description_text=text,
        **fields,  # type: ignore[arg-type]
    )


def pairs() -> tuple[Pair, ...]:
    """All pairs, group by group."""
    return tuple(pair for group in GROUPS for pair in group())


BACK = "Requirements:\n- Python\n- Django\n- PostgreSQL\n"
GO = "Requirements:\n- Go\n- Kubernetes\n- PostgreSQL\n"
FRONT = "Requirements:\n- React\n- TypeScript\n- CSS\n"
CLOUD = "Requirements:\n- AWS\n- Terraform\n- Kubernetes\n"
JAVA = "Requirements:\n- Java\n- Spring Boot\n- Kafka\n"
DATA = "Requirements:\n- SQL\n- Python\n- dbt\n- Snowflake\n"
MODEL = "Requirements:\n- Python\n- PyTorch\n- SQL\n"
CHIPS = "Requirements:\n- C\n- C++\n- FreeRTOS\n"
PRODUCT = "Requirements:\n- Product discovery\n- Roadmapping\n- User interviews\n"
NURSE = "Requirements:\n- Intensive care\n- Ventilator management\n- Patient assessment\n"
LEDGER = "Requirements:\n- Month-end close\n- IFRS\n- SAP\n"
SELL = "Requirements:\n- SaaS sales\n- Salesforce\n- Negotiation\n"
MAKER = "Requirements:\n- SolidWorks\n- Tolerance analysis\n- Prototyping\n"
PIXEL = "Requirements:\n- Figma\n- Design systems\n- Usability testing\n"
MATHS = "Requirements:\n- Mathematics\n- Lesson planning\n- Classroom management\n"
CHEF = "Requirements:\n- French cuisine\n- Menu planning\n- HACCP\n"


def _rows(
    group: str, seeker: str, title: str, rows: list[tuple[str, str]], place: str | None = "Berlin", **fields: object
) -> Iterator[Pair]:
    """Pairs alike but for the text."""
    for better, worse in rows:
        yield Pair(group, seeker, _post(title, better, place, **fields), _post(title, worse, place, **fields))


def _titled(group: str, seeker: str, text: str, place: str | None, rows: list[tuple[str, str]]) -> Iterator[Pair]:
    """Pairs alike but for the title."""
    for better, worse in rows:
        yield Pair(group, seeker, _post(better, text, place), _post(worse, text, place))


def _required() -> Iterator[Pair]:
    rows = [
        (
            "Requirements:\n- Python\n- Django\n\nNice to have:\n- Scala\n- Hadoop",
            "Requirements:\n- Scala\n- Hadoop\n\nNice to have:\n- Python\n- Django",
        ),
        (
            "You must know Python and PostgreSQL. Elixir is a plus.",
            "You must know Elixir. Python and PostgreSQL are a plus.",
        ),
        (BACK, BACK + "- Erlang\n- Haskell\n- Perl\n"),
        (BACK + "\nNice to have:\n- Erlang\n- Haskell", BACK + "- Erlang\n- Haskell\n"),
        ("Must have: Python, Redis, AWS. Bonus: COBOL.", "Must have: COBOL. Bonus: Python, Redis, AWS."),
        ("What you bring:\n- Kubernetes\n- Python", "What you bring:\n- Fortran\n- Ada"),
    ]
    yield from _rows("required over nice", "back", "Backend Engineer", rows)
    rows = [
        (FRONT, "Requirements:\n- Angular\n- RxJS\n- NgRx\n\nNice to have:\n- React\n"),
        ("React is essential. Some Svelte would be nice.", "Svelte is essential. Some React would be nice."),
    ]
    yield from _rows("required over nice", "front", "Frontend Engineer", rows)
    rows = [(LEDGER, "Requirements:\n- Transfer pricing\n- VAT\n\nNice to have:\n- SAP\n- IFRS\n")]
    yield from _rows("required over nice", "ledger", "Accountant", rows, "Munich")
    rows = [(NURSE, "Requirements:\n- Midwifery\n- Neonatal care\n\nDesirable:\n- Intensive care\n")]
    yield from _rows("required over nice", "nurse", "Registered Nurse", rows, "London")


def _coverage() -> Iterator[Pair]:
    rows = [
        (BACK + "- AWS\n- Redis\n", BACK + "- Solr\n- Cassandra\n"),
        ("Requirements:\n- Python\n- Django\n- Kubernetes", "Requirements:\n- Ruby\n- Rails\n- Kubernetes"),
        ("We use Python, Django and Postgres.", "We use PHP, Laravel and MySQL."),
    ]
    yield from _rows("coverage", "back", "Software Engineer", rows)
    yield from _rows(
        "coverage",
        "chips",
        "Embedded Software Engineer",
        [(CHIPS, "Requirements:\n- Ada\n- VHDL\n- Simulink\n")],
        "Stuttgart",
    )
    yield from _rows("coverage", "data", "Data Engineer", [(DATA, "Requirements:\n- Scala\n- Flink\n- Hadoop\n")])
    yield from _rows(
        "coverage", "model", "Machine Learning Engineer", [(MODEL, "Requirements:\n- R\n- SAS\n- Julia\n")], "Austin"
    )
    yield from _rows(
        "coverage", "pixel", "Product Designer", [(PIXEL, "Requirements:\n- Blender\n- Maya\n- Unreal Engine\n")]
    )
    yield from _rows(
        "coverage", "chef", "Sous Chef", [(CHEF, "Requirements:\n- Sushi\n- Japanese cuisine\n- Ramen\n")], "London"
    )
    yield from _rows(
        "coverage", "maths", "Teacher", [(MATHS, "Requirements:\n- French\n- Spanish\n- Latin\n")], "London"
    )
    yield from _rows(
        "coverage",
        "maker",
        "Mechanical Engineer",
        [(MAKER, "Requirements:\n- HVAC\n- Piping design\n- Revit\n")],
        "Hamburg",
    )


def _level() -> Iterator[Pair]:
    rows = [
        ("Senior Backend Engineer", "Junior Backend Engineer"),
        ("Senior Backend Engineer", "Backend Engineering Intern"),
        ("Senior Backend Engineer", "Director of Backend Engineering"),
        ("Backend Engineer III", "Backend Engineer I"),
        ("Sr. Software Engineer", "Graduate Software Engineer"),
    ]
    yield from _titled("level", "back", BACK, "Berlin", rows)
    rows = [
        ("Frontend Engineer", "Principal Frontend Engineer"),
        ("Frontend Engineer II", "Staff Frontend Engineer"),
        ("Frontend Engineer", "Frontend Intern"),
    ]
    yield from _titled("level", "front", FRONT, "Berlin", rows)
    yield from _titled(
        "level",
        "starter",
        "Requirements:\n- JavaScript\n- React\n- CSS\n",
        "Berlin",
        [
            ("Junior Frontend Developer", "Lead Frontend Developer"),
            ("Junior Web Developer", "Senior Web Developer"),
            ("Frontend Developer (entry level)", "Staff Frontend Developer"),
        ],
    )
    yield from _titled(
        "level",
        "maker",
        MAKER,
        "Hamburg",
        [
            ("Junior Mechanical Engineer", "Principal Mechanical Engineer"),
            ("Graduate Mechanical Engineer", "Head of Mechanical Engineering"),
        ],
    )
    yield from _titled("level", "chef", CHEF, "London", [("Sous Chef", "Commis Chef"), ("Sous Chef", "Kitchen Porter")])
    rows = [("5+ years of experience. Python, Django.", "15+ years of experience. Python, Django.")]
    yield from _rows("level", "back", "Backend Engineer", rows)
    rows = [
        ("1 year of experience with React and JavaScript.", "At least 8 years of experience with React and JavaScript.")
    ]
    yield from _rows("level", "starter", "Frontend Developer", rows)


def _no_experience() -> Iterator[Pair]:
    rows = [
        (BACK + "You have 6+ years of experience.", BACK + "No experience needed, we train you from scratch."),
        (BACK + "This is a senior role.", BACK + "Ideal as your first job after school."),
    ]
    yield from _rows("no experience", "back", "Backend Engineer", rows)
    yield from _rows(
        "no experience",
        "cloud",
        "DevOps Engineer",
        [(CLOUD + "7+ years in operations.", CLOUD + "Career changers without experience are welcome.")],
        "Austin",
    )
    yield from _rows(
        "no experience",
        "starter",
        "Frontend Developer",
        [("React and CSS. No experience required.", "React and CSS. A minimum of 6 years is required.")],
    )
    yield from _rows(
        "no experience",
        "seller",
        "Account Executive",
        [(SELL + "5+ years of closing.", SELL + "No sales experience necessary.")],
        "Austin",
    )


def _managing() -> Iterator[Pair]:
    yield from _titled(
        "managing and doing",
        "boss",
        "Lead teams that work in Java on AWS.",
        "Berlin",
        [("Engineering Manager", "Software Engineer"), ("Head of Engineering", "Senior Java Developer")],
    )
    yield from _titled(
        "managing and doing",
        "back",
        BACK,
        "Berlin",
        [
            ("Senior Backend Engineer", "Engineering Manager"),
            ("Backend Engineer", "Head of Engineering"),
            ("Senior Software Engineer", "VP of Engineering"),
        ],
    )
    yield from _titled(
        "managing and doing",
        "nurse",
        NURSE,
        "London",
        [("Registered Nurse", "Nurse Manager"), ("Staff Nurse", "Director of Nursing")],
    )
    yield from _titled("managing and doing", "seller", SELL, "Austin", [("Senior Account Executive", "VP of Sales")])


def _titles() -> Iterator[Pair]:
    yield from _titled(
        "title decoys",
        "back",
        BACK,
        "Berlin",
        [
            ("Software Engineer", "Software Sales Engineer"),
            ("Backend Engineer", "Technical Recruiter (Backend)"),
            ("Backend Developer", "Real Estate Developer"),
        ],
    )
    yield from _titled(
        "title decoys",
        "nurse",
        NURSE,
        "London",
        [("Registered Nurse", "Nursery Nurse"), ("Staff Nurse, Critical Care", "Nurse Recruiter")],
    )
    yield from _titled(
        "title decoys",
        "ledger",
        LEDGER,
        "Munich",
        [("Accountant", "Account Manager"), ("Financial Accountant", "Account Executive")],
    )
    yield from _titled(
        "title decoys",
        "pixel",
        PIXEL,
        "Berlin",
        [("Product Designer", "Product Design Engineer (Mechanical)"), ("UX Designer", "Interior Designer")],
    )
    yield from _titled(
        "title decoys",
        "product",
        PRODUCT,
        "Berlin",
        [("Product Manager", "Production Manager"), ("Senior Product Manager", "Product Photographer")],
    )
    yield from _titled(
        "title decoys",
        "model",
        MODEL,
        "Austin",
        [("Machine Learning Engineer", "Machine Operator"), ("Data Scientist", "Data Entry Clerk")],
    )
    yield from _titled(
        "title decoys", "maths", MATHS, "London", [("Mathematics Teacher", "Teacher Recruitment Consultant")]
    )
    yield from _titled("title decoys", "chef", CHEF, "London", [("Chef", "Kitchen Fitter")])


def _synonyms() -> Iterator[Pair]:
    yield from _titled(
        "title variants",
        "back",
        BACK,
        "Berlin",
        [
            ("SWE III, Backend", "QA Engineer III"),
            ("Senior Softwareentwickler (m/w/d)", "Senior Projektleiter (m/w/d)"),
            ("Server-side Developer", "iOS Developer"),
        ],
    )
    yield from _titled(
        "title variants", "cloud", CLOUD, "Austin", [("SRE", "SDET"), ("Site Reliability Engineer", "Sales Engineer")]
    )
    yield from _titled("title variants", "model", MODEL, "Austin", [("ML Engineer", "QA Engineer")])
    yield from _titled(
        "title variants", "nurse", NURSE, "London", [("RN – Critical Care", "HR Generalist – Critical Care")]
    )
    yield from _rows(
        "skill synonyms",
        "gopher",
        "Backend Engineer",
        [
            (
                "You write Golang and run it on K8s with Postgres.",
                "You write PHP and run it on bare metal with Oracle.",
            ),
            ("Requirements:\n- Golang\n- K8s", "Requirements:\n- Elixir\n- Nomad"),
        ],
        None,
        remote="remote",
    )
    yield from _rows(
        "skill synonyms",
        "cloud",
        "DevOps Engineer",
        [("Requirements:\n- Amazon Web Services\n- K8s", "Requirements:\n- Alibaba Cloud\n- VMware")],
        "Austin",
    )
    yield from _rows(
        "skill synonyms",
        "front",
        "Frontend Engineer",
        [
            ("Requirements:\n- ReactJS\n- TS", "Requirements:\n- AngularJS\n- CoffeeScript"),
            ("Requirements:\n- React.js\n- NextJS", "Requirements:\n- Ember\n- jQuery"),
        ],
    )
    yield from _rows(
        "skill synonyms",
        "nurse",
        "Registered Nurse",
        [("Requirements:\n- ICU\n- mechanical ventilation", "Requirements:\n- dialysis\n- endoscopy")],
        "London",
    )
    yield from _rows(
        "skill synonyms",
        "ledger",
        "Accountant",
        [("Requirements:\n- monthly close\n- MS Excel", "Requirements:\n- payroll\n- wage tax")],
        "Munich",
    )
    yield from _rows(
        "related skills",
        "cloud",
        "DevOps Engineer",
        [("Requirements:\n- GCP\n- Kubernetes", "Requirements:\n- Mainframe\n- z/OS")],
        "Austin",
    )
    yield from _rows(
        "related skills",
        "chips",
        "Embedded Software Engineer",
        [("Requirements:\n- C\n- Zephyr", "Requirements:\n- PLC\n- Ladder logic")],
        "Stuttgart",
    )

    rows = [
        ("Requirements:\n- Vue.js\n- TypeScript", "Requirements:\n- Flash\n- ActionScript"),
        ("Requirements:\n- JavaScript\n- CSS", "Requirements:\n- Delphi\n- Pascal"),
    ]
    yield from _rows("related skills", "front", "Frontend Engineer", rows)


def _eligibility() -> Iterator[Pair]:
    fine, group = BACK + "Fully remote within the EU.", "remote scope"
    rows = [
        (fine, BACK + "Fully remote. Only candidates based in the United States are considered."),
        (fine, BACK + "Remote (US only)."),
        (fine, BACK + "Remote. You must reside in Canada."),
        (BACK + "Remote, from anywhere.", BACK + "Remote, but you must live in Brazil."),
    ]
    yield from _rows(group, "back", "Backend Engineer", rows, None, remote="remote")
    rows = [
        (GO + "Remote within the United States.", GO + "Remote within the EU only."),
        (GO + "Work from anywhere.", GO + "Remote, UK residents only."),
    ]
    yield from _rows(group, "gopher", "Backend Engineer", rows, None, remote="remote")
    yield Pair(
        group,
        "gopher",
        _post("Backend Engineer", GO, remote="remote", remote_scope="United States"),
        _post("Backend Engineer", GO, remote="remote", remote_scope="Germany"),
    )
    yield Pair(
        group,
        "back",
        _post("Backend Engineer", BACK, remote="remote", remote_scope="Europe"),
        _post("Backend Engineer", BACK, remote="remote", remote_scope="USA"),
    )
    rows = [
        (JAVA + "We sponsor visas.", JAVA + "We do not sponsor visas."),
        (JAVA + "Visa sponsorship is available.", JAVA + "Visa sponsorship is not available for this position."),
        (
            JAVA + "We help you with the work permit and the move.",
            JAVA + "You must already have the right to work in Germany.",
        ),
        (
            JAVA + "Relocation and visa support provided.",
            JAVA + "Candidates requiring sponsorship cannot be considered.",
        ),
        (JAVA, JAVA + "We are unable to offer visa sponsorship now or in the future."),
        (JAVA + "EU Blue Card sponsored.", JAVA + "Only applicants with a valid EU work permit."),
    ]
    yield from _rows("sponsorship", "migrant", "Backend Developer", rows)
    rows = [
        (CLOUD, CLOUD + "An active security clearance (TS/SCI) is required."),
        (CLOUD + "Open to all who may work in the US.", CLOUD + "You must be a citizen of Canada."),
    ]
    yield from _rows("clearance", "cloud", "DevOps Engineer", rows, "Austin")
    rows = [
        (BACK, BACK + "US citizenship is required."),
        (BACK, BACK + "Only citizens of the United Kingdom can apply."),
    ]
    yield from _rows("clearance", "back", "Backend Engineer", rows)


def _places() -> Iterator[Pair]:
    for seeker, title, text, near, far in (
        ("back", "Backend Engineer", BACK, "Berlin", "Munich"),
        ("back", "Backend Engineer", BACK, "Berlin", "New York"),
        ("nurse", "Registered Nurse", NURSE, "London", "Manchester"),
        ("seller", "Account Executive", SELL, "Austin", "London"),
        ("ledger", "Accountant", LEDGER, "Munich", "Hamburg"),
        ("chef", "Sous Chef", CHEF, "London", "Paris"),
        ("migrant", "Java Developer", JAVA + "We sponsor visas.", "Amsterdam", "New York"),
    ):
        yield Pair("place", seeker, _post(title, text, near, remote="onsite"), _post(title, text, far, remote="onsite"))
    yield Pair(
        "arrangement",
        "gopher",
        _post("Backend Engineer", GO, "Austin", remote="remote"),
        _post("Backend Engineer", GO, "Austin", remote="onsite"),
    )
    yield Pair(
        "arrangement",
        "product",
        _post("Product Manager", PRODUCT, "Berlin", remote="hybrid"),
        _post("Product Manager", PRODUCT, "Berlin", remote="onsite"),
    )
    yield Pair(
        "arrangement",
        "freelance",
        _post("Backend Engineer", BACK + "B2B contract.", remote="remote"),
        _post("Backend Engineer", BACK + "B2B contract.", "Berlin", remote="onsite"),
    )
    rows = [
        (GO + "This is a fully remote role.", GO + "On site in Seattle, five days a week."),
        (GO + "100% remote.", GO + "No remote work is possible."),
    ]
    yield from _rows("arrangement", "gopher", "Backend Engineer", rows, "Seattle")


def _pay() -> Iterator[Pair]:
    for seeker, title, text, place, good, bad in (
        ("back", "Backend Engineer", BACK, "Berlin", (80_000, 95_000, "EUR"), (45_000, 55_000, "EUR")),
        (
            "gopher",
            "Backend Engineer",
            GO + "Remote in the US.",
            "Austin",
            (150_000, 180_000, "USD"),
            (70_000, 90_000, "USD"),
        ),
        ("nurse", "Registered Nurse", NURSE, "London", (34_000, 40_000, "GBP"), (22_000, 24_000, "GBP")),
        ("ledger", "Accountant", LEDGER, "Munich", (5_000, 5_600, "EUR", "month"), (2_500, 2_900, "EUR", "month")),
        ("seller", "Account Executive", SELL, "Austin", (110_000, 140_000, "USD"), (40_000, 50_000, "USD")),
        ("chef", "Sous Chef", CHEF, "London", (36_000, 40_000, "GBP"), (11, 12, "GBP", "hour")),
    ):
        yield Pair("pay", seeker, _post(title, text, place, pay=good), _post(title, text, place, pay=bad))
    rows = [
        (BACK + "Salary: €80,000 - €95,000 per year.", BACK + "Salary: €40,000 - €48,000 per year."),
        (BACK + "We pay 85k–100k EUR a year.", BACK + "We pay 38k–45k EUR a year."),
        (BACK + "Gehalt: 80.000 bis 95.000 € im Jahr", BACK + "Gehalt: 42.000 bis 50.000 € im Jahr"),
    ]
    yield from _rows("pay", "back", "Backend Engineer", rows)
    yield from _rows(
        "pay",
        "seller",
        "Account Executive",
        [(SELL + "Base $120,000 - $150,000.", SELL + "Commission only, no base salary.")],
        "Austin",
    )


def _language() -> Iterator[Pair]:
    rows = [
        (BACK + "English is our working language.", BACK + "Fluent French (C1) is required."),
        (BACK, BACK + "You must speak Japanese at a business level."),
        (BACK + "Fluent German is required.", BACK + "Fluent Dutch is required."),
        (BACK + "Polish is a plus, but not needed.", BACK + "Fluent Polish is required."),
    ]
    yield from _rows("language", "back", "Backend Engineer", rows)
    rows = [
        (
            JAVA + "We sponsor visas. German is not required.",
            JAVA + "We sponsor visas. Fluent German (C1) is required.",
        ),
        (JAVA + "We sponsor visas.", JAVA + "We sponsor visas. Sehr gute Deutschkenntnisse (C1) erforderlich."),
    ]
    yield from _rows("language", "migrant", "Backend Developer", rows)
    rows = [(SELL, SELL + "Native Spanish speaker required.")]
    yield from _rows("language", "seller", "Account Executive", rows, "Austin")
    rows = [(NURSE, NURSE + "Welsh, C1, is required.")]
    yield from _rows("language", "nurse", "Registered Nurse", rows, "London")


def _employment() -> Iterator[Pair]:
    for seeker, title, text, place in (
        ("back", "Backend Engineer", BACK, "Berlin"),
        ("front", "Frontend Engineer", FRONT, "Berlin"),
        ("nurse", "Registered Nurse", NURSE, "London"),
    ):
        yield Pair(
            "employment",
            seeker,
            _post(title, text, place, employment_type="full_time"),
            _post(title, text, place, employment_type="contract"),
        )
        yield Pair(
            "employment",
            seeker,
            _post(title, text, place, employment_type="full_time"),
            _post(title, text, place, employment_type="internship"),
        )
    rows = [
        (BACK + "Permanent, full-time employment.", BACK + "B2B contract only; you invoice us monthly."),
        (BACK + "Unlimited contract, full time.", BACK + "Freelance contract for three months."),
    ]
    yield from _rows("employment", "back", "Backend Engineer", rows)
    rows = [
        ("Python, FastAPI. Freelance, 12 months, B2B invoice.", "Python, FastAPI. Permanent employment, full time.")
    ]
    yield from _rows("employment", "freelance", "Backend Engineer", rows, None, remote="remote")


def _wishes() -> Iterator[Pair]:
    rows = [
        ("Requirements:\n- Python\n- Django", "Requirements:\n- Python\n- PHP"),
        ("Requirements:\n- Python\n- Django\n- AWS", "Requirements:\n- Python\n- Redis\n- AWS\n- PHP"),
        ("Requirements:\n- Django\n- PostgreSQL", "Requirements:\n- Redis\n- PHP"),
    ]
    yield from _rows("loved and unwanted", "back", "Backend Engineer", rows)
    rows = [("We build software for clinics. " + BACK, "We run online casinos and sports betting. " + BACK)]
    for better, worse in rows:
        yield Pair(
            "industry",
            "back",
            _post("Backend Engineer", better, "Berlin"),
            _post("Backend Engineer", worse, "Berlin"),
            Company(name="Sample", industry="health"),
            Company(name="Sample", industry="gambling"),
        )

    text = "We run an online casino.\n" + BACK
    yield Pair("industry", "back", _post("Backend Engineer", BACK, "Berlin"), _post("Backend Engineer", text, "Berlin"))
    text = "Our sports betting platform takes ten thousand bets a second.\n" + BACK
    yield Pair("industry", "back", _post("Backend Engineer", BACK, "Berlin"), _post("Backend Engineer", text, "Berlin"))


def _recency() -> Iterator[Pair]:
    rows = [
        ("Requirements:\n- Go\n- gRPC", "Requirements:\n- Java\n- gRPC"),
        ("Requirements:\n- Go\n- PostgreSQL", "Requirements:\n- Java\n- PostgreSQL"),
        ("Requirements:\n- 5+ years of Go", "Requirements:\n- 5+ years of Java"),
    ]
    yield from _rows("recency of skills", "gopher", "Backend Engineer", rows, None, remote="remote")
    for days in (120, 200, 400):
        yield Pair(
            "freshness",
            "back",
            _post("Backend Engineer", BACK, "Berlin", days=2),
            _post("Backend Engineer", BACK, "Berlin", days=days),
        )
    yield Pair(
        "freshness",
        "nurse",
        _post("Registered Nurse", NURSE, "London", days=3),
        _post("Registered Nurse", NURSE, "London", days=150),
    )


def _stuffing() -> Iterator[Pair]:
    stuffed = (
        "We need somebody who packs boxes. Tags: Python, Django, PostgreSQL, Kubernetes, AWS, Redis, backend, engineer."
    )
    yield Pair(
        "stuffing",
        "back",
        _post("Backend Engineer", "We need Python and Django.", "Berlin"),
        _post("Warehouse Associate", stuffed, "Berlin"),
    )
    hiring = (
        "You fill roles for our engineering teams, who use React, TypeScript, CSS and Next.js. "
        "Requirements:\n- Sourcing\n- Interviewing"
    )
    yield Pair(
        "stuffing",
        "front",
        _post("Frontend Engineer", "React and CSS.", "Berlin"),
        _post("Technical Recruiter", hiring, "Berlin"),
    )
    blurb = (
        "Our platform runs on AWS, Kubernetes and Terraform. For our office in Austin we need a helping "
        "hand. Requirements:\n- Typing\n- Filing"
    )
    yield Pair(
        "stuffing",
        "cloud",
        _post("DevOps Engineer", "AWS and Terraform.", "Austin"),
        _post("Office Assistant", blurb, "Austin"),
    )
    words = (
        "Figma, design systems, usability testing, prototyping, Figma, Figma, UX, UX designer. We sell "
        "sofas. Requirements:\n- Retail experience"
    )
    yield Pair(
        "stuffing",
        "pixel",
        _post("UX Designer", "You know Figma and usability testing.", "Berlin"),
        _post("Furniture Sales Assistant", words, "Berlin"),
    )
    words = "SQL Python dbt Snowflake Airflow. Requirements:\n- Selling data products\n- Cold calling"
    yield Pair(
        "stuffing",
        "data",
        _post("Data Engineer", DATA, "Berlin"),
        _post("Sales Representative, Data Products", words, "Berlin"),
    )
    words = (
        "An intensive care unit needs its corridors clean; ventilators hum, patients need assessment. "
        "Requirements:\n- Cleaning"
    )
    yield Pair("stuffing", "nurse", _post("Staff Nurse", NURSE, "London"), _post("Hospital Cleaner", words, "London"))


def _meanings() -> Iterator[Pair]:
    rows = [
        (FRONT, "Requirements:\n- React calmly under stress\n- CSS-certified scaffolding\n"),
        ("You build with React.", "You react to customers quickly."),
    ]
    yield from _rows("other meanings", "front", "Frontend Engineer", rows)
    rows = [
        (GO, "You go the extra mile for customers. A go-to person. Requirements:\n- Sales"),
        ("You write Go services.", "You are ready to go."),
    ]
    yield from _rows("other meanings", "gopher", "Backend Engineer", rows, None, remote="remote")
    yield from _rows(
        "other meanings",
        "chips",
        "Embedded Software Engineer",
        [
            ("You write C for microcontrollers.", "You hold a driving licence of class C."),
            (CHIPS, "Vitamin C for all. Requirements:\n- CAN do attitude"),
        ],
        "Stuttgart",
    )
    yield from _rows(
        "other meanings",
        "back",
        "Backend Engineer",
        [
            ("You write Python.", "You look after a python and two geckos."),
            (BACK, "We value a Django Reinhardt record at the office. Requirements:\n- Perl"),
        ],
    )
    yield from _rows(
        "other meanings",
        "ledger",
        "Accountant",
        [("Requirements:\n- Excel\n- SAP", "You excel at sapping energy from problems. Requirements:\n- Notary work")],
        "Munich",
    )


def _real() -> Iterator[Pair]:
    rows = [
        (BACK, BACK + "There is no opening at present; we collect applications for our talent pool."),
        (BACK + "Start: next month.", BACK + "This posting is for future openings only."),
    ]
    yield from _rows("real openings", "back", "Backend Engineer", rows)
    rows = [(FRONT, FRONT + "Evergreen posting: not an active vacancy, we keep your CV for later.")]
    yield from _rows("real openings", "front", "Frontend Engineer", rows)
    rows = [(SELL, SELL + "Unpaid for the first six months; later you share in what you bring.")]
    yield from _rows("real openings", "seller", "Account Executive", rows, "Austin")
    yield Pair(
        "sparse", "back", _post("Senior Backend Engineer", BACK + "6+ years.", "Berlin"), _post("Job", "Apply now!")
    )
    yield Pair(
        "sparse",
        "front",
        _post("Frontend Engineer", FRONT, "Berlin"),
        _post("Frontend Engineer", "Come and join us.", "Berlin"),
    )
    yield Pair(
        "sparse",
        "nurse",
        _post("Registered Nurse", NURSE, "London", remote="onsite"),
        _post("Opportunity in London", "We are hiring.", "London"),
    )
    yield Pair(
        "sparse",
        "cloud",
        _post("DevOps Engineer", CLOUD, "Austin", pay=(140_000, 160_000, "USD")),
        _post("Engineer", "", None),
    )


def _trades() -> Iterator[Pair]:
    for seeker, place, own, text, other, words in (
        ("back", "Berlin", "Backend Engineer", BACK, "Frontend Engineer", FRONT),
        ("front", "Berlin", "Frontend Engineer", FRONT, "Backend Engineer", JAVA),
        ("data", "Berlin", "Data Engineer", DATA, "Data Analyst", "Requirements:\n- SQL\n- Tableau\n- Excel\n"),
        (
            "model",
            "Austin",
            "Machine Learning Engineer",
            MODEL,
            "Data Analyst",
            "Requirements:\n- SQL\n- Excel\n- Tableau\n",
        ),
        (
            "cloud",
            "Austin",
            "DevOps Engineer",
            CLOUD,
            "Help Desk Analyst",
            "Requirements:\n- Windows\n- Linux\n- Ticketing\n",
        ),
        (
            "ledger",
            "Munich",
            "Accountant",
            LEDGER,
            "Financial Analyst",
            "Requirements:\n- Forecasting\n- Excel\n- SAP\n",
        ),
        (
            "pixel",
            "Berlin",
            "UX Designer",
            PIXEL,
            "Graphic Designer",
            "Requirements:\n- Typography\n- Print production\n- Figma\n",
        ),
        (
            "nurse",
            "London",
            "Registered Nurse",
            NURSE,
            "Care Assistant",
            "Requirements:\n- Personal care\n- Patient assessment\n",
        ),
        (
            "seller",
            "Austin",
            "Account Executive",
            SELL,
            "Customer Success Manager",
            "Requirements:\n- Onboarding\n- Salesforce\n- Renewals\n",
        ),
        (
            "product",
            "Berlin",
            "Product Manager",
            PRODUCT,
            "Project Manager",
            "Requirements:\n- PRINCE2\n- Roadmapping\n- Budget control\n",
        ),
        (
            "maker",
            "Hamburg",
            "Mechanical Engineer",
            MAKER,
            "Maintenance Mechanic",
            "Requirements:\n- Hydraulics\n- Prototyping\n- Wiring\n",
        ),
        (
            "maths",
            "London",
            "Teacher",
            MATHS,
            "Corporate Trainer",
            "Requirements:\n- E-learning\n- Lesson planning\n- Workshops\n",
        ),
    ):
        yield Pair("trade", seeker, _post(own, text, place), _post(other, words, place))


GROUPS = (
    _required,
    _coverage,
    _level,
    _no_experience,
    _managing,
    _titles,
    _synonyms,
    _eligibility,
    _places,
    _pay,
    _language,
    _employment,
    _wishes,
    _recency,
    _stuffing,
    _meanings,
    _real,
    _trades,
)
