#include "core/importing/torch_calls.hpp"

#include "core/importing/among.hpp"
#include "core/importing/arguments.hpp"
#include "core/importing/new_tensors.hpp"
#include "core/importing/torch_modules.hpp"

#include "core/activation/catalogue.hpp"
#include "core/expr/builtins.hpp"
#include "core/expr/spelling.hpp"
#include "core/expr/token_reader.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::importing {

namespace {

using expr::WrittenCall;

/// Methods and functions that leave the numbers of a float64 tensor as they are.
constexpr std::string_view kSame[] = {"float",          "double",      "to",        "type",         "type_as",
                                      "contiguous",     "view_as",     "clone",     "cpu",          "cuda",
                                      "requires_grad_", "expand_as",   "as_tensor", "tensor",       "asarray",
                                      "array",          "FloatTensor", "Tensor",    "DoubleTensor", "item",
                                      "scalar_tensor",  "from_numpy",  "astype"};
constexpr std::string_view kWhole[] = {"int", "long", "bool", "byte"};
constexpr std::string_view kShape[] = {"view",    "reshape", "unsqueeze", "squeeze", "expand",
                                       "flatten", "permute", "transpose", "repeat",  "t"};
constexpr std::string_view kMixing[] = {"sum",       "mean",   "std",        "var",         "norm",   "softmax",
                                        "cumsum",    "argmax", "argmin",     "log_softmax", "sort",   "softmin",
                                        "amax",      "amin",   "median",     "normalize",   "matmul", "mm",
                                        "logsumexp", "prod",   "layer_norm", "batch_norm",  "glu",    "linear",
                                        "conv2d",    "cat",    "stack",      "chunk",       "bmm",    "einsum"};
constexpr std::string_view kIdioms[] = {"square", "reciprocal", "rsqrt", "neg", "negative"};
constexpr std::string_view kAliases[] = {"maximum", "minimum", "fmax",   "fmin",   "clip",    "absolute",
                                         "fabs",    "arcsin",  "arccos", "arctan", "arcsinh", "arccosh",
                                         "arctanh", "sgn",     "expit",  "power",  "rint",    "where"};

struct ComparisonName {
    std::string_view name;
    expr::CompareOp op;
};
constexpr ComparisonName kComparisons[] = {
    {"gt", expr::CompareOp::Greater},      {"greater", expr::CompareOp::Greater},
    {"ge", expr::CompareOp::GreaterEqual}, {"greater_equal", expr::CompareOp::GreaterEqual},
    {"lt", expr::CompareOp::Less},         {"less", expr::CompareOp::Less},
    {"le", expr::CompareOp::LessEqual},    {"less_equal", expr::CompareOp::LessEqual},
    {"eq", expr::CompareOp::Equal},        {"ne", expr::CompareOp::NotEqual},
};

const Expr& conditionOf(const Expr& e)
{
    if (!expr::isCondition(e))
        expr::fail("this is a value, not a condition", e.node().span, "Compare something, as in x < 0.");
    return e;
}

[[noreturn]] void failUnknown(const WrittenCall& call)
{
    std::vector<std::string> names;
    for (const expr::Builtin& f : expr::builtins())
        names.emplace_back(f.name);
    for (const TorchActivation& f : torchActivations())
        names.emplace_back(f.name);
    names.insert(names.end(), std::begin(kSame), std::end(kSame));
    names.insert(names.end(), std::begin(kAliases), std::end(kAliases));
    const std::string near = expr::nearestName(call.name, names);
    expr::fail("`" + call.module + call.name +
                   "` is not known; only arithmetic, torch, math and numpy functions are read",
               call.nameSpan, near.empty() ? "" : "Did you mean `" + near + "`?");
}

Expr sameNumbers(const WrittenCall& call)
{
    if (call.args.empty())
        expr::fail("`" + call.name + "` needs an argument", call.span);
    return call.args.front().value;
}

std::optional<Expr> compared(const WrittenCall& call)
{
    if (call.name == "logical_and" || call.name == "logical_or") {
        const Arguments args(call, {"input", "other"}, 2);
        const auto join = call.name == "logical_and" ? expr::both : expr::either;
        return join(conditionOf(args[0]), conditionOf(args[1]), call.span);
    }
    if (call.name == "logical_not")
        return expr::negation(conditionOf(Arguments(call, {"input"}, 1)[0]), call.span);
    const auto* found = std::ranges::find(kComparisons, call.name, &ComparisonName::name);
    if (found == std::end(kComparisons))
        return std::nullopt;
    const Arguments args(call, {"input", "other"}, 2);
    return expr::compare(found->op, args[0], args[1], call.span);
}

/// torch.add(a, b, alpha=c) is a + c*b.
Expr summed(const WrittenCall& call, bool isSum)
{
    const Arguments args(call, {"input", "other", "alpha"}, 2);
    const Expr other = args.has(2) ? args[2] * args[1] : args[1];
    return isSum ? args[0] + other : args[0] - other;
}

std::optional<Expr> calculated(const WrittenCall& call)
{
    const auto two = [&] { return Arguments(call, {"input", "other"}, 2); };
    if (call.name == "add" || call.name == "sub" || call.name == "subtract")
        return summed(call, call.name == "add");
    if (call.name == "mul" || call.name == "multiply")
        return two()[0] * two()[1];
    if (call.name == "div" || call.name == "divide" || call.name == "true_divide")
        return two()[0] / two()[1];
    if (call.name == "remainder")
        return two()[0] - expr::call("floor", {two()[0] / two()[1]}) * two()[1];
    if (call.name == "fill" || call.name == "copy")
        return two()[1];
    if (call.name == "zero")
        return expr::number(0, call.span);
    if (call.name == "exp2")
        return expr::binary(expr::BinaryOp::Power, expr::number(2), Arguments(call, {"input"}, 1)[0]);
    if (call.name == "masked_fill") {
        const Arguments args(call, {"input", "mask", "value"}, 3);
        return expr::piecewise({{conditionOf(args[1]), args[2]}}, args[0], call.span);
    }
    if (call.name == "where" && call.isMethod) {
        const Arguments args(call, {"input", "condition", "other"}, 3);
        return expr::piecewise({{conditionOf(args[1]), args[0]}}, args[2], call.span);
    }
    return std::nullopt;
}

Expr reshaped(const WrittenCall& call)
{
    if (expr::dependsOnInput(sameNumbers(call)))
        expr::fail("`" + call.name + "` changes the shape of a tensor; an activation keeps it", call.nameSpan);
    return call.args.front().value;
}

Expr detached(const WrittenCall& call, Values& values)
{
    const Expr value = Arguments(call, {"input"}, 1)[0];
    const Expr shown = values.valueOf(value);
    return expr::dependsOnInput(shown) ? values.withGradient(shown, expr::number(0)) : value;
}

void refuseWhatIsNoFunctionOfOneNumber(const WrittenCall& call)
{
    const bool isReduction = (call.name == "max" || call.name == "min") && call.args.size() == 1;
    if (isReduction || isAmong(kMixing, call.name))
        expr::fail("`" + call.name + "` mixes the elements of a tensor; an activation takes each by itself",
                   call.nameSpan);
}

/// gelu's text, NumPy's other keywords, and None for an argument that is left out.
WrittenCall inOurWords(WrittenCall call)
{
    std::optional<std::string> approximation;
    std::erase_if(call.args, [&](const expr::Argument& arg) {
        if (call.name == "gelu" && arg.keyword == "approximate")
            approximation = Values::nameOfThing(arg.value);
        return arg.keyword && (Values::isNone(arg.value) || (call.name == "gelu" && arg.keyword == "approximate"));
    });
    if (approximation == "the text 'tanh'")
        call.name = "gelu_tanh";
    else if (approximation && approximation != "the text 'none'")
        expr::fail("gelu has no such approximation", call.span, "There are 'none' and 'tanh'.");
    if (isTorchActivation(call.name))  // F.relu6(x, self.inplace): the last one is a setting
        std::erase_if(call.args, [](const expr::Argument& arg) {
            return !arg.keyword && expr::isCondition(arg.value) && !expr::dependsOnInput(arg.value);
        });
    for (expr::Argument& arg : call.args) {
        if (arg.keyword == "a_min" || arg.keyword == "a_max")
            arg.keyword = arg.keyword->substr(2);
        if (arg.keyword == "weight" && call.name == "prelu")
            arg.keyword = "a";
    }
    if (call.name == "clamp" || call.name == "clip")
        for (std::size_t i = 1; i < call.args.size(); ++i)
            if (Values::isNone(call.args[i].value))
                call.args[i].value = expr::number(i == 1 ? -INFINITY : INFINITY, call.span);
    return call;
}

WrittenCall withBoundsNamed(WrittenCall call)
{
    // clamp_min(x, 0) and clamp_max(x, 1) have one bound
    if (call.name == "clamp_min" || call.name == "clamp_max") {
        if (call.args.size() == 2 && !call.args[1].keyword)
            call.args[1].keyword = call.name.substr(6);
        call.name = "clamp";
    }
    return call;
}

const expr::Library& libraryFor(const WrittenCall& call)
{
    static const expr::Library kNone;
    const bool isActivation = call.name == "gelu_tanh" || isTorchActivation(call.name);
    return isActivation ? activation::catalogueLibrary() : kNone;
}

bool isOfTheLanguage(std::string_view name)
{
    return expr::findBuiltin(name) || isAmong(kIdioms, name) || isAmong(kAliases, name);
}

}  // namespace

bool isTorchFunction(std::string_view name)
{
    return isOfTheLanguage(name) || isTorchActivation(name);
}

Expr callTorch(WrittenCall call, Values& values)
{
    call = withBoundsNamed(std::move(call));
    refuseWhatIsNoFunctionOfOneNumber(call);
    if (call.name == "detach" || call.name == "stop_gradient")
        return detached(call, values);
    if (const auto tensor = newTensor(call, values))
        return expr::withSpan(*tensor, call.span);
    if (isAmong(kSame, call.name))
        return expr::withSpan(sameNumbers(call), call.span);
    if (isAmong(kShape, call.name))
        return reshaped(call);
    if (isAmong(kWhole, call.name))
        return conditionOf(sameNumbers(call));
    for (const auto& meaning : {compared(call), calculated(call)})
        if (meaning)
            return expr::withSpan(*meaning, call.span);
    call = inOurWords(std::move(call));
    const expr::Library& library = libraryFor(call);
    if (!isOfTheLanguage(call.name) && !library.find)
        failUnknown(call);
    for (const expr::Argument& arg : call.args)
        Values::requireValue(arg.value);
    return expr::orThrow(expr::resolve(call, library));
}

}  // namespace actlab::importing
