#include "core/data/describe.hpp"

namespace actlab::data {

std::vector<std::string> describe(const Dataset& data)
{
    const std::size_t train = data.train.rows(), test = data.test.rows(), features = data.train.features;
    std::vector<std::string> sentences{
        std::to_string(train + test) + " rows, " + std::to_string(train) + " to train and " + std::to_string(test) +
        " to test; " + std::to_string(features) + (features == 1 ? " input; " : " inputs; ") +
        (data.task == Task::Regression ? "values to learn." : std::to_string(data.classes) + " classes.")};
    sentences.insert(sentences.end(), data.remarks.begin(), data.remarks.end());
    return sentences;
}

}  // namespace actlab::data
