"""Linked data says only what schema.org has, of the kinds that it asks for: its vocabulary as TypeScript's types.

The types (schema-dts, made from schema.org's own definitions) and TypeScript are had from npm at fixed versions.
"""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.pages.site import browser

pytest_plugins = ["tests.pages.conftest"]
pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

COMPILER = "npm exec --yes --package=typescript@5.9.3 --package=schema-dts@1.1.5 -- which tsc"
CHECK = "--noEmit --strict --skipLibCheck --module commonjs --moduleResolution node"
OWNER = {"name": "Huddinge kommun", "number": "212000-0068", "email": "registret@example.se"}
SLUGS = ("2013", "2019", "2019-justerad-2021", "2023-2026")


def ours(told):
    """Without what is said in another vocabulary (dcterms:…) and the context."""
    if isinstance(told, list):
        return [ours(one) for one in told]
    if not isinstance(told, dict):
        return told
    return {name: ours(one) for name, one in told.items() if ":" not in name and name != "@context"}


def faults(documents: dict[str, dict], folder: Path) -> list[str]:
    """What the compiler finds in documents, by their names."""
    compiler = subprocess.run(COMPILER.split(), capture_output=True, text=True, check=True).stdout.split()[-1]
    (folder / "node_modules").symlink_to(Path(compiler).parent.parent)
    for name, told in documents.items():
        kind, said = told["@type"], json.dumps(ours(told), ensure_ascii=False, indent=1)
        typed = f'import type {{ {kind} }} from "schema-dts";\nexport const told: {kind} = {said};\n'
        (folder / f"{name}.ts").write_text(typed)
    files = [f"{name}.ts" for name in documents]
    found = subprocess.run([compiler, *CHECK.split(), *files], capture_output=True, text=True, cwd=folder)
    print(f"{len(files)} documents checked")
    return found.stdout.splitlines()


def test_what_is_said_of_the_register_and_of_each_programme(settings, tmp_path):
    settings.OWNER = settings.OWNER | OWNER
    programmes = [f"{way}/program/{slug}/data.jsonld" for way in ("", "/en") for slug in SLUGS]
    documents = {
        re.sub(r"\W", "-", one).strip("-"): json.loads(browser().get(one).content)
        for one in ("/data.jsonld", *programmes)
    }

    assert len(documents) == 9
    assert faults(documents, tmp_path) == []


def test_the_checker_finds_what_schema_org_has_not(tmp_path):
    name = {"@type": "Dataset", "nam": "Registret"}
    kind = {"@type": "Dataset", "dateModified": {"@type": "Place"}}

    found = "\n".join(faults({"name": name, "kind": kind}, tmp_path))

    assert "'\"nam\"' does not exist" in found and "Place" in found
