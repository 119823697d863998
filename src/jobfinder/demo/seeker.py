"""The demo's seeker: a senior engineer for backends and data, in Berlin, open to remote work in Europe.

Both texts are what `jobfinder profile set` and `prefs set` take: `match.profile.from_toml` and `match.prefs.from_toml`
read them. In the demo's world some roles match well, some are filtered with reasons, and some score too low.
"""

from __future__ import annotations

PROFILE = """\
name = "Robin Achterberg"
titles = ["Senior Backend Engineer", "Senior Data Engineer", "Python Developer"]
seniority = "senior"
years = 9
places = ["Berlin, Germany"]
remote = ["remote", "hybrid"]

[salary]
min = 85000
currency = "EUR"
period = "year"

[education]
degree = "master"
fields = ["computer science"]

[[languages]]
name = "English"
level = "C1"

[[languages]]
name = "German"
level = "B2"

[[skills]]
name = "Python"
years = 9
weight = 2.0

[[skills]]
name = "PostgreSQL"
years = 8
weight = 1.5

[[skills]]
name = "SQL"
years = 9

[[skills]]
name = "Kafka"
years = 4

[[skills]]
name = "Airflow"
years = 4

[[skills]]
name = "dbt"
years = 3

[[skills]]
name = "Docker"
years = 7

[[skills]]
name = "Kubernetes"
years = 4

[[skills]]
name = "AWS"
years = 6

[[skills]]
name = "FastAPI"
years = 4
"""

PREFERENCES = """\
min_score = 55
alert_score = 80
strike_threshold = 3

[stop]
keywords = ["Praktikum", "Werkstudent"]

[titles]
wanted = ["backend", "data", "python", "platform", "software"]
excluded = ["manager", "sales", "recruiter"]
wanted_mode = 2
excluded_mode = "reject"

[locations]
accepted = ["Germany", "Austria", "Netherlands"]
mode = "reject"

[remote]
countries = ["Germany"]
mode = "reject"

[salary]
floor = 70000
currency = "EUR"
period = "year"
mode = 2

[age]
max_days = 120
mode = "reject"

[employment]
accepted = ["full_time", "contract"]
mode = "reject"

[seniority]
accepted = ["mid", "senior", "lead", "staff"]
mode = 2
"""
