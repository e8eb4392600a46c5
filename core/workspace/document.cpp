#include "core/workspace/document.hpp"

#include "core/activation/catalogue.hpp"

namespace actlab::workspace {

void addRun(Document& document, Run run)
{
    document.runs.push_back(std::move(run));
    if (document.runs.size() > kMostRunsKept)
        document.runs.erase(document.runs.begin());
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
