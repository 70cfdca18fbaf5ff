"""The samples: each component with each of its states, and the values that show it."""

from django.core.paginator import Paginator

from sodertorn.style import sample_values as given
from sodertorn.style.sample_forms import FORMS, file_input

SAMPLES = {
    "brand_mark": {"": {}},
    "head": {
        "": {"title": "En rubrik säger vad sidan är", "lede": "Ingressen är en mening."},
        "antagna ord": {
            "kicker": "Överrad",
            "title": "Ord som är antagna",
            "official": True,
            "lede": "Ingress.",
            "note": "En not.",
        },
    },
    "mark": {state: {"state": state} for state in given.STATES},
    "state": {state: {"state": state, "label": label} for state, label in given.STATES.items()},
    "strokes": {
        "": {"strokes": given.STROKES, "label": "Fyra av åtta"},
        "stora, en utpekad": {
            "strokes": given.STROKES,
            "label": "Fyra av åtta",
            "size": "large",
            "current": 3,
        },
    },
    "count": {
        "länk": {"strokes": given.STROKES, "label": "Fyra av åtta har antagit", "url": given.HERE},
        "": {"strokes": given.STROKES, "label": "Fyra av åtta"},
    },
    "totals": {"": {"totals": [{"label": "Har antagit", "value": "Fyra av åtta", "strokes": given.STROKES}]}},
    "roll": {"": {"strokes": given.STROKES}},
    "key": {
        "": {"states": given.STROKES},
        "staplad": {"states": given.STROKES[:3], "stacked": True},
    },
    "map": {
        "": {"label": "Karta med varje läge", "shapes": given.STROKES},
        "upphört, inte känt": {
            "label": "Karta med två lägen",
            "shapes": [given.ENDED, given.UNKNOWN],
            "again": True,
        },
        "en bland lika": {"label": "Karta där en är utpekad", "shapes": given.ONE_AMONG_ALIKE, "again": True},
    },
    "place": {
        "": {
            "place": given.STROKES[0] | {"sentence": "Antog programmet."},
            "within": 'ul class="places" role="list"',
        }
    },
    "official": {
        "vision": given.OFFICIAL | {"size": "vision"},
        "stor, med rättelse": given.OFFICIAL
        | {
            "size": "large",
            "errata": [given.DISPUTED],
            "translation": "An unofficial translation",
            "checked": "Jämfört.",
        },
        "saknas": {
            "label": "Syfte",
            "missing": "Syftet är ännu inte infört i registret.",
            "missing_note": "Bilaga 1",
        },
    },
    "missing": {
        "": {
            "what": "Visionen är ännu inte införd i registret.",
            "note": "Bilaga 1",
            "source_title": "En källa",
            "source_url": given.HERE,
        }
    },
    "focus_area": {
        "": {
            "area": {
                "label": "Fokusområde 1 av 1",
                "name": "Tåg",
                "anchor": "prov-omrade",
                "network": "Ett nätverk",
                "goals": [given.GOAL, given.MISSING],
            }
        }
    },
    "decision_words": {"": {"words": "Kommunstyrelsen antar programmet."}},
    "decision_table": {
        "": {"caption": "Prov", "first": "Kommun", "rows": [given.ROW, given.UNKNOWN_ROW]},
        "program": {"caption": "Prov", "first": "Program", "rows": [given.ROW], "programmes": True},
    },
    "own_line": {
        "": {
            "rows": [
                given.OWN,
                given.OWN
                | {
                    "adopted_unknown": True,
                    "after_unknown": True,
                    "before": "Ett tidigare",
                    "before_url": given.HERE,
                },
            ]
        }
    },
    "facts": {"": {"facts": given.FACTS}},
    "chain_entry": {
        state: {"entry": entry, "within": 'ol class="chain" role="list"'}
        for state, entry in (
            ("", given.ENTRY),
            ("överstruken", given.CORRECTED),
            ("rättelse", given.CORRECTION),
        )
    },
    "extract": {
        "läses": {"extract": given.EXTRACT},
        "stängt": {
            "extract": given.EXTRACT | {"url": "", "state": "Inte granskat.", "remark": "En anmärkning."}
        },
    },
    "source": {
        "": {"source": given.SOURCE},
        "mer än ett": {
            "source": given.SOURCE | {"said": [given.SAID, {"words": "fler ord", "stance": "bounds"}]}
        },
        "motsäger": {"source": given.SOURCE | {"said": [given.SAID | {"stance": "contradicts"}]}},
    },
    "rule": {
        "källa": {"rule": given.RULE},
        "vår": {"rule": given.RULE | {"anchor": "prov-var", "origin": "ours", "source": None}},
    },
    "sum": {"": {"groups": given.GROUPS}},
    "only_swedish": {"": {"language": "en"}},
    "record_link": {"": {"url": given.HERE}},
    "cite": {"": {"cite": given.CITE}},
    "glossary_word": {
        "": {
            "word": {"key": "prov-ord", "term": "Ett ord", "means": "Vad det betyder."},
            "within": 'dl class="glossary"',
        }
    },
    "line": {"": given.LINE},
    "line_table": {"": {"rows": [given.TIMES, given.TIMES | {"nested": True, "note": "En not."}]}},
    "runway": {"": {"figure": given.RUNWAY}},
    "read_mark": {
        "som läst": {"read": given.READ, "id": "prov_read"},
        "annat": {"read": given.READ | {"kept": False}, "id": "prov_read_2"},
    },
    "chooser": {"": {"chooser": given.CHOOSER}},
    "compared": {
        "": {
            "texts": given.PAIRS,
            "areas": [
                {
                    "names": [given.PIECES],
                    "said": "Nytt område.",
                    "network": given.PIECES,
                    "rows": [given.PAIR],
                }
            ],
        },
        "i en spalt": {"texts": given.PAIRS, "within": 'div class="compared compared--one"'},
    },
    "reading": {
        "i dag": {"reading": {"sentence": "Läget i dag", "today_url": given.HERE}},
        "vald dag": {
            "reading": {
                "sentence": "Läget en annan dag",
                "chosen": True,
                "today_url": given.HERE,
                "day": "2021-01-14",
            }
        },
    },
    "search_form": {"": {"url": given.HERE, "query": "kollektivtrafik"}},
    "result": {
        "": {"result": given.RESULT, "within": 'ol class="result-list" role="list"'},
        "antagna ord": {
            "result": given.RESULT | {"official": True},
            "within": 'ol class="result-list" role="list"',
        },
    },
    "notice": {
        "": {"text": "En upplysning."},
        "varning": {"text": "En varning.", "kind": "warning", "url": given.HERE, "link": "Läs mer"},
        "gjort": {"text": "Det är gjort.", "kind": "success"},
        "fel": {"text": "Det gick inte.", "kind": "error"},
    },
    "pager": {"": {"shown": Paginator(range(90), 10).get_page(2)}},
    "word_diff": {"": {"pieces": given.PIECES}},
    "edits": {"": {"edits": [given.EDIT, given.EDIT | {"changes": []}]}},
    "comment": {
        "väntar": {"comment": given.COMMENT | {"about": "Så löd texten."}},
        "omhändertagen": {"comment": given.COMMENT | {"settled": "Infört.", "settled_on": "i dag"}},
        "tillbakadragen": {
            "comment": given.COMMENT | {"withdrawn": "Skickades två gånger.", "withdrawn_on": "i dag"}
        },
    },
    "paper_words": {
        "": {"paragraphs": [[{"words": "Kommunstyrelsen antar "}, {"words": "dag saknas", "gap": True}]]}
    },
    "error_summary": {"": {"form": FORMS["fel"]}},
    "field": {f"{state}: {field.name}": {"field": field} for state, form in FORMS.items() for field in form},
    "ways_on": {"": {}},
    "pdf_input": {
        "tom": {"name": "prov", "chooser": file_input("Välj en fil"), "within": 'div class="field"'},
        "mottagen": {
            "name": "prov2",
            "sha256": given.SUM,
            "named": "utdrag.pdf",
            "chooser": file_input("Välj en annan fil"),
            "within": 'div class="field"',
        },
    },
}
"""Each component with its states. What stands only inside another is seen there."""
