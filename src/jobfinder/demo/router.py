"""Who answers: the provider, the aggregator or the company whose host was asked. Called by `server`."""

from __future__ import annotations

from jobfinder.demo.addresses import AGGREGATOR
from jobfinder.demo.aggregator_routes import aggregator_site
from jobfinder.demo.answer import Answer, missing, text
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.live import Live
from jobfinder.demo.provider_routes import HOSTS
from jobfinder.demo.site_routes import company_site

OPEN_TO_ALL = "User-agent: *\nAllow: /\n"
AGGREGATOR_HOSTS = (AGGREGATOR, f"www.{AGGREGATOR}")


def route(live: Live, asked: Incoming) -> Answer:
    """The world's answer. Hosts that are not in it answer 404 to everything."""
    if asked.method not in ("GET", "HEAD"):
        return text("Method not allowed\n", status=405)
    company = live.on_host(asked.host)
    if company:
        return company_site(live, company, asked)
    if asked.host not in HOSTS and asked.host not in AGGREGATOR_HOSTS:
        return missing("There is no such host in this world.")
    if asked.path == "/robots.txt":
        return text(OPEN_TO_ALL)
    provider = HOSTS.get(asked.host)
    return provider(live, asked) if provider else aggregator_site(live, asked)
