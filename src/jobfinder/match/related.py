"""Skills that stand for one another, in part: who knows FastAPI knows REST, who knows AWS finds into Google Cloud.

Data and two look-ups. Called by `match.skills`. To extend: a line in IMPLIES ("a: b, c" says that a includes b and c)
or a line of equals in PARALLELS. Names are those of `read.terms`.
"""

from __future__ import annotations

from functools import lru_cache

_IMPLIES = """
FastAPI: Python, REST
Django: Python, SQL
Flask: Python, REST
pandas: Python
NumPy: Python
PyTorch: Python, Machine Learning, Deep Learning
TensorFlow: Machine Learning, Deep Learning
scikit-learn: Python, Machine Learning
Spring Boot: Java, Spring, REST
Spring: Java
Hibernate: Java
Android: Kotlin
Jetpack Compose: Kotlin, Android
SwiftUI: Swift, iOS
Ruby on Rails: Ruby, SQL
Laravel: PHP, SQL
Symfony: PHP
Next.js: React, JavaScript
Nuxt: Vue.js, JavaScript
React: JavaScript
React Native: React, JavaScript
Vue.js: JavaScript
Angular: TypeScript, JavaScript
Svelte: JavaScript
TypeScript: JavaScript
Node.js: JavaScript
Express: Node.js, JavaScript
NestJS: Node.js, TypeScript
.NET: C#
Kubernetes: Docker
Helm: Kubernetes
BigQuery: SQL, Google Cloud
Snowflake: SQL
Redshift: SQL, AWS
PostgreSQL: SQL
MySQL: SQL
SQL Server: SQL
Oracle Database: SQL
T-SQL: SQL, SQL Server
dbt: SQL
Airflow: Python
Databricks: Spark
GitHub Actions: CI/CD, Git
GitLab CI: CI/CD, Git
Jenkins: CI/CD
GitHub: Git
GitLab: Git
LangChain: LLM, Python
Power BI: Business Intelligence
Tableau: Business Intelligence
Looker: Business Intelligence
Figma: UI Design
SAP S/4HANA: SAP, ERP
SAP: ERP
NetSuite: ERP
Salesforce: CRM
HubSpot: CRM
Microsoft Office: Excel, PowerPoint, Microsoft Word
Scrum: Agile
Kanban: Agile
"""
_PARALLELS = """
AWS, Google Cloud, Azure
PostgreSQL, MySQL, MariaDB, SQL Server, Oracle Database
React, Vue.js, Angular, Svelte
Kafka, RabbitMQ, Pulsar
Snowflake, BigQuery, Redshift, Databricks
Airflow, Prefect, Dagster
Terraform, Pulumi, CloudFormation
Jenkins, GitLab CI, GitHub Actions, CircleCI
Power BI, Tableau, Looker, Qlik, Metabase
PyTorch, TensorFlow, JAX
Java, Kotlin, C#
JavaScript, TypeScript
Django, Flask, FastAPI
Figma, Sketch, Adobe XD
MongoDB, DynamoDB, Cassandra
Datadog, New Relic, Grafana, Prometheus, Splunk
Salesforce, HubSpot, Dynamics 365
SAP, Oracle ERP, NetSuite, Dynamics 365
SolidWorks, CATIA, AutoCAD
QuickBooks, Xero, DATEV
Ansible, Puppet, Chef
Selenium, Cypress, Playwright
Elasticsearch, OpenSearch, Solr
"""


@lru_cache(maxsize=1)
def _implied() -> dict[str, frozenset[str]]:
    """skill → those that include it, however many steps away."""
    direct: dict[str, set[str]] = {}
    for line in _IMPLIES.strip().splitlines():
        name, _, others = line.partition(":")
        for other in others.split(","):
            direct.setdefault(other.strip(), set()).add(name)
    return {skill: frozenset(_closed(skill, direct)) for skill in direct}


def _closed(skill: str, direct: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    open_ = [skill]
    while open_:
        for name in direct.get(open_.pop(), set()) - found:
            found.add(name)
            open_.append(name)
    return found - {skill}


@lru_cache(maxsize=1)
def _equals() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _PARALLELS.strip().splitlines():
        names = frozenset(name.strip() for name in line.split(","))
        for name in names:
            found[name] = found.get(name, frozenset()) | names - {name}
    return found


def including(skill: str) -> frozenset[str]:
    """The skills that include this one: for REST, FastAPI and Flask."""
    return _implied().get(skill, frozenset())


def beside(skill: str) -> frozenset[str]:
    """The skills from which one finds into this one: for AWS, Azure and Google Cloud."""
    return _equals().get(skill, frozenset())
