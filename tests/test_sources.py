"""The bibliography: whose word stands behind a claim, where we read it, and how both are said."""

import csv
import io
import json
import re
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from careercli.compiler import load
from careercli.compiler.compile import make_source
from careercli.core.careers.model import STRONG_KINDS, Source, SourceKind
from careercli.core.text.languages import Lang
from careercli.library.catalogue import Catalogue
from careercli.locale import NARROW, NO_BREAK, Say, languages, words
from tests.conftest import ROOT, Run, make_runtime, run_main

SOURCES = {id_: make_source(id_, entry) for id_, entry in load.load_vocabulary(ROOT / "data")[0].sources.items()}
WEAK = sorted(id_ for id_, source in SOURCES.items() if source.weak)

#: Who may speak for himself: a source of law, statistics or a study elsewhere names the page that told us.
PUBLISHERS: dict[SourceKind, str] = {
    "law": "eur-lex.europa.eu ec.europa.eu www.legifrance.gouv.fr code.travail.gouv.fr www.service-public.gouv.fr "
    "www.cnil.fr www.ftc.gov www.law.cornell.edu canlii.ca gpp.oiq.qc.ca www.gpo.gov www.govinfo.gov "
    "coag.gov calcivilrights.ca.gov www.ilga.gov www.legislation.gov.uk",
    "statistics": "www.bls.gov download.bls.gov www.onetcenter.org www.insee.fr insee.fr inseefrlab.github.io "
    "www.ons.gov.uk www.gov.uk web.arbeitsagentur.de francetravail.org afcdp.net www.cnil.fr www.newyorkfed.org "
    "www.enseignementsup-recherche.gouv.fr www.jobbank.gc.ca "
    "dares.travail-emploi.gouv.fr",
    "study": "arxiv.org doi.org pmc.ncbi.nlm.nih.gov papers.neurips.cc papers.nips.cc hbr.org exp-platform.com "
    "www.rand.org metr.org hai.stanford.edu digitaleconomy.stanford.edu www.anthropic.com thinkingmachines.ai "
    "www.gartner.com www.spglobal.com iapp.org www.mckinsey.com www.pwc.com www.weforum.org corporate.apec.fr "
    "research.collegeboard.org survey.stackoverflow.co www.kaggle.com www.anaconda.com www.atlassian.com dora.dev "
    "www.langchain.com www.hiringlab.org joereis.github.io www.veracode.com visit.figure-eight.com www.cge.asso.fr "
    "github.com/hiring-lab github.com/propublica",
}


def find_owner(address: str) -> str:
    """Whose page it is: its host, and on a host of everybody's files the account."""
    url = urlsplit(address)
    host = url.hostname or ""
    return f"{host}/{url.path.split('/')[1]}" if host == "github.com" else host


def make(**facts: object) -> Source:
    told = {"id": "a", "title": "T", "publisher": "P", "date": "2020", "place": "US", "licence": "L"}
    return Source(**(told | {"address": "https://p.example/t"} | facts))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", STRONG_KINDS)
@pytest.mark.parametrize(
    ("told", "weak"),
    [
        ({}, False),
        ({"via": "Page"}, True),
        ({"via": "Page", "via_address": "https://p.example/t"}, True),
        ({"via": "Page", "via_address": "https://page.example/"}, False),
    ],
)
def test_a_strong_claim_is_weak_where_its_address_is_that_of_the_page_that_retells_it(
    kind: SourceKind, told: dict[str, str], weak: bool
) -> None:
    assert make(kind=kind, **told).weak is weak
    assert not make(kind="press", **told).weak
    assert not make(**told).weak


def test_no_weak_source_stays_without_a_reason_in_both_languages() -> None:
    assert [id_ for id_ in WEAK if set(SOURCES[id_].reason) != set(languages())] == []


def test_only_a_weak_source_has_a_reason_to_stay() -> None:
    assert [id_ for id_, source in SOURCES.items() if source.reason and not source.weak] == []


@pytest.mark.parametrize("kind", STRONG_KINDS)
def test_what_stands_for_itself_is_on_the_page_of_its_publisher(kind: SourceKind) -> None:
    ours = {id_: find_owner(s.address) for id_, s in SOURCES.items() if s.kind == kind and not s.weak}
    assert {id_: owner for id_, owner in ours.items() if owner not in PUBLISHERS[kind].split()} == {}


def test_every_source_says_its_kind_and_its_language_and_that_of_the_page_that_told_it() -> None:
    assert [id_ for id_, source in SOURCES.items() if not (source.kind and source.lang)] == []
    assert [id_ for id_, source in SOURCES.items() if bool(source.via) != bool(source.via_lang)] == []
    assert [id_ for id_, s in SOURCES.items() if (s.via_address or s.via_date) and not s.via] == []


def test_a_page_is_named_without_words_or_dates() -> None:
    english = re.compile(
        r"\b(19|20)\d\d\b|[(;]|\b(page|podcast|quot\w+|cites?|copy|undated|read|on|that|of \d)\b", re.IGNORECASE
    )
    assert [s.via for s in SOURCES.values() if s.via and english.search(s.via)] == []
    assert [s.title for s in SOURCES.values() if re.search(r"undated|read in 20|arXiv|\(page", s.title)] == []
    assert [s.publisher for s in SOURCES.values() if re.search(r"\b(others|quoting|and \w+, )\b", s.publisher)] == []


def test_french_titles_notes_and_reasons_are_typeset() -> None:
    texts = [s.title for s in SOURCES.values() if s.lang == "fr"]
    texts += [text["fr"] for s in SOURCES.values() for text in (s.note, s.reason) if text]
    wrong = re.compile(r"(?<!\u202f)[;!?](?=\s|$)|(?<!\u00a0):(?=\s|$)|«(?!\u00a0)|(?<!\u00a0)[»%€]|[0-9] [0-9]{3}\b|'")
    assert [text for text in texts if wrong.search(text)] == []


@pytest.mark.parametrize("id_", SOURCES)
def test_notes_and_reasons_are_said_in_both_languages(id_: str) -> None:
    for text in (SOURCES[id_].note, SOURCES[id_].reason):
        assert not text or set(text) == set(languages())
        assert not text or text["en"] != text["fr"]


def test_the_line_of_a_source_says_where_it_was_read_in_the_language_of_the_reader(catalogue: Catalogue) -> None:
    source = make(
        via="Page",
        via_lang="fr",
        via_date="2020-07-06",
        via_address="https://page.example/",
        note={"en": "undated", "fr": "sans date"},
    )
    assert words.source_line(source, catalogue.say("en")) == (
        f"P, T, 2020, United States. https://p.example/t (read at Page, July{NO_BREAK}6, 2020, in French,"
        " https://page.example/; undated)"
    )
    assert words.source_line(source, catalogue.say("fr")) == (
        f"P, T, 2020, États-Unis. https://p.example/t (lu sur Page, 6{NO_BREAK}juillet 2020, en français,"
        f" https://page.example/{NARROW}; sans date)"
    )


def test_nothing_in_a_french_line_is_english_but_names_and_titles() -> None:
    english = re.compile(
        r"\b(read at|told by|in (English|French|German)|undated|cited|publishers?|authors?|text|decision|work|and)\b"
    )
    say = Say("fr")
    for source in SOURCES.values():
        line = words.source_line(source, say).replace(source.title, "").replace(source.publisher, "")
        line = re.sub(r"https?://\S+", "", line).replace(source.via or "", "")
        licence = words.licence_words(source.licence, say).replace(source.publisher, "")
        assert not english.search(line + " " + licence), (source.id, line, licence)


@pytest.mark.parametrize("lang", languages())
def test_weak_lists_each_weak_source_with_its_reason(careers: Run, lang: Lang) -> None:
    report = json.loads(careers("sources", "--weak", "--json", "--lang", lang).out)
    assert [source["id"] for source in report["data"]] == WEAK
    rows = list(csv.DictReader(io.StringIO(careers("sources", "--weak", "--format", "csv", "--lang", lang).out)))
    assert [(row["id"], row["reason"]) for row in rows] == [(id_, SOURCES[id_].reason[lang]) for id_ in WEAK]
    for form in ("table", "plain", "markdown"):
        shown = " ".join(careers("sources", "--weak", "--format", form, "--lang", lang, "--width", "100").out.split())
        for id_ in WEAK:
            assert " ".join(SOURCES[id_].reason[lang].split()) in shown


def test_the_columns_that_stood_stand(careers: Run) -> None:
    head = careers("sources", "--format", "csv").out.split("\n")[0]
    assert head.startswith("id,title,publisher,date,place,address,licence,via,attribution,changes,")


def test_a_bibliography_of_ones_own_without_the_new_fields_is_taken(careers: Run, own_roles: Path) -> None:
    careers("new", "Bee keeper")
    (own_roles / "bee-keeper/sources.yaml").write_text(
        'bees-2019:\n  title: "Bees"\n  publisher: "Hive"\n  date: "2019"\n  place: "US"\n'
        '  address: "https://bees.example/"\n  licence: "© Hive"\n  via: "Silicon.fr, November 2022"\n'
    )
    assert careers("validate", str(own_roles / "bee-keeper")).code == 0
    assert "https://bees.example/ (lu sur Silicon.fr, November 2022)" in careers("sources", "--lang", "fr").out
    assert "bees-2019" not in careers("sources", "--weak").out


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('via_date: "July"', "via_date"),
        ('kind: "law text"', "kind"),
        ("note: x", "note"),
    ],
)
def test_a_wrong_new_field_is_refused_with_its_name(careers: Run, own_roles: Path, text: str, field: str) -> None:
    careers("new", "Bee keeper")
    (own_roles / "bee-keeper/sources.yaml").write_text(
        'bees-2019:\n  title: "Bees"\n  publisher: "Hive"\n  date: "2019"\n  place: "US"\n'
        f'  address: "https://bees.example/"\n  licence: "© Hive"\n  {text}\n'
    )
    done = careers("validate", str(own_roles / "bee-keeper"))
    assert done.code == 4
    assert field in done.out


AI_ACT = "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"


@pytest.mark.parametrize(
    ("id_", "address"),
    [
        ("ai-act-art14", AI_ACT),
        ("ai-act-art27", AI_ACT),
        ("ai-act-article-50-2026", AI_ACT),
        ("ai-act-fines-2025", AI_ACT),
        ("ai-act-omnibus-2026", "https://eur-lex.europa.eu/eli/reg/2026/1744/oj"),
        ("cra-2026", "https://eur-lex.europa.eu/eli/reg/2024/2847/oj"),
        ("eu-data-act-2025", "https://eur-lex.europa.eu/eli/reg/2023/2854/oj"),
        ("cjeu-schufa-2023", "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62021CJ0634"),
        ("cnil-free-2026", "https://www.legifrance.gouv.fr/cnil/id/CNILTEXT000053352664"),
        ("metr-2025", "https://arxiv.org/abs/2507.09089"),
        ("obermeyer-2019", "https://doi.org/10.1126/science.aax2342"),
        ("rand-2024", "https://www.rand.org/pubs/research_reports/RRA2680-1.html"),
        ("kohavi-2023", "https://exp-platform.com/Documents/ExP_DMCaseStudies.pdf"),
    ],
)
def test_law_and_studies_stand_at_their_publishers(id_: str, address: str) -> None:
    assert SOURCES[id_].address == address
    assert not SOURCES[id_].weak


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("free-work-2026", "without naming them"),
        ("rand-2024", "not RAND’s"),
        ("kohavi-2023", "one tested idea in three"),
        ("desperado-2024", "no clear effect of age"),
        ("linkedin-jobs-on-the-rise-2026", "not of adverts"),
        ("eykholt-2018", "frames filmed from a moving car"),
        ("bls-oews-2025-05", "without overtime, most bonuses or shares"),
        ("college-debt-2025", "of those who borrowed"),
        ("aijobs-2025", "may mean that none was stated"),
        ("apec-hiring-2025", "of the sector"),
        ("engineering-fees-2024", "outside the European Union"),
    ],
)
def test_a_source_says_what_it_does_not_say(id_: str, said: str) -> None:
    assert said in SOURCES[id_].note["en"].replace(NO_BREAK, " ")


# figures that have grown old


@pytest.mark.parametrize(
    ("today", "old"),
    [
        ("2026-11-28", {"2022", "2022-12", "2023-10"}),
        ("2026-01-01", {"2022", "2022-12"}),
        ("2027-01-01", {"2022", "2022-12", "2023", "2023-10", "2023-11", "2023-11-27", "2023-11-28"}),
        ("2025-12-31", set()),
        ("", set()),
    ],
)
def test_a_date_is_old_three_years_after_its_end(today: str, old: set[str]) -> None:
    say = Say("en", today=today)
    dates = {"2022", "2022-12", "2023", "2023-10", "2023-11", "2023-11-27", "2023-11-28", "2026"}
    assert {date for date in dates if say.is_old(date)} == old


def test_an_old_source_brings_its_year_where_the_text_does_not_have_it() -> None:
    references = {"new": words.Reference(1), "old": words.Reference(2, "2019")}
    say = Say("en")
    assert words.cite("A third [@old].", references, say) == "A third [2\u00a0(2019)]."
    assert words.cite("A third in 2019 [@old].", references, say) == "A third in 2019 [2]."
    assert words.cite("A third [@new; @old] (or so)", references, say) == "A third [1, 2\u00a0(2019)] (or so)"
    assert words.cite("A third [@editorial; @old]", references, say) == "A third (our judgment) [2\u00a0(2019)]"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_each_number_in_a_guide_stands_in_its_list_of_sources(careers: Run, catalogue: Catalogue, lang: str) -> None:
    for id_, _ in catalogue.career_names():
        listed, cited = set[str](), set[str]()
        for line in careers("show", id_, lang=lang).out.splitlines():
            numbers = re.findall(r"\[(\d+)\]", line)
            if re.match(r"\[\d+\] ", line):
                listed.add(numbers.pop(0))
            cited.update(numbers)
        assert cited <= listed, (id_, cited - listed)


def test_what_a_law_says_does_not_age(catalogue: Catalogue) -> None:
    sources = catalogue.numbered_sources([source.id for source in catalogue.sources()])
    references = words.references_of(sources, Say("en", today="2099-01-01"))
    for source in sources:
        assert bool(references[source.id].year) == (source.kind != "law"), source.id
    assert not any(ref.year for ref in words.references_of(sources, Say("en", today="1990-01-01")).values())


@pytest.mark.parametrize(
    "arguments", [["show", "ai-engineer", "-s", "costs"], ["compare", "data-scientist", "data-engineer"]]
)
def test_years_later_a_page_tells_its_figures_with_their_year(env: dict[str, str], arguments: list[str]) -> None:
    for year, marked in (("2026", False), ("2031", True)):
        done = run_main(arguments, make_runtime(env, now=lambda year=year: datetime.fromisoformat(f"{year}-06-01")))
        assert done.code == 0
        assert bool(re.search(r"\[\d+\u00a0\(20\d\d\)\]", done.out)) == marked


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_address_is_broken_over_two_lines(careers: Run, width: int, lang: str) -> None:
    pages = (["salary", "software-developer"], ["show", "ai-engineer"], ["topic", "applying"], ["map"], ["sources"])
    for page in pages:
        known = set(re.findall(r"https?://[^\s(),;]+", careers(*page, lang=lang).out))
        drawn = careers(*page, "--format", "table", width=width, lang=lang).out
        assert {re.sub(r"[.,;)]+$", "", address) for address in re.findall(r"https?://[^\s(),;]+", drawn)} <= {
            re.sub(r"[.,;)]+$", "", address) for address in known
        }, page


def test_official_pay_that_we_read_in_a_copy_says_so(careers: Run) -> None:
    """What a statistics office published and we read elsewhere is not shown as read there."""
    data = careers("show", "prompt-engineer", "--json", lang="fr").document
    copies = {source["id"] for source in data["sources"] if source["via"] and source["kind"] == "statistics"}
    assert "france-travail-pay-2026" in copies
    told = careers("show", "prompt-engineer", "--section", "pay", lang="fr").out
    assert "statistique officielle, lue dans une copie" in told
    analyst = careers("show", "data-analyst", "--section", "pay").out
    assert "official statistics [" in analyst
    assert "read in a copy [1]" not in analyst
