#include "app/widgets/train_message.hpp"

#include "app/models/training_changes.hpp"
#include "app/widgets/number_text.hpp"
#include "app/widgets/sentence.hpp"
#include "app/widgets/train_number.hpp"
#include "core/data/names.hpp"

#include <QStringList>

namespace actlab::widgets {

namespace {

using Session = models::TrainingSession;
using Kind = TrainMessage::Kind;
using Action = TrainMessage::Action;

QString invitationToOwn(const data::DataSpec& wanted)
{
    if (data::isRegression(wanted))
        return TrainMessage::tr("Press Start, or Space: the network learns the values from your data.");
    return TrainMessage::tr("Press Start, or Space: the network learns to tell the classes of your data apart.");
}

TrainMessage invitation(const nn::TrainingSpec& wanted)
{
    if (data::isOwn(wanted.data))
        return {Kind::Hint, invitationToOwn(wanted.data), Action::None, {}};
    const data::DataSetInfo* info = data::findDataSet(wanted.data.name);
    QString text = TrainMessage::tr(
        "Press Start, or Space: the network looks at the examples again and again and learns from them.");
    if (info && info->features == 2 && info->task == data::Task::Classification)
        text = TrainMessage::tr(
            "Press Start, or Space: the network learns to tell orange from blue, and the plane shows what it "
            "would answer where.");
    else if (info && info->features == 2)
        text = TrainMessage::tr(
            "Press Start, or Space: the network learns the values of the points, and the plane shows what it would "
            "answer where.");
    else if (info && info->features == 1)
        text =
            TrainMessage::tr("Press Start, or Space: the network bends its curve until it runs through the points.");
    else if (info && info->features > 2)
        text = TrainMessage::tr(
            "Press Start, or Space: the network learns to read these pictures. Those it reads wrong get a frame.");
    return {Kind::Hint, text, Action::None, {}};
}

QString listOf(const models::TrainingChanges& changes)
{
    QStringList parts;
    if (changes.data)
        parts << TrainMessage::tr("data");
    if (changes.network)
        parts << TrainMessage::tr("network");
    if (changes.training)
        parts << TrainMessage::tr("training settings");
    return parts.join(TrainMessage::tr(", "));
}

TrainMessage pending(const models::TrainingChanges& changes)
{
    return {Kind::Notice,
            TrainMessage::tr(
                "Changed since Start: %1. This run goes on with the old settings; the next Start takes the new ones.")
                .arg(listOf(changes)),
            Action::Start, TrainMessage::tr("Start again")};
}

TrainMessage whileOn(const Session& session)
{
    if (session.isPreparing())
        return {Kind::Hint,
                session.spec().engine == nn::EngineChoice::Torch
                    ? TrainMessage::tr("Getting ready. The first time, loading LibTorch takes a moment.")
                    : TrainMessage::tr("Getting ready."),
                Action::None,
                {}};
    if (session.state() == Session::State::Paused && session.isEditedSince())
        return {
            Kind::Hint,
            TrainMessage::tr("Paused. Loss and accuracy are of the network before it was edited: S goes to the end "
                             "of the epoch and measures it, Space goes on."),
            Action::None,
            {}};
    if (session.state() == Session::State::Paused)
        return {Kind::Hint,
                TrainMessage::tr("Paused. Space goes on, S does one epoch, R goes back to the first weights."),
                Action::None,
                {}};
    return {Kind::Hint,
            TrainMessage::tr("Training. Activations and the learning rate may be changed meanwhile; Space pauses."),
            Action::None,
            {}};
}

QString resultText(const nn::TrainingSpec& spec, const std::vector<nn::EpochMetrics>& history)
{
    if (history.empty())
        return {};
    const nn::EpochMetrics& last = history.back();
    if (data::isRegression(spec.data))
        return TrainMessage::tr("Test loss %1, R² %2.")
            .arg(numberText(last.testLoss, 3), numberText(last.testAccuracy, 3));
    return TrainMessage::tr("Right on %1 % of the test examples.").arg(percentText(last.testAccuracy));
}

void suggestRate(TrainMessage& message, const nn::Outcome& outcome)
{
    if (!outcome.suggestedLearningRate)
        return;
    message.action = Action::UseSuggestedRate;
    message.button = TrainMessage::tr("Start with %1").arg(numberText(*outcome.suggestedLearningRate));
}

/// It has not learned anything: no success, even where it went on to its end.
void tellOfWorse(TrainMessage& message, const Session& session)
{
    message.kind = Kind::Warning;
    message.text += ' ' + TrainMessage::tr("The training loss ended at %1, above the %2 it began with.")
                              .arg(numberText(session.history().back().trainLoss, 3),
                                   numberText(session.history().front().trainLoss, 3));
    if (session.outcome().suggestedLearningRate)
        message.text +=
            ' ' +
            TrainMessage::tr("The learning rate %1 is likely too high.").arg(numberText(session.spec().learningRate));
    suggestRate(message, session.outcome());
}

QString epochsText(std::size_t epochs)
{
    return epochs == 1 ? TrainMessage::tr("1 epoch") : TrainMessage::tr("%1 epochs").arg(epochs);
}

TrainMessage ended(const QString& how, const Session& session)
{
    const nn::Outcome& outcome = session.outcome();
    const QString text =
        how.arg(epochsText(outcome.epochs)).arg(fixedText(outcome.seconds, outcome.seconds < 10 ? 1 : 0));
    TrainMessage message{Kind::Good, text + ' ' + resultText(session.spec(), session.history()), Action::None, {}};
    if (session.isEditedSince())
        message.text += ' ' + TrainMessage::tr("That was measured before the last edits.");
    if (outcome.isWorse && !session.history().empty())
        tellOfWorse(message, session);
    return message;
}

TrainMessage outOfPatience(const Session& session)
{
    TrainMessage message = ended(TrainMessage::tr("Ended after %1, %2 s."), session);
    message.text += ' ' + TrainMessage::tr("The test loss was best in epoch %1.").arg(session.outcome().bestEpoch);
    return message;
}

TrainMessage diverged(const nn::Outcome& outcome)
{
    TrainMessage message{Kind::Warning, asSentence(outcome.message), Action::None, {}};
    suggestRate(message, outcome);
    return message;
}

TrainMessage afterwards(const Session& session)
{
    const nn::Outcome& outcome = session.outcome();
    switch (outcome.ending) {
    case nn::Ending::Finished: return ended(TrainMessage::tr("Finished: %1 in %2 s."), session);
    case nn::Ending::ReachedTarget: return ended(TrainMessage::tr("Target reached after %1, %2 s."), session);
    case nn::Ending::OutOfPatience: return outOfPatience(session);
    case nn::Ending::Stopped: return ended(TrainMessage::tr("Stopped after %1, %2 s."), session);
    case nn::Ending::Diverged: return diverged(outcome);
    case nn::Ending::Failed: break;
    }
    return {Kind::Warning, asSentence(outcome.message), Action::None, {}};
}

TrainMessage beforeTheFirstStep(const Session& session, const nn::TrainingSpec& wanted)
{
    if (session.state() == Session::State::Idle)
        return invitation(wanted);
    if (!session.isOn())
        return {Kind::Warning,
                asSentence(session.outcome().message) + ' ' +
                    TrainMessage::tr("Ctrl+Z takes back the weight you have set last, R all of them."),
                Action::TakeWeightsBack, TrainMessage::tr("Take back all that were set")};
    return {Kind::Hint,
            TrainMessage::tr("Press Start, or Space: training begins with the weights you have set. Ctrl+Z takes one "
                             "back, R all of them."),
            Action::None,
            {}};
}

/// They wait for their network.
void tellOfWeights(TrainMessage& message, std::size_t withoutPlace)
{
    message.kind = Kind::Notice;
    message.text = TrainMessage::tr("This network has no place for %1 of the weights you have set. Those wait until "
                                    "their layer is as it was; Ctrl+Z takes the change back.")
                       .arg(withoutPlace);
    message.action = Action::TakeWeightsBack;
    message.button = TrainMessage::tr("Forget all that were set");
}

}  // namespace

TrainMessage trainMessage(const Session& session, const nn::TrainingSpec& wanted, std::size_t weightsWithoutPlace)
{
    const auto error = nn::validate(wanted);
    if (!session.isOn() && error)
        return {error->field == "points" ? Kind::Hint : Kind::Warning,
                QString::fromStdString(error->message),
                Action::None,
                {}};
    if (!session.hasBegun() && session.state() != Session::State::Finished) {
        TrainMessage message = beforeTheFirstStep(session, wanted);
        if (weightsWithoutPlace > 0)
            tellOfWeights(message, weightsWithoutPlace);
        return message;
    }
    const models::TrainingChanges changes = models::changesBetween(session.askedSpec(), wanted);
    if (session.isOn())
        return changes.any() && !error ? pending(changes) : whileOn(session);
    TrainMessage message = afterwards(session);
    if (changes.any() && message.action == Action::None) {
        message.action = Action::Start;
        message.button = TrainMessage::tr("Start with the new settings");
    }
    return message;
}

}  // namespace actlab::widgets
