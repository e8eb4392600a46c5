#include "core/workspace/document.hpp"

#include "core/activation/catalogue.hpp"

namespace actlab::workspace {

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
