"""The skills we know by name, with the other names they go by.

Data, read by `read.skills`. One skill a line: its name, then its other names after a colon. A name written with "="
counts only in exactly that case. Names are matched as whole words; "." "-" "/" and spaces between words are
interchangeable. To extend: add a line to the group it belongs to. A name that is also an everyday word must stand in
one of the guards below.
"""

from __future__ import annotations

from functools import lru_cache

from jobfinder.read.terms.code import ENGINEERING, FRAMEWORKS, LANGUAGES
from jobfinder.read.terms.systems import DATA, MACHINE_LEARNING, OPERATIONS
from jobfinder.read.terms.work import BUSINESS, DESIGN

TECHNICAL = (LANGUAGES, FRAMEWORKS, DATA, MACHINE_LEARNING, OPERATIONS, ENGINEERING, DESIGN)
GENERAL = (BUSINESS,)

# Languages with the name of an everyday word or a letter: taken where the sentence speaks of code, or names other
# technology.
SPOKEN = frozenset({"Go", "R", "C", "Julia"})
# Taken as the next or previous entry of a list of known skills, and with a maker's name before ("MS Word").
LISTED = frozenset(
    {
        "Express",
        "Chef",
        "Phoenix",
        "Microsoft Access",
        "Microsoft Word",
        "Microsoft Teams",
        "Assembly",
        "Maya",
        "Lean",
        "Apex",
    }
    | {"CAN Bus", "Tax", "Sales", "Marketing", "Controlling", "Intercom", "Outlook", "Nomad"}
)
# Capitalised and not at the head of a sentence, or listed.
CAPITALISED = frozenset(
    {
        "React",
        "Excel",
        "Swift",
        "Rust",
        "Spring",
        "Flask",
        "Puppet",
        "Spark",
        "Hive",
        "Sketch",
        "Notion",
        "Slack",
        "Dart",
    }
    | {"Unity", "Lambda", "Helm", "Vault", "Consul", "Celery", "Presto", "Electron", "Flutter", "Hibernate", "Postman"}
    | {
        "Sentry",
        "Prefect",
        "Polars",
        "Bootstrap",
        "Elixir",
        "Ruby",
        "Snowflake",
        "Cypress",
        "Jest",
        "Groovy",
        "Oracle Database",
    }
    | {"Canva", "Blender", "Miro", "Asana", "Workday", "Solidity", "Illustrator", "Node.js", "Zig", "Iceberg", "Pulsar"}
)

GUARDED = SPOKEN | LISTED | CAPITALISED


@lru_cache(maxsize=1)
def technical() -> frozenset[str]:
    """The skills whose company tells that a sentence speaks of technology."""
    return frozenset(line.partition(":")[0] for group in TECHNICAL for line in group.strip().splitlines())
