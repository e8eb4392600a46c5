#include "core/workspace/training_script_parts.hpp"

#include "core/exporting/source_text.hpp"
#include "core/nn/batches.hpp"

#include <zlib.h>

#include <algorithm>
#include <vector>

namespace actlab::workspace {

namespace {

using exporting::literal;
using exporting::PythonText;

constexpr std::string_view kRandom = R"py(

class Random:
    """xoshiro256** of Blackman and Vigna, seeded by splitmix64: Activation Lab's random numbers."""

    MASK = (1 << 64) - 1

    def __init__(self, seed: int) -> None:
        self.state, self.spare = [], None
        for _ in range(4):
            seed = (seed + 0x9E3779B97F4A7C15) & self.MASK
            z = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & self.MASK
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & self.MASK
            self.state.append(z ^ (z >> 31))

    def turned(self, word: int, bits: int) -> int:
        return ((word << bits) | (word >> (64 - bits))) & self.MASK

    def next(self) -> int:
        s = self.state
        result = (self.turned((s[1] * 5) & self.MASK, 7) * 9) & self.MASK
        shifted = (s[1] << 17) & self.MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = self.turned(s[3], 45)
        return result

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * ((self.next() >> 11) * 2.0**-53)

    def normal(self) -> float:
        """Marsaglia's polar method."""
        if self.spare is not None:
            value, self.spare = self.spare, None
            return value
        while True:
            x, y = self.between(-1, 1), self.between(-1, 1)
            square = x * x + y * y
            if 0 < square < 1:
                break
        scale = math.sqrt(-2 * math.log(square) / square)
        self.spare = y * scale
        return x * scale

    def below(self, bound: int) -> int:
        refused = (2**64 - bound) % bound
        while True:
            number = self.next()
            if number >= refused:
                return number % bound

    def shuffled(self, count: int) -> list:
        """0 to count - 1 in random order (Fisher and Yates)."""
        order = list(range(count))
        for left in range(count, 1, -1):
            other = self.below(left)
            order[left - 1], order[other] = order[other], order[left - 1]
        return order


)py";

constexpr std::string_view kPenalty = R"py(class Penalty:
    """L1 and L2 on the weights, after a step: w -= rate * (l1 * sign(w0) + l2 * w0), where w0 is w before it.

    A weight that L1 carries across 0 becomes 0 and stays so, as in TensorFlow Playground.
    """

    def __init__(self, network: nn.Sequential) -> None:
        self.weights = [module.weight for module in network.modules() if isinstance(module, nn.Linear)]
        self.dead = [torch.zeros_like(w, dtype=torch.bool) for w in self.weights]

    def before(self) -> None:
        self.old = [w.detach().clone() for w in self.weights]

    @torch.no_grad()
    def after(self, rate: float) -> None:
        for w, old, dead in zip(self.weights, self.old, self.dead):
            shrunk = w - rate * (L1 * old.sign() + L2 * old)
            if L1 > 0:
                dead |= w * shrunk < 0
            w.copy_(torch.where(dead, torch.zeros_like(w), shrunk))


)py";

constexpr std::string_view kBatches = R"py(def batches(count: int, epoch: int):
    """Rows in one order, as in TensorFlow Playground: what is left of an epoch joins the first batch of the next."""
    size = min(BATCH, count)
    left = list(range(count - count % size, count))
    for begin in range(0, count - len(left), size):
        carried = left if begin == 0 and epoch > 0 else []
        yield torch.tensor(carried + list(range(begin, begin + size)))


)py";

constexpr std::string_view kDropped = R"py(def dropped(module: nn.Module, _, y: torch.Tensor) -> torch.Tensor:
    """What an activation answers while neurons are left out behind it."""
    return nn.functional.dropout(y, DROPOUT, module.training)


)py";

constexpr std::string_view kNormalise =
    R"py(def normalise(network: nn.Sequential, rows: int, momentum: float) -> None:
    """How batch normalisation takes a batch: one row alone is normalised by the running numbers."""
    for module in network.modules():
        if isinstance(module, nn.BatchNorm1d):
            module.train(rows > 1)
            module.momentum = momentum


)py";

constexpr std::string_view kTable = R"py(def table(text: str, rows: int) -> torch.Tensor:
    """Rows of float32 numbers, compressed."""
    numbers = bytearray(zlib.decompress(bytes.fromhex(text)))
    return torch.frombuffer(numbers, dtype=torch.float32).view(rows, -1)


)py";

/// Compressed, in hexadecimal digits.
std::string packed(const std::vector<float>& numbers)
{
    const uLong size = numbers.size() * sizeof(float);
    std::vector<Bytef> bytes(compressBound(size));
    uLongf length = bytes.size();
    compress2(bytes.data(), &length, reinterpret_cast<const Bytef*>(numbers.data()), size, Z_BEST_COMPRESSION);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (uLongf i = 0; i < length; ++i) {
        text += kDigits[bytes[i] >> 4U];
        text += kDigits[bytes[i] & 15U];
    }
    return text;
}

void writePacked(PythonText& text, const std::string& before, const std::vector<float>& numbers, std::size_t rows,
                 const std::string& after)
{
    constexpr std::size_t kWidth = 110;
    const std::string digits = packed(numbers);
    text.line(1, before + "table(\"\"\"");
    for (std::size_t i = 0; i < digits.size(); i += kWidth)
        text.line(0, std::string_view(digits).substr(i, kWidth));
    text.line(0, "\"\"\", " + std::to_string(rows) + ")" + after);
}

void writeTable(PythonText& text, const std::string& name, const data::Table& table)
{
    text.line(0, name + " = (");
    writePacked(text, "", table.inputs, table.rows(), ",");
    writePacked(text, "", table.targets, table.rows(), "[:, 0],");
    text.line(0, ")");
}

}  // namespace

void writeScriptHead(PythonText& text, const nn::TrainingSpec& spec, const data::Dataset& data,
                     const std::string& title)
{
    std::vector<std::string> paragraphs{"Written by Activation Lab: the same data, first weights, batches and steps "
                                        "as its own run, so the losses agree "
                                        "until rounding moves them apart. Every epoch is printed; given a file's "
                                        "name, it saves the state dict there."};
    if (spec.dropout > 0)
        paragraphs.emplace_back("Dropout leaves out other neurons than the run did: these losses are others.");
    if (!spec.data.file.empty())
        paragraphs.emplace_back("The data are those of the file as it was when this script was written.");
    if (std::ranges::any_of(spec.hidden, &nn::Layer::batchNorm))
        paragraphs.emplace_back(
            "Batch normalisation is a module here; in the network that Activation Lab exports it is "
            "part of the weights, and so this state dict does not fit that one.");
    if (!data.inputScaling.empty())
        paragraphs.emplace_back(
            "They are standardised, and so this state dict is for standardised inputs: it does not "
            "fit the network that Activation Lab exports, which takes the table's own numbers.");
    text.doc(0, "Trains " + exporting::oneLine(title) + " in PyTorch 1.13 and later.", paragraphs);
    text.blank();
    text.line(0, "import math");
    text.line(0, "import zlib");
    text.blank();
    text.line(0, "import torch");
    text.line(0, "from torch import nn");
    text.blank();
    text.line(0, "SEED = " + std::to_string(spec.seed));
    if (spec.init != nn::Init::Playground)
        text.line(0, "ORDER = " + std::to_string(nn::kBatchStream) + "  # keeps the batches apart from the weights");
    text.line(0, "EPOCHS, BATCH, RATE = " + std::to_string(spec.epochs) + ", " + std::to_string(spec.batch) + ", " +
                     literal(spec.learningRate));
    const auto constant = [&](const char* name, double value) {
        if (value > 0)
            text.line(0, std::string(name) + " = " + literal(value));
    };
    if (spec.l1 > 0 || spec.l2 > 0)
        text.line(0, "L1, L2 = " + literal(spec.l1) + ", " + literal(spec.l2));
    constant("DROPOUT", spec.dropout);
    constant("CLIP", spec.clip);
    constant("TARGET_LOSS", spec.targetLoss);
    constant("TARGET_ACCURACY", spec.targetAccuracy);
    if (spec.patience > 0)
        text.line(0, "PATIENCE = " + std::to_string(spec.patience));
}

void writeScriptTools(PythonText& text, const nn::TrainingSpec& spec)
{
    text.lines(kRandom);
    if (spec.l1 > 0 || spec.l2 > 0)
        text.lines(kPenalty);
    if (spec.init == nn::Init::Playground)
        text.lines(kBatches);
    if (spec.dropout > 0)
        text.lines(kDropped);
    if (std::ranges::any_of(spec.hidden, &nn::Layer::batchNorm))
        text.lines(kNormalise);
    text.lines(kTable);
}

tl::expected<std::string, std::string> dataInPython(const data::Dataset& data)
{
    constexpr std::size_t kMost = 4'000'000;
    const std::size_t numbers = data.train.inputs.size() + data.test.inputs.size();
    if (numbers > kMost)
        return tl::unexpected("The data are " + std::to_string(numbers) + " numbers, more than the " +
                              std::to_string(kMost) + " that a script holds.");
    PythonText text;
    writeTable(text, "TRAIN", data.train);
    writeTable(text, "TEST", data.test);
    text.blank();
    text.blank();
    return text.take();
}

}  // namespace actlab::workspace
