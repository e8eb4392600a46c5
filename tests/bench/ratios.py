#!/usr/bin/env python3
"""Ratios of the time of ours to the others', from the JSON that Google Benchmark writes.

usage: ratios.py [--wall] FILE...

A line is a function, the number of elements, ours/theirs by the medians of the repetitions, and in brackets the same
of the first and third quartiles against the other's median. The last lines are geometric means. The time is
the processor time of the calling thread, for benchmarks run with OMP_NUM_THREADS=1, or with --wall the time on the
clock, for those that ran in several threads.
"""

import json
import statistics
import sys
from collections import defaultdict


def times(files, kind):
    """{(function, n): {variant: [time, ...]}}, one number for each repetition; kind is cpu_time or real_time."""
    found = defaultdict(lambda: defaultdict(list))
    for name in files:
        with open(name) as file:
            for run in json.load(file)["benchmarks"]:
                if run.get("run_type") == "aggregate" or run.get("error_occurred"):
                    continue
                function, variant, n = run["name"].split("/")[:3]
                found[function, int(n)][variant].append(run[kind])
    return found


def main():
    files = [name for name in sys.argv[1:] if name != "--wall"]
    found = times(files, "real_time" if "--wall" in sys.argv[1:] else "cpu_time")
    means = defaultdict(list)
    for (function, n), variants in sorted(found.items(), key=lambda item: (item[0][1], item[0][0])):
        ours = sorted(variants.pop("ours", []))
        for variant, theirs in variants.items():
            if not ours or not theirs:
                continue
            base = statistics.median(theirs)
            ratio = statistics.median(ours) / base
            low, high = (ours[len(ours) * k // 4] / base for k in (1, 3))
            means[variant, n].append(ratio)
            print(f"{function:14} {n:8}  / {variant:9} {ratio:6.3f}  [{low:.3f}, {high:.3f}]")
    for (variant, n), ratios in means.items():
        print(f"{'geometric mean':14} {n:8}  / {variant:9} {statistics.geometric_mean(ratios):6.3f}")


if __name__ == "__main__":
    main()
