"""The pages of topics: what is the same for every career, by country."""

from careercli.core.careers.reading import TopicReport, TopicsReport
from careercli.core.careers.reports import Report
from careercli.core.text.page import Block, Facts, Heading, Page, Prose, map_texts
from careercli.locale import Say, words
from careercli.pages.show import lay_out_section


def lay_out(report: Report, say: Say) -> Page:
    """A topic with its sources and the date on which it must be read again, or the list of topics."""
    if isinstance(report, TopicsReport):
        rows = tuple((topic.id, f"{topic.title}. {topic.summary}") for topic in report.topics)
        about = say("What is the same for every career stands here once, for a country, with a date to look again.")
        return Page((Heading(say("Topics"), 1), Prose(about), Facts(rows)))
    assert isinstance(report, TopicReport)
    topic = report.topic
    blocks: list[Block] = [Heading(topic.title, 1), Prose(topic.summary)]
    blocks.append(Prose(say.country_name(topic.country), quiet=True))
    blocks += lay_out_section(topic.section, say)
    again = say("To be looked at again by {date}: rules and amounts change.", date=say.date(topic.look_again))
    blocks.append(Prose(again, quiet=True))
    if report.sources:
        lines = tuple((f"[{source.number}]", words.source_line(source, say)) for source in report.sources)
        blocks += [Heading(say("Sources"), 2), Facts(lines)]
    numbers = words.numbers_of(report.sources)
    return map_texts(Page(tuple(blocks)), lambda text: words.cite(text, numbers, say))
