#include "app/models/layer_uses.hpp"

#include "core/nn/engine.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

nn::TrainingSpec twoLayers()
{
    nn::TrainingSpec spec = smallSpec();
    spec.hidden.push_back(spec.hidden.front());
    spec.epochs = 3;
    return spec;
}

TEST(LayerUses, areThoseOfTheRunOnTheScreen)
{
    TrainingSession session;
    LayerUses uses(session);
    uses.setWatched(true);
    EXPECT_TRUE(uses.uses().empty());
    session.start(twoLayers());
    EXPECT_TRUE(waitUntil([&] { return uses.uses().size() == 2; }));
    EXPECT_EQ(uses.uses()[0].units, twoLayers().hidden[0].width);
}

TEST(LayerUses, endWithTheLatestPicture)
{
    TrainingSession session;
    LayerUses uses(session);
    uses.setWatched(true);
    session.start(twoLayers());
    ASSERT_TRUE(waitUntil([&] { return session.state() == TrainingSession::State::Finished; }));
    const auto last = nn::layerUses(session.spec(), *session.data(), session.picture()->parameters, 256);
    EXPECT_TRUE(waitUntil([&] { return !uses.uses().empty() && uses.uses()[1].counts == last[1].counts; }));
}

TEST(LayerUses, areThoseOfTheFirstWeightsBeforeARun)
{
    TrainingSession session;
    LayerUses uses(session);
    uses.setWatched(true);
    const nn::TrainingSpec spec = twoLayers();
    const auto data = std::make_shared<const data::Dataset>(data::load(spec.data).value());
    uses.setWanted(spec, data);
    ASSERT_TRUE(waitUntil([&] { return uses.uses().size() == 2; }));
    EXPECT_EQ(uses.uses()[1].counts, nn::layerUses(spec, *data, nn::initialParameters(spec, *data), 256)[1].counts);
    EXPECT_EQ(uses.flow().size(), 3U);
    nn::TrainingSpec deeper = spec;
    deeper.hidden.push_back(spec.hidden.front());
    uses.setWanted(deeper, data);
    EXPECT_TRUE(waitUntil([&] { return uses.uses().size() == 3; }));
}

TEST(LayerUses, areGoneWhereTheSettingsAreOfNoNetwork)
{
    TrainingSession session;
    LayerUses uses(session);
    uses.setWatched(true);
    const nn::TrainingSpec spec = twoLayers();
    const auto data = std::make_shared<const data::Dataset>(data::load(spec.data).value());
    uses.setWanted(spec, data);
    ASSERT_TRUE(waitUntil([&] { return uses.uses().size() == 2; }));
    nn::TrainingSpec none = spec;
    none.hidden[0].width = 0;
    uses.setWanted(none, data);
    EXPECT_TRUE(uses.uses().empty());
    uses.setWanted(spec, data);
    EXPECT_TRUE(waitUntil([&] { return uses.uses().size() == 2; }));
}

TEST(LayerUses, areNotWorkedOutWhileNobodyWatches)
{
    TrainingSession session;
    LayerUses uses(session);
    session.start(twoLayers());
    ASSERT_TRUE(waitUntil([&] { return session.state() == TrainingSession::State::Finished; }));
    EXPECT_TRUE(staysTrue([&] { return uses.uses().empty(); }));
    uses.setWatched(true);
    EXPECT_TRUE(waitUntil([&] { return !uses.uses().empty(); }));
}

TEST(LayerUses, areGoneAfterAReset)
{
    TrainingSession session;
    LayerUses uses(session);
    uses.setWatched(true);
    session.start(twoLayers());
    ASSERT_TRUE(waitUntil([&] { return !uses.uses().empty(); }));
    session.reset();
    EXPECT_TRUE(waitUntil([&] { return uses.uses().empty(); }));
}

}  // namespace
}  // namespace actlab::models
