"""The figures of a history for the benchmarks, and how each program takes them in."""

import contextlib
import csv
import os
import sys

from measuring import LAC, run

COHORTS = ["total", "ico", "placement_orders", "uasc"]
OTHERS = [
    "started", "started.ico", "started.section20", "ceased", "ceased.sgo", "ceased.turned_18",
    "pipeline.sgo.filed", "pipeline.discharge.filed", "proceedings.open", "residential.all",
]

DUCKDB = """
import duckdb, sys
con = duckdb.connect(sys.argv[1])
con.execute("CREATE TABLE figures AS SELECT * FROM read_csv('figures.csv', header = true)")
"""

PANDAS = """
import pandas as pd, sqlite3, sys
with sqlite3.connect(sys.argv[1]) as con:
    pd.read_csv("figures.csv").to_sql("figures", con, index=False)
"""

# None of the peers checks a figure, keeps a revision or chains a hash.
IMPORTS = {
    "`lac`, checked, with revisions and hashes": lambda run: [
        LAC, "--store", f"{run}.lac", "-c", "import history figures.csv"],
    "sqlite3 `.import`": lambda run: [
        "sqlite3", f"{run}.db", ".mode csv", ".import figures.csv figures"],
    "DuckDB `read_csv`": lambda run: [sys.executable, "-c", DUCKDB, f"{run}.duckdb"],
    "pandas `to_sql`": lambda run: [sys.executable, "-c", PANDAS, f"{run}.pandas"],
}


def beginning(folder):
    """What is done before each run: a store for lac, and nothing there for the others."""
    def make(name, number):
        for ending in ("lac", "db", "duckdb", "pandas"):
            with contextlib.suppress(FileNotFoundError):
                os.remove(f"{folder}/{number}.{ending}")
        if name.startswith("`lac`"):
            run([LAC, "-c", f"save as {number}.lac"], folder)
    return make


def sample(folder):
    """A store of the sample, and its figures as a CSV file."""
    store, figures = f"{folder}/sample.lac", f"{folder}/sample.csv"
    if not os.path.exists(store):
        run([LAC, "-c", f"save as {store}", "-c", f"export history {figures} --force"])
    return store, figures


def write_figures(path):
    """31 years of months, 14 measures, and enough details of each to make 150,000 lines."""
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["date", "measure", "value", "basis", "detail"])
        count = 0
        for detail in range(29):
            for year in range(1990, 2021):
                for month in range(1, 13):
                    for measure in COHORTS + OTHERS:
                        basis = "weekly" if measure in COHORTS else ""
                        writer.writerow([f"{year}-{month:02}", measure, 100 + detail, basis, f"d{detail}"])
                        count += 1
    return count
