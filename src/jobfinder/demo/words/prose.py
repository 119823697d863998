"""Sentences that any English posting or company site may hold. Joined by `texts` and `wire.sites`."""

from __future__ import annotations

ABOUT = (
    "{name} builds {product} for {customers}. {hard}",
    "At {name} we make {product}. Our users are {customers}. {hard}",
    "Since {founded}, {name} has been building {product}, used every day by {customers}. {hard}",
    "{customers_cap} rely on {name} for {product}. {hard}",
)
COMPANY_STYLE = (
    "We are a team of about {headcount} people with our head office in {city}, profitable and mostly quiet about it.",
    "Around {headcount} of us work from {city} and from home, in small teams that own what they ship.",
    "We are {headcount} colleagues from thirty countries, founded in {founded} in {city} and still led by the "
    "people who started it.",
    "Founded in {founded}, we have grown to {headcount} people without hurrying, because our customers stay.",
)
YEARS = (
    "{years}+ years of professional experience in a similar role",
    "At least {years} years of hands-on work in this field",
    "You bring a minimum of {years} years of relevant experience",
    "{years}-{more} years of experience, ideally in a product company",
)
SKILL_LINES = (
    "Strong command of {a} and good judgement about when not to use it",
    "Production experience with {a} and {b}",
    "Hands-on knowledge of {a}, {b} or something close to them",
    "You can explain how {a} fails, because you have seen it fail",
    "Confident with {a}; {b} will not scare you",
    "Solid practice in {a}, including its less pleasant corners",
    "You have shipped something that depends on {a} and kept it running for more than a year",
)
MANNER = (
    "You write clearly: proposals, reviews, and the message that says that you were wrong",
    "Very good English, spoken and written",
    "You prefer finishing to starting",
    "You ask why before you ask how",
    "Experience in working with people in other time zones",
    "A calm manner when things are on fire",
    "You like to teach and do not mind being taught",
    "A degree in computer science or a related field, or experience that makes the question moot",
    "Bachelor's degree or equivalent practical experience",
)
NICE_LINES = (
    "Experience with {a}",
    "Some exposure to {a}, at work or for fun",
    "You have used {a} in anger",
    "Knowledge of {a} or the wish to learn it",
)
BENEFITS = (
    "30 days of paid leave, and we look at you strangely if you do not take them",
    "A learning budget of 1,500 a year and the time to use it",
    "Share options for everybody, with the numbers explained",
    "Sixteen weeks of parental leave at full pay for either parent",
    "A laptop of your choice and a proper chair at home",
    "Public transport pass or a leased bicycle",
    "Health cover for you and your family from the first day",
    "Four-day weeks in August",
    "Pension contributions of five percent",
    "One company week a year, always reachable by train",
    "No meetings on Wednesdays, enforced by custom",
    "401(k) with a 4% match",
)
PROCESS = (
    "Our process: a call of thirty minutes, a practical exercise that we pay for, and an afternoon with the team. "
    "We answer within a week at each stage.",
    "You will talk to three people, see real code, and hear from us within five working days whichever way it goes.",
    "Please send a few lines about something you built. Cover letters are welcome and not required.",
    "We read every application ourselves. No software ranks you.",
)
EQUALITY = (
    "{name} is an equal opportunity employer. We welcome applications from people of every background, age, "
    "orientation and identity.",
    "We hire for what people can do. If you meet most of the list and not all of it, apply anyway.",
    "We are committed to accessible hiring; tell us what you need and we will arrange it.",
)
AUTHORIZATION = (
    "Visa sponsorship is available for this position.",
    "We are unable to sponsor visas for this role; you need the right to work in {country}.",
    "We help with relocation and paperwork.",
    "Applicants must be authorized to work in {country} without sponsorship.",
)
WORKPLACE = {
    "remote": (
        "This role is fully remote within {scope}; we meet in person twice a year.",
        "You can work from anywhere in {scope}, with at least four hours of overlap with Central European Time.",
        "Remote within {scope}. Our offices are open to you, but nobody counts.",
    ),
    "hybrid": (
        "We work in a hybrid way: two days a week in the {city} office, the rest is up to you.",
        "You will be in our {city} office on Tuesdays and Thursdays.",
    ),
    "onsite": (
        "The role is based on site in {city}, because the work is.",
        "This position is in our {city} office, five days a week.",
    ),
}
PAY = {
    "year": (
        "The salary range for this role is {low} - {high} per year, depending on experience.",
        "Base salary: {low} to {high} annually, plus share options.",
        "We pay between {low} and {high} gross per year and publish our levels.",
        "Compensation: {low}–{high} p.a.",
    ),
    "month": ("Salary: {low} - {high} gross per month on an employment contract.", "Pay: {low}–{high} monthly."),
    "hour": ("The rate is {low} - {high} per hour.", "Hourly pay between {low} and {high}."),
}
HEADINGS = {
    "duties": ("What you will do", "Your role", "Responsibilities", "In this job you will", "What you'll own"),
    "needs": ("What we are looking for", "About you", "Requirements", "You bring", "Who you are", "Must have"),
    "nice": ("Nice to have", "Bonus points", "Preferred qualifications", "It helps if you have"),
    "benefits": ("What we offer", "Benefits", "Why join us", "Perks"),
}
