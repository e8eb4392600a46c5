#include "core/importing/initialisers.hpp"

#include "core/importing/among.hpp"
#include "core/importing/reader.hpp"
#include "core/importing/tidy.hpp"

#include "core/expr/token_reader.hpp"

#include <algorithm>

namespace actlab::importing {

namespace {

constexpr std::string_view kRandomFills[] = {"uniform_",       "normal_",         "trunc_normal_", "xavier_uniform_",
                                             "xavier_normal_", "kaiming_normal_", "random_",       "kaiming_uniform_",
                                             "exponential_",   "bernoulli_",      "log_normal_",   "orthogonal_"};

std::string withoutData(const std::string& path)
{
    return path.ends_with(".data") ? path.substr(0, path.size() - 5) : path;
}

/// `0.25` of "val=0.25".
Tokens withoutKeyword(const Tokens& arg)
{
    return findOutside(arg, "=") == 1 ? part(arg, 2, arg.size() - 1) : arg;
}

/// The learnable parameter under a name of the object; empty where there is none.
std::string learnedAt(const std::string& path, const Frame& frame, const Values& values)
{
    const auto found = frame.names.find(withoutData(path));
    const auto* p = found == frame.names.end() ? nullptr : expr::as<expr::Parameter>(found->second);
    if (!p)
        return {};
    const auto known = std::ranges::find(values.parameters(), p->name, &activation::Parameter::name);
    return known != values.parameters().end() && known->learnable ? p->name : std::string();
}

bool give(const std::string& parameter, const std::string& method, const std::vector<Tokens>& args,
          const Frame& frame, Values& values)
{
    if (isAmong(kRandomFills, method))
        values.noteRandom(parameter);
    else if (method == "ones_" || method == "zeros_" || method == "zero_")
        values.begin(parameter, method == "ones_" ? 1 : 0);
    else if ((method == "constant_" || method == "fill_") && !args.empty())
        values.begin(parameter, values.numberIn(frame.evaluate(withoutKeyword(args.front()))));
    else
        return false;
    return true;
}

}  // namespace

bool runInitialiser(const std::string& path, const std::vector<Tokens>& args, const Frame& frame, Values& values)
{
    constexpr std::string_view kModule = "torch.nn.init.";
    const std::string whole = frame.fullPath(path);
    const std::size_t dot = path.rfind('.');
    if (whole.starts_with(kModule) && !args.empty()) {
        const std::string parameter = learnedAt(pathOf(args.front()), frame, values);
        return !parameter.empty() &&
               give(parameter, whole.substr(kModule.size()), {args.begin() + 1, args.end()}, frame, values);
    }
    const std::string parameter = learnedAt(path.substr(0, dot), frame, values);
    return !parameter.empty() && give(parameter, path.substr(dot + 1), args, frame, values);
}

bool setsLearning(const std::string& path, const Expr& value, const Frame& frame, Values& values)
{
    constexpr std::string_view kFlag = ".requires_grad";
    if (!path.ends_with(kFlag))
        return false;
    const std::string parameter = learnedAt(path.substr(0, path.size() - kFlag.size()), frame, values);
    if (parameter.empty() || Values::isThing(value) || !expr::isCondition(value))
        return false;
    const Expr truth = truthOf(value);
    if (const auto* n = expr::as<expr::Number>(truth); n && n->value == 0)
        values.fix(parameter);
    return true;
}

}  // namespace actlab::importing
