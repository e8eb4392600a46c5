"""Compilers read the headers that the program exports, and their values are compared with our kernels:

    exports_in_cpp.py EXPORT_SAMPLES cpp|libtorch [FLAG …] -- COMPILER …

All headers of a kind go into one program, each in a namespace of its own, compiled with -Wall -Wextra -Werror.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import samples

STRICT = ["-Wall", "-Wextra", "-Werror", "-O0"]

HEAD = {
    "cpp": "#include <cmath>\n#include <cstddef>\n#include <limits>\n#include <type_traits>\n",
    "libtorch": "#include <torch/torch.h>\n",
}

# `Row` calls one activation; the program reads "id count x…" and answers "id f… df…" a precision.
CPP_MAIN = """
template <typename T> using Function = void (*)(const T*, T*, std::size_t);
struct Row { const char* id; Function<double> f, df; Function<float> f32, df32; };
template <typename T> void answer(const std::vector<double>& given, Function<T> f)
{
    std::vector<T> x(given.begin(), given.end()), y(given.size());
    f(x.data(), y.data(), x.size());
    for (const T v : y) std::printf(" %.17g", static_cast<double>(v));
}
int main()
{
    for (const Row& row : kRows) {
        const std::vector<double> x = readPoints();
        std::printf("%s", row.id);
        answer(x, row.f); answer(x, row.df); answer(x, row.f32); answer(x, row.df32);
        std::printf("\\n");
    }
}
"""
TORCH_MAIN = """
int main()
{
    torch::set_num_threads(1);
    for (const Row& row : kRows) {
        const std::vector<double> given = readPoints();
        std::printf("%s", row.id);
        for (const auto type : {torch::kDouble, torch::kFloat}) {
            torch::set_default_dtype(c10::scalarTypeToTypeMeta(type));
            const auto x = torch::tensor(given, torch::kDouble).to(type).requires_grad_();
            const auto y = row.forward(x);
            y.backward(torch::ones_like(y));
            for (const auto& part : {y, x.grad()}) {
                const auto wide = part.detach().to(torch::kDouble).contiguous();
                for (std::int64_t i = 0; i < wide.numel(); ++i) std::printf(" %.17g", wide.data_ptr<double>()[i]);
            }
        }
        std::printf("\\n");
    }
}
"""
READ = """
static std::vector<double> readPoints()
{
    std::size_t count = 0;
    std::cin >> count;
    std::vector<double> x(count);
    for (double& v : x) std::cin >> v;
    return x;
}
"""


def row_of(kind, sample):
    space = sample["id"] + "::activations::"
    if kind == "libtorch":
        return f'    {{"{sample["id"]}", [](const torch::Tensor& x) {{ return {space}{sample["class"]}()->forward(x); }}}},'
    name = space + sample["function"]
    call = lambda function, t: f"[](const {t}* x, {t}* y, std::size_t n) {{ {name}::{function}(x, y, n); }}"
    return f'    {{"{sample["id"]}", ' + ", ".join(
        call(f, t) for t in ("double", "float") for f in ("value", "derivative")) + "},"


def program_of(kind, written):
    included = "".join(f'namespace {s["id"]} {{\n#include "{s["id"]}.hpp"\n}}\n' for s in written)
    rows = "\n".join(row_of(kind, s) for s in written)
    main = TORCH_MAIN if kind == "libtorch" else CPP_MAIN
    declared = "struct Row { const char* id; torch::Tensor (*forward)(const torch::Tensor&); };\n"
    if kind == "cpp":
        cut = main.index("template <typename T> void answer")
        declared, main = main[:cut], main[cut:]
    standard = "#include <cstdio>\n#include <cstdint>\n#include <iostream>\n#include <vector>\n"
    return f"{HEAD[kind]}{standard}{included}{READ}{declared}static const Row kRows[] = {{\n{rows}\n}};\n{main}"


def answers(folder, kind, compiler, flags, written):
    source, program = folder / kind / "all.cpp", folder / f"all-{compiler}"
    source.write_text(program_of(kind, written))
    before = [f for f in flags if not f.startswith("-l")]
    done = subprocess.run([compiler, *STRICT, *before, str(source), "-o", str(program),
                           *[f for f in flags if f.startswith("-l")]], capture_output=True, text=True)
    if done.returncode:
        print(f"{compiler} refuses:\n{done.stderr[:6000]}")
        return None
    points = "\n".join(f"{len(s['x'])} {' '.join(map(repr, s['x']))}" for s in written)
    return subprocess.run([program], input=points, capture_output=True, text=True, check=True).stdout.splitlines()


def check(answer, sample, form, tally):
    identity, *numbers = answer.split()
    n = len(sample["x"])
    if identity != sample["id"] or len(numbers) != 4 * n:
        return tally.fail(sample, f"{form} answers {answer[:80]}")
    for part, (dtype, key) in enumerate((d, k) for d in ("double", "float") for k in ("f", "df")):
        tally.compare(sample, form, key, dtype, [float(v) for v in numbers[part * n:(part + 1) * n]])


def main(program, kind, *rest):
    flags, compilers = rest[:rest.index("--")], rest[rest.index("--") + 1:]
    present = [c for c in compilers if shutil.which(c)]
    tally, failed = samples.Tally(), not present
    with tempfile.TemporaryDirectory() as name:
        written = samples.written(program, name, kind, count=40 if kind == "libtorch" else 150)
        for compiler in present:
            lines = answers(pathlib.Path(name), kind, compiler, flags, written)
            failed = failed or lines is None
            for sample, line in zip(written, lines or []):
                check(line, sample, f"{kind} {compiler}", tally)
    print("compiled by", *present)
    return tally.finish(written) or int(failed)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
