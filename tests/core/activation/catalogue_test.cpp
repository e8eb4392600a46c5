#include "core/activation/catalogue.hpp"
#include "core/expr/printer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace actlab::activation {
namespace {

using ::testing::AnyOf;

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts(1);
    for (const char c : text)
        if (c == separator)
            parts.emplace_back();
        else if (c != ' ' || !parts.back().empty())
            parts.back() += c;
    return text.empty() ? std::vector<std::string>{} : parts;
}

/// The row's name and its aliases.
std::vector<std::string> namesOf(const CatalogueRow& row)
{
    std::vector<std::string> names{std::string(row.name)};
    for (const std::string& alias : split(row.aliases, ','))
        names.push_back(alias);
    return names;
}

TEST(Catalogue, hasEveryRow)
{
    EXPECT_EQ(catalogueRows().size(), 98U);
    ASSERT_EQ(catalogue().size(), catalogueRows().size());
    for (std::size_t i = 0; i < catalogue().size(); ++i)
        EXPECT_EQ(catalogue()[i]->name(), catalogueRows()[i].name);
}

TEST(Catalogue, fillsEveryColumn)
{
    for (const CatalogueRow& row : catalogueRows()) {
        EXPECT_FALSE(row.name.empty() || row.family.empty() || row.reference.empty()) << row.name;
        EXPECT_THAT(row.smoothness, AnyOf("jump", "C0", "C1", "C2", "smooth")) << row.name;
    }
}

TEST(Catalogue, givesEveryParameterARangeAroundItsDefault)
{
    for (std::size_t i = 0; i < catalogue().size(); ++i) {
        const auto written = split(catalogueRows()[i].parameters, ';');
        const auto& parameters = catalogue()[i]->parameters();
        ASSERT_EQ(parameters.size(), written.size()) << catalogueRows()[i].name << " names one that it does not use";
        for (std::size_t k = 0; k < parameters.size(); ++k) {
            const Parameter& p = parameters[k];
            EXPECT_TRUE(p.minimum <= p.value && p.value <= p.maximum && p.minimum < p.maximum) << p.name;
            EXPECT_EQ(p.learnable, written[k].find('*') < written[k].find('=')) << p.name;
            EXPECT_EQ(written[k].find(p.name), 0U) << p.name << " is not in the order of the row";
        }
    }
}

TEST(Catalogue, hasNoNameTwice)
{
    for (std::size_t i = 0; i < catalogue().size(); ++i)
        for (const std::string& name : namesOf(catalogueRows()[i]))
            EXPECT_EQ(findInCatalogue(name), catalogue()[i]) << name << " means another row too";
}

TEST(Catalogue, ignoresCaseSpacesDashesAndUnderscores)
{
    const ActivationPtr leaky = findInCatalogue("Leaky ReLU");
    ASSERT_TRUE(leaky);
    for (const char* name : {"leaky relu", "LEAKY-RELU", "leaky_relu", "LeakyReLU", " l e a k y relu "})
        EXPECT_EQ(findInCatalogue(name), leaky) << name;
    EXPECT_EQ(findInCatalogue("leakyrelu2"), nullptr);
    EXPECT_EQ(findInCatalogue(""), nullptr);
}

TEST(Catalogue, knowsPyTorchsNames)
{
    const char* names[] = {
        "Identity",   "ReLU",       "relu",         "ReLU6",      "relu6",      "LeakyReLU",   "leaky_relu",
        "PReLU",      "prelu",      "RReLU",        "rrelu",      "Threshold",  "threshold",   "ELU",
        "elu",        "CELU",       "celu",         "SELU",       "selu",       "GELU",        "gelu",
        "SiLU",       "silu",       "Mish",         "mish",       "Hardswish",  "hardswish",   "Softplus",
        "softplus",   "Sigmoid",    "sigmoid",      "LogSigmoid", "logsigmoid", "Hardsigmoid", "hardsigmoid",
        "Tanh",       "tanh",       "Hardtanh",     "hardtanh",   "Softsign",   "softsign",    "Tanhshrink",
        "tanhshrink", "Hardshrink", "hardshrink",   "Softshrink", "softshrink", "abs",         "heaviside",
        "sign",       "sgn",        "sin",          "cos",        "atan",       "arctan",      "erf",
        "asinh",      "arcsinh",    "special_ndtr", "expit",      "sinc"};
    for (const char* name : names)
        EXPECT_TRUE(findInCatalogue(name)) << name;
    EXPECT_EQ(findInCatalogue("gelu")->name(), "GELU");
    EXPECT_EQ(findInCatalogue("GELU tanh")->name(), "GELU tanh");
}

TEST(Catalogue, namesTheNearest)
{
    EXPECT_EQ(nearestCatalogueName("Hardswich"), "Hardswish");
    EXPECT_EQ(nearestCatalogueName("qqqqqqqqqqq"), "");
}

std::vector<double> valuesOf(const ActivationPtr& f)
{
    std::vector<double> x;
    for (int i = -40; i <= 40; ++i)
        x.push_back(i * 0.125);
    return f->evaluate<double>(x, 0)[0];
}

/// The values of a formula that may call the catalogue.
std::vector<double> valuesOf(const std::string& formula)
{
    const auto made = makeActivation({"test", formula, "", {}});
    EXPECT_TRUE(made) << formula << ": " << (made ? "" : made.error().message);
    return made ? valuesOf(*made) : std::vector<double>{};
}

/// Equal but for the last digits: folding constants may round otherwise.
void expectSame(const std::vector<double>& a, const std::vector<double>& b, const std::string& what)
{
    ASSERT_EQ(a.size(), b.size()) << what;
    for (std::size_t i = 0; i < a.size(); ++i)
        ASSERT_NEAR(a[i], b[i], 1e-14 * std::abs(b[i])) << what;
}

TEST(CatalogueLibrary, callsEveryFunctionByTheNamesThatItLists)
{
    const auto names = catalogueLibrary().names();
    EXPECT_GE(names.size(), catalogue().size());
    for (const std::string& name : names)
        expectSame(valuesOf(name + "(x)"), valuesOf(findInCatalogue(name)), name);
}

TEST(CatalogueLibrary, listsEveryNameThatCanBeWritten)
{
    const auto listed = catalogueLibrary().names();
    const std::set<std::string> names(listed.begin(), listed.end());
    for (const char* name : {"leaky_relu", "hard_swish", "hardswish", "gelu", "gelu_tanh", "relu6", "quickgelu",
                             "silu", "hardsigmoid_keras", "min_sine", "telu", "sgn"})
        EXPECT_TRUE(names.contains(name)) << name;
}

/// "name(x, value, …)" or "name(x, key=value, …)".
std::string callOf(const std::string& name, const std::vector<Parameter>& parameters, bool byKeyword)
{
    std::string call = name + "(x";
    for (const Parameter& p : parameters)
        call += ", " + (byKeyword ? p.name + "=" : "") + expr::printNumber(p.value);
    return call + ")";
}

TEST(CatalogueLibrary, takesParametersByPositionAndByKeyword)
{
    for (const char* name : {"elu", "leaky_relu", "hardtanh", "threshold", "softplus", "selu", "plu", "xielu"}) {
        ActivationPtr f = findInCatalogue(name);
        for (const Parameter& p : findInCatalogue(name)->parameters())
            f = f->withValue(p.name, p.value * 0.5 + 0.25);
        expectSame(valuesOf(callOf(name, f->parameters(), true)), valuesOf(f), name);
        expectSame(valuesOf(callOf(name, f->parameters(), false)), valuesOf(f), name);
    }
}

TEST(CatalogueLibrary, leavesTheUsualNamesOfParametersFree)
{
    for (const char* name : {"a",     "b",     "k",     "n",     "p",      "s",     "t",    "w",     "gd",
                             "alpha", "beta",  "gamma", "delta", "lambda", "lambd", "mu",   "omega", "phi",
                             "rho",   "sigma", "tau",   "theta", "scale",  "slope", "bias", "limit", "width"}) {
        const auto made = makeActivation({"test", std::string(name) + "*x", "", {}});
        ASSERT_TRUE(made) << name << ": " << made.error().message;
        EXPECT_EQ((*made)->parameters().size(), 1U) << name;
    }
}

TEST(CatalogueLibrary, appliesFunctionsToFunctions)
{
    EXPECT_EQ(valuesOf("F.relu(x - 1) + torch.relu(1 - x)"), valuesOf("abs(x - 1)"));
    EXPECT_EQ(valuesOf("leaky_relu(elu(x, alpha=2), 0.25)"), valuesOf("{x > 0: x, 0.5*expm1(x)}"));
}

TEST(CatalogueLibrary, suggestsANameForAWrongOne)
{
    const auto made = makeActivation({"test", "leaky_rely(x)", "", {}});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().hint, "Did you mean `leaky_relu`?");
}

}  // namespace
}  // namespace actlab::activation
