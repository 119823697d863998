"""Pages of companies that hold no posting, made by hand: news, people, products, advice. None may become one.

Each is an address and what stands there; the texts speak of jobs, teams, hiring and benefits, as such pages do.
"""

from __future__ import annotations

NAV = """<nav><a href="/">Home</a> <a href="/products">Products</a> <a href="/about">About</a>
    <a href="/careers">Careers</a> <a href="/contact">Contact</a></nav>"""
FOOTER = """<footer><p>© Fernbrook Ltd. All rights reserved.</p><a href="/privacy">Privacy</a>
    <a href="/careers">We are hiring</a></footer>"""


def page(title: str, main: str, *, lang: str = "en") -> str:
    """A page of the site, with the menu and the footer of all of them."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>{title} | Fernbrook</title>'
        f'<meta property="og:site_name" content="Fernbrook"></head><body>{NAV}<main>{main}</main>{FOOTER}</body></html>'
    )


def prose(*paragraphs: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


OTHERS = {
    "https://fernbrook.example/news/new-cfo": page(
        "Fernbrook appoints new Chief Financial Officer",
        "<h1>Fernbrook appoints new Chief Financial Officer</h1>"
        + prose(
            "Hamburg, 2 March 2026. Fernbrook, the maker of garden tools, has appointed Ada Lindqvist as its new Chief "
            "Financial Officer. She joins from a maker of greenhouses, where she was responsible for finance, "
            "procurement and legal affairs in nine countries.",
            "“We are looking for growth in the north,” says Lindqvist, who has more than 20 years of experience in "
            "finance. She holds a degree in economics. The company plans to hire 200 employees this year, "
            "full-time and "
            "part-time, and offers them benefits such as free plants.",
            "About Fernbrook: the company was founded in 1998 and has 1,400 colleagues in Hamburg, Malmö and Turin.",
        ),
    ),
    "https://fernbrook.example/news/hiring-200": page(
        "Fernbrook to create 200 jobs",
        "<h1>Fernbrook to create 200 jobs in Malmö</h1>"
        + prose(
            "The garden company wants to hire engineers, gardeners and sales people for its new site. “We offer good "
            "benefits and permanent contracts,” says the head of the site. Applications are welcome from spring on.",
            "The requirements are high, though: candidates need experience with plants. The salary will be in line "
            "with the industry. The town welcomes the responsibility that the company takes for the region.",
            "The works council criticised the part of temporary workers, and asked for full-time employment.",
        ),
    ),
    "https://fernbrook.example/about/team": page(
        "Our team",
        "<h1>Meet the team</h1>"
        + "".join(
            f"<div class='person'><h3>{name}</h3><h4>{role}</h4><p>{name.split()[0]} is responsible for "
            "everything that "
            f"has to do with {thing}. Before joining us, {name.split()[0]} worked for many years in a large "
            "company and "
            f"gained experience with teams of all sizes, and has a degree in biology.</p></div>"
            for name, role, thing in (
                ("Ada Lindqvist", "Chief Financial Officer", "money"),
                ("Bo Terwell", "Head of Engineering", "tools"),
                ("Cleo Marant", "Senior Product Manager", "products"),
                ("Dan Okoro", "Sales Director", "customers"),
                ("Eva Brandt", "Office Manager", "the office"),
            )
        ),
    ),
    "https://fernbrook.example/about/bo-terwell": page(
        "Bo Terwell, Head of Engineering",
        "<h1>Bo Terwell</h1><h2>Head of Engineering</h2>"
        + prose(
            "Bo leads the engineering team in Malmö. He joined Fernbrook as a software engineer in 2011 and became "
            "principal engineer in 2017. His responsibilities include the development of new tools and the contact "
            "with suppliers. He likes to work with young colleagues and teaches at the university.",
            "Before that he was a consultant for mills. Bo holds a degree in mechanical engineering and has 20 years "
            "of experience in the industry. In his free time he sails.",
        ),
    ),
    "https://fernbrook.example/products/shears": page(
        "Pruning shears F7",
        "<h1>Pruning shears F7</h1>"
        + prose(
            "The shears for the professional gardener. What you get: blades of hardened steel, handles of ash, "
            "a spring "
            "that never jams. Requirements: dry storage. Benefits: half the weight, twice the life.",
            "Price: $89.00. In stock. Delivery within 3 days. Apply oil after use. Location of manufacture: Turin.",
        ),
    ),
    "https://fernbrook.example/solutions/hire-developers": page(
        "Hire garden planners",
        "<h1>Hire vetted garden planners in 48 hours</h1>"
        + prose(
            "Are you looking for a garden planner, full-time or part-time? We provide experienced planners for your "
            "project, remote or on site. Our candidates have at least 5 years of experience and pass three interviews.",
            "What you get: a shortlist within two days, transparent hourly rates, one contract. Talk to us about your "
            "requirements. You will work with a dedicated account manager.",
        ),
    ),
    "https://fernbrook.example/blog/how-we-interview": page(
        "How we interview engineers",
        "<h1>How we interview engineers at Fernbrook</h1>"
        + prose(
            "Every candidate talks to three of us. First comes a call with a recruiter, about your experience and what "
            "you are looking for. Then you will meet an engineer, who asks about your responsibilities so far.",
            "In the last interview you meet the hiring manager. We offer feedback to everybody who applies. Apply "
            "early: the process takes three weeks. Our requirements are written in every posting.",
            "What you need: curiosity, and a quiet place with a good connection. We are an equal opportunity employer.",
        ),
    ),
    "https://fernbrook.example/blog/data-engineer-salary": page(
        "Data Engineer salary guide 2026",
        "<h1>Data Engineer Salary Guide 2026</h1>"
        + prose(
            "How much does a data engineer earn? The average salary is $120,000 a year. With 5+ years of experience, "
            "and a degree in computer science, you can earn up to $160,000. Responsibilities and location matter.",
            "Full-time roles pay more than contract roles. Remote work has become a benefit that most candidates ask "
            "for. We looked at 4,000 job descriptions to find out what employers require.",
        ),
    ),
    "https://fernbrook.example/learn/product-manager-course": page(
        "Product Manager course",
        "<h1>Product Manager Certification Course</h1>"
        + prose(
            "Become a product manager in 12 weeks, part-time and remote. What you will learn: discovery, roadmaps, "
            "pricing. Requirements: two years of experience in any business. You will work on your own product.",
            "Benefits: a certificate and a job board. Apply now, places are limited. Fee: €4,900.",
        ),
    ),
    "https://fernbrook.example/careers/benefits": page(
        "Benefits",
        "<h1>Benefits</h1>"
        + prose(
            "We offer 30 days of vacation, a pension and free plants. Full-time and part-time colleagues have the same "
            "benefits. You will have a mentor, and time for training. Our employees stay for nine years on average.",
            "Health insurance, equipment for your home office, and a bicycle. Apply for one of our open positions.",
        ),
    ),
    "https://fernbrook.example/careers/faq": page(
        "Questions of applicants",
        "<h1>Questions of applicants</h1><h3>How do I apply?</h3><p>Send your CV by our form.</p>"
        "<h3>Do I need a degree?</h3><p>No. Experience counts as well.</p><h3>Can I work remotely?</h3>"
        "<p>Most positions are hybrid: three days in the office. The job description says so.</p>"
        "<h3>Who can I talk to?</h3><p>Every posting names a recruiter.</p>",
    ),
    "https://fernbrook.example/careers/students": page(
        "Students",
        "<h1>Students and graduates</h1>"
        + prose(
            "Start your career with us: as an intern, a working student or in our graduate program. You will work in "
            "teams that grow things. We look for people with curiosity, whatever their degree. "
            "We offer fair pay and a mentor. Watch this page: we publish our openings in autumn."
        ),
    ),
    "https://fernbrook.example/careers": page(
        "Careers",
        "<h1>Careers at Fernbrook</h1><h2>Why Fernbrook?</h2>"
        + prose("We grow things, and people. We are an equal opportunity employer and offer training and benefits.")
        + "<h2>Our values</h2><p>Patience, care and sharp tools.</p><h2>Our teams</h2><h3>Engineering</h3><p>They make "
        "tools.</p><h3>Sales</h3><p>They sell them.</p><h3>Gardens</h3><p>They use them.</p><h2>Open positions</h2>"
        "<p>There are no open positions at the moment. Come back in spring.</p>",
    ),
    "https://fernbrook.example/stories/gardener": page(
        "A day in the life of a gardener",
        "<h1>A day in the life of a head gardener</h1>"
        + prose(
            "Mia starts at six. “My responsibilities are forty beds and four colleagues,” she says. She joined as an "
            "apprentice, full-time, and has 12 years of experience. What she likes: the benefits of being outside.",
            "You will find her in the greenhouse at noon. She would apply again. We are looking for people like her.",
        ),
    ),
    "https://fernbrook.example/events/autumn-fair": page(
        "Autumn fair",
        "<h1>Autumn fair</h1><p>Date: 12 October 2026. Location: Malmö, Sweden. Free entry.</p><h2>Speakers</h2>"
        "<h3>Ada Lindqvist</h3><p>Chief Financial Officer, Fernbrook</p><h3>Jo Falk</h3><p>Senior Botanist, "
        "University of Lund</p><h3>Kim Sand</h3><p>Landscape Architect</p><p>Apply for a stand until May.</p>",
    ),
    "https://fernbrook.example/privacy/applicants": page(
        "Privacy notice for applicants",
        "<h1>Privacy notice for job applicants</h1>"
        + prose(
            "We process the data of candidates who apply for a position: CV, cover letter, qualifications, experience, "
            "references and salary expectations. The hiring manager and the human resources team see them.",
            "Your application is kept for six months. You have the right of access. Location of processing: Germany. "
            "You will find the data protection officer's address below. Employment contracts have their own notice.",
        ),
    ),
    "https://fernbrook.example/customers/tools-for-towns": page(
        "Customer story",
        "<h1>How the town of Ystad saved 30% with Fernbrook</h1>"
        + prose(
            "The head gardener of Ystad was looking for lighter tools. “We need to offer our employees good "
            "equipment,” "
            "says the project manager. The requirements: under one kilogram, five years of warranty.",
            "The benefits came at once. Today the team of 40 works with the F7. Download the full story.",
        )
        + "<blockquote><p>They know what we do.</p><p>Jo Falk</p><p>Head Gardener</p></blockquote>",
    ),
    "https://fernbrook.example/impressum": page(
        "Impressum",
        "<h1>Impressum</h1><p>Fernbrook GmbH, Gartenweg 7, 20095 Hamburg. Geschäftsführer: Bo Terwell. "
        "Datenschutzbeauftragte: Eva Brandt. Wir suchen Mitarbeiter: siehe Karriere.</p>",
        lang="de",
    ),
    "https://fernbrook.example/karriere/ausbildung": page(
        "Ausbildung",
        "<h1>Ausbildung bei Fernbrook</h1>"
        + prose(
            "Wir bilden Gärtner, Kaufleute und Mechatroniker aus. Das erwartet dich: drei Jahre Praxis, eine faire "
            "Vergütung und viele Kolleginnen und Kollegen. Was du mitbringst: Neugier und einen Schulabschluss. "
            "Offene Ausbildungsplätze stehen ab Herbst in unserer Stellenbörse."
        ),
        lang="de",
    ),
    "https://fernbrook.example/actualites/recrutement": page(
        "Fernbrook recrute 50 personnes",
        "<h1>Fernbrook recrute 50 personnes à Lyon</h1>"
        + prose(
            "L’entreprise de jardinage cherche des techniciens et des commerciaux, en CDI et à temps plein. Le profil "
            "recherché : de l’expérience et l’envie d’apprendre. La rémunération dépend du poste.",
            "Les candidatures sont ouvertes depuis lundi. « Nous offrons des avantages », dit la directrice du site.",
        ),
        lang="fr",
    ),
    "https://fernbrook.example/docs/release-manager": page(
        "Release manager",
        "<h1>Release manager</h1><p>The release manager is a service that builds packages. Requirements: 2 GB "
        "of memory "
        "and Python 3.11. You will need a token. Location of the configuration: <code>/etc/release</code>. What you "
        "need to do first: install it. It is responsible for signing. Contract tests run in the pipeline. To apply a "
        "patch, run <code>apply</code>. We provide a container. Experience shows that ten workers are enough.</p>",
    ),
    "https://fernbrook.example/support/account-manager": page(
        "Your account manager",
        "<h1>Your account manager</h1>"
        + prose(
            "Every customer with a full-time contract has an account manager. What they will do for you: answer "
            "questions, plan deliveries, offer training. You will have a fixed contact in your language.",
            "Office hours: Monday to Friday. To apply for a change of contract, use the form.",
        ),
    ),
    "https://fernbrook.example/search?q=engineer": page(
        "Search",
        "<h1>12 results for “engineer”</h1><ul><li><a href='/blog/how-we-interview'>How we interview engineers</a></li>"
        "<li><a href='/about/bo-terwell'>Bo Terwell, Head of Engineering</a></li>"
        "<li><a href='/docs/release-manager'>Release manager</a></li></ul>",
    ),
}
