"""Sites on which companies have profiles: never a company's own site, never its careers page.

Data, read by `read.job_posting` and `read.site_links`. To extend: a registrable domain in PROFILES.
"""

from __future__ import annotations

_PROFILES = """
linkedin.com facebook.com twitter.com x.com instagram.com youtube.com github.com glassdoor.com indeed.com xing.com
wikipedia.org wikidata.org crunchbase.com tiktok.com kununu.com google.com medium.com threads.net apple.com
"""
PROFILES = frozenset(_PROFILES.split())
