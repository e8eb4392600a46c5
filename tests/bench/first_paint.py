#!/usr/bin/env python3
"""How long it takes from starting a program to its first painted window.

usage: xvfb-run -a -s '-screen 0 1280x800x24' first_paint.py [--rounds N] PROGRAM...

The programs take turns; each starts without settings of its own. Painted is what changes one of a few pixels of the
screen, which is looked at every half millisecond. A line is a program, its median and quartiles in milliseconds, and
its median over the last program's.
"""

import argparse
import ctypes
import os
import statistics
import subprocess
import tempfile
import time

PLACES = [(640, 400), (200, 300), (1000, 200), (400, 700)]
ALL_PLANES, Z_PIXMAP = ctypes.c_ulong(-1), 2


class Screen:
    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self.x11, name).restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetPixel.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        if not self.display:
            raise SystemExit("there is no X display: run it under xvfb-run")
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))

    def pixels(self):
        colours = []
        for x, y in PLACES:
            image = ctypes.c_void_p(self.x11.XGetImage(self.display, self.root, x, y, 1, 1, ALL_PLANES, Z_PIXMAP))
            colours.append(self.x11.XGetPixel(image, 0, 0))
            self.x11.XDestroyImage(image)
        return colours


def first_paint(screen, program):
    with tempfile.TemporaryDirectory() as home:
        empty = screen.pixels()
        settings = {f"XDG_{kind}_HOME": os.path.join(home, kind) for kind in ("CONFIG", "DATA", "CACHE")}
        start = time.perf_counter()
        process = subprocess.Popen([program], env=os.environ | settings, stderr=subprocess.DEVNULL)
        try:
            while screen.pixels() == empty:
                if process.poll() is not None or time.perf_counter() - start > 30:
                    raise SystemExit(f"{program} painted nothing")
                time.sleep(0.0005)
            return 1e3 * (time.perf_counter() - start)
        finally:
            process.kill()
            process.wait()
            while screen.pixels() != empty:
                time.sleep(0.01)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=15)
    options.add_argument("programs", nargs="+", metavar="PROGRAM")
    chosen = options.parse_args()
    screen = Screen()
    times = {program: [] for program in chosen.programs}
    for warm in [False] + [True] * chosen.rounds:
        for program in chosen.programs:
            taken = first_paint(screen, program)
            if warm:
                times[program].append(taken)
    last = statistics.median(times[chosen.programs[-1]])
    for program, taken in times.items():
        low, middle, high = statistics.quantiles(taken, n=4)
        print(f"{os.path.basename(program):20} {middle:7.1f} ms [{low:.1f}, {high:.1f}]  {middle / last:.2f}")


if __name__ == "__main__":
    main()
