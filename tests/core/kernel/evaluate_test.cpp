#include "tests/core/kernel/values.hpp"

#include <functional>
#include <thread>

namespace actlab::kernel {
namespace {

using testing::programOf;
using testing::valueAt;
using testing::valuesOf;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kLengths[] = {0, 1, 1023, 1024, 1025, 5000};

template <class T>
struct Operation {
    std::string_view formula;
    std::function<T(T x)> reference;
};

/// Every operation of the tape that is not a call.
template <class T>
std::vector<Operation<T>> operations()
{
    return {
        {"-x", [](T x) { return -x; }},
        {"x + 2.5", [](T x) { return x + T(2.5); }},
        {"2.5 - x", [](T x) { return T(2.5) - x; }},
        {"x*x", [](T x) { return x * x; }},
        {"3/x", [](T x) { return 3 / x; }},
        {"2.5^x", [](T x) { return std::pow(T(2.5), x); }},
        {"x^5", [](T x) { return x * x * x * x * x; }},
        {"x^-3", [](T x) { return 1 / (x * x * x); }},
        {"{x < 1: 1, 0}", [](T x) { return T(x < 1); }},
        {"{x <= 1: 1, 0}", [](T x) { return T(x <= 1); }},
        {"{x > 1: 1, 0}", [](T x) { return T(x > 1); }},
        {"{x >= 1: 1, 0}", [](T x) { return T(x >= 1); }},
        {"{x == 1: 1, 0}", [](T x) { return T(x == 1); }},
        {"{x != 1: 1, 0}", [](T x) { return T(x != 1); }},
        {"{x > 0 and x < 2: 1, 0}", [](T x) { return T(x > 0 && x < 2); }},
        {"{x < 0 or x > 2: 1, 0}", [](T x) { return T(x < 0 || x > 2); }},
        {"{not x < 0: 1, 0}", [](T x) { return T(!(x < 0)); }},
        {"{x < 0: 0.5*x, x < 2: x*x, 7}", [](T x) { return x < 0   ? T(0.5) * x
                                                           : x < 2 ? x * x
                                                                   : T(7); }},
        {"7", [](T) { return T(7); }},
        {"x", [](T x) { return x; }},
    };
}

template <class T>
void expectReferenceValues()
{
    for (const Operation<T>& operation : operations<T>())
        for (const std::size_t length : kLengths) {
            const std::vector<T> x = testing::points<T>(length);
            const auto ours = valuesOf<T>(programOf({operation.formula}), x)[0];
            for (std::size_t i = 0; i < length; ++i)
                ASSERT_TRUE(testing::areClose(ours[i], operation.reference(x[i])))
                    << operation.formula << " at " << x[i];
        }
}

TEST(Evaluate, agreesWithAScalarReferenceInDouble)
{
    expectReferenceValues<double>();
}

TEST(Evaluate, agreesWithAScalarReferenceInFloat)
{
    expectReferenceValues<float>();
}

TEST(Evaluate, usesTheMemoryOfOtherEvaluationsAgain)
{
    Workspace<float> workspace;
    for (const std::size_t length : {5000u, 7u, 0u, 1024u})
        for (const char* formula : {"x*x", "exp(sin(x) + a)*{x < 1: x, a*a}", "3", "a"}) {
            const Program program = programOf({formula}, {"a"});
            const std::vector<float> x = testing::points<float>(length), parameters{1.5f};
            std::vector<float> result(length);
            float* const output = result.data();
            program.evaluate<float>(x, parameters, std::span(&output, 1), workspace);
            const std::vector<float> expected = valuesOf<float>(program, x, parameters)[0];
            for (std::size_t i = 0; i < result.size(); ++i)
                ASSERT_TRUE(testing::areClose(result[i], expected[i])) << formula << " at " << x[i];
        }
}

TEST(Evaluate, givesSeveralOutputsAtOnce)
{
    const auto outputs = valuesOf<double>(programOf({"x", "3", "a*x", "x"}, {"a"}), {1, 2}, {10});
    EXPECT_EQ(outputs, (std::vector<std::vector<double>>{{1, 2}, {3, 3}, {10, 20}, {1, 2}}));
}

TEST(Evaluate, givesTheFirstOutputsAloneWhenAskedForFewer)
{
    const Program program = programOf({"x + 1", "exp(x + 1)*x", "3"});
    const std::vector<double> x{1, 2};
    std::vector<double> f(2);
    double* place = f.data();
    program.evaluate<double>(x, {}, std::span(&place, 1));
    EXPECT_EQ(f, (std::vector<double>{2, 3}));
}

TEST(Evaluate, neverLetsAPieceThatIsNotSelectedPoisonTheResult)
{
    EXPECT_EQ(valueAt("{x > 0: sqrt(x), 0}", -4), 0);
    EXPECT_EQ(valueAt("{x > 0: log(x), 1}", 0), 1);
    EXPECT_EQ(valueAt("{x > 0: x, exp(x) - 1}", 1000), 1000);
    EXPECT_EQ(valueAt("{x == 0: 1, sin(x)/x}", 0), 1);
}

TEST(Evaluate, holdsNoComparisonOfNaN)
{
    EXPECT_EQ(valueAt("{x < 0: 1, x >= 0: 2, 3}", kNan), 3);
    EXPECT_EQ(valueAt("{x == x: 1, 0}", kNan), 0);
}

TEST(Evaluate, roundsHalvesToTheEvenNumber)
{
    EXPECT_EQ(valuesOf<double>(programOf({"round(x)"}), {-2.5, -1.5, -0.5, 0.5, 1.5, 2.5})[0],
              (std::vector<double>{-2, -2, 0, 0, 2, 2}));
}

TEST(Evaluate, calculatesWhatDoesNotDependOnXInTheTypeItself)
{
    EXPECT_EQ(valuesOf<float>(programOf({"x + exp(a)/3"}, {"a"}), {0}, {1})[0][0], std::exp(1.0F) / 3);
}

/// A sum of n different terms that are all needed until the end.
Program wideProgram(int n)
{
    std::vector<expr::Expr> terms;
    for (int i = 0; i < n; ++i)
        terms.push_back(expr::call("sin", {expr::number(i) + expr::variable()}));
    expr::Expr sum = terms.front();
    for (std::size_t i = 1; i < terms.size(); ++i)
        sum = sum + terms[i];
    terms.push_back(sum);
    return compile(terms, {});
}

TEST(Evaluate, isRightForTapesThatNeedHundredsOfRegisters)
{
    constexpr int kTerms = 700;
    const std::vector<double> x = testing::points<double>(3000);
    const auto outputs = valuesOf<double>(wideProgram(kTerms), x);
    for (std::size_t i = 0; i < x.size(); i += 97) {
        double sum = 0;
        for (int k = 0; k < kTerms; ++k) {
            ASSERT_TRUE(testing::areClose(outputs[static_cast<std::size_t>(k)][i], std::sin(k + x[i])));
            sum += std::sin(k + x[i]);
        }
        ASSERT_TRUE(std::isnan(sum) ? std::isnan(outputs.back()[i]) : std::abs(outputs.back()[i] - sum) < 1e-10);
    }
}

TEST(Evaluate, isRightForLongChains)
{
    expr::Expr e = expr::variable();
    for (int i = 0; i < 2000; ++i)
        e = e + expr::number(i % 5);
    const std::vector<double> x = testing::points<double>(1500);
    const auto ours = valuesOf<double>(compile(std::vector{e}, {}), x)[0];
    for (std::size_t i = 0; i < x.size(); ++i)
        ASSERT_TRUE(std::isnan(x[i]) ? std::isnan(ours[i])
                                     : ours[i] == x[i] + 4000 || std::abs(ours[i] - x[i] - 4000) < 1e-9);
}

TEST(Evaluate, runsInSeveralThreadsAtOnce)
{
    const Program program = programOf({"{x < 0: expm1(x), x*tanh(x) + a}"}, {"a"});
    const std::vector<double> x = testing::points<double>(5000);
    std::vector<std::vector<double>> expected, found(4);
    for (std::size_t t = 0; t < found.size(); ++t)
        expected.push_back(valuesOf<double>(program, x, {static_cast<double>(t)})[0]);
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < found.size(); ++t)
            threads.emplace_back([&, t] {
                for (int repeat = 0; repeat < 20; ++repeat)
                    found[t] = valuesOf<double>(program, x, {static_cast<double>(t)})[0];
            });
    }
    for (std::size_t t = 0; t < found.size(); ++t)
        for (std::size_t i = 0; i < x.size(); ++i)
            ASSERT_TRUE(testing::areClose(found[t][i], expected[t][i]));
}

}  // namespace
}  // namespace actlab::kernel
