#include "core/exporting/network_parts.hpp"

#include "core/exporting/dialect.hpp"

#include <algorithm>

namespace actlab::exporting {

namespace {

/// What the files that hold a network call other things.
constexpr std::string_view kTaken[] = {kNetworkClass, "Residual", "Random",  "Penalty",     "TRAIN",          "TEST",
                                       "SEED",        "ORDER",    "EPOCHS",  "BATCH",       "RATE",           "L1",
                                       "L2",          "CLIP",     "DROPOUT", "TARGET_LOSS", "TARGET_ACCURACY"};

bool isTwin(const NetworkPart& part, const ActivationInstance& instance)
{
    return part.instance->activation->definition() == instance.activation->definition();
}

}  // namespace

tl::expected<std::vector<NetworkPart>, std::string> partsOf(const Network& network)
{
    std::vector<NetworkPart> parts;
    const auto isTaken = [&](const std::string& name) {
        return std::ranges::find(kTaken, name) != std::end(kTaken) ||
               std::ranges::find(parts, name, &NetworkPart::className) != parts.end();
    };
    for (const ActivationInstance& instance : network.activations) {
        auto subject = subjectFor(*instance.activation, pytorchDialect());
        if (!subject)
            return tl::unexpected(subject.error());
        const auto twin =
            std::ranges::find_if(parts, [&](const NetworkPart& part) { return isTwin(part, instance); });
        const bool isFirst = twin == parts.end();
        std::string name = isFirst ? className(instance.activation->name()) : twin->className;
        for (int i = 2; isFirst && isTaken(name); ++i)
            name = className(instance.activation->name()) + std::to_string(i);
        parts.push_back({&instance, *std::move(subject), std::move(name), isFirst});
    }
    return parts;
}

std::vector<data::NamedTensor> learnedTensors(const NetworkPart& part)
{
    std::vector<data::NamedTensor> tensors;
    auto learned = part.instance->learned.begin();
    for (const Argument& argument : part.subject.arguments) {
        if (!argument.isLearnable())
            continue;
        const std::vector<float>& values = (learned++)->values;
        const auto shape = argument.isPerChannel() ? std::vector{values.size()} : std::vector<std::size_t>{};
        tensors.push_back({argument.name, shape, values});
    }
    return tensors;
}

}  // namespace actlab::exporting
