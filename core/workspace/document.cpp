#include "core/workspace/document.hpp"

#include "core/workspace/trained_network.hpp"

#include "core/activation/catalogue.hpp"

namespace actlab::workspace {

void addRun(Document& document, Run run)
{
    run.number = document.nextRun++;
    document.runs.push_back(std::move(run));
    while (document.runs.size() > kMostRunsKept)
        document.runs.erase(document.runs.begin());
    std::size_t numbers = 0;
    for (auto each = document.runs.rbegin(); each != document.runs.rend(); ++each) {
        numbers += each->network ? learnedNumbers(*each->network) : 0;
        if (numbers > kMostNumbersOfRuns)
            each->network = nullptr;
    }
}

Document initialDocument()
{
    const auto gelu = activation::findInCatalogue("gelu"), relu = activation::findInCatalogue("relu");
    const auto tanh = activation::findInCatalogue("tanh");
    Document document;
    document.plot.shown = {{gelu}, {relu}};
    document.training.data.name = "spiral";
    document.training.hidden = {{16, tanh}, {16, tanh}};
    return document;
}

}  // namespace actlab::workspace
