"""Imports each function of functions/*.py by the program and compares value and gradient with PyTorch running it."""

import importlib.util
import inspect
import json
import pathlib
import subprocess
import sys

try:
    import torch
except ImportError:
    print("python3-torch is missing: skipped")
    sys.exit(77)

LIMIT = 1e-12
RANGE = "-8,8,1601"  # holds 0 and every knot of the functions


def declared(module):
    """Functions and classes of the file itself, in its order."""
    own = [v for v in vars(module).values() if getattr(v, "__module__", None) == module.__name__ or
           isinstance(v, torch.jit.ScriptFunction)]
    return [v for v in own if callable(v)]


def loaded(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return declared(module)


def applied(function):
    if not inspect.isclass(function):
        return function
    return function.apply if issubclass(function, torch.autograd.Function) else function()


def by_pytorch(functions, points):
    x = torch.tensor(points, requires_grad=True)
    y = applied(functions[0])(x)
    if len(functions) == 2:  # the pair of the tutorial: a function and its derivative
        return y.tolist(), applied(functions[1])(x).tolist()
    (slope,) = torch.autograd.grad(y.sum(), x)
    return y.tolist(), slope.tolist()


def by_import(program, path):
    command = [program, "eval", f"--python={path}", f"--range={RANGE}", "--order=1", "--json"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0 or done.stderr:
        sys.exit(f"{path.name}: {done.stderr.strip()}")
    return json.loads(done.stdout)


def worst(ours, theirs):
    """The greatest error, absolute below 1 and relative above."""
    errors = [abs(float(a) - b) / max(1.0, abs(b)) for a, b in zip(ours, theirs)]
    return max(errors, key=lambda e: float("inf") if e != e else e)


def main(program, folder):
    torch.set_default_dtype(torch.float64)
    failures = 0
    paths = sorted(pathlib.Path(folder).glob("*.py"))
    print(f"{'function':<28}{'f':>10}{'df':>10}")
    for path in paths:
        ours = by_import(program, path)
        values, slopes = by_pytorch(loaded(path), ours["x"])
        errors = worst(ours["f"], values), worst(ours["df"], slopes)
        failed = not all(e <= LIMIT for e in errors)
        failures += failed
        print(f"{path.stem:<28}{errors[0]:10.1e}{errors[1]:10.1e}{'  FAILED' if failed else ''}")
    print(f"{len(paths)} files, {failures} beyond {LIMIT}")
    return 1 if failures or len(paths) < 10 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
