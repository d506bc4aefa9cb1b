#!/usr/bin/env python3
"""Times month-end counts from SSDA903 files beside DuckDB and pandas, and checks that all agree.

    swift build -c release --static-swift-stdlib --product lac
    python3 -m venv venv && venv/bin/pip install duckdb pandas
    venv/bin/python Tests/Benchmarks/ssda903.py GENERATOR [--children 84000] [--years 15] [--seed 1]

GENERATOR is the script that makes the files. Each run is a whole process, and the runs of the
programs take turns; minimum and median are printed. The counts are also compared with the truth that
the generator writes. `--program` takes another command that prints `date,value` lines; `{dir}` in it
stands for the folder.
"""

import argparse
import os
import shlex
import statistics
import subprocess
import sys
import time

LAC = (
    "{lac} --no-store -c 'import 903 {{dir}}' -c 'series total monthly' --format csv"
).format(lac=os.path.abspath(".build/release/lac"))

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


def run(command):
    """The seconds of a whole process, its peak of memory in MB, and what it printed."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begun
    if status != 0:
        sys.exit(f"failed: {command}")
    return seconds, usage.ru_maxrss / 1024, output


def counts(output):
    """The numbers by month end, from lines `date,value`; other lines are passed over."""
    found = {}
    for line in output.splitlines():
        parts = line.split(",")
        if len(parts) >= 2 and parts[0][:2] == "20" and parts[1].isdigit():
            found[parts[0][:7]] = int(parts[1])
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("generator")
    parser.add_argument("--children", type=int, default=84000)
    parser.add_argument("--years", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--end-year", type=int, default=2025)
    parser.add_argument("--folder", help="where the files go, or are already")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--program", action="append", help="another command, with {dir} in it")
    parser.add_argument("--only", action="store_true", help="no DuckDB, no pandas")
    options = parser.parse_args()

    folder = options.folder or f"returns-{options.children}-{options.years}-{options.seed}"
    if not os.path.exists(f"{folder}/truth_monthly.csv"):
        subprocess.run(
            [sys.executable, options.generator, "--children", str(options.children), "--years",
             str(options.years), "--seed", str(options.seed), "--end-year",
             str(options.end_year), "--truth", "--out", folder], check=True)
    first = f"{options.end_year - options.years}-04-01"
    last = f"{options.end_year}-03-31"
    rest = [folder, str(options.threads), first, last]
    programs = {
        text.format(dir=folder): shlex.split(text.format(dir=folder))
        for text in options.program or [LAC]
    }
    if not options.only:
        programs["DuckDB"] = [sys.executable, "-c", DUCKDB] + rest
        programs["pandas"] = [sys.executable, "-c", PANDAS] + rest

    with open(f"{folder}/truth_monthly.csv") as file:
        truth = {line[:7]: int(line.split(",")[1]) for line in file if line[:2] == "20"}
    results = {name: [] for name in programs}
    for _ in range(options.runs):
        for name, command in programs.items():
            if name == "pandas" and results[name]:
                continue
            seconds, memory, output = run(command)
            found = counts(output)
            if found != truth:
                wrong = [month for month in truth if found.get(month) != truth[month]]
                sys.exit(f"{name} differs from the truth in {len(wrong)} months: {wrong[:5]}")
            results[name].append((seconds, memory))
    print(f"{options.children} children, {options.years} years, {len(truth)} month ends; all agree")
    for name, runs in results.items():
        seconds = [run[0] for run in runs]
        print(
            f"{min(seconds):8.3f} s least {statistics.median(seconds):8.3f} s median"
            f" {max(run[1] for run in runs):6.0f} MB  {name}")


if __name__ == "__main__":
    main()
