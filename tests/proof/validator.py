"""veraPDF's own validator, as the npm package @opendataloader/pdf carries it, at a fixed version in npm's cache.

What that package lacks is JAXB, which Debian has (libjaxb-java). `Validate.java` is compiled as it is run: it needs a JDK.
"""

import subprocess
from functools import cache
from pathlib import Path
from urllib.parse import quote

from tests.pages.site import LINK, Page, browser

CARRIER = "npm exec --yes --package=@opendataloader/pdf@2.5.11 -- which opendataloader-pdf"
JAXB = (
    "jaxb-api.jar",
    "jaxb-runtime.jar",
    "jaxb-core.jar",
    "istack-commons-runtime.jar",
    "javax.activation.jar",
)
JARS = Path("/usr/share/java")
VALIDATE = Path(__file__).with_name("Validate.java")
STANDARDS = ["ua1", "2a"]


RECORDS = {"program.pdf", "antagande.pdf", "beslut.pdf", "jamforelse.pdf"}
PAPERS = {"missiv.pdf", "underlag.pdf"}
SENT = {"bilaga.pdf"}


@cache
def classes() -> str:
    """Where Java finds the validator: beside the program that npm puts on the path."""
    found = subprocess.run(CARRIER.split(), capture_output=True, text=True, check=True)
    package = Path(found.stdout.split()[-1]).resolve().parent.parent
    return ":".join(map(str, [package / "lib" / "opendataloader-pdf-cli.jar", *(JARS / jar for jar in JAXB)]))


def faults(files: dict[str, bytes], folder: Path) -> list[str]:
    """What the validator finds in the files, by name."""
    for name, content in files.items():
        (folder / quote(name, safe="")).write_bytes(content)
    told = subprocess.run(
        [
            "java",
            "-cp",
            classes(),
            str(VALIDATE),
            ",".join(STANDARDS),
            *(quote(name, safe="") for name in files),
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    said = [line.split("\t") for line in told.stdout.splitlines() if line.count("\t") == 3]
    closing = [line for line in said if line[0] != "fault"]
    assert len(closing) == len(files) * len(STANDARDS), told.stderr
    print(
        f"{len(files)} PDF files, {sum(int(line[3]) for line in closing)} assertions of PDF/UA-1 and PDF/A-2a; {sum(line[0] == 'compliant' for line in closing)} compliant"
    )
    return sorted(" ".join(line) for line in said if line[0] != "compliant")


def linked(pages: list[Page], names: set[str]) -> dict[str, bytes]:
    """The files that these pages lead to, which have all of these names, in both languages; not what was sent once."""
    links = {link.split("?")[0] for page in pages for link in LINK.findall(page.html)}
    links = {link for link in links if link.endswith(".pdf") and link.rpartition("/")[2] not in SENT}
    assert {link.rpartition("/")[2] for link in links} == names
    assert {link.startswith("/en/") for link in links} == {True, False}
    return {link: browser().get(link).content for link in sorted(links)}
