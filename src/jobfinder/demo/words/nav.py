"""Navigation of company sites: how the pages are called, and under which path the careers page is."""

from __future__ import annotations

from jobfinder.model import Record


class Nav(Record, frozen=True):
    """Labels and paths. `openings` labels the link from the careers page to a board elsewhere."""

    about: str
    engineering: str
    careers: str
    openings: str
    about_path: str
    careers_path: str


NAVS = {
    "en-careers": Nav(
        about="About us",
        engineering="Engineering",
        careers="Careers",
        openings="See open positions",
        about_path="/about",
        careers_path="/careers",
    ),
    "en-jobs": Nav(
        about="Company",
        engineering="Tech",
        careers="Jobs",
        openings="View all jobs",
        about_path="/company",
        careers_path="/jobs",
    ),
    "en-positions": Nav(
        about="About",
        engineering="Engineering blog",
        careers="Open positions",
        openings="Browse openings",
        about_path="/about-us",
        careers_path="/open-positions",
    ),
    "en-join": Nav(
        about="Our story",
        engineering="How we build",
        careers="Join us",
        openings="Find your role",
        about_path="/story",
        careers_path="/join-us",
    ),
    "en-work": Nav(
        about="Who we are",
        engineering="Technology",
        careers="Work with us",
        openings="Current vacancies",
        about_path="/who-we-are",
        careers_path="/company/careers",
    ),
    "de": Nav(
        about="Über uns",
        engineering="Technik",
        careers="Karriere",
        openings="Offene Stellen",
        about_path="/ueber-uns",
        careers_path="/karriere",
    ),
    "fr": Nav(
        about="À propos",
        engineering="Technologie",
        careers="Nous rejoindre",
        openings="Voir les offres",
        about_path="/a-propos",
        careers_path="/carrieres",
    ),
    "es": Nav(
        about="Quiénes somos",
        engineering="Tecnología",
        careers="Trabaja con nosotros",
        openings="Ver vacantes",
        about_path="/quienes-somos",
        careers_path="/empleo",
    ),
}
