"""What of two careers can be compared: their pay, and which rows tell them apart."""

from collections.abc import Sequence

from careercli.core.careers.model import PayBand, PayDirection, Role, Section
from careercli.core.careers.occupation import OfficialPay
from careercli.core.comparing.reports import Cell, CompareRow
from careercli.core.pay.bands import first_official
from careercli.core.text.ids import find_near
from careercli.errors import UsageError

_INVERSE: dict[PayDirection, PayDirection] = {
    "lower": "higher",
    "lower-similar": "similar-higher",
    "similar": "similar",
    "similar-higher": "lower-similar",
    "higher": "lower",
}


def section_of(role: Role, id_: str) -> Section:
    """A section of a role; an empty one where it has none."""
    return next((section for section in role.sections if section.id == id_), Section(id=id_, title=""))


def occupation_band(id_: str, wage: OfficialPay) -> PayBand:
    """The official wages of an occupation as a band; it is labelled where they are those of a wider group."""
    return PayBand(
        id=wage.code,
        label="" if wage.of.own else wage.of.title,
        country=wage.country,
        currency=wage.currency,
        period=wage.period,
        tax=wage.tax,
        basis="official",
        reference=wage.reference,
        source=wage.source,
        occupation=id_,
        of=wage.of,
        p10=wage.p10,
        p25=wage.p25,
        p50=wage.p50,
        p75=wage.p75,
        p90=wage.p90,
        mean=wage.mean,
    )


def official_band(role: Role, country: str) -> PayBand | None:
    """The official pay of a guide in a country, where its statistics count that very career."""
    return first_official(section_of(role, "pay").bands, country)


def find_pay_direction(role: Role, baseline: Role) -> PayDirection | None:
    """The pay of a career seen from another, by our judgement in either guide; None where neither says."""
    for entry in section_of(baseline, "related").related:
        if entry.id == role.id:
            return entry.pay
    for entry in section_of(role, "related").related:
        if entry.id == baseline.id:
            return _INVERSE[entry.pay]
    return None


def measured_direction(ratio: float) -> PayDirection:
    """What a ratio of medians comes to: similar within 10 %, else lower or higher."""
    return "lower" if ratio < 0.9 else "higher" if ratio > 1.1 else "similar"


def same_group(ours: Sequence[PayBand], theirs: Sequence[PayBand]) -> bool:
    """Whether the wages of two careers count the same people, so that they say nothing of the difference."""
    codes, others = ({band.of.code for band in bands if band.of} for bands in (ours, theirs))
    return bool(codes) and codes == others


def official_middle(bands: Sequence[PayBand]) -> float | None:
    """The median of official wages; of several the middle between the lowest and the highest."""
    medians = [band.p50 for band in bands if band.p50 is not None]
    return (min(medians) + max(medians)) / 2 if medians else None


def pick_rows(
    rows: tuple[CompareRow, ...], wanted: str | None = None, *, only_differences: bool = False
) -> tuple[CompareRow, ...]:
    """The rows that are wanted, in that order; without those in which all careers say the same if asked.

    `wanted` names rows with commas between; `pay` stands for all that begin with `pay_`. Raises UsageError.
    """
    picked = list(rows)
    if wanted is not None:
        names = [name.strip().casefold().replace("-", "_") for name in wanted.split(",") if name.strip()]
        groups = {name: [r for r in rows if r.id == name or r.id.startswith(f"{name}_")] for name in names}
        for name, found in groups.items():
            if not found:
                known = {row.id: row.id for row in rows} | {row.id.partition("_")[0]: row.id for row in rows}
                near = find_near(name, {id_: id_ for id_ in known}, 1)
                raise UsageError(
                    "there is no row `{name}`",
                    "did you mean `{near}`? Rows: {known}." if near else "Rows: {known}.",
                    name=name,
                    near=near[0] if near else "",
                    known=", ".join(row.id for row in rows),
                )
        if not names:
            raise UsageError("`--rows` names no row", "Write it so: `--rows pay,entry,outlook`.")
        picked = list({row.id: row for found in groups.values() for row in found}.values())
    if only_differences:
        picked = [row for row in picked if len({cell.text for cell in row.cells}) > 1]
    return tuple(picked)


#: What stands where nothing is known.
UNKNOWN = "–"


def is_known(cell: Cell) -> bool:
    """Whether a cell says something, be it in words alone."""
    return cell.value not in (None, [], ()) or cell.text not in ("", UNKNOWN)


def known(row: CompareRow) -> int:
    """Of how many careers a row says something."""
    return sum(map(is_known, row.cells))


def is_alike(row: CompareRow) -> bool:
    """Whether a row says the same of all careers."""
    first, *others = (cell.text if cell.value is None else _unordered(cell.value) for cell in row.cells)
    return bool(others) and known(row) == len(row.cells) and all(value == first for value in others)


def _unordered(value: object) -> object:
    """A value by which two can be compared: names in whatever order are the same."""
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return sorted(value)
    return value
