"""Digits by us and by scikit-learn's MLPClassifier: the same layers, batch, optimiser, learning rate and epochs, the same
rows to train on and to test with, over some seeds.

    sklearn_digits.py ACTLAB [SEEDS]

prints test accuracy and wall time of training side by side. The rows come from the training script that ACTLAB exports.
"""

import importlib.util
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import warnings

import numpy as np
from sklearn.neural_network import MLPClassifier

LAYERS, BATCH, EPOCHS, RATE = (64, 32), 32, 30, 0.001


def ours(actlab, folder, seed):
    document, script = folder / "run.actlab", folder / f"train_{seed}.py"
    said = json.loads(subprocess.run(
        [actlab, "train", "--dataset", "digits", "--layers", ",".join(map(str, LAYERS)), "--activation", "relu",
         "--optimizer", "adam", "--lr", str(RATE), "--batch", str(BATCH), "--epochs", str(EPOCHS), "--seed", str(seed),
         "--save", document, "--json"], check=True, capture_output=True, text=True).stdout)
    subprocess.run([actlab, "export", "--network", document, "--format", "training", "-o", script], check=True,
                   capture_output=True)
    spec = importlib.util.spec_from_file_location(script.stem, script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return said["final"]["test_accuracy"], said["seconds"], module.TRAIN, module.TEST


def theirs(train, test, seed):
    network = MLPClassifier(LAYERS, activation="relu", solver="adam", alpha=0, batch_size=BATCH,
                            learning_rate_init=RATE, max_iter=EPOCHS, n_iter_no_change=EPOCHS + 1, tol=0,
                            random_state=seed)
    x, y = train[0].numpy(), train[1].numpy().astype(int)
    before = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it has not converged after so many epochs
        network.fit(x, y)
    seconds = time.perf_counter() - before
    return float(np.mean(network.predict(test[0].numpy()) == test[1].numpy())), seconds


def main(actlab, seeds=5):
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(1, seeds + 1):
            accuracy, seconds, train, test = ours(actlab, pathlib.Path(folder), seed)
            rows.append((accuracy, seconds, *theirs(train, test, seed)))
            print(f"seed {seed}: ours {accuracy:.4f} in {seconds:.2f} s, scikit-learn {rows[-1][2]:.4f} in "
                  f"{rows[-1][3]:.2f} s")
    a, s, b, t = (statistics.median(column) for column in zip(*rows))
    print(f"median: ours {a:.4f} in {s:.2f} s, scikit-learn {b:.4f} in {t:.2f} s: {t / s:.1f} times the time")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
