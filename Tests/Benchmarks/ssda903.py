#!/usr/bin/env python3
"""Times month-end counts from SSDA903 files beside DuckDB and pandas, and checks that all agree.

    swift build -c release --static-swift-stdlib --product lac
    python3 -m venv venv && venv/bin/pip install duckdb pandas
    venv/bin/python Tests/Benchmarks/ssda903.py

Every run is a whole process, and the programs take turns. Every answer is compared with the truth that
the generator of the files writes down, that of lac in every cohort.

    --children N [N ...]   looked after at any one time (10000 42000 84000, to see that cost is linear)
    --years Y --seed S     as the generator takes them (15, 1)
    --data FOLDER          where the files go, or are already, a folder for each number (returns-data)
    --runs R               how often (5)
    --only                 no DuckDB, no pandas
"""

import argparse
import os
import subprocess
import sys

from measuring import HEADER, LAC, in_turn, rows

GENERATOR = os.path.join(os.path.dirname(os.path.abspath(__file__)), "synthetic_returns.py")

DUCKDB = """
import duckdb, sys
con = duckdb.connect()
con.execute("SET enable_progress_bar = false")
con.execute("SET threads TO %d" % int(sys.argv[2]))
con.execute(f'''
  CREATE TABLE e AS SELECT CHILD AS child, strptime(DECOM, '%d/%m/%Y')::DATE AS decom,
    coalesce(strptime(DEC, '%d/%m/%Y')::DATE, DATE '9999-12-31') AS dec
  FROM read_csv('{sys.argv[1]}/Episodes.csv', header = true, all_varchar = true)
  WHERE LS NOT IN ('V3', 'V4')''')
rows = con.execute('''
  WITH m AS (SELECT last_day(d::DATE) AS d FROM range(
    DATE '%s', DATE '%s' + INTERVAL 1 DAY, INTERVAL 1 MONTH) AS t(d))
  SELECT m.d, count(DISTINCT e.child) FROM m JOIN e ON e.decom <= m.d AND e.dec > m.d
  GROUP BY m.d ORDER BY m.d''' % (sys.argv[3], sys.argv[4])).fetchall()
for d, n in rows: print(f"{d},{n}")
"""

PANDAS = """
import pandas as pd, sys
e = pd.read_csv(sys.argv[1] + "/Episodes.csv", usecols=["CHILD", "DECOM", "LS", "DEC"], dtype=str)
e = e[~e.LS.isin(["V3", "V4"])]
start = pd.to_datetime(e.DECOM, format="%d/%m/%Y")
end = pd.to_datetime(e.DEC, format="%d/%m/%Y")
for d in pd.date_range(sys.argv[3], sys.argv[4], freq="ME"):
    here = (start <= d) & (end.isna() | (end > d))
    print(f"{d.date()},{e.CHILD[here].nunique()}")
"""

# The columns of the truth, and what lac calls them.
COHORTS = {
    "looked_after": "total", "cohort_uasc": "uasc",
    "cohort_residential_disability": "residential_disability",
    "cohort_residential_other": "residential_other",
    "cohort_supported_accommodation": "supported_accommodation",
    "cohort_placement_order": "placement_orders", "cohort_ico": "ico",
    "cohort_placed_with_parents": "placed_with_parents",
    "cohort_long_term_matched": "long_term_matched", "cohort_s20": "section20",
    "cohort_unallocated": "unallocated",
}


def table(text):
    """Comma-separated lines as dictionaries by the names of the first line."""
    lines = [line.split(",") for line in text.splitlines() if line]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def generate(folder, children, years, seed=1, annual=False):
    """Makes the files of an extract where they are not there yet; the truth of each month end."""
    if not os.path.exists(f"{folder}/truth_monthly.csv"):
        subprocess.run(
            [sys.executable, GENERATOR, "--seed", str(seed), "--truth", "--out", folder,
             "--children", str(children), "--years", str(years)] + (["--annual"] if annual else []),
            check=True, stderr=subprocess.DEVNULL)
    with open(f"{folder}/truth_monthly.csv") as file:
        return table(file.read())


def check(name, output, truth):
    """Whether the counts are those of the generator: one column, or every cohort."""
    if name == "`lac`, every cohort":
        rows = table(output)
        wrong = len(rows) != len(truth) or [
            row["month_end"] for row, ours in zip(truth, rows)
            if any(row[column] != ours[name] for column, name in COHORTS.items())]
    else:
        found = {line[:7]: line.split(",")[1] for line in output.splitlines() if line[:2] == "20"}
        wrong = [row["month_end"] for row in truth
                 if found.get(row["month_end"][:7]) != row["looked_after"]]
    if wrong:
        sys.exit(f"{name} differs from the truth: {wrong}")


def programs(folder, truth, peers=True):
    """The commands that count the children of each month end."""
    begun = [LAC, "--no-store", "--format", "csv", "-c", f"import 903 {folder}", "-c"]
    all = {"`lac`": begun + ["series total monthly"], "`lac`, every cohort": begun + ["series cohorts"]}
    if peers:
        rest = [folder, str(os.cpu_count()), truth[0]["month_end"][:7] + "-01", truth[-1]["month_end"]]
        all["DuckDB"] = [sys.executable, "-c", DUCKDB] + rest
        all["pandas"] = [sys.executable, "-c", PANDAS] + rest
    return all


def measure(title, folder, truth, runs, peers=True):
    """The lines of the table for the files of a folder."""
    found = in_turn(
        programs(folder, truth, peers), runs, check=lambda name, output: check(name, output, truth))
    return rows(title, found)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--children", type=int, nargs="+", default=[10000, 42000, 84000])
    parser.add_argument("--years", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", default="returns-data")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", action="store_true")
    options = parser.parse_args()

    print("\n".join(HEADER))
    for children in options.children:
        folder = os.path.abspath(f"{options.data}/{children}")
        truth = generate(folder, children, options.years, options.seed)
        title = f"{children} children, {options.years} years"
        print("\n".join(measure(title, folder, truth, options.runs, not options.only)), flush=True)


if __name__ == "__main__":
    main()
