"""What the benchmarks share: whole processes run in turn, their time, their memory, and a table."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field

LAC = os.path.abspath(".build/release/lac")


@dataclass
class Found:
    """What came of the runs of one program: seconds, and the peak of memory in MB."""

    seconds: list = field(default_factory=list)
    memory: list = field(default_factory=list)

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def least(self):
        return min(self.seconds)

    @property
    def peak(self):
        """In words: a process is never seen to need less than the one that started it."""
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        most = max(self.memory)
        return f"under {own + 1:.0f} MB" if most <= own else f"{most:.0f} MB"


def run(command, folder=None):
    """One whole process: its seconds, its peak of memory in MB, and what it printed."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as messages:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=messages)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        messages.seek(0)
        if process.returncode != 0:
            said = messages.read().decode(errors="replace").strip()
            sys.exit(f"{' '.join(map(str, command))[:200]} ended with {process.returncode}: {said}")
        return seconds, usage.ru_maxrss / 1024, output.read().decode()


def in_turn(programs, runs, check=None, before=None, folder=None, clock=None):
    """Runs programs in turn, so that what else the machine does falls on all alike.

    `programs` is a command by name, or a function of the number of the run that gives one; `before`
    is called before each run of each with its name and the number of the run, and does not count;
    `check` is given the name and what was printed; `clock` reads the seconds from what was printed,
    where a program takes its own time.
    """
    found = {name: Found() for name in programs}
    for number in range(runs):
        for name, command in programs.items():
            if before:
                before(name, number)
            command = command(number) if callable(command) else command
            seconds, memory, output = run(command, folder)
            if check:
                check(name, output)
            found[name].seconds.append(clock(output) if clock else seconds)
            found[name].memory.append(memory)
    return found


def duration(seconds):
    """A time as people write it."""
    if seconds < 0.1:
        return f"{seconds * 1000:.1f} ms"
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"


def rows(what, found):
    """Lines of the table: the first program is ours, and the others are set against it."""
    ours = next(iter(found.values()))
    lines = []
    for number, (name, one) in enumerate(found.items()):
        against = f"{one.median / ours.median:.1f}" if number else ""
        lines.append(
            f"| {'' if number else what} | {name} | {duration(one.median)} | {duration(one.least)} |"
            f" {one.peak} | {against} |")
    return lines


HEADER = [
    "| what | program | median | least | peak memory | times as long as `lac` |",
    "| --- | --- | ---: | ---: | ---: | ---: |",
]
