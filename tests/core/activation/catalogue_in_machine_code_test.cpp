#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

namespace actlab::activation {
namespace {

constexpr std::size_t kMany = 20'003;  // not whole blocks

/// The ordinary range, with a number far out here and there.
std::vector<float> arguments()
{
    std::vector<float> x(kMany);
    for (std::size_t i = 0; i < kMany; ++i)
        x[i] = (i % 1'501 == 1'500 ? 40 : 1) * (-9 + 18 * static_cast<float>(i * 7 % 9'973) / 9'973);
    return x;
}

std::vector<float> parametersOf(const Activation& activation)
{
    const auto values = activation.parameterValues();
    return {values.begin(), values.end()};
}

std::vector<std::vector<float>> outputsOf(const kernel::Program& program, const std::vector<float>& parameters)
{
    std::vector<std::vector<float>> outputs(program.outputCount(), std::vector<float>(kMany));
    std::vector<float*> places;
    for (auto& output : outputs)
        places.push_back(output.data());
    program.evaluate<float>(arguments(), parameters, places);
    return outputs;
}

std::vector<float> gradientOf(const kernel::Program& program, const std::vector<float>& parameters)
{
    std::vector<float> gradient(kMany);
    const std::vector<float> upstream(kMany, 0.3F);
    program.pullBack<float>(arguments(), parameters, upstream.data(), gradient.data(), {});
    return gradient;
}

/// Bit by bit, but that any NaN is like any other.
bool areSame(const std::vector<float>& a, const std::vector<float>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), [](float u, float v) {
        return std::bit_cast<std::uint32_t>(u) == std::bit_cast<std::uint32_t>(v) || (std::isnan(u) && std::isnan(v));
    });
}

TEST(Catalogue, givesTheSameBitsInMachineCodeAndOnTheTape)
{
    for (const auto& activation : catalogue()) {
        const auto parameters = parametersOf(*activation);
        for (const kernel::Program* program : {&activation->training(), &activation->curves()}) {
            const auto ours = outputsOf(*program, parameters), tape = outputsOf(program->onTape(), parameters);
            for (std::size_t k = 0; k < ours.size(); ++k)
                EXPECT_TRUE(areSame(ours[k], tape[k])) << activation->name() << ", output " << k;
            EXPECT_TRUE(areSame(gradientOf(*program, parameters), gradientOf(program->onTape(), parameters)))
                << activation->name() << ", pulled back";
        }
    }
}

}  // namespace
}  // namespace actlab::activation
