"""onnxruntime runs the networks that the program exports as ONNX:

    networks_against_onnx.py EXPORT_NETWORKS NODE_FOLDER

The checker of python3-onnx must take each file, and what onnxruntime answers to one row and to seven at once must be
what plain loops in double answer, to 1e-6 (relative above 1). Names of features and classes are in the metadata, one
line each; layers that share an activation share what it learns.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import node_clients

try:
    import onnx
except ImportError:
    print("python3-onnx is missing: skipped")
    sys.exit(77)


def names(model, what):
    found = {p.key: p.value for p in model.metadata_props if p.key.startswith(what + "_")}
    return [found[f"{what}_{i}"] for i in range(len(found))]


def check_file(model, network):
    onnx.checker.check_model(model, full_check=True)
    assert names(model, "input") == [" ".join(n.splitlines()) for n in network["features"]], names(model, "input")
    assert names(model, "class") == [" ".join(n.splitlines()) for n in network["classes"]], names(model, "class")
    learned = {i for node in model.graph.node if node.domain for i in node.input[1:]}
    known = {t.name for t in model.graph.initializer}
    assert learned <= known and len({n.split("_")[0] for n in learned}) <= network["instances"], learned
    return model


def worst(answer, rows):
    assert "y" in answer and answer["shape"] == [len(rows), len(rows[0])], str(answer)[:400]
    expected = [v for row in rows for v in row]
    return max(abs(float(y) - v) / max(1.0, abs(v)) for y, v in zip(answer["y"], expected))


def main(program, node_folder):
    node_folder = node_clients.installed(node_folder)
    with tempfile.TemporaryDirectory() as name:
        subprocess.run([program, name], check=True)
        networks = json.loads((pathlib.Path(name) / "networks.json").read_text())
        jobs, expected = [], []
        for i, network in enumerate(networks):
            file = pathlib.Path(name) / f"{i}.onnx"
            check_file(onnx.load(str(file)), network)
            for count in (1, 7):
                rows = network["inputs"][:count]
                jobs.append(json.dumps({"file": str(file), "input": "input", "x": sum(rows, []),
                                        "shape": [count, len(rows[0])]}))
                expected.append(network["outputs"][:count])
        answers = node_clients.run(node_folder, "run_onnx.js", jobs)
    errors = [worst(json.loads(answer), rows) for answer, rows in zip(answers, expected)]
    print(f"{len(networks)} networks, {len(errors)} runs, worst error {max(errors):.1e}")
    return 0 if networks and max(errors) <= 1e-6 else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
