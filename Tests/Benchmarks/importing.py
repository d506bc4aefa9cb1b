#!/usr/bin/env python3
"""Times the import of about 150,000 figures beside sqlite3's own import of the same file, and then
`show` at the prompt of the store that holds them.

    swift build -c release --static-swift-stdlib --product lac
    python3 Tests/Benchmarks/importing.py
"""

import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time

LAC = os.path.abspath(".build/release/lac")
RUNS = 5
COHORTS = ["total", "ico", "placement_orders", "uasc"]
OTHERS = [
    "started", "started.ico", "started.section20", "ceased", "ceased.sgo", "ceased.turned_18",
    "pipeline.sgo.filed", "pipeline.discharge.filed", "proceedings.open", "residential.all",
]


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


def seconds(command, folder):
    start = time.perf_counter()
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(command)}: {result.stderr}")
    return time.perf_counter() - start


def main():
    with tempfile.TemporaryDirectory() as folder:
        count = write_figures(os.path.join(folder, "figures.csv"))
        ours, peers = [], []
        for run in range(RUNS):
            seconds([LAC, "-c", f"save as {run}.lac"], folder)
            ours.append(seconds([LAC, "--store", f"{run}.lac", "-c", "import history figures.csv"], folder))
            peers.append(
                seconds(["sqlite3", f"{run}.db", ".mode csv", ".import figures.csv figures"], folder))
        shows = []
        for lines in (1, 201):
            with open(os.path.join(folder, f"{lines}.txt"), "w") as file:
                file.write("show\n" * lines)
        for run in range(RUNS):
            once, often = (
                seconds([LAC, "--store", f"{run}.lac", "-f", f"{lines}.txt"], folder) for lines in (1, 201))
            shows.append((often - once) / 200 * 1000)
        print(f"{count} figures")
        print(f"lac import history  median {statistics.median(ours):.2f} s")
        print(f"sqlite3 .import     median {statistics.median(peers):.2f} s")
        print(f"ratio {statistics.median(ours) / statistics.median(peers):.1f}")
        print(f"lac show, one more  median {statistics.median(shows):.2f} ms")


main()
