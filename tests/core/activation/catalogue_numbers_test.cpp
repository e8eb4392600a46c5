#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab::activation {
namespace {

/// From -limit to limit: dense near 0, ever wider away from it, with every multiple of 0.25 in the middle.
template <class T>
std::vector<T> farPoints(T limit)
{
    std::vector<T> x{0};
    for (T size = T(1e-6); size < limit; size *= T(1.07))
        x.insert(x.end(), {size, -size});
    for (T size = T(0.25); size < std::min(limit, T(120)); size += T(0.25))
        x.insert(x.end(), {size, -size});
    x.insert(x.end(), {limit, -limit});
    return x;
}

template <class T>
void expectFiniteUpTo(T limit)
{
    const std::vector<T> x = farPoints(limit);
    for (const ActivationPtr& f : catalogue()) {
        const auto outputs = f->template evaluate<T>(x, 2);
        for (std::size_t k = 0; k < outputs.size(); ++k)
            for (std::size_t i = 0; i < x.size(); ++i)
                ASSERT_TRUE(std::isfinite(outputs[k][i])) << f->name() << ", derivative " << k << ", at " << x[i];
    }
}

TEST(CatalogueNumbers, areFiniteInDoubleUpToTenThousand)
{
    expectFiniteUpTo<double>(1e4);
}

TEST(CatalogueNumbers, areFiniteInFloatUpToAThousand)
{
    expectFiniteUpTo<float>(1e3F);
}

/// Points that lie on no kink of the catalogue.
std::vector<double> ordinaryPoints()
{
    std::vector<double> x;
    for (int i = -50; i <= 50; ++i)
        x.push_back(i * 0.173 + 0.0137);
    return x;
}

std::vector<double> shifted(std::vector<double> x, double by)
{
    for (double& value : x)
        value += by;
    return x;
}

TEST(CatalogueNumbers, haveDerivativesThatAreTheSlopesOfTheirFunctions)
{
    constexpr double kStep = 1e-5;
    const std::vector<double> x = ordinaryPoints();
    for (const ActivationPtr& f : catalogue()) {
        const auto here = f->evaluate<double>(x, 2);
        const auto left = f->evaluate<double>(shifted(x, -kStep), 1),
                   right = f->evaluate<double>(shifted(x, kStep), 1);
        for (std::size_t k = 0; k < 2; ++k)
            for (std::size_t i = 0; i < x.size(); ++i) {
                const double slope = (right[k][i] - left[k][i]) / (2 * kStep);
                const double scale = 1 + std::abs(here[k][i]) + std::abs(slope);
                EXPECT_NEAR(here[k + 1][i], slope, 2e-6 * scale)
                    << f->name() << ", derivative " << k + 1 << ", at " << x[i];
            }
    }
}

TEST(CatalogueNumbers, haveSlopesByTheirLearnableParameters)
{
    constexpr double kStep = 1e-6;
    const std::vector<double> x = ordinaryPoints();
    for (const ActivationPtr& f : catalogue()) {
        std::vector<std::vector<double>> outputs(f->training().outputCount(), std::vector<double>(x.size()));
        std::vector<double*> places;
        for (auto& output : outputs)
            places.push_back(output.data());
        f->training().evaluate<double>(x, f->parameterValues(), places);
        std::size_t k = 2;
        for (const Parameter& p : f->parameters()) {
            if (!p.learnable)
                continue;
            const auto less = f->withValue(p.name, p.value - kStep)->evaluate<double>(x, 0)[0];
            const auto more = f->withValue(p.name, p.value + kStep)->evaluate<double>(x, 0)[0];
            for (std::size_t i = 0; i < x.size(); ++i)
                EXPECT_NEAR(outputs[k][i], (more[i] - less[i]) / (2 * kStep), 1e-6) << f->name() << " by " << p.name;
            ++k;
        }
        EXPECT_EQ(k, outputs.size()) << f->name();
    }
}

struct Lowest {
    const char* name;
    double value;
    double digit = 1e-5;
};

TEST(CatalogueNumbers, haveTheMinimaOfTheReferenceTable)
{
    std::vector<double> x;
    for (int i = 0; i <= 40'000; ++i)
        x.push_back(-4 + i * 1e-4);
    for (const Lowest& known : {Lowest{"GELU", -.16997},
                                {"GELU tanh", -.17004},
                                {"QuickGELU", -.16361},
                                {"SiLU", -.27846},
                                {"Mish", -.30884},
                                {"TanhExp", -.3533, 1e-4},
                                {"Serf", -.3484, 1e-4},
                                {"Smish", -.2500, 1e-4},
                                {"Logish", -.2528, 1e-4}})
        EXPECT_NEAR(std::ranges::min(findInCatalogue(known.name)->evaluate<double>(x, 0)[0]), known.value,
                    0.51 * known.digit)
            << known.name;
}

struct Kink {
    const char* name;
    double x, slope;
};

/// PyTorch's choice at the kinks, as its autograd gives it for arrays of float64.
TEST(CatalogueNumbers, haveTheSubgradientsOfPyTorch)
{
    for (const Kink& kink : {Kink{"relu", 0, 0},      {"relu6", 0, 0},         {"relu6", 6, 0},
                             {"leaky_relu", 0, 0.01}, {"prelu", 0, 0.25},      {"threshold", 1, 0},
                             {"abs", 0, 0},           {"elu", 0, 1},           {"selu", 0, 1.7580993408473766},
                             {"hardtanh", -1, 0},     {"hardtanh", 1, 0},      {"hardshrink", -0.5, 0},
                             {"hardshrink", 0.5, 0},  {"softshrink", -0.5, 0}, {"softshrink", 0.5, 0},
                             {"hardswish", -3, -0.5}, {"hardswish", 3, 1},     {"hardsigmoid", -3, 0},
                             {"hardsigmoid", 3, 0},   {"sign", 0, 0},          {"softsign", 0, 1}})
        EXPECT_DOUBLE_EQ(findInCatalogue(kink.name)->evaluate<double>(std::vector{kink.x}, 1)[1][0], kink.slope)
            << kink.name << " at " << kink.x;
}

}  // namespace
}  // namespace actlab::activation
