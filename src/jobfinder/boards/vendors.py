"""Domains that never tell an employer: makers of boards, job sites, networks, forges, site builders.

Pure data. Read by `boards.registry`. A domain stands for all its subdomains.
"""

from __future__ import annotations

BOARDS = frozenset(
    {
        *("workable.com", "smartrecruiters.com", "recruitee.com", "recruiteecdn.com", "tellent.com", "personio.de"),
        *("myworkdayjobs.com", "myworkdaysite.com", "workday.com", "myworkday.com", "personio.com", "bamboohr.com"),
        *("teamtailor.com", "teamtailor-cdn.com", "breezy.hr", "applytojob.com", "jazz.co", "jazzhr.com", "gem.com"),
        *("rippling.com", "pinpointhq.com", "comeet.com", "comeet.co", "icims.com", "jibecdn.com", "jobvite.com"),
        *("taleo.net", "oraclecloud.com", "successfactors.com", "successfactors.eu", "jobs2web.com", "eightfold.ai"),
        *("phenompeople.com", "avature.net", "ultipro.com", "ultipro.ca", "ukg.com", "paylocity.com", "adp.com"),
        *("paycomonline.net", "paycom.com", "join.com", "homerun.co", "freshteam.com", "zohorecruit.com"),
        *("zohorecruit.eu", "zohorecruit.in", "dover.com", "careers-page.com", "manatal.com", "csod.com"),
        *("dayforcehcm.com", "brassring.com", "softgarden.de", "softgarden.io", "trakstar.com", "recruiterbox.com"),
        *("talentbrew.com", "hibob.com", "hireology.com", "traffit.com", "polymer.co", "governmentjobs.com"),
        *("neogov.com", "jobylon.com", "factorialhr.com", "welcomekit.co", "recruiterflow.com", "crelate.com"),
        *("bullhorn.com", "bullhornstaffing.com", "clearcompany.com", "hrmdirect.com", "peoplestrong.com", "gusto.com"),
        *("talentclue.com", "umantis.com", "concludis.de", "heyrecruit.de", "d-vinci.de", "rexx-systems.com"),
        *("onlyfy.jobs", "prescreen.io", "jobs.cz", "trinethire.com", "isolvedhire.com", "applicantpro.com"),
        *("applicantstack.com", "catsone.com", "jobscore.com", "careerplug.com", "fountain.com", "snagajob.com"),
        *("gupy.io", "kenexa.com", "silkroad.com", "hirehive.com", "recruitcrm.io", "lumesse.com", "tal.net"),
    }
)
JOB_SITES = frozenset(
    {
        *("linkedin.com", "indeed.com", "glassdoor.com", "glassdoor.de", "glassdoor.co.uk", "wellfound.com"),
        *("angel.co", "monster.com", "ziprecruiter.com", "dice.com", "simplyhired.com", "careerbuilder.com"),
        *("stepstone.de", "stepstone.com", "xing.com", "kununu.com", "totaljobs.com", "reed.co.uk", "seek.com.au"),
        *("naukri.com", "infojobs.net", "infojobs.it", "welcometothejungle.com", "otta.com", "builtin.com"),
        *("themuse.com", "remoteok.com", "remoteok.io", "remotive.com", "weworkremotely.com", "himalayas.app"),
        *("jobicy.com", "arbeitnow.com", "nodesk.co", "workingnomads.com", "startup.jobs", "hired.com", "ladders.com"),
        *("ycombinator.com", "workatastartup.com", "adzuna.com", "adzuna.co.uk", "jooble.org", "talent.com"),
        *("usajobs.gov", "arbeitsagentur.de", "jobindex.dk", "finn.no", "pracuj.pl", "justjoin.it", "nofluffjobs.com"),
        *("landing.jobs", "solid.jobs", "startupjobs.cz", "jobteaser.com", "joinhandshake.com", "simplify.jobs"),
        *("flexjobs.com", "jobs.ch", "karriere.at", "jobspresso.co", "levels.fyi", "comparably.com", "dribbble.com"),
    }
)
EVERYBODY = frozenset(
    {
        *("github.com", "github.io", "gitlab.com", "bitbucket.org", "sourceforge.net", "stackoverflow.com"),
        *("twitter.com", "x.com", "facebook.com", "fb.com", "instagram.com", "threads.net", "tiktok.com"),
        *("youtube.com", "youtu.be", "vimeo.com", "medium.com", "substack.com", "reddit.com", "pinterest.com"),
        *("google.com", "goo.gl", "forms.gle", "googleusercontent.com", "notion.so", "notion.site", "notion.com"),
        *("airtable.com", "typeform.com", "jotform.com", "docusign.com", "dropbox.com", "calendly.com"),
        *("bit.ly", "t.co", "lnkd.in", "linktr.ee", "wikipedia.org", "crunchbase.com", "bloomberg.com"),
        *("discord.com", "discord.gg", "slack.com", "telegram.org", "t.me", "whatsapp.com", "mastodon.social"),
        *("bsky.app", "apple.com", "archive.org", "wordpress.com", "wixsite.com", "webflow.io", "squarespace.com"),
    }
)
NOT_EMPLOYERS = BOARDS | JOB_SITES | EVERYBODY
