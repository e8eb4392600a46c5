"""KaTeX reads the formulas of the LaTeX documents that the program exports:

    exports_in_katex.py EXPORT_SAMPLES NODE_FOLDER

every alignment of f and its derivatives and every formula in the text, strictly: what is not LaTeX, or no ASCII, is an
error.
"""

import json
import pathlib
import re
import sys
import tempfile

import node_clients
import samples

def formulas_of(path):
    """Those of the text: the figure's are the same in all documents."""
    text = path.read_text(encoding="ascii").split("\\begin{center}")[0]
    body = text.split("\\section*", 1)[1].split("\n", 1)[1]
    alignments = re.findall(r"\\begin\{align\*\}.*?\\end\{align\*\}", body, re.DOTALL)
    return alignments + re.findall(r"\$([^$]+)\$", body)


def main(program, node_folder):
    node_folder = node_clients.installed(node_folder)
    tally = samples.Tally()
    with tempfile.TemporaryDirectory() as name:
        written = samples.written(program, name, "latex", count=1000)
        found = [(sample, formula) for sample in written
                 for formula in formulas_of(pathlib.Path(name) / "latex" / (sample["id"] + ".tex"))]
        said = node_clients.run(node_folder, "run_katex.js", [json.dumps(formula) for _, formula in found])
    for (sample, formula), answer in zip(found, map(json.loads, said)):
        if answer:
            tally.fail(sample, f"KaTeX says {answer[:200]} of {formula[:400]}")
    print(f"{len(written)} activations, {len(found)} formulas, {len(tally.failures)} refused", *tally.failures[:40], sep="\n")
    return 0 if found and not tally.failures else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
