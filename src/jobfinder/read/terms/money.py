"""Skills: finance, accounting, controlling, tax, banking, insurance, law.

Data, one skill a line; the format is described in `read.terms`.
"""

# ruff: noqa: E501
from __future__ import annotations

ACCOUNTING = """
Month-End Close: month-end closing, month-end reporting, monthly close, monatsabschluss, monatsabschlüsse, monatsabschlüssen, clôture mensuelle, clôtures mensuelles, cierre mensual
Year-End Close: year-end closing, year end accounts, annual accounts, annual financial statements, jahresabschluss, jahresabschlüsse, jahresabschlüssen, clôture annuelle, bilan annuel, cierre anual
Quarter-End Close: quarterly close, quartalsabschluss, quartalsabschlüsse
Accounts Payable: kreditorenbuchhaltung, kreditoren, comptabilité fournisseurs, cuentas por pagar, =AP/AR, purchase ledger, bought ledger, supplier payments
Accounts Receivable: debitorenbuchhaltung, debitoren, comptabilité clients, cuentas por cobrar, sales ledger
General Ledger: hauptbuch, hauptbuchhaltung, general ledger accounting, grand livre, libro mayor, nominal ledger
Fixed Assets: fixed asset accounting, anlagenbuchhaltung, activos fijos
Financial Statements: financial statement preparation, balance sheets, balance sheet, bilanzierung, bilanzen, états financiers, estados financieros
Financial Consolidation: group consolidation, konzernabschluss, konzernkonsolidierung
Account Reconciliation: account reconciliations, balance sheet reconciliation, kontenabstimmung, bank reconciliation, bank reconciliations, rapprochement bancaire, rapprochements bancaires, conciliaciones bancarias, reconciliations, ledger reconciliation, reconciling accounts, kontenklärung
Journal Entries: journal entry, buchungssätze, accruals, rechnungsabgrenzung, rückstellungen
Intercompany Accounting: intercompany, intercompany reconciliation, intercompany-abstimmung
Cost Accounting: kostenrechnung, kosten- und leistungsrechnung, comptabilité analytique, contabilidad de costes
Revenue Recognition: =ASC 606, =IFRS 15, umsatzrealisierung
Lease Accounting: =ASC 842, =IFRS 16
Invoicing: billing processes, client billing, rechnungsstellung, fakturierung, rechnungsprüfung, facturation, facturación, invoice processing
Dunning: mahnwesen, debt collection, forderungsmanagement, inkasso, recouvrement, cobranza
Credit Control: credit management, kreditmanagement
Payment Processing: zahlungsverkehr, payment runs
Expense Management: travel expenses, reisekostenabrechnung, expense reports
Internal Controls: internal control, internes kontrollsystem, =IKS, internal control system
SOX: =SOX, sarbanes oxley
External Audit: statutory audit, wirtschaftsprüfung, abschlussprüfung, financial audit, audit financier
Swiss GAAP FER:
UK GAAP: =FRS 102
French GAAP: plan comptable général
CPA: =CPA, certified public accountant
ACCA: =ACCA
CIMA: =CIMA
Lexware: lexoffice
Sage: =Sage, sage 50, sage 100, sage intacct
Addison: =Addison
MYOB: =MYOB
FreshBooks:
BlackLine: =BlackLine
FloQast:
Coupa: =Coupa
Concur: =Concur, sap concur
Bill.com:
Tally: =Tally, tally erp
Procure-to-Pay: purchase to pay
Order-to-Cash: =O2C
Record-to-Report: =R2R
Audit Support: audit preparation, year-end audit, audit liaison
"""

FINANCE = """
FP&A: =FP&A, financial planning and analysis, financial planning & analysis
Financial Planning: finanzplanung, planification financière, planificación financiera
Forecasting: financial forecasting, business forecasting, forecasts erstellen, prognoserechnung
Variance Analysis: abweichungsanalyse, abweichungsanalysen, soll-ist-vergleich, soll-ist-vergleiche
Management Reporting: managementreporting, berichtswesen, management accounts, management accounting
P&L Management: =P&L, profit and loss, ergebnisverantwortung, guv
Cash Flow Management: cash flow, cash management, liquiditätsplanung, liquiditätsmanagement, cashflow, cash flow forecasting
Treasury: =Treasury, treasury management
Working Capital Management: working capital
Investment Analysis: investment appraisal, investitionsrechnung, equity research
Company Valuation: valuation models, =DCF, unternehmensbewertung, business valuation, discounted cash flow
M&A: =M&A, mergers and acquisitions, mergers & acquisitions
Due Diligence: financial due diligence
Private Equity Investing:
Investment Banking:
Corporate Finance: unternehmensfinanzierung
Asset Management: vermögensverwaltung, wealth management, gestion d'actifs, gestión de activos
Capital Markets: kapitalmarkt, kapitalmärkte
Trading: =Trading, securities trading, algorithmic trading, wertpapierhandel
Derivatives: fixed income, derivate
Quantitative Finance: quantitative trading, financial engineering
Credit Risk: kreditrisiko, kreditrisiken, credit analysis, kreditanalyse, credit risk management
Market Risk: marktrisiko
Operational Risk: operationelles risiko
Basel III: basel iv
Solvency II:
MaRisk: =MaRisk, =BAIT, =KWG
MiFID II: mifid
Mortgage Lending: commercial lending, consumer lending, loan underwriting, kreditvergabe, kreditgeschäft, baufinanzierung, loan origination, loan processing
Retail Banking: privatkundengeschäft, branch banking
Corporate Banking: firmenkundengeschäft, firmenkundenberatung
Payment Systems: payment processing systems, zahlungssysteme, =SEPA
Financial Advice: financial advisory, anlageberatung, finanzberatung, financial advising
Cash Handling: kassenführung, kassieren, cash handling procedures, kassentätigkeit, tenue de caisse, manejo de caja
Underwriting: risikoprüfung, suscripción de riesgos
Claims Management: claims handling, schadenbearbeitung, schadenregulierung, claims processing, claims adjusting, gestion des sinistres
Actuarial Science: aktuariat, versicherungsmathematik, actuarial, aktuar, actuaire
Reinsurance: rückversicherung
Property and Casualty Insurance: property & casualty, =P&C
Insurance Advice: versicherungsberatung
Bloomberg Terminal: =Bloomberg, bloomberg terminals
Reuters Eikon: refinitiv eikon
Capital IQ: =CapIQ, s&p capital iq
FactSet:
Pitchbook:
Anaplan:
Adaptive Insights: workday adaptive, adaptive planning
Hyperion: oracle hyperion, essbase
OneStream:
Jedox:
LucaNet:
SAP FI: =SAP FI/CO, =SAP FICO, sap finance
SAP CO:
SAP BPC:
SAP Analytics Cloud:
CFA: =CFA, chartered financial analyst
FRM: =FRM
Series 7: finra series 7, series 66, series 63
Cost Control: kostenkontrolle, cost controlling, contrôle des coûts, control de costes, cost management, cost reduction
Project Controlling: projektcontrolling
Production Controlling: werkscontrolling, produktionscontrolling
Contribution Margin: deckungsbeitragsrechnung, deckungsbeitrag, contribution margin accounting
ESG: =ESG, esg reporting, =CSRD, sustainability reporting, nachhaltigkeitsberichterstattung
Carbon Accounting: ghg protocol, carbon footprint, ökobilanz, life cycle assessment
Sustainability Management: sustainability strategy, nachhaltigkeitsmanagement
Public Finance: haushaltsrecht, haushaltsplanung, kameralistik
Grant Management: grants management, fördermittelmanagement
"""

TAXES = """
VAT: =VAT, value added tax, umsatzsteuer, umsatzsteuervoranmeldung, umsatzsteuervoranmeldungen
Corporate Tax: corporate income tax, körperschaftsteuer, impôt sur les sociétés
Income Tax: einkommensteuer, individual tax returns
Tax Returns: tax return, tax preparation, steuererklärung, steuererklärungen, déclarations fiscales, declaraciones de impuestos, tax filings
Tax Compliance: steuerliche compliance
Transfer Pricing: verrechnungspreise, prix de transfert
International Tax: internationales steuerrecht
Tax Advice: steuerberatung, tax advisory, tax consulting, conseil fiscal
Wage Tax: lohnsteuer, payroll tax
Tax Audit: betriebsprüfung, betriebsprüfungen, tax audits
Customs Duty: zollabwicklung, zollrecht, customs clearance, douane, aduanas, customs brokerage
"""

LAW = """
Corporate Law: gesellschaftsrecht, droit des sociétés, derecho mercantil, company law
Commercial Law: handelsrecht, droit commercial
Civil Law: zivilrecht, droit civil, derecho civil
Criminal Law: strafrecht, droit pénal, derecho penal
Administrative Law: verwaltungsrecht, droit public, öffentliches recht, derecho administrativo
Intellectual Property: ip law, patentrecht, gewerblicher rechtsschutz, propriété intellectuelle, propiedad intelectual
Patent Law: patent prosecution, patentanmeldungen
Trademark Law: markenrecht
Privacy Law: datenschutzrecht, privacy compliance, =CCPA
Competition Law: kartellrecht, antitrust, wettbewerbsrecht
Banking Law: bankrecht, aufsichtsrecht, bankaufsichtsrecht
Capital Markets Law: kapitalmarktrecht, securities law
Insolvency Law: insolvenzrecht, restructuring law
Real Estate Law: immobilienrecht, mietrecht
Family Law: familienrecht, droit de la famille
Immigration Law: ausländerrecht, aufenthaltsrecht, asylrecht
Social Law: sozialrecht, sgb ii, sgb v, sgb viii, sgb ix, sgb xi, sgb xii
Public Procurement Law: vergaberecht, public procurement, marchés publics, öffentliche ausschreibungen, vergabeverfahren, contratación pública
Construction Law: baurecht, bauvertragsrecht
Environmental Law: umweltrecht
Medical Law: medizinrecht
Litigation: prozessführung, civil litigation, contentieux, litigios
International Arbitration: arbitration proceedings, schiedsverfahren
Legal Research: juristische recherche, rechtsrecherche, recherche juridique
Legal Writing: legal drafting, drafting pleadings, brief writing
Contract Drafting: vertragsgestaltung, vertragsentwürfe, contract review, vertragsprüfung, rédaction de contrats, redacción de contratos, drafting contracts, reviewing contracts, drafting agreements
E-Discovery: ediscovery, relativity ediscovery, document review
Westlaw: lexisnexis
RA-MICRO: =RA-MICRO
Notarial Work: notariat, notariatswesen
Paralegal: paralegal work
Corporate Governance:
Corporate Secretarial: company secretarial, board minutes
Compliance: =Compliance, compliance programs
Sanctions Screening: sanctions compliance
Export Control: exportkontrolle, export controls, =ITAR, export compliance, außenwirtschaftsrecht
Policy Analysis: policy research, policy development, politikanalyse
"""
