#include "core/importing/new_tensors.hpp"

#include "core/importing/among.hpp"
#include "core/importing/arguments.hpp"

namespace actlab::importing {

namespace {

using expr::WrittenCall;

constexpr std::string_view kRandomTensors[] = {"rand",      "randn",   "rand_like",      "randn_like",
                                               "bernoulli", "dropout", "empty_like",     "empty",
                                               "normal",    "uniform", "gumbel_softmax", "randint"};

Expr constantTensor(const Expr& value, const Expr& shape, Values& values)
{
    values.sawVector = values.sawVector || Values::isThing(shape) || values.numberIn(shape) != 1;
    return expr::withSpan(value, value.node().span);
}

std::optional<Expr> created(const WrittenCall& call, Values& values)
{
    if (call.name == "zeros_like" || call.name == "ones_like")
        return expr::number(call.name == "ones_like" ? 1 : 0, call.span);
    if (call.name == "full_like")
        return Arguments(call, {"input", "fill_value"}, 2)[1];
    if (call.name == "full") {
        const Arguments args(call, {"size", "fill_value"}, 2);
        return constantTensor(args[1], args[0], values);
    }
    if (call.name != "zeros" && call.name != "ones")
        return std::nullopt;
    std::optional<Expr> tensor = expr::number(call.name == "ones" ? 1 : 0, call.span);
    for (const expr::Argument& size : call.args)
        if (!size.keyword)
            tensor = constantTensor(*tensor, size.value, values);
    return tensor;
}

/// torch.empty(n), torch.randn(1, n), torch.Tensor(n): elements that nobody knows.
std::optional<Expr> unset(const WrittenCall& call, Values& values)
{
    constexpr std::string_view kOfSize[] = {"rand", "randn", "empty", "Tensor", "FloatTensor"};
    const bool isOfValues = (call.name == "Tensor" || call.name == "FloatTensor") &&
                            (values.sawSequence || call.args.empty() || call.args[0].keyword);
    const bool isOfSize = isAmong(kOfSize, call.name);
    if (isOfValues || !(isAmong(kRandomTensors, call.name) || isOfSize))
        return std::nullopt;
    if (isOfSize)
        for (const expr::Argument& size : call.args)
            if (!size.keyword)
                constantTensor(size.value, size.value, values);
    return Values::unset(call.name, call.nameSpan);
}

}  // namespace

std::optional<Expr> newTensor(const WrittenCall& call, Values& values)
{
    const auto known = created(call, values);
    return known ? known : unset(call, values);
}

}  // namespace actlab::importing
