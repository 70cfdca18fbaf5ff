"""The register file: the public facts as one JSON document (docs/register-file.md).

`codec` says how a fact is written, `writer` writes a file, `reader` finds out whether a
text is one, and `importer` brings it into the database.
"""

FORMAT = "sodertorn-register/1"
