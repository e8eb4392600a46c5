#include "core/workspace/examples.hpp"

#include "core/activation/catalogue.hpp"

#include <initializer_list>

namespace actlab::workspace {

namespace {

using activation::ActivationPtr;
using Names = std::initializer_list<const char*>;

std::vector<ActivationPtr> named(Names names)
{
    std::vector<ActivationPtr> found;
    for (const char* name : names)
        found.push_back(activation::findInCatalogue(name));
    return found;
}

ActivationPtr own(const char* name, const char* formula)
{
    return *activation::makeActivation({name, formula, "", {}});
}

Example exploring(std::string_view title, std::string_view about, Names names, bool derivatives)
{
    Example example{title, about, Place::Explore, named(names), initialDocument()};
    example.document.plot.shown.clear();
    for (const ActivationPtr& activation : example.pictured)
        example.document.plot.shown.push_back({activation});
    example.document.plot.derivative = derivatives;
    return example;
}

Example composing(std::string_view title, std::string_view about, const ActivationPtr& activation)
{
    Example example{title, about, Place::Compose, {activation}, initialDocument()};
    example.document.draft.definition = activation->definition();
    return example;
}

Example training(std::string_view title, std::string_view about, const char* data, const ActivationPtr& activation,
                 std::size_t width)
{
    Example example{title, about, Place::Train, {activation}, initialDocument()};
    if (!activation::findInCatalogue(activation->name()))
        example.document.custom = {activation};
    example.document.training.data.name = data;
    example.document.training.hidden = {{width, activation}, {width, activation}};
    return example;
}

}  // namespace

std::vector<Example> examples()
{
    return {
        exploring("The rectifiers", "Four ways to treat what is negative, and what each leaves of the gradient.",
                  {"relu", "leaky relu", "elu", "gelu"}, false),
        exploring("Gates that open softly",
                  "GELU, SiLU and Mish with their slopes: nearly one function, three times.",
                  {"gelu", "silu", "mish"}, true),
        composing("Three pieces", "A function in pieces: change a knot or a formula and watch its joins.",
                  own("Three pieces", "{x < 0: 0.1*x, x < 1: x, 1}")),
        composing("A slope to tune", "Every name in a formula that is no function becomes a slider.",
                  own("Tuned", "x > 0 ? x : a*(exp(b*x) - 1)")),
        training("Two spirals", "A small network winds its boundary between two spirals.", "spiral",
                 activation::findInCatalogue("tanh"), 16),
        training("Handwritten digits", "1,797 real digits, read by a network with an activation of one's own.",
                 "digits", own("Leaky exponential", "x > 0 ? x : 0.1*(exp(x) - 1)"), 64),
    };
}

}  // namespace actlab::workspace
