"""The cells of a comparison, but for those on pay: what one row says of one career."""

from collections.abc import Mapping, Sequence

import msgspec

from careercli.core.careers.model import Cost, TimeToEnter
from careercli.core.careers.occupation import APPRENTICESHIP, Occupation
from careercli.core.careers.study_of import official_name
from careercli.core.comparing.compare import section_of
from careercli.core.comparing.reports import Cell, Figure
from careercli.core.text.citations import EDITORIAL, find_citations, replace_citations
from careercli.locale import NO_BREAK, Say, words
from careercli.locale.diploma_words import access_words
from careercli.locale.study_words import study_phrase
from careercli.usecases.compare_frame import (
    NOTHING,
    Frame,
    Subject,
    make_cell,
    outlook_of,
    part_of,
    plain,
    rated_of,
    same_occupation,
)

#: Points and statements that are shown of each side, and the leading skills.
MOST, LEADING = 3, 2

#: The training that takes more than a year.
LONG = ("Long-term on-the-job training", "Internship/residency")
#: Months of training in the trade by its official name; of longer ones only the least is known.
_TRAINING = {
    None: (0, 0),
    "None": (0, 0),
    "Short-term on-the-job training": (0, 1),
    "Moderate-term on-the-job training": (1, 12),
}


def _months(years: int, occupation: Occupation) -> int | list[int] | None:
    """From and to how many months study and training take; None where nobody says how long one of them is."""
    apprenticed = occupation.apprenticeship
    if occupation.experience not in (None, "None"):
        return None
    if apprenticed:
        low, high = apprenticed.low * 12, apprenticed.high * 12
    elif occupation.training in _TRAINING:
        low, high = _TRAINING[occupation.training]
    else:
        return None
    return years * 12 if low == high else [years * 12 + low, years * 12 + high]


class CareerCells:
    """Makes the cells: a method a row. `skills` are the names of the BLS skills."""

    def __init__(self, careers: Sequence[Subject], skills: Mapping[str, str], say: Say, frame: Frame) -> None:
        self.say = say
        self.frame = frame
        self.place = say.country_name(frame.shown, short=True)
        self.skills = {career.id: self._skills_of(career, careers, skills) for career in careers}
        self.official_skills = any(career.role is None for career in careers)
        self.cost_country, self.cost_years = self._told_costs(careers)
        self.common = set.intersection(*(set(names) for names in self.skills.values()))
        self.shared = [name for names in self.skills.values() for name in names]

    def focus(self, career: Subject) -> Cell:
        """What a guide is about; of an occupation what its people do, else its field."""
        if career.role:
            return make_cell(career.role.focus, career.role.focus, self.say)
        if not career.occupation:
            return NOTHING
        if summary := career.occupation.summary.rstrip("."):
            return make_cell(summary, summary, self.say)
        name = career.occupation.family_name
        return make_cell(name, name, self.say, source=self.frame.classification.source)

    def tools(self, career: Subject) -> Cell:
        """The tools of a guide."""
        if not career.role or not career.role.tools:
            return NOTHING
        return make_cell(", ".join(career.role.tools), career.role.tools, self.say)

    def _skills_of(self, career: Subject, all_: Sequence[Subject], names: Mapping[str, str]) -> list[str]:
        """Guides among themselves by our own vocabulary; where an occupation is among them, all by the BLS's."""
        if all(other.role for other in all_):
            assert career.role
            notes = section_of(career.role, "hard-skills").skills
            return list(dict.fromkeys((*career.role.tools, *(note.name for note in notes))))
        listed = list(names.values())
        return [listed[n] for n in career.measures.skills if n < len(listed)]

    def _skill_cell(self, names: list[str], career: Subject, leading: list[str]) -> Cell:
        if not self.skills[career.id]:
            return NOTHING
        text, brief = ", ".join(names) or self.say("none"), ", ".join(leading)
        if not self.official_skills:
            return make_cell(text, names, self.say, brief=brief)
        outlook = outlook_of(career)  # skills are ranked for the codes that are projected
        source, date = self.frame.skill_ranks
        of = outlook.of if outlook else rated_of(career)
        return make_cell(text, names, self.say, source=source, reference=date, of=of, brief=brief)

    def shared_skills(self, career: Subject) -> Cell:
        """The skills that all of the careers share."""
        shared = [name for name in self.skills[career.id] if name in self.common]
        return self._skill_cell(shared, career, shared)

    def own_skills(self, career: Subject) -> Cell:
        """The skills beside those; in brief those that the fewest others have, by their importance."""
        own = [name for name in self.skills[career.id] if name not in self.common]
        return self._skill_cell(own, career, sorted(own, key=self.shared.count)[:LEADING])

    def entry(self, career: Subject) -> Cell:
        """How hard it is to get in, by our judgement."""
        if not career.role:
            return NOTHING
        return make_cell(words.entry_word(career.role.entry, self.say), career.role.entry, self.say)

    def zone(self, career: Subject) -> Cell:
        """The job zone."""
        zone = career.measures.zone
        if zone is None:
            return NOTHING
        text, (source, date) = self.say("{count} of {out_of}", count=zone, out_of=5), self.frame.classification
        return make_cell(text, zone, self.say, source=source, reference=date, of=rated_of(career))

    def badge(self, career: Subject, id_: str) -> Cell:
        """What a guide says at a glance, by the id of the badge."""
        badges = part_of(career, "at-a-glance").badges
        cited = next((badge.text for badge in badges if badge.id == id_), None)
        if cited is None:
            return NOTHING
        text = plain(cited, self.say)
        sources = {source for source in find_citations(cited) if source != EDITORIAL}
        return Cell(text=text, value=text, source=sources.pop() if len(sources) == 1 else None, cited=cited)

    def access(self, career: Subject) -> Cell:
        """The way in where the reader is: of an occupation that of its country, of a guide what it says."""
        if career.role:
            return self.badge(career, "education")
        access = career.occupation.access if career.occupation else None
        if not access or self.say.country != self.frame.country:
            return NOTHING
        return make_cell(access_words(access, self.say), access.text, self.say)

    def license(self, career: Subject) -> Cell:
        """Where the reader is, whether the law asks for a license; of a guide that is not known."""
        occupation = career.occupation
        if occupation is None or self.say.country != self.frame.country:
            return NOTHING
        needed = occupation.license
        say = self.say
        told = {
            "everywhere": say("needed"),
            "most": say("in most states"),
            "some": say("in some states, or for some of the work"),
        }
        text = told[needed.need] if needed else say("none that we know of")
        return make_cell(text, needed.need if needed else None, say)

    def education(self, career: Subject) -> Cell:
        """What is usually studied."""
        if career.role:
            return self.badge(career, "education")
        if not career.occupation or not career.occupation.education:
            return NOTHING
        word = words.requirement_word(career.occupation.education, self.say)
        if career.occupation.training == APPRENTICESHIP:
            word += f", {words.requirement_word(APPRENTICESHIP, self.say)}"
        study = career.measures.study and msgspec.structs.replace(career.measures.study, diploma=None)
        phrase = study_phrase(study, self.say)
        if study and study.how != "asked":
            word += self.say.semicolon + phrase
        value = [official_name(study), *([study.then] if study.then else [])] if study else []
        return self._projected(career, word, ", ".join(value), brief=phrase)

    def _projected(self, career: Subject, text: str, value: object, *, brief: str = "") -> Cell:
        """What the projections say of an occupation beside its outlook, with their country and year."""
        outlook = outlook_of(career)
        year = str(outlook.from_year) if outlook else ""
        dated = self.say("{words} ({country}, {year})", words=text, country=self.place, year=year)
        source, of = (outlook.source, outlook.of) if outlook else (None, None)
        return make_cell(dated, value, self.say, source=source, of=of, brief=brief or text)

    def time(self, career: Subject) -> Cell:
        """How long it takes to be ready."""
        say = self.say
        if career.role:
            return self._time_to_enter(career.role.time_to_enter)
        if career.measures.usual_years is None or career.occupation is None:
            return NOTHING
        years = int(career.measures.usual_years)
        parts = [say.count("{n} year of study", "{n} years of study", years)] if years else []
        training = career.occupation.training
        if training == APPRENTICESHIP:
            parts.append(words.apprenticeship_words(career.occupation.apprenticeship, say))
        elif not years:
            parts.append(say("no study after school"))
        if training not in (None, "None", APPRENTICESHIP):
            # what takes long comes first, for a page may cut the rest
            told = say("training: {words}", words=words.requirement_word(training, say))
            parts.insert(0 if training in LONG or not years else 1, told)
        if career.occupation.experience not in (None, "None"):
            parts.append(say("experience: {words}", words=words.requirement_word(career.occupation.experience, say)))
        months = _months(years, career.occupation)
        cell = self._projected(career, say.semicolon.join(parts), months, brief=" + ".join(parts[:2]))
        return msgspec.structs.replace(cell, text=plain(cell.text, say))

    def _time_to_enter(self, times: Sequence[TimeToEnter]) -> Cell:
        """How long it takes to be hired from school, or whence a guide tells it; the other starts as its figures."""
        if not times:
            return NOTHING
        first = next((time for time in times if time.start == "school"), times[0])
        cited, span = words.time_words([first], self.say), [first.low, first.high]
        figures = tuple(
            Figure(
                text=plain(words.time_words([time], self.say), self.say),
                value=[time.low, time.high],
                whom=time.start,
                source=time.source,
            )
            for time in times
        )
        text, judged = plain(cited, self.say), find_citations(cited) == [EDITORIAL]
        brief = replace_citations(cited) if judged else cited
        return Cell(text=text, value=span, source=first.source, cited=cited, brief=brief, figures=figures)

    def _told_costs(self, careers: Sequence[Subject]) -> tuple[str, list[str]]:
        """The country whose costs are told in brief, the person's where every guide has some, and their years."""
        guides = [part_of(career, "costs").costs for career in careers if part_of(career, "costs").costs]
        of_person = all(any(cost.country == self.frame.country for cost in costs) for costs in guides)
        country = self.frame.country if of_person else self.frame.shown
        ends = [end for costs in guides for end in self._ends([cost for cost in costs if cost.country == country])]
        return country, sorted({end.reference for end in ends if end.reference})

    def _ends(self, costs: Sequence[Cost]) -> tuple[Figure, ...]:
        """The cheapest and the dearest of some costs."""
        if not costs:
            return ()
        low, high = min(costs, key=lambda cost: cost.low), max(costs, key=lambda cost: cost.high)
        return self._cost_figure(low, low.low), self._cost_figure(high, high.high)

    def cost(self, career: Subject) -> Cell:
        """From the cheapest to the dearest step in each country, each end with its own source.

        The text has those of the person's country and of the one whose figures are compared.
        """
        costs = part_of(career, "costs").costs
        texts: list[str] = []
        figures: list[Figure] = []
        value = {}
        for country in dict.fromkeys((self.frame.shown, self.frame.country, *(c.country for c in costs if c.country))):
            ends = self._ends([cost for cost in costs if cost.country == country])
            if not ends:
                continue
            if country in (self.frame.shown, self.frame.country) or not texts:
                texts.append(self.say.country_name(country) + self.say.colon + self._cited_range(*ends))
            value[country] = [end.value for end in ends]
            figures += ends
        if not texts:
            return NOTHING
        cited = self.say.semicolon.join(texts)
        sources = {figure.source for figure in figures}
        return Cell(
            text=plain(cited, self.say),
            value=value,
            source=sources.pop() if len(sources) == 1 else None,
            cited=cited,
            brief=self._brief_cost(figures),
            figures=tuple(figures),
        )

    def cost_where(self) -> str:
        """Where the costs hold that are told in brief, and of when."""
        place = self.say.country_name(self.cost_country, short=True)
        first, *later = self.cost_years or [""]
        return f"{place}, {f'{first}–{later[-1]}' if later else first}" if first else place

    def _brief_cost(self, figures: Sequence[Figure]) -> str:
        """The costs of one country, without their years."""
        undated = (msgspec.structs.replace(figure, reference=None) for figure in figures)
        told = [figure for figure in undated if figure.country == self.cost_country]
        return self._cited_range(*told) if told else ""

    def _cost_figure(self, cost: Cost, amount: float) -> Figure:
        return Figure(
            text=self.say.money(amount, cost.currency),
            value=amount,
            country=cost.country,
            whom=cost.name,
            reference=self.frame.source_dates.get(cost.source or "", "")[:4] or None,
            source=cost.source,
        )

    def _cited_range(self, low: Figure, high: Figure) -> str:
        """From one figure to another, each with its source, or both with the one that they have."""
        last = high.text + self._cited(high)
        if low.source != high.source:
            return self.say("{low} to {high}", low=low.text + self._cited(low), high=last)
        return last if low.text == high.text else self.say("{low} to {high}", low=low.text, high=last)

    def _cited(self, figure: Figure) -> str:
        """The year and the source of a figure; our judgement where it has none."""
        year = f" ({figure.reference})" if figure.reference else ""
        return f"{year} [@{figure.source or EDITORIAL}]"

    def remote(self, career: Subject) -> Cell:
        """How often it is done from afar."""
        if not career.role:
            return NOTHING
        return make_cell(words.remote_word(career.role.remote, self.say), career.role.remote, self.say)

    def employment(self, career: Subject) -> Cell:
        """How many are employed."""
        occupation = same_occupation(career)
        if not occupation or not occupation.employment or not occupation.pay:
            return NOTHING
        wage = occupation.pay
        text = self.say.number(occupation.employment)
        return make_cell(
            text, occupation.employment, self.say, source=wage.source, reference=wage.reference, of=wage.of
        )

    def outlook(self, career: Subject) -> Cell:
        """How the number of jobs is projected to change."""
        outlook = outlook_of(career)
        if not outlook or outlook.growth_percent is None:
            return NOTHING
        text = self.say(
            "{change}, {start} to {end}",
            change=self.say.percent(outlook.growth_percent),
            start=outlook.from_year,
            end=outlook.to_year,
        )
        brief = self.say.percent(outlook.growth_percent)
        return make_cell(text, outlook.growth_percent, self.say, source=outlook.source, of=outlook.of, brief=brief)

    def openings(self, career: Subject) -> Cell:
        """The openings that are projected a year."""
        outlook = outlook_of(career)
        if not outlook or outlook.openings_per_year is None:
            return NOTHING
        openings = outlook.openings_per_year
        return make_cell(self.say.number(openings), openings, self.say, source=outlook.source, of=outlook.of)

    def interests(self, career: Subject) -> Cell:
        """The three leading interests."""
        if not career.measures.interests:
            return NOTHING
        ratings = dict(zip("RIASEC", career.measures.interests, strict=True))
        top = sorted(ratings, key=lambda letter: -ratings[letter])[:3]
        names = words.interest_names(self.say)
        text = ", ".join(f"{names[letter]}{NO_BREAK}{self.say.number(ratings[letter], 1)}" for letter in top)
        source, date = self.frame.classification
        brief = ", ".join(names[letter] for letter in top)
        return make_cell(text, ratings, self.say, source=source, reference=date, of=rated_of(career), brief=brief)

    def freelance(self, career: Subject) -> Cell:
        """How many work for themselves."""
        outlook = outlook_of(career)
        share = career.measures.freelance
        if share is None or not outlook:
            return NOTHING
        shown, year = self.say.number(share, 1), str(outlook.from_year)
        text = self.say("{share}% ({country}, {year})", share=shown, country=self.place, year=year)
        brief = self.say.share(share / 100, 1)
        return make_cell(text, share, self.say, source=outlook.source, of=outlook.of, brief=brief)

    def points(self, career: Subject, side: str) -> Cell:
        """The leading points of a side, pros or cons."""
        points = getattr(part_of(career, "pros-cons"), side)[:MOST]
        names = [plain(point.name, self.say) for point in points]
        return make_cell(self.say.semicolon.join(names), names, self.say) if names else NOTHING

    def statements(self, career: Subject, direction: str) -> Cell:
        """What those can say whom it suits, or suits not."""
        statements = part_of(career, "fit").statements
        texts = [statement.text for statement in statements if statement.direction == direction][:MOST]
        return make_cell(" ".join(texts), texts, self.say) if texts else NOTHING
