"""Under which names feeds and lists of jobs keep what: plain names ("pubdate", "jobtype"), best first.

Data, read by `read.feed_item`, `read.feed` and `read.records`. To extend to a dialect: add its names to the tuple of
the field they belong to, behind those that say it more clearly.
"""

from __future__ import annotations

TITLE = (
    *("title", "position", "jobtitle", "positionname", "positiontitle", "postingtitle", "vacancytitle", "vacancyname"),
    *("jobopeningname", "jobname", "displayjobtitle", "requisitiontitle", "reqtitle", "externaltitle", "jobadname"),
    *("rolename", "roletitle", "jobpostingtitle", "designation", "stellentitel", "text", "name"),
)
URL = (
    *("link", "url", "joburl", "applyurl", "href", "permalink", "externalurl", "absoluteurl", "hostedurl", "detailurl"),
    *("jobadurl", "publicurl", "postingurl", "careersurl", "weburl", "redirectionurl", "canonicalurl", "joblink"),
    *("detailsurl", "joburi", "urlpath", "jobpath", "path", "uri"),
)
APPLY = ("applyurl", "applicationurl", "applylink", "applicationlink", "externalurl")
ID = (
    *("guid", "id", "jobid", "identifier", "referenceid", "positionid", "vacancyid", "postingid", "requisitionid"),
    *("jobofferkey", "uuid", "uid", "key", "slug"),
)
REQUISITION = ("referencenumber", "requisitionid", "reqid", "requisition", "jobreqid", "reference")
POSTED = (
    *("pubdate", "published", "datepublished", "dateposted", "postedat", "postdate", "date", "publicationdate"),
    *("posteddate", "createdat", "created", "issued", "publishedat", "opendate", "jobposteddate", "publishdate"),
    *(
        "publishstartdate",
        "publicationstartdate",
        "postingdate",
        "postedon",
        "releasedate",
        "createddate",
        "firstpublished",
    ),
)
UPDATED = (
    *("updated", "lastupdate", "datemodified", "modified", "updatedat", "lastmodified", "dateupdated", "updateddate"),
)
CLOSES = (
    *("expiresat", "expires", "expirationdate", "expirydate", "expiry", "validthrough", "validuntil", "closingdate"),
    *("deadline", "applicationdeadline", "closesat", "closedate"),
)
DESCRIPTION = (
    *("encoded", "contenthtml", "content", "description", "jobdescription", "summary", "body", "contenttext"),
    *("descriptionhtml", "jobdetails", "positioncontent", "externaldescription", "longdescription", "fulldescription"),
    *("jobdesc", "descriptiontext", "descriptionplain", "descriptionteaser", "shortdescription", "overview"),
)
COMPANY = (
    *("company", "companyname", "employer", "employername", "hiringorganization", "organization", "organisation"),
    *("startup", "hiringcompany", "organizationname", "brand"),
)
AUTHOR = ("creator", "author", "authors", "source")
COMPANY_URL = ("companyurl", "companywebsite", "employerurl", "website", "companyhomepage")
PLACES = (
    *("location", "locations", "joblocation", "joblocations", "jobgeo", "candidaterequiredlocation", "place", "cities"),
    *("locationname", "primarylocation", "multilocation", "worklocation", "worklocations", "locationsname", "cityname"),
    *(
        "officelocation",
        "locationlist",
        "fulllocation",
        "office",
        "offices",
        "worklocationname",
        "arbeitsort",
        "standort",
    ),
)
CITY, STATE, COUNTRY = ("city", "town", "locality"), ("state", "province"), ("country", "countrycode")
MODE = ("remote", "workplacetype", "remotetype", "remotestatus", "locationtype", "workplace", "workmode", "worktype")
TYPE = (
    *("jobtype", "jobtypes", "employmenttype", "type", "contracttype", "employment", "workinghours", "commitment"),
    *("employeetype", "positiontype", "contracttime", "timetype", "worktime", "employmentstatus", "employmenttypename"),
    *("employmentstatuslabel", "contractlabel", "schedule", "jobschedule"),
)
DEPARTMENT = (
    *("department", "team", "category", "categories", "categoryname", "function", "jobcategory", "departmentname"),
    *("departmentlabel", "teamname", "division", "businessunit", "jobfamily", "jobfunction"),
)
PAY = ("salary", "salaryrange", "compensation", "pay", "wage", "basesalary")
PAY_MIN = ("salarymin", "minsalary", "salaryfrom", "basepayfrom", "minimumsalary", "paymin")
PAY_MAX = ("salarymax", "maxsalary", "salaryto", "basepayto", "maximumsalary", "paymax")
CURRENCY = ("salarycurrency", "currency", "basepaycurrency", "currencycode")
PERIOD = ("salaryperiod", "salarytype", "salaryunit", "salaryinterval", "basepayfrequency")
LOW, HIGH = (
    ("min", "minvalue", "from", "minimum", "minamount", "low"),
    ("max", "maxvalue", "to", "maximum", "maxamount", "high"),
)
EACH = ("period", "unittext", "interval", "unit", "frequency", "type", "per")
LEVEL = ("seniority", "senioritylevel", "experiencelevel", "joblevel", "careerlevel", "level")
LANGUAGE = ("language", "languagecode", "lang", "inlanguage")
