"""Skills: procurement, logistics, driving, retail, office work.

Data, one skill a line; the format is described in `read.terms`.
"""

# ruff: noqa: E501
from __future__ import annotations

LOGISTICS = """
Purchasing: operativer einkauf, beschaffung, purchase orders, bestellwesen, aprovisionamiento
Category Management: warengruppenmanagement, category manager
Supplier Management: vendor management, lieferantenmanagement, supplier relationship management, gestion des fournisseurs, gestión de proveedores
Supplier Development: supplier audits, lieferantenentwicklung, lieferantenbewertung, supplier evaluation
Spend Analysis: spend management
Global Sourcing: internationaler einkauf
CIPS: =CIPS
SAP Ariba: =Ariba
SAP MM:
SAP SD:
SAP PP:
SAP WM: =SAP WM
SAP EWM: extended warehouse management
SAP TM:
SAP PM:
SAP QM:
SAP PS: =SAP PS
SAP HANA: =HANA
SAP BW: sap bw/4hana, sap business warehouse
SAP BusinessObjects: businessobjects
SAP Fiori: sapui5, =Fiori
SAP BTP: sap business technology platform, sap cloud platform
SAP Business One:
SAP APO:
SAP IBP:
SAP CRM:
Infor: =Infor, infor ln, infor m3
Microsoft Navision: dynamics nav, business central, navision
Dynamics AX:
Odoo:
JD Edwards: =JDE
PeopleSoft:
Epicor:
IFS: =IFS, ifs applications
abas ERP: =abas
proALPHA:
Sage X3:
Warehousing: warehouse management, lagerverwaltung, lagerlogistik, gestion des stocks, gestión de almacén, warehouse operations
WMS: =WMS, warehouse management system, warehouse management systems, lagerverwaltungssystem
Transport Management Systems: transport management system, transportation management system, transportation management
Order Picking: kommissionierung, kommissionieren, picking and packing, pick and pack, préparation de commandes, preparación de pedidos, picking orders, order packing
Packing and Shipping: verpacken, emballage, embalaje
Goods Receipt: goods receiving, wareneingang, wareneingangskontrolle, receiving goods, shipping and receiving, réception de marchandises
Goods Dispatch: warenausgang, dispatching goods
Stocktaking: inventur, inventory counts, cycle counting, cycle counts, stock taking, stock take, stock takes, stock counts, cycle count, physical inventory
Stock Replenishment: stock rotation, warenverräumung, regale auffüllen, shelf stocking
Load Securing: ladungssicherung, load securement, cargo securing
Freight Forwarding: spedition, transitaire
Air Freight: luftfracht, fret aérien
Sea Freight: ocean freight, seefracht, fret maritime
Road Freight: landverkehr, straßengüterverkehr, ltl
Incoterms:
Shipping Documents: shipping documentation, export documents, exportdokumente, versandpapiere, bill of lading
Dispatching: transport dispatch, fleet dispatch, disponieren, transportdisposition
Route Planning: tourenplanung, route optimization, routenplanung
Fleet Management: fuhrparkmanagement, flottenmanagement, gestion de flotte, gestión de flotas
Last-Mile Delivery: last mile, parcel delivery
Demand Planning: bedarfsplanung, demand forecasting, absatzplanung, planificación de la demanda
Supply Planning: materialdisposition, material planning, materialbedarfsplanung
S&OP: =S&OP, sales and operations planning, sales & operations planning
MRP: =MRP, material requirements planning
Production Planning: produktionsplanung, fertigungsplanung, arbeitsvorbereitung, production scheduling, planification de la production, planificación de la producción
Materials Management: materialwirtschaft, materials handling, material handling
Intralogistics: intralogistik
APICS: =APICS, =CSCP, =CPIM
EDI: =EDI, electronic data interchange
Cold Chain: cold chain management, kühlkette
Reverse Logistics: retourenmanagement, returns management
Dangerous Goods: gefahrgut, hazardous goods, =ADR, matières dangereuses, =IATA, mercancías peligrosas
Manual Handling: moving and handling, lifting and carrying
Barcode Scanners: barcode scanner, barcode scanning, rf scanner, rf scanners, handheld scanner, handheld scanners, handscanner
"""

DRIVING = """
Truck Driving: lkw fahren, lkw-fahrer, truck driver, fernverkehr, nahverkehr, conduite poids lourd
Commercial Driving License: =CDL, cdl class a, cdl class b, cdl a, führerschein klasse c, führerschein klasse ce, führerschein ce, führerschein c1, lkw-führerschein, permis c, permis ce, carnet c, commercial driver's license, commercial drivers license, class a cdl, hgv license, hgv class 1, hgv class 2, lgv license
Driving License: driver's license, drivers license, driving licence, driver's licence, valid drivers license, führerschein, führerschein klasse b, führerschein b, pkw-führerschein, permis b, permis de conduire, carnet de conducir, permiso de conducir
Driver Qualification Card: berufskraftfahrerqualifikation, modul 95, kennzahl 95, schlüsselzahl 95, =FIMO, driver cpc
Digital Tachograph: tachograph, fahrerkarte, tachographe, digitaler tachograph
Bus Driving: busfahrer, führerschein klasse d, permis d
Taxi Driving: personenbeförderungsschein, p-schein
DOT Regulations: =FMCSA, dot compliance
Hazmat Endorsement: hazmat, adr-schein
Pallet Jack: pallet jacks, hubwagen, transpalette, elektrohubwagen, pallet truck
Forklift License: forklift certification, forklift licence, staplerschein, gabelstaplerschein, flurförderschein, =CACES, carnet de carretillero, forklift certificate
Reach Truck: schubmaststapler, reach trucks
Crane Operation: kranschein, crane operator, kranführer, kranführerschein
Courier Delivery: kurierfahrer, paketzustellung
Heavy Equipment Operation: heavy equipment, heavy machinery, baumaschinen, engins de chantier, maquinaria pesada
Excavator Operation: excavators, baggerfahrer, baggerführer, bagger, pelleteuse, excavadora
Train Driving: triebfahrzeugführer, lokführer
Commercial Pilot License: =ATPL, =CPL, type rating
Air Traffic Control: flugsicherung
Aircraft Maintenance: fluggerätmechaniker, =EASA Part-66, aviation maintenance, a&p license
Ship Navigation: nautik, =STCW
"""

RETAIL = """
Retail Sales: einzelhandel, vente au détail, retail management, venta al por menor
Visual Merchandising: warenpräsentation, window dressing
Merchandising:
Point of Sale: =POS, kassensystem, kassensysteme, pos systems, pos system, point of sale systems, encaissement, cash register, cash registers
Store Management: filialleitung, marktleitung, store operations, store manager
Assortment Planning: sortimentsplanung, sortimentsgestaltung
Loss Prevention: shrinkage control, shrink reduction
Planograms: planogram
Customer Advice: kundenberatung, verkaufsberatung, fachberatung
Amazon FBA:
Floral Design: floristik
"""

OFFICE = """
Office Management: büromanagement, büroorganisation, office administration, gestion administrative, gestión administrativa
Secretarial Work: sekretariat, secrétariat, chefsekretariat, secretarial support
Executive Assistance: executive assistant, executive support, vorstandsassistenz, geschäftsführungsassistenz
Calendar Management: diary management, terminplanung, terminkoordination, terminmanagement, appointment scheduling, gestion d'agenda, gestión de agenda, appointment setting
Travel Management: travel arrangements, reiseplanung, reiseorganisation, travel booking, travel coordination
Minute Taking: meeting minutes, protokollführung, taking minutes
Data Entry: datenerfassung, dateneingabe, stammdatenpflege, datenpflege, saisie de données, entrada de datos, introducción de datos
Touch Typing: typing speed, zehnfingersystem, 10-finger-system, words per minute, =WPM
Document Filing: archivierung, records management, aktenführung, archivage, record keeping, recordkeeping
Document Management: dokumentenmanagement, gestion documentaire, =DMS, document control
Business Correspondence: korrespondenz, schriftverkehr
Mail Handling: postbearbeitung, posteingang, mail room
Front Desk: recepción, receptionist, front office, rezeption
Telephone Etiquette: phone etiquette, switchboard, telefonzentrale, standard téléphonique, phone answering
Facility Management: facilities management, gebäudemanagement
Translation: =Translation, technical translation, translation services, übersetzung, übersetzungen, traduction, traducción
Simultaneous Interpreting: interpreting services, dolmetschen, simultaneous interpretation
Transcription: transkription
Project Coordination: projektkoordination, project administration, projektassistenz
DocuSign:
Zoom: =Zoom
Google Docs: google slides
Google Drive:
LibreOffice: openoffice
OneNote:
OneDrive:
Dropbox: =Dropbox
Mail Merge: serienbriefe
Pivot Tables: pivot table, pivot-tabellen, pivottabellen, vlookup, sverweis, xlookup
Power Query:
Power Automate:
Power Apps: powerapps, power platform
"""
