"""Domains that never tell an employer: makers of boards, job sites, networks, forges, site builders.

Pure data. Read by `boards.registry`. A domain stands for all its subdomains.
"""

from __future__ import annotations

BOARDS = frozenset(
    {
        *("factorialhr.com", "welcomekit.co", "recruiterflow.com", "crelate.com"),
        *("bullhorn.com", "bullhornstaffing.com"),
        *("concludis.de", "heyrecruit.de", "d-vinci.de", "rexx-systems.com"),
        *("onlyfy.jobs", "prescreen.io", "trinethire.com", "isolvedhire.com", "applicantpro.com"),
        *("applicantstack.com", "catsone.com", "jobscore.com", "careerplug.com", "fountain.com", "snagajob.com"),
        *("silkroad.com", "recruitcrm.io", "lumesse.com", "tal.net"),
    }
)
JOB_SITES = frozenset(
    {
        *("monster.com", "ziprecruiter.com", "dice.com", "simplyhired.com", "careerbuilder.com"),
        *("stepstone.de", "stepstone.com", "xing.com", "kununu.com", "totaljobs.com", "reed.co.uk", "seek.com.au"),
        *("naukri.com", "infojobs.net", "infojobs.it", "welcometothejungle.com", "otta.com", "builtin.com"),
        *("startup.jobs", "hired.com", "ladders.com", "jooble.org", "talent.com"),
        *("arbeitsagentur.de", "jobindex.dk", "finn.no", "pracuj.pl", "justjoin.it", "nofluffjobs.com"),
        *("landing.jobs", "jobteaser.com", "joinhandshake.com"),
        *("flexjobs.com", "karriere.at", "jobspresso.co", "levels.fyi", "comparably.com", "dribbble.com"),
    }
)
EVERYBODY = frozenset(
    {
        *("github.com", "github.io", "githubusercontent.com", "gitlab.com", "bitbucket.org", "sourceforge.net"),
        *("stackoverflow.com", "twitter.com", "x.com", "facebook.com", "fb.com", "instagram.com", "threads.net"),
        *("tiktok.com", "youtube.com", "youtu.be", "vimeo.com", "medium.com", "substack.com", "reddit.com"),
        *("pinterest.com", "calendly.com", "dropbox.com"),
        *("google.com", "goo.gl", "forms.gle", "googleusercontent.com", "notion.so", "notion.com"),
        *("airtable.com", "typeform.com", "jotform.com", "docusign.com"),
        *("bit.ly", "t.co", "lnkd.in", "linktr.ee", "wikipedia.org", "crunchbase.com", "bloomberg.com"),
        *("discord.com", "discord.gg", "slack.com", "telegram.org", "t.me", "whatsapp.com", "mastodon.social"),
        *("bsky.app", "apple.com", "archive.org", "wordpress.com", "wixsite.com", "webflow.io", "squarespace.com"),
    }
)
NOT_EMPLOYERS = BOARDS | JOB_SITES | EVERYBODY
