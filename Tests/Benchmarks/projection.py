#!/usr/bin/env python3
"""Times a projection of 10,000 paths, 36 months, 12 cohorts and 340 children beside the same model
vectorised in numpy, in turns, and compares what comes out by a two-sample test.

    swift build -c release --product projection-benchmark
    python3 Tests/Benchmarks/projection.py          the whole comparison
    python3 Tests/Benchmarks/projection.py numpy    the seconds of one run in numpy, after one to warm up
"""

import math
import os
import statistics
import subprocess
import sys
import time

import numpy as np

PROGRAM = os.path.abspath(".build/release/projection-benchmark")
ROUNDS = 15
PATHS, MONTHS = 10_000, 36
OPENINGS = np.array([107, 35, 24, 22, 46, 17, 8, 35, 22, 2, 8, 14])
JOINERS = np.array([0.0, 5.2, 0, 0.2, 0, 0, 0.1, 0.4, 2.4, 0.5, 0.1, 0.3])
LEAVING = np.array([0.018, 0.03, 0.05, 0.06, 0.04, 0.02, 0.015, 0.02, 0.06, 0.05, 0.05, 0.02])
NEXT, AFTER, SPREAD = 0.03, 0.01, 1.6


def multiplier(random, variance, shape):
    return random.gamma(1 / variance, variance, shape)


def simulate(random):
    """All paths and cohorts at once, month by month; children come and go alone or in groups."""
    shape = (PATHS, 12)
    size = math.ceil(SPREAD / 0.9) + 1
    joiners = JOINERS * multiplier(random, 0.01, (PATHS, 1)) * multiplier(random, 0.01, shape)
    leaving = LEAVING * multiplier(random, 0.01, (PATHS, 1)) * multiplier(random, 0.02, shape)
    moving = multiplier(random, 0.02, shape)
    in_groups = (SPREAD - 1) / (size - 1)
    alone, grouped = joiners * (1 - in_groups), joiners * in_groups / size
    going = np.minimum(leaving + (NEXT + AFTER) * moving, 1)
    share_leaving = leaving / going
    share_next = NEXT / (NEXT + AFTER)
    leavers_in_groups = (SPREAD / (1 - LEAVING) - 1) / (size - 1)
    rounding = random.random(shape)
    stock = np.broadcast_to(OPENINGS, shape).astype(np.int64)
    summary = []
    for _ in range(MONTHS):
        groups = np.minimum((leavers_in_groups * stock / size + rounding).astype(np.int64), stock // size)
        single = random.binomial(stock - groups * size, going)
        group = random.binomial(groups, going)
        change = random.poisson(alone) + size * random.poisson(grouped) - single - size * group
        for number, each in ((single, 1), (group, size)):
            moves = number - random.binomial(number, share_leaving)
            to_next = random.binomial(moves, share_next)
            change += each * np.roll(to_next, 1, axis=1)
            change += each * np.roll(moves - to_next, 2, axis=1)
        stock = stock + change
        total = stock.sum(axis=1)
        shares = [0.025, 0.1, 0.5, 0.9, 0.975]
        summary.append((np.quantile(total, shares), np.quantile(stock, shares, axis=0)))
    return total


def program(*arguments):
    output = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=True)
    return output.stdout.split()


def kolmogorov_smirnov(left, right):
    """The distance of two samples' distributions and the probability of one at least as great."""
    left, right = np.sort(left), np.sort(right)
    places = np.unique(np.concatenate([left, right]))
    distance = np.max(
        np.abs(
            np.searchsorted(left, places, side="right") / len(left)
            - np.searchsorted(right, places, side="right") / len(right)
        )
    )
    scale = distance * math.sqrt(len(left) * len(right) / (len(left) + len(right)))
    probability = 2 * sum((-1) ** (k - 1) * math.exp(-2 * k * k * scale * scale) for k in range(1, 101))
    return distance, min(1, probability)


def main():
    random = np.random.Generator(np.random.SFC64(7))
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours += [float(x) for x in program("time", 1, 2)[1:]]
        start = time.perf_counter()
        sample = simulate(random)
        theirs.append(time.perf_counter() - start)
    many = {times: statistics.median(float(x) for x in program("time", times, 3)) for times in (1, 15, 59)}
    mine = np.array([int(x) for x in program("sample")])
    distance, probability = kolmogorov_smirnov(mine, sample)
    one, other = statistics.median(ours), statistics.median(theirs)
    print(f"projection: {one:.3f} s ({min(ours):.3f} to {max(ours):.3f}); numpy: {other:.3f} s ({min(theirs):.3f} to {max(theirs):.3f})")
    print(f"times as fast: {other / one:.1f} by the medians, {min(theirs) / min(ours):.1f} by the fastest runs")
    for times, seconds in many.items():
        print(f"{340 * times:6} children: {seconds:.3f} s")
    print(f"totals after 36 months: mean {mine.mean():.2f} and {sample.mean():.2f}, deviation {mine.std():.2f} and {sample.std():.2f}")
    print(f"two-sample test (Kolmogorov and Smirnov): distance {distance:.4f}, p = {probability:.2f}")


def once():
    """The seconds of one run in numpy."""
    random = np.random.Generator(np.random.SFC64(7))
    simulate(random)
    start = time.perf_counter()
    simulate(random)
    print(time.perf_counter() - start)


if __name__ == "__main__":
    once() if sys.argv[1:] == ["numpy"] else main()
