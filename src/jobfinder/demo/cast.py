"""The first twelve companies of every world: who plays which part. Names and texts vary by seed, the parts do not.

`companies` reads the table. A new part goes at the end (then more than twelve companies are needed to meet it), with a
test in `tests/demo/test_cast.py`.
"""

from __future__ import annotations

from jobfinder.demo.records import BoardKind, BoardState, Reach
from jobfinder.model import Record


class Part(Record, frozen=True):
    """What a company is there for. `city` is its head office, `nav` the wording of its navigation."""

    name: str
    kind: BoardKind
    reach: Reach
    roles: int
    city: str
    nav: str = "en-careers"
    state: BoardState = BoardState.OK
    region: str | None = None
    own_links: bool = False
    language: str = "en"
    www: bool = False
    organization_markup: bool = True
    lead: tuple[str, str, str] | None = None


CAST = (
    Part(
        name="greenhouse",
        kind=BoardKind.GREENHOUSE,
        reach=Reach.CAREERS,
        roles=9,
        city="Amsterdam",
        lead=("backend", "senior", "europe"),
    ),
    Part(
        name="page",
        kind=BoardKind.PAGE,
        reach=Reach.OWN,
        roles=6,
        city="Berlin",
        nav="en-jobs",
        www=True,
        lead=("data", "senior", "Berlin"),
    ),
    Part(
        name="lever",
        kind=BoardKind.LEVER,
        reach=Reach.HOME,
        roles=120,
        city="London",
        nav="en-positions",
        organization_markup=False,
        lead=("backend", "senior", "London"),
    ),
    Part(
        name="ashby",
        kind=BoardKind.ASHBY,
        reach=Reach.SCRIPT,
        roles=9,
        city="New York",
        nav="en-join",
        www=True,
        lead=("data", "staff", "any"),
    ),
    Part(
        name="rss",
        kind=BoardKind.RSS,
        reach=Reach.OWN,
        roles=6,
        city="Hamburg",
        nav="de",
        language="de",
        lead=("data", "senior", "DE"),
    ),
    Part(
        name="embed",
        kind=BoardKind.GREENHOUSE,
        reach=Reach.IFRAME,
        roles=7,
        city="Vienna",
        nav="en-work",
        own_links=True,
        lead=("backend", "senior", "europe"),
    ),
    Part(
        name="slow",
        kind=BoardKind.LEVER,
        reach=Reach.TWO_CLICKS,
        roles=5,
        city="Munich",
        nav="en-careers",
        region="eu",
        organization_markup=False,
        lead=("platform", "senior", "europe"),
    ),
    Part(
        name="flaky",
        kind=BoardKind.ASHBY,
        reach=Reach.CAREERS,
        roles=6,
        city="Barcelona",
        nav="es",
        lead=("backend", "mid", "europe"),
    ),
    Part(
        name="robots",
        kind=BoardKind.PAGE,
        reach=Reach.OWN,
        roles=4,
        city="Paris",
        nav="fr",
        www=True,
        organization_markup=False,
    ),
    Part(name="hostile", kind=BoardKind.PAGE, reach=Reach.OWN, roles=6, city="Dublin", organization_markup=False),
    Part(
        name="gone",
        kind=BoardKind.GREENHOUSE,
        reach=Reach.CAREERS,
        roles=2,
        city="Chicago",
        state=BoardState.GONE,
        nav="en-jobs",
    ),
    Part(
        name="empty",
        kind=BoardKind.ASHBY,
        reach=Reach.CAREERS,
        roles=2,
        city="Stockholm",
        state=BoardState.EMPTY,
        nav="en-positions",
    ),
)

# What companies after the cast are like, by turns; chosen by chance.
EXTRA_KINDS = (
    BoardKind.GREENHOUSE,
    BoardKind.GREENHOUSE,
    BoardKind.GREENHOUSE,
    BoardKind.LEVER,
    BoardKind.LEVER,
    BoardKind.ASHBY,
    BoardKind.ASHBY,
    BoardKind.PAGE,
    BoardKind.RSS,
)
EXTRA_REACH = (Reach.HOME, Reach.CAREERS, Reach.CAREERS, Reach.SCRIPT, Reach.IFRAME, Reach.TWO_CLICKS)

SLOW_SECONDS = 1.0
FLAKY_ANSWERS = 2
FLAKY_RETRY_AFTER = 2
