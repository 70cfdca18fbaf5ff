"""The papers around a municipality's decision, in its own words: covering letter, report, wording for the minutes."""
