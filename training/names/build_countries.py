"""Rebuild `lang/_shared/countries.tsv`: countries, capitals and well-known cities with their forms in many languages.

Sources: CLDR through Babel (territory names, exemplar cities of the time zones; Unicode licence), rigour's
territories (codes and Wikidata ids; MIT), and two lists written for this project: `capitals.tsv` (which city is
whose capital) and `country_forms.tsv` (forms the news uses beside CLDR's).

Run: python -m training.names.build_countries
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale
from rigour.territories import get_territories

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src/depesche/lang/_shared/countries.tsv"
REVIEWED = OUT.with_name("entities.tsv")
FIVE = ("en", "da", "nb", "de", "pl")
OTHERS = ("sv", "nn", "nl", "fr", "es", "it", "pt", "fi", "cs", "ru", "uk")
# Names as the news has them, where rigour has the official one.
USUAL = {"tr": "Turkey", "ci": "Ivory Coast", "hk": "Hong Kong", "mo": "Macao", "va": "Vatican City"}
GROUPS = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}  # CLDR codes that are no territory
HEADER = """# Countries, capitals and well-known cities.
# MADE BY training/names/build_countries.py: mend its inputs, not this file.
# Sources: CLDR (Unicode licence), rigour territories (MIT), capitals.tsv and country_forms.tsv beside the script.
# Columns as in entities.tsv; `party` of a capital is its country; `other` holds forms in further languages.
"""
Row = dict[str, str]


def read_table(name: str) -> list[list[str]]:
    """Return the cells of a project table, without its comments and header."""
    lines = [x for x in (HERE / name).read_text("utf-8").splitlines() if x and not x.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def joined(*forms: str) -> str:
    """Join alternatives with |, each once, in order; CLDR's bracketed variants are no forms."""
    flat = [f.strip() for cell in forms for f in cell.split("|")]
    return "|".join(dict.fromkeys(f for f in flat if f and "(" not in f))


def cities_of(lang: str) -> dict[str, str]:
    """Return the exemplar city of each time zone as the language calls it."""
    zones = Locale(lang).time_zones
    return {zone: data["city"] for zone, data in zones.items() if data.get("city")}


def country_rows() -> list[Row]:
    """Return one row per ISO territory of CLDR."""
    names = {lang: Locale(lang).territories for lang in FIVE + OTHERS}
    territories = {t.code: t for t in get_territories()}
    extra = {cells[0]: cells[1:] for cells in read_table("country_forms.tsv")}
    rows = []
    for code in sorted(names["en"]):
        if len(code) != 2 or code in GROUPS:
            continue
        key = code.lower()
        more = extra.get(key, [""] * 6)
        known = territories.get(key)  # rigour's short name: CLDR has "Hong Kong SAR China"
        name = USUAL.get(key) or (known.name if known else names["en"][code])
        row = {"id": key, "qid": known.qid if known else "", "name": name}
        row |= {"type": "country", "kind": "country", "party": key, "acronyms": more[5]}
        row |= {lang: joined(names[lang].get(code, ""), more[i]) for i, lang in enumerate(FIVE)}
        row["other"] = joined(*(names[lang].get(code, "") for lang in OTHERS))
        rows.append(row)
    return rows


def city_row(zone: str, city: str, cities: dict[str, dict[str, str]]) -> Row:
    """Return a row of a city from its time zone ('' for one without)."""
    name, *alternatives = city.split("|")
    row = {"id": "city-" + name.lower().replace(" ", "-"), "qid": "", "name": name, "acronyms": ""}
    row |= {lang: joined(cities[lang].get(zone, name), *alternatives) for lang in FIVE}
    row["en"] = joined(city, cities["en"].get(zone, ""))
    row["other"] = joined(*(cities[lang].get(zone, "") for lang in OTHERS))
    return row


def city_rows() -> list[Row]:
    """Return the capitals first, then every other exemplar city of CLDR."""
    cities = {lang: cities_of(lang) for lang in FIVE + OTHERS}
    rows, seen = [], set()
    for country, city, zone, *forms in read_table("capitals.tsv"):
        row = city_row(zone, city, cities) | {"type": "place", "kind": "capital", "party": country}
        for lang, form in zip(FIVE[1:], forms, strict=True):
            row[lang] = form or row[lang]
        rows.append(row)
        seen.add(zone)
    capitals = {row["id"] for row in rows}
    reviewed = {line.split("\t")[2] for line in REVIEWED.read_text("utf-8").splitlines() if "\tplace\t" in line}
    for zone in sorted(set(cities["pl"]) | set(cities["de"]) | set(cities["nb"])):
        city = cities["en"].get(zone, zone.rsplit("/", 1)[-1].replace("_", " "))
        if zone in seen or zone.startswith(("Etc/", "Antarctica/")) or "(" in city:
            continue
        row = city_row(zone, city, cities) | {"type": "place", "kind": "place", "party": ""}
        if row["id"] not in capitals and row["name"] not in reviewed:
            rows.append(row)
    return rows


def main() -> None:
    """Write the table."""
    columns = ["id", "qid", "name", "type", "kind", "party", *FIVE, "acronyms", "other"]
    lines = ["\t".join(columns)]
    lines += ["\t".join(row[column] for column in columns) for row in country_rows() + city_rows()]
    OUT.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
