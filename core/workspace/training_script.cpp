#include "core/workspace/training_script.hpp"

#include "core/workspace/trained_network.hpp"
#include "core/workspace/training_script_parts.hpp"

#include "core/exporting/python_text.hpp"
#include "core/exporting/pytorch_network.hpp"
#include "core/exporting/source_text.hpp"
#include "core/nn/hand_weights.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace actlab::workspace {

namespace {

using exporting::literal;
using exporting::PythonText;

std::string optimizerCall(nn::Optimizer optimizer)
{
    switch (optimizer) {
    case nn::Optimizer::Sgd: return "SGD(network.parameters(), lr=RATE)";
    case nn::Optimizer::Momentum: return "SGD(network.parameters(), lr=RATE, momentum=0.9)";
    case nn::Optimizer::Nesterov: return "SGD(network.parameters(), lr=RATE, momentum=0.9, nesterov=True)";
    case nn::Optimizer::Adagrad: return "Adagrad(network.parameters(), lr=RATE)";
    case nn::Optimizer::RmsProp: return "RMSprop(network.parameters(), lr=RATE)";
    case nn::Optimizer::Adam: return "Adam(network.parameters(), lr=RATE)";
    case nn::Optimizer::AdamW: return "AdamW(network.parameters(), lr=RATE)";
    case nn::Optimizer::Lbfgs: break;
    }
    return "LBFGS(network.parameters(), lr=RATE, line_search_fn=\"strong_wolfe\")";
}

std::string rateOf(nn::Schedule schedule)
{
    switch (schedule) {
    case nn::Schedule::Constant: break;
    case nn::Schedule::Step: return "RATE * 0.1 ** min(3 * epoch // EPOCHS, 2)";
    case nn::Schedule::Cosine: return "RATE * (1 + math.cos(math.pi * epoch / EPOCHS)) / 2";
    }
    return "RATE";
}

std::string lossOf(nn::Loss loss, exporting::Output output)
{
    if (loss == nn::Loss::CrossEntropy)
        return "nn.functional.cross_entropy(y, target.long())";
    if (loss == nn::Loss::Huber)
        return "nn.functional.huber_loss(y[:, 0], target, reduction=\"sum\") / len(y)";
    switch (output) {
    case exporting::Output::Sign: return "0.5 * ((y[:, 0] - (2 * target - 1)) ** 2).mean()";
    case exporting::Output::Scores:
        return "0.5 * ((y - nn.functional.one_hot(target.long(), y.shape[1])) ** 2).sum() / len(y)";
    case exporting::Output::Value:
    case exporting::Output::Logits: break;
    }
    return "0.5 * ((y[:, 0] - target) ** 2).mean()";
}

std::string qualityOf(exporting::Output output)
{
    switch (output) {
    case exporting::Output::Value:
        return "1 - (((y[:, 0] - target) ** 2).sum() / ((target - target.mean()) ** 2).sum()).item()  # R squared";
    case exporting::Output::Sign: return "((y[:, 0] > 0) == (target > 0)).float().mean().item()";
    case exporting::Output::Scores:
    case exporting::Output::Logits: break;
    }
    return "(y.argmax(1) == target.long()).float().mean().item()";
}

/// The numbers drawn for a weight and a bias, from `random`, and the inputs of the layer and its gain.
std::pair<std::string, std::string> drawsOf(nn::Init init)
{
    switch (init) {
    case nn::Init::Playground: return {"random.between(-0.5, 0.5)", "0.1"};
    case nn::Init::Kaiming: return {"random.normal() * math.sqrt(2 / inputs)", "0.0"};
    case nn::Init::Xavier: return {"random.between(-reach, reach)", "0.0"};
    case nn::Init::Auto: break;
    }
    return {"random.normal() * gain / math.sqrt(inputs)",
            "random.between(-1 / math.sqrt(inputs), 1 / math.sqrt(inputs))"};
}

bool hasNorm(const nn::TrainingSpec& spec)
{
    return std::ranges::any_of(spec.hidden, &nn::Layer::batchNorm);
}

/// Whether the network answers otherwise while it is trained.
bool isOtherInTraining(const nn::TrainingSpec& spec)
{
    return hasNorm(spec) || spec.dropout > 0;
}

void writeHandWeights(PythonText& text, const nn::TrainingSpec& spec, const data::Dataset& data)
{
    const nn::Layout layout = nn::layoutOf(spec, data);
    std::vector<std::string> lines;
    for (const nn::HandWeight& weight : spec.handWeights) {
        if (!nn::indexOf(weight, layout))
            continue;
        const std::string layer = std::to_string(weight.layer), weights = std::to_string(weight.place / weight.in);
        const std::size_t bias = weight.place - weight.in * weight.out;
        lines.push_back(
            (weight.place < weight.in * weight.out
                 ? "layers[" + layer + "].weight[" + weights + ", " + std::to_string(weight.place % weight.in) + "]"
                 : (hasNorm(spec) ? "biased[" : "layers[") + layer + "].bias[" + std::to_string(bias) + "]") +
            " = " + literal(weight.value));
    }
    if (lines.empty())
        return;
    text.line(1, "with torch.no_grad():  # set by hand");
    for (const std::string& line : lines)
        text.line(2, line);
}

void writeStart(PythonText& text, const nn::TrainingSpec& spec, const data::Dataset& data)
{
    const auto [weight, bias] = drawsOf(spec.init);
    text.line(0, "def start(network: nn.Sequential) -> None:");
    text.doc(1, "The first weights, of the run's seed.", {});
    text.line(1, "random = Random(SEED)");
    text.line(1, "layers = [module for module in network.modules() if isinstance(module, nn.Linear)]");
    if (hasNorm(spec)) {
        text.line(1, "# batch normalisation has the bias of its layer");
        text.line(1, "biased = [m for m in network.modules() if isinstance(m, (nn.Linear, nn.BatchNorm1d))]");
        text.line(1, "biased = [module for module in biased if module.bias is not None]");
    }
    const std::string each = hasNorm(spec) ? "layer, own" : "layer",
                      all = hasNorm(spec) ? "layers, biased" : "layers";
    if (spec.init == nn::Init::Auto) {
        std::string gains;
        for (const double gain : nn::initialGains(spec, data))
            gains += (gains.empty() ? "" : ", ") + literal(gain);
        text.line(1, "# what keeps the variance on the way into each layer");
        text.line(1, "gains = [" + gains + "]");
        text.line(1, "for " + each + ", gain in zip(" + all + ", gains):");
    } else {
        text.line(1, "for " + each + " in " + (hasNorm(spec) ? "zip(" + all + ")" : all) + ":");
    }
    const std::string biases = hasNorm(spec) ? "own.bias" : "layer.bias";
    text.line(2, "inputs = layer.in_features");
    if (spec.init == nn::Init::Xavier)
        text.line(2, "reach = math.sqrt(6 / (inputs + layer.out_features))");
    text.line(2, "weights = [" + weight + " for _ in range(layer.weight.numel())]");
    text.line(2, "biases = [" + bias + " for _ in range(" + biases + ".numel())]");
    text.line(2, "with torch.no_grad():");
    text.line(3, "layer.weight.copy_(torch.tensor(weights, dtype=torch.float64).view_as(layer.weight))");
    text.line(3, biases + ".copy_(torch.tensor(biases, dtype=torch.float64))");
    writeHandWeights(text, spec, data);
    text.blank();
    text.blank();
}

void writeMeasures(PythonText& text, const nn::TrainingSpec& spec, exporting::Output output)
{
    text.line(0, "def loss_of(y: torch.Tensor, target: torch.Tensor) -> torch.Tensor:");
    text.line(1, "return " + lossOf(spec.loss, output));
    text.blank();
    text.blank();
    text.line(0, "@torch.no_grad()");
    text.line(0, "def measure(network: nn.Sequential, x: torch.Tensor, target: torch.Tensor):");
    if (isOtherInTraining(spec))
        text.line(1, "network.eval()");
    text.line(1, "y = network(x)");
    text.line(1, "quality = " + qualityOf(output));
    text.line(1, "return loss_of(y, target).item(), quality");
    text.blank();
    text.blank();
}

void writeStep(PythonText& text, const nn::TrainingSpec& spec)
{
    const bool hasPenalty = spec.l1 > 0 || spec.l2 > 0;
    if (isOtherInTraining(spec))
        text.line(3, "network.train()");
    if (hasNorm(spec))
        text.line(3, "normalise(network, len(rows), 0.1)");
    if (isOtherInTraining(spec))
        text.blank();
    text.line(3, "def closure() -> torch.Tensor:");
    text.line(4, "optimizer.zero_grad()");
    text.line(4, "loss = loss_of(network(inputs[rows]), targets[rows])");
    if (hasNorm(spec) && spec.optimizer == nn::Optimizer::Lbfgs)
        text.line(4, "normalise(network, len(rows), 0.0)  # a batch counts once, however often it is looked at");
    text.line(4, "loss.backward()");
    if (spec.clip > 0)
        text.line(4, "nn.utils.clip_grad_norm_(network.parameters(), CLIP)");
    text.line(4, "return loss");
    text.blank();
    if (hasPenalty)
        text.line(3, "penalty.before()");
    text.line(3, "optimizer.step(closure)");
    if (hasPenalty)
        text.line(3, "penalty.after(rate)");
}

/// When to end, as a condition on what was measured of the rows to test with; empty: never early.
std::string targetOf(const nn::TrainingSpec& spec)
{
    std::string condition = spec.targetLoss > 0 ? "test[0] < TARGET_LOSS" : "";
    if (spec.targetAccuracy > 0)
        condition += (condition.empty() ? "" : " or ") + std::string("test[1] >= TARGET_ACCURACY");
    if (spec.patience > 0)
        condition += (condition.empty() ? "" : " or ") + std::string("epoch - best[1] >= PATIENCE");
    return condition;
}

void writeTrain(PythonText& text, const nn::TrainingSpec& spec)
{
    text.line(0, "def train() -> Network:");
    text.line(1, "network = Network()");
    text.line(1, "start(network)");
    if (spec.dropout > 0) {
        text.line(1, "for module in network.modules():");
        text.line(2, "if not isinstance(module, (nn.Sequential, nn.Linear, nn.BatchNorm1d, nn.Tanh)):");
        text.line(3, "module.register_forward_hook(dropped)");
    }
    text.line(1, "inputs, targets = TRAIN");
    text.line(1, "optimizer = torch.optim." + optimizerCall(spec.optimizer));
    if (spec.l1 > 0 || spec.l2 > 0)
        text.line(1, "penalty = Penalty(network)");
    if (spec.init != nn::Init::Playground)
        text.line(1, "order = Random(SEED ^ ORDER)");
    text.line(1, "print(\"epoch,train_loss,test_loss,train_accuracy,test_accuracy\")");
    if (spec.patience > 0)
        text.line(1, "best = math.inf, 0  # the least loss of the rows to test with, and its epoch");
    text.line(1, "for epoch in range(EPOCHS + 1):");
    text.line(2, "train, test = measure(network, *TRAIN), measure(network, *TEST)");
    text.line(2, "print(epoch, train[0], test[0], train[1], test[1], sep=\",\")");
    if (spec.patience > 0)
        text.line(2, "best = min(best, (test[0], epoch))");
    const std::string target = targetOf(spec);
    text.line(2, "if epoch == EPOCHS" + (target.empty() ? "" : " or " + target) + ":");
    text.line(3, "break");
    text.line(2, "rate = " + rateOf(spec.schedule));
    text.line(2, "optimizer.param_groups[0][\"lr\"] = rate");
    text.line(2, spec.init == nn::Init::Playground
                     ? "for rows in batches(len(inputs), epoch):"
                     : "for rows in torch.tensor(order.shuffled(len(inputs))).split(BATCH):");
    writeStep(text, spec);
    text.line(1, "return network");
    text.blank();
    text.blank();
}

void writeMain(PythonText& text)
{
    text.line(0, "if __name__ == \"__main__\":");
    text.line(1, "import sys");
    text.blank();
    text.line(1, "trained = train()");
    text.line(1, "if len(sys.argv) > 1:");
    text.line(2, "torch.save(trained.state_dict(), sys.argv[1])");
}

}  // namespace

tl::expected<std::string, std::string> trainingScript(const nn::TrainingSpec& spec, const std::string& title)
{
    if (const auto wrong = nn::validate(spec))
        return tl::unexpected(wrong->message);
    if (spec.outputFrozen || std::ranges::any_of(spec.hidden, &nn::Layer::frozen))
        return tl::unexpected(std::string("A layer of this network is frozen, which the script cannot keep."));
    const auto data = data::load(spec.data);
    if (!data)
        return tl::unexpected(data.error().message);
    exporting::Network network = trainedNetwork(spec, *data, nn::initialParameters(spec, *data));
    network.name = title;
    std::vector<bool> normalised;
    std::ranges::transform(spec.hidden, std::back_inserter(normalised), &nn::Layer::batchNorm);
    const auto classes = exporting::networkClasses(network, normalised);
    if (!classes)
        return tl::unexpected(classes.error());
    const auto tables = dataInPython(*data);
    if (!tables)
        return tl::unexpected(tables.error());

    PythonText text;
    writeScriptHead(text, spec, *data, title);
    text.lines(*classes);
    writeScriptTools(text, spec);
    writeStart(text, spec, *data);
    writeMeasures(text, spec, network.output);
    writeTrain(text, spec);
    text.lines(*tables);
    writeMain(text);
    return text.take();
}

}  // namespace actlab::workspace
