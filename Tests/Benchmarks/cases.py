#!/usr/bin/env python3
"""Times the import of 100,000 cases, and then `pipeline` at the prompt of the store that holds them.

    swift build -c release --static-swift-stdlib --product lac
    python3 Tests/Benchmarks/cases.py [moves of a case, 1 to 6]
"""

import csv
import os
import statistics
import sys
import tempfile
import time

from measuring import LAC, run as run_once

RUNS = 5
CASES = 100_000
MOVES = [
    ("identified", 3, "", ""),
    ("recommended", 24, "", ""),
    ("planned", 40, "2", ""),
    ("with_legal", 70, "", ""),
    ("filed", 95, "", ""),
    ("granted", 180, "", ""),
]


def write_cases(path, moves):
    """Cases begun over five years, each with the same number of moves."""
    rows = 0
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["case", "route", "stage", "date", "month", "reason", "cohort", "born", "entered"])
        for number in range(CASES):
            route = "sgo" if number % 3 else "discharge"
            start = time.mktime((2016, 1, 1 + number % 1800, 12, 0, 0, 0, 0, 0))
            for index, (stage, offset, month, reason) in enumerate(MOVES[:moves]):
                when = time.localtime(start + offset * 86400)
                planned = f"{when.tm_year + (when.tm_mon + 1) // 12}-{(when.tm_mon + 1) % 12 + 1:02}" if month else ""
                facts = ["long_term_matched", f"{2004 + number % 14}-{number % 12 + 1:02}", "2015-03-14"]
                writer.writerow(
                    [f"K-{number:06}", route, stage, time.strftime("%Y-%m-%d", when), planned, reason]
                    + (facts if index == 0 else ["", "", ""]))
                rows += 1
    return rows


def seconds(command, folder):
    return run_once(command, folder)[0]


def main():
    moves = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        rows = write_cases(os.path.join(folder, "cases.csv"), moves)
        imports, opens = [], []
        for run in range(RUNS):
            seconds([LAC, "-c", f"save as {run}.lac"], folder)
            imports.append(
                seconds([LAC, "--store", f"{run}.lac", "-c", "import cases cases.csv"], folder))
            opens.append(seconds([LAC, "--store", f"{run}.lac", "-c", "pipeline oct 2020"], folder))
        answers = []
        for lines in (1, 41):
            with open(os.path.join(folder, f"{lines}.txt"), "w") as file:
                file.write("pipeline oct 2020\n" * lines)
        for run in range(RUNS):
            once, often = (
                seconds([LAC, "--store", f"{run}.lac", "-f", f"{lines}.txt"], folder) for lines in (1, 41))
            answers.append((often - once) / 40 * 1000)
        print(f"{CASES} cases, {rows} moves")
        print(f"import cases                    median {statistics.median(imports):.2f} s")
        print(f"pipeline at the prompt          median {statistics.median(answers):.1f} ms")
        print(f"pipeline, with opening the store, median {statistics.median(opens) * 1000:.0f} ms")


main()
