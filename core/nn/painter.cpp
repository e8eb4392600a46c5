#include "core/nn/painter.hpp"

#include "core/nn/even_places.hpp"

#include "core/data/describe.hpp"
#include "core/data/features.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::nn {

namespace {

constexpr std::size_t kMapSide = 100;
constexpr std::size_t kCurvePoints = 200;

std::vector<float> placesFor(const data::Dataset& data, double reach)
{
    const std::size_t dimensions = data::dimensions(data);
    return data::inputsAt(data, evenPlaces(dimensions, dimensions == 1 ? kCurvePoints : kMapSide, reach));
}

std::uint16_t largestOf(std::span<const float> logits)
{
    return static_cast<std::uint16_t>(std::ranges::max_element(logits) - logits.begin());
}

/// What the screen shows of one answer: a single output as it is, two logits as the difference of their
/// probabilities, more as the class number.
float shown(std::span<const float> answer)
{
    if (answer.size() == 1)
        return answer[0];
    return answer.size() == 2 ? std::tanh((answer[1] - answer[0]) / 2) : static_cast<float>(largestOf(answer));
}

std::uint16_t answeredClass(std::span<const float> answer)
{
    return answer.size() == 1 ? static_cast<std::uint16_t>(answer[0] > 0) : largestOf(answer);
}

template <class Value, class Read>
std::vector<Value> readRows(std::span<const float> answers, std::size_t rows, Read read)
{
    const std::size_t outputs = answers.size() / rows;
    std::vector<Value> values;
    values.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row)
        values.push_back(read(answers.subspan(row * outputs, outputs)));
    return values;
}

}  // namespace

Painter::Painter(const data::Dataset& data, double picturesPerSecond)
    : m_data(data),
      m_rate(picturesPerSecond),
      m_reach(picturesPerSecond > 0 && data::dimensions(data) <= 2 ? data::reachOf(data) : 0),
      m_places(placesFor(data, m_reach))
{
}

bool Painter::isDue() const
{
    return isWanted() && Clock::now() >= m_due;
}

bool Painter::isQuick() const
{
    return m_cost < std::chrono::milliseconds(40);
}

std::shared_ptr<const Picture> Painter::paint(Engine& engine, std::size_t epoch,
                                              std::shared_ptr<const TrainingSpec> spec, const IsOver& isOver)
{
    const auto begun = Clock::now();
    auto picture = std::make_shared<Picture>();
    picture->epoch = epoch;
    picture->spec = std::move(spec);
    picture->low = -m_reach;
    picture->high = m_reach;
    picture->parameters = engine.parameters();
    const bool done = paintPlaces(engine, *picture, isOver) && answerTest(engine, *picture, isOver);
    const auto ended = Clock::now();
    m_cost = ended - begun;
    const auto pause = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / m_rate));
    m_due = std::max(begun + pause, ended + 3 * m_cost);
    return done ? picture : nullptr;
}

bool Painter::paintPlaces(Engine& engine, Picture& picture, const IsOver& isOver) const
{
    if (m_places.empty())
        return true;
    const auto answers = predict(engine, m_places, picture.parameters.size(), isOver);
    if (!answers)
        return false;
    const bool isCurve = data::dimensions(m_data) == 1;
    picture.width = isCurve ? kCurvePoints : kMapSide;
    picture.height = isCurve ? 1 : kMapSide;
    picture.values = readRows<float>(*answers, picture.width * picture.height, shown);
    return true;
}

bool Painter::answerTest(Engine& engine, Picture& picture, const IsOver& isOver) const
{
    if (m_data.task == data::Task::Regression || data::dimensions(m_data) == 2)
        return true;
    const auto answers = predict(engine, m_data.test.inputs, picture.parameters.size(), isOver);
    if (answers)
        picture.testAnswers = readRows<std::uint16_t>(*answers, m_data.test.rows(), answeredClass);
    return answers.has_value();
}

std::optional<std::vector<float>> Painter::predict(Engine& engine, std::span<const float> inputs, std::size_t weights,
                                                   const IsOver& isOver) const
{
    constexpr std::size_t kWorkAtOnce = 200'000'000;  // multiplications: a few milliseconds
    const std::size_t features = m_data.train.features;
    const std::size_t portion = features * std::max<std::size_t>(kWorkAtOnce / std::max<std::size_t>(weights, 1), 16);
    std::vector<float> answers;
    for (std::size_t at = 0; at < inputs.size(); at += portion) {
        if (isOver())
            return std::nullopt;
        const std::vector<float> part = engine.predict(inputs.subspan(at, std::min(portion, inputs.size() - at)));
        answers.insert(answers.end(), part.begin(), part.end());
    }
    return answers;
}

}  // namespace actlab::nn
