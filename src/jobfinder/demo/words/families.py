"""Families of roles: titles, skills, and what a person in them does. Technical ones here, the others in `trades`."""

from __future__ import annotations

from jobfinder.model import Record


class Family(Record, frozen=True):
    """One occupation. `titles` are without level; `pay` is that of level "mid" in Berlin, in thousands a year."""

    key: str
    department: str
    teams: tuple[str, ...]
    titles: tuple[str, ...]
    skills: tuple[str, ...]
    nice: tuple[str, ...]
    missions: tuple[str, ...]
    duties: tuple[str, ...]
    pay: int


def family(
    key: str, department: str, teams: str, titles: str, skills: str, nice: str, missions: str, duties: str, pay: int
) -> Family:
    """A family from lists written as text: one a line for sentences, separated by `|` for words."""
    return Family(
        key=key,
        department=department,
        teams=tuple(teams.split("|")),
        titles=tuple(titles.split("|")),
        skills=tuple(skills.split("|")),
        nice=tuple(nice.split("|")),
        missions=tuple(line.strip() for line in missions.strip().splitlines()),
        duties=tuple(line.strip() for line in duties.strip().splitlines()),
        pay=pay,
    )


BACKEND = family(
    "backend",
    "Engineering",
    "Core Platform|Integrations|Billing|Accounts|Orders",
    "Backend Engineer|Software Engineer, Backend|Backend Developer|Python Developer|Software Engineer",
    "Python|PostgreSQL|REST|Docker|Kafka|Redis|AWS|FastAPI|Django|Kubernetes|gRPC|Go",
    "Rust|GraphQL|Terraform|Elasticsearch|event sourcing|OpenTelemetry|Celery",
    """The {team} team owns the services that everything else stands on: if we are down, nobody at a customer can work.
    You will join five engineers who look after the {team} domain from schema to on-call.
    We are taking a large service apart, and we want somebody who has seen that go well once and badly once.""",
    """Design and build services in {a} that other teams can rely on without reading the code
    Own the data model behind {product}: schema, migrations, and queries that stay fast as tables grow
    Turn vague product questions into small releases that answer them
    Review code with care, and get yours reviewed with the same care
    Move synchronous calls to events over {b} where that makes failure easier to live with
    Keep latency budgets honest with tracing, load tests and the occasional deletion of code
    Write down decisions where the next person will look for them
    Take part in an on-call rotation of one week in six, which is compensated and quiet""",
    78,
)

DATA = family(
    "data",
    "Data",
    "Data Platform|Analytics Engineering|Ingestion|Insights",
    "Data Engineer|Analytics Engineer|Data Platform Engineer|Software Engineer, Data|ETL Developer",
    "Python|SQL|Airflow|dbt|Spark|Snowflake|Kafka|BigQuery|AWS|Databricks|PostgreSQL",
    "Terraform|Flink|Iceberg|Scala|Great Expectations|Looker|Dagster",
    """The {team} team turns what {customers} send us into tables that people trust.
    Every number that a customer sees has passed through a pipeline of ours, so we treat data as a product.
    Our warehouse grew faster than its tests did, and you will help us to turn that around.""",
    """Build and run batch and streaming pipelines with {a} and {b}
    Model data so that the same question gets the same answer in every dashboard
    Find out why last night's load was late before anybody asks
    Define contracts with the teams that produce events, and tests that hold both sides to them
    Cut the cost of our warehouse without making anybody's query slower
    Migrate jobs from cron and shell to something with lineage and retries
    Help analysts to write SQL that survives a review
    Document sources, owners and freshness, and alert on all three""",
    80,
)

PLATFORM = family(
    "platform",
    "Infrastructure",
    "Platform|Reliability|Cloud|Developer Experience",
    "Site Reliability Engineer|Platform Engineer|DevOps Engineer|Cloud Infrastructure Engineer|Production Engineer",
    "Kubernetes|Terraform|AWS|Linux|Go|Prometheus|Grafana|Python|Helm|CI/CD|GCP|ArgoCD",
    "eBPF|Istio|Azure|Ansible|PostgreSQL|Vault|Nix",
    """The {team} team gives forty engineers a paved road: if they notice us, something is wrong.
    You will be the third person in {team}, so you will have an opinion on everything from DNS to incident reviews.
    We run in two regions today and in four next year, with the same number of pages at night, which is to say few.""",
    """Run our clusters on {a} and keep upgrades boring
    Write {b} modules that product teams can use without asking
    Define service level objectives with teams and stop work when budgets are spent
    Lead incident reviews that end in fewer moving parts
    Shorten the path from merge to production, now at nineteen minutes
    Make cost visible per team and per feature
    Automate away what you had to do by hand twice
    Keep backups that are restored every week, by a robot, in anger""",
    84,
)

FRONTEND = family(
    "frontend",
    "Engineering",
    "Web|Design System|Customer Portal|Growth",
    "Frontend Engineer|Web Developer|Software Engineer, Frontend|UI Engineer",
    "TypeScript|React|CSS|HTML|GraphQL|Next.js|Vite|Playwright|Vue.js",
    "Svelte|WebGL|Storybook|Node.js|Figma",
    """The {team} team builds what {customers} look at all day, often on a cheap tablet in bad light.
    You will own a part of the interface of {product}, from the first sketch to the accessibility report.""",
    """Build interfaces in {a} and {b} that load fast on old hardware
    Work with designers on flows, and tell them early what the platform gives for free
    Keep our component library small, tested and accessible
    Measure what users wait for, and remove it
    Write end-to-end tests for the few paths that must never break
    Retire the last pages of the previous framework""",
    72,
)

MACHINE_LEARNING = family(
    "ml",
    "Research",
    "Applied ML|Forecasting|Perception|Ranking",
    "Machine Learning Engineer|Applied Scientist|ML Engineer|Research Engineer|Data Scientist",
    "Python|PyTorch|scikit-learn|SQL|Docker|NumPy|Spark|TensorFlow|MLflow",
    "JAX|CUDA|Ray|Kubernetes|Bayesian statistics|LLM|C++",
    """Models from the {team} team are in production at {customers}, where a wrong one is noticed the same morning.
    You will take models from notebook to service, and back again when reality disagrees.""",
    """Train, evaluate and ship models with {a}, with baselines that are hard to beat
    Build evaluation sets that reflect what users complain about
    Own features and training pipelines together with data engineers
    Run experiments that can end in "no"
    Watch for drift and say when a model should be switched off
    Explain uncertainty to people who have to decide""",
    86,
)

MOBILE = family(
    "mobile",
    "Engineering",
    "Mobile|Field App|Consumer App",
    "iOS Engineer|Android Engineer|Mobile Developer|Software Engineer, Mobile",
    "Swift|Kotlin|SwiftUI|Jetpack Compose|REST|CI/CD|React Native",
    "GraphQL|Bluetooth LE|Fastlane|Kotlin Multiplatform",
    """Our app is used outdoors, offline and with gloves on, and the {team} team makes that feel normal.
    You will own releases of an app that {customers} open forty times a day.""",
    """Build features in {a} from design to store release
    Make synchronisation correct first and fast second
    Keep crash-free sessions above 99.8 percent
    Work with backend engineers on interfaces that survive old app versions
    Improve start-up time and battery use, with measurements""",
    76,
)

EMBEDDED = family(
    "embedded",
    "Engineering",
    "Firmware|Controls|Edge|Hardware",
    "Embedded Software Engineer|Firmware Engineer|Robotics Software Engineer|Controls Engineer",
    "C++|C|Linux|Python|ROS 2|RTOS|CAN|CMake|Rust",
    "FPGA|Yocto|MATLAB|EtherCAT|functional safety",
    """The {team} team writes the code that moves things, with tests that run on a bench of real hardware every night.
    You will bring up new boards, chase timing bugs with a scope, and leave the code clearer than you found it.""",
    """Write and test firmware in {a} for new and existing boards
    Own the interface between controllers and the services above
    Build simulation so that less has to be tried on hardware
    Analyse field failures and close them for good
    Work with electrical engineers from the first schematic""",
    76,
)

SECURITY = family(
    "security",
    "Security",
    "Product Security|Detection and Response|Infrastructure Security",
    "Security Engineer|Application Security Engineer|Detection Engineer|Cloud Security Engineer",
    "Python|AWS|threat modeling|Linux|IAM|SIEM|Kubernetes|OAuth|Go",
    "reverse engineering|Rust|ISO 27001|Terraform|OSCP",
    """You will be part of {team}, which would rather remove a class of bugs than write its hundredth ticket.
    The {team} team reviews designs, builds guard rails and answers the phone when it rings at night.""",
    """Review designs early and leave teams with a threat model they understand
    Build detection for what attackers do, not for what scanners print
    Make the secure way the easy way, with libraries in {a}
    Run our disclosure programme and thank people properly
    Lead response when something happens, and the review afterwards""",
    86,
)

QUALITY = family(
    "quality",
    "Engineering",
    "Quality|Test Infrastructure",
    "QA Engineer|Software Engineer in Test|Test Automation Engineer|Quality Assurance Analyst",
    "Python|Playwright|Selenium|SQL|CI/CD|TypeScript|pytest|REST",
    "k6|Appium|contract testing|Kubernetes",
    """The {team} team helps engineers to test their own work, and looks where nobody looked.
    You will own the nightly suite, and more importantly the list of what is not in it.""",
    """Build test tooling in {a} that engineers choose to use
    Explore new features before users do
    Find flaky tests, fix the cause, and delete what proves nothing
    Own test data, environments and the release checklist
    Make failures readable in one minute""",
    64,
)

TECHNICAL = (BACKEND, DATA, PLATFORM, FRONTEND, MACHINE_LEARNING, MOBILE, EMBEDDED, SECURITY, QUALITY)
