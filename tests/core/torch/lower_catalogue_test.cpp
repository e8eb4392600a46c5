#include "core/torch/autograd_oracle.hpp"

#include "core/activation/catalogue.hpp"
#include "tests/core/torch/formulas.hpp"

#include <gtest/gtest.h>

namespace actlab::torch_room {
namespace {

/// Where the functions kink at their defaults, exactly.
std::vector<double> points()
{
    std::vector<double> x = testing::grid(-10, 10, 2001);
    for (const double knot : {-3.0, -2.5, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 2.5, 3.0, 6.0, 20.0, -100.0, 100.0})
        x.push_back(knot);
    return x;
}

double worstError(const std::vector<double>& ours, const std::vector<double>& theirs)
{
    double worst = 0;
    for (std::size_t i = 0; i < ours.size(); ++i)
        worst = std::max(worst, testing::errorBetween(ours[i], theirs[i]));
    return worst;
}

TEST(Catalogue, agreesWithAutogradOfItsFormulas)
{
    const std::vector<double> x = points();
    ASSERT_GE(activation::catalogue().size(), 83u);
    for (const activation::ActivationPtr& f : activation::catalogue()) {
        const auto ours = f->evaluate<double>(x, 1);
        const auto theirs = evaluateByAutograd(*f, x);
        EXPECT_LE(worstError(ours[0], theirs[0]), 1e-12) << f->name();
        EXPECT_LE(worstError(ours[1], theirs[1]), 1e-10) << f->name() << "'";
    }
}

}  // namespace
}  // namespace actlab::torch_room
