"""Files that came and were never registered are removed, when nobody can be about to register them."""

from datetime import timedelta

from django.apps import apps
from django.core.files.storage import default_storage
from django.utils import timezone

from adoption.models import Started
from sodertorn.backup.rows import named_files
from sodertorn.one_act import one_act

KEPT = timedelta(days=30)
"""Long after every session in which one was chosen; what is chosen again is young again (sodertorn.desk.uploads)."""


@one_act
def remove_unnamed_files() -> int:
    """Remove the files that no row names, also what a write left unfinished, when old. Gives how many.

    Alone, as acts are: none can come to name a file while it is being removed.
    """
    begun = {there.typed.get("extract", "") for there in Started.objects.all()}
    named = {*named_files(apps.get_models(include_auto_created=True)), *begun}
    old = [place for place in places() if timezone.now() - default_storage.get_modified_time(place) > KEPT]
    unnamed = [place for place in old if place.rpartition("/")[2].removesuffix(".pdf") not in named]
    for place in unnamed:
        default_storage.delete(place)
    return len(unnamed)


def places() -> list[str]:
    """Where all files lie: in folders named by the first characters of their hashes."""
    if not default_storage.exists(""):
        return []
    folders, _files = default_storage.listdir("")
    return [f"{folder}/{name}" for folder in folders for name in default_storage.listdir(folder)[1]]
