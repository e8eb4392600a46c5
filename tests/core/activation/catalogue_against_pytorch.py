"""Every function of the catalogue, its derivative and its slope by each learnable parameter against PyTorch, in float64.

    catalogue_against_pytorch.py ACTLAB

asks the program for f, f' and every df/dp at 2,001 points of [-10, 10], which hold every kink of the catalogue that lies on
a multiple of 0.01, and compares them at the very same points with
  * PyTorch's own function and its autograd, where PyTorch has the function;
  * autograd of the formula as reference_formulas.py spells it, where it has not.

The measure is the relative error |ours - reference| / |reference|; where the reference is 0 (or too small for a
normal double) ours must be as small. It may be at most 1e-12 for f and 1e-10 for f' and df/dp.

Some spellings of PyTorch lose digits: 1 - tanh^2 in the tails, 1 + erf far to the left, sums that cancel, the slope
of Hardsigmoid, which is 1/6 in float32. Where the two differ by more than a hundredth of the limit, but in absolute
terms by no more than ROUNDING, mpmath decides: the error counted is then ours against the exact value of the formula
(its derivative by mpmath.diff), by the same relative measure and under the same limit. mpmath calculates with 50
digits, and with 400 where these are not enough. A subgradient at a kink is never arbitrated, since two of them differ
by far more than ROUNDING. The table says how many points were arbitrated (arb.).

The script fails when a row of the catalogue has no reference or a reference no row, when default parameters differ,
when a value is missing or not finite, or when an error is above its limit.
"""

import json
import math
import subprocess
import sys

import mpmath
import torch

from reference_formulas import FORMULAS, TorchMath, defaults_of, exact_reference, torch_reference

RANGE = "-10,10,2001"
LIMIT = {"f": 1e-12, "df": 1e-10, "dp": 1e-10}
ROUNDING = 1e-6
DIGITS = (50, 400)
SMALLEST_NORMAL = sys.float_info.min

# Other parameters than the defaults, where PyTorch has them too, and where the defaults hide what others would show.
VARIATIONS = [
    ("Clipped ReLU", {"n": 2.5}),
    ("Leaky ReLU", {"negative_slope": 0.2}),
    ("Threshold", {"threshold": -1.0, "value": 2.0}),
    ("ELU", {"alpha": 0.5}),
    ("CELU", {"alpha": 2.0}),
    ("Softplus", {"beta": 3.0, "threshold": 15.0}),
    ("Hardtanh", {"min_val": -2.0, "max_val": 0.5}),
    ("Hardshrink", {"lambd": 1.0}),
    ("Softshrink", {"lambd": 1.0}),
    ("SReLU", {"tl": -1.0, "tr": 2.0, "ar": 0.5}),
    ("PWLU", {"p0": 1.0, "p2": -0.5, "p4": 0.25, "p7": 1.0, "kl": -0.5, "kr": 0.75}),
    ("PAU", {"b1": -1.0, "b3": -0.5}),
    ("KAN edge", {"c0": 0.5, "c1": -1.0, "c2": 0.25, "c3": 1.5, "c4": -0.75, "c5": 1.0}),
    ("ACON-C", {"p2": 0.25, "beta": 2.0}),
]


class Worst:
    """The worst error of f, f' or df/dp, and where it is: at an x, or in a function."""

    def __init__(self):
        self.error, self.place, self.arbitrated = 0.0, None, 0

    def take(self, error, place):
        if self.place is None or not error <= self.error:  # a NaN is the worst of all
            self.error, self.place = error, place


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"actlab {' '.join(arguments)} failed: {done.stderr.strip()}")
    return json.loads(done.stdout)


def relative_error(ours, reference):
    if not math.isfinite(ours) or not mpmath.isfinite(reference):
        return math.inf
    if abs(reference) < SMALLEST_NORMAL:
        return 0.0 if abs(ours) <= SMALLEST_NORMAL else math.inf
    return float(abs(ours - reference) / abs(reference))


def slopes_of(y, by):
    """The gradient of every y by its own element of `by`, 0 where they do not depend on it."""
    slope = torch.autograd.grad(y.sum(), by, allow_unused=True, retain_graph=True)[0] if y.requires_grad else None
    return [0.0] * len(by) if slope is None else slope.tolist()


def by_autograd(name, x, parameters, learnable):
    """f, f' by PyTorch's own function where there is one, and df/dp for the learnable parameters by the formula."""
    function, _ = torch_reference(name, parameters)
    x = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    y = function(x)
    result = {"f": y.tolist(), "df": slopes_of(y, x), "dp": {}}
    if learnable:
        values = {p: torch.full_like(x, v).detach().requires_grad_(p in learnable) for p, v in parameters.items()}
        y = FORMULAS[name](TorchMath, x, **values)
        result["dp"] = {p: slopes_of(y, values[p]) for p in learnable}
    return result


def error_against_exact(function, x, key, ours):
    for digits in DIGITS:
        with mpmath.workdps(digits):
            exact = function(mpmath.mpf(x)) if key == "f" else mpmath.diff(function, mpmath.mpf(x))
            error = relative_error(ours, mpmath.re(exact))
        if error <= LIMIT[key] / 100:
            break
    return error


def compare(key, x, ours, reference, exact, worst):
    """`exact(at)`: the function of one number that is differentiated, and where it is."""
    for at, our, theirs in zip(x, ours, reference, strict=True):
        error = relative_error(our, theirs)
        if error > LIMIT[key] / 100 and abs(our - theirs) <= ROUNDING:
            worst.arbitrated += 1
            error = error_against_exact(*exact(at), key, our)
        worst.take(error, at)


def check(program, name, parameters):
    """The worst errors of f, f' and df/dp, and whether the reference is PyTorch's own function."""
    settings = [f"--param={key}={value}" for key, value in parameters.items()]
    ours = run(program, "eval", f"--name={name}", *settings, f"--range={RANGE}", "--order=1", "--json")
    x = [float(v) for v in ours["x"]]
    reference = by_autograd(name, x, parameters, list(ours["by_parameter"]))
    worst = {key: Worst() for key in LIMIT}
    for key in ("f", "df"):
        compare(key, x, map(float, ours[key]), reference[key], lambda at: (exact_reference(name, parameters), at),
                worst[key])
    for p, slopes in ours["by_parameter"].items():
        exact = lambda at: (lambda v: exact_reference(name, {**parameters, p: v})(mpmath.mpf(at)), parameters[p])
        compare("dp", x, map(float, slopes), reference["dp"][p], exact, worst["dp"])
    if len(x) != 2001:
        sys.exit(f"{name}: not 2,001 points")
    return worst, torch_reference(name, parameters)[1]


def rows_to_check(program):
    rows = run(program, "list", "--json")
    names = {row["name"] for row in rows}
    if names != set(FORMULAS):
        sys.exit(f"rows without a reference: {sorted(names - set(FORMULAS))}; "
                 f"references without a row: {sorted(set(FORMULAS) - names)}")
    for row in rows:
        if row["params"] != defaults_of(row["name"]):
            sys.exit(f"{row['name']}: the defaults are {row['params']} but should be {defaults_of(row['name'])}")
    at_defaults = [(row["name"], row["params"], row["name"]) for row in rows]
    return at_defaults + [(name, {**defaults_of(name), **p}, f"{name} {p}") for name, p in VARIATIONS]


def print_row(title, worst, is_pytorch, failed):
    cells = [f"{w.error:9.1e} at {w.place:6.2f} {w.arbitrated or '':>5}" for w in worst.values() if w.place is not None]
    against = "PyTorch" if is_pytorch else "formula"
    print(f"{title:<44} {against:<8}{'  '.join(cells)}{'  FAILED' if failed else ''}")


def main(program):
    print(f"{'function':<44} {'against':<8}{'f':>9} {'':>9} {'arb.':>5}  {'df':>9} {'':>9} {'arb.':>5}  "
          f"{'df/dp':>9} {'':>9} {'arb.':>5}")
    failures = 0
    summary = {(is_pytorch, key): Worst() for is_pytorch in (True, False) for key in LIMIT}
    for name, parameters, title in rows_to_check(program):
        worst, is_pytorch = check(program, name, parameters)
        failed = any(not worst[key].error <= LIMIT[key] for key in LIMIT)
        failures += failed
        for key in LIMIT:
            by_pytorch = is_pytorch and key != "dp"  # slopes by parameters are those of the formula
            if worst[key].place is not None:
                summary[by_pytorch, key].take(worst[key].error, title)
        print_row(title, worst, is_pytorch, failed)
    for (is_pytorch, key), worst in summary.items():
        if worst.place is None:
            continue
        against = "PyTorch's own functions" if is_pytorch else "autograd of the formulas"
        print(f"worst relative error of {key} against {against}: {worst.error:.1e} ({worst.place})")
    print("all within the limits" if failures == 0 else f"{failures} functions are beyond the limits")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
