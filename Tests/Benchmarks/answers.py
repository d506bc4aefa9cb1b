#!/usr/bin/env python3
"""How long each answer of the prompt takes on the sample.

One process answers a line many times, another once; the difference, shared out, is the time of an
answer without that of starting the program. Each is run several times and the fastest counts.

    swift build -c release --product lac
    Tests/Benchmarks/answers.py [--program .build/release/lac] [--repetitions 50]
"""

import argparse
import subprocess
import sys
import time

LINES = [
    "show", "show parents", "flows", "pipeline", "applications", "proceedings", "residential",
    "edge of care", "matching", "timeline", "reconcile", "compare",
    "compare with statistical neighbours", "compare for kent 2025", "compare for kent 2019",
    "neighbours", "neighbours kent", "trend total", "trend started", "trend net", "trend ico",
    "rate of 336", "rate of 336 of 36103", "share of 92 of 134", "children at 70",
    "needed for england", "change total since feb 2020", "is 344 of 34439 higher than 66.7",
    "explain rate oct 2020", "explain needed england", "baseline", "update oct 2020",
]


def seconds(program, lines):
    """The time that the program takes for some lines."""
    text = "\n".join(lines) + "\n"
    start = time.perf_counter()
    run = subprocess.run(
        [program, "--no-init"], input=text.encode(), stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, check=False)
    elapsed = time.perf_counter() - start
    if run.returncode != 0:
        sys.exit(f"{lines[0]}: {run.stderr.decode().strip()}")
    return elapsed


def main():
    parser = argparse.ArgumentParser(description="Times each answer of the prompt on the sample.")
    parser.add_argument("--program", default=".build/release/lac")
    parser.add_argument("--repetitions", type=int, default=50)
    parser.add_argument("--tries", type=int, default=3)
    parser.add_argument("--limit", type=float, default=20, help="milliseconds an answer may take")
    options = parser.parse_args()
    count = max(options.repetitions, 2)

    print(f"{'line':<40} {'answer':>9} {'first, with start':>18}")
    slow = []
    for line in LINES:
        once = min(seconds(options.program, [line]) for _ in range(options.tries))
        many = min(seconds(options.program, [line] * count) for _ in range(options.tries))
        answer = (many - once) / (count - 1) * 1000
        if answer > options.limit:
            slow.append(line)
        print(f"{line:<40} {answer:>6.2f} ms {once * 1000:>15.1f} ms", flush=True)
    if slow:
        sys.exit(f"slower than {options.limit:g} ms: {', '.join(slow)}")


if __name__ == "__main__":
    main()
