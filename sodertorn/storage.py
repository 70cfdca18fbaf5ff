"""Where uploaded files are kept: whole or not at all, also when the power is cut."""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.core.files.storage import FileSystemStorage, InMemoryStorage
from django.core.files.uploadhandler import FileUploadHandler

LARGEST = 20 * 1024 * 1024
"""Bytes; the largest file that is taken."""


@contextmanager
def whole_or_not(place: Path):
    """A file to write into, which takes its place, synced, when all is written; before that nobody finds it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place.parent, suffix=".unfinished", delete=False) as beside:
        try:
            yield beside
            beside.flush()
            os.fsync(beside.fileno())
            os.replace(beside.name, place)
        except BaseException:  # a full disk above all: what could not be written takes none of it
            os.unlink(beside.name)
            raise
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


class OneName:
    """A file is kept by its hash: what is saved again takes the place of the same."""

    def get_available_name(self, name, max_length=None):
        return name


class MemoryStorage(OneName, InMemoryStorage):
    """For tests."""


class DurableStorage(OneName, FileSystemStorage):
    """Writes beside the place, syncs, and only then takes the place: a half file is never found there."""

    def _save(self, name, content):
        with whole_or_not(Path(self.path(name))) as beside:
            for chunk in content.chunks():
                beside.write(chunk)
        return name


class CutOff(FileUploadHandler):
    """Passes on no more of a file than shows that it is too large, so that nobody fills the disk with one."""

    def receive_data_chunk(self, raw_data, start):
        return raw_data if start <= LARGEST else None

    def file_complete(self, file_size):
        return None
