#include "tests/core/kernel/values.hpp"

#include "core/kernel/jit/kernel.hpp"
#include "core/kernel/jit/record.hpp"

#include <algorithm>
#include <bit>
#include <random>

namespace actlab::kernel {
namespace {

using testing::programOf;

constexpr std::size_t kMany = 2'000;

/// Everything that programs are made of, in many mixtures.
const std::vector<std::vector<std::string_view>> kPrograms = {
    {"x", "1"},
    {"3*x", "3"},
    {"7", "0"},
    {"{x > 0: x, 0}", "{x > 0: 1, 0}"},
    {"{x < -3: 0, x < 3: x*(x + 3)/6, x}", "{x < -3: 0, x < 3: (2*x + 3)/6, 1}"},
    {"min(x, 2)", "max(x, -1)", "clamp(x, -1, 2)", "min(2, x)", "max(x, x^2)", "min(-x, x)"},
    {"abs(x)", "sign(x)", "floor(x)", "ceil(x)", "round(x)", "heaviside(x, 0.5)", "-x", "sqrt(x)"},
    {"{x < 1: 1, 2}", "{x <= 1: x, 2}", "{x == 0: 1, x}", "{x != 0: 1, x}", "{x > 1 and x < 2: x, 0}",
     "{x > 1 or x < -1: x, 1}", "{not (x > 0): x, 3}", "x > 0", "{x >= 1: 5, x}"},
    {"exp(x)", "expm1(x)", "log(x)", "log1p(x)", "sinh(x)", "cosh(x)", "tanh(x)", "sigmoid(x)"},
    {"erf(x)", "2/sqrt(pi)*exp(-x^2)", "erfc(x)"},
    {"0.5*x*erfc(-x/sqrt(2))", "0.5*erfc(-x/sqrt(2)) + x*exp(-x^2/2)/sqrt(2*pi)"},
    {"tanh(x)", "4*(sigmoid(2*x)*sigmoid(-2*x))"},
    {"x*sigmoid(x)", "sigmoid(x) + x*sigmoid(x)*sigmoid(-x)"},
    {"x*tanh({x > 40: x, log1p(exp(x))})", "tanh(log1p(exp(x)))"},
    {"{2*x > 20: x, log1p(exp(2*x))/2}", "{2*x > 20: 1, sigmoid(2*x)}", "min(x, 0) - log1p(exp(-abs(x)))"},
    {"sin(x)*exp(x)", "cos(x)*tanh(x) + atan(x)", "sinc(x)", "x^2.5", "asinh(x)/(1 + x^2)", "tan(x) - x"},
    {"{x < -2: -x, x < -1: x^2, x < 1: x^3 - x, x < 2: 0, x < 5: x^3, 7}",
     "{x < -2: -1, x < -1: 2*x, x < 1: 3*x^2 - 1, x < 2: 0, x < 5: 3*x^2, 0}"},
    {"{x > 5: 2*x, x > 2: x^3 - 1, x >= 1: 3 - x^2, x > -1: x^3 + x, x > -2: x, 7}", "x"},
    {"{x < -4: x^2, x < -3: 1 + x, x < -2: x^3, x < -1: 3*x^2, x < 0: 2 - x^2, x < 1: x^2, x < 2: x^3, x < 3: 2*x^2, "
     "x}",
     "1"},
    {"1 - x^2", "x^2 - 1", "2*x + 1", "-x*3 + x", "x*x + x*x*x"},
    {"a*x + b", "a", "x", "1"},
    {"{x > a: exp(b*x), a*b*x}", "{x > a: b*exp(b*x), a*b}", "{x > a: 0, b*x}", "{x > a: x*exp(b*x), a*x}"},
};

std::vector<float> arguments(std::size_t n)
{
    std::vector<float> x = testing::points<float>(n);
    std::mt19937 random(1);
    for (std::size_t i = 0; i < n; i += 2)
        x[i] = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
    return x;
}
/// None that has to be left to the tape.
std::vector<float> tameArguments(std::size_t n)
{
    std::vector<float> x(n);
    for (std::size_t i = 0; i < n; ++i)
        x[i] = -4 + 8 * static_cast<float>(i % 997) / 997;
    return x;
}

std::vector<float> valuesFor(const Program& program)
{
    return std::vector<float>(program.parameterCount(), 0.75F);
}
const std::vector<std::string> kNames{"a", "b"};

/// Equal to the last bit, but that any NaN is like any other.
void expectSame(const std::vector<float>& ours, const std::vector<float>& reference, const std::string& where)
{
    for (std::size_t i = 0; i < ours.size(); ++i)
        if (std::bit_cast<std::uint32_t>(ours[i]) != std::bit_cast<std::uint32_t>(reference[i]) &&
            !(std::isnan(ours[i]) && std::isnan(reference[i])))
            FAIL() << where << ": " << ours[i] << " for " << reference[i] << ", element " << i;
}

std::vector<std::vector<float>> firstOutputs(const Program& program, const std::vector<float>& x, std::size_t count)
{
    std::vector<std::vector<float>> outputs(count, std::vector<float>(x.size()));
    std::vector<float*> places;
    for (auto& output : outputs)
        places.push_back(output.data());
    program.evaluate<float>(x, valuesFor(program), places);
    return outputs;
}

/// Called twice: the first time makes the code at the latest.
void expectSameOutputs(const Program& program, const std::vector<float>& x, const std::string& name)
{
    for (std::size_t count = 1; count <= program.outputCount(); ++count) {
        firstOutputs(program, tameArguments(kMany), count);
        const auto ours = firstOutputs(program, x, count), tape = firstOutputs(program.onTape(), x, count);
        for (std::size_t k = 0; k < count; ++k)
            expectSame(ours[k], tape[k], name + ", output " + std::to_string(k) + " of " + std::to_string(count));
    }
}

struct Pulled {
    std::vector<float> gradient;
    std::vector<double> sums;
};
Pulled pulled(const Program& program, const std::vector<float>& x, bool isInPlace, std::size_t sums)
{
    std::vector<float> upstream(x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        upstream[i] = 1 - static_cast<float>(i % 13) / 6;
    Pulled result{isInPlace ? upstream : std::vector<float>(x.size()), std::vector<double>(sums)};
    program.pullBack<float>(x, valuesFor(program), isInPlace ? result.gradient.data() : upstream.data(),
                            result.gradient.data(), result.sums);
    return result;
}

void expectSameGradients(const Program& program, const std::vector<float>& x, const std::string& name)
{
    pulled(program, tameArguments(kMany), false, 0);
    for (const bool isInPlace : {false, true})
        for (const std::size_t sums : {std::size_t{0}, program.outputCount() - 2}) {
            const Pulled ours = pulled(program, x, isInPlace, sums);
            const Pulled tape = pulled(program.onTape(), x, isInPlace, sums);
            expectSame(ours.gradient, tape.gradient, name + ", pulled back");
            for (std::size_t p = 0; p < sums; ++p)
                EXPECT_TRUE(ours.sums[p] == tape.sums[p] || std::isnan(tape.sums[p])) << name;
        }
}

TEST(MachineCode, givesTheBitsOfTheTape)
{
    for (const auto& formulas : kPrograms)
        for (const auto& x : {arguments(1'111), tameArguments(2'048), std::vector<float>(100, 1e4F)}) {
            const Program program = programOf(formulas, kNames);
            expectSameOutputs(program, x, std::string(formulas[0]));
            expectSameGradients(program, x, std::string(formulas[0]));
        }
}

TEST(MachineCode, isRightAtEveryLength)
{
    const Program program = programOf({"x*sigmoid(x)", "sigmoid(x) + x*sigmoid(x)*sigmoid(-x)"});
    for (std::size_t n = 0; n < 70; ++n) {
        expectSameOutputs(program, tameArguments(n), std::to_string(n));
        expectSameGradients(program, tameArguments(n), std::to_string(n));
    }
}

/// Each of many values is needed until the end, so that registers run short.
TEST(MachineCode, putsDownWhatHasNoRegister)
{
    std::string sum = "exp(x)";
    std::vector<std::string> terms;
    for (int i = 1; i < 40; ++i)
        terms.push_back("sqrt(x^2 + " + std::to_string(i) + ")");
    for (int i = 0; i < 39; ++i)
        sum += " + " + terms[static_cast<std::size_t>(i)] + "/" + terms[static_cast<std::size_t>(38 - i)];
    for (int i = 0; i < 39; ++i)
        sum += " - " + terms[static_cast<std::size_t>(i)] + "*" + terms[static_cast<std::size_t>(i * 7 % 39)];
    const Program program = programOf({sum, sum});
    expectSameOutputs(program, arguments(500), "sum");
    expectSameGradients(program, arguments(500), "sum");
}

/// What it does not do itself it leaves at once, wherever that lies, and the tape goes on.
TEST(MachineCode, isRightBeforeAndBehindWhatItLeaves)
{
    const std::vector<std::vector<std::string_view>> left = {
        {"x*sigmoid(x)", "sigmoid(x) + x*sigmoid(x)*sigmoid(-x)"},
        {"sin(x)*exp(x)", "cos(x)*exp(x) + sin(x)*exp(x)"},
        {"{x < -2: -x, x < -1: x^2, x < 1: x^3 - x, 7}", "{x < -2: -1, x < -1: 2*x, x < 1: 3*x^2 - 1, 0}"}};
    for (const auto& formulas : left)
        for (const std::size_t n : {500, 4'096, 4'097, 10'000})
            for (const std::size_t place : {std::size_t{0}, std::size_t{31}, std::size_t{32}, n / 2, n - 1})
                for (const float difficult : {1e30F, std::numeric_limits<float>::quiet_NaN()}) {
                    const Program program = programOf(formulas);
                    std::vector<float> x = tameArguments(n);
                    x[place] = difficult;
                    const std::string name = std::string(formulas[0]) + " at " + std::to_string(place);
                    expectSameOutputs(program, x, name);
                    expectSameGradients(program, x, name);
                }
}

Plan planOf(const Program& program)
{
    return kernel::plan(program.instructions(), program.constants(), program.outputSlots());
}
std::vector<const Plan::Work*> workFor(const jit::Purpose& purpose, const Plan& plan)
{
    std::vector<const Plan::Work*> work;
    for (const Plan::Work& each : plan.work)
        if (purpose.isPullBack ? each.isForLater : each.firstOutput < purpose.outputs)
            work.push_back(&each);
    return work;
}

TEST(MachineCode, isMadeWhereTheProcessorCan)
{
    if (!jit::isSupported())
        GTEST_SKIP() << "no AVX2";
    const Program program = programOf({"exp(x)"});
    const Plan plan = planOf(program);
    const auto kernel = jit::compile(plan, program.constants(), workFor({}, plan), {});
    ASSERT_TRUE(kernel);
    ASSERT_EQ(kernel->parts.size(), 1U);
    EXPECT_TRUE(kernel->parts[0].function);
}

TEST(MachineCode, isMadeOfEveryStepThatItKnows)
{
    if (!jit::isSupported())
        GTEST_SKIP() << "no AVX2";
    for (const auto& formulas : kPrograms) {
        const Program program = programOf(formulas, kNames);
        const Plan plan = planOf(program);
        const jit::Purpose all{program.outputCount()};
        const auto work = workFor(all, plan);
        const auto kernel = jit::compile(plan, program.constants(), work, all);
        if (kernel)
            for (const jit::Part& part : kernel->parts)
                EXPECT_EQ(part.function != nullptr, jit::isKnown(work[part.begin]->code)) << formulas[0];
        else
            EXPECT_TRUE(std::ranges::none_of(work, [](const auto* w) { return jit::isKnown(w->code); }))
                << formulas[0];
    }
}

struct AtOnce {
    std::vector<std::string_view> formulas;
    jit::Purpose purpose;
    bool is;
};

TEST(MachineCode, isCalledOnceWhereItNeedsNothingElse)
{
    if (!jit::isSupported())
        GTEST_SKIP() << "no AVX2";
    const std::string_view slope = "sigmoid(x) + x*sigmoid(x)*sigmoid(-x)";
    const jit::Purpose two{2}, back{.isPullBack = true};
    const std::string wide = testing::wideFormula();
    const std::vector<AtOnce> all = {{{"exp(x)"}, {1}, true},
                                     {{"x*sigmoid(x)", slope}, {1}, true},
                                     {{"x*sigmoid(x)", slope}, two, true},
                                     {{"x*sigmoid(x)", slope}, back, true},
                                     {{"exp(x)", "x"}, two, false},
                                     {{"exp(x)", "exp(x)"}, two, false},
                                     {{"exp(x)", "3"}, two, false},
                                     {{"a*exp(x)"}, {1}, false},
                                     {{"tan(x)*x"}, {1}, false},
                                     {{wide}, {1}, false},
                                     {{"x*tan(x)", "tan(x) + x*(1 + tan(x)^2)"}, back, false},
                                     {{"x*sigmoid(x)", slope, "x*exp(x)"}, back, false}};
    for (const auto& [formulas, purpose, is] : all) {
        const Program program = programOf(formulas, {"a"});
        const Plan plan = planOf(program);
        const auto kernel = jit::compile(plan, program.constants(), workFor(purpose, plan), purpose);
        EXPECT_EQ(kernel && !kernel->roles.empty(), is) << formulas[0] << " and " << formulas.size() - 1;
    }
}

}  // namespace
}  // namespace actlab::kernel
