"""What one studies for an occupation, by one rule, so that a card, a list and a limit never contradict."""

from careercli.core.careers.occupation import APPRENTICESHIP, Occupation
from careercli.core.careers.study import YEARS, Level, Study, Then

_LEVELS: dict[str, Level] = {
    "No formal educational credential": "none",
    "High school diploma or equivalent": "school",
    "Postsecondary nondegree award": "vocational",
    "Some college, no degree": "college",
    "Associate's degree": "associate",
    "Bachelor's degree": "bachelor",
    "Master's degree": "master",
    "Doctoral or professional degree": "doctorate",
}
_DEGREES: tuple[Level, ...] = ("doctorate", "master", "bachelor", "associate")
#: Years of study that a job zone is defined by, from the least to the most.
_OF_ZONE: dict[int, tuple[float, float]] = {1: (0, 0), 2: (0, 1), 3: (0, 2), 4: (4, 4), 5: (6, 8)}
_HALF = 50.0


def study_of(occupation: Occupation) -> Study | None:
    """What one studies for an occupation; None where nothing is published.

    What is officially asked, raised to what at least half of those who do it have where the survey of workers, by the
    job zone, says so too: either alone would mistake what people happen to have for what is needed. Where the
    official entry counts a larger group it is raised to what the occupation's own zone asks for; never lowered.
    """
    asked = _LEVELS.get(occupation.education or "")
    if asked is None:
        return None
    zone = _OF_ZONE.get(occupation.job_zone or 0)
    if zone and occupation.outlook and not occupation.outlook.of.own:
        return _of_group(zone, asked, occupation)
    raised = min(zone[0], YEARS[level_held(occupation)]) if zone else 0.0
    if raised > YEARS[asked]:
        return Study(level=_at(raised), how="mostly", then=_then(occupation))
    return Study(level=asked, then=_then(occupation))


def official_name(study: Study) -> str:
    """What the projections call the level of a study."""
    return next((name for name, level in _LEVELS.items() if level == study.level), "")


def level_held(occupation: Occupation) -> Level:
    """The highest degree that at least half of those who do it have, or a higher one; `none` where it is none."""
    held, share = occupation.education_held, 0.0
    for degree in _DEGREES if held else ():
        share += held.shares.get(degree, 0.0) if held else 0.0
        if share >= _HALF:
            return degree
    return "none"


def _of_group(zone: tuple[float, float], asked: Level, occupation: Occupation) -> Study:
    """What is asked of a larger group, or the least that the zone of the occupation alone asks for."""
    low, high = zone
    if low >= YEARS["bachelor"]:
        return Study(level=_at(max(YEARS[asked], low)), how="mostly")
    if YEARS[asked] > high:
        return Study(level=asked, how="up-to")
    return Study(level=asked, then=_then(occupation))


def _at(years: float) -> Level:
    """The level that takes so many years: of several the last, which is a degree where there is one."""
    return [level for level, taken in YEARS.items() if taken <= years][-1]


def _then(occupation: Occupation) -> Then | None:
    """What follows the studies, where that is long."""
    training: dict[str, Then] = {
        APPRENTICESHIP: "apprenticeship",
        "Internship/residency": "residency",
        "Long-term on-the-job training": "training",
    }
    worked: dict[str, Then] = {"Less than 5 years": "experience", "5 years or more": "years"}
    return training.get(occupation.training or "") or worked.get(occupation.experience or "")
