"""What the tests of the exported files share: the samples, and how far apart two numbers may be."""

import json
import math
import os
import pathlib
import subprocess

LIMIT = {"double": 1e-12, "float": 1e-6}
# PyTorch's gradient of sigmoid is s*(1 - s): in float32 the second factor has lost its digits where s is near 1.
LOOSE = {(form, "df", "float"): 2e-6 for form in ("pytorch", "torchscript", "libtorch g++", "libtorch clang++")}
ROUNDING = {"double": 2.0**-50, "float": 2.0**-21}


def written(program, folder, *formats, count=150):
    """The samples in the folder, as the program describes them; `count` random ones among them, or as many as
    ACTLAB_RANDOM_EXPORTS says."""
    count = os.environ.get("ACTLAB_RANDOM_EXPORTS", str(count))
    subprocess.run([program, str(folder), count, *formats], check=True)
    described = json.loads((pathlib.Path(folder) / "samples.json").read_text())
    if described["refused"]:
        raise SystemExit(f"{described['refused']} activations could not be written")
    return described["samples"]


class Tally:
    """Compares numbers with those of our kernels and remembers what came of it."""

    def __init__(self):
        self.compared = self.drowned = self.missing = 0
        self.worst = {}
        self.failures = []

    def fail(self, sample, what):
        self.failures.append(f"{sample['id']} {sample['kind']} {sample['formula']}: {what}")

    def compare(self, sample, form, key, dtype, theirs):
        """`key` is f or df, `dtype` float or double. Where rounding alone moves a random formula further than the
        limit, it may differ by what it moves it."""
        ours, narrow = sample[key], sample[key + "32"]
        reach = sample["reach" if key == "f" else "slope_reach"]
        for i, at in enumerate(sample["x"]):
            if ours[i] is None or sample["f"][i] is None or reach[i] is None:
                continue
            if dtype == "float" and (narrow[i] is None or max(abs(ours[i]), abs(at)) > 1e30):
                continue
            self._judge(sample, (form, key, dtype, sample["kind"]), at, ours[i], theirs[i], reach[i])

    def _judge(self, sample, group, at, ours, theirs, reach):
        form, key, dtype, kind = group
        said = f"{form} {dtype} {key}({at}) is {theirs}, not {ours}; rounding moves it by {reach} units"
        if not math.isfinite(theirs):
            self.missing += 1
            if kind != "random":
                self.fail(sample, said)
            return
        self.compared += 1
        error, scale = abs(theirs - ours), max(1.0, abs(ours))
        if error <= LOOSE.get((form, key, dtype), LIMIT[dtype]) * scale:
            self.worst[group] = max(self.worst.get(group, 0.0), error / scale)
        elif error <= 256 * reach * ROUNDING[dtype]:
            self.drowned += 1
        else:
            self.fail(sample, said)

    def finish(self, samples):
        """Prints the account; the exit status."""
        for group, error in sorted(self.worst.items()):
            print(*group, f"{error:.1e}")
        print(f"{len(samples)} activations, {self.compared} numbers compared, {self.drowned} drowned in rounding, "
              f"{self.missing} missing")
        print(f"{len(self.failures)} failures", *self.failures[:40], sep="\n")
        few = self.drowned < self.compared / 100 and self.missing < self.compared / 100
        return 0 if few and not self.failures else 1
