#!/usr/bin/env python3
"""Times month-end counts from SSDA903 files beside DuckDB and pandas, and checks that all agree.

    swift build -c release --static-swift-stdlib --product lac
    python3 -m venv venv && venv/bin/pip install duckdb pandas
    venv/bin/python Tests/Benchmarks/ssda903.py GENERATOR

GENERATOR is the script that makes the files. Every run is a whole process, and the programs take
turns; the least and the median of the seconds are printed, and the greatest peak of memory. Every
answer is compared with the truth that the generator writes down, that of lac in every cohort.

    --children N [N ...]   looked after at any one time (10000 42000 84000, to see that cost is linear)
    --years Y --seed S     as the generator takes them (15, 1)
    --data FOLDER          where the files go, or are already, a folder for each number (returns-data)
    --runs R               how often (5); pandas runs once
    --only                 no DuckDB, no pandas
    --lac PROGRAM          (.build/release/lac)
"""

import argparse
import os
import statistics
import subprocess
import sys
import time

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


def run(command):
    """The seconds of a whole process, its peak of memory in MB, and what it printed."""
    begun = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begun
    if status != 0:
        sys.exit(f"failed: {command}")
    return seconds, usage.ru_maxrss / 1024, output


def table(text):
    """Comma-separated lines as dictionaries by the names of the first line."""
    lines = [line.split(",") for line in text.splitlines() if line]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def generate(options, folder, extra):
    if os.path.exists(f"{folder}/truth_monthly.csv"):
        return
    subprocess.run(
        [sys.executable, options.generator, "--seed", str(options.seed), "--truth", "--out", folder]
        + extra, check=True, stderr=subprocess.DEVNULL)


def check(name, output, truth):
    """Whether the counts are those of the generator: one column, or every cohort."""
    if name == "lac, cohorts":
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


def measure(title, programs, truth, runs):
    results = {name: [] for name in programs}
    for _ in range(runs):
        for name, command in programs.items():
            if name == "pandas" and results[name]:
                continue
            seconds, memory, output = run(command)
            check(name, output, truth)
            results[name].append((seconds, memory))
    print(f"{title}, {len(truth)} month ends; all agree")
    for name, found in results.items():
        seconds = [one[0] for one in found]
        print(f"  {name:14} {min(seconds):8.3f} s least {statistics.median(seconds):8.3f} s median"
              f" {max(one[1] for one in found):6.0f} MB")
    if "DuckDB" in results:
        ours, theirs = (statistics.median(one[0] for one in results[name])
                        for name in ("lac", "DuckDB"))
        print(f"  DuckDB takes {theirs / ours:.1f} times as long as lac")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("generator")
    parser.add_argument("--children", type=int, nargs="+", default=[10000, 42000, 84000])
    parser.add_argument("--years", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", default="returns-data")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", action="store_true")
    parser.add_argument("--lac", default=".build/release/lac")
    options = parser.parse_args()
    lac = os.path.abspath(options.lac)

    def programs(folder):
        begun = [lac, "--no-store", "--format", "csv", "-c", f"import 903 {folder}", "-c"]
        return {"lac": begun + ["series total monthly"], "lac, cohorts": begun + ["series cohorts"]}

    folder = os.path.abspath(f"{options.data}/authority")
    generate(options, folder, ["--children", "350", "--years", "6", "--annual"])
    with open(f"{folder}/truth_monthly.csv") as file:
        truth = table(file.read())
    measure("One authority: 350 children, six annual returns", programs(folder), truth, options.runs)
    for children in options.children:
        folder = os.path.abspath(f"{options.data}/{children}")
        generate(options, folder, ["--children", str(children), "--years", str(options.years)])
        with open(f"{folder}/truth_monthly.csv") as file:
            truth = table(file.read())
        all = programs(folder)
        if not options.only:
            rest = [folder, str(os.cpu_count()), truth[0]["month_end"][:7] + "-01",
                    truth[-1]["month_end"]]
            all["DuckDB"] = [sys.executable, "-c", DUCKDB] + rest
            all["pandas"] = [sys.executable, "-c", PANDAS] + rest
        size = sum(os.path.getsize(f"{folder}/{name}") for name in os.listdir(folder)) / 1e6
        measure(f"{children} children, {options.years} years, {size:.0f} MB", all, truth, options.runs)


if __name__ == "__main__":
    main()
