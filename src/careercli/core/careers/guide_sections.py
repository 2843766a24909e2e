"""The sections of a guide, by id."""

#: The sections of a guide, in the order in which they are shown.
SECTIONS = (
    "at-a-glance",
    "introduction",
    "description",
    "day-in-the-life",
    "daily-tasks",
    "fit",
    "how-to-become",
    "after-school",
    "career-change",
    "pay",
    "costs",
    "education",
    "hard-skills",
    "soft-skills",
    "pros-cons",
    "rewards",
    "seniority",
    "growth",
    "outlook",
    "related",
    "industries",
    "collaboration",
    "practices",
    "responsibility",
    "freelance",
    "before-you-start",
    "lessons",
    "myths",
    "fun-facts",
    "faq",
    "words",
    "sources",
)
#: What the program writes itself, from the bibliography and the glossary.
MADE_SECTIONS = ("words", "sources")
#: Sections that came later, which a guide of one's own may lack.
LATER_SECTIONS = ("after-school", "career-change")
