"""What one studies for a career: told in one phrase and counted in years."""

from typing import Literal

from careercli.core.careers.model import Model

Level = Literal["none", "school", "vocational", "college", "associate", "bachelor", "master", "doctorate"]
Then = Literal["apprenticeship", "residency", "training", "experience", "years"]
#: What is learned at work in the occupation itself or below it, before one gets in.
WORKED: tuple[Then, ...] = ("experience", "years")

#: Years after school that a level usually takes in the United States (our reading).
YEARS: dict[Level, float] = {
    "none": 0.0,
    "school": 0.0,
    "vocational": 1.0,
    "college": 1.0,
    "associate": 2.0,
    "bachelor": 4.0,
    "master": 6.0,
    "doctorate": 8.0,
}
#: Years after the end of school to a diploma of a national framework, by its level.
YEARS_TO_DIPLOMA = {3: 0.0, 4: 0.0, 5: 2.0, 6: 3.0, 7: 5.0, 8: 8.0}


class Study(Model, frozen=True, kw_only=True, omit_defaults=True):
    """What one studies for a career.

    `level`: what is usually asked; what most have, where `how` says so, or what its larger group asks for. `then` is
    what follows it. `least` and `most` are the years that a guide gives. `diploma` is the level in the framework of the
    reader's country, 3 to 8, which counts instead where it is told, `to_diploma` the years to it where they are others.
    """

    level: Level | None = None
    how: Literal["asked", "mostly", "up-to"] = "asked"
    then: Then | None = None
    least: float | None = None
    most: float | None = None
    diploma: int | None = None
    to_diploma: int | None = None

    @property
    def years(self) -> float | None:
        """Years after school; of a guide between its own least and most, the least where nothing else is known."""
        usual = YEARS[self.level] if self.level else None
        if self.diploma:
            usual = self.to_diploma or YEARS_TO_DIPLOMA[self.diploma]
        if self.least is None:
            return usual
        return self.least if usual is None else max(self.least, min(usual, self.most or usual))
