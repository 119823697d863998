"""Places as postings spell them, with what they mean, and the areas that remote roles are open to."""

from __future__ import annotations

from jobfinder.model import Place, Record


class Town(Record, frozen=True):
    """One place, the ways it is written, the currency that is paid there, and the pay level (1.0 = Berlin)."""

    place: Place
    spellings: tuple[str, ...]
    currency: str
    level: float


def _town(city: str, region: str | None, country: str, spellings: str, currency: str, level: float) -> Town:
    ways = tuple(spellings.split("|"))
    return Town(
        place=Place(text=ways[0], city=city, region=region, country=country),
        spellings=ways,
        currency=currency,
        level=level,
    )


TOWNS = (
    _town("Berlin", "Berlin", "DE", "Berlin, Germany|Berlin|Berlin, DE", "EUR", 1.0),
    _town("Munich", "Bavaria", "DE", "Munich, Germany|München|Munich, Bavaria, Germany", "EUR", 1.1),
    _town("Hamburg", "Hamburg", "DE", "Hamburg, Germany|Hamburg", "EUR", 1.0),
    _town("Leipzig", "Saxony", "DE", "Leipzig, Germany|Leipzig", "EUR", 0.9),
    _town("Vienna", "Vienna", "AT", "Vienna, Austria|Wien", "EUR", 0.95),
    _town("Zurich", "Zurich", "CH", "Zürich, Switzerland|Zurich, CH", "CHF", 1.75),
    _town(
        "Amsterdam", "North Holland", "NL", "Amsterdam, Netherlands|Amsterdam, The Netherlands|Amsterdam", "EUR", 1.1
    ),
    _town("London", "England", "GB", "London, United Kingdom|London, UK|London", "GBP", 1.05),
    _town("Manchester", "England", "GB", "Manchester, UK|Manchester, England", "GBP", 0.85),
    _town("Edinburgh", "Scotland", "GB", "Edinburgh, Scotland|Edinburgh, UK", "GBP", 0.85),
    _town("Dublin", "Leinster", "IE", "Dublin, Ireland|Dublin", "EUR", 1.15),
    _town("Paris", "Île-de-France", "FR", "Paris, France|Paris", "EUR", 1.0),
    _town("Lyon", "Auvergne-Rhône-Alpes", "FR", "Lyon, France", "EUR", 0.85),
    _town("Barcelona", "Catalonia", "ES", "Barcelona, Spain|Barcelona", "EUR", 0.8),
    _town("Lisbon", "Lisbon", "PT", "Lisbon, Portugal|Lisboa", "EUR", 0.7),
    _town("Warsaw", "Masovia", "PL", "Warsaw, Poland|Warszawa", "PLN", 3.0),
    _town("Stockholm", "Stockholm", "SE", "Stockholm, Sweden|Stockholm", "SEK", 10.5),
    _town("New York", "NY", "US", "New York, NY|New York City, NY|NYC", "USD", 2.0),
    _town(
        "San Francisco",
        "CA",
        "US",
        "San Francisco, CA|San Francisco|San Francisco, California, United States",
        "USD",
        2.2,
    ),
    _town("Austin", "TX", "US", "Austin, TX|Austin, Texas", "USD", 1.7),
    _town("Seattle", "WA", "US", "Seattle, WA|Seattle, Washington, USA", "USD", 2.0),
    _town("Chicago", "IL", "US", "Chicago, IL|Chicago", "USD", 1.7),
    _town("Boston", "MA", "US", "Boston, MA|Boston, Massachusetts", "USD", 1.9),
    _town("Denver", "CO", "US", "Denver, CO|Denver, Colorado", "USD", 1.65),
    _town("Toronto", "Ontario", "CA", "Toronto, ON|Toronto, Ontario, Canada|Toronto, Canada", "CAD", 1.6),
    _town("Vancouver", "British Columbia", "CA", "Vancouver, BC|Vancouver, Canada", "CAD", 1.55),
    _town("Bengaluru", "Karnataka", "IN", "Bengaluru, India|Bangalore, Karnataka", "INR", 38.0),
    _town("Singapore", None, "SG", "Singapore", "SGD", 1.5),
    _town("Sydney", "New South Wales", "AU", "Sydney, Australia|Sydney, NSW", "AUD", 1.8),
)

BY_CITY = {town.place.city: town for town in TOWNS}

EUROPE = ("DE", "AT", "CH", "NL", "GB", "IE", "FR", "ES", "PT", "PL", "SE")

# (as the location field says it, the area as it is meant, the country to pay by)
REMOTE_SCOPES = {
    "europe": (
        ("Remote – Europe", "Europe"),
        ("Remote (EU)", "EU"),
        ("Remote, EMEA", "EMEA"),
        ("Europe (Remote)", "Europe"),
    ),
    "DE": (("Remote, Germany", "Germany"), ("Remote – Deutschland", "Germany"), ("Germany (Remote)", "Germany")),
    "GB": (("Remote – UK", "United Kingdom"), ("UK Remote", "United Kingdom")),
    "US": (("Remote – US", "US"), ("Remote, United States", "US"), ("US-Remote", "US"), ("Remote (US only)", "US")),
    "CA": (("Remote – Canada", "Canada"), ("Remote, Canada", "Canada")),
    "any": (("Remote", None), ("Remote – Worldwide", "Worldwide"), ("Anywhere", "Worldwide")),
}
