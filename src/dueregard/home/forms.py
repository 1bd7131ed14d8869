"""What is asked on the pages that read everything."""

from dueregard.ui.fields import Form, Pick, Text


class SearchForm(Form):
    """Words to look for, and perhaps one kind of record. Sent, not put in the address: logs keep addresses, and words may name somebody."""

    words = Text("Words to look for", width="20", max_length=200, error_messages={"required": "Type a word to look for"})
    kind = Pick("Kind of record", required=False)
