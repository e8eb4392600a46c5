// A whole run that is edited while it goes on.

#include "core/activation/catalogue.hpp"
#include "tests/core/nn/example.hpp"
#include "tests/core/nn/recorder.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <thread>

namespace actlab::nn {
namespace {

using activation::findInCatalogue;
using testing::activationOf;

/// Says something at the end of an epoch.
class Editor : public Recorder {
public:
    Editor(std::size_t epoch, std::function<void()> say) : m_epoch(epoch), m_say(std::move(say)) {}
    void epochDone(const EpochMetrics& metrics) override
    {
        Recorder::epochDone(metrics);
        if (metrics.epoch == m_epoch)
            m_say();
    }

private:
    std::size_t m_epoch;
    std::function<void()> m_say;
};

struct EditedRun {
    Outcome outcome;
    std::vector<EpochMetrics> epochs;
    std::vector<Mark> marks;
    std::shared_ptr<const TrainingSpec> told;
};

/// With these edits after epoch 5.
EditedRun edited(const TrainingSpec& spec, const std::vector<Edit>& edits)
{
    Commands commands;
    Editor editor(5, [&] {
        for (const Edit& edit : edits)
            commands.edit(edit);
    });
    Outcome outcome = train(spec, {}, commands, editor);
    return {std::move(outcome), editor.epochs(), editor.marks(), editor.spec()};
}

TrainingSpec moons(const activation::ActivationPtr& activation)
{
    TrainingSpec spec;
    spec.data.name = "moons";
    spec.data.samples = 100;  // eight steps an epoch
    spec.hidden = {{6, activation}, {5, activation}};
    spec.epochs = 12;
    spec.dropout = 0.1;
    return spec;
}

std::vector<double> losses(const EditedRun& run)
{
    std::vector<double> all;
    for (const EpochMetrics& metrics : run.epochs)
        all.push_back(metrics.trainLoss);
    return all;
}

TEST(EditedTraining, isThatOfTheNewNetworkFromThereOn)
{
    const auto tanh = findInCatalogue("tanh"), gelu = findInCatalogue("gelu");
    const EditedRun plain = edited(moons(tanh), {}), swapped = edited(moons(tanh), {ActivationEdit{0, gelu}});
    ASSERT_EQ(swapped.outcome.ending, Ending::Finished) << swapped.outcome.message;
    EXPECT_EQ(swapped.outcome.spec->hidden[0].activation, gelu);
    EXPECT_EQ(swapped.outcome.spec->hidden[1].activation, tanh);
    EXPECT_EQ(swapped.told, swapped.outcome.spec);
    const std::vector<double> before = losses(plain), after = losses(swapped);
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t epoch = 0; epoch < after.size(); ++epoch)
        EXPECT_EQ(after[epoch] == before[epoch], epoch <= 5) << "epoch " << epoch;
}

TEST(EditedTraining, marksWhatItTookAndWhere)
{
    const EditedRun run = edited(moons(findInCatalogue("tanh")), {ActivationEdit{0, findInCatalogue("gelu")},
                                                                  LearningRateEdit{0.003}, FreezeEdit{1, true}});
    ASSERT_EQ(run.outcome.marks.size(), 3u);
    EXPECT_EQ(run.marks, run.outcome.marks);
    for (const Mark& mark : run.marks) {
        EXPECT_EQ(mark.at.epoch, 5u);
        EXPECT_EQ(mark.at.step, 40u);
        EXPECT_GE(mark.at.seconds, run.epochs[5].seconds);
        EXPECT_EQ(mark.until, mark.at);
    }
    EXPECT_EQ(sentence(run.marks[1]), "learning rate 0.01 → 0.003");
    EXPECT_EQ(run.outcome.spec->learningRate, 0.003);
    EXPECT_TRUE(run.outcome.spec->hidden[1].frozen);
}

/// What is said of a run with this edit before its first step that is stopped then, or after an epoch.
std::string messageOfStopped(const Edit& edit, bool hasAnEpoch)
{
    class Stopper : public Recorder {
    public:
        Stopper(Commands& commands, bool hasAnEpoch) : m_commands(commands), m_hasAnEpoch(hasAnEpoch) {}
        void edited(std::span<const Mark>, std::shared_ptr<const TrainingSpec>) override { stopAt(!m_hasAnEpoch); }
        void epochDone(const EpochMetrics& metrics) override { stopAt(metrics.epoch == 1); }

    private:
        void stopAt(bool isThere)
        {
            if (isThere)
                m_commands.stop();
        }
        Commands& m_commands;
        bool m_hasAnEpoch;
    };
    Commands commands;
    commands.edit(edit);
    Stopper stopper(commands, hasAnEpoch);
    return train(moons(findInCatalogue("tanh")), {}, commands, stopper).message;
}

TEST(EditedTraining, saysThatItWasMeasuredBeforeItsLastEdits)
{
    EXPECT_EQ(messageOfStopped(WeightEdit{0, 2}, false), "stopped after 0 epochs; measured before its last edits");
    EXPECT_EQ(messageOfStopped(LearningRateEdit{0.5}, false), "stopped after 0 epochs") << "it answers as before";
    EXPECT_EQ(messageOfStopped(WeightEdit{0, 2}, true), "stopped after 1 epoch") << "measured anew since";
}

TEST(EditedTraining, staysTheSameToTheBitWhereNothingIsChanged)
{
    const auto own = activationOf("a*tanh(x)", {{"a", 1, 0, 2, true}});
    const TrainingSpec spec = moons(own);
    const EditedRun plain = edited(spec, {});
    const EditedRun same = edited(spec, {ActivationEdit{0, activationOf("a*tanh(x)", {{"a", 1, 0, 2, true}})},
                                         LearningRateEdit{spec.learningRate}, FreezeEdit{0, false}});
    EXPECT_EQ(losses(same), losses(plain));
    EXPECT_EQ(same.outcome.parameters, plain.outcome.parameters);
    EXPECT_TRUE(same.marks.empty());
}

TEST(EditedTraining, refusesWrongEditsWithoutHarm)
{
    const TrainingSpec spec = moons(findInCatalogue("tanh"));
    const EditedRun plain = edited(spec, {});
    const EditedRun wrong = edited(
        spec, {ActivationEdit{2, findInCatalogue("gelu")}, ActivationEdit{0, nullptr}, FreezeEdit{9, true},
               WeightEdit{100'000, 1}, WeightEdit{0, std::numeric_limits<float>::quiet_NaN()}, LearningRateEdit{-1}});
    EXPECT_EQ(losses(wrong), losses(plain));
    EXPECT_TRUE(wrong.marks.empty());
}

TEST(EditedTraining, tellsTheLearnedValuesOfTheNetworkAsItIs)
{
    const auto prelu = activationOf("max(x, a*x)", {{"a", 0.25, 0, 1, true}});
    const EditedRun run = edited(moons(findInCatalogue("tanh")), {ActivationEdit{1, prelu}});
    EXPECT_TRUE(run.epochs[5].learned.empty());
    ASSERT_EQ(run.epochs[6].learned.size(), 1u);
    EXPECT_NE(run.epochs.back().learned[0].mean, 0.25F) << "it learns";
    EXPECT_NEAR(run.epochs[6].learned[0].mean, 0.25, 0.1);
}

TEST(EditedTraining, keepsParametersThatFitTheNetworkWhereItDivergesAfterAnEdit)
{
    const EditedRun run = edited(moons(findInCatalogue("tanh")),
                                 {ActivationEdit{0, activationOf("a*exp(exp(10 + x*x))", {{"a", 1, 0, 2, true}})}});
    ASSERT_EQ(run.outcome.ending, Ending::Diverged) << run.outcome.message;
    EXPECT_EQ(run.outcome.parameters.size(), layoutOf(*run.outcome.spec, *run.outcome.data).size);
    EXPECT_EQ(run.epochs.size(), 6u);
}

TEST(EditedTraining, showsAnEditAtOnceWhileItIsPaused)
{
    Commands commands;
    Recorder recorder(0.001);  // a picture in a quarter of an hour, but for pauses
    std::stop_source stop;
    commands.pause();
    std::jthread thread([&] { train(moons(findInCatalogue("tanh")), stop.get_token(), commands, recorder); });
    ASSERT_TRUE(recorder.waitForPictures(1));
    commands.edit(WeightEdit{0, 4});
    ASSERT_TRUE(recorder.waitForPictures(2));
    EXPECT_EQ(recorder.pictures()[1]->parameters[0], 4);
    commands.edit(ActivationEdit{0, findInCatalogue("gelu")});
    ASSERT_TRUE(recorder.waitForPictures(3));
    EXPECT_EQ(recorder.pictures()[2]->spec->hidden[0].activation, findInCatalogue("gelu"));
    EXPECT_NE(recorder.pictures()[2]->values, recorder.pictures()[1]->values);
    EXPECT_EQ(recorder.epochs().size(), 1u);
    stop.request_stop();
}

}  // namespace
}  // namespace actlab::nn
