"""Skills: engineering of machines, plants, buildings and processes, manufacturing, quality.

Data, one skill a line; the format is described in `read.terms`.
"""

# ruff: noqa: E501
from __future__ import annotations

MECHANICAL = """
Mechanical Design: machine design, conception mécanique, mechanische konstruktion
Design Engineering: bureau d'études, produktkonstruktion
Creo: =Creo, ptc creo, pro/engineer
Siemens NX: =NX, unigraphics
Autodesk Inventor: =Inventor
Fusion 360: autodesk fusion
Solid Edge:
Onshape:
PTC Windchill: windchill
Teamcenter: siemens teamcenter
PLM: =PLM, product lifecycle management
PDM: =PDM, product data management
FEA: =FEA, =FEM, finite element analysis, finite element method, finite elemente, fem-berechnung, éléments finis
CFD: =CFD, computational fluid dynamics, strömungssimulation
ANSYS: ansys fluent
Abaqus:
Nastran:
HyperMesh: altair hyperworks, hyperworks
LS-DYNA:
COMSOL:
OpenFOAM:
Star-CCM+:
CAE: =CAE
CAM: =CAM, mastercam, computer aided manufacturing
GD&T: =GD&T, geometric dimensioning and tolerancing, form- und lagetoleranzen, geometric tolerancing, geometrical tolerancing, geometric tolerances
Tolerance Analysis: tolerance stack-up, toleranzanalyse, tolerance stackup
Technical Drawings: technical drawing, technische zeichnungen, technisches zeichnen, engineering drawings, technischen zeichnungen, dessins techniques, planos técnicos, mechanical drawings, reading technical drawings
Blueprint Reading: reading blueprints, lecture de plans, lectura de planos, read blueprints
Thermodynamics: thermodynamik, thermodynamique
Heat Transfer: wärmeübertragung, thermal management, thermal analysis
Fluid Mechanics: strömungsmechanik, strömungslehre, fluid dynamics
Structural Analysis: festigkeitsberechnung, strength calculation, stress analysis
Metallurgy: werkstofftechnik, werkstoffkunde, metallurgie
Vibration Analysis: schwingungsanalyse, modal analysis
Hydraulics: hydraulik, hydraulique, hydraulic systems, hidráulica
Pneumatics: pneumatik, pneumatique, pneumatic systems, neumática
Turbomachinery: gas turbines, gasturbinen, steam turbines
Tool Design: werkzeugkonstruktion, fixture design, vorrichtungsbau, jig and fixture design
Toolmaking: werkzeugbau, tool and die, werkzeugmacher, outillage
Mold Design: mould design, formenbau, moldflow
Plastics Engineering: kunststofftechnik, plasturgie
Sheet Metal Design: blechkonstruktion, sheet metal
Additive Manufacturing: additive fertigung, 3d printing, 3d-druck, fabrication additive, impression 3d
Powertrain: antriebstechnik, drivetrain
Vehicle Dynamics: fahrdynamik
Homologation: homologation process, type approval
Systems Engineering: system engineering, =MBSE, ingénierie système, ingeniería de sistemas
DOORS: =DOORS, ibm doors
Polarion:
SysML:
UML:
Machinery Directive: maschinenrichtlinie, ce-kennzeichnung, ce marking
"""

ELECTRICAL = """
Electrical Design: elektrokonstruktion
EPLAN: eplan p8, eplan electric
Electrical Installation: elektroinstallation, electrical installations, electrical wiring, elektroinstallationen, installation électrique, instalaciones eléctricas, elektroarbeiten, house wiring, cable pulling, kabelverlegung
Electrical Troubleshooting: electrical maintenance, elektrische störungsbehebung
Control Cabinets: schaltschrankbau, schaltschrank, switchgear, schaltanlagen, panel building, armoires électriques
High Voltage: hochspannung, hochspannungstechnik, haute tension, alta tensión
Medium Voltage: mittelspannung
Low Voltage: niederspannung, low-voltage systems
Power Systems: energietechnik, power distribution, power engineering, stromnetze, power transmission
Substations: umspannwerke, umspannwerk, substation design
Protection Relays: schutztechnik, relay protection
Renewable Energy Systems: renewable energy projects
Photovoltaics: photovoltaik, =PV, solar pv, photovoltaïque, pv-anlagen, fotovoltaica, solar installation
Wind Energy: windenergie, windkraft, wind turbines, éolien, energía eólica
Energy Storage: batteriespeicher, battery storage, =BESS
EV Charging: ladeinfrastruktur, charging infrastructure
Energy Efficiency: energieeffizienz, energieberatung, energy audits, energy management, energiemanagement, iso 50001
National Electrical Code:
VDE Standards: vde-normen, vde 0100, dguv v3, dguv vorschrift 3
KNX: =KNX, gebäudesystemtechnik, smart home installation
Building Automation: gebäudeautomation, steuer- und regelungstechnik, building management systems, msr-technik
Fire Alarm Systems: brandmeldeanlagen, brandmeldetechnik, fire alarms
Security Systems: sicherheitstechnik, cctv, einbruchmeldeanlagen, access control systems
Industrial Automation: automatisierungstechnik, automatisme, automatización industrial, automation engineering, fabrikautomation
PLC Programming: sps-programmierung, programmation automate
Siemens TIA Portal: =TIA Portal, simatic s7, step 7, siemens s7, =SIMATIC
Rockwell Automation: allen-bradley, controllogix, studio 5000, rslogix
Beckhoff: twincat
CODESYS:
Ladder Logic:
HMI: =HMI, human machine interface, wincc
SCADA: =SCADA
DCS: =DCS, distributed control system, leittechnik, prozessleittechnik
Variable Frequency Drives: =VFD, =VFDs, frequenzumrichter
Servo Drives: servo motors, servoantriebe
Process Instrumentation: instrumentation and control, =I&C, mess- und regeltechnik
Industrial Robots: roboterprogrammierung, robot programming, =KUKA, =FANUC, kuka roboter
Machine Vision: industrielle bildverarbeitung
Commissioning: inbetriebnahme, mise en service, puesta en marcha, inbetriebnahmen
P&ID: =P&ID, =P&IDs, r&i-fließbilder
"""

CIVIL = """
Civil Works: civil design, tiefbau
Structural Engineering: tragwerksplanung, baustatik, structural design, ingeniería estructural, calcul de structure
Geotechnical Engineering: geotechnik, bodenmechanik, géotechnique, geotechnics
Land Surveying: vermessung, vermessungstechnik, topografía
Road Construction: straßenbau, highway design, travaux publics
Bridge Design: brückenbau, bridge engineering
Water Engineering: wasserbau, siedlungswasserwirtschaft, hydraulic engineering, water treatment, wasseraufbereitung
Wastewater Treatment: abwassertechnik, abwasserbehandlung, wastewater
Railway Engineering: bahntechnik, eisenbahnbau, signalling systems, leit- und sicherungstechnik
Hydrology: hydrologie
Building Design: architectural design, hochbau, entwurfsplanung, ausführungsplanung
BIM: =BIM, building information modeling, building information modelling
Navisworks:
ArchiCAD:
Allplan: nemetschek
Vectorworks:
Civil 3D: autocad civil 3d
Tekla: tekla structures
ETABS: sap2000, staad pro, staad.pro
Bluebeam: bluebeam revu
Procore:
Primavera P6: =P6, oracle primavera
PlanRadar:
ORCA AVA: ausschreibung und vergabe, leistungsverzeichnisse, leistungsverzeichnis
RIB iTWO: =iTWO
HOAI: =HOAI
VOB: =VOB, =VOB/B, =VOB/A
Construction Management: bauleitung, bauüberwachung, conduite de travaux, dirección de obra, site management, construction supervision, objektüberwachung
Quantity Surveying: aufmaß, quantity takeoff, quantity take-off, mengenermittlung, takeoffs, métré
Cost Estimation: cost estimating, kostenschätzung, construction estimating, chiffrage, estimating
Urban Planning: stadtplanung, urbanisme, urbanismo, city planning, bauleitplanung
Landscape Architecture: landschaftsarchitektur, landscape design
Building Codes: building regulations, bauordnung, building code
Building Physics: bauphysik, gebäudeenergiegesetz, =GEG
LEED: =LEED, =DGNB, =BREEAM
Building Permits: construction permitting, baugenehmigung, permis de construire
GIS: =GIS, geographic information systems, geoinformationssysteme, geoinformatik
ArcGIS: esri arcgis
QGIS:
PostGIS:
Remote Sensing: fernerkundung, télédétection, teledetección
Environmental Impact Assessment: environmental assessments, umweltverträglichkeitsprüfung
Mining Engineering: bergbau
Oil and Gas: oil & gas, petroleum engineering
"""

PROCESS = """
Process Engineering: génie des procédés
Process Simulation: prozesssimulation, aspen plus, aspen hysys, =HYSYS
Process Control: prozesssteuerung, process control systems, prozessregelung
Process Safety: prozesssicherheit, =HAZOP, anlagensicherheit, process safety management
Distillation: destillation
Polymers: polymer chemistry, polymerchemie, polymer science
Surface Treatment: oberflächenbehandlung, lacktechnik, beschichtungstechnik, oberflächentechnik, galvanik
Explosion Protection: explosionsschutz, =ATEX
Plant Engineering: anlagenbau, plant design, anlagentechnik, anlagenplanung
Piping Design: rohrleitungsbau, rohrleitungsplanung, piping engineering
Pressure Vessels: druckbehälter, druckgeräterichtlinie, asme code
Hydrogen Technology: wasserstofftechnologie, electrolysis, fuel cells, brennstoffzellen
Battery Technology: lithium-ion batteries, battery cells, batterietechnik, zellchemie
REACH Regulation: reach-verordnung, reach compliance
Food Technology: lebensmitteltechnologie, food science, agroalimentaire, lebensmitteltechnik
Beer Brewing: brewing process, brauerei, brauwesen
"""

MANUFACTURING = """
Manufacturing Engineering: fertigungstechnik, production engineering, produktionstechnik
Production Management: produktionsleitung, fertigungsleitung, production supervision, gestión de la producción
Machine Operation: maschinenbedienung, machine operator, anlagenbedienung, anlagenführer, maschinen- und anlagenführer, conduite de machines, conduite de ligne, operating machinery
CNC Programming: cnc-programmierung, g-code, heidenhain, programmation cnc
Milling: fräsen, cnc-fräsen, fraisage, milling machines, fräsmaschinen, cnc milling
CNC Turning: milling and turning, turning and milling, cnc-drehen, lathe, lathes, drehmaschinen
Precision Grinding: cylindrical grinding, schleiftechnik, rectification mécanique, surface grinding
Machining: zerspanung, zerspanungstechnik, zerspanungsmechaniker, usinage, mecanizado, machinist
EDM: =EDM, erodieren, wire edm
Injection Molding: injection moulding, spritzguss, spritzgießen, injection plastique, moldeo por inyección
Extrusion: extrudieren
Metal Casting: foundry work, druckguss, gießerei, fonderie
Metal Forging: forging process
Metal Stamping: stanzen, stanztechnik, umformtechnik
Metal Bending: abkanten, press brake, kantpresse, biegetechnik
Laser Cutting: laserschneiden, découpe laser
MIG Welding: mig/mag, mig/mag-schweißen, mag-schweißen, mig welder, =GMAW, flux core
TIG Welding: wig-schweißen, =GTAW, soudage tig
Arc Welding: elektrodenschweißen, stick welding, =SMAW
Welding Inspection: schweißfachmann, schweißfachingenieur, schweißaufsicht
Metalworking: metallbau, metallbearbeitung, metallverarbeitung, metal fabrication, métallerie, schlosserarbeiten, chaudronnerie
Assembly Work: montagearbeiten, baugruppenmontage, endmontage, mechanical assembly, electromechanical assembly, assembly line
Industrial Maintenance: instandhaltung, wartung und instandhaltung, maintenance industrielle, mantenimiento industrial, equipment maintenance, machine maintenance, anlagenwartung
Preventive Maintenance: vorbeugende instandhaltung, preventative maintenance, vorbeugende wartung, maintenance préventive, mantenimiento preventivo
Predictive Maintenance: vorausschauende wartung
Total Productive Maintenance:
CMMS: =CMMS, =GMAO, computerized maintenance management system
Reliability Engineering: zuverlässigkeitstechnik, reliability centered maintenance
MES: =MES, manufacturing execution system, manufacturing execution systems
OEE: =OEE, overall equipment effectiveness
Machine Setup: einrichten von maschinen, machine set-up, anlageneinrichtung, umrüsten
Packaging Machines: verpackungsmaschinen, verpackungstechnik, packaging equipment
Printing Technology: digital printing, drucktechnik, offsetdruck, offset printing, digitaldruck, screen printing, siebdruck
Textile Production: textiltechnik, nähen, upholstery
Woodworking: holzbearbeitung, holztechnik, tischlerei, menuiserie
Painting and Coating: lackieren, pulverbeschichtung, powder coating, spray painting, industrial painting
Kaizen: continuous improvement process, =KVP, kontinuierlicher verbesserungsprozess, amélioration continue, mejora continua
5S: =5S
Value Stream Mapping: wertstromanalyse, wertstromdesign, =VSM
SMED: =SMED
Poka-Yoke:
Just-in-Time: =JIT, just in sequence
REFA: =REFA, time studies, zeitstudien
Industry 4.0: industrie 4.0, smart manufacturing
Clean Room: cleanroom, reinraum, salle blanche
Fault Finding: fault diagnosis, fehlersuche, störungsbeseitigung, störungssuche
"""

QUALITY = """
FMEA: =FMEA, =DFMEA, =PFMEA, fehlermöglichkeits- und einflussanalyse, =AMDEC
SPC: =SPC, statistical process control, statistische prozesskontrolle
APQP: =APQP
PPAP: =PPAP, erstbemusterung, =EMPB
8D: =8D, 8d-report, 8d-reports
Root Cause Analysis: ursachenanalyse, =RCA, 5 whys, ishikawa, fehlerursachenanalyse, analyse des causes
CAPA: =CAPA, =CAPAs, corrective and preventive action, corrective and preventive actions, corrective actions
Quality Control: qualitätskontrolle, qualitätskontrollen, qualitätsprüfung, contrôle qualité, control de calidad, =QC, quality inspection, quality inspections
ISO 9001: din en iso 9001, =ISO9001
IATF 16949: =IATF, iso/ts 16949
ISO 13485:
ISO 14001: environmental management system, umweltmanagement
ISO 45001: =OHSAS 18001
ISO 17025: iso/iec 17025
ISO 14971:
AS9100: =AS9100
VDA 6.3: =VDA
Green Belt: six sigma green belt, lean six sigma green belt
Black Belt: six sigma black belt, lean six sigma black belt
DMAIC: =DMAIC
Lean Six Sigma:
Quality Audits: quality audit, internal audits, process audits, supplier audit, qualitätsaudits, interne audits
Metrology: koordinatenmesstechnik, coordinate measuring machine, =CMM, métrologie, metrología
Calipers: micrometers, messschieber, measuring tools, messmittel, precision measuring instruments
Calibration: kalibrierung, kalibrieren, étalonnage, calibración
Non-Destructive Testing: =NDT, zerstörungsfreie prüfung, contrôle non destructif, ultrasonic testing
Incoming Inspection: first article inspection
Minitab:
Test Protocols: prüfprotokolle, prüfpläne, test reports
Occupational Safety: arbeitssicherheit, arbeitsschutz, workplace safety, seguridad laboral, sécurité au travail, health and safety, health & safety, prevención de riesgos laborales
EHS: =EHS, =HSE, =HSEQ, =QHSE, environmental health and safety
OSHA: =OSHA, osha 10, osha 30
NEBOSH: =NEBOSH, =IOSH
Hazard Analysis: gefährdungsbeurteilung, gefährdungsbeurteilungen, job hazard analysis, risk assessments safety
Lockout/Tagout: =LOTO
Fire Safety: brandschutz, sécurité incendie, fire protection, brandschutzbeauftragter
First Aid: erste hilfe, ersthelfer, premiers secours, primeros auxilios
"""
