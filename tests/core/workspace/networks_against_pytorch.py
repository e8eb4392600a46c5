"""PyTorch and onnxruntime take home what the program has trained:

    networks_against_pytorch.py ACTLAB NODE_FOLDER

trains networks with the command line, exports each in every format, and
  * loads state dict, safetensors and TorchScript file, which must answer alike on every test row;
  * compares the accuracy on the test rows with what the program said;
  * runs the network file's own test with both kinds of weights;
  * runs the training script, whose losses must agree with the run's history;
  * trains the tutorial's network with an exported activation;
  * has onnxruntime answer to every test row what PyTorch answers (left out, with a word, where npm cannot install it).
"""

import csv
import importlib.util
import io
import json
import contextlib
import pathlib
import struct
import subprocess
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).parents[1] / "exporting"))
import node_clients

try:
    import torch
except ImportError:
    print("python3-torch is missing: skipped")
    sys.exit(77)

LEAKY = "x > 0 ? x : a*x"
# What is trained, and how far apart losses may be: rounding grows with the steps, and most in a search along a line.
RUNS = {
    "digits": (["--dataset", "digits", "--layers", "32,16", "--activation", "gelu", "--epochs", "4", "--batch", "32"], 1e-3),
    "logits": (["--dataset", "moons", "--layers", "8,8", "--activation", "tanh", "--epochs", "20"], 1e-4),
    "sign": (["--dataset", "spiral", "--loss", "mse", "--optimizer", "sgd", "--init", "playground", "--l1", "0.003",
              "--l2", "0.001", "--activation", "tanh", "--layers", "4,2", "--epochs", "10", "--batch", "7"], 1e-4),
    "scores": (["--dataset", "digits", "--loss", "mse", "--layers", "16", "--activation", "silu", "--epochs", "2",
                "--optimizer", "momentum", "--lr", "0.05", "--lr-schedule", "step", "--batch", "50"], 1e-4),
    "value": (["--dataset", "sine", "--loss", "huber", "--optimizer", "rmsprop", "--lr-schedule", "cosine", "--clip",
               "0.5", "--activation", "x*sigmoid(x)", "--layers", "6", "--epochs", "12", "--init", "xavier"], 1e-4),
    "plane": (["--dataset", "plane", "--loss", "mse", "--optimizer", "adagrad", "--activation", "elu", "--layers", "5",
               "--epochs", "5", "--init", "kaiming"], 1e-4),
    "layer": (["--dataset", "xor", "--activation", LEAKY, "--learnable", "a", "--layers", "4,4", "--epochs", "8",
               "--optimizer", "nesterov"], 1e-4),
    "shared": (["--dataset", "gauss", "--activation", LEAKY, "--learnable", "a:shared", "--layers", "4,4", "--epochs",
                "8", "--optimizer", "adamw"], 1e-4),
    "channel": (["--dataset", "circle", "--activation", LEAKY, "--learnable", "a:channel", "--layers", "4,3",
                 "--epochs", "8"], 1e-4),
    "two": (["--dataset", "moons", "--activation", "relu", "--activation", "max(x, 0.1*x)", "--layers", "4,3",
             "--epochs", "2", "--optimizer", "lbfgs", "--lr", "1"], 5e-2),
    "at once": (["--dataset", "gauss", "--activation", "tanh", "--layers", "4", "--epochs", "5", "--target-loss",
                 "100"], 1e-4),
    "patience": (["--dataset", "xor", "--activation", "tanh", "--layers", "4", "--epochs", "60", "--lr", "0.1",
                  "--patience", "2"], 1e-3),
    "norm": (["--dataset", "moons", "--activation", "tanh", "--layers", "8,6", "--epochs", "10", "--batch", "83",
              "--samples", "500", "--train-share", "0.5", "--batch-norm"], 1e-4),
    "residual": (["--dataset", "spiral", "--activation", "tanh", "--layers", "6,6,6", "--epochs", "10", "--residual"],
                 1e-4),
    "both": (["--dataset", "digits", "--loss", "mse", "--activation", LEAKY, "--learnable", "a:channel", "--layers",
              "12,12,8,8", "--epochs", "4", "--batch", "45", "--optimizer", "adamw", "--l2", "0.001", "--clip", "0.5",
              "--batch-norm", "--residual"], 1e-3),
    "playground": (["--dataset", "circle", "--activation", "tanh", "--layers", "4,4", "--epochs", "6", "--batch", "30",
                    "--init", "playground", "--batch-norm", "--residual"], 1e-4),
    "searched": (["--dataset", "moons", "--activation", "tanh", "--layers", "4,4", "--epochs", "3", "--optimizer", "lbfgs",
                  "--lr", "1", "--batch-norm"], 5e-2),
    "target": (["--dataset", "gauss", "--activation", "tanh", "--layers", "4", "--epochs", "50", "--target-accuracy",
                "0.95"], 1e-4),
}
FORMATS = {"pytorch": ".py", "state-dict": ".pt", "safetensors": ".safetensors", "torchscript": ".script.pt",
           "training": ".train.py", "onnx": ".onnx"}


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def imported(path):
    spec = importlib.util.spec_from_file_location(path.name.replace(".", "_"), path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def safetensors(path):
    """Read as the format's description says."""
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header, numbers = json.loads(data[8 : 8 + length]), data[8 + length :]
    assert header.pop("__metadata__")["format"] == "pt"
    assert max(entry["data_offsets"][1] for entry in header.values()) == len(numbers)
    tensors = {}
    for name, entry in header.items():
        assert entry["dtype"] == "F32"
        begin, end = entry["data_offsets"]
        tensors[name] = torch.frombuffer(bytearray(numbers[begin:end]), dtype=torch.float32).reshape(entry["shape"])
    return tensors


def same(one, other, what):
    assert list(one) == list(other), f"{what}: {list(one)} and {list(other)}"
    for name in one:
        assert torch.equal(one[name], other[name]), f"{what}: {name} differs"


def check_losses(said, history, limit):
    rows = list(csv.DictReader(io.StringIO(said)))
    assert len(rows) == len(history["epoch"]), f"{len(rows)} epochs, not {len(history['epoch'])}"
    worst = 0.0
    for key in ("train_loss", "test_loss"):
        for row, ours in zip(rows, history[key]):
            worst = max(worst, abs(float(row[key]) - ours) / max(abs(ours), 1e-2))
    assert worst < limit, f"the losses are {worst:.1e} apart"
    return worst


def check(actlab, folder, name, options, limit):
    document = folder / (name + ".actlab")
    said = json.loads(run(actlab, "train", *options, "--seed", "3", "--save", document, "--json"))
    files = {}
    for form, suffix in FORMATS.items():
        files[form] = folder / (name + suffix)
        run(actlab, "export", "--network", document, "--format", form, "-o", files[form])

    weights = torch.load(files["state-dict"], weights_only=True)
    same(weights, safetensors(files["safetensors"]), "safetensors")
    network = imported(files["pytorch"]).load(str(files["state-dict"]))
    same(weights, network.state_dict(), "the network")
    torch.jit.script(network)

    script = imported(files["training"])
    x, target = script.TEST
    with torch.no_grad():
        answers, scripted = network(x), torch.jit.load(str(files["torchscript"]))(x)
    assert torch.allclose(answers, scripted, rtol=1e-5, atol=1e-6), "TorchScript answers otherwise"
    quality = script.measure(network, x, target)[1]
    ours = said["final"]["test_accuracy"]
    assert abs(quality - ours) < (1e-5 if answers.shape[1] == 1 and script.TEST[1].unique().numel() > 10 else 1e-6), \
        f"accuracy {quality}, not {ours}"
    assert "right at 3 inputs" in run(sys.executable, files["pytorch"], files["state-dict"])

    said_by_script = io.StringIO()
    with contextlib.redirect_stdout(said_by_script):
        retrained = script.train()
    worst = check_losses(said_by_script.getvalue(), said["history"], limit)
    if "--batch-norm" not in options:
        assert list(retrained.state_dict()) == list(weights)
    print(f"{name}: {len(weights)} tensors, accuracy {quality:.4f}, losses {worst:.1e} apart")
    return files["onnx"], x, answers


def onnx_job(file, x, _):
    return json.dumps({"file": str(file), "input": "input", "x": x.flatten().tolist(), "shape": list(x.shape)})


def check_onnx(node_folder, networks):
    """`networks` by name: the ONNX file, inputs, and what PyTorch answers to them."""
    try:
        node_folder = node_clients.installed(node_folder)
    except SystemExit as skipped:
        if skipped.code != 77:
            raise
        return 0
    failures = 0
    said = node_clients.run(node_folder, "run_onnx.js", [onnx_job(*network) for network in networks.values()])
    for (name, (_, _, answers)), line in zip(networks.items(), said):
        theirs = torch.tensor([float(y) for y in json.loads(line)["y"]]).view(answers.shape)
        worst = ((theirs - answers).abs() / answers.abs().clamp(min=1)).max().item()
        good = worst < 1e-5 and torch.equal(theirs.argmax(1), answers.argmax(1))
        failures += not good
        print(f"{name}: onnxruntime answers to {len(answers)} rows, {worst:.1e} apart{'' if good else ': TOO FAR'}")
    return failures


def check_tutorial(actlab, folder):
    """Sequential(Linear(10, 5), It(), Linear(5, 2)) of the tutorial, with It as a file in both forms, learns."""
    torch.manual_seed(0)
    x = torch.randn(64, 10)
    target = torch.stack([x[:, 0].abs(), x[:, 1] * x[:, 2]], 1)
    for form in ("pytorch", "pytorch-autograd"):
        file = folder / (form + "_it.py")
        run(actlab, "export", "--name", "prelu", "--learnable", "a", "--format", form, "-o", file)
        module = imported(file)
        it = module.PReLU()
        network = torch.nn.Sequential(torch.nn.Linear(10, 5), it, torch.nn.Linear(5, 2))
        optimizer = torch.optim.Adam(network.parameters(), lr=0.05)
        losses = []
        for _ in range(200):
            optimizer.zero_grad()
            loss = torch.nn.functional.mse_loss(network(x), target)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        assert len(list(it.parameters())) == 1 and losses[-1] < 0.5 * losses[0], f"{form}: {losses[0]} to {losses[-1]}"
        print(f"the tutorial's network, {form}: loss {losses[0]:.3f} to {losses[-1]:.3f}")


def main(actlab, node_folder):
    torch.set_num_threads(1)
    failures, networks = 0, {}
    with tempfile.TemporaryDirectory() as folder:
        for name, (options, limit) in RUNS.items():
            try:
                networks[name] = check(actlab, pathlib.Path(folder), name, options, limit)
            except (AssertionError, subprocess.CalledProcessError, RuntimeError) as error:
                failures += 1
                print(f"{name}: {type(error).__name__}: {error}", getattr(error, "stderr", ""))
        check_tutorial(actlab, pathlib.Path(folder))
        failures += check_onnx(node_folder, networks)
    print(f"{len(RUNS)} networks, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
