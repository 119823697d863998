"""The skills we know by name, with the other names they go by.

Data, read by `read.skills`. One skill a line: its name, then its other names after a colon. A name written with "="
counts only in exactly that case. Names are matched as whole words; "." "-" "/" and spaces between words are
interchangeable. To extend: add a line to the group it belongs to; a name stands once. A name that is also an everyday
word is written with "=" and stands in a guard (`read.terms.guards`), or only in a longer form ("rhino 3d").
"""

from __future__ import annotations

from functools import lru_cache

from jobfinder.read.terms.care import LABORATORY, MEDICINE, NURSING, PHARMA, SOCIAL
from jobfinder.read.terms.cloud import CLOUD, IT_SUPPORT, NETWORKS, SECURITY
from jobfinder.read.terms.code import ENGINEERING, FRAMEWORKS, LANGUAGES
from jobfinder.read.terms.goods import DRIVING, LOGISTICS, OFFICE, RETAIL
from jobfinder.read.terms.guards import CAPITALISED, GUARDED, LISTED, SPOKEN
from jobfinder.read.terms.hardware import ELECTRONICS, EMBEDDED
from jobfinder.read.terms.money import ACCOUNTING, FINANCE, LAW, TAXES
from jobfinder.read.terms.people import MARKETING, PRODUCT, SALES_AND_SERVICE, STAFF
from jobfinder.read.terms.plant import CIVIL, ELECTRICAL, MANUFACTURING, MECHANICAL, PROCESS, QUALITY
from jobfinder.read.terms.public import ADMINISTRATION, MEDIA, RESEARCH, TEACHING
from jobfinder.read.terms.systems import DATA, MACHINE_LEARNING, OPERATIONS
from jobfinder.read.terms.trades import BUILDING, HOSPITALITY, KITCHEN, SERVICES
from jobfinder.read.terms.work import BUSINESS, DESIGN

__all__ = ["CAPITALISED", "GENERAL", "GUARDED", "LISTED", "SPOKEN", "TECHNICAL", "technical"]

TECHNICAL = (
    *(LANGUAGES, FRAMEWORKS, ENGINEERING, DATA, MACHINE_LEARNING, OPERATIONS, DESIGN),
    *(CLOUD, SECURITY, NETWORKS, IT_SUPPORT, EMBEDDED, ELECTRONICS),
)
GENERAL = (
    *(BUSINESS, PRODUCT, MARKETING, SALES_AND_SERVICE, STAFF, ACCOUNTING, FINANCE, TAXES, LAW),
    *(LOGISTICS, DRIVING, RETAIL, OFFICE, MECHANICAL, ELECTRICAL, CIVIL, PROCESS, MANUFACTURING, QUALITY),
    *(NURSING, MEDICINE, LABORATORY, PHARMA, SOCIAL, BUILDING, KITCHEN, HOSPITALITY, SERVICES),
    *(TEACHING, RESEARCH, ADMINISTRATION, MEDIA),
)


@lru_cache(maxsize=1)
def technical() -> frozenset[str]:
    """The skills whose company tells that a sentence speaks of technology."""
    return frozenset(line.partition(":")[0] for group in TECHNICAL for line in group.strip().splitlines())
