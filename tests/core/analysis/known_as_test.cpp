#include "core/analysis/known_as.hpp"

#include "core/activation/catalogue.hpp"
#include "tests/core/analysis/activation_of.hpp"
#include "tests/samples.hpp"

#include <gmock/gmock.h>
#include <set>

namespace actlab::analysis {
namespace {

using Names = std::set<std::string>;

/// Every set of catalogue functions that are the same up to a·f(b·x + c) + d·x + e, at their defaults.
const std::vector<Names>& copies()
{
    static const std::vector<Names> groups{
        {"ReLU", "Leaky ReLU", "PReLU", "RReLU", "Shifted ReLU", "Abs", "SReLU", "PWLU"},
        {"ReLU6", "Clipped ReLU", "Hardtanh", "Hardsigmoid", "Hardsigmoid Keras", "PLU", "Softshrink"},
        {"Sigmoid", "Bipolar sigmoid", "Tanh", "LeCun tanh", "DyT", "Tanhshrink"},
        {"SiLU", "Swish", "E-Swish", "QuickGELU", "ACON-C", "KAN edge", "LiSHT"},
        {"ELU", "CELU"},
        {"Softplus", "LogSigmoid", "Shifted softplus"},
        {"Squared ReLU", "StarReLU"},
        {"Normal CDF", "Erf"},
        {"Sine", "Cosine", "Snake", "Cos minus x"},
        {"Sinc", "Sinc plus x"},
        {"Elliott", "Softsign"},
        {"Binary step", "Sign"},
        {"Squareplus", "Bent identity"},
    };
    return groups;
}

Names groupOf(const std::string& name)
{
    for (const Names& group : copies())
        if (group.contains(name))
            return group;
    return {name};
}

Names copiesOf(const activation::Activation& activation)
{
    Names names;
    for (const FamilyMember& member : knownAs(activation, kKnownOver))
        if (member.distance < kCopy)
            names.insert(member.row->name());
    return names;
}

TEST(KnownAs, findsEveryCopyInTheCatalogueAndNoFalseOne)
{
    const auto& catalogue = activation::catalogue();
    const std::size_t wanted = static_cast<std::size_t>(tests::samples(static_cast<int>(catalogue.size())));
    for (std::size_t n = 0; n < wanted; ++n) {
        const auto& row = catalogue[n * catalogue.size() / wanted];
        Names expected = groupOf(row->name());
        expected.erase(row->name());
        EXPECT_EQ(copiesOf(*row), expected) << row->name();
    }
}

TEST(KnownAs, namesThePublishedDuplicates)
{
    EXPECT_THAT(copiesOf(*activationOf("x*tanh(exp(x))")), testing::Contains("TanhExp"));
    EXPECT_THAT(copiesOf(*activationOf("max(0, x)")), testing::Contains("ReLU"));
    EXPECT_THAT(copiesOf(*activationOf("1/(1 + exp(-x))")), testing::Contains("Sigmoid"));
    EXPECT_THAT(copiesOf(*activationOf("x*(1 + erf(x/sqrt(2)))/2")), testing::Contains("GELU"));
}

TEST(KnownAs, takesNothingForACopyThatDiffersFarOut)
{
    EXPECT_THAT(copiesOf(*activationOf("{x < 9: max(0, x), 9 + 0.5*(x - 9)}")), testing::IsEmpty());
    EXPECT_THAT(copiesOf(*activationOf("tanh(x) + 1e-6*x^2")), testing::IsEmpty());
}

TEST(KnownAs, takesNoSteepSlopeForAJump)
{
    for (const char* formula : {"tanh(1e6*x)", "tanh(1e6*(x - 1))", "sigmoid(1e8*x)"})
        for (const FamilyMember& member : knownAs(*activationOf(formula), kKnownOver))
            EXPECT_GT(member.distance, 1e-3) << formula << ": " << member.formula;
}

TEST(KnownAs, namesTheNearestWhereNoneIsNear)
{
    const auto members = knownAs(*activationOf("sin(x^2)"), kKnownOver);
    ASSERT_EQ(members.size(), 3U);
    EXPECT_GT(members[0].distance, 0.02);
}

TEST(KnownAs, saysNothingOfWhatIsNotFinite)
{
    EXPECT_THAT(knownAs(*activationOf("log(x)"), kKnownOver), testing::IsEmpty());
}

}  // namespace
}  // namespace actlab::analysis
