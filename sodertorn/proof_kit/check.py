# ruff: noqa: UP031
"""Checks the proof kit that it lies in: python3 check.py. Needs nothing but Python 3.8 or newer.

It reads the files beside it and writes nothing. README.txt says what each file is and how to
do the same by hand with sha256sum.
"""

import hashlib
import json
import sys
from pathlib import Path

KIT = Path(__file__).resolve().parent
NOT_STATED = ("before", "edited", "edits", "places")  # of the line alone
faults = []


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def must(holds, fault):
    if not holds:
        faults.append(fault)


def closed(value):
    """Words with their salt become the commitment that stands in the log."""
    if isinstance(value, dict) and set(value) == {"words", "salt"}:
        return {"sha256": sha256((value["salt"] + ":" + value["words"]).encode())}
    if isinstance(value, dict):
        return {name: closed(part) for name, part in value.items()}
    return [closed(part) for part in value] if isinstance(value, list) else value


# The event log: each line names the one before by its hash.
lines = [line for line in (KIT / "log.jsonl").read_bytes().split(b"\n") if line]
log, before = {}, ""
for place, line in enumerate(lines, 1):
    said = json.loads(line)
    must(said["number"] == place, "log.jsonl: line %d has the number %s" % (place, said["number"]))
    must(said["before"] == before, "log.jsonl: line %d does not follow on the line before" % place)
    log[place], before = said, sha256(line)

# The records: each is what its line in the log commits to.
records = json.loads((KIT / "records.json").read_text("utf-8"))
for record in records:
    line = {name: value for name, value in log.get(record["number"], {}).items() if name not in NOT_STATED}
    must(closed(record) == line, "records.json: event %d is not what the log says" % record["number"])

# The text, the annex and the extracts: each has the checksum that a record states.
placements = [record["states"] for record in records if record["kind"] == "placement"]
text = KIT / "text.txt"
if any("fingerprint" in states for states in placements):
    fingerprint = sha256(text.read_bytes()) if text.exists() else "missing"
    must(all(s.get("fingerprint") == fingerprint for s in placements), "text.txt: not the text that was sent")
stated = {s.get("annex_sha256") for s in placements} | {r["states"].get("extract") for r in records}
files = [path for folder in ("annex", "extracts") for path in sorted((KIT / folder).glob("*"))]
for path in files:
    must(sha256(path.read_bytes()) == path.stem, "%s: not what its name says" % path.name)
    must(path.stem in stated, "%s: no record states it" % path.name)

# What has been destroyed by law is not here; its checksum stands where it always stood.
destroyed = {
    r["states"]["extract"]: r["number"] for r in records if r["states"].get("step") == "extract_destroyed"
}
for path in files:
    must(path.stem not in destroyed, "%s: destroyed, says a record" % path.name)

for fault in faults:
    print("WRONG  " + fault)
print("%d events in the log, %d records, %d files checked" % (len(lines), len(records), len(files)))
for name, number in sorted(destroyed.items()):
    print("Event %d: the extract %s has been destroyed" % (number, name))
print("The log ends with the checksum " + before)
print("Compare it with one that you got from somebody else, or earlier.")
sys.exit(1 if faults else 0)
