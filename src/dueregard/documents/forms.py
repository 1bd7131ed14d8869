"""What people type about documents, their versions and their files."""

from typing import Any

from django.conf import settings
from django.forms import ValidationError

from dueregard.access.viewer import Viewer
from dueregard.documents.rules import ClauseTopic, DocumentKind, State
from dueregard.organisations.queries.picking import bodies, people, posts
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import UNCHOSEN, Day, File, FilterForm, Form, LongText, Once, OneOf, Pick, SeenForm, Text

KEPT = "PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG, text, CSV or e-mail; at most {most} MB"


def _upload(label: str, *, required: bool = True) -> File:
    return File(label, required=required, help_text=KEPT.format(most=settings.MOST_FILE_BYTES // (1024 * 1024)))


class Uploading(Form):
    """A form with a file in it, refused unread where it is too large."""

    def clean_file(self) -> Any:
        upload = self.cleaned_data.get("file")
        if upload is not None and upload.size > settings.MOST_FILE_BYTES:
            raise ValidationError(f"The file is larger than {settings.MOST_FILE_BYTES // (1024 * 1024)} MB")
        return upload


class DocumentForm(Uploading):
    """A new document with its first version and, where it is at hand, its file."""

    title = Text("Title")
    kind = Pick("Kind", choices=[UNCHOSEN, *DocumentKind.choices])
    owner = Pick("Post that owns it", required=False)
    marking = OneOf("Marking", choices=Marking.choices, inline=True, initial=Marking.OFFICIAL)
    received = Day("Received or made on", help_text="When this version reached you or was made, such as 27/3/2026")
    label = Text("What this version is called", required=False, max_length=40, help_text="For example, 2.1 or March 2026")
    covers_from = Day("Covers the period from", required=False)
    covers_to = Day("Covers the period to", required=False)
    review_due = Day("Review due", required=False)
    file = _upload("File", required=False)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("owner", posts(viewer, nobody="Not settled"))


class CorrectForm(SeenForm):
    """A title or marking put right."""

    title = Text("Title")
    marking = OneOf("Marking", choices=Marking.choices, inline=True)
    because = Text("Why", max_length=400)


class WithdrawForm(SeenForm):
    """Something that no longer stands."""

    on = Day("Withdrawn on")
    because = Text("Why", max_length=400)


class OwnerForm(Form):
    """The post that owns a document from a day."""

    owner = Pick("Post that owns it")
    on = Day("Since")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("owner", posts(viewer, nobody="Choose"))


class VersionForm(Uploading):
    """A new version and, where they are at hand, its file or a link to it."""

    on = Day("Received or made on", help_text="When this version reached you or was made, such as 27/3/2026")
    label = Text("What this version is called", required=False, max_length=40, help_text="For example, 2.1 or March 2026")
    covers_from = Day("Covers the period from", required=False)
    covers_to = Day("Covers the period to", required=False)
    review_due = Day("Review due", required=False)
    file = _upload("File", required=False)
    address = Text("Or a link to it", required=False, max_length=500, help_text="It begins with https://")
    once = Once()


class ApproveForm(Form):
    """When a version was approved, and by which decision."""

    on = Day("Approved on")
    minute = Text("Minute", required=False, help_text="Where it is minuted, such as: minutes of 3 March 2026, item 4")
    decision = Text("Decision", required=False, help_text="Which decision approved it, in words")


class ReviewForm(Form):
    """When a version is next to be reviewed."""

    on = Day("Settled on")
    due = Day("Review due")


class SignForm(Form):
    """A body that signed."""

    body = Pick("Body that signed")
    on = Day("Signed on")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer))


class ClauseForm(Form):
    """A clause somebody has read."""

    place = Text("Place in the document", max_length=80, help_text="For example, paragraph 4.2")
    covers = Pick("What it covers", choices=[UNCHOSEN, *ClauseTopic.choices])
    read_by = Pick("Who read it", required=False)
    on = Day("Read on")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("read_by", people(viewer, nobody="Nobody, or not known"))


class FileForm(Uploading):
    """A file of a version."""

    file = _upload("File")


class LinkForm(Form):
    """A link to where a version can be read."""

    address = Text("Address", max_length=500, help_text="It begins with https://")


class RemoveForm(Form):
    """Why something is taken out."""

    because = LongText("Why", max_length=400, rows=2)


class DocumentFilterForm(FilterForm):
    """What the list is to show."""

    kind = Pick("Kind", choices=[("", "Every kind"), *DocumentKind.choices], required=False)
    state = Pick("Which", choices=[("", "All that stand"), *State.choices], required=False)
    words = Text("Words in the title, or a reference", required=False, max_length=100)
