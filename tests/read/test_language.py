"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.language import code, language
from read.labelled import hostile

TEXTS = {
    "en": "We are looking for an engineer who will build the services that our customers use, and you will have time.",
    "de": "Wir suchen eine Ingenieurin, die mit uns Dienste für unsere Kunden baut, und du hast Zeit.",
    "fr": "Nous cherchons une personne pour notre équipe qui construit les services que nos clients utilisent.",
    "es": "Buscamos una persona para nuestro equipo que construya los servicios que usan nuestros clientes.",
    "nl": "Wij zoeken een collega voor ons team die de diensten bouwt die onze klanten elke dag gebruiken.",
    "it": "Cerchiamo una persona per il nostro team che costruisca i servizi usati dai clienti della nostra azienda.",
    "pt": "Procuramos uma pessoa para a nossa equipa que vai construir os serviços que são usados por clientes.",
}


@pytest.mark.parametrize("name", TEXTS)
def test_languages(name: str) -> None:
    assert language(TEXTS[name]) == name


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "Senior Engineer and the team",
        "Python Kubernetes Docker PostgreSQL Kafka Redis Terraform Ansible Grafana Prometheus Helm Vault Consul Nomad",
        "Szukamy osoby do naszego zespołu, która będzie tworzyć usługi dla klientów na całym świecie każdego dnia.",
        " ".join([TEXTS["en"]] * 3 + [TEXTS["de"]] * 4),
    ],
)
def test_unsure_is_unknown(text: str | None) -> None:
    assert language(text) is None


def test_codes() -> None:
    assert [code(stated) for stated in ("de-DE", "en_US", "FR", "German", "zh-Hans-CN")] == [
        "de",
        "en",
        "fr",
        "de",
        "zh",
    ]
    assert [code(stated) for stated in (None, "", "not a language", "1")] == [None] * 4


@pytest.mark.timeout(30)
def test_hostile_text_is_read() -> None:
    for text in hostile():
        language(text)
        code(text)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    language(text)
    code(text)
