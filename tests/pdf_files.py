"""PDF files made for tests: plain ones, and ones that must not be kept."""

from io import BytesIO

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile


def pdf(change=lambda made: None, pages: int = 1, **saving) -> bytes:
    """The bytes of a PDF with empty pages; `change` adds to it before it is saved."""
    made = pikepdf.new()
    for _page in range(pages):
        made.add_blank_page()
    change(made)
    written = BytesIO()
    made.save(written, deterministic_id="encryption" not in saving, **saving)
    return written.getvalue()


def upload(content: bytes | None = None, name: str = "utdrag.pdf") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, pdf() if content is None else content, content_type="application/pdf")


def saying(*pages: str) -> bytes:
    """A PDF whose text layer says something on each page, line by line."""
    made = pikepdf.new()
    for text in pages:
        made.add_blank_page()
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        made.pages[-1].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        lines = b" T* ".join(b"(" + line.encode("cp1252") + b") Tj" for line in text.split("\n"))
        content = b"BT /F1 12 Tf 14 TL 20 700 Td " + lines + b" ET"
        made.pages[-1].Contents = made.make_stream(content)
    written = BytesIO()
    made.save(written, deterministic_id=True)
    return written.getvalue()


def with_script(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def with_attachment(made: pikepdf.Pdf) -> None:
    made.attachments["dold.txt"] = b"dolt"


def with_deep_nesting(made: pikepdf.Pdf) -> None:
    nested = pikepdf.Array([])
    for _level in range(60):
        nested = pikepdf.Array([nested])
    made.Root.Nested = nested


COMPRESSED = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}

UNFIT = {
    "empty file": (b"", "ingen PDF"),
    "a web page": (b"<html><body>utdrag</body></html>", "ingen PDF"),
    "a web page with a PDF after it": (b"<html>" + pdf(), "ingen PDF"),
    "cut off": (pdf()[:200], "skadad"),
    "locked with a password": (pdf(encryption=pikepdf.Encryption(owner="a", user="b")), "lösenord"),
    "encrypted without a password": (pdf(encryption=pikepdf.Encryption(owner="a", user="")), "krypterad"),
    "no pages": (pdf(pages=0), "inga sidor"),
    "a script": (pdf(with_script), "skript"),
    "a script in a compressed object": (pdf(with_script, **COMPRESSED), "skript"),
    "an attachment": (pdf(with_attachment), "bifogade filer"),
    "nested too deeply": (pdf(with_deep_nesting), "skadad"),
}
"""What is wrong with a file, its bytes, and a word of what the user is told."""
