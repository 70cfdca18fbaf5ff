"""How a test works at the desk: somebody signed in, a page read, a form filled in as it was given and sent."""

from django.test import Client

from sodertorn.desk.own_files import signed
from sodertorn.desk.uploads import keep
from tests.factories import UserFactory
from tests.pages.site import Page
from tests.pdf_files import upload


def strategist(**stated):
    return UserFactory(is_staff=True, **stated)


def desk_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def read(client: Client, address: str) -> Page:
    return Page(client.get(address))


def send(client: Client, address: str, **typed) -> Page:
    return Page(client.post(address, typed))


def confirmed(client: Client, address: str, **typed) -> Page:
    """Fill in the form of an act as it stands now, see what the register will say, and agree."""
    typed = opened(client, address) | typed
    asked = send(client, address, step="review", **typed)
    assert "Stämmer det här?" in asked.html, asked.texts_of("summary") or asked.main
    return Page(client.post(address, {"step": "confirm", **typed}))


def opened(client: Client, address: str) -> dict[str, str]:
    """What the form of an act says of itself when it is opened: the newest entry then, and the one to compare."""
    boxes = read(client, address).attributes("input")
    return {f["name"]: f["value"] for f in boxes if f.get("name") in ("seen", "entry")}


def errors(page: Page) -> str:
    return " ".join(page.texts_of("summary"))


def carried_file(client: Client, content: bytes | None = None) -> str:
    """What a form carries of a file that has come from whoever is signed in."""
    return signed(keep(upload(content)), client.session["_auth_user_id"])


def boxes(page: Page) -> dict[str, str]:
    """What the form's boxes hold, by their names; a file has come under its own."""
    found = {}
    for element in page.elements("input", "textarea"):
        attributes = dict(element.attributes)
        if attributes.get("type") == "file":
            continue
        words = "".join(child for child in element.children if isinstance(child, str))
        found[attributes.get("name", "")] = attributes.get("value", words)
    return found
