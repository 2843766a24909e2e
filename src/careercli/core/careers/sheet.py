"""The sections of an occupation's sheet: which there are, in their order."""

from typing import Literal, get_args

from careercli.core.careers.occupation import Extra, Occupation

SheetSection = Literal[
    "work",
    "pay",
    "place",
    "interests",
    "preparation",
    "outlook",
    "ai",
    "skills",
    "related",
    "imported",
    "missing",
    "sources",
]
SHEET_SECTIONS: tuple[SheetSection, ...] = get_args(SheetSection)


def sections_of(occupation: Occupation, *, place: bool, extra: Extra | None) -> tuple[SheetSection, ...]:
    """The sections that a sheet has, numbered in this order; `place`: there is pay where the person lives."""
    told = (occupation.duties, occupation.setting, occupation.hard, occupation.likes, occupation.conditions)
    asked = (occupation.education, occupation.experience, occupation.training)
    projected = occupation.outlook is not None and occupation.outlook.growth_percent is not None
    there: dict[SheetSection, bool] = {
        "work": any(told),
        "place": place,
        "interests": occupation.interests is not None,
        "preparation": bool(occupation.access or occupation.license or occupation.job_zone or any(asked)),
        "outlook": projected
        or bool(occupation.employment or occupation.leaving)
        or occupation.self_employed_percent is not None,
        "ai": bool(occupation.ai),
        "skills": bool(occupation.skills),
        "related": bool(occupation.related),
        "imported": extra is not None,
        "missing": bool(occupation.missing),
    }
    return tuple(section for section in SHEET_SECTIONS if there.get(section, True))
