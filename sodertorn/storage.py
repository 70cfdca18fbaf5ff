"""Where uploaded files are kept: whole or not at all, also when the power is cut."""

import os
import tempfile
from pathlib import Path

from django.core.files.storage import FileSystemStorage
from django.core.files.uploadhandler import FileUploadHandler

LARGEST = 20 * 1024 * 1024
"""Bytes; the largest file that is taken."""


class DurableStorage(FileSystemStorage):
    """Writes beside the place, syncs, and only then takes the place: a half file is never found there."""

    def get_available_name(self, name, max_length=None):
        return name

    def _save(self, name, content):
        place = Path(self.path(name))
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as beside:
            for chunk in content.chunks():
                beside.write(chunk)
            beside.flush()
            os.fsync(beside.fileno())
        os.replace(beside.name, place)
        folder = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return name


class CutOff(FileUploadHandler):
    """Passes on no more of a file than shows that it is too large, so that nobody fills the disk with one."""

    def receive_data_chunk(self, raw_data, start):
        return raw_data if start <= LARGEST else None

    def file_complete(self, file_size):
        return None
