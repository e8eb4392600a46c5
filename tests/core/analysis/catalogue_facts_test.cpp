#include "core/activation/catalogue.hpp"
#include "core/analysis/facts.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace actlab::analysis {
namespace {

/// Init gain and steepest slope as reference tables give them, to the digits given there.
struct Known {
    const char* name;
    double initGain;
    double slope;
    double slopeDigit = 1e-4;  ///< unit of the last digit
    std::vector<std::pair<const char*, double>> parameters = {};
};

const std::vector<Known>& knownFacts()
{
    static const std::vector<Known> facts{
        {"Identity", 1, 1},
        {"ReLU", 1.4142, 1},
        {"ReLU6", 1.4142, 1},
        {"LeakyReLU", 1.4141, 1},
        {"PReLU", 1.3720, 1},
        {"Abs", 1, 1},
        {"ELU", 1.2452, 1},
        {"CELU", 1.2452, 1},
        {"SELU", 1.0000, 1.7581},
        {"GELU", 1.5335, 1.1289},
        {"GELU tanh", 1.5336, 1.1290},
        {"QuickGELU", 1.5395, 1.0998},
        {"SiLU", 1.6765, 1.0998},
        {"Mish", 1.4868, 1.0885},
        {"Hardswish", 1.7367, 1.5},
        {"TanhExp", 1.3748, 1.0620},
        {"Serf", 1.4122, 1.0861},
        {"Logish", 2.2677, .7463},
        {"Smish", 2.5130, .6369},
        {"Phish", 1.6642, 1.2983},
        {"Gish", 2.0021, .7527},
        {"LiSHT", 1.1487, 1.1997},
        {"ELiSH", 1.7073, 1.0998},
        {"HardELiSH", 1.4474, 1.5},
        {"Softplus", 1.0419, 1},
        {"Shifted softplus", 1.8756, 1},
        {"Squareplus", 0.8165, 1},
        {"Bent identity", 0.9655, 1.5},
        {"NLReLU", 2.2738, 1},
        {"ISRLU", 1.2197, 1},
        {"SinLU", 1.0544, 2.008, 1e-3},
        {"CosLU", 1.3633, 2.024, 1e-3},
        {"Sigmoid", 1.8462, .25},
        {"LogSigmoid", 1.0419, 1},
        {"Bipolar sigmoid", 2.4007, .5},
        {"Hardsigmoid", 1.8978, 1.0 / 6},
        {"CLogLog", 1.4861, .3679},
        {"Elliott", 1.8388, .5},
        {"Tanh", 1.5925, 1},
        {"LeCun tanh", 1.1544, 1.1439},
        {"Penalized tanh", 2.1849, 1},
        {"Rectified tanh", 2.2522, 1},
        {"Hardtanh", 1.3920, 1},
        {"Softsign", 2.3375, 1},
        {"Arctan", 1.4912, 1},
        {"Erf", 1.4672, 1.1284},
        {"Gudermannian", 1.3285, 1},
        {"ISRU", 1.7042, 1},
        {"SQNL", 1.5920, 1},
        {"Arsinh", 1.2567, 1},
        {"Symlog", 1.6078, 1},
        {"Tanhshrink", 2.3384, 1},
        {"Hardshrink", 1.0158, 1},
        {"Softshrink", 1.5444, 1},
        {"Smoothstep", 1.5736, .75},
        {"Binary step", 1.4142, 0},
        {"Sign", 1, 0},
        {"Cosine", 1.3273, 1},
        {"Snake", .8746, 2},
        {"GCU", 1.8349, INFINITY},
        {"Gaussian", 1.4953, .8578},
        {"Tent", 1.9859, 1},
        {"Triangle wave", 1.7397, 1},
        {"PLU", 1.3473, 1},
        {"Sinc", 1.1441, .4362},
        {"Ricker wavelet", 1.6119, 1.3801},
        {"ReLU²", 0.8165, INFINITY},
        {"StarReLU", 1.0000, INFINITY},
        {"xIELU", 0.7591, INFINITY},
        {"Soft clipping", 1.9698, 1, 1e-4, {{"p", 50}}},
        {"Threshold", 1.5799, 1, 1e-4, {{"theta", 1}, {"v", 0}}},
    };
    return facts;
}

activation::ActivationPtr activationOf(const Known& known)
{
    auto activation = activation::findInCatalogue(known.name);
    for (const auto& [name, value] : known.parameters)
        activation = activation ? activation->withValue(name, value) : activation;
    return activation;
}

TEST(CatalogueFacts, areThoseOfTheReferenceTables)
{
    for (const auto& known : knownFacts()) {
        const auto activation = activationOf(known);
        ASSERT_TRUE(activation) << known.name;
        const Facts facts = describe(*activation);
        EXPECT_NEAR(facts.initGain, known.initGain, 0.51e-4) << known.name;
        if (std::isfinite(known.slope)) {
            EXPECT_NEAR(facts.lipschitz, known.slope, 0.51 * known.slopeDigit) << known.name;
        } else {
            EXPECT_EQ(facts.lipschitz, known.slope) << known.name;
        }
    }
}

TEST(CatalogueFacts, haveTheContinuityThatTheCatalogueClaims)
{
    const auto rows = activation::catalogueRows();
    for (std::size_t i = 0; i < rows.size(); ++i)
        EXPECT_EQ(describe(*activation::catalogue()[i]).continuity, rows[i].smoothness) << rows[i].name;
}

/// Every x where the catalogue's functions kink, jump or bend, at their defaults.
TEST(CatalogueFacts, findTheKinksThatTheReferenceLists)
{
    const std::vector<std::pair<const char*, std::vector<double>>> kinks{{"ReLU", {0}},
                                                                         {"ReLU6", {0, 6}},
                                                                         {"Hardswish", {-3, 3}},
                                                                         {"Hardsigmoid", {-3, 3}},
                                                                         {"Hardtanh", {-1, 1}},
                                                                         {"Hardshrink", {-.5, .5}},
                                                                         {"Softshrink", {-.5, .5}},
                                                                         {"Tent", {-1, 0, 1}},
                                                                         {"PLU", {-1, 1}},
                                                                         {"SELU", {0}},
                                                                         {"HardELiSH", {-1, 1}},
                                                                         {"Shifted ReLU", {-1}},
                                                                         {"Hard-Mish", {-2}},
                                                                         {"Tanh", {}},
                                                                         {"GELU", {}},
                                                                         {"Sign", {0}}};
    for (const auto& [name, expected] : kinks) {
        const auto activation = activation::findInCatalogue(name);
        ASSERT_TRUE(activation) << name;
        std::vector<double> found;
        for (const auto& point : findBreakpoints(*activation, {-10, 10}).points)
            if (point.join != Join::C1)
                found.push_back(point.x);
        EXPECT_EQ(found, expected) << name;
    }
}

}  // namespace
}  // namespace actlab::analysis
