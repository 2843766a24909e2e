"""The pages of imported data sets: what an import did, and what is installed."""

from careercli.core.careers.datasets import DataReport, ImportReport, ImportResult
from careercli.core.careers.reports import Report
from careercli.core.text.page import Block, Bullets, Facts, Grid, Heading, Page, Prose
from careercli.locale import Say
from careercli.pages.actions import next_steps


def lay_out(report: Report, say: Say) -> Page:
    """What an import took and left out, or a line for each installed data set."""
    if isinstance(report, ImportReport):
        return Page(tuple(_import_blocks(report.result, say)))
    assert isinstance(report, DataReport)
    if not report.sets:
        return Page((Prose(say("No data set is imported.")), *next_steps(report.actions, say)))
    titles = (say("Name"), say("Data set"), say("Release"), say("Imported"), say("Rows"), say("License"))
    rows = tuple(
        (one.name, one.title, one.release, say.date(one.imported), say.number(one.rows), one.licence)
        for one in report.sets
    )
    notes = tuple(("", one.attribution) for one in report.sets)
    return Page((Heading(say("Imported data sets"), 1), Grid(titles, rows, right=(4,)), Bullets(notes, "none")))


def _import_blocks(result: ImportResult, say: Say) -> list[Block]:
    one = result.installed
    blocks: list[Block] = [Heading(f"{one.title} {one.release}", 1), Prose(_outcome(result, say))]
    facts = [(say("File"), one.file), ("SHA-256", one.sha256), (say("Imported"), say.date(one.imported))]
    facts += [(say("License"), one.licence), (say("Attribution"), one.attribution)]
    if one.naming:
        facts.append((say("File names"), _naming(one.naming, say)))
    if one.styles:
        facts.append((say("Work styles"), _styles(one.styles, say)))
    blocks.append(Facts(tuple(facts)))
    taken = tuple((part_word(part, say), say.number(rows)) for part, rows in one.parts.items())
    total = say.count("{n} row taken", "{n} rows taken", one.rows)
    blocks += [Heading(total), Grid((say("Part"), say("Rows")), taken, right=(1,), least=20)]
    if one.skipped:
        left = tuple((reason_word(reason, say), say.number(rows)) for reason, rows in one.skipped.items())
        total = say.count("{n} row left out", "{n} rows left out", sum(one.skipped.values()))
        blocks += [Heading(total), Grid((say("Reason"), say("Rows")), left, right=(1,), least=20)]
    if one.missing:
        blocks += [Heading(say("Files that are not in this release")), Bullets(tuple(("", n) for n in one.missing))]
    return blocks


def _outcome(result: ImportResult, say: Say) -> str:
    if result.unchanged:
        return say("This very file is installed already: nothing was changed.")
    if result.dry_run:
        return say("A dry run: all of it can be imported, and nothing was changed.")
    if result.replaced:
        return say("It is installed, in place of release {release}.", release=result.replaced)
    return say("It is installed.")


def _naming(naming: str, say: Say) -> str:
    return say("those of releases up to 30.2") if naming == "to-30.2" else say("those of releases from 30.3 on")


def _styles(styles: str, say: Say) -> str:
    if styles == "new":
        return say("21 new ones, by impact (WI) and rank (DR); not to be compared with the 16 of earlier releases")
    return say("the 16 of earlier releases, by importance (IM); not to be compared with the 21 new ones")


def part_word(part: str, say: Say) -> str:
    """A part of a data set, in words."""
    return {
        "occupations": say("occupations"),
        "interests": say("interests"),
        "zones": say("job zones"),
        "alternate-titles": say("alternate titles"),
        "reported-titles": say("reported titles"),
        "related": say("related occupations"),
        "tasks": say("task statements"),
        "technology": say("technology skills"),
        "styles": say("work styles"),
        "skills": say("skills"),
        "essential-skills": say("essential skills"),
        "transferable-skills": say("transferable skills"),
        "knowledge": say("knowledge"),
        "education": say("education"),
        "wages": say("wages by occupation"),
        "projections": say("projections by occupation"),
    }.get(part, part)


def reason_word(reason: str, say: Say) -> str:
    """Why rows are left out, in words."""
    return {
        "other-scale": say("on a scale that is not used"),
        "no-value": say("without a value"),
        "unknown-occupation": say("of an occupation that the release does not list"),
        "repeated": say("word for word the same as an earlier one"),
        "not-relevant": say("level of what O*NET marks as not relevant"),
        "incomplete-interests": say("of an interest profile without all six ratings"),
        "not-national": say("of a state or an area, not of the country"),
        "one-industry": say("of one industry, not of all"),
        "remark": say("a remark under the table"),
    }.get(reason, reason)
