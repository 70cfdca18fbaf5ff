"""What a person does at the desk in a browser: sign in, begin a draft, confirm an act."""

PASSWORD = "en mening som är lätt att minnas"


def sign_in(page, address: str, email: str, password: str = PASSWORD) -> None:
    page.goto(f"{address}/logga-in/losenord/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", password)
    page.get_by_role("button", name="Logga in").click()
    page.wait_for_url("**/admin/")


def make_strategist(page, address: str, email: str, name: str) -> None:
    """As an administrator: an account, and what it may do."""
    page.goto(f"{address}/admin/sodertorn/user/add/")
    page.fill("[name=email]", email)
    page.fill("[name=name]", name)
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    page.locator("[name=_continue]").click()
    page.check("[name=is_staff]")
    page.locator("[name=_save]").click()


def begin_draft(page, address: str, slug: str, title: str, source: str = "") -> None:
    page.goto(f"{address}/admin/utkast/nytt/" + (f"?fran={source}" if source else ""))
    page.fill("[name=title]", title)
    page.fill("[name=slug]", slug)
    page.locator("main form button.button").click()
    page.wait_for_url(f"**/admin/utkast/{slug}/")
