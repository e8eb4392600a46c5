#include "core/analysis/cuts.hpp"

#include "core/analysis/interval.hpp"
#include "core/analysis/scalar_tape.hpp"

#include "core/activation/parameters.hpp"
#include "core/expr/differentiate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab::analysis {

namespace {

/// How far from a cut one may look before another one changes the function.
struct Reach {
    double beside;  ///< near, yet far enough that rounding does not decide on which side it lies
    double far;     ///< from where a limit can be extrapolated
};

Reach reachOf(const std::vector<double>& x, std::size_t i, Interval interval)
{
    double gap = interval.width() > 0 ? interval.width() / 5 : 1;
    if (i > 0)
        gap = std::min(gap, (x[i] - x[i - 1]) / 2);
    if (i + 1 < x.size())
        gap = std::min(gap, (x[i + 1] - x[i]) / 2);
    const double scale = std::max(1.0, std::abs(x[i]));
    const double shortest = 4 * std::numeric_limits<double>::epsilon() * std::abs(x[i]);
    return {std::max(std::min(gap, 1e-6 * scale), shortest), std::max(std::min(gap, 1e-3 * scale), shortest)};
}

/// What an output tends to, and how far from the truth that may be.
struct Limit {
    double value, error = 0;
};

/// Three values on the way to x, each sixteen times nearer: grows without bound, or leads to a limit.
Limit extrapolated(ScalarTape& tape, std::size_t output, double x, double step, double there)
{
    const double far = tape.at(x + step, output), mid = tape.at(x + step / 16, output);
    const double near = tape.at(x + step / 256, output);
    if (!std::isfinite(near))
        return {near};
    const double growth = std::isinf(there) ? 1 : 1.5;
    if (std::abs(mid) > growth * std::abs(far) && std::abs(near) > growth * std::abs(mid))
        return {std::copysign(kInfinity, near)};
    if (std::isfinite(there))
        return {there};
    const double first = (16 * mid - far) / 15, second = (16 * near - mid) / 15;
    // what moves more on the last step than on the one before is rounding
    const double noise = std::abs(near - mid) > std::abs(mid - far) ? std::abs(near - mid) : 0;
    return {(256 * second - first) / 255, 4 * std::abs(second - first) + noise};
}

std::vector<Limit> limitsAt(ScalarTape& tape, double x, Reach reach, double side)
{
    const auto outputs = tape.towards(x, x + side * reach.beside);
    std::vector<Limit> limits;
    for (std::size_t k = 0; k < outputs.size(); ++k) {
        const auto [limit, beside] = outputs[k];
        const bool isPlain = std::isfinite(limit) && std::abs(limit) <= 1e8 * (1 + std::abs(beside));
        limits.push_back(isPlain ? Limit{limit} : extrapolated(tape, k, x, side * reach.far, limit));
    }
    return limits;
}

/// How large an output is around x: the measure of its rounding errors.
double sizeAround(ScalarTape& tape, std::size_t output, double x)
{
    const double distance = 0.5 * std::max(1.0, std::abs(x));
    double size = 0;
    for (const double y : {tape.at(x - distance, output), tape.at(x + distance, output)})
        if (std::isfinite(y))
            size = std::max(size, std::abs(y));
    return size;
}

double toleranceOf(const Cut& cut, std::size_t output, double size)
{
    const auto larger = [&](std::size_t k) { return std::max(std::abs(cut.left[k]), std::abs(cut.right[k])); };
    // Softplus turns into x at 20, which changes f by one part in 1e10: by agreement that is no jump.
    double tolerance = (output == 0 ? 2e-10 : 1e-8) * larger(output) + 1e-13 * size;
    if (output >= 2)
        tolerance += 1e-8 * larger(1);
    if (output + 1 < cut.at.size() && std::isfinite(larger(output + 1)))
        tolerance += 8 * std::numeric_limits<double>::epsilon() * std::abs(cut.x) * larger(output + 1);
    return tolerance;
}

void evenOutRounding(Cut& cut, std::size_t output, double tolerance, double size)
{
    double &left = cut.left[output], &right = cut.right[output];
    constexpr double kRounding = 1e-11;
    const double at = cut.at[output];
    const auto isSame = [=](double a, double b) { return std::abs(a - b) <= tolerance; };
    if (!std::isfinite(tolerance))
        return;
    if (isSame(left, right)) {
        const double scale = std::max({std::abs(left), std::abs(right), size});
        cut.isSeam = cut.isSeam || (output <= 1 && std::abs(left - right) > kRounding * scale);
        left = right = isSame(left, at) ? at : left;
    } else if (isSame(left, at) != isSame(right, at)) {
        (isSame(left, at) ? left : right) = at;
    }
}

Cut cutAt(ScalarTape& tape, double x, Reach reach, std::vector<double> at)
{
    const auto left = limitsAt(tape, x, reach, -1), right = limitsAt(tape, x, reach, 1);
    Cut cut{x, {}, {}, std::move(at)};
    for (std::size_t k = 0; k < left.size(); ++k) {
        cut.left.push_back(left[k].value);
        cut.right.push_back(right[k].value);
    }
    for (std::size_t k = 0; k < left.size(); ++k) {
        const double size = sizeAround(tape, k, x), error = left[k].error + right[k].error;
        evenOutRounding(cut, k, toleranceOf(cut, k, size) + error, error > 0 ? kInfinity : size);
    }
    return cut;
}

/// values[k][i] = output k at x[i].
std::vector<std::vector<double>> valuesAt(const std::vector<double>& x, const kernel::Program& program,
                                          std::span<const double> parameters)
{
    std::vector<std::vector<double>> values(program.outputCount(), std::vector<double>(x.size()));
    std::vector<double*> outputs;
    for (auto& each : values)
        outputs.push_back(each.data());
    program.evaluate<double>(x, parameters, outputs);
    return values;
}

}  // namespace

bool Cut::isContinuous(std::size_t output) const
{
    return left[output] == right[output] && std::isfinite(left[output]);
}

Cuts cutsOf(const std::vector<Switch>& switches, const kernel::Program& program,
            std::span<const activation::Parameter> parameters, Interval interval)
{
    return cutsOf(switchPoints(switches, parameters, interval), program, parameters, interval);
}

Cuts cutsOf(const SwitchPoints& points, const kernel::Program& program,
            std::span<const activation::Parameter> parameters, Interval interval)
{
    Cuts cuts{{}, points.complete};
    if (points.x.empty())
        return cuts;
    const std::vector<double> parameterValues = activation::valuesOf(parameters);
    ScalarTape tape(program, parameterValues);
    const auto values = valuesAt(points.x, program, parameterValues);
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        std::vector<double> at;
        for (const auto& output : values)
            at.push_back(output[i]);
        cuts.list.push_back(cutAt(tape, points.x[i], reachOf(points.x, i, interval), std::move(at)));
    }
    return cuts;
}

kernel::Program trueProgramOf(const activation::Activation& activation, std::size_t orders)
{
    if (orders <= 3 && !activation.hasOwnGradient())
        return activation.curves();
    std::vector<expr::Expr> outputs{activation.value(), activation.trueDerivative()};
    while (outputs.size() < orders) {
        auto next = expr::differentiate(outputs.back());
        if (!next)
            break;
        outputs.push_back(*std::move(next));
    }
    return kernel::compile(outputs, activation::namesOf(activation.parameters()));
}

Cuts trueCutsOf(const activation::Activation& activation, Interval interval, std::size_t orders)
{
    const auto switches = switchesOf(activation.value());
    if (orders <= 3 && !activation.hasOwnGradient())
        return cutsOf(switches, activation.curves(), activation.parameters(), interval);
    return cutsOf(switches, trueProgramOf(activation, orders), activation.parameters(), interval);
}

}  // namespace actlab::analysis
