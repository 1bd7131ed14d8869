"""What may be kept: files are judged by their bytes, never by their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dueregard.documents.rules import file_type, why_not_keep
from dueregard.documents.rules import zipped as zipped_rules
from dueregard.documents.tests.samples import EXE, JPEG, PDF, mail, office, open_document, png, zipped

MOST = 1024 * 1024

KEPT = [
    ("a.pdf", PDF, "pdf"),
    ("a.docx", office("docx"), "docx"),
    ("a.xlsx", office("xlsx"), "xlsx"),
    ("a.pptx", office("pptx"), "pptx"),
    ("a.odt", open_document("odt"), "odt"),
    ("a.ods", open_document("ods"), "ods"),
    ("a.png", png(), "png"),
    ("a.JPG", JPEG, "jpeg"),
    ("a.txt", "Terms – agreed".encode(), "txt"),
    ("old.txt", "caf\xe9".encode("cp1252"), "txt"),
    ("wide.txt", "Terms".encode("utf-16"), "txt"),
    ("a.csv", b"seat,3 March\nPolice,x\n", "csv"),
    ("a.eml", mail(), "eml"),
    ("with.eml", mail(PDF, "agenda.pdf"), "eml"),
]

# name, bytes, words of the refusal
REFUSED = [
    ("empty.pdf", b"", "empty"),
    ("blank.txt", b"\xef\xbb\xbf \r\n", "empty"),
    ("zeros.pdf", b"\x00" * 500, "empty"),
    ("large.txt", b"a" * (MOST + 1), "larger than 1 MB"),
    ("program.exe", EXE, "a program"),
    ("report.pdf", EXE, "a program"),
    ("report.docx", b"\x7fELF" + b"\x01" * 50, "a program"),
    ("go.sh", b"#!/bin/sh\nrm -rf /\n", "a script"),
    ("go.txt", b"@echo off\r\ndel *.*\r\n", "a script"),
    ("page.html", b"<!DOCTYPE html><p>Hello</p>", "web page"),
    ("page.txt", b"Minutes\n<script>alert(1)</script>", "web page"),
    ("page.csv", b"a,<IFRAME src=x>", "web page"),
    ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "web page"),
    ("drawing.png", b"<?xml version='1.0'?><svg/>", "web page"),
    ("all.zip", zipped({"a.txt": b"a"}), "archive"),
    ("all.docx", zipped({"a.txt": b"a"}), "archive"),
    ("all.gz", b"\x1f\x8b\x08\x00rest", "archive"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x01" * 500, "old kind"),
    ("a.rtf", b"{\\rtf1 words}", "Rich text"),
    ("a.gif", b"GIF89a\x01\x00", "PNG or JPEG"),
    ("a.bin", b"\x01\x02\x03\x04\x05", "Bring in a PDF"),
    ("macros.docm", office("docx", content_type="application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
    ("macros.docx", office("docx", **{"word/vbaProject.bin": b"x"}), "macros"),
    ("macros.xlsx", office("xlsx", **{"xl/activeX/activeX1.xml": b"x"}), "macros"),
    ("macros.odt", open_document("odt", **{"Basic/Standard/Module1.xml": b"x"}), "macros"),
    ("inside.docx", office("docx", **{"word/embeddings/run.exe": b"MZ"}), "program or a script inside"),
    ("escape.docx", office("docx", **{"../../evil.txt": b"x"}), "outside its own folder"),
    ("half.docx", office("docx")[:-30], "cut off"),
    ("half.pdf", PDF[:40], "cut off"),
    ("half.png", png()[:-4], "cut off"),
    ("half.jpg", JPEG[:-2], "cut off"),
    ("behind.png", png() + zipped({"a.txt": b"a"}), "hidden behind"),
    ("behind.jpg", JPEG + zipped({"a.txt": b"a"}), "hidden behind"),
    ("two.pdf", PDF + zipped({"a.txt": b"a"}) + b"%%EOF", "two kinds"),
    ("behind.docx", office("docx") + b"<script>", "two kinds"),
    ("runs.pdf", PDF.replace(b"/Catalog", b"/Catalog /OpenAction << /S /JavaScript /JS (x) >>"), "runs something"),
    ("hidden.pdf", PDF.replace(b"/Catalog", b"/Catalog /OpenAction << /S /J#61vaScript >>"), "runs something"),
    ("disguised.docx", PDF, "ends in docx, but what is in it is: PDF"),
    ("disguised.pdf", office("xlsx"), "ends in pdf, but what is in it is: Excel"),
    ("disguised.bat", b"Just words", "ends in bat"),
    ("no name", PDF, "something else"),
    ("attached.eml", mail(EXE, "agenda.pdf"), "attached to the e-mail"),
]


@pytest.mark.parametrize(("name", "content", "found"), KEPT, ids=[row[0] for row in KEPT])
def test_it_is_kept_as_what_is_in_it(name: str, content: bytes, found: str) -> None:
    assert why_not_keep(content, name=name, most=MOST) is None
    assert file_type(content, name=name) == found


@pytest.mark.parametrize(("name", "content", "words"), REFUSED, ids=[row[0] for row in REFUSED])
def test_it_is_refused_in_words(name: str, content: bytes, words: str) -> None:
    reason = why_not_keep(content, name=name, most=MOST)

    assert reason is not None
    assert words in reason


def test_a_damaged_office_file_is_refused() -> None:
    whole = office("docx")
    spoilt = whole.replace(whole[60:64], b"\x00\x01\x02\x03", 1)

    assert why_not_keep(spoilt, name="spoilt.docx", most=MOST) is not None


@given(content=st.binary(max_size=400), name=st.text(max_size=20))
def test_no_bytes_and_no_name_make_it_fall_over(content: bytes, name: str) -> None:
    reason = why_not_keep(content, name=name, most=MOST)

    assert reason is None or reason.strip()


@given(cut=st.integers(min_value=1, max_value=len(office("docx")) - 1))
def test_an_office_file_cut_anywhere_is_refused(cut: int) -> None:
    assert why_not_keep(office("docx")[:cut], name="cut.docx", most=MOST) is not None


def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped_rules, "MOST_UNPACKED", 10_000)
    bomb = office("docx", **{"word/more.xml": b"\x00" * 10_001})

    reason = why_not_keep(bomb, name="bomb.docx", most=MOST)

    assert reason is not None
    assert "unpacks to far more" in reason
