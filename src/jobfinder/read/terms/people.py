"""Skills: product, marketing, sales, customers, staff.

Data, one skill a line; the format is described in `read.terms`.
"""

# ruff: noqa: E501
from __future__ import annotations

PRODUCT = """
Product Marketing: produktmarketing
Product Discovery:
Product Analytics:
Go-to-Market Strategy: =GTM strategy, go-to-market strategies, go to market planning
Backlog Management: backlog refinement, backlog grooming, backlog prioritization, product backlog
User Stories: user story
OKRs: =OKR, =OKRs, objectives and key results
Pricing Strategy: pricing strategies, preisstrategie, preisgestaltung, preiskalkulation
Market Research: marktforschung, étude de marché, études de marché, investigación de mercado, market analysis, marktanalyse
Competitive Analysis: competitor analysis, wettbewerbsanalyse, wettbewerbsanalysen, competitive intelligence
Customer Journey Mapping: customer journey maps
Amplitude: =Amplitude
Mixpanel:
Productboard:
Jobs to Be Done:
MS Project: microsoft project
Monday.com:
ClickUp:
Smartsheet:
Airtable:
Basecamp: =Basecamp
Lucidchart:
Visio: =Visio, ms visio, microsoft visio
PMO: =PMO, project management office
Portfolio Management: project portfolio management, portfoliomanagement
Requirements Management: anforderungsmanagement, requirements gathering, anforderungsanalyse
Business Process Management: =BPM, geschäftsprozessmanagement, =BPMN, prozessmanagement
Resource Planning: ressourcenplanung
Earned Value Management:
IPMA: =IPMA
Management Consulting: strategy consulting, unternehmensberatung, strategieberatung
Feasibility Studies: feasibility study, machbarkeitsstudie, machbarkeitsstudien
Business Cases: business case development
"""

MARKETING = """
Brand Management: brand strategy, markenführung, markenstrategie, brand marketing
Performance Marketing: paid media, paid advertising
Growth Marketing: growth hacking
Inbound Marketing:
Affiliate Marketing:
Influencer Marketing:
Event Marketing: trade shows, messeorganisation, eventmarketing
Field Marketing:
Demand Generation: demand gen
Account-Based Marketing:
Marketing Automation:
Marketing Analytics:
Campaign Management: kampagnenmanagement, gestion de campagnes, gestión de campañas
Media Planning: mediaplanung, media buying
Programmatic Advertising: programmatic, display advertising, =DSP platforms
Conversion Rate Optimization: conversion optimization, conversion-optimierung
Landing Pages: landing page optimization
Link Building: linkbuilding, linkaufbau
Keyword Research: keyword-recherche
Community Management:
Content Creation: content-erstellung, création de contenu, creación de contenidos, contenterstellung
Content Management: contentpflege, content pflege
CMS: =CMS, content management system, content management systems
Copy Editing: copyediting
Proofreading: lektorat, korrekturlesen
Editorial Planning: redaktionsplanung, redaktionsplan, editorial calendar
Media Relations: pressearbeit, relations presse, press relations
Crisis Communication: crisis communications, krisenkommunikation
Internal Communications: interne kommunikation, communication interne
Corporate Communications: unternehmenskommunikation
Google Search Console: search console
LinkedIn Ads: linkedin campaign manager
TikTok Ads:
Google Marketing Platform: dv360, display & video 360, campaign manager 360
Adobe Analytics:
Matomo:
Hotjar:
Semrush: =SEMrush
Ahrefs:
Screaming Frog:
Sistrix:
Mailchimp:
Klaviyo:
Braze: =Braze
Iterable: =Iterable
Brevo: sendinblue
Salesforce Marketing Cloud: =SFMC
Pardot: account engagement
Eloqua: oracle eloqua
ActiveCampaign:
Hootsuite:
Sprout Social:
Buffer: =Buffer
Customer Data Platform: customer data platforms
Attribution Modeling: marketing attribution, attribution models
Marketing Mix Modeling:
Mobile Marketing: app store optimization
Amazon Advertising: amazon ads, amazon seller central, seller central
Webflow:
Wix: =Wix
Squarespace:
Direct Mail: mailings
Fundraising: spendenakquise, collecte de fonds
Grant Writing: grant proposals, grant applications, förderanträge, fördermittelakquise
"""

SALES_AND_SERVICE = """
Inside Sales: vertriebsinnendienst
Field Sales: outside sales, außendienst, vertriebsaußendienst
Enterprise Sales:
Solution Selling: solution sales, consultative selling, consultative sales, value selling
Technical Sales: technischer vertrieb, pre-sales, presales
New Business Acquisition: neukundenakquise, kundenakquise, neukundengewinnung, kaltakquise, customer acquisition, captación de clientes
Prospecting: sales prospecting, outbound prospecting
Upselling: cross-selling, upsell, upsells, cross-sell
Sales Forecasting: pipeline management, sales pipeline, forecasting sales
Territory Management: territory planning, sales territory
Channel Sales: channel management, partner sales, reseller management
Partner Management: partner relationship management, partnermanagement, alliance management
Sales Enablement:
Sales Operations: revenue operations, =RevOps
Closing Deals: deal closing
Tendering: tenders, appels d'offres, licitaciones, =RFP, =RFPs, =RFI, =RFQ, request for proposal, bid management, angebotserstellung
Quotations: angebotskalkulation, angebotswesen, quote preparation
Contract Management: vertragsmanagement, gestion de contrats, gestión de contratos, contract lifecycle management
MEDDIC: =MEDDIC, =MEDDPICC
SPIN Selling:
Challenger Sale: challenger sales
CPQ: =CPQ, salesforce cpq
Salesloft:
Outreach.io:
Gong: =Gong
ZoomInfo:
LinkedIn Sales Navigator: sales navigator
Pipedrive:
Zoho CRM: zoho
Freshsales:
Salesforce Service Cloud: service cloud
Salesforce Administration: salesforce administrator, salesforce admin
Gainsight:
Onboarding Customers: customer onboarding, client onboarding
Customer Retention: churn reduction, kundenbindung, customer loyalty, fidélisation, retention strategies
Client Relationship Management: customer relationships management, kundenbeziehungsmanagement
Complaint Handling: complaint management, beschwerdemanagement, reklamationsbearbeitung, reklamationsmanagement, complaints handling
Call Center: call centre, callcenter, contact center, contact centre
Telesales: telemarketing, telefonverkauf, télévente, televenta
Order Processing: auftragsabwicklung, auftragsbearbeitung, order entry, order management
After-Sales: after sales service, aftersales
Loyalty Programs: loyalty programmes
Real Estate Sales: real estate brokerage, real estate license, immobilienvertrieb
Property Management: hausverwaltung, immobilienverwaltung, gestion immobilière
Insurance Sales: versicherungsvertrieb
Car Sales: automotive sales, autoverkauf
Quota Attainment: sales targets, sales quota, sales quotas, quota carrying, quota achievement
Product Demonstrations: product demonstration, product demos, product demo, software demos, produktvorführungen
"""

STAFF = """
HR Management: =HR, personalwesen, personalmanagement, human resource management
HR Business Partnering: hr business partner
HR Administration: personaladministration, personalsachbearbeitung, personalverwaltung, hr operations
HRIS: =HRIS, hr information systems, =HRMS
SAP SuccessFactors: successfactors
SAP HCM: =SAP HR
Oracle HCM: oracle hcm cloud
ADP: adp workforce now
UKG: =UKG, kronos, ukg pro
BambooHR:
Personio:
Paycom:
Paychex:
Greenhouse Recruiting: greenhouse ats
Applicant Tracking Systems: applicant tracking system, bewerbermanagement, bewerbermanagementsystem
Sourcing Candidates: candidate sourcing, active sourcing, boolean search
LinkedIn Recruiter:
Executive Search: headhunting
Employer Branding:
Full-Cycle Recruiting: full cycle recruitment, full lifecycle recruiting, 360 recruitment
Workforce Planning: personalplanung, personaleinsatzplanung, strategic workforce planning
Compensation Management: compensation analysis, compensation structures, comp & ben, =C&B
Job Evaluation: job grading, salary benchmarking
Performance Management: performance reviews, leistungsbeurteilung, performance appraisals
Talent Management: talentmanagement
Succession Planning: nachfolgeplanung
Corporate Training: learning and development programs, learning and development strategy, =L&D, personalentwicklung, organizational learning
Instructional Design: e-learning development, curriculum design, articulate storyline
LMS: =LMS, learning management system, learning management systems
Employee Relations: labor relations, industrial relations, arbeitnehmerbeziehungen
Organizational Development: organisational development, organisationsentwicklung, organization design
Benefits Administration: employee benefits administration
Payroll Processing: gehaltsabrechnung, lohnabrechnung, entgeltabrechnung, lohn- und gehaltsabrechnung, gestion de la paie, nóminas
Social Security Law: sozialversicherungsrecht, sozialversicherung
Works Council Relations: betriebsverfassungsrecht, betriebsratsarbeit
Collective Agreements Negotiation: collective bargaining negotiations, tarifrecht
SHRM: =SHRM-CP, =SHRM
Global Mobility: expatriate management
Executive Coaching: coaching techniques
Mediation:
Staff Scheduling: rota planning, rotas, roster planning, rostering, shift planning, shift scheduling, employee scheduling, dienstplanung, dienstplangestaltung, schichtplanung, dienstpläne
"""
