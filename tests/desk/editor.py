"""The editor of a draft as a browser works it: read the form, type, press a button."""

from django.test import Client

from tests.pages.site import Page, text_of

ADDRESS = "/admin/utkast/{}/"


class Editor:
    """One window with the editor open. What is typed stays in it until the page says otherwise."""

    def __init__(self, client: Client, slug: str):
        self.client, self.address = client, ADDRESS.format(slug)
        self.show(client.get(self.address))

    def show(self, response):
        self.response, self.page = response, Page(response)
        self.typed = fields(self.page) if response.status_code in (200, 409) else self.typed

    def type(self, **words: str) -> "Editor":
        """`type(**{"text-vision": "Vi leder"})`"""
        for name, text in words.items():
            assert name in self.typed, name
            self.typed[name] = [text]
        return self

    def press(self, do: str = "save") -> "Editor":
        assert do in buttons(self.page) or do == "show", f"no button {do}"
        self.show(self.client.post(self.address, self.typed | {"do": do}))
        return self

    def save(self) -> "Editor":
        """Save, and follow where it leads."""
        self.press()
        assert self.response.status_code == 302, self.errors
        self.show(self.client.get(self.response["Location"]))
        return self

    def __getitem__(self, name: str) -> str:
        return self.typed[name][0]

    @property
    def order(self) -> list[str]:
        """The keys of the texts as they stand on the page; a minus before those that are removed."""
        return [
            f"-{line.split()[0]}" if line.endswith("removed") else line.split()[0]
            for line in self.typed["item"]
        ]

    @property
    def errors(self) -> str:
        return " ".join(self.page.texts_of("field__error") + self.page.texts_of("summary"))

    @property
    def notes(self) -> list[str]:
        return self.page.texts_of("draft-note")

    @property
    def focus(self) -> list[str]:
        return [found.get("id") for found in self.page.attributes(*FOCUSABLE) if "autofocus" in found]


FOCUSABLE = ("button", "textarea", "input", "select", "div")


def fields(page: Page) -> dict[str, list[str]]:
    """What the browser would send of the editor's form."""
    form = next(f for f in page.elements("form") if "data-keep" in dict(f.attributes))
    found: dict[str, list[str]] = {}
    for element in page.elements("input", "textarea", "select", node=form):
        attributes = dict(element.attributes)
        value = attributes.get("value", "")
        if element.name == "textarea":
            value = text_of(element).strip("\n")
        elif element.name == "select":
            options = [dict(option.attributes) for option in page.elements("option", node=element)]
            value = next((option["value"] for option in options if "selected" in option), options[0]["value"])
        found.setdefault(attributes["name"], []).append(value)
    found.pop("csrfmiddlewaretoken", None)
    return found


def buttons(page: Page) -> list[str]:
    return [found["value"] for found in page.attributes("button") if found.get("name") == "do"]
