"""A file is looked at before it is kept, and kept as it is."""

import hashlib
from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from sodertorn.desk import file_texts, uploads
from sodertorn.storage import DurableStorage
from tests.pdf_files import UNFIT, pdf, saying, upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]  # it knows which files have been destroyed


def test_a_pdf_is_kept_byte_for_byte_by_its_hash():
    content = pdf(pages=3)

    sha256 = uploads.keep(upload(content))

    assert sha256 == hashlib.sha256(content).hexdigest()
    with default_storage.open(uploads.place(sha256)) as kept:
        assert kept.read() == content


def test_the_same_file_twice_is_kept_once():
    first, second = uploads.keep(upload()), uploads.keep(upload(name="samma igen.pdf"))

    assert first == second
    assert len(default_storage.listdir(first[:2])[1]) == 1


@pytest.mark.parametrize(("content", "told"), UNFIT.values(), ids=UNFIT.keys())
def test_what_is_unfit_is_refused_with_a_reason_and_not_kept(content, told):
    with pytest.raises(ValidationError, match=told):
        uploads.keep(upload(content))

    assert not uploads.kept(hashlib.sha256(content).hexdigest())


def test_a_file_that_is_too_large_is_refused_unread(monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST", 100)

    with pytest.raises(ValidationError, match="större än 100"):
        uploads.keep(upload())


def test_a_half_written_file_is_no_copy():
    content = pdf(pages=2)
    place = uploads.place(hashlib.sha256(content).hexdigest())
    default_storage.delete(place)
    default_storage.save(place, ContentFile(content[:10]))

    sha256 = uploads.keep(upload(content))

    assert uploads.size(sha256) == len(content)


def test_the_durable_storage_leaves_nothing_beside(tmp_path):
    storage = DurableStorage(location=tmp_path)

    storage.save("ab/abc.pdf", ContentFile(b"ett"))
    storage.save("ab/abc.pdf", ContentFile(b"hela"))

    assert [file.name for file in (tmp_path / "ab").iterdir()] == ["abc.pdf"]
    assert (tmp_path / "ab" / "abc.pdf").read_bytes() == b"hela"


def test_no_more_of_a_huge_file_is_taken_in_than_shows_that_it_is_huge(rf):
    request = rf.post(
        "/", {"file": SimpleUploadedFile("stor.pdf", b"%PDF-" + b"x" * (uploads.LARGEST + 3_000_000))}
    )

    with request.FILES["file"] as taken:
        assert uploads.LARGEST < taken.size < uploads.LARGEST + 200_000


def photo(kind: str, **saved) -> SimpleUploadedFile:
    made = BytesIO()
    Image.new("RGBA" if kind == "PNG" else "RGB", (80, 40), "white").save(made, kind, **saved)
    return SimpleUploadedFile(f"protokoll.{kind}", made.getvalue())


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_becomes_a_page(kind):
    first, again = uploads.keep(photo(kind), photos=True), uploads.keep(photo(kind), photos=True)

    assert first == again
    with default_storage.open(uploads.place(first)) as file, pikepdf.open(file) as made:
        assert len(made.pages) == 1


def test_where_a_photo_was_taken_is_left_out():
    exif = Image.Exif()
    exif[0x010E] = "hemma i köket"

    with default_storage.open(uploads.place(uploads.keep(photo("JPEG", exif=exif), photos=True))) as file:
        assert b"hemma" not in file.read()


@pytest.mark.parametrize(
    ("content", "photos", "why"),
    [
        (b"\xff\xd8\xff and no photo", True, "går inte att läsa"),
        (b"\0\0\0\x18ftypheic\0\0", True, "HEIC"),
        (b"\xff\xd8\xff", False, "ingen PDF"),
    ],
    ids=["a broken photo", "a photo as an iPhone keeps it", "a photo for a document"],
)
def test_what_photo_is_not_kept(content, photos, why):
    with pytest.raises(ValidationError, match=why):
        uploads.keep(SimpleUploadedFile("bild", content), photos=photos)


def test_who_reads_a_strangers_file_is_told_no_secret(monkeypatch, tmp_path):
    (tmp_path / "what_it_knows.py").write_text("import os; print(dict(os.environ))")
    monkeypatch.setenv("SECRET_KEY", "a-secret")
    monkeypatch.setattr("django.conf.settings.BASE_DIR", tmp_path)

    assert b"a-secret" not in uploads.in_a_process("what_it_knows", b"")


def test_a_busy_machine_is_not_remembered_as_a_file_without_a_personnummer(monkeypatch):
    def late(module, content):
        raise TimeoutError

    file_texts.remembered.cache_clear()
    sha256 = uploads.keep(upload(saying("Karin Ek, 811228-9874, fick ordet.")))
    with monkeypatch.context() as busy:
        busy.setattr(file_texts, "in_a_process", late)
        assert not file_texts.found_in(sha256).readable

    assert file_texts.found_in(sha256).personal_number
