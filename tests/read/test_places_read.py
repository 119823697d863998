"""Places out of text and fields: only what is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.model import Place
from jobfinder.read.gazetteer import country, plain
from jobfinder.read.places import place, place_of, split
from read.labelled import hostile, rows

READ = [
    ("Berlin, Germany", "Berlin", None, "DE"),
    ("Berlin", "Berlin", None, "DE"),
    ("Berlin, DE", "Berlin", None, "DE"),
    ("10115 Berlin", "Berlin", None, "DE"),
    ("Munich / Hybrid", "Munich", None, "DE"),
    ("Munich, Bavaria, Germany", "Munich", "Bavaria", "DE"),
    ("München", "München", None, "DE"),
    ("New York, NY", "New York", "NY", "US"),
    ("NYC", "NYC", None, "US"),
    ("San Francisco, CA, USA", "San Francisco", "CA", "US"),
    ("San Francisco Bay Area", "San Francisco", None, "US"),
    ("Portland, OR or Remote", "Portland", "OR", "US"),
    ("Seattle, Washington, USA", "Seattle", "Washington", "US"),
    ("Peckville, PA 18452", "Peckville", "PA", "US"),
    ("United States-Texas-Webster", "Webster", "Texas", "US"),
    ("USA-OR-Lebanon", "Lebanon", "OR", "US"),
    ("London", "London", None, "GB"),
    ("London (UK)", "London", None, "GB"),
    ("Münster", "Münster", None, "DE"),
    ("Washington, D.C.", "Washington", "DC", "US"),
    ("USA.CA.Pleasanton - Stoneridge (Office)", "Pleasanton", "CA", "US"),
    ("SGP.Singapore (Office)", "Singapore", None, "SG"),
    ("New York, North America, US", "New York", None, "US"),
    ("São Paulo, State of São Paulo, Brazil", "São Paulo", None, "BR"),
    ("Thailand-Local", None, None, "TH"),
    ("Edinburgh, Scotland", "Edinburgh", None, "GB"),
    ("Paris, France (Hybrid)", "Paris", None, "FR"),
    ("Paris, TX", "Paris", "TX", "US"),
    ("Atlanta, Georgia", "Atlanta", "Georgia", "US"),
    ("Tbilisi, Georgia", "Tbilisi", None, "GE"),
    ("Toronto, ON, CA", "Toronto", "ON", "CA"),
    ("Kingston, CA", "Kingston", None, "CA"),
    ("Perth, WA", "Perth", "WA", "AU"),
    ("Spokane, WA", "Spokane", "WA", "US"),
    ("Pune, IN", "Pune", None, "IN"),
    ("Fort Wayne, IN, US", "Fort Wayne", "IN", "US"),
    ("Bengaluru, Karnataka, India", "Bengaluru", "Karnataka", "IN"),
    ("Singapore", "Singapore", None, "SG"),
    ("Barcelona", "Barcelona", None, "ES"),
    ("Shanghai, SH, CN, 200241", "Shanghai", None, "CN"),
    ("Remote - Germany", None, None, "DE"),
    ("US Remote", None, None, "US"),
    ("Remote in Canada", None, None, "CA"),
    ("Germany", None, None, "DE"),
    ("Ontario", None, "Ontario", "CA"),
    ("Berlin, Munich, Germany", None, None, "DE"),
    ("Springfield", "Springfield", None, None),
    ("Valencia", "Valencia", None, None),
    ("Georgia", None, None, None),
    ("DE", None, None, None),
    ("CA", None, None, None),
    ("Remote", None, None, None),
    ("Remote (EU)", None, None, None),
    ("Hybrid", None, None, None),
    ("EU, US, Canada", None, None, None),
    ("Multiple Locations", None, None, None),
    ("Engineering", None, None, None),
    ("", None, None, None),
]


@pytest.mark.parametrize(("text", "city", "region", "code"), READ)
def test_text(text: str, city: str | None, region: str | None, code: str | None) -> None:
    assert place(text) == Place(text=text, city=city, region=region, country=code)


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        (("Berlin", None, "DE"), Place(text="Berlin, DE", city="Berlin", country="DE")),
        (("Berlin", None, "de"), Place(text="Berlin, de", city="Berlin", country="DE")),
        (("Berlin", "Berlin", "Germany"), Place(text="Berlin, Germany", city="Berlin", region="Berlin", country="DE")),
        (("Austin", "TX", None), Place(text="Austin, TX", city="Austin", region="TX", country="US")),
        (("Kleindorf", None, "AUT"), Place(text="Kleindorf, AUT", city="Kleindorf", country="AT")),
        (("Springfield", None, None), Place(text="Springfield", city="Springfield")),
        (("Berlin, Germany", None, None), Place(text="Berlin, Germany", city="Berlin", country="DE")),
        (("Remote", None, "US"), Place(text="Remote, US", country="US")),
        ((None, None, "United Kingdom"), Place(text="United Kingdom", country="GB")),
        (("London", "United Kingdom", "GB"), Place(text="London, United Kingdom, GB", city="London", country="GB")),
        (("Anywhere", "Anywhere", "Anywhere"), Place(text="Anywhere")),
        ((None, None, None), Place(text="")),
    ],
)
def test_fields(fields: tuple[str | None, str | None, str | None], wanted: Place) -> None:
    assert place_of(*fields) == wanted


def test_the_stated_text_is_kept() -> None:
    assert place_of("Berlin", None, "DE", "Berlin HQ").text == "Berlin HQ"
    assert place(" Berlin\u200b,\n Germany ").text == "Berlin, Germany"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Berlin; Munich | Remote", ("Berlin", "Munich", "Remote")),
        ("Berlin, Munich, Hamburg", ("Berlin", "Munich", "Hamburg")),
        ("New York, London", ("New York", "London")),
        ("New York, NY or San Francisco, CA", ("New York, NY", "San Francisco, CA")),
        ("Berlin / Hamburg", ("Berlin", "Hamburg")),
        ("Munich / Hybrid", ("Munich / Hybrid",)),
        ("Berlin, Germany", ("Berlin, Germany",)),
        ("San Jose, California", ("San Jose, California",)),
        ("Móstoles, Madrid", ("Móstoles, Madrid",)),
        ("Lahore, Karachi, Islamabad, Pakistan", ("Lahore, Pakistan", "Karachi, Pakistan", "Islamabad, Pakistan")),
        ("Seattle, Washington, USA", ("Seattle, Washington, USA",)),
        ("Alcobendas, Madrid, Spain", ("Alcobendas, Madrid, Spain",)),
        ("New York, New York, United States", ("New York, New York, United States",)),
        ("Berlin; Berlin", ("Berlin",)),
        (" ; | ", ()),
        ("", ()),
    ],
)
def test_lists_are_split(text: str, wanted: tuple[str, ...]) -> None:
    assert split(text) == wanted


def test_labelled_places(capsys: pytest.CaptureFixture[str]) -> None:
    labelled = rows("geo.jsonl")
    countries = cities = wrong = 0
    for row in labelled:
        read, wanted = place(row["location_raw"]), country(row["country"]) if row["country"] else None
        countries += read.country == wanted
        wrong += read.country is not None and read.country != wanted
        cities += plain(read.city or "") == plain(row["city"] or "")
    count = len(labelled)
    with capsys.disabled():
        print(
            f"\nplaces: country {countries / count:.3f}, city {cities / count:.3f}, wrong country {wrong / count:.3f}"
        )
    assert countries / count >= 0.95
    assert wrong / count <= 0.02


@pytest.mark.timeout(30)
def test_hostile_text_is_read() -> None:
    more = ["a, ", "(", "remote ", " - ", "a;", "USA-", "Berlin, "]
    for text in (*hostile(), *((seed * 100_000)[:100_000] for seed in more)):
        place(text)
        split(text)
        place_of(text, text, text)


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_read(one: str, two: str, three: str) -> None:
    place(f"{one}, {two} ({three})")
    place_of(one, two, three)
    split(f"{one}; {two}")


@given(
    st.lists(
        st.sampled_from(
            ("Berlin", "CA", "US", "Georgia", "Remote", "Paris", "-", ",", "(", "Texas", "UK", "12345", "or")
        ),
        max_size=6,
    )
)
def test_any_order_of_names_is_read(parts: list[str]) -> None:
    read = place(", ".join(parts))
    assert read.country is None or len(read.country) == 2
    assert all(place(part) for part in split(" ".join(parts)))
