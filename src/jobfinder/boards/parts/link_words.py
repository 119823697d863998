"""The words in addresses and on links that tell postings and lists of them from the pages beside them.

Pure data. Read by `boards.parts.links` and `boards.page`. Words of paths are in lower case, with dashes. To extend to a
language: its words for jobs in JOB_WORDS, for what stands beside them in OTHER_WORDS.
"""

from __future__ import annotations

import re

from jobfinder.read import urls

JOB_WORDS = """
    career careers job jobs jobboard job-board job-opening job-openings job-opportunities job-listings job-listing
    job-posting job-postings job-offer job-offers joboffers job-list joblist jobs-list job-search jobsearch job-finder
    jobfinder job-portal jobportal jobdetail jobdetails job-detail job-details openings opening open-job open-jobs
    open-position open-positions open-role open-roles current-openings current-opportunities available-positions
    positions position opportunities opportunity vacancies vacancy join join-us joinus join-our-team work-with-us
    work-for-us work-here hiring roles role employment employment-opportunities career-opportunities careers-jobs
    requisition requisitions viewrequisition listings apply-now all-jobs all-openings view-jobs jobs-at
    karriere karriereportal stellen stelle stellenangebot stellenangebote stellenanzeigen stellenausschreibungen
    stellenmarkt offene-stellen offene-positionen jobangebot jobangebote jobboerse
    emploi emplois offre offres offre-emploi offre-de-emploi offre-d-emploi offres-emploi offres-d-emploi nos-offres
    annonce annonces carriere carrieres carriere-offres recrutement nous-rejoindre rejoignez-nous
    empleo empleos oferta ofertas oferta-empleo ofertas-empleo ofertas-de-empleo vacante vacantes trabaja-con-nosotros
    trabajar-con-nosotros bolsa-de-trabajo lavora-con-noi posizioni-aperte offerte-di-lavoro vaga vagas carreiras
    trabalhe-conosco vacature vacatures werken-bij werkenbij lediga-jobb lediga-tjanster jobb jobba-hos-oss karriar
    ledige-stillinger ledige-jobs stillinger job-hos-os kariera praca oferty-pracy oferta-pracy nabidka nabidky
    volna-mista volne-pozice recruit recruiting avoimet-tyopaikat
"""
JOBS = frozenset(JOB_WORDS.split())
JOB_LIKE = re.compile(r"[\w-]{1,40}[-_](?:jobs|careers|vacancies|openings|positions|stellen|vacatures|emplois|empleos)")
OTHER_WORDS = """
    all search view browse team teams department departments location locations office offices category categories tag
    page index home faq faqs benefits perks culture values mission diversity inclusion dei students student graduates
    university early-careers early-talent interns internships internship events event blog news stories story contact
    privacy imprint impressum terms legal cookies login log-in signin sign-in register alerts job-alerts saved
    newsletter interview interviews recruitment recruiting candidates accommodation fraud apply application feed rss
    sitemap unsolicited initiativbewerbung ausbildung studierende professionals people about why us spontaneous
    spontaneous-application open-application general-application candidature-spontanee talent-pool thank-you profile
    account settings help support media press products services solutions filter sort
"""
OTHERS = frozenset(OTHER_WORDS.split())
OTHER = re.compile(
    r"(?:life-at|working-at|work-at|why|our|meet|how|what|who|about|your|join|talent-(?:community|network|pool)|"
    r"equal-opportunity|hiring-process|interview-process|search-jobs|view-all|all-jobs|see-all)(?:-.{0,60})?|"
    r".{1,60}-(?:benefits|culture|faqs?|policy|notice|statement|stories)"
)
EMPTY = re.compile(
    r"(?:apply|apply now|apply here|apply today|learn more|read more|more|view|view job|view role|view position|"
    r"view details|details|see more|see details|job description|open|next|previous|prev|back|share|mehr|"
    r"mehr erfahren|mehr infos|jetzt bewerben|zur stelle|zum stellenangebot|details ansehen|en savoir plus|"
    r"voir l['’]offre|"
    r"postuler|ver más|ver oferta|aplicar|scopri di più|saiba mais|lees meer|bekijk vacature|läs mer|læs mere|les mer|"
    r"zjistit více|zobacz|→|»|›|>|\d{1,3})\W{0,3}",
    re.IGNORECASE,
)
IDS = (
    "gh_jid",
    "ashby_jid",
    "job",
    "jobid",
    "job_id",
    "id",
    "position",
    "posting",
    "vacancy",
    "req",
    "reqid",
    "jobname",
)
LOCALE = re.compile(r"[a-z]{2}(?:[-_][a-zA-Z]{2})?")
FILE = re.compile(r"\.(?:html?|php|aspx?|jsp|cfm|ftl|do)$")


def words(parts: urls.Parts) -> list[str]:
    """The words of a path, without languages and endings."""
    named = [FILE.sub("", segment.lower()).replace("_", "-") for segment in parts.segments]
    if named[-1:] in (["index"], ["default"]):
        named.pop()
    return [word for position, word in enumerate(named) if position or not LOCALE.fullmatch(word)]


def is_job_word(word: str) -> bool:
    """Is this part of a path one for jobs?"""
    return word in JOBS or bool(JOB_LIKE.fullmatch(word))


def is_list(page: urls.Parts) -> bool:
    """Does the path of a page (or the name of its host) end in a word for jobs?"""
    named = words(page)
    return is_job_word(named[-1]) if named else page.host.split(".")[0] in JOBS


def is_below(page: urls.Parts) -> bool:
    """Is it a page below one for jobs, as those of postings are?"""
    named = words(page)
    last = next((number for number in range(len(named) - 1, -1, -1) if is_job_word(named[number])), None)
    host = page.host.split(".")[0] in JOBS
    return (
        (last is not None or host) and bool(named[(last if last is not None else -1) + 1 :]) and not _other(named, last)
    )


def _other(named: list[str], last: int | None) -> bool:
    return any(word in OTHERS or OTHER.fullmatch(word) for word in named[(last if last is not None else -1) + 1 :])


def has_id(parts: urls.Parts) -> bool:
    """Does the query name a posting?"""
    return any(parts.query.get(name, [""])[0] for name in IDS)


def below(own: list[str], there: list[str]) -> bool:
    """Is an address one of a posting on the site of a page with these words: below it, or below another list?"""
    inside = there[: len(own)] == own and bool(own)
    jobs = [position + 1 for position, word in enumerate(there[:-1]) if is_job_word(word)]
    start = len(own) if inside else max(jobs, default=len(there))
    return start < len(there) and not any(word in OTHERS or OTHER.fullmatch(word) for word in there[start:])
