"""What is asked when a sheet is brought in: the file, and then whatever it leaves open."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from hashlib import sha256
from typing import Any

from dueregard.plan.rules.sheets.columns import Columns
from dueregard.plan.rules.sheets.trip import HERE, SHEET
from dueregard.plan.rules.sheets.verdicts import Clash
from dueregard.privacy.marking import Marking
from dueregard.risk.rules.risks import Concerns
from dueregard.sheets.rules.days import Order
from dueregard.sheets.rules.naming import Candidate, Named
from dueregard.sheets.rules.tables import letters
from dueregard.ui.fields import UNCHOSEN, Day, File, Form, OneOf, Pick, Text

NO_COLUMN = ""
LEAVE = "leave"
MOST = 20  # owners, risks or clashes asked about at a time: the list of each is as long as everybody here
AGAIN = ("", "Ask again")  # of what is answered already, all else that can be chosen
FIELDS = 400  # of a kind on one page, those answered before included: a page may send a thousand
Choices = Sequence[tuple[str, str]]


class SheetForm(Form):
    """A sheet to bring in."""

    file = File("The file", help_text="Excel (.xlsx) or CSV, at most 5 MB. It is not kept")
    sheet = Text("Name of the sheet, if it is not the first", required=False, max_length=60, width="20")


class SheetCheckForm(Form):
    """What any sheet leaves open: which column holds what, which number is the day, what was changed on both sides."""

    says_optional = False  # a page may be sent with some of them open: those are asked again
    order = OneOf("Which number of a date is the day?", choices=Order.choices, required=False)

    def __init__(
        self,
        *args: Any,
        asks_order: bool,
        columns: Columns,
        labels: Mapping[str, str],
        owners: Mapping[str, Named],
        candidates: Sequence[Candidate],
        clashes: Sequence[Clash],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if not asks_order:
            del self.fields["order"]
        self._columns(columns, labels)
        self.answered_before: list[str] = []
        self.more: list[str] = []
        self.ask("owners", {f"owner-{key_of(name)}": partial(_owner, name, named, candidates) for name, named in owners.items()})
        self.ask("changes made on both sides", {f"clash-{clash.key}": partial(_clash, clash) for clash in clashes})

    def ask(self, what: str, every: Mapping[str, Callable[[], Any]]) -> None:
        """A field for each that is answered already, and for the next few that are not; the rest follow once those are."""
        told = [name for name in every if self.data.get(name)]
        left = [name for name in every if name not in set(told)]
        asked = left[: max(min(MOST, FIELDS - len(told)), 0)]
        wanted = {*told, *asked}
        self.fields |= {name: make() for name, make in every.items() if name in wanted}
        for name in told:
            offered: Any = getattr(self.fields[name], "choices", ())
            if isinstance(self.fields[name], Pick):
                self.offer(name, [AGAIN, *(pair for pair in offered if pair[0] == self.data[name])])
        if len(every) > MOST:
            self.answered_before += told
        if len(asked) < len(left):
            self.more.append(f"{len(asked)} of {len(left)} {what} are shown: answer these and look again, and the rest follow")

    def _columns(self, columns: Columns, labels: Mapping[str, str]) -> None:
        there = [(NO_COLUMN, "Not in the file")]
        there += [(str(number), f"{letters(number)}: {words or 'no heading'}"[:60]) for number, words in enumerate(columns.headings)]
        for field, label in labels.items():
            chosen = NO_COLUMN if (found := columns.of.get(field)) is None else str(found)
            self.fields[f"column-{field}"] = Pick(label, choices=there, required=False, initial=chosen)

    def answered(self, beginning: str) -> dict[str, str]:
        """What was chosen in the fields whose names begin so."""
        said = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return {name.removeprefix(beginning): str(value) for name, value in said.items() if name.startswith(beginning) and value}

    def named(self, beginning: str, names: Iterable[str]) -> dict[str, str]:
        """What was chosen for each of these names, as written."""
        said = self.answered(beginning)
        return {name: said[key] for name in names if (key := key_of(name)) in said}


def key_of(words: str) -> str:
    """What the field of a name is called, whatever else the sheet leaves open."""
    return sha256(words.encode()).hexdigest()[:12]


def _owner(name: str, named: Named, candidates: Sequence[Candidate]) -> Pick:
    return Pick(f"“{name}” is", choices=[UNCHOSEN, *_nearest(named, candidates)], required=False, help_text=named.why)


def _clash(clash: Clash) -> OneOf:
    ways = [(HERE, f"Here: {clash.here or 'nothing'}"[:200]), (SHEET, f"The sheet: {clash.sheet}"[:200])]
    return OneOf(f"{clash.ref}, {clash.field.lower()}", choices=ways, required=False)


def _risk(words: str, named: Named, there: Sequence[Candidate]) -> Pick:
    choices = [UNCHOSEN, (LEAVE, "None of the register"), *_nearest(named, there)]
    return Pick(f"“{words[:120]}” is", choices=choices, required=False, help_text=named.why)


def _nearest(named: Named, candidates: Sequence[Candidate]) -> list[tuple[str, str]]:
    """Whoever is proposed first, then everybody."""
    near = [(one.key, f"Perhaps {one.says}") for one in named.proposed]
    return [*near, *((one.key, one.says) for one in candidates if one not in named.proposed)]


class PlanCheckForm(SheetCheckForm):
    """What a plan’s sheet leaves open: days, owners, risks, at which meeting other dates were agreed."""

    raised = Day("When were actions raised that are not here yet?", required=False)
    log_day = Day(
        "On which day was the sheet last brought up to date?",
        required=False,
        help_text="Updates and changes are dated to it, unless their heading names a quarter",
    )
    nobody = Pick("Whose are the rows that name nobody?", required=False)
    item = Pick("At which item of a meeting were other due dates agreed?", required=False)

    def __init__(
        self,
        *args: Any,
        risks: Mapping[str, Named],
        there: Sequence[Candidate],
        items: Choices,
        asks_nobody: bool,
        asks_item: bool,
        first_day: date,
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["raised"].initial, self.fields["log_day"].initial = first_day, today
        offered = {"nobody": [(one.key, one.says) for one in kwargs["candidates"]], "item": [(LEAVE, "Leave every due date"), *items]}
        for name, asks in (("nobody", asks_nobody), ("item", asks_item)):
            if asks:
                self.fields[name] = Pick(str(self.fields[name].label), choices=[UNCHOSEN, *offered[name]], required=False)
            else:
                del self.fields[name]
        self.ask("risks", {f"risk-{key_of(words)}": partial(_risk, words, named, there) for words, named in risks.items()})


class RegisterCheckForm(SheetCheckForm):
    """What a register’s sheet leaves open: the day, and of new risks what they are of and how sensitive."""

    day = Day(
        "On which day was the sheet last brought up to date?",
        required=False,
        help_text="New risks are identified, and changes and scores dated, on it",
    )
    concerns = Pick("What are the new risks risks of?", choices=[UNCHOSEN, *Concerns.choices], required=False)
    marked = OneOf("How sensitive are the new risks?", choices=Marking.choices, required=False)

    def __init__(self, *args: Any, has_new: bool, may_mark: bool, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].initial, self.fields["marked"].initial = today, Marking.OFFICIAL.value
        for name, asks in (("concerns", has_new), ("marked", has_new and may_mark)):
            if not asks:
                del self.fields[name]
