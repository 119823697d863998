"""The languages that the work needs, in English, German, French and Spanish."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.spoken import spoken
from read.labelled import hostile

ASKED = [
    ("Fluent in English", "English C1 required"),
    ("Excellent English (other languages a plus)", "English C1 required"),
    (
        "You write fluent English (a must); Swedish or Dutch is a big plus",
        "English C1 required; Swedish welcome; Dutch welcome",
    ),
    ("Good English; German is a plus (most suppliers are German-speaking)", "English B2 required; German welcome"),
    ("Good English/Thai skills required", "English B2 required; Thai B2 required"),
    ("Fluent in English or German required", "English C1 welcome; German C1 welcome"),
    ("You are fluent in English and French.", "English C1 required; French C1 required"),
    ("Verhandlungssicheres Deutsch", "German C1 required"),
    ("Deutsch mindestens B2", "German B2 required"),
    ("Deutschkenntnisse mindestens auf B2-Niveau", "German B2 required"),
    ("Dutch is a plus", "Dutch welcome"),
    ("Fluent English; German is a plus.", "English C1 required; German welcome"),
    ("Fluent English, German is a plus.", "English C1 required; German welcome"),
    ("Our working language is English", "English required"),
    ("Deutsch (C1) und Englisch (B2)", "German C1 required; English B2 required"),
    ("Sehr gute Deutsch- und Englischkenntnisse in Wort und Schrift", "German C1 required; English C1 required"),
    ("Fließende Deutschkenntnisse und gute Englischkenntnisse", "German C1 required; English B2 required"),
    ("Deutsch als Muttersprache, fließendes Englisch", "German native required; English C1 required"),
    ("Excellent spoken and written skills in English", "English C1 required"),
    ("English is required", "English required"),
    ("English is not required but a plus", "English welcome"),
    ("Anglais courant exigé", "English C1 required"),
    ("Vous avez un bon niveau d'anglais", "English B2 required"),
    ("La maîtrise de l'anglais est un plus", "English welcome"),
    ("Anglais courant souhaité", "English C1 welcome"),
    ("Français langue maternelle", "French native required"),
    ("Nivel alto de inglés", "English C1 required"),
    ("Inglés B2 mínimo", "English B2 required"),
    ("Inglés avanzado y español nativo", "English C1 required; Spanish native required"),
    ("You speak English or German", "English welcome; German welcome"),
    ("Bilingual Spanish and English", "Spanish C2 required; English C2 required"),
    ("Spanish speaking required", "Spanish required"),
    ("German-speaking Customer Support Agent", "German required"),
    ("Ability to communicate in Mandarin", "Chinese required"),
    ("Conversational French", "French B1 required"),
    ("Proficient in English and good Spanish", "English C1 required; Spanish B2 required"),
    ("English: C1", "English C1 required"),
    ("English: fluent / German: basic", "English C1 required; German A2 required"),
    ("Du sprichst fließend Deutsch", "German C1 required"),
    ("Du sprichst Deutsch und Englisch", "German required; English required"),
    ("Idealerweise sprichst du auch Französisch", "French welcome"),
    ("Französischkenntnisse sind von Vorteil", "French welcome"),
    ("Native English speaker", "English native required"),
    ("Native or fluent English", "English C1 required"),
    ("Languages: English", "English required"),
    ("Languages\n- English\n- French", "English required; French required"),
    ("Nice to have\n- Japanese", "Japanese welcome"),
    ("Hebrew (native) and good English", "English B2 required; Hebrew native required"),
    ("Sicherer Umgang mit der deutschen Sprache", "German C1 required"),
    ("Full professional proficiency in English", "English C1 required"),
    ("Must be able to read and write in English", "English required"),
    ("You speak and write Dutch and English fluently", "Dutch C1 required; English C1 required"),
    ("Knowledge of Italian would be an advantage", "Italian welcome"),
    ("Additional languages such as Spanish or French are a plus", "Spanish welcome; French welcome"),
    ("Strong command of English (C1)", "English C1 required"),
    ("German and English at B2 level", "German B2 required; English B2 required"),
    ("Knowledge of German is desirable", "German welcome"),
    ("Nivel de inglés: intermedio", "English B1 required"),
    ("Inglés deseable", "English welcome"),
    ("Se valorará inglés", "English welcome"),
    ("Maîtrise de l'anglais", "English required"),
    ("Fluência: fluent Portuguese", "Portuguese C1 required"),
    ("fluent english", "English C1 required"),
    ("Working knowledge of English", "English B2 required"),
    ("Deine Deutschkenntnisse sind verhandlungssicher", "German C1 required"),
    ("Sehr gutes Deutsch in Wort und Schrift", "German C1 required"),
    ("Fluency in English is required and French is preferred", "English C1 required; French welcome"),
    ("English level B2 or higher", "English B2 required"),
    ("You have a good level of English (B2/C1)", "English B2 required"),
    ("You need to speak Swedish and English", "Swedish required; English required"),
    ("Fluency in both the German and English language is a must", "German C1 required; English C1 required"),
    (
        "Fluent spoken German (native level), good English",
        "German native required; English B2 required",
    ),
    ("You can explain lamps in spoken English (German would be a plus).", "English required; German welcome"),
    ("We need a German & English speaking Head Gardener", "German required; English required"),
    ("Being bilingual in French or Spanish is an asset", "French C2 welcome; Spanish C2 welcome"),
    ("Fluent in English, knowledge of German is an asset", "English C1 required; German welcome"),
    ("Excellent communication skills in both written and spoken English", "English C1 required"),
    ("Excellent spoken and written English", "English C1 required"),
    ("English as your mother tongue", "English native required"),
    ("Your English is fluent", "English C1 required"),
    ("You are proficient in English.", "English C1 required"),
    ("Minimum B2 level of English", "English B2 required"),
    ("Italian and English, both at C1 level", "Italian C1 required; English C1 required"),
    ("Sie sprechen fließend Deutsch und Englisch", "German C1 required; English C1 required"),
    ("Sie verfügen über ausgezeichnete Deutschkenntnisse in Wort und Schrift", "German C1 required"),
    ("Deutschkenntnisse (mind. B1)", "German B1 required"),
    ("Deutschkenntnisse sind erforderlich, Englischkenntnisse wünschenswert", "German required; English welcome"),
    ("Sehr gute Englischkenntnisse, Deutsch von Vorteil", "English C1 required; German welcome"),
    (
        "Muttersprachliche Deutschkenntnisse und verhandlungssicheres Englisch",
        "German native required; English C1 required",
    ),
    ("Grundkenntnisse in Deutsch", "German A2 required"),
    ("Gute Kenntnisse der englischen Sprache", "English B2 required"),
    ("Vous parlez couramment anglais", "English C1 required"),
    ("L'anglais serait un plus", "English welcome"),
    ("Anglais : courant", "English C1 required"),
    (
        "Vous maîtrisez parfaitement le français et l'anglais à l'oral comme à l'écrit",
        "English C1 required; French C1 required",
    ),
    ("Bilingue français/anglais", "French C2 required; English C2 required"),
    ("Notions d'anglais", "English A2 required"),
    ("Allemand niveau C1", "German C1 required"),
    ("Anglais obligatoire", "English required"),
    ("Espagnol apprécié", "Spanish welcome"),
    ("Inglés fluido", "English C1 required"),
    ("Dominio del inglés (C1)", "English C1 required"),
    ("Inglés intermedio", "English B1 required"),
    ("Se valorará alemán", "German welcome"),
    ("Catalán y castellano nativo", "Catalan native required; Spanish native required"),
    ("Imprescindible inglés alto", "English C1 required"),
    ("Francés valorable", "French welcome"),
]
NOT_ASKED = [
    "You write to Korean-speaking guests",
    "Our customers speak Danish",
    "Submit your résumé in English",
    "We are an English-speaking team",
    "You know the German market",
    "Programming languages: Python and Go",
    "English-speaking countries",
    "Support our French customers",
    "We offer German lessons",
    "Please send your CV in English",
    "Polish your skills",
    "No German required",
    "German is not required",
    "Keine Deutschkenntnisse erforderlich",
    "Experiencia en el mercado español",
    "Connaissance du marché allemand",
    "Knowledge of German tax law",
    "Du arbeitest bei der Deutschen Bank",
    "im deutschsprachigen Raum",
    "A degree in English literature",
    "English breakfast is served",
    "You will teach English classes",
    "Learn German with us",
    "Willingness to learn German",
    "Clientes en el mercado francés y alemán",
    "L'entreprise est leader du marché français",
    "We serve Italian food",
    "Kenntnisse im deutschen Steuerrecht",
    "The role covers the Spanish and Portuguese markets",
    "Nous livrons nos clients allemands et italiens",
    "Buscamos clientes alemanes en el mercado inglés",
    "Wir haben Büros in Deutschland und Spanien",
    "French press coffee for everyone",
    "You know Polish labour law and Dutch GAAP",
    "Kostenlose Deutschkurse",
    "Nous proposons des cours d'anglais",
    "Clases de inglés gratuitas",
    "The interviews are held by our English colleagues",
    "Danish design is what we love",
    "No se requiere inglés",
    "Pas besoin de parler anglais",
    "You don't need to speak German.",
    "No knowledge of Dutch is required",
    "We translate books from English",
    "German engineering at its best",
    "Bewerbung gerne auf Englisch",
    "",
]
LEVELS = {None, "A1", "A2", "B1", "B2", "C1", "C2", "native"}


def said(text: str, language: str | None = None) -> set[str]:
    """What is read, as the tables write it."""
    return {
        " ".join(filter(None, (one.value.language, one.value.level, "required" if one.value.required else "welcome")))
        for one in spoken(text, language)
    }


@pytest.mark.parametrize(("text", "wanted"), ASKED)
def test_asked(text: str, wanted: str) -> None:
    assert said(f"We make lamps.\n{text}\nThe office has plants.") == set(wanted.split("; "))


@pytest.mark.parametrize("text", NOT_ASKED)
def test_not_asked(text: str) -> None:
    assert said(f"We make lamps.\n{text}\nThe office has plants.") == set()


def test_the_sentence_is_quoted_with_its_place() -> None:
    text = "We make lamps. You are fluent in Danish. We like plants."
    (found,) = spoken(text, "en")
    assert found.quote == text[found.start : found.end] == "You are fluent in Danish."


def test_languages_come_in_the_order_of_the_text() -> None:
    found = spoken("Fluent Dutch is required.\nGood Czech is required.\nBasic Thai is welcome.", "en")
    assert [one.value.language for one in found] == ["Dutch", "Czech", "Thai"]


def test_the_firmer_of_two_statements_counts() -> None:
    assert said("German is a plus.\nFluent German is required.") == {"German C1 required"}
    assert said("Fluent German is required.\nGerman is a plus.") == {"German C1 required"}


def test_a_text_in_one_language_is_not_searched_for_names_of_another() -> None:
    assert said("Kenntnisse: Italien, Spanien", "de") == set()
    assert said("Fluent English", "de") == {"English C1 required"}


@pytest.mark.parametrize("language", [None, "en", "xx"])
def test_english_names_are_always_known(language: str | None) -> None:
    assert said("Fluent in Korean", language) == {"Korean C1 required"}


PLAIN = st.sampled_from(
    [
        "We make lamps for the whole world.",
        "Wir sitzen mitten in der Stadt.",
        "Nous aimons les plantes.",
        "Somos un equipo alegre.",
        "We deliver to German and French customers.",
    ]
)
TEXTS = st.sampled_from([text for text, _ in ASKED if "\n" not in text])
FORMS = st.sampled_from(["- {}", "• {}", "* {}\r\n", "\n\n{}\n\n", "  {}  ", "·\t{}"])


@given(TEXTS, PLAIN, PLAIN)
def test_an_unrelated_sentence_changes_nothing(text: str, before: str, after: str) -> None:
    assert said(f"{before}\n{text}\n{after}") == said(text)


def test_a_row_that_names_a_language_is_no_heading_of_what_follows() -> None:
    assert said("Languages: English\nWe deliver to German and French customers.") == said("Languages: English")


@given(TEXTS, FORMS)
def test_bullets_and_line_breaks_change_nothing(text: str, form: str) -> None:
    assert said(form.format(text)) == said(text)


@given(TEXTS)
def test_case_changes_nothing(text: str) -> None:
    assert said(text.upper()) == said(text.lower()) == said(text)


@given(st.text(), st.sampled_from([None, "en", "de", "fr", "es", "nl"]))
def test_any_text_is_read(text: str, language: str | None) -> None:
    assert all(one.value.level in LEVELS for one in spoken(text, language))


@pytest.mark.timeout(30)
def test_hostile_text_is_read_in_linear_time() -> None:
    words = ["German ", "fluent in ", "English, ", "Deutsch und ", "l'anglais ", "level B2 ", "(French "]
    for text in [*hostile(), *((word * (100_000 // len(word) + 1))[:100_000] for word in words)]:
        spoken(text, None)
