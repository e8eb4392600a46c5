"""A run with TensorFlow Playground's defaults ends where the Playground's own rule ends:

    playground_parity.py ACTLAB

trains 20 networks a data set by a second implementation of that rule (its data recipes, initial weights, losses, order
of rows, update; dataset.ts and nn.ts of TensorFlow Playground say them) and 20 with the command line. The median of our
final losses must lie between the least and the greatest of theirs, and the median of theirs between ours.
"""

import json
import subprocess
import sys

try:
    import numpy as np
except ImportError:
    print("python3-numpy is missing: skipped")
    sys.exit(77)

SEEDS, EPOCHS, BATCH, RATE, LAYERS = 20, 200, 10, 0.03, [4, 2]
POINTS, VALUES = 500, 1200  # samples of a classification, of a regression


def circle(rng, n):
    inside = np.arange(n) < n // 2
    radius = np.where(inside, rng.uniform(0, 2.5, n), rng.uniform(3.5, 5, n))
    angle = rng.uniform(0, 2 * np.pi, n)
    x = np.stack([radius * np.sin(angle), radius * np.cos(angle)], 1)
    return x, np.where(np.hypot(*x.T) < 2.5, 1.0, -1.0)


def xor(rng, n):
    x = rng.uniform(-5, 5, (n, 2))
    x += np.where(x > 0, 0.3, -0.3)
    return x, np.where(x[:, 0] * x[:, 1] >= 0, 1.0, -1.0)


def gauss(rng, n):
    label = np.where(np.arange(n) < n // 2, 1.0, -1.0)
    return 2 * label[:, None] + np.sqrt(0.5) * rng.normal(size=(n, 2)), label


def spiral(rng, n):
    half = np.arange(n // 2)
    arms = []
    for delta in (0, np.pi):
        radius, t = half / (n // 2) * 5, 1.75 * half / (n // 2) * 2 * np.pi + delta
        arms.append(np.stack([radius * np.sin(t), radius * np.cos(t)], 1))
    return np.concatenate(arms), np.repeat([1.0, -1.0], n // 2)


def plane(rng, n):
    x = rng.uniform(-6, 6, (n, 2))
    return x, x.sum(1) / 10


def hills(rng, n):
    x, best = rng.uniform(-6, 6, (n, 2)), np.zeros(n)
    for sign, cx, cy in ((1, -4, 2.5), (1, 4, 2.5), (1, 0, -2.5), (-1, 0, 2.5), (-1, -4, -2.5), (-1, 4, -2.5)):
        value = sign * np.maximum(0, 1 - np.hypot(x[:, 0] - cx, x[:, 1] - cy) / 2)
        best = np.where(np.abs(value) > np.abs(best), value, best)
    return x, best


SETS = {"circle": (circle, POINTS), "xor": (xor, POINTS), "gauss": (gauss, POINTS), "spiral": (spiral, POINTS),
        "plane": (plane, VALUES), "multi-gauss": (hills, VALUES)}


def forward(weights, biases, x, is_class):
    outputs = [x]
    for i, (w, b) in enumerate(zip(weights, biases)):
        z = outputs[-1] @ w + b[:, None, :]
        outputs.append(np.tanh(z) if i < len(weights) - 1 or is_class else z)
    return outputs


def losses_by_rule(make, n):
    """Final train and test loss of every seed; all seeds at once along the first axis."""
    rng = np.random.default_rng(7)
    tables = []
    for _ in range(SEEDS):
        x, y = make(rng, n)
        order = rng.permutation(n)
        tables.append((x[order], y[order]))
    x, y = np.stack([t[0] for t in tables]), np.stack([t[1] for t in tables])[:, :, None]
    is_class = n == POINTS
    sizes = [2, *LAYERS, 1]
    weights = [rng.uniform(-0.5, 0.5, (SEEDS, a, b)) for a, b in zip(sizes, sizes[1:])]
    biases = [np.full((SEEDS, b), 0.1) for b in sizes[1:]]
    train = n // 2
    for _ in range(EPOCHS):
        for begin in range(0, train, BATCH):
            rows = slice(begin, begin + BATCH)
            outputs = forward(weights, biases, x[:, rows], is_class)
            delta = outputs[-1] - y[:, rows]
            if is_class:
                delta = delta * (1 - outputs[-1] ** 2)
            for i in reversed(range(len(weights))):
                below = (delta @ weights[i].transpose(0, 2, 1)) * (1 - outputs[i] ** 2) if i > 0 else None
                weights[i] -= RATE / BATCH * outputs[i].transpose(0, 2, 1) @ delta
                biases[i] -= RATE / BATCH * delta.sum(1)
                delta = below
    error = 0.5 * (forward(weights, biases, x, is_class)[-1] - y)[:, :, 0] ** 2
    return error[:, :train].mean(1), error[:, train:].mean(1)


def losses_of_ours(actlab, name):
    finals = []
    for seed in range(1, SEEDS + 1):
        said = subprocess.run(
            [actlab, "train", "--dataset", name, "--init", "playground", "--loss", "mse", "--optimizer", "sgd", "--lr",
             str(RATE), "--activation", "tanh", "--layers", ",".join(map(str, LAYERS)), "--batch", str(BATCH),
             "--epochs", str(EPOCHS), "--train-share", "0.5", "--seed", str(seed), "--json"],
            check=True, capture_output=True, text=True).stdout
        finals.append(json.loads(said)["final"])
    return np.array([f["train_loss"] for f in finals]), np.array([f["test_loss"] for f in finals])


def main(actlab):
    failures = 0
    for name, (make, n) in SETS.items():
        for which, theirs, ours in zip(("train", "test"), losses_by_rule(make, n), losses_of_ours(actlab, name)):
            good = theirs.min() <= np.median(ours) <= theirs.max() and ours.min() <= np.median(theirs) <= ours.max()
            failures += not good
            print(f"{name:12} {which:5} ours {np.median(ours):.4f} ({ours.min():.4f} to {ours.max():.4f})   "
                  f"the rule's {np.median(theirs):.4f} ({theirs.min():.4f} to {theirs.max():.4f})"
                  f"{'' if good else '   APART'}")
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
