#!/usr/bin/env python3
"""Times a whole run of lac beside the start of two peers, in turns, in the same run.

    swift build -c release --static-swift-stdlib --product lac
    python3 Tests/Benchmarks/startup.py

Prints the median and the fastest of each in milliseconds, and lac's median as a ratio to the peers'.
"""

import statistics
import subprocess
import sys
import time

RUNS = 60
LAC = ".build/release/lac"
COMMANDS = {
    "lac update, Markdown": [LAC, "-c", "update oct 2020", "--format", "markdown"],
    "lac show": [LAC, "-c", "show"],
    "sqlite3 :memory: 'select 1'": ["sqlite3", ":memory:", "select 1"],
    "python3 -c pass": ["python3", "-c", "pass"],
}


def milliseconds(command):
    start = time.perf_counter()
    result = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if result.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with status {result.returncode}")
    return (time.perf_counter() - start) * 1000


def main():
    times = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            times[name].append(milliseconds(command))
    for name, taken in times.items():
        print(f"{name:30} median {statistics.median(taken):6.1f} ms   fastest {min(taken):6.1f} ms")
    update = statistics.median(times["lac update, Markdown"])
    for peer in list(COMMANDS)[2:]:
        print(f"lac update is {update / statistics.median(times[peer]):.2f} times {peer}")


main()
