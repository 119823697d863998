"""The sentence that closes a role, and the many that only speak of closing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.closed import closed
from jobfinder.read.dom import parse
from read.labelled import FOLDER, hostile, rows


@pytest.mark.parametrize(
    "sentence",
    [
        "We are no longer accepting applications.",
        "No longer accepting applications",
        "This position has been filled.",
        "Sorry, this position has been filled",
        "This job is no longer available.",
        "The job you are looking for is no longer available.",
        "The job posting you're looking for has expired.",
        "Job 12345 is no longer available",
        "Applications for this role are closed.",
        "Applications are now closed.",
        "The application deadline has passed.",
        "Job closed",
        "Position filled.",
        "This vacancy has now closed.",
        "This job posting is no longer active.",
        "The position is currently not accepting applications.",
        "We have filled this role",
        "Diese Stelle ist leider nicht mehr verfügbar.",
        "Stelle ist nicht mehr verfügbar",
        "Die Stelle, die du suchst, ist nicht mehr verfügbar.",
        "Die Stelle wurde bereits besetzt.",
        "Diese Stellenanzeige ist abgelaufen.",
        "Wir nehmen für diese Stelle keine weiteren Bewerbungen mehr entgegen.",
        "Cette offre n'est plus disponible.",
        "Ce poste a été pourvu.",
        "L'offre d'emploi a expiré.",
        "Les candidatures sont closes.",
        "Esta oferta ya no está disponible.",
        "Esta vacante ha sido cubierta.",
        "Ya no se aceptan candidaturas.",
        "Deze vacature is helaas niet meer beschikbaar.",
        "L'offerta di lavoro non è più disponibile.",
        "La posizione è stata chiusa.",
        "Esta vaga não está mais disponível.",
        "As inscrições estão encerradas.",
        "Oferta jest nieaktualna.",
        "Rekrutacja została zakończona.",
        "Nabídka již není aktuální.",
        "Tato pozice je již obsazena.",
        "Annonsen är inte längre tillgänglig.",
        "Tjänsten är tillsatt.",
        "Stillingen er ikke lenger ledig.",
        "Jobopslaget er udløbet.",
        "Työpaikka ei ole enää avoinna.",
        "Az állás már nem elérhető.",
        "Error: The requested job could not be found.",
        "The position you are looking for was not found.",
    ],
)
def test_closures_are_quoted(sentence: str) -> None:
    assert closed(f"Acme | Jobs\n\nCook\n{sentence}\nSee all jobs") == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Applications close on 3 May.",
        "Applications are closed on 5 May.",
        "We will keep this open until the position is filled.",
        "Open until the position has been filled.",
        "The position will be filled on a rolling basis.",
        "If this role has been filled, we will let you know.",
        "Once the position has been filled, the posting is closed.",
        "This job may be closed at any time.",
        "This posting will be removed when filled.",
        "We are no longer accepting applications from recruiters.",
        "We are no longer accepting applications by email.",
        "You closed deals and filled positions.",
        "This is a full-time position filled with adventure.",
        "The job is based in a closed environment.",
        "Wir freuen uns auf deine Bewerbung, bis die Stelle besetzt ist.",
        "Sobald die Stelle besetzt ist, informieren wir dich.",
        "Die Stelle ist ab sofort zu besetzen.",
        "Le poste est à pourvoir immédiatement.",
        "La oferta está abierta.",
        "De vacature is open.",
        "Pokud je pozice již obsazena, ozveme se.",
        "Om tjänsten är tillsatt hör vi av oss.",
        "The requested page could not be found.",
        "This role does not exist in a vacuum.",
        "Nabídka platí do odvolání.",
        "Se la posizione è chiusa, ti contatteremo.",
        "",
    ],
)
def test_ordinary_descriptions_are_not_closed(sentence: str) -> None:
    assert closed(f"Cook\n{sentence}\nApply now") is None


def test_real_descriptions_are_not_closed() -> None:
    texts = [value for row in rows("postings_gold.jsonl") for value in row.values() if isinstance(value, str)]
    texts += [row["text"] for name in ("yoe", "de_yoe", "fr_yoe", "es_yoe", "skills") for row in rows(f"{name}.jsonl")]
    assert any(len(text) > 500 for text in texts)
    assert [closed(text) for text in texts if closed(text)] == []


def test_a_recorded_closure() -> None:
    path = FOLDER.parent / "payloads" / "smartrecruiters" / "jobwatch_smartrecruiters_expired.html"
    if not path.exists():
        pytest.skip(f"recorded pages are not here: {path}")
    assert closed(parse(path.read_bytes(), "https://acme.example/").text()) == "This job has expired"


@pytest.mark.timeout(60)
def test_hostile_text_is_read() -> None:
    more = ["job ", "job is ", "stelle ", "the job you a ", "offre ist ", "job you are "]
    for text in (*hostile(), *((seed * 100_000)[:100_000] for seed in more)):
        assert closed(text) is None


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    closed(text)
