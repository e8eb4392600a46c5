#include "app/models/live_edits.hpp"

#include <algorithm>

namespace actlab::models {

namespace {

void passOnLayer(std::size_t index, const nn::Layer& wanted, TrainingSession& session)
{
    const nn::Layer now = session.askedSpec().hidden[index];
    if (wanted.activation != now.activation && wanted.activation->definition() != now.activation->definition())
        session.setActivation(index, wanted.activation);
    if (wanted.frozen != now.frozen)
        session.setFrozen(index, wanted.frozen);
}

}  // namespace

void passOn(const nn::TrainingSpec& wanted, TrainingSession& session)
{
    if (!session.isOn() || nn::validate(wanted) || wanted.data != session.spec().data)
        return;  // settings of other data are for the next run
    if (wanted.learningRate != session.askedSpec().learningRate)
        session.setLearningRate(wanted.learningRate);
    if (!std::ranges::equal(wanted.hidden, session.askedSpec().hidden, {}, &nn::Layer::width, &nn::Layer::width))
        return;
    for (std::size_t i = 0; i < wanted.hidden.size(); ++i)
        passOnLayer(i, wanted.hidden[i], session);
    if (wanted.outputFrozen != session.askedSpec().outputFrozen)
        session.setFrozen(wanted.hidden.size(), wanted.outputFrozen);
}

}  // namespace actlab::models
