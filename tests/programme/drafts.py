"""Drafts as values, for tests: `draft("vision: Vi leder", "area a: Spår", "goal g in a: Tåg")`."""

from programme.draft_reading import read_draft
from programme.draft_services import save_draft
from programme.drafting import PARTICULARS, Draft, Item, arranged

KINDS = {
    "vision": "vision",
    "section": "section",
    "area": "focus_area",
    "goal": "goal",
    "point": "point",
}


def item(line: str) -> Item:
    head, _, text = line.partition(": ")
    kind, key, *under = head.split(" ") if " " in head else (head, head)
    return Item(key, KINDS[kind], under[1] if under else "", text=text)


def draft(*lines: str, **particulars: str) -> Draft:
    return arranged(dict.fromkeys(PARTICULARS, "") | particulars, [item(line) for line in lines])


def lines(value: Draft) -> list[str]:
    """The texts that stay, as `draft` takes them; the empty places that every draft has are left out."""
    names = {kind: word for word, kind in KINDS.items()}
    shown = [i for i in value.kept.items if i.kind in names and not (i.kind == "vision" and i.blank)]
    return [
        f"{' '.join(dict.fromkeys([names[i.kind], i.key]))}{f' in {i.parent}' if i.parent else ''}: {i.text}"
        for i in shown
    ]


def with_text(value: Draft, key: str, text: str, **more) -> Draft:
    return value.with_item(Item(**vars(value.item(key)) | {"text": text} | more))


def opened(revision) -> tuple[Draft, int]:
    """A draft as an editor opens it, with the number that its form carries."""
    revision.refresh_from_db()
    newest = revision.savings.order_by("-number").first()
    return read_draft(revision), newest.number if newest else 0


def save(revision, change, by=None, **more):
    """Open the draft, change it and save it."""
    draft, base = opened(revision)
    return save_draft(revision=revision, draft=change(draft), base=base, by=by, **more)


def text(key, words, **more):
    return lambda draft: with_text(draft, key, words, **more)
