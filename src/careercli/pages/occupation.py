"""The fact sheet of an occupation: sentences made of official figures."""

from collections.abc import Callable

import msgspec

from careercli.core.careers.access import Access
from careercli.core.careers.model import Group
from careercli.core.careers.occupation import Difference, Occupation, OfficialPay
from careercli.core.careers.reports import OccupationReport, Report
from careercli.core.careers.sheet import SheetSection
from careercli.core.text.languages import SOURCE
from careercli.core.text.page import Block, Bullets, Facts, Grid, Heading, Page, Prose, Range, Ranges, map_texts
from careercli.core.text.plaintext import capitalized
from careercli.locale import NO_BREAK, Say, words
from careercli.locale.diploma_words import access_words
from careercli.locale.pay_words import median_sentences, no_wage_words, self_employed_words, share_below
from careercli.locale.sheet_words import sheet_titles
from careercli.pages import imported
from careercli.pages.actions import command
from careercli.pages.card import POINTS, Fold, growth_bars, interest_bars, sheet_aside, sheet_card, shown_elsewhere
from careercli.pages.card_height import fits
from careercli.pages.contents import bibliography, cited_first, cited_in, contents, same_for_all, short_sources
from careercli.pages.forces import lay_out_ai, lay_out_education, lay_out_leaving
from careercli.pages.groups import counted, mark_legend, said_of, titled
from careercli.pages.places import lay_out_place, lay_out_ranks

#: The highest importance of a skill; ranks among occupations go up to 100.
MOST_IMPORTANT = 5


def lay_out(report: Report, say: Say) -> Page:
    """All that official statistics say of an occupation, and what they do not: the card, and its sections."""
    assert isinstance(report, OccupationReport)
    blocks: list[Block] = []
    if report.sections:
        blocks.append(Heading(report.occupation.name, 1))
    else:
        blocks += _card(report, say) if report.brief else _title(report, say)
    if not report.brief:
        blocks += _sections(report, blocks, say)
    if report.brief or (report.sections and "sources" not in report.sections):
        cited = cited_in(blocks, report.sources)
        blocks += [short_sources(cited, say)] if cited else []
    references = words.references_of(cited_in(blocks, report.sources), say)
    return Page(map_texts(tuple(blocks), lambda text: words.cite(text, references, say)))


def _sections(report: OccupationReport, above: list[Block], say: Say) -> list[Block]:
    """The sections of a sheet, or those that were asked for, each with its number; what stands above them cites too."""
    occupation = report.occupation
    blocks: list[Block] = []
    made: dict[SheetSection, Callable[[], list[Block]]] = {
        "work": lambda: _work(occupation, say),
        "pay": lambda: _pay(report, say) + _standing(occupation, say),
        "place": lambda: _place(report, say),
        "interests": lambda: _interests(occupation, say),
        "preparation": lambda: _preparation(report, say),
        "outlook": lambda: _outlook(occupation, say),
        "ai": lambda: lay_out_ai(occupation.ai, say),
        "skills": lambda: _skills(occupation, say),
        "related": lambda: _related(report, say),
        "imported": lambda: imported.lay_out_extra(report, say),
        "missing": lambda: _missing(occupation, say),
        "sources": lambda: bibliography(cited_first([*above, *blocks], report.sources), say, whole=True),
    }
    titles = sheet_titles(say)
    for section in report.sections or report.contents:
        made_blocks = made[section]()
        if not (made_blocks and isinstance(made_blocks[0], Heading) and made_blocks[0].level == 2):
            made_blocks.insert(0, Heading(titles[section]))
        number = report.contents.index(section) + 1
        blocks += [msgspec.structs.replace(made_blocks[0], number=number), *made_blocks[1:]]
    return blocks


def _place(report: OccupationReport, say: Say) -> list[Block]:
    if report.place is None:
        return []
    ranks = lay_out_ranks(report.best_places, report.most_places, report.place.currency, say)
    return [*lay_out_place(report.place, say), *ranks]


def _card(report: OccupationReport, say: Say) -> list[Block]:
    """The card, folded as little as a usual screen asks for."""
    cards = (_title(report, say, fold) for fold in Fold)
    return next((card for card in cards if fits(card, report.sources, say)), _title(report, say, max(Fold)))


def _title(report: OccupationReport, say: Say, fold: Fold = Fold.NOTHING) -> list[Block]:
    one = report.occupation
    blocks: list[Block] = [Heading(one.name, 1, sheet_aside(report, say))]
    if report.nearest_to:
        name, country = say.quoted(report.nearest_to), say.country_name(report.classified_in, short=True)
        text = say(
            "You asked for {name}: this is the nearest in the {country} classification.", name=name, country=country
        )
        blocks.append(Prose(text))
    if one.nearest_here:
        text = say(
            "This occupation does not exist under this name in France; the nearest: {name}.", name=one.nearest_here
        )
        blocks.append(Prose(text))
    if one.summary:
        blocks.append(Prose(one.summary))
    blocks += sheet_card(report, say, fold)
    if report.brief:
        return blocks
    label = say("O*NET-SOC {code}, {family}", code=one.id, family=one.family_name)
    if one.lang != SOURCE:
        label += ". " + say("Official title: {name}; this one is our translation", name=one.names[SOURCE])
    blocks.append(Prose(f"{label}.", quiet=True))
    named = [(f"{guide.name} (`careers show {guide.id}`)", guide.match == "exact") for guide in one.guides]
    if exact := [name for name, same in named if same]:
        blocks.append(Prose(say("Described in full in our guide: {names}.", names=say.joined(exact))))
    if near := [name for name, same in named if not same]:
        blocks.append(Prose(say("Guides to careers near it: {names}.", names=say.joined(near))))
    if one.alt_names and one.lang == SOURCE:  # they are in English
        blocks.append(Prose(say("also: {names}", names=", ".join(one.alt_names[:6])), quiet=True))
    titles = sheet_titles(say)
    return [*blocks, contents([titles[section] for section in report.contents], one.id, say)]


def _work(one: Occupation, say: Say) -> list[Block]:
    """What its people do, where, what is hard about it and who likes it."""
    blocks: list[Block] = []
    if one.duties:
        blocks.append(Bullets(tuple(("", duty) for duty in one.duties)))
    labels = ((say("Where, with whom"), one.setting), (say("What is hard"), one.hard), (say("Who likes it"), one.likes))
    rows = [(label, text) for label, text in labels if text]
    if one.conditions:
        names = ", ".join(condition.name for condition in one.conditions)
        rows.append((say("Conditions"), say("{names} (our judgment)", names=names)))
    return [*blocks, Facts(tuple(rows))] if rows else blocks


def _pay(report: OccupationReport, say: Say) -> list[Block]:
    one = report.occupation
    median = one.medians.get(report.reader_country)
    blocks: list[Block] = [Prose(median_sentences(median, say))] if median else []
    wage = one.pay
    elsewhere = shown_elsewhere(report, say)
    if elsewhere and wage and report.sections:  # else its card has said so
        blocks.append(Prose(f"{capitalized(elsewhere)}."))
    if wage is None:
        return [*blocks, Prose(no_wage_words(one.id, say))]
    text = _pay_sentence(wage, say) + _ref(wage.source)
    if not wage.of.own:
        group = titled(wage.of, say)
        text += " " + say("This is the pay of a larger group, {group}: it is not published apart.", group=group)
    if report.sections and one.many_self_employed:  # else its card has said so
        left_out = one.many_self_employed
        text += f" {self_employed_words(left_out, say)}{_ref(left_out.source or '')}."
    blocks.append(Prose(text))
    points = [getattr(wage, point) for point in POINTS]
    if all(value is not None for value in points):
        blocks.append(Ranges((_range("" if wage.of.own else wage.of.title, wage, say),)))
    return blocks


def _standing(one: Occupation, say: Say) -> list[Block]:
    """Where the pay stands among all employees."""
    blocks: list[Block] = []
    wage = one.pay
    if wage is None or not one.percentiles:
        return blocks
    median = one.percentiles.get("p50")
    if median is not None:
        share, where = share_below(median, say), say.country_name(wage.country, short=True)
        text = (
            say("The median is above the pay of {share}% of all employees ({country}).", share=share, country=where)
            if wage.of.own
            else say(
                "The median of that group is above the pay of {share}% of all employees ({country}).",
                share=share,
                country=where,
            )
        )
        blocks.append(Prose(text))
    rows = tuple(
        (_point_word(point, say), _amount(getattr(wage, point), wage, say), words.stars(one.stars[point], 10, say))
        for point in POINTS
        if point in one.stars
    )
    stars = say("Stars") if wage.of.own else say("Stars of that group, measured")
    return [*blocks, Grid((say("Who"), say("Amount"), stars), rows, least=30)]


def _ref(source: str) -> str:
    return f" [@{source}]" if source else ""


def _point_word(point: str, say: Say) -> str:
    return {
        "p10": say("lowest-paid tenth, up to"),
        "p25": say("lowest-paid quarter, up to"),
        "p50": say("middle (median)"),
        "p75": say("highest-paid quarter, from"),
        "p90": say("highest-paid tenth, from"),
    }[point]


def _amount(value: float, wage: OfficialPay, say: Say) -> str:
    return say.money(value, wage.currency)


def _pay_sentence(wage: OfficialPay, say: Say) -> str:
    period = say("gross a year") if wage.period == "year" else say("gross an hour")
    date, country = say.date(wage.reference), say.country_name(wage.country, short=True)
    if wage.p50 is None:
        return say(
            "The mean is {mean} {period} ({country}, {date}).",
            country=country,
            mean=_amount(wage.mean or 0, wage, say),
            period=period,
            date=date,
        )
    text = say(
        "Half of employees earn more than {median} {period} ({country}, {date}).",
        country=country,
        median=_amount(wage.p50, wage, say),
        period=period,
        date=date,
    )
    if wage.p10 is not None and wage.p90 is not None:
        text += " " + say(
            "One in ten earns less than {low}, one in ten more than {high}.",
            low=_amount(wage.p10, wage, say),
            high=_amount(wage.p90, wage, say),
        )
    return text


def _range(label: str, wage: OfficialPay, say: Say) -> Range:
    points = tuple(float(getattr(wage, point)) for point in POINTS)
    text = say("median {amount}", amount=_amount(points[2], wage, say))
    ends = (_amount(points[0], wage, say), _amount(points[4], wage, say))
    return Range(label, points, text, ends)  # type: ignore[arg-type]


def _interests(one: Occupation, say: Say) -> list[Block]:
    assert one.interests is not None
    scale = say("From 1 to 7, by O*NET.")
    return [interest_bars(one.interests, words.interest_words(say), say), Prose(scale, quiet=True)]


def _preparation(report: OccupationReport, say: Say) -> list[Block]:
    """What it takes, each with the country where it does."""
    one = report.occupation
    rows = []
    if one.access:
        rows.append((say("Way in, {country}", country=say.country_name(say.country)), _access(one.access, say)))
    if one.license:
        told = one.license.text + (_ref(one.license.source) if one.license.source else f" ({one.license.law})")
        rows.append((say("License, {country}", country=say.country_name(say.country)), told))
    if one.job_zone:
        label = say("Job zone {zone} of 5", zone=one.job_zone)
        rough = say(
            "{preparation} (a rough class, of many occupations)", preparation=words.zone_words(say)[one.job_zone]
        )
        rows.append((words.in_country(label, report.classified_in, say), rough))
    for label, value in (
        (say("Usual entry"), one.education),
        (say("Experience before"), one.experience),
        (say("Training on the job"), one.training),
    ):
        if value:
            rows.append((words.in_country(label, one.country, say), words.requirement_word(value, say)))
    source = _ref(one.outlook.source) if one.education and one.outlook else ""
    rows[-1] = (rows[-1][0], rows[-1][1] + source)
    blocks: list[Block] = [Facts(tuple(rows))]
    if one.education and one.outlook and not one.outlook.of.own:
        group = titled(one.outlook.of, say)
        text = say("The usual entry, experience and training are those of a larger group, {group}.", group=group)
        blocks.append(Prose(text))
    if one.education_held:
        blocks += lay_out_education(one.education_held, say.country_name(one.country, short=True), say)
    return [*blocks, *same_for_all(report.topics, say)]


def _access(access: Access, say: Say) -> str:
    """The way in, with the level of the diploma, and the law where there is one."""
    told = access_words(access, say)
    if access.regulated:
        law = say("regulated: {source}", source=access.source) if access.source else say("regulated")
        return f"{told}. {capitalized(law)}"
    return f"{told} ({words.basis_word('editorial', say)})"


def _outlook(one: Occupation, say: Say) -> list[Block]:
    figures: list[tuple[str, Group | None]] = []
    outlook, country = one.outlook, say.country_name(one.country, short=True)
    if outlook and outlook.growth_percent is not None:
        growth = outlook.growth_percent
        change = say.number(abs(growth), 1)
        years = {"start": outlook.from_year, "end": outlook.to_year, "country": country}
        text = (
            say("From {start} to {end} jobs are projected to grow by {change}% ({country}).", change=change, **years)
            if growth > 0
            else say(
                "From {start} to {end} jobs are projected to shrink by {change}% ({country}).", change=change, **years
            )
            if growth < 0
            else say("From {start} to {end} jobs are projected to stay as many ({country}).", **years)
        )
        if outlook.openings_per_year:
            openings = say.number(outlook.openings_per_year)
            text += " " + say("{openings} openings a year, mostly to replace people who leave.", openings=openings)
        text += _ref(outlook.source)
        if outlook.all_growth_percent is not None:
            text += " " + say("All occupations together: {change}.", change=say.percent(outlook.all_growth_percent))
        figures.append((text, outlook.of))
    if one.employment:
        people = say.number(one.employment)
        source = _ref(one.pay.source) if one.pay else ""
        date = say.date(one.pay.reference) if one.pay else ""
        text = say("{people} employees ({country}, {date}).", people=people, country=country, date=date)
        figures.append((text + source, one.pay.of if one.pay else None))
    if one.self_employed_percent is not None:
        share = say.number(one.self_employed_percent, 1)
        year = outlook.from_year if outlook else ""
        text = say(
            "{share}% of those who do it work for themselves ({country}, {year}).",
            share=share,
            country=country,
            year=year,
        )
        figures.append((text, outlook.of if outlook else None))
    if one.leaving:
        figures.append((lay_out_leaving(one.leaving, say), one.leaving.of))
    drawn: list[Block] = []
    if outlook and outlook.growth_percent is not None:
        drawn = [growth_bars(outlook, outlook.growth_percent, say)]
    return [*drawn, *(Prose(text) for text in counted(figures, say))]


def _skills(one: Occupation, say: Say) -> list[Block]:
    if max(skill.value for skill in one.skills) <= MOST_IMPORTANT:
        text = say("Importance by O*NET, 1 to 5.")
        values = [say("{value} of 5", value=say.number(skill.value, 1)) for skill in one.skills]
    else:
        text = say("O*NET does not rate its skills; this is the rank among occupations by the BLS, 0 to 100.")
        values = [say("rank {value} of 100", value=say.number(skill.value)) for skill in one.skills]
    remark = Prose(text + _ref(one.skills_source or "") + said_of(one.skills_of, say), quiet=True)
    rows = tuple((skill.name, value) for skill, value in zip(one.skills, values, strict=True))
    return [remark, Facts(rows)]


def _related(report: OccupationReport, say: Say) -> list[Block]:
    """The nearest occupations, each with what it pays beside this one, what both ask for and what only it does."""
    told = {other.id: _difference(other, report.occupation, say) for other in report.differences}
    opened_by = {other.id: other.opened_by for other in report.differences}
    related = report.occupation.related[:7]
    lines = tuple((other.name, told.get(other.id, "")) for other in related)
    names = ((opened_by.get(other.id) or other.id, other.id) for other in related)
    commands = tuple(tuple(command("show", name) for name in dict.fromkeys(pair)) for pair in names)
    blocks: list[Block] = [Bullets(lines, commands=commands)]
    if report.differences and report.skills_ranked_by:
        skills = say("The leading skills are as the BLS ranks them") + _ref(report.skills_ranked_by) + "."
        wage = report.occupation.median_in(report.reader_country) or report.occupation.pay
        where = f"{say.country_name(wage.country, short=True)}, {say.date(wage.reference)}" if wage else ""
        pay = say("Pay is compared by medians ({where})", where=where) + _ref(wage.source) + "." if wage else ""
        marked = any(other.pay_percent is not None and not other.own_pay for other in report.differences)
        mark = mark_legend(words.MARK, say) if marked else ""
        blocks.append(Prose(" ".join(filter(None, [pay, skills, mark])), quiet=True))
    return blocks


def _difference(other: Difference, one: Occupation, say: Say) -> str:
    parts = []
    if other.same_pay:
        parts.append(say("counted with this one in pay"))
    elif other.pay_percent is not None:
        change = say.percent(round(other.pay_percent), 0)
        parts.append(say("{change} in pay", change=change if other.own_pay else f"{words.MARK}{NO_BREAK}{change}"))
    if other.job_zone and other.job_zone != one.job_zone:
        parts.append(say("preparation {zone} of 5", zone=other.job_zone))
    if other.shared:
        parts.append(say("shares {skills}", skills=", ".join(other.shared[:2])))
    if other.missing:
        parts.append(say("also asks for {skills}", skills=", ".join(other.missing[:2])))
    return say.semicolon.join(parts)


def _missing(one: Occupation, say: Say) -> list[Block]:
    reasons = {
        "pay": say("its pay: the statistics publish none, alone or in a group"),
        "pay-partial": say("its pay by the year, or some percentiles: the statistics publish only part"),
        "interests": say("its interests: O*NET rates none for this code"),
        "job-zone": say("its job zone: O*NET gives none for this code"),
        "skills": say("its skills: neither O*NET nor the BLS rates them"),
        "outlook": say("its outlook: it is not projected apart"),
        "education": say("its usual entry: the projections name none"),
    }
    lines = tuple(("", reasons[name]) for name in one.missing)
    return [Bullets(lines)]
