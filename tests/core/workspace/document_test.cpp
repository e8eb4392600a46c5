#include "core/workspace/document.hpp"

#include "core/nn/spec.hpp"

#include <gtest/gtest.h>

namespace actlab::workspace {

namespace {

TEST(InitialDocument, showsTwoCurvesWithTheirDerivatives)
{
    const PlotSpec plot = initialDocument().plot;
    ASSERT_EQ(plot.shown.size(), 2U);
    for (const PlottedActivation& plotted : plot.shown)
        ASSERT_NE(plotted.activation, nullptr);
    EXPECT_TRUE(plot.value && plot.derivative && !plot.second);
}

TEST(InitialDocument, canBeTrainedAtOnce)
{
    const nn::TrainingSpec spec = initialDocument().training;
    EXPECT_FALSE(nn::validate(spec));
    EXPECT_EQ(spec.data.name, "spiral");
    EXPECT_EQ(spec.hidden.size(), 2U);
}

TEST(InitialDocument, beginsWithADraftThatIsRight)
{
    const auto draft = activation::makeActivation(initialDocument().draft.definition);
    EXPECT_TRUE(draft) << draft.error().message;
}

TEST(InitialDocument, holdsNothingOfAPersonsOwnYet)
{
    EXPECT_TRUE(initialDocument().custom.empty());
    EXPECT_TRUE(initialDocument().runs.empty());
}

}  // namespace

}  // namespace actlab::workspace
