"""A page of every block, word for word in each format."""

import pytest

from careercli.core.careers.reports import Report
from careercli.core.text import page as p
from careercli.export.csv import export_csv
from careercli.export.json import export_document
from careercli.export.markdown import export_markdown
from careercli.export.plain import export_plain

PAGE = p.Page(
    (
        p.Heading("Name", 1, aside="★ 6"),
        p.Prose("A line."),
        p.Heading("First", 2, number=3),
        p.Heading("Part", 3),
        p.Bullets((("one", "1"), ("", "2"), ("three", "")), "dot"),
        p.Bullets((("a", "b"), ("c", "d")), "number"),
        p.Bullets((("for", ""),), "plus"),
        p.Bullets((("", "against"),), "minus"),
        p.Bullets((("bare", "text"),), "none"),
        p.Heading("Second", 2),
        p.Facts((("Label", "value"), ("[1]", "a source"))),
        p.Bars((p.Bar("so much", 0.5, "50"), p.Bar("more", 0.9, "90", note="What for."))),
        p.Ranges(
            (p.Range("here", (1, 2, 3, 4, 5), "median 3", ("1", "5")), p.Range("", (1, 2, 3, 4, 5), "m", ("l", "h")))
        ),
        p.Timeline((("9:00", "begins"), ("5:00", "ends"))),
        p.Tally((p.TallyLine("rent", "4 × $5", "$20"), p.TallyLine("aid", "", "−$2")), p.TallyLine("all", "", "$18")),
        p.Pair("Pros", p.Bullets((("p", "q"), ("", "r")), "plus"), "Cons", p.Bullets((("s", ""),), "minus")),
        p.Grid(("Who", "What", "When"), (("x", "yy", "z"), ("wide", "y", "zzz"))),
        p.Grid(("A", "B"), (("r1", "c" * 81), ("r2", "c"))),
        p.Grid(("A", "B"), (("12345", "12345"),), widest=9),
        p.Grid(("A", "B"), (("1234", "12345"),), widest=9),
    )
)

PLAIN = f"""\
Name
★ 6

A line.


3. FIRST


Part
- one: 1
- 2
- three

1. a: b
2. c: d

+ for

- against

bare: text


SECOND

Label: value
[1] a source

so much: 50
more: 90. What for.

here: 1 – median 3 – 5
l – m – h

9:00: begins
5:00: ends

rent: 4 × $5 = $20
aid: −$2
all: $18

Pros
+ p: q
+ r

Cons
- s

Who   What  When
x     yy    z
wide  y     zzz

r1
  B: {"c" * 81}

r2
  B: c

12345
  B: 12345

A     B
1234  12345
"""

CSV = f"""\
section,name,text
Name,,A line.
First,one,1
First,Part,2
First,three,
First,a,b
First,c,d
First,for,
First,Part,against
First,bare,text
Second,Label,value
Second,[1],a source
Second,so much,50
Second,more,90. What for.
Second,here,1 – median 3 – 5
Second,,l – m – h
Second,9:00,begins
Second,5:00,ends
Second,rent,4 × $5 = $20
Second,aid,−$2
Second,all,$18
Second,Pros,p: q
Second,Pros,r
Second,Cons,s
Second,"x, What",yy
Second,"x, When",z
Second,"wide, What",y
Second,"wide, When",zzz
Second,"r1, B",{"c" * 81}
Second,"r2, B",c
Second,"12345, B",12345
Second,"1234, B",12345
"""

MARKDOWN = f"""\
# Name

**★ 6**

A line.

## 3. First

### Part

- **one**: 1
- 2
- **three**

1. **a**: b
2. **c**: d

- **for**

- against

- **bare**: text

## Second

- **Label** value
- **\\[1\\]** a source

- **so much** 50
- **more** 90\\. What for.

- **here**: 1 – median 3 – 5
- l – m – h

- **9:00** begins
- **5:00** ends

- **rent** 4 × $5 = $20
- **aid** −$2
- **all** $18

### Pros

- **p**: q
- r

### Cons

- **s**

| Who | What | When |
| --- | --- | --- |
| x | yy | z |
| wide | y | zzz |

| A | B |
| --- | --- |
| r1 | {"c" * 81} |
| r2 | c |

| A | B |
| --- | --- |
| 12345 | 12345 |

| A | B |
| --- | --- |
| 1234 | 12345 |
"""


class Said(Report, frozen=True, kw_only=True):
    """A report that is told by its page, or by `rows` of its own."""

    rows: tuple[tuple[object, ...], ...] | None = None

    @property
    def table(self) -> tuple[tuple[object, ...], ...] | None:
        return self.rows


def said(rows: tuple[tuple[object, ...], ...] | None = None) -> Said:
    return Said(command="doctor", language="en", rows=rows)


def test_a_page_as_plain_lines() -> None:
    assert export_plain(PAGE) == PLAIN


def test_a_page_that_is_read_out_has_its_tables_row_by_row() -> None:
    read = export_plain(PAGE, aligned=False)
    assert "\nx\n  What: yy\n  When: z\n\nwide\n  What: y\n  When: zzz\n\nr1\n" in read
    assert read.endswith("\n1234\n  B: 12345\n")


def test_a_line_of_a_row_holds_whatever_is_in_it_and_prose_keeps_its_lines() -> None:
    page = p.Page((p.Prose("a\nb"), p.Facts((("c\nd", "e\nf"),))))
    assert export_plain(page) == "a\nb\n\nc d: e f\n"
    assert export_plain(p.Page((p.Prose("\n\nx\n\n"),))) == "x\n"


def test_columns_are_as_wide_as_what_is_seen() -> None:
    page = p.Page((p.Grid(("A", "B"), (("日本", "x"), ("e\u0301", "y"))),))
    assert export_plain(page) == "A     B\n日本  x\ne\u0301     y\n"


def test_a_page_as_a_table_of_texts() -> None:
    assert export_csv(said(), PAGE) == CSV


def test_rows_of_a_report_are_its_table_and_no_formula_runs() -> None:
    rows = (("id", "n"), ("=1+1", None), (" -x", 2), ("@a", True), ("+", 0.5), ("a=b", -1), ("", "a,b\n"))
    told = "id,n\n'=1+1,\n' -x,2\n'@a,True\n'+,0.5\na=b,-1\n,\"a,b\n\"\n"
    assert export_csv(said(rows), PAGE) == told


def test_a_page_as_markdown() -> None:
    assert export_markdown(PAGE) == MARKDOWN


def test_what_is_empty_leaves_no_gap_in_markdown() -> None:
    assert export_markdown(p.Page((p.Prose("a"), p.Facts(()), p.Prose("b")))) == "a\n\nb\n"


@pytest.mark.parametrize(
    ("value", "encoding", "pretty", "told"),
    [
        ({"a": "é", "b": [1, None]}, "utf-8", False, '{"a":"é","b":[1,null]}\n'),
        ({"a": "é"}, "ascii", False, '{"a":"\\u00e9"}\n'),
        ({"a": "é€"}, "latin-1", False, '{"a":"\\u00e9\\u20ac"}\n'),
        ({"a": "😀"}, "ascii", False, '{"a":"\\ud83d\\ude00"}\n'),
        ({"a": 1}, "utf-8", True, '{\n  "a": 1\n}\n'),
        ({"a": "x\x7fy\x9bz"}, "utf-8", False, '{"a":"x\\u007fy\\u009bz"}\n'),
        ({"a": "b\u202ec\u200bd\ufeffe"}, "utf-8", False, '{"a":"b\\u202ec\\u200bd\\ufeffe"}\n'),
        ({"a": "f\u061cg\u180eh\u2060i\ufff9j"}, "utf-8", False, '{"a":"f\\u061cg\\u180eh\\u2060i\\ufff9j"}\n'),
        ({"a": "k\U000e0001l"}, "utf-8", False, '{"a":"k\\udb40\\udc01l"}\n'),
        ({"a": "tab\tline\n"}, "utf-8", False, '{"a":"tab\\tline\\n"}\n'),
    ],
)
def test_a_document_is_escaped_where_a_terminal_would_obey_or_a_stream_cannot_hold_it(
    value: dict[str, object], encoding: str, pretty: bool, told: str
) -> None:
    assert export_document(value, encoding, pretty=pretty) == told


def test_bytes_that_are_no_text_are_made_harmless_in_keys_lists_and_values() -> None:
    told = export_document({"k\udcff": ["v\udcff", ("w\udcff", 3)], "n": None}, "utf-8", pretty=False)
    assert told == '{"k\\\\udcff":["v\\\\udcff",["w\\\\udcff",3]],"n":null}\n'
