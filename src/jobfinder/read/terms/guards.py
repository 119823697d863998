"""Skills with a name that is also an everyday word, by how much is asked before the word is taken for the skill.

Data, read by `read.everyday` and `read.skills`. A guard watches only the names of one word written with "=" in
`read.terms`; the longer names of the same skill are taken anywhere. To extend: the skill in the guard that fits.
"""

from __future__ import annotations

SPOKEN = frozenset({"Go", "R", "C", "Julia"})
"""Languages with the name of an everyday word or a letter: where the sentence speaks of code, or names technology."""

_LISTED = """
Express, Chef, Phoenix, Microsoft Access, Microsoft Word, Microsoft Teams, Assembly, Maya, Lean, Apex, CAN Bus, Tax,
Sales, Marketing, Controlling, Intercom, Outlook, Nomad, Amplitude, Braze, Buffer, Iterable, Gong, Epic, Rhino, Zoom,
HR Management, Compliance, Trading, Treasury, Sage, Coupa, Tally, Infor, Dropbox, Rancher, CMS, Zephyr, Domo, DAX,
Houdini, Addison, Bloomberg Terminal, BlackLine, InVision, Titration, Juniper, Catering, Translation, Rhino
"""
_CAPITALISED = """
React, Excel, Swift, Rust, Spring, Flask, Puppet, Spark, Hive, Sketch, Notion, Slack, Dart, Unity, Lambda, Helm, Vault,
Consul, Celery, Presto, Electron, Flutter, Hibernate, Postman, Sentry, Prefect, Polars, Bootstrap, Elixir, Ruby,
Snowflake, Cypress, Jest, Groovy, Oracle Database, Canva, Blender, Miro, Asana, Workday, Solidity, Illustrator, Node.js,
Zig, Iceberg, Pulsar, Delphi, Lisp, Maven, Cucumber, Puppeteer, Appian, Tomcat, Vagrant, Visio, Creo, Autodesk Inventor,
Windows, Illustration, Barista, Concierge, Concur, Basecamp, Parquet, Pega, Ionic, Acrobat
"""


def _names(listed: str) -> frozenset[str]:
    return frozenset(name.strip() for name in listed.replace("\n", " ").split(","))


LISTED = _names(_LISTED)
"""Taken as the next or previous entry of a list of known skills, and with a maker's name before ("MS Word")."""
CAPITALISED = _names(_CAPITALISED)
"""Capitalised and not at the head of a sentence, or listed."""

GUARDED = SPOKEN | LISTED | CAPITALISED
