"""onnxruntime runs the ONNX files that the program exports:

    exports_against_onnx.py EXPORT_SAMPLES NODE_FOLDER

takes the samples that EXPORT_SAMPLES writes and, for each,
  * has the checker of python3-onnx judge the file, shapes too;
  * looks for what it promises: a local function with the activation's name and formula, used by one node;
  * compares what onnxruntime calculates with our kernels in float32 (1e-6, relative above 1);
and, but for the random ones,
  * runs the same function on tensors of no and of four dimensions;
  * gives each of three channels values of its own, which must do what each does alone.
"""

import json
import pathlib
import sys
import tempfile

import node_clients
import samples

try:
    import numpy as np
    import onnx
    from onnx import numpy_helper
except ImportError:
    print("python3-onnx is missing: skipped")
    sys.exit(77)

CHANNELS = np.array([0.0, 0.25, 0.5], np.float32)


def check_file(sample, model, tally):
    onnx.checker.check_model(model, full_check=True)
    function, = model.functions
    node, = model.graph.node
    if (function.name, function.domain) != (node.op_type, node.domain) or function.name != sample["class"]:
        tally.fail(sample, f"the function {function.name} is used as {node.op_type}")
    if "\nf(x) = " not in function.doc_string or any(c < " " and c != "\n" for c in function.doc_string):
        tally.fail(sample, f"its doc string is {function.doc_string!r}")
    if not function.name.isidentifier() or not function.name.isascii():
        tally.fail(sample, f"{function.name!r} is no name for ONNX")


class Jobs:
    """What onnxruntime is to do, and who looks at its answers."""

    def __init__(self, folder):
        self.folder = folder
        self.jobs, self.readers = [], []

    def add(self, model, x, shape, read):
        for value in (*model.graph.input, *model.graph.output):
            dims = value.type.tensor_type.shape
            del dims.dim[:]
            dims.dim.extend(onnx.TensorShapeProto.Dimension(dim_value=n) for n in shape)
        file = self.folder / f"{len(self.jobs)}.onnx"
        onnx.save(model, str(file))
        self.add_file(file, x, shape, read)

    def add_file(self, file, x, shape, read):
        self.jobs.append(json.dumps({"file": str(file), "input": "x", "x": x, "shape": shape}))
        self.readers.append(read)

    def run(self, node_folder):
        for job, line, read in zip(self.jobs, node_clients.run(node_folder, "run_onnx.js", self.jobs), self.readers):
            answer = json.loads(line)
            if "y" in answer and answer["shape"] == json.loads(job)["shape"]:
                read([float(v) for v in answer["y"]])
            else:
                read(None, f"onnxruntime says {str(answer)[:600]}")


def compare(sample, tally):
    def read(y, error=None):
        tally.fail(sample, error) if error else tally.compare(sample, "onnx", "f", "float", y)
    return read


def equal(sample, expected, what, tally):
    """The same to rounding: vector instructions may round otherwise than those for what is left over."""
    def read(y, error=None):
        if error or not np.allclose(y, expected(), rtol=1e-6, atol=1e-6, equal_nan=True):
            tally.fail(sample, f"{what}: {error or 'other values'}")
    return read


def add_shapes(sample, model, jobs, tally):
    known = []
    jobs.add(model, sample["x"], [len(sample["x"])], lambda y, error=None: known.extend(y or []))
    jobs.add(model, sample["x"], [1, len(sample["x"]), 1, 1],
             equal(sample, lambda: known, "four dimensions", tally))
    if not any(len(t.dims) for t in model.graph.initializer):
        jobs.add(model, sample["x"][:1], [], equal(sample, lambda: known[:1], "a single number", tally))


def with_channels(model, values_of):
    changed = onnx.ModelProto()
    changed.CopyFrom(model)
    for tensor in changed.graph.initializer:
        if len(tensor.dims):
            tensor.CopyFrom(numpy_helper.from_array(values_of(numpy_helper.to_array(tensor)), tensor.name))
    return changed


def add_channels(sample, model, jobs, tally):
    if not any(len(t.dims) for t in model.graph.initializer):
        return
    points = [-2.0, -0.5, 0.25, 1.5]
    alone = []
    for c in range(3):
        jobs.add(with_channels(model, lambda value: value + CHANNELS[c:c + 1]), points, [len(points)],
                 lambda y, error=None: alone.append(y))
    jobs.add(with_channels(model, lambda value: value + CHANNELS), [x for x in points for _ in range(3)],
             [len(points), 3], equal(sample, lambda: np.array(alone).T.ravel(), "channels", tally))


def main(program, node_folder):
    node_folder = node_clients.installed(node_folder)
    tally = samples.Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        written = samples.written(program, folder, "onnx", count=1000)
        jobs = Jobs(folder)
        for sample in written:
            file = folder / "onnx" / (sample["id"] + ".onnx")
            try:
                model = onnx.load(str(file))
                check_file(sample, model, tally)
            except Exception as error:
                tally.fail(sample, f"{type(error).__name__}: {str(error)[:600]}")
                continue
            jobs.add_file(file, sample["x"], [len(sample["x"])], compare(sample, tally))
            if sample["kind"] != "random":
                add_shapes(sample, model, jobs, tally)
                add_channels(sample, model, jobs, tally)
        jobs.run(node_folder)
    return tally.finish(written)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
