"""Skills: cloud services, running of systems, security, networks, support of users.

Data, one skill a line; the format is described in `read.terms`.
"""

# ruff: noqa: E501
from __future__ import annotations

CLOUD = """
Cloud Architecture: cloud-architektur, cloud infrastructure, cloud computing
Cloud Migration: cloud migrations
RDS: =RDS, amazon rds, aws rds
Amazon Aurora: aurora postgresql
SQS: =SQS, amazon sqs
SNS: amazon sns
CloudWatch: aws cloudwatch, amazon cloudwatch
Step Functions: aws step functions
EventBridge: amazon eventbridge
API Gateway: api gateways, aws api gateway
AWS CDK: =CDK
Fargate: aws fargate
AWS Glue:
Amazon EMR: aws emr
Amazon Bedrock: aws bedrock
Azure DevOps: azure pipelines
Azure Functions:
Azure Data Factory: =ADF
Azure Synapse: synapse analytics, azure synapse analytics
Azure OpenAI: azure openai service
Azure Machine Learning: azure ml
Microsoft Fabric: ms fabric
Entra ID: microsoft entra, azure active directory, azure ad
AKS: =AKS, azure kubernetes service
GKE: =GKE, google kubernetes engine
Cloud Run: google cloud run
Cloud Functions: google cloud functions
Pub/Sub: google pub/sub, gcp pub/sub
Dataflow: google dataflow, cloud dataflow
Dataproc:
Firebase: firestore, google firebase
Supabase:
Heroku:
Vercel:
Netlify:
DigitalOcean:
OpenStack:
Proxmox:
Hyper-V: =Hyper-V, hyperv
KVM: =KVM
Nutanix:
Podman:
Docker Swarm:
Rancher: =Rancher, suse rancher
Crossplane:
Flux CD: fluxcd
Kustomize:
HAProxy:
Traefik:
Tomcat: =Tomcat, apache tomcat
JBoss: wildfly
WebLogic: oracle weblogic
WebSphere: ibm websphere
IIS: =IIS
TeamCity:
Travis CI: travisci
Octopus Deploy:
Artifactory: jfrog
SonarQube: sonarcloud
HashiCorp Packer:
Vagrant: =Vagrant
SaltStack:
Terragrunt:
Nagios:
Zabbix:
PRTG: =PRTG
Checkmk: check_mk
Dynatrace:
AppDynamics:
Logstash:
Kibana:
Fluentd: fluent bit
Grafana Loki:
PagerDuty:
Opsgenie:
Observability: monitoring and observability
Incident Management: major incident management
Problem Management:
Disaster Recovery: notfallwiederherstellung
Business Continuity: business continuity management, business continuity planning
High Availability: hochverfügbarkeit, haute disponibilité, alta disponibilidad
Capacity Planning: kapazitätsplanung
FinOps: cloud cost optimization
Platform Engineering:
Release Management: release engineering, releasemanagement
Configuration Management: konfigurationsmanagement
Virtualization: virtualisation, virtualisierung, virtualización
Containerization: containerisation, containerisierung, container orchestration
System Administration: systems administration, systemadministration, sysadmin, administración de sistemas, administration systèmes
NetApp:
Veeam:
Commvault:
Ceph:
Solaris: =Solaris
AIX: =AIX
IBM i: as400, iseries, =RPGLE
Mainframe: mainframes, z/os, =JCL, =CICS
Kafka Connect: confluent platform
"""

SECURITY = """
IAM: =IAM, identity and access management, identity management, identity & access management
Privileged Access Management: cyberark
Okta: =Okta
Single Sign-On: =SSO, =SAML
Multi-Factor Authentication: multifactor authentication, two-factor authentication
Vulnerability Management: vulnerability assessment, vulnerability assessments, vulnerability scanning, schwachstellenmanagement
Threat Modeling: threat modelling
Threat Intelligence: cyber threat intelligence
Threat Hunting:
Incident Response: security incident response
Digital Forensics: it-forensik, computer forensics
Malware Analysis:
Reverse Engineering:
OWASP: owasp top 10
SAST: =SAST, =DAST, static code analysis, static analysis
DevSecOps:
Zero Trust: zero trust architecture
PKI: =PKI, public key infrastructure
TLS: =TLS, ssl/tls, =SSL
Firewalls: firewall, cortafuegos, pare-feu
IDS/IPS: intrusion detection, intrusion prevention
EDR: =EDR, =XDR, endpoint detection and response
DLP: =DLP, data loss prevention
SOAR: =SOAR
CrowdStrike: crowdstrike falcon
SentinelOne:
Microsoft Defender: defender for endpoint
Microsoft Sentinel: azure sentinel
QRadar: ibm qradar
Qualys:
Nessus:
Metasploit:
Kali Linux:
Burp Suite: burpsuite
Nmap:
Red Teaming: red team operations
Cloud Security: cloud-sicherheit
Network Security: netzwerksicherheit, sécurité réseau, seguridad de redes
Endpoint Security: endpoint protection
Security Architecture: sicherheitsarchitektur
Security Awareness: security awareness training
NIST: =NIST, nist csf, nist 800-53, nist cybersecurity framework
PCI DSS: =PCI-DSS
HIPAA: =HIPAA
FedRAMP:
CMMC: =CMMC
NIS2: =NIS2, =NIS-2
IT-Grundschutz: bsi grundschutz, bsi it-grundschutz
TISAX:
ISMS: =ISMS, information security management system
CISSP: =CISSP
CISM: =CISM
CISA: =CISA
CEH: =CEH, certified ethical hacker
OSCP: =OSCP
CompTIA: comptia security+, comptia a+, comptia network+
Fraud Detection: fraud prevention, betrugserkennung, betrugsprävention
"""

NETWORKS = """
BGP: =BGP
OSPF: =OSPF
MPLS: =MPLS
VLAN: =VLAN, =VLANs
SD-WAN: =SD-WAN, =SDWAN
DHCP: =DHCP
LAN/WAN: =WAN, =LAN
Network Administration: netzwerkadministration, administración de redes, administration réseau
Routing and Switching: routing & switching, routing protocols
Load Balancing: load balancers, load balancer
F5 BIG-IP: f5 networks
VoIP: =VoIP, =VOIP, voice over ip
Fiber Optics: fibre optics, fiber optic, glasfasertechnik, fibre optique, fibra óptica
Structured Cabling: network cabling, strukturierte verkabelung, netzwerkverkabelung
5G: =5G
LTE: =LTE
Network Monitoring: netzwerkmonitoring
Network Automation:
Fortinet: fortigate
Palo Alto Firewalls: palo alto firewall, palo alto ngfw
Check Point Firewalls: check point firewall, checkpoint firewall
Juniper: =Juniper, =Junos, =JunOS, juniper networks
Meraki: cisco meraki
Wireshark:
pfSense: opnsense
IPv6: =IPv6
"""

IT_SUPPORT = """
Desktop Support: end user support, deskside support, anwenderbetreuung, anwendersupport
Ticketing Systems: ticketing system, ticketsystem, ticketsysteme, ticketsystemen
ITSM: =ITSM, it service management
IT Asset Management:
Patch Management: patchmanagement
Windows: =Windows, windows 10, windows 11, windows client, ms windows, microsoft windows, windows os
macOS: =macOS, mac os
Citrix: citrix xenapp, citrix xendesktop
Virtual Desktop Infrastructure: =VDI, azure virtual desktop
Microsoft Exchange: exchange server, exchange online, ms exchange
Group Policy: =GPO, =GPOs, group policies, gruppenrichtlinien
SCCM: =SCCM, =MECM, system center configuration manager
Intune: microsoft intune
Jamf: jamf pro
Mobile Device Management:
Endpoint Management:
Hardware Troubleshooting: hardware repair, computer repair, pc repair
TeamViewer: anydesk
Freshdesk: freshservice
Jira Service Management: jira service desk
BMC Remedy: bmc helix
"""
