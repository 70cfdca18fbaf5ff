"""The same pages as PDF files, set with typst: each row on one baseline, its cells from left to right."""

import json

import typst

SOURCE = b"""#set page(margin: 18mm)
#set text(size: 8.5pt, lang: "sv", hyphenate: false)
#let pages = json(bytes(sys.inputs.pages))
#for (n, rows) in pages.enumerate() {
  if n > 0 { pagebreak() }
  for row in rows {
    if row.len() == 1 { par(row.at(0)) } else { grid(columns: row.map(_ => 1fr), gutter: 4mm, ..row.map(cell => [#cell])) }
  }
}
"""


def pdf(pages: list[list[tuple[str, ...]]]) -> bytes:
    return typst.compile(SOURCE, format="pdf", sys_inputs={"pages": json.dumps(pages)})
