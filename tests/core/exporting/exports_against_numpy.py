"""NumPy runs what the program exports: exports_against_numpy.py EXPORT_SAMPLES

The functions and their derivatives must agree with our kernels in both precisions, keep the type and shape of what they
are given, and take a plain number. Files for JAX run on NumPy in its place, which has all that they call: their values
are compared, and that they are valid Python; their gradients are not.
"""

import math
import pathlib
import sys
import tempfile
import types
import warnings

import samples

try:
    import numpy as np
except ImportError:
    print("python3-numpy is missing: skipped")
    sys.exit(77)

DTYPES = {"double": np.float64, "float": np.float32}


def numpy_for_jax():
    """The part of JAX that the files call, by NumPy."""
    vectorized = lambda f: np.vectorize(f, otypes=[np.float64])
    jax = types.ModuleType("jax")
    jax.numpy = np
    jax.nn = types.SimpleNamespace(sigmoid=lambda u: np.exp(-np.logaddexp(0.0, -u)))
    jax.lax = types.SimpleNamespace(stop_gradient=lambda u: u)
    jax.scipy = types.SimpleNamespace(
        special=types.SimpleNamespace(erf=vectorized(math.erf), erfc=vectorized(math.erfc)))
    sys.modules["jax"], sys.modules["jax.numpy"] = jax, np


def names_of(path):
    names = {}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    return names


def check_numpy(folder, sample, tally):
    names = names_of(folder / "numpy" / (sample["id"] + ".py"))
    for key, function in (("f", sample["function"]), ("df", sample["function"] + "_derivative")):
        for dtype, kind in DTYPES.items():
            y = names[function](np.array(sample["x"], dtype=kind))
            if y.dtype != kind or y.shape != (len(sample["x"]),):
                tally.fail(sample, f"numpy gives {y.dtype} {y.shape}")
            tally.compare(sample, "numpy", key, dtype, y.tolist())
        alone = float(names[function](sample["x"][0]))
        if alone != y[0] and abs(alone - sample[key][0] if sample[key][0] is not None else 0) > 1e-6 * max(1, abs(alone)):
            tally.fail(sample, f"numpy gives {alone} for a plain number")


def check_jax(folder, sample, tally):
    names = names_of(folder / "jax" / (sample["id"] + ".py"))
    y = names[sample["function"]](np.array(sample["x"]))
    if y.shape != (len(sample["x"]),):
        tally.fail(sample, f"jax gives {y.shape}")
    tally.compare(sample, "jax", "f", "double", y.tolist())


def main(program):
    numpy_for_jax()
    warnings.simplefilter("error")  # a warning would worry whoever uses the file
    tally = samples.Tally()
    with tempfile.TemporaryDirectory() as name:
        written = samples.written(program, name, "numpy", "jax")
        for sample in written:
            for check in (check_numpy, check_jax):
                quiet = np.errstate(all="ignore" if check is check_jax else "warn")
                try:
                    with quiet:
                        check(pathlib.Path(name), sample, tally)
                except Exception as error:
                    tally.fail(sample, f"{check.__name__}: {type(error).__name__}: {str(error)[:300]}")
    return tally.finish(written)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
