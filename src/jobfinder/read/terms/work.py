"""Skills: design, office, business and trades.

Data, one skill a line; the format is described in `read.terms`.
"""

# ruff: noqa: E501
from __future__ import annotations

DESIGN = """
Figma:
Sketch: =Sketch
Adobe XD:
Photoshop: adobe photoshop
Illustrator: =Illustrator, adobe illustrator
InDesign: adobe indesign
After Effects: adobe after effects
Premiere Pro: adobe premiere, adobe premiere pro
Adobe Creative Suite: adobe creative cloud, creative suite, creative cloud
Canva: =Canva
Blender: =Blender
Maya: =Maya, autodesk maya
AutoCAD: auto cad
Revit: autodesk revit
SolidWorks:
CATIA:
CAD: =CAD, computer aided design
UX Design: =UX, user experience, ux/ui, ui/ux
UI Design: user interface design
User Research: ux research, usability testing, user interviews, customer interviews, customer research, user studies, nutzerforschung, usability tests, usability studies
Prototyping: wireframing, wireframes, rapid prototyping, wireframe, prototypenbau
Motion Design: motion graphics
Graphic Design: grafikdesign
Video Editing:
Miro: =Miro
Design Systems: design system, designsystem, component libraries, component library, pattern library, pattern libraries, ui kits
Interaction Design: interaktionsdesign
Information Architecture: informationsarchitektur
Service Design:
Design Thinking:
Product Design: produktdesign
Visual Design: visuelles design
Web Design: webdesign
Branding: corporate design, brand identity
Typography: typografie, typographie
2D Animation: 3d animation, character animation
Illustration: =Illustration
Packaging Design: verpackungsdesign
Print Design: print production, druckvorstufe, prepress, reinzeichnung
Lightroom: adobe lightroom
Acrobat: =Acrobat, adobe acrobat
Final Cut Pro: final cut
DaVinci Resolve:
Avid Media Composer:
Cinema 4D: =C4D
3ds Max: 3d studio max
ZBrush:
Houdini: =Houdini
Substance Painter:
Rhino: =Rhino, rhino 3d, rhinoceros 3d
SketchUp:
V-Ray: vray
Lumion:
Enscape:
Axure: axure rp
InVision: =InVision
Zeplin:
CorelDRAW: corel draw
Storyboarding: storyboards
3D Modeling: 3d modelling, 3d-modellierung, modélisation 3d, modelado 3d, 3d rendering
Sound Design:
Lighting Design: lichtplanung
Interior Design: innenarchitektur, architecture d'intérieur, diseño de interiores
Fashion Design: modedesign
Pattern Making: schnittkonstruktion, patternmaking
Industrial Design: industriedesign
Game Design:
UX Writing: microcopy
Art Direction: creative direction
"""

BUSINESS = """
Excel: =Excel, excel skills, advanced excel, ms excel, microsoft excel, spreadsheets
PowerPoint: power point, ms powerpoint
Microsoft Word: =Word, ms word
Microsoft Office: ms office, office 365, microsoft 365, =M365, =O365, office suite
Outlook: =Outlook, ms outlook
Microsoft Teams: =Teams, ms teams
Microsoft Access: =Access, ms access
SharePoint:
Google Sheets: google sheet
Google Workspace: g suite, google suite
Slack: =Slack
Notion: =Notion
Asana: =Asana
Trello:
Salesforce: =SFDC, salesforce crm, sales cloud
HubSpot: hub spot
Marketo:
Zendesk:
Intercom: =Intercom
Zapier:
ServiceNow: service now
Workday: =Workday
SAP: =SAP, sap r3
SAP S/4HANA: s/4hana, s4hana, s/4 hana
Oracle ERP: oracle fusion, oracle financials
NetSuite: oracle netsuite
QuickBooks:
Xero: =Xero
DATEV:
Dynamics 365: microsoft dynamics, ms dynamics
CRM: =CRM, crm systems, customer relationship management
ERP: =ERP, erp systems, enterprise resource planning
Project Management: projektmanagement, gestion de projet, gestión de proyectos
Program Management: programme management
Product Management: produktmanagement
Product Strategy: product roadmap, roadmapping, product roadmaps, roadmap planning, roadmap development, roadmap management, product vision, produktstrategie
Stakeholder Management: stakeholder engagement, stakeholder communication, managing stakeholders, stakeholdermanagement, stakeholder relations, stakeholder relationships
Change Management:
Process Improvement: prozessoptimierung
Lean: =Lean, lean manufacturing, lean management
Six Sigma: =6 Sigma
PMP: =PMP
PRINCE2:
ITIL: =ITIL
Business Analysis: requirements engineering, requirements analysis
Business Intelligence: =BI
Business Development: geschäftsentwicklung
Account Management: key account management
Sales: =Sales, vertrieb, b2b sales, saas sales
Lead Generation:
Cold Calling: cold calls, outbound calls, outbound calling, telefonakquise
Negotiation: contract negotiation, verhandlungsgeschick
Customer Success:
Customer Service: customer support, kundenservice, kundenbetreuung, customer care, client service
Technical Support: it support, help desk, helpdesk
Marketing: =Marketing
Digital Marketing: online marketing
Content Marketing: content strategy
Social Media: social media marketing
SEO: =SEO, search engine optimization, suchmaschinenoptimierung
SEA: =SEA, =SEM, search engine marketing
PPC: =PPC, paid search
Google Ads: adwords, google adwords
Meta Ads: facebook ads
Google Analytics: =GA4
Google Tag Manager: =GTM
Email Marketing: e-mail marketing
Copywriting:
Technical Writing: technical documentation
Public Relations:
Event Management:
E-Commerce: ecommerce
Accounting: buchhaltung, comptabilité, contabilidad
Bookkeeping: finanzbuchhaltung
Financial Modeling: financial modelling, financial models
Financial Analysis: financial reporting
Controlling: =Controlling
Budgeting: budget management
Auditing: internal audit
Tax: tax law, steuerrecht
IFRS: =IFRS
US GAAP: =GAAP
HGB: =HGB
Payroll: lohnbuchhaltung, payroll accounting
Risk Management: risikomanagement
Regulatory Compliance: compliance management
AML: =AML, =KYC, anti money laundering
Procurement: einkauf, strategic sourcing
Supply Chain: supply chain management, =SCM
Logistics: logistik
Inventory Management: stock management, stock control, inventory control, bestandsführung, bestandsmanagement, bestandskontrolle, warenwirtschaft, warenwirtschaftssystem, warenwirtschaftssysteme, gestion de stock, control de inventario, gestión de inventario
Quality Assurance: =QA, qualitätssicherung
Quality Management: qualitätsmanagement
Recruiting: talent acquisition, recruitment
People Management: team leadership, mitarbeiterführung, people leadership
Contract Law: vertragsrecht
Labor Law: employment law, arbeitsrecht
Nursing: krankenpflege
Clinical Research: clinical trials, =GCP guidelines
GMP: =GMP, good manufacturing practice
Teaching: unterrichten
Welding: schweißen
CNC: =CNC, cnc machining
Forklift: forklift driving, gabelstapler
"""
