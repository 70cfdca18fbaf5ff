"""Decisions at the desk: a message from Tyresö as a strategist types it, and what a form's controls hold."""

from sodertorn.register import Register
from tests.factories import EIGHT, SentFactory, day
from tests.pages.site import Page, spaces

NEW = "/admin/beslut/nytt/"


def awaiting_three():
    """A programme that five of the eight have adopted; not Salem, Södertälje and Tyresö."""
    return SentFactory(slug="2027-2030", seats=EIGHT, adopted_by=list(EIGHT)[:5])


def message(**other) -> dict:
    """Tyresö's board adopted it on a Monday, § 7."""
    typed = {
        "revision": "2027-2030",
        "municipality": "tyreso",
        "body": "board",
        "on": day(10).isoformat(),
        "paragraph": "7",
        "outcome": "adopted",
        "text_change": "unchanged",
        "source_kind": "message",
    }
    return typed | other


def address(decision, page: str = "") -> str:
    return f"/admin/beslut/{decision.entry.fact}/{page}"


def held(page: Page) -> dict[str, str]:
    """What the form's controls hold, by their names: what a browser would send, files apart.

    White space in it is as the parser leaves it.
    """
    found = {}
    for element in page.elements("input", "textarea", "select"):
        said = dict(element.attributes)
        if said.get("type") in ("radio", "checkbox") and "checked" not in said or said.get("type") == "file":
            continue
        if element.name == "select":
            options = [dict(option.attributes) for option in page.elements("option", node=element)]
            said["value"] = next((o["value"] for o in options if "selected" in o), "")
        words = "".join(child for child in element.children if isinstance(child, str))
        otherwise = "on" if said.get("type") == "checkbox" else words
        found[said.get("name", "")] = spaces(said.get("value", otherwise))
    return found


def is_there(typed: dict[str, str], page: Page) -> bool:
    """Whether everything that was typed stands in the page's controls."""
    boxes = held(page)
    return {name: boxes.get(name, "") for name in typed} == {n: spaces(v) for n, v in typed.items()}


def says(page: Page) -> list[str]:
    section = next(
        e for e in page.elements("section") if dict(e.attributes).get("aria-labelledby") == "sager"
    )
    return page.texts("p", node=section)


def of_tyreso():
    return [decision for decision in Register().decisions.values() if decision.case.body.seat == "tyreso"]
