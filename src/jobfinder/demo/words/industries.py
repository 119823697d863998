"""Twenty industries: second words of names, and what a company in it makes, for whom, and why it is hard."""

from __future__ import annotations

from jobfinder.model import Record


class Industry(Record, frozen=True):
    """Phrases that fit into sentences: "We build `product` for `customers`. `hard`"."""

    name: str
    tails: tuple[str, ...]
    product: str
    customers: str
    hard: str
    product_de: str
    customers_de: str


def _industry(
    name: str, tails: str, product: str, customers: str, hard: str, product_de: str, customers_de: str
) -> Industry:
    return Industry(
        name=name,
        tails=tuple(tails.split()),
        product=product,
        customers=customers,
        hard=hard,
        product_de=product_de,
        customers_de=customers_de,
    )


INDUSTRIES = (
    _industry(
        "Warehouse robotics",
        "Robotics Automation Motion Machines Handling",
        "mobile robots and the software that schedules them",
        "mid-sized warehouses and parcel hubs",
        "Two hundred robots share aisles with people, and every second of hesitation shows up in a late truck.",
        "mobile Roboter und ihre Leitsoftware",
        "mittelständische Lager und Paketzentren",
    ),
    _industry(
        "Payments",
        "Pay Payments Ledger Checkout Clearing",
        "a payment platform with one ledger for cards, transfers and payouts",
        "online marketplaces",
        "Money must never be lost or counted twice, also when a bank's interface goes away in the middle of a batch.",
        "eine Zahlungsplattform mit einem gemeinsamen Hauptbuch",
        "Online-Marktplätze",
    ),
    _industry(
        "Digital health",
        "Health Care Clinics Medical Vitals",
        "scheduling and records software that stays out of the way",
        "outpatient clinics and their patients",
        "Clinicians have eleven minutes per visit, and none of them should go to waiting for a page.",
        "Termin- und Aktensoftware",
        "Praxen und ihre Patientinnen und Patienten",
    ),
    _industry(
        "Logistics software",
        "Logistics Freight Routing Transit Cargo",
        "route planning and live tracking for freight",
        "carriers with twenty to two thousand trucks",
        "Plans meet traffic, weather and drivers' hours, and have to be recomputed while the truck is moving.",
        "Tourenplanung und Sendungsverfolgung",
        "Speditionen jeder Größe",
    ),
    _industry(
        "Climate risk analytics",
        "Climate Weather Resilience Atmos Forecast",
        "flood, heat and storm models down to the single building",
        "insurers and city planners",
        "Our inputs are petabytes of reanalysis data and our outputs have to fit on one page that a mayor can act on.",
        "Hochwasser- und Sturmmodelle bis zum einzelnen Gebäude",
        "Versicherer und Kommunen",
    ),
    _industry(
        "Cyber security",
        "Security Defense Shield Sentry Trust",
        "detection of account takeover before the first transfer",
        "banks and software companies",
        "Attackers read our release notes, so detection has to move faster than its documentation.",
        "Software, die übernommene Konten früh erkennt",
        "Banken und Softwarehäuser",
    ),
    _industry(
        "Education technology",
        "Learning School Academy Campus Tutor",
        "practice software that adapts to each pupil",
        "public schools and adult learners",
        "A school has the bandwidth of one household, and the lesson starts at eight whether we are up or not.",
        "Übungssoftware, die sich an Lernende anpasst",
        "Schulen und Erwachsenenbildung",
    ),
    _industry(
        "Energy storage",
        "Energy Storage Grid Power Battery",
        "control software for grid batteries",
        "utilities and solar parks",
        "Prices change every fifteen minutes, cells age with every cycle, and the grid operator forgives nothing.",
        "Steuerungssoftware für Netzspeicher",
        "Stadtwerke und Solarparks",
    ),
    _industry(
        "Agricultural technology",
        "Farms Harvest Orchard Acre Soil",
        "sensor networks and yield forecasts",
        "fruit and vegetable growers",
        "Half of our devices are offline at any moment, and the other half send what they remember from last week.",
        "Sensornetze und Ertragsprognosen",
        "Obst- und Gemüsebaubetriebe",
    ),
    _industry(
        "Legal technology",
        "Legal Counsel Docket Contracts Clause",
        "contract review with sources for every statement",
        "in-house legal teams",
        "A wrong quotation costs more than a missing one, so every sentence we show leads back to a page.",
        "Vertragsprüfung mit Beleg für jede Aussage",
        "Rechtsabteilungen",
    ),
    _industry(
        "Insurance technology",
        "Insurance Cover Claims Mutual Assurance",
        "claims handling from first call to payout",
        "regional insurers",
        "Products from four decades live in one database, each with its own idea of what a deductible is.",
        "Schadenbearbeitung vom Anruf bis zur Auszahlung",
        "regionale Versicherer",
    ),
    _industry(
        "Geospatial",
        "Maps Geo Atlas Survey Terrain",
        "maps that notice change from satellite and street imagery",
        "cities, utilities and map makers",
        "The world changes under our data, and two sources seldom agree on which side of the road a hydrant is.",
        "Karten, die Veränderungen erkennen",
        "Städte und Versorger",
    ),
    _industry(
        "Retail analytics",
        "Retail Commerce Goods Market Basket",
        "demand forecasts and replenishment",
        "grocers and drugstores",
        "Forty million forecasts have to be ready before the bakers get up.",
        "Absatzprognosen und Disposition",
        "Lebensmittel- und Drogeriemärkte",
    ),
    _industry(
        "Music technology",
        "Audio Music Sound Studio Records",
        "royalty accounting and tools for collaboration",
        "independent labels and artists",
        "Ownership of one song can change nine times a year, backwards in time.",
        "Lizenzabrechnung und Werkzeuge für gemeinsame Arbeit",
        "unabhängige Labels",
    ),
    _industry(
        "Biotechnology software",
        "Bio Genomics Labs Therapeutics Cells",
        "lab data pipelines and experiment tracking",
        "biology teams in research and production",
        "An instrument writes a terabyte a night in a format that its maker calls self-explanatory.",
        "Datenpipelines für Labore",
        "biologische Forschungsteams",
    ),
    _industry(
        "Travel",
        "Travel Journeys Rail Voyages Trips",
        "rail and bus booking across borders",
        "travellers who would rather not fly",
        "Sixty operators, sixty interfaces, and passengers who change at the one station they all call differently.",
        "grenzüberschreitende Bahn- und Busbuchung",
        "Reisende in ganz Europa",
    ),
    _industry(
        "Public sector software",
        "Civic Public Permits Council Register",
        "forms and case handling that people finish on a phone",
        "towns and counties",
        "Law changes on the first of January, and so must every form, in every language.",
        "digitale Anträge und Fallbearbeitung",
        "Städte und Landkreise",
    ),
    _industry(
        "Developer tools",
        "Build Tools Pipelines Systems Runtime",
        "build caching and test selection for large code bases",
        "software teams of fifty and more",
        "Our users are engineers: they measure us, and they are right to.",
        "Build-Caching und Testauswahl",
        "große Softwareteams",
    ),
    _industry(
        "Space systems",
        "Orbital Space Satellites Launch Telemetry",
        "ground station software and telemetry analysis",
        "operators of small satellites",
        "A pass lasts nine minutes, and what was not downlinked then waits for an orbit.",
        "Bodenstationssoftware und Telemetrieanalyse",
        "Betreiber kleiner Satelliten",
    ),
    _industry(
        "Hiring and workforce planning",
        "People Workforce Shifts Rota Staffing",
        "shift planning that staff can live with",
        "hospitals, hotels and factories",
        "A good plan is legal, affordable and humane, and somebody calls in sick at five in the morning.",
        "Schichtplanung, mit der Menschen leben können",
        "Kliniken, Hotels und Fabriken",
    ),
)

TAILS = tuple((tail, industry) for industry in INDUSTRIES for tail in industry.tails)
