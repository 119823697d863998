"""Families of roles outside engineering, in the shape of `families`, and how often each family occurs."""

from __future__ import annotations

from jobfinder.demo.words.families import (
    BACKEND,
    DATA,
    EMBEDDED,
    FRONTEND,
    MACHINE_LEARNING,
    MOBILE,
    PLATFORM,
    QUALITY,
    SECURITY,
    family,
)

MANAGER = family(
    "engineering-management",
    "Engineering",
    "Core Platform|Data|Web|Integrations",
    "Engineering Manager|Software Development Manager|Head of Engineering",
    "hiring|coaching|roadmapping|incident management|Python|AWS",
    "distributed systems|FinOps|agile coaching",
    """You will lead the {team} team of seven engineers, who need clarity and cover more than they need process.
    The {team} team doubled last year, and what worked for four people no longer does.""",
    """Hire, grow and keep engineers, and have the hard conversations early
    Agree on goals with product, and say no with reasons
    Stay close enough to the code to ask the right question in a design review
    Look after delivery without counting tickets
    Own the team's on-call health and its budget""",
    105,
)

PRODUCT = family(
    "product",
    "Product",
    "Platform|Customer Experience|Growth|Data Products",
    "Product Manager|Technical Product Manager|Product Owner",
    "discovery|roadmapping|SQL|A/B testing|stakeholder management|Jira",
    "Figma|API products|pricing",
    """You will own {product} for one segment of {customers}, and you will know a dozen of them by first name.
    The {team} group decides with evidence, and with customers in the room.""",
    """Spend time with {customers} every week and bring back problems rather than features
    Write one-page briefs that engineers want to argue with
    Decide what not to build, and explain it
    Define how we will know that it worked, before we start
    Plan launches together with support and sales""",
    82,
)

DESIGN = family(
    "design",
    "Design",
    "Product Design|Brand|Research",
    "Product Designer|UX Designer|UX Researcher|Interaction Designer",
    "Figma|prototyping|user research|design systems|accessibility",
    "motion design|HTML|CSS|service design",
    """You will design for people who use {product} under time pressure.
    Our design team is small and sits with the engineers.""",
    """Turn research into flows, and flows into interfaces
    Test early with {customers}, on their devices
    Take care of the design system together with frontend engineers
    Write interface text that needs no translation into human language
    Present work while it is still easy to change""",
    66,
)

ANALYST = family(
    "analyst",
    "Operations",
    "Business Intelligence|Finance|Revenue",
    "Data Analyst|Business Analyst|Business Intelligence Analyst|Financial Analyst",
    "SQL|Excel|Tableau|Python|Looker|Power BI|statistics",
    "dbt|Snowflake|R|forecasting",
    """You will answer questions about {product} that begin with "why", and make sure that they stay answered.
    The {team} team works for the whole company and reports to finance.""",
    """Build reports that replace meetings
    Work with {a} on data at the level of single events
    Prepare the monthly numbers and explain what moved
    Agree on definitions and defend them
    Find the question behind the request""",
    58,
)

SALES = family(
    "sales",
    "Sales",
    "Mid-Market|Enterprise|Partnerships",
    "Account Executive|Sales Development Representative|Enterprise Account Executive|Partnerships Manager",
    "Salesforce|negotiation|prospecting|HubSpot|MEDDIC",
    "German|French|tender processes",
    """You will sell {product} to {customers}, who have heard every pitch and appreciate a straight answer.
    The {team} team sells by showing the product to the people who will use it.""",
    """Build a pipeline of your own with the help of marketing
    Run discovery calls and demonstrations, on site where it helps
    Negotiate contracts together with legal
    Keep the forecast honest
    Hand over to customer success in a way that they thank you for""",
    62,
)

SUCCESS = family(
    "customer-success",
    "Customer Success",
    "Onboarding|Support|Accounts",
    "Customer Success Manager|Technical Support Engineer|Implementation Consultant|Support Specialist",
    "Zendesk|SQL|communication|REST|troubleshooting",
    "Python|Spanish|German|project management",
    """You will be the person whom {customers} call, and the voice that our product team hears.
    The {team} team brings new customers live in weeks rather than quarters.""",
    """Lead onboarding projects with clear dates and owners
    Solve problems with {a}, and write the article that solves the next one
    Notice accounts that went quiet
    Bring feedback to product with numbers
    Train users, in person and in writing""",
    52,
)

PEOPLE = family(
    "people",
    "People",
    "Talent|People Operations|Finance and Legal",
    "Talent Acquisition Partner|People Operations Manager|Office Manager|Payroll Specialist|Technical Recruiter",
    "employment law|sourcing|Personio|Excel|interviewing",
    "German|works council experience|compensation planning",
    """You will look after people at every step from the first message to the last day.
    The {team} team keeps promises that others make.""",
    """Own hiring for two departments from brief to signature
    Improve how we interview and what we measure
    Answer questions about contracts, leave and pay correctly the first time
    Prepare onboarding so that day one has a desk and a plan
    Keep records as the law wants them""",
    50,
)

OPERATIONS = family(
    "operations",
    "Operations",
    "Field Operations|Supply Chain|Facilities",
    "Field Service Technician|Supply Chain Planner|Warehouse Operations Lead|Assembly Technician",
    "preventive maintenance|Excel|SAP|electrical safety|scheduling",
    "forklift licence|lean manufacturing|CAD",
    """You will keep {product} running where it is used, which is seldom in an office.
    The {team} team travels, fixes and reports.""",
    """Install and maintain equipment at customer sites within a day's drive
    Plan parts and visits so that nobody waits for a screw
    Record what failed and how, for the engineers
    Train local staff
    Keep to safety rules without exception""",
    44,
)

# How often a family occurs among a hundred openings.
FREQUENCY = {
    BACKEND: 20,
    DATA: 14,
    PLATFORM: 10,
    FRONTEND: 8,
    MACHINE_LEARNING: 6,
    MOBILE: 3,
    EMBEDDED: 3,
    SECURITY: 4,
    QUALITY: 4,
    MANAGER: 4,
    PRODUCT: 5,
    DESIGN: 3,
    ANALYST: 4,
    SALES: 5,
    SUCCESS: 4,
    PEOPLE: 2,
    OPERATIONS: 1,
}
FAMILIES = {entry.key: entry for entry in FREQUENCY}
