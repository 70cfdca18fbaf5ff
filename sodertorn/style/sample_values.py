"""The values of the samples: words that are nobody's, in Swedish, as what they stand for is."""

from sodertorn.word_diff import word_diff

HERE = "#innehall"
SUM = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
GROUPS = [SUM[n : n + 8] for n in range(0, 64, 8)]
STATES = {
    "checked": "Antaget",
    "stated": "Antaget",
    "other": "Antaget",
    "referred": "Återremitterat",
    "postponed": "Bordlagt",
    "rejected": "Avslaget",
    "council": "Hos fullmäktige",
    "awaiting": "Väntar på beslut",
    "ended": "Upphävt",
    "unknown": "Inte känt",
}
PLACES = {
    "botkyrka": "Botkyrka",
    "haninge": "Haninge",
    "huddinge": "Huddinge",
    "nykvarn": "Nykvarn",
    "nynashamn": "Nynäshamn",
    "salem": "Salem",
    "sodertalje": "Södertälje",
    "tyreso": "Tyresö",
}
STROKES = [
    {"state": state, "label": label, "name": name, "slug": slug, "url": HERE, "note": "den dagen"}
    for (state, label), (slug, name) in zip(STATES.items(), PLACES.items(), strict=False)
]
ENDED, UNKNOWN = (
    STROKES[n] | {"state": state, "label": STATES[state]} for n, state in enumerate(("ended", "unknown"))
)
ONE_AMONG_ALIKE = [one | {"state": "here" if one["slug"] == "huddinge" else "plain"} for one in STROKES]
PIECES = word_diff("Bättre tåg till alla", "Bättre tåg och bussar till alla")
ERRATUM = {
    "anchor": "prov-skrivfel",
    "place": "punkt 2",
    "stands": "kolektivtrafik",
    "reads": "kollektivtrafik",
    "sentences": ["Beslutat av samarbetskommittén.", "Ingen har svarat."],
}
DISPUTED = ERRATUM | {"anchor": "prov-bestritt", "disputed": True}
KIN = [
    {
        "relation": "Motsvarar enligt vår bedömning i det förra:",
        "text": "Bättre tåg",
        "url": HERE,
        "why": "Samma sak.",
    }
]
GOAL = {
    "label": "Mål 1",
    "anchor": "prov-mal-1",
    "url": HERE,
    "text": "Här står ett mål med de ord som styrelserna har antagit.",
    "points": ["En punkt", "En punkt till"],
    "checked": "Jämfört med källan av en annan person.",
    "errata": [ERRATUM],
    "lineage": KIN,
}
MISSING = {
    "label": "Mål 2",
    "anchor": "prov-mal-2",
    "missing": "Målet är ännu inte infört i registret.",
    "missing_note": "Bilaga 1",
}
OFFICIAL = {
    "label": "Vision",
    "text": "Här står en vision, med de ord som är antagna.",
    "source_title": "En källa",
    "source_url": HERE,
}
ROW = {
    "name": "Tyresö",
    "url": HERE,
    "state": "checked",
    "label": "Antaget",
    "day": "12 januari 2027",
    "body": "kommunstyrelsen",
    "paragraph": "§ 9",
    "strength": "granskat mot justerat protokoll",
    "decision_url": HERE,
    "decision_label": "Händelse 31",
}
UNKNOWN_ROW = ROW | {
    "state": "unknown",
    "label": "Inte känt",
    "day": "inte känt här",
    "day_unknown": True,
    "paragraph": "inte känd här",
    "paragraph_unknown": True,
    "note": "Något hände med ärendet.",
}
ENTRY = {
    "number": 31,
    "url": HERE,
    "anchor": "prov-31",
    "act": "Registrerat",
    "act_kind": "register",
    "recorded": "7 december 2026 kl. 14.02 av en kommun",
    "sentence": "Kommunstyrelsen antog programmet.",
}
CORRECTED = ENTRY | {"anchor": "prov-32", "struck": True, "struck_by": 33}
CORRECTION = ENTRY | {
    "number": 33,
    "anchor": "prov-33",
    "act": "Rättat",
    "act_kind": "correct",
    "reason": "Vårt skrivfel.",
    "changes": [{"label": "Paragraf", "before": "§ 9", "after": "§ 19"}],
}
CELL = {
    "pieces": PIECES,
    "place": {"number": "Mål 1", "area": "Tåg", "url": HERE},
    "notes": ["En not."],
    "errata": [],
}
PAIR = {
    "heading": "Mål 1",
    "state": "changed",
    "label": "Ny lydelse",
    "reordered": True,
    "reasons": ["Samma sak."],
    "cells": [
        {"side": "earlier", "label": "Tidigare lydelse", "texts": [CELL]},
        {"side": "later", "absent": "Finns inte i det senare programmet."},
    ],
}
PAIRS = [
    PAIR | {"heading": "Vision"},
    PAIR | {"heading": "Syfte", "state": "new", "label": "Ny"},
    PAIR | {"heading": "Uppföljning", "state": "ended", "label": "Upphört"},
    PAIR
    | {
        "heading": "Övergripande mål",
        "state": "unchanged",
        "label": "Oförändrad lydelse",
        "cells": [{"side": "joined", "label": "Båda", "texts": [CELL]}],
    },
]
EXTRACT = {
    "state": "Granskat för personuppgifter och sekretess.",
    "filed": "Inlämnat i dag.",
    "size": "120 kB",
    "sha256": SUM,
    "url": HERE,
}
COMMENT = {"text": "Det här är en synpunkt.", "written": "En avsändare, i dag."}
EDIT = {
    "done": "Ändrat",
    "when": "i dag",
    "who": "En person",
    "why": "Därför",
    "kind": "~",
    "changes": [{"label": "Namn", "pieces": PIECES}],
}
PERIODS = [
    {
        "kind": kind,
        "x": f"{n * 15}%",
        "width": "14%",
        "title": kind,
        "days": "några dagar",
        "label": kind,
        "url": HERE,
    }
    for n, kind in enumerate(("known", "unknown", "asked", "ahead", "after", "unsettled"))
]
BAR = {
    "title": "Ett program",
    "url": HERE,
    "when": "Gäller",
    "label": "Alla slags tid",
    "periods": PERIODS,
    "adoptions": [{"x1": "10%", "x2": "20%", "ends": ["10%", "20%"], "kind": "interval", "title": "antogs"}],
}
LINE = {
    "label": "Programmen genom tiden",
    "years": [{"year": 2020, "x": "0%"}, {"year": 2025, "x": "50%"}],
    "terms": [
        {"x": "0%", "width": "45%", "label": "2018–2022", "short": True},
        {"x": "45%", "width": "50%", "label": "2022–2026", "now": True},
    ],
    "bars": [BAR, BAR | {"nested": True, "adoptions": []}],
    "key": [{"kind": period["kind"], "words": period["kind"]} for period in PERIODS],
    "adoption_kinds": ["day", "interval", "open"],
    "today": "i dag",
    "today_x": "60%",
}
TIMES = BAR | {
    "strokes": STROKES,
    "strokes_label": "Fyra av åtta",
    "adopted": [{"who": "Tyresö", "day": "den dagen"}],
}
OWN = {
    "title": "Ett program",
    "url": HERE,
    "adopted": "12 januari 2027",
    "paragraph": "§ 9",
    "decision_url": HERE,
    "decision_label": "Händelse 31",
    "after": "inte ersatt",
}
CHOOSER = {
    "action": HERE,
    "sides": [
        {
            "name": "fran",
            "label": "Tidigare",
            "programmes": [{"slug": "a", "title": "Ett program", "chosen": True}],
        }
    ],
}
CITE = {
    "author": "En myndighet",
    "register": "Registret.",
    "title": "”Ett program”",
    "state": "Läget i dag.",
    "event": 31,
    "sha256": SUM,
    "address": "https://example.se/",
    "read": "läst i dag",
}
RULE = {
    "anchor": "prov-regel",
    "title": "En regel",
    "sentences": ["Så här är det."],
    "origin": "source",
    "source": {"title": "En källa", "said": [{"words": "källans ord"}]},
}
SAID = {"words": "källans egna ord", "page": "s. 4", "note": "En not.", "stance": "states"}
SOURCE = {"title": "En källa", "url": HERE, "read": "i dag", "said": [SAID]}
FACTS = [
    {"label": "Organ", "value": "Kommunstyrelsen"},
    {"label": "Program", "value": "en länk", "url": HERE},
    {"label": "Ordalydelse", "value": "antagna ord", "official": True, "note": "En tystare rad."},
    {"label": "Mandatperiod", "value": "inte känt här", "unknown": True},
]
RESULT = {
    "url": HERE,
    "label": "Mål",
    "title": [{"text": "Bättre "}, {"text": "tåg", "marked": True}],
    "text": [{"text": "Ett mål i ett program."}],
}
RUNWAY = {
    "label": "Sammanträdena",
    "months": [{"x": "0%", "name": "januari"}, {"x": "50%", "name": "februari"}],
    "rows": [
        {
            "name": "Tyresö",
            "words": "tre steg",
            "label": "tre steg",
            "marks": [
                {"x": "10%", "mark": "checked", "title": "antog"},
                {"x": "70%", "mark": "awaiting", "title": "planerat"},
                {"x": "90%", "mark": "stated", "title": "tänkt", "supposed": True},
            ],
            "done": "20%",
            "until": "70%",
            "deadline": "60%",
        }
    ],
    "today": {"x": "20%", "words": "i dag"},
    "answer_by": {"x": "80%", "words": "svar önskas"},
    "first": {"x": "90%", "words": "tidigast"},
    "marks": [{"mark": "checked", "words": "antog"}, {"mark": "awaiting", "words": "planerat"}],
    "deadlines": True,
}
READ = {"kept": True, "value": "§ 9", "place": "sidan 1"}
