"""PyTorch runs what the program exports:

    exports_against_pytorch.py EXPORT_SAMPLES

takes the samples that EXPORT_SAMPLES writes (the catalogue, hostile branches, names nobody would choose, random
formulas: ACTLAB_RANDOM_EXPORTS of them) and, for both PyTorch forms and, where it was written, the TorchScript file,
  * compares value and gradient with our kernels in float64 (1e-12) and float32 (1e-6), relative above 1; where rounding
    alone moves a random formula further, by what it moves it;
  * has every gradient finite where ours is;
and, for the two written in Python,
  * scripts the module of plain operations and compares the script with it; traces it and exports it by torch.onnx;
  * runs gradcheck at the points of the file's own test.
"""

import importlib.util
import io
import pathlib
import sys
import tempfile
import warnings

import samples

try:
    import torch
except ImportError:
    print("python3-torch is missing: skipped")
    sys.exit(77)

NAMES = {torch.float64: "double", torch.float32: "float"}


def loaded(path):
    spec = importlib.util.spec_from_file_location(path.stem + "_" + path.parent.name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def run(activation, sample, dtype):
    x = torch.tensor(sample["x"], dtype=dtype, requires_grad=True)
    y = activation(x)
    assert y.dtype == dtype and y.shape == x.shape, f"{y.dtype} {tuple(y.shape)}"
    y.backward(torch.ones_like(y))
    return y.tolist(), x.grad.tolist()


def check_dtype(sample, form, cls, dtype, tally):
    torch.set_default_dtype(dtype)
    activation = cls()
    values, slopes = run(activation, sample, dtype)
    tally.compare(sample, form, "f", NAMES[dtype], values)
    tally.compare(sample, form, "df", NAMES[dtype], slopes)
    for name, p in activation.named_parameters():
        hostile = sample["kind"] == "hostile" or sample["kind"] == "catalogue"
        if hostile and None not in sample["f"] and not torch.isfinite(p.grad).all():
            tally.fail(sample, f"{form} the gradient of {name} is {p.grad}")
    return activation


def check_script(sample, activation, tally):
    scripted = torch.jit.script(activation)
    ours, theirs = run(activation, sample, torch.float64), run(scripted, sample, torch.float64)
    if not all(a == b or a != a and b != b for a, b in zip(ours[0], theirs[0])):
        tally.fail(sample, "the script gives other values")


def check_trace(sample, activation, tally):
    x = torch.tensor(sample["x"], dtype=torch.float32).clamp(-30, 30)
    activation = activation.float()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what a trace cannot see: x.dim() of per channel parameters
        torch.onnx.export(activation, x, io.BytesIO(), opset_version=13)
        traced = torch.jit.trace(activation, x)
    if not torch.equal(torch.nan_to_num(traced(x)), torch.nan_to_num(activation(x))):
        tally.fail(sample, "the trace gives other values")


def check_channels(sample, cls, tally):
    """Images of three channels, each with values of its own."""
    many = cls(num_channels=3)
    with torch.no_grad():
        for p in many.parameters():
            if p.dim() == 1:
                p += torch.tensor([0.0, 0.25, 0.5])
    x = torch.linspace(-2.0, 2.0, 3 * 2 * 2).reshape(1, 3, 2, 2).repeat(2, 1, 1, 1)
    y = many(x)
    if y.shape != x.shape:
        tally.fail(sample, "channels give another shape")
    for c in range(3):
        one = cls()
        with torch.no_grad():
            for mine, theirs in zip(one.parameters(), many.parameters()):
                mine.copy_(theirs if theirs.dim() == 0 else theirs[c])
        if not torch.allclose(one(x[:, c]), y[:, c], rtol=1e-12, atol=1e-12, equal_nan=True):
            tally.fail(sample, f"channel {c} differs")


def own_test(path, sample, tally):
    """The test that the file brings: values, slopes and gradcheck."""
    source = path.read_text(encoding="utf-8")
    if "__main__" not in source:
        return
    try:
        exec(compile(source, str(path), "exec"), {"__name__": "__main__", "print": lambda *a: None})
    except Exception as error:
        if sample["kind"] == "random":  # rounding may move it further than a file's own test allows for
            tally.drowned += 1
        else:
            tally.fail(sample, f"its own test says {type(error).__name__}: {str(error)[:300]}")


def check(folder, sample, tally):
    for form in ("pytorch", "autograd"):
        path = folder / form / (sample["id"] + ".py")
        try:
            cls = getattr(loaded(path), sample["class"])
            check_dtype(sample, form, cls, torch.float32, tally)
            activation = check_dtype(sample, form, cls, torch.float64, tally)
            if form == "pytorch":
                check_script(sample, activation, tally)
            if any(p.dim() == 1 for p in activation.parameters()):
                check_channels(sample, cls, tally)
            repr(activation)
            own_test(path, sample, tally)
            if form == "pytorch" and sample["kind"] != "random":
                check_trace(sample, activation, tally)
        except Exception as error:
            tally.fail(sample, f"{form}: {type(error).__name__}: {str(error)[:600]}")


def check_file(folder, sample, tally):
    """The TorchScript file needs nothing beside it. Its parameters are float32, as those of any module."""
    path = folder / "torchscript" / (sample["id"] + ".pt")
    if not path.exists():
        return
    try:
        has_parameters = any(True for _ in torch.jit.load(str(path)).parameters())
        for dtype in (torch.float32,) if has_parameters else (torch.float32, torch.float64):
            check_dtype(sample, "torchscript", lambda: torch.jit.load(str(path)).to(dtype), dtype, tally)
    except Exception as error:
        tally.fail(sample, f"torchscript: {type(error).__name__}: {str(error)[:600]}")


def main(program):
    torch.set_num_threads(1)
    tally = samples.Tally()
    with tempfile.TemporaryDirectory() as name:
        written = samples.written(program, name, "pytorch", "autograd", "torchscript", count=1000)
        for sample in written:
            check(pathlib.Path(name), sample, tally)
            check_file(pathlib.Path(name), sample, tally)
    return tally.finish(written)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
