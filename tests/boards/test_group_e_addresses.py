"""Job boards and walled sites by their addresses: what is theirs, what is not, what two searches share."""

from __future__ import annotations

import pytest

from jobfinder.boards import registry
from jobfinder.boards.roster import JOB_BOARDS
from jobfinder.errors import Refused
from jobfinder.model import RefKind

WALLED = ("linkedin", "indeed", "glassdoor", "wellfound")

NOT_OURS = [
    "https://remoteok.com/remote-companies",
    "https://remoteok.com/remote-jobs/new",
    "https://remotive.com/blog/remote-work",
    "https://weworkremotely.com/remote-jobs/new",
    "https://weworkremotely.com/top-remote-companies",
    "https://news.ycombinator.com/",
    "https://news.ycombinator.com/item",
    "https://news.ycombinator.com/item?id=abc",
    "https://news.ycombinator.com/user?id=somebody",
    "https://hn.algolia.com/?q=hiring",
    "https://www.arbeitnow.com/blog/x",
    "https://www.themuse.com/advice/x",
    "https://jobicy.com/blog/1-x",
    "https://himalayas.app/companies/fernbrook",
    "https://www.workingnomads.com/about",
    "https://nodesk.co/articles/x/",
    "https://firmy.jobs.cz/x",
    "https://www.jobs.cz/poradna/x/",
    "https://www.startupjobs.cz/startup/fernbrook",
    "https://www.amazon.jobs/en/teams/glass",
    "https://www.amazon.com/jobs/1",
    "https://www.google.com/search?q=jobs",
    "https://www.google.com/about/careers/applications/saved",
    "https://solid.jobs/blog/x",
    "https://github.com/fernbrook/New-Grad-Positions",
    "https://raw.githubusercontent.com/SimplifyJobs/New-Grad-Positions/dev/README.md",
    "https://raw.githubusercontent.com/fernbrook/x/dev/.github/scripts/listings.json",
    "https://simplify.jobs/c/Fernbrook",
    "https://www.adzuna.co.uk/company/fernbrook",
    "https://www.usajobs.gov/help/",
    "https://www.linkedin.com/in/somebody",
    "https://www.linkedin.com/posts/somebody_hiring",
    "https://www.linkedin.com/jobs/view/glazier",
    "https://notlinkedin.com/jobs/view/4000000001",
    "https://www.indeed.com/career-advice/x",
    "https://www.indeed.com/viewjob?jk=short",
    "https://www.glassdoor.com/Award/x.htm",
    "https://wellfound.com/blog/x",
]


@pytest.mark.parametrize("url", NOT_OURS)
def test_other_pages_are_nobodys(url: str) -> None:
    assert registry.recognize(url).board not in {adapter.NAME for adapter in JOB_BOARDS}


POSTINGS = [
    ("https://remoteok.com/remote-jobs/remote-glazier-1093001", "remoteok", "1093001"),
    ("https://remotive.com/remote-jobs/design/glazier-2090001", "remotive", "2090001"),
    ("https://weworkremotely.com/remote-jobs/fernbrook-glazier", "weworkremotely", "fernbrook-glazier"),
    ("https://www.workingnomads.com/job/go/1850001/", "workingnomads", "1850001"),
    ("https://www.jobs.cz/rpd/2000500001/?searchId=1&rps=233", "jobscz", "2000500001"),
    ("https://www.linkedin.com/jobs/view/glazier-at-fernbrook-4000000001", "linkedin", "4000000001"),
    ("https://www.linkedin.com/jobs/search/?currentJobId=4000000001&f_C=1", "linkedin", "4000000001"),
    ("https://fr.indeed.com/jobs?q=x&vjk=0123456789abcdef", "indeed", "0123456789abcdef"),
    ("https://www.glassdoor.co.in/job-listing/x-JV_KO0,1.htm?jl=1010000000001", "glassdoor", "1010000000001"),
    ("https://wellfound.com/company/fernbrook/jobs/2700001-glazier", "wellfound", "2700001"),
    ("https://www.google.com/about/careers/applications/jobs/results/85260000000000001-x", "google_careers", None),
]


@pytest.mark.parametrize(("url", "board", "external_id"), POSTINGS)
def test_postings(url: str, board: str, external_id: str | None) -> None:
    ref = registry.recognize(url)
    assert (ref.board, ref.kind) == (board, RefKind.POSTING)
    assert external_id is None or ref.external_id == external_id


def test_a_posting_has_one_key_wherever_it_is_listed() -> None:
    """Its token is that of the whole board, not that of the category; only countries tell ids apart."""
    for adapter in JOB_BOARDS:
        boards = [example.ref for example in adapter.EXAMPLES if example.ref.kind is RefKind.BOARD]
        (posting, *_) = [example.ref for example in adapter.EXAMPLES if example.ref.kind is RefKind.POSTING]
        assert posting.external_id is not None
        keys = {found.key for board in boards if (found := registry.posting_ref(board, posting.external_id))}
        assert len(keys) <= (2 if adapter.NAME == "adzuna" else 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.jobs.cz/prace/brno/?q[]=a&q[]=b&page=3", "https://jobs.cz/prace/brno/?page=1&q[]=a&q[]=b"),
        ("https://www.adzuna.co.uk/search?q=x&w=y", "https://www.adzuna.co.uk/jobs/search?where=y&what=x&p=3"),
        (
            "https://www.usajobs.gov/Search/Results?l=a&k=b",
            "https://data.usajobs.gov/api/search?keyword=b&LocationName=a",
        ),
        ("https://www.amazon.jobs/en/search?base_query=x", "https://amazon.jobs/de/search?offset=20&base_query=x"),
        (
            "https://www.linkedin.com/company/fernbrook",
            "https://ch.linkedin.com/company/Fernbrook/jobs/?viewAsMember=1",
        ),
        ("https://uk.indeed.com/jobs?q=a&l=b&start=20", "https://www.indeed.com/jobs?l=b&q=a"),
    ],
)
def test_the_same_search(one: str, other: str) -> None:
    assert registry.recognize(one).key == registry.recognize(other).key
    assert registry.recognize(one).kind is RefKind.BOARD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.jobs.cz/prace/brno/?q[]=a", "https://www.jobs.cz/prace/brno/?q[]=b"),
        ("https://www.jobs.cz/prace/brno/", "https://www.jobs.cz/prace/"),
        ("https://www.adzuna.co.uk/search?q=x", "https://www.adzuna.com/search?q=x"),
        ("https://remoteok.com/remote-dev-jobs", "https://remoteok.com/remote-design-jobs"),
        ("https://himalayas.app/companies/a/jobs/x", "https://himalayas.app/companies/b/jobs/x"),
        ("https://www.linkedin.com/company/a/", "https://www.linkedin.com/company/b/"),
    ],
)
def test_different_things_never_share_a_key(one: str, other: str) -> None:
    assert registry.recognize(one).key != registry.recognize(other).key


@pytest.mark.parametrize("name", WALLED)
def test_walled_sites_say_what_to_do_in_one_line(name: str) -> None:
    adapter = {one.NAME: one for one in JOB_BOARDS}[name]
    for example in adapter.EXAMPLES:
        with pytest.raises(Refused) as refused:
            registry.requests(example.ref)
        said = str(refused.value)
        assert "\n" not in said
        assert "--page FILE" in said
        assert (example.ref.url in said) == (example.ref.kind is RefKind.POSTING)


def test_job_boards_belong_to_no_single_employer() -> None:
    assert all(registry.shared(adapter.NAME) for adapter in JOB_BOARDS)
    assert not any(registry.shared(name) for name in ("greenhouse", "lever", "page", "rss", "no such board"))
    assert all(registry.is_vendor(host) for adapter in JOB_BOARDS for host in adapter.HOSTS)


def test_a_page_that_links_job_boards_leads_to_none_of_them() -> None:
    links = "".join(
        f'<a href="{example.ref.url}">Careers</a><iframe src="{example.ref.url}"></iframe>'
        for adapter in JOB_BOARDS
        for example in adapter.EXAMPLES
    )
    assert registry.sightings(links, "https://www.fernbrook.example/careers") == ()
    own = links + '<iframe src="https://boards.greenhouse.io/embed/job_board?for=fernbrook"></iframe>'
    (seen,) = registry.sightings(own, "https://www.fernbrook.example/careers")
    assert (seen.ref.key, seen.confidence) == ("source:greenhouse:fernbrook", 0.95)
