"""Skills: building trades, repair, kitchen, hospitality, cleaning, care of body and land, guarding.

Data, one skill a line; the format is described in `read.terms`.
"""

# ruff: noqa: E501
from __future__ import annotations

BUILDING = """
Carpentry: zimmerei, tischlern, tischlerarbeiten, charpente, carpintería, schreinerei, schreinerarbeiten, zimmererarbeiten
Cabinet Making: möbelbau, cabinetry, cabinetmaking, ébénisterie, finish carpentry, rough carpentry
Masonry: maurerarbeiten, mauerwerksbau, bricklaying, maçonnerie, albañilería
Concrete Work: betonbau, stahlbetonbau, betonarbeiten, concrete finishing, coffrage, schalungsbau, formwork, concrete pouring
Steel Construction: stahlbau, steel erection, structural steel
Roofing: dachdeckerarbeiten, dachdecker, dacharbeiten
Drywall: trockenbau, drywall installation, plaquiste, pladur
Plastering: putzarbeiten, plâtrerie, stuckateur
Tiling: fliesenlegen, fliesenarbeiten, carrelage, tile installation, tile setting, fliesenleger
Flooring: bodenlegen, bodenbeläge, floor installation, parkett verlegen, revêtements de sol
House Painting: malerarbeiten, maler und lackierer, interior painting, exterior painting, peinture en bâtiment, anstricharbeiten
Wallpapering: tapezieren, tapezierarbeiten
Scaffolding: gerüstbau, échafaudage, andamios
Insulation: dämmung, wärmedämmung, isolation thermique, isolierarbeiten
Glazing: glaserei, verglasung, window installation, fenstermontage
Demolition: abbrucharbeiten, rückbau
Earthworks: erdarbeiten, terrassement, earthmoving
Paving Work: pflasterarbeiten, asphalting, asphaltarbeiten
Pipe Laying: rohrleitungsverlegung, kanalbau, pipelaying
Plumbing: sanitärinstallation, klempnerarbeiten, plomberie, fontanería, sanitärtechnik
HVAC: =HVAC, =HVAC/R, =TGA, heizung lüftung klima, heizungs- und klimatechnik, =HLK, =CVC, lüftungstechnik, ventilation systems
Heating Systems: heizungstechnik, heizungsbau, heizungsinstallation, chauffage, boilers, heizungsanlagen
Heat Pumps: wärmepumpe, wärmepumpen, pompes à chaleur, heat pump
Refrigeration: kältetechnik, froid industriel, kälteanlagen, refrigeration systems
Air Conditioning: klimatechnik, climatisation, klimaanlagen
EPA 608: epa 608 certification, epa certification, epa section 608
Gas Fitting: gasinstallation, gas safe
Pipefitting: pipe fitting, rohrschlosser, tuyauterie, steamfitting
Rigging and Hoisting: anschlagen von lasten
Elevator Maintenance: aufzugstechnik, aufzugsmontage
Metal Roofing: spenglerarbeiten, bauklempnerei, zinguerie
Kitchen Installation: küchenmontage, möbelmontage, furniture assembly
Building Maintenance: haustechnik, hausmeistertätigkeiten, gebäudetechnik, haustechniker, maintenance bâtiment, facility maintenance, handyman
Power Tools: hand tools, elektrowerkzeuge, hand and power tools
Working at Heights: höhenarbeit, travail en hauteur, trabajos en altura, working at height, höhentauglichkeit
Confined Space: confined spaces, confined space entry
CSCS Card: =CSCS
Automotive Repair: kfz-reparatur, kfz-mechatronik, kfz-mechatroniker, vehicle repair, réparation automobile, auto repair, automotive technician, mecánica automotriz
Automotive Diagnostics: fahrzeugdiagnose, vehicle diagnostics, diagnostic automobile
ASE Certification: =ASE, ase certified, ase certifications
Brakes and Suspension: brake repair, bremsen
Oil Changes: oil change, ölwechsel
Tire Service: reifenservice, tire rotation, reifenwechsel
Body Repair: karosseriebau, auto body, carrosserie, dent repair, collision repair
Diesel Mechanics: diesel engines, diesel mechanic, dieselmotoren, nutzfahrzeugtechnik
Agricultural Machinery: landmaschinen, landmaschinentechnik, machines agricoles
Bicycle Repair: fahrradmechanik, fahrradreparatur, bike repair
Small Engine Repair:
Locksmith: schlüsseldienst, serrurerie
"""

KITCHEN = """
Food Preparation: cooking techniques, cooking skills, cooking methods, speisenzubereitung, culinary arts, meal preparation, food prep, line cook
HACCP: =HACCP, haccp-konzept
Food Safety: lebensmittelsicherheit, food hygiene, lebensmittelhygiene, sécurité alimentaire, seguridad alimentaria, hygiène alimentaire, food handling, food hygiene certificate, level 2 food hygiene
ServSafe:
Food Handler Certificate: food handlers card, food handler's card, gesundheitszeugnis, infektionsschutzbelehrung, carnet de manipulador, food handler
Mise en Place: =Mise en Place, mise-en-place
Pastry: pâtisserie, patisserie, konditorei, pastelería, pastry arts, konditor
Baking: boulangerie, bread baking, bäckerei, panadería, bäcker
Butchery: metzgerei, fleischerei, boucherie, fleischverarbeitung, meat cutting, charcuterie, carnicería
Grilling: grill station, grillstation, grill cook
Sauté: saucier
Garde Manger: gardemanger, cold kitchen, kalte küche
À la Carte: a la carte
Sous Vide:
Knife Skills:
Food Plating: food presentation
Menu Planning: menu development, speisenplanung, menüplanung, menu design, menu engineering, speiseplanung
Recipe Development: rezeptentwicklung
Kitchen Management: küchenleitung, kitchen operations, küchenchef
Food Cost Control: wareneinsatz, food cost, food costing, food costs, recipe costing, menu costing, dish costing, food margins, controlling food costs
Portion Control:
Catering: =Catering, event catering, catering services, traiteur, gemeinschaftsverpflegung, banqueting, veranstaltungsgastronomie
Allergen Management: allergenmanagement, allergen awareness, food allergens
Dishwashing: spülen, plonge, dish washing, lavaplatos
Institutional Catering: großküche, contract catering, restauration collective
Vegan Cooking: vegetarian cooking, vegane küche
Sushi Preparation: sushi chef
Pizza Making: pizzaiolo, pizzabäcker
Fish Preparation: fish filleting, filleting fish, fishmonger
"""

HOSPITALITY = """
Table Service: servieren, waiting tables, service à table, servicio de mesa, food service, fine dining, gästeservice, waiting on tables, serving guests, silver service
Bartending: barkeeper, mixology, bartender, barman, coctelería
Barista: =Barista, coffee making, latte art
Wine Knowledge: sommelier, weinkenntnisse, wine service, œnologie
Food and Beverage: food & beverage, =F&B
Hotel Management: hotellerie, hotel operations, hotelmanagement, hôtellerie, hostelería, gestión hotelera
Housekeeping: zimmerreinigung, room cleaning, roomservice, etagenservice
Guest Relations: gästebetreuung, guest services, guest service
Concierge: =Concierge, conciergerie
Night Audit: nachtdienst rezeption, night auditor
Opera PMS: oracle opera, opera cloud, micros opera, fidelio, protel
Revenue Management: yield management, ertragsmanagement
Reservations: reservierungen, reservation systems, booking systems, réservations
Banquets: bankett, bankettservice, banquet service
Event Planning: veranstaltungsplanung, eventplanung, event organisation, organisation d'événements, organización de eventos, event coordination
Event Technology: veranstaltungstechnik, audiovisual equipment, av equipment
Tour Guiding: reiseleitung, guide touristique, tour guide, stadtführungen
Travel Agency: reisebüro, travel consultant, =Amadeus, sabre gds, galileo gds
Cabin Crew: flight attendant, flugbegleiter
Responsible Beverage Service: alcohol service, =TIPS certified
Toast POS: toast pos system
Micros POS: oracle micros, micros simphony
"""

SERVICES = """
Cleaning: reinigung, gebäudereinigung, unterhaltsreinigung, janitorial, nettoyage, limpieza, reinigungsarbeiten, janitorial services, janitorial work
Window Cleaning: glasreinigung, fensterreinigung
Industrial Cleaning: industriereinigung, nettoyage industriel
Laundry Services: wäscherei, blanchisserie, lavandería
Gardening: gartenarbeiten, gartenpflege, jardinage, jardinería, horticulture, gartenbau
Landscaping: landschaftsbau, garten- und landschaftsbau, galabau, lawn care, grünflächenpflege, espaces verts, grünpflege, landscape maintenance
Tree Care: baumpflege, arboriculture, élagage
Chainsaw: motorsäge, motorsägenschein, kettensäge
Forestry: forstwirtschaft, sylviculture, silvicultura
Farming: crop production, ackerbau, agronomy, agronomie
Irrigation: bewässerung, irrigation systems
Animal Husbandry: tierhaltung, livestock, élevage, viehzucht, ganadería, milking, melken
Viticulture: weinbau
Pest Control: schädlingsbekämpfung, pest management
Waste Management: abfallwirtschaft, entsorgung, gestion des déchets, gestión de residuos
Winter Service: winterdienst, snow removal
Pool Maintenance:
Lifeguarding: rettungsschwimmer, rettungsschwimmabzeichen, lifeguard
Security Guarding: objektschutz, sachkundeprüfung 34a, §34a, sachkunde 34a, werkschutz, security guard, wachdienst, vigilante de seguridad, sicherheitsdienst, personenschutz
CCTV Monitoring: surveillance monitoring, videoüberwachung, vidéosurveillance
Access Control: zutrittskontrolle, zugangskontrolle, einlasskontrolle, contrôle d'accès
Patrolling: streifendienst, patrol
Firefighting: brandbekämpfung
Hairdressing: friseurhandwerk, haarschnitte, coiffure, peluquería, hair styling, hair coloring, haircutting
Beauty Treatments: esthétique, cosmetology, skincare treatments, skin care treatments
Nail Care: manicure, pedicure, maniküre, fußpflege, podologie, manucure
Makeup: maquillage, make-up artist
Personal Training: group fitness, personal trainer
Yoga Instruction: yoga teaching
Nannying: nanny care, cuidado de niños, babysitting
Pet Care: dog walking, pet grooming
"""
