"""The pages of topics: what is the same for every career, by country."""

from itertools import groupby

from careercli.core.careers.model import Section
from careercli.core.careers.reading import TopicReport, TopicsReport
from careercli.core.careers.reports import Report
from careercli.core.text.page import Block, Bullets, Facts, Heading, Page, Prose, map_texts
from careercli.locale import Say, words
from careercli.pages.contents import bibliography


def lay_out(report: Report, say: Say) -> Page:
    """A topic with its sources and the date on which it must be read again, or the list of topics."""
    if isinstance(report, TopicsReport):
        return _lay_out_list(report, say)
    assert isinstance(report, TopicReport)
    topic = report.topic
    blocks: list[Block] = [Heading(topic.title, 1), Prose(topic.summary)]
    blocks.append(Prose(say.country_name(topic.country), quiet=True))
    blocks += _lay_out_section(topic.section)
    again = say("To be looked at again by {date}: rules and amounts change.", date=say.date(topic.look_again))
    blocks.append(Prose(again, quiet=True))
    if report.sources:
        blocks += [Heading(say("Sources"), 2), *bibliography(report.sources, say)]
    references = words.references_of(report.sources, say)
    return map_texts(Page(tuple(blocks)), lambda text: words.cite(text, references, say))


def _lay_out_list(report: TopicsReport, say: Say) -> Page:
    about = say("What is the same for every career stands here once, for a country, with a date to look again.")
    blocks: list[Block] = [Heading(say("Topics"), 1), Prose(about)]
    for group, topics in groupby(report.topics, key=lambda topic: topic.group):
        rows = tuple((say.label("topic", topic.id), topic.title) for topic in topics)
        blocks += [Heading(group, 3), Facts(rows)] if group else [Facts(rows)]
    how = say("`careers topic` takes the word on the left, or a title.")
    return Page((*blocks, Prose(how, quiet=True)))


def _lay_out_section(section: Section) -> list[Block]:
    """The parts of a topic in the order in which they are read; in a guide, remarks stand before what is named."""
    blocks: list[Block] = [Prose(text) for text in section.text]
    if section.steps:
        blocks.append(Bullets(tuple((step.name, step.text) for step in section.steps), "number"))
    if section.items:
        blocks.append(Bullets(tuple((item.name, item.text) for item in section.items), "none"))
    if section.points:
        blocks.append(Bullets(tuple(("", point) for point in section.points)))
    return blocks + [Prose(text) for text in section.closing]
