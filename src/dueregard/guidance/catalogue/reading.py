"""From the parts of a guidance file to frozen shapes, refusing whatever does not hold together."""

import re
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

from dueregard.guidance.catalogue.shapes import (
    Band,
    Crosswalk,
    Framework,
    Line,
    Number,
    Pair,
    Scale,
    ScaleValue,
    Section,
    Source,
    ThreatCheckQuestion,
    ThreatCheckWording,
    Tier,
    Whose,
)
from dueregard.guidance.catalogue.strict import Part, read

NATIONS = ("england", "wales")
SECTION_OF_AN_ACT = re.compile(r"s\d+[A-Z]?\b")


def _once(part: Part, ids: set[str]) -> str:
    """The id here, which must not have stood before."""
    found = part.text()
    if found in ids:
        raise part.wrong(f"the id {found} stands twice")
    ids.add(found)
    return found


def _source(part: Part) -> Source:
    found = part.keys("section", "place", "document", may=("act", "reported_by"))
    return Source(**{key: value.text() for key, value in found.items()})


def _number(key: str, part: Part) -> Number:
    found = part.keys("value", "whose", "reason")
    whose = Whose(found["whose"].one_of(tuple(Whose)))
    return Number(key=key, value=found["value"].number(), whose=whose, reason=found["reason"].text())


def _tier(tier: Part, source: Source) -> Tier:
    """A must cites a section of an Act, and nothing else may."""
    found = Tier(tier.one_of(tuple(Tier)))
    cites_an_act = source.act is not None and SECTION_OF_AN_ACT.match(source.section) is not None
    if found is Tier.MUST and not cites_an_act:
        raise tier.wrong("a must needs a source with an act and a section of it, such as s36(1)")
    if found is not Tier.MUST and source.act is not None:
        raise tier.wrong(f"a line that cites an act is a must, not {found}")
    return found


def _nations(part: Part, allowed: tuple[str, ...]) -> MappingProxyType[str, str]:
    for nation, says in part.pairs().items():
        if nation not in allowed:
            raise says.wrong(f"expected one of {', '.join(allowed)}, got {nation}")
    return MappingProxyType({nation: says.text() for nation, says in part.pairs().items()})


def _line(part: Part, *, framework: str, section: str, nations: tuple[str, ...], ids: set[str]) -> Line:
    found = part.keys("id", "tier", "says", "source", may=("differs", "indicator", "expects", "placeholder"))
    if "expects" in found and "indicator" not in found:
        raise found["expects"].wrong("numbers are expected by an indicator, and none is named")
    source = _source(found["source"])
    numbers = found["expects"].pairs() if "expects" in found else {}
    return Line(
        id=_once(found["id"], ids),
        tier=_tier(found["tier"], source),
        says=found["says"].text(),
        source=source,
        framework=framework,
        section=section,
        differs=_nations(found["differs"], nations) if "differs" in found else MappingProxyType({}),
        indicator=found["indicator"].text() if "indicator" in found else None,
        expects=MappingProxyType({key: _number(key, number) for key, number in numbers.items()}),
        is_placeholder="placeholder" in found and found["placeholder"].truth(),
    )


def _section(part: Part, *, framework: str, nations: tuple[str, ...], ids: set[str], section_ids: set[str]) -> Section:
    found = part.keys("id", "title", "lines", may=("benchmark", "outcome", "points_to"))
    section = _once(found["id"], section_ids)
    lines = tuple(_line(line, framework=framework, section=section, nations=nations, ids=ids) for line in found["lines"].each())
    if bool(lines) == ("points_to" in found):
        raise part.wrong("a section has lines, or points to another document, and not both")

    def words(key: str) -> str | None:
        return found[key].text() if key in found else None

    return Section(
        id=section,
        title=found["title"].text(),
        benchmark=words("benchmark"),
        outcome=words("outcome"),
        points_to=words("points_to"),
        lines=lines,
    )


def read_framework(path: Path) -> Framework:
    """One framework, whose id is the name of its file."""
    part = read(path)
    found = part.keys("id", "title", "published", "source", "nations", "caution", "sections", may=("in_force_from",))
    if found["id"].text() != path.stem:
        raise found["id"].wrong(f"expected the id {path.stem}, the name of the file")
    nations = tuple(nation.one_of(NATIONS) for nation in found["nations"].each())
    ids: set[str] = set()
    section_ids: set[str] = set()
    return Framework(
        id=found["id"].text(),
        title=found["title"].text(),
        published=found["published"].day(),
        in_force_from=found["in_force_from"].day() if "in_force_from" in found else None,
        source=found["source"].text(),
        nations=nations,
        caution=found["caution"].text(),
        sections=tuple(
            _section(section, framework=path.stem, nations=nations, ids=ids, section_ids=section_ids)
            for section in found["sections"].each()
        ),
    )


def _scale(part: Part, ids: set[str]) -> Scale:
    found = part.keys("id", "title", "source", "caution", "values", "bands")
    values = []
    for value in found["values"].each():
        keys = value.keys("value", "label")
        values.append(ScaleValue(value=keys["value"].text(), label=keys["label"].text()))
    known = tuple(value.value for value in values)
    bands = []
    for band in found["bands"].each():
        keys = band.keys("says", "values")
        members = tuple(member.one_of(known) for member in keys["values"].each())
        bands.append(Band(says=keys["says"].text(), values=members))
    return Scale(
        id=_once(found["id"], ids),
        title=found["title"].text(),
        source=_source(found["source"]),
        caution=found["caution"].text(),
        values=tuple(values),
        bands=tuple(bands),
    )


def read_scales(path: Path) -> tuple[Scale, ...]:
    """Every scale of the file, lowest rating first."""
    ids: set[str] = set()
    return tuple(_scale(part, ids) for part in read(path).keys("scales")["scales"].each())


def _known_section(part: Part, framework: Framework) -> str:
    return part.one_of(tuple(section.id for section in framework.sections))


def _crosswalk(part: Part, known: dict[str, Framework]) -> Crosswalk:
    found = part.keys("from_framework", "to_framework", "source", "caution", "pairs")
    older = known[found["from_framework"].one_of(tuple(known))]
    newer = known[found["to_framework"].one_of(tuple(known))]
    pairs = []
    for pair in found["pairs"].each():
        keys = pair.keys("old", "new")
        pairs.append(Pair(old=tuple(_known_section(old, older) for old in keys["old"].each()), new=_known_section(keys["new"], newer)))
    used = [old for pair in pairs for old in pair.old]
    if sorted(used) != sorted(section.id for section in older.sections):
        raise found["pairs"].wrong(f"expected every section of {older.id} exactly once")
    return Crosswalk(
        from_framework=older.id, to_framework=newer.id, source=_source(found["source"]), caution=found["caution"].text(), pairs=tuple(pairs)
    )


def read_crosswalks(path: Path, frameworks: Iterable[Framework]) -> tuple[Crosswalk, ...]:
    """Every crosswalk of the file, each between two frameworks that exist."""
    known = {framework.id: framework for framework in frameworks}
    return tuple(_crosswalk(part, known) for part in read(path).keys("crosswalks")["crosswalks"].each())


def _wording(part: Part, ids: set[str]) -> ThreatCheckWording:
    found = part.keys("id", "title", "picture", "published", "in_force_from", "source", "questions")
    question_ids: set[str] = set()
    questions = []
    for question in found["questions"].each():
        keys = question.keys("id", "says")
        questions.append(ThreatCheckQuestion(id=_once(keys["id"], question_ids), says=keys["says"].text()))
    if len(questions) != 3:
        raise found["questions"].wrong(f"a Security Threat Check asks three questions, and this has {len(questions)}")
    return ThreatCheckWording(
        id=_once(found["id"], ids),
        title=found["title"].text(),
        picture=found["picture"].one_of(("local", "uk")),
        published=found["published"].day(),
        in_force_from=found["in_force_from"].day(),
        source=_source(found["source"]),
        questions=tuple(questions),
    )


def read_wordings(path: Path) -> tuple[ThreatCheckWording, ...]:
    """Every version of the three questions, oldest first."""
    ids: set[str] = set()
    wordings = tuple(_wording(part, ids) for part in read(path).keys("wordings")["wordings"].each())
    return tuple(sorted(wordings, key=lambda wording: (wording.in_force_from, wording.id)))
