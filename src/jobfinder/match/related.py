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
Figma: UI Design, Prototyping
SAP S/4HANA: SAP, ERP
SAP: ERP
NetSuite: ERP
Salesforce: CRM
HubSpot: CRM
Microsoft Office: Excel, PowerPoint, Microsoft Word
Scrum: Agile
Kanban: Agile
Embedded Linux: Linux, Embedded Systems
Yocto: Embedded Linux, Linux
Buildroot: Embedded Linux, Linux
Linux Kernel: C, Linux
Device Drivers: C
FreeRTOS: RTOS, Embedded Systems
Zephyr: RTOS, Embedded Systems
VxWorks: RTOS, Embedded Systems
QNX: RTOS, Embedded Systems
ThreadX: RTOS, Embedded Systems
RTOS: Embedded Systems
STM32: Microcontrollers, ARM Cortex, Embedded Systems
ESP32: Microcontrollers, Embedded Systems
nRF52: Microcontrollers, ARM Cortex, Bluetooth Low Energy
AVR: Microcontrollers
PIC Microcontrollers: Microcontrollers
MSP430: Microcontrollers
Microcontrollers: Embedded Systems
Firmware: Embedded Systems
Bare-Metal Programming: C, Embedded Systems
AUTOSAR: Embedded Systems
CANoe: CAN Bus
CANalyzer: CAN Bus
CANopen: CAN Bus
CAN FD: CAN Bus
J1939: CAN Bus
ISO 26262: Functional Safety
VHDL: FPGA
Verilog: FPGA
Vivado: FPGA
Quartus: FPGA
Altium: PCB Design, Schematic Capture
KiCad: PCB Design, Schematic Capture
EAGLE: PCB Design
OrCAD: PCB Design, Schematic Capture
Cadence Allegro: PCB Design
EKS: Kubernetes, AWS
AKS: Kubernetes, Azure
GKE: Kubernetes, Google Cloud
ECS: AWS, Docker
EC2: AWS
S3: AWS
Lambda: AWS, Serverless
RDS: AWS
AWS CDK: AWS, Infrastructure as Code
CloudFormation: AWS, Infrastructure as Code
Terraform: Infrastructure as Code
Pulumi: Infrastructure as Code
Azure DevOps: Azure, CI/CD
Entra ID: Active Directory
ITIL: ITSM
BGP: Routing and Switching, TCP/IP
OSPF: Routing and Switching, TCP/IP
Meraki: Cisco
Fortinet: Firewalls
Palo Alto Firewalls: Firewalls
pfSense: Firewalls
CrowdStrike: EDR
SentinelOne: EDR
Splunk: SIEM
QRadar: SIEM
Microsoft Sentinel: SIEM
CISSP: Information Security
Cucumber: BDD
Pivot Tables: Excel
Power Query: Excel
Photoshop: Photo Editing
Google Ads: PPC, SEA
Meta Ads: Social Media
Ahrefs: SEO
Semrush: SEO
Adobe Creative Suite: Photoshop, Illustrator, InDesign
Mailchimp: Email Marketing
Klaviyo: Email Marketing
Pipedrive: CRM
Zoho CRM: CRM
Dynamics 365: CRM, ERP
CPQ: CRM
Personio: HRIS
BambooHR: HRIS
SAP SuccessFactors: HRIS, SAP
SAP HCM: HRIS, SAP
Full-Cycle Recruiting: Recruiting
Sourcing Candidates: Recruiting
Executive Search: Recruiting
Payroll Processing: Payroll
Month-End Close: Accounting, General Ledger
Year-End Close: Accounting, Financial Statements, General Ledger
Accounts Payable: Bookkeeping
Accounts Receivable: Bookkeeping
General Ledger: Bookkeeping, Accounting
Fixed Assets: Accounting
Account Reconciliation: Bookkeeping
Intercompany Accounting: Accounting
Financial Consolidation: Accounting, Financial Statements
Bookkeeping: Accounting
CPA: Accounting, US GAAP
ACCA: Accounting, IFRS
DATEV: Bookkeeping
QuickBooks: Bookkeeping
Xero: Bookkeeping
FP&A: Budgeting, Forecasting, Financial Analysis
CFA: Financial Analysis
SOX: Internal Controls
SAP FI: SAP, Accounting
SAP CO: SAP, Controlling
SAP MM: SAP, Procurement
SAP SD: SAP
SAP PP: SAP, Production Planning
SAP EWM: SAP, Warehousing
SAP WM: SAP, Warehousing
SAP BW: SAP
SAP HANA: SAP
SAP Ariba: SAP, Procurement
ABAP: SAP
Odoo: ERP
Infor: ERP
Microsoft Navision: ERP
JD Edwards: ERP
VAT: Tax
Corporate Tax: Tax
Transfer Pricing: Tax
Purchasing: Procurement
Category Management: Procurement
WMS: Warehousing
Inventory Management: Stocktaking
Order Picking: Warehousing
Demand Planning: Supply Chain
S&OP: Supply Chain
Freight Forwarding: Logistics
Warehousing: Logistics
Commercial Driving License: Driving License
Truck Driving: Driving License
Forklift License: Forklift
SolidWorks: CAD
CATIA: CAD
AutoCAD: CAD
Creo: CAD
Siemens NX: CAD
Autodesk Inventor: CAD
Solid Edge: CAD
Fusion 360: CAD
Revit: BIM, CAD
ANSYS: FEA
Abaqus: FEA
Nastran: FEA
OpenFOAM: CFD
Siemens TIA Portal: PLC, PLC Programming
Rockwell Automation: PLC, PLC Programming
CODESYS: PLC, PLC Programming
Beckhoff: PLC, PLC Programming
PLC Programming: PLC
Ladder Logic: PLC
CNC Programming: CNC
Milling: Machining
CNC Turning: Machining, CNC
MIG Welding: Welding
TIG Welding: Welding
Arc Welding: Welding
APQP: FMEA
PPAP: APQP
8D: Root Cause Analysis
Lean Six Sigma: Lean, Six Sigma
Green Belt: Six Sigma
Black Belt: Six Sigma, DMAIC
5S: Lean
Kaizen: Lean
Value Stream Mapping: Lean
ISO 9001: Quality Management
IATF 16949: Quality Management, ISO 9001
ISO 13485: Quality Management, Medical Devices
Intensive Care: Nursing, Patient Care
NICU: Nursing, Intensive Care
Emergency Care: Triage, Patient Care
Geriatric Care: Basic Nursing Care
Treatment Care: Nursing
RN License: Nursing, Patient Care
LPN License: Nursing, Patient Care
CNA Certification: Basic Nursing Care, Patient Care, Vital Signs
Examined Nurse: Nursing, Basic Nursing Care, Treatment Care
Wound Care: Patient Care
Surgical Nursing: Nursing
Post-Operative Care: Patient Care
Medication Administration: Patient Care
ACLS: BLS, CPR
PALS: BLS, CPR
BLS: CPR
CPR: First Aid
Epic: EHR
Cerner: EHR
Meditech: EHR
Allscripts: EHR
Athenahealth: EHR
eClinicalWorks: EHR
PointClickCare: EHR
HPLC: Chromatography
Gas Chromatography: Chromatography
PCR: Molecular Biology
Western Blot: Molecular Biology
GxP: GMP
Good Clinical Practice: Clinical Research
Clinical Monitoring: Clinical Research, Good Clinical Practice
HACCP: Food Safety
ServSafe: Food Safety
Pastry: Baking
Lesson Planning: Teaching
Classroom Management: Teaching, Behavior Management
ESL: Teaching
Special Education: Teaching
Early Childhood Education: Teaching
Moodle: LMS
Canvas LMS: LMS
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
STM32, ESP32, nRF52, AVR, PIC Microcontrollers, MSP430
FreeRTOS, Zephyr, VxWorks, QNX, ThreadX
I2C, SPI, UART
PROFINET, PROFIBUS, EtherCAT, Modbus
Altium, KiCad, EAGLE, OrCAD, Cadence Allegro
VHDL, Verilog
Vivado, Quartus
EKS, AKS, GKE
CrowdStrike, SentinelOne, Microsoft Defender
QRadar, Microsoft Sentinel, Splunk
Fortinet, Palo Alto Firewalls, Check Point Firewalls
Cisco, Juniper
Zendesk, Freshdesk, Intercom
Jira, Trello, Asana, ClickUp, Monday.com
VMware, Hyper-V, Proxmox, Nutanix
Mailchimp, Klaviyo, HubSpot, Brevo
Google Ads, Meta Ads, LinkedIn Ads
Ahrefs, Semrush, Sistrix
Pipedrive, Zoho CRM, HubSpot, Salesforce
Personio, BambooHR, Workday, SAP SuccessFactors
IFRS, US GAAP, HGB
Accounts Payable, Accounts Receivable
SAP, Odoo, Infor, Microsoft Navision, JD Edwards, abas ERP
SAP, SAP FI, SAP MM, SAP SD, SAP PP
SAP WM, SAP EWM, WMS
SolidWorks, CATIA, Creo, Siemens NX, Autodesk Inventor, Solid Edge, Fusion 360
ANSYS, Abaqus, Nastran, COMSOL
Siemens TIA Portal, Rockwell Automation, CODESYS, Beckhoff
Revit, ArchiCAD, Allplan
Milling, CNC Turning
MIG Welding, TIG Welding, Arc Welding
Carpentry, Cabinet Making
Epic, Cerner, Meditech, Allscripts, Athenahealth, eClinicalWorks, NextGen Healthcare
RN License, Examined Nurse
Intensive Care, Emergency Care, PACU
HPLC, Gas Chromatography, Mass Spectrometry
GMP, GLP, Good Clinical Practice
Classroom Management, Behavior Management
Pastry, Baking
Table Service, Bartending, Barista
Opera PMS, Micros POS
Moodle, Canvas LMS, Blackboard Learn
Photoshop, Lightroom
Premiere Pro, Final Cut Pro, DaVinci Resolve
Blender, Maya, 3ds Max, Cinema 4D
Unity, Unreal Engine, Godot
UiPath, Blue Prism, Automation Anywhere
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
