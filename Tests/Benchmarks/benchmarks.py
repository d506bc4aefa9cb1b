#!/usr/bin/env python3
"""Prints one table of how long `lac` takes and how much memory it needs, and the same of its peers.

    swift build -c release --static-swift-stdlib --product lac
    swift build -c release --product projection-benchmark
    python3 -m venv venv && venv/bin/pip install duckdb pandas numpy
    venv/bin/python Tests/Benchmarks/benchmarks.py

The peers are sqlite3, DuckDB, pandas and numpy. They are given the same data, and every run is a whole
process but for the projection, which takes its own time. The programs of a row take turns. What they
answer is checked where all answer the same question. The files are made in a temporary folder.

    --runs R         how often each runs (5, and at least 5 to count)
    --children N     looked after in England (84000)
    --data FOLDER    keep the made files here instead
    --only WORDS     only the rows whose name holds one of these words
"""

import argparse
import contextlib
import os
import sys
import tempfile

import history
import ssda903
from measuring import HEADER, LAC, in_turn, rows

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECTION = os.path.abspath(".build/release/projection-benchmark")
RATES = os.path.abspath("data/comparators/looked_after/2019.csv")

PANDAS_TABLE = """
import pandas as pd, sys
f = pd.read_csv(sys.argv[1], dtype=str)
print(f[f.basis == "weekly"].pivot_table(
    index="measure", columns="date", values="value", aggfunc="last").to_string())
"""

DUCKDB_RANK = """
import duckdb, sys
print(duckdb.sql(f'''SELECT area, rate, rank() OVER (ORDER BY rate DESC) AS place
  FROM read_csv('{sys.argv[1]}', all_varchar = false) WHERE rate IS NOT NULL ORDER BY place''').fetchall())
"""

PANDAS_RANK = """
import pandas as pd, sys
f = pd.read_csv(sys.argv[1])
f["place"] = f.rate.rank(ascending=False, method="min")
print(f.dropna(subset="rate").sort_values("place")[["area", "rate", "place"]].to_string())
"""

SQL_TABLE = """
SELECT measure, period, mantissa FROM observation AS o
WHERE basis = 'weekly' AND revision = (SELECT max(revision) FROM observation AS p
  WHERE p.measure = o.measure AND p.period = o.period AND p.basis = o.basis AND p.detail = o.detail)
ORDER BY id"""


def start_up(options, folder):
    return rows("start and leave", in_turn({
        "`lac --no-store -c 'help month'`": [LAC, "--no-store", "-c", "help month"],
        "`sqlite3 :memory: 'select 1'`": ["sqlite3", ":memory:", "select 1"],
        "`python3 -c pass`": [sys.executable, "-c", "pass"],
        "DuckDB, `select 1`": [sys.executable, "-c", "import duckdb; duckdb.sql('select 1').fetchall()"],
    }, options.quick))


def show(options, folder):
    store, figures = history.sample(folder)
    return rows("`show` of a store", in_turn({
        "`lac`": [LAC, "--store", store, "-c", "show"],
        "sqlite3, the counts of the same store": ["sqlite3", store, SQL_TABLE],
        "pandas, a table of the same figures": [sys.executable, "-c", PANDAS_TABLE, figures],
    }, options.quick))


def update(options, folder):
    _, figures = history.sample(folder)
    return rows("`update oct 2020`, Markdown", in_turn({
        "`lac`": [LAC, "-c", "update oct 2020", "--format", "markdown"],
        "pandas, one table of it": [sys.executable, "-c", PANDAS_TABLE, figures],
    }, options.quick))


def compare(options, folder):
    return rows("`compare for kent 2019`", in_turn({
        "`lac`": [LAC, "-c", "compare for kent 2019"],
        "DuckDB, the rates in order": [sys.executable, "-c", DUCKDB_RANK, RATES],
        "pandas, the rates in order": [sys.executable, "-c", PANDAS_RANK, RATES],
    }, options.quick))


def importing(options, folder):
    count = history.write_figures(os.path.join(folder, "figures.csv"))
    return rows(
        f"`import history`, {count:,} figures",
        in_turn(history.IMPORTS, options.runs, before=history.beginning(folder), folder=folder))


def authority(options, folder):
    truth = ssda903.generate(f"{folder}/authority", 350, 6, annual=True)
    return ssda903.measure(
        "903 of one authority, six years", f"{folder}/authority", truth, options.runs, peers=False)


def england(options, folder):
    place = f"{folder}/england"
    truth = ssda903.generate(place, options.children, 15)
    size = sum(os.path.getsize(f"{place}/{name}") for name in os.listdir(place)) / 1e6
    return ssda903.measure(
        f"903 of England, {options.children:,} children, 15 years, {size:.0f} MB", place, truth,
        options.runs)


def projection(options, folder):
    return rows("projection, 10,000 paths of 36 months", in_turn({
        "`lac`": [PROJECTION, "time", "1", "2"],
        "numpy": [sys.executable, os.path.join(HERE, "projection.py"), "numpy"],
    }, options.runs, clock=lambda output: float(output.split()[-1])))


def word(options, folder):
    return rows("`update oct 2020` as a Word file", in_turn({
        "`lac`": lambda number: [
            LAC, "-c", "update oct 2020", "--output", f"{folder}/{number}.docx", "--force"],
    }, options.quick))


ROWS = [start_up, show, update, compare, importing, authority, england, projection, word]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--children", type=int, default=84_000)
    parser.add_argument("--data")
    parser.add_argument("--only", nargs="+")
    options = parser.parse_args()
    # What takes milliseconds is run oftener, for one run says little.
    options.quick = options.runs * 4

    for program in (LAC, PROJECTION):
        if not os.path.exists(program):
            sys.exit(f"{program} is not there; build it as the head of this file says.")
    with contextlib.ExitStack() as stack:
        folder = options.data or stack.enter_context(tempfile.TemporaryDirectory())
        folder = os.path.abspath(folder)
        os.makedirs(folder, exist_ok=True)
        print("\n".join(HEADER), flush=True)
        for make in ROWS:
            if not options.only or any(word in make.__name__ for word in options.only):
                print("\n".join(make(options, folder)), flush=True)


if __name__ == "__main__":
    main()
