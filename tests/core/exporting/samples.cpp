// Writes activations in the formats named, and what they are worth, for the programs that try the files:
//
//     export_samples FOLDER COUNT FORMAT…
//
// the whole catalogue, formulas with hostile branches or delicate tails, names nobody would choose, and COUNT random
// formulas. FOLDER/samples.json says for each what it is called in the files and its values and slopes at some
// points.

#include "core/exporting/arrays.hpp"
#include "core/exporting/cpp.hpp"
#include "core/exporting/identifiers.hpp"
#include "core/exporting/latex_document.hpp"
#include "core/exporting/onnx.hpp"
#include "core/exporting/pytorch.hpp"

#include "core/activation/catalogue.hpp"
#include "core/expr/printer.hpp"
#include "core/workspace/export_formats.hpp"
#include "tests/core/analysis/random_pieces.hpp"
#include "tests/core/expr/random_formulas.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace actlab {
namespace {

using activation::ActivationPtr;
using activation::Definition;
using nlohmann::json;

constexpr double kExact = 0x1p-50;  ///< what DisturbedValue takes for a rounding

struct Format {
    const char* folder;
    const char* suffix;
    tl::expected<std::string, std::string> (*write)(const activation::Activation&);
};
const Format kFormats[] = {
    {"pytorch", ".py", exporting::pytorchModule},
    {"autograd", ".py", exporting::pytorchFunction},
    {"numpy", ".py", exporting::numpyFunctions},
    {"jax", ".py", exporting::jaxFunction},
    {"cpp", ".hpp", exporting::cppHeader},
    {"libtorch", ".hpp", exporting::libtorchHeader},
    {"onnx", ".onnx", exporting::onnxModel},
    {"latex", ".tex", exporting::latexDocument},
#if ACTLAB_HAS_TORCH
    {"torchscript", ".pt", workspace::findExportFormat("torchscript")->write},
#endif
};

std::vector<double> stepsOf(double from, double to, double step)
{
    std::vector<double> x;
    for (double at = from; at <= to; at += step)
        x.push_back(at);
    return x;
}

const std::vector<double> kOrdinary{-7.3125, -2.734375, -1.15625, -0.6171875, 0.3125, 1.4140625, 2.90625, 5.6796875};
const std::vector<double> kHostile{-1e30, -1e4, -1000, -90, -3, -1, 0, 0.5, 1, 3, 90, 1000, 1e4, 1e30};

/// How far rounding may move the value, in units of kExact.
double reachAt(const expr::Expr& e, double x, double value, const activation::Activation& f)
{
    expr::ReferenceValue::Parameters parameters;
    for (const auto& p : f.parameters())
        parameters[p.name] = p.value;
    return expr::reachOfRounding(e, x, parameters, value) / kExact;
}

json number(double value)
{
    return std::isfinite(value) ? json(value) : json(nullptr);
}

template <class T>
json numbers(const std::vector<T>& values)
{
    json list = json::array();
    for (const T value : values)
        list.push_back(number(static_cast<double>(value)));
    return list;
}

class Writer {
public:
    Writer(std::filesystem::path folder, const std::vector<std::string>& formats) : m_folder(std::move(folder))
    {
        for (const Format& format : kFormats)
            if (std::ranges::find(formats, format.folder) != formats.end()) {
                m_formats.push_back(format);
                std::filesystem::create_directories(m_folder / format.folder);
            }
    }

    void add(const char* kind, const ActivationPtr& f, const std::vector<double>& x, bool isWellConditioned)
    {
        const std::string id = "s" + std::to_string(m_samples.size());
        for (const Format& format : m_formats) {
            const auto text = format.write(*f);
            if (!text) {
                std::cerr << f->name() << ", " << f->definition().formula << ": " << text.error() << '\n';
                ++m_refused;
                return;
            }
            std::ofstream(m_folder / format.folder / (id + format.suffix), std::ios::binary) << *text;
        }
        m_samples.push_back(described(id, kind, *f, x, isWellConditioned));
    }

    int finish()
    {
        std::ofstream(m_folder / "samples.json") << json{{"samples", m_samples}, {"refused", m_refused}}.dump();
        return 0;
    }

private:
    static json described(const std::string& id, const char* kind, const activation::Activation& f,
                          const std::vector<double>& x, bool isWellConditioned)
    {
        const auto y = f.evaluate<double>(x, 1);
        const std::vector<float> narrow(x.begin(), x.end());
        const auto z = f.evaluate<float>(narrow, 1);
        json reach = json::array(), slopeReach = json::array();
        for (std::size_t i = 0; i < x.size(); ++i) {
            reach.push_back(isWellConditioned ? json(0) : number(reachAt(f.value(), x[i], y[0][i], f)));
            slopeReach.push_back(isWellConditioned ? json(0) : number(reachAt(f.derivative(), x[i], y[1][i], f)));
        }
        return {{"id", id},
                {"kind", kind},
                {"name", f.name()},
                {"formula", f.definition().formula},
                {"class", exporting::className(f.name())},
                {"function", exporting::functionName(f.name())},
                {"own_gradient", f.hasOwnGradient()},
                {"x", numbers(x)},
                {"f", numbers(y[0])},
                {"df", numbers(y[1])},
                {"f32", numbers(z[0])},
                {"df32", numbers(z[1])},
                {"reach", reach},
                {"slope_reach", slopeReach}};
    }

    std::filesystem::path m_folder;
    std::vector<Format> m_formats;
    json m_samples = json::array();
    int m_refused = 0;
};

void addHostile(Writer& writer)
{
    const char* const formulas[] = {"{x > 0: x, exp(x) - 1}",
                                    "{x > 0: log(x), 0}",
                                    "{x > 0: sqrt(x), -sqrt(-x)}",
                                    "{x != 0: sin(x)/x, 1}",
                                    "{x > 0: x^a, 0}",
                                    "{x < 0: exp(x), x < 2: 1/(x + 1e-3), log(x)}",
                                    "min(x, exp(x))",
                                    "max(-x, 1 - exp(x))",
                                    "clamp(exp(x), 0, 6)",
                                    "clamp(x^3, -1, a)",
                                    "{x > 0: {x > 1: log(x - 1 + a), x}, x/(1 - x)}",
                                    "{abs(x) < 1: sqrt(1 - x^2), 0}",
                                    "{x >= 0: acosh(1 + x), -acosh(1 - x)}",
                                    "{x > 0: 1/x, x < 0: -1/x, 0}",
                                    "{a == 0: x, expm1(a*x)/a}"};
    for (const char* formula : formulas)
        writer.add("hostile", *activation::makeActivation({"Hostile", formula, "", {{"a", 0.5}}}), kHostile, true);
}

/// Where a function written out naively has lost its digits.
void addTails(Writer& writer)
{
    for (const char* formula : {"log(erfc(abs(x)))", "1e6*expm1(1e-6*x)", "1e6*log1p(1e-6*x)", "x*sinc(1e-6*x)"})
        writer.add("tail", *activation::makeActivation({"Tail", formula, "", {}}), kOrdinary, true);
}

void addNames(Writer& writer)
{
    std::string longName;
    for (int i = 0; i < 200; ++i)
        longName += "a";
    for (const std::string& name :
         {std::string("class"), std::string("None"), std::string("lambda"), std::string("激活函数"),
          std::string("it's \"quoted\""), std::string("\"\"\"\nimport os\n\"\"\""), std::string("ends with \\"),
          std::string("*/ int x; /*"), std::string("\u202Eright to left"), std::string("2nd try"), longName,
          std::string("NULL"), std::string("int"), std::string("std"), std::string("torch"), std::string("Tensor")})
        writer.add("name",
                   *activation::makeActivation({name,
                                                "{x > 0: x, lambda*x + 斜率*x^2 + forward*class*α}",
                                                "",
                                                {{"lambda", 0.5},
                                                 {"斜率", 0.25, -1, 1, true},
                                                 {"forward", -0.5, -1, 1, true, activation::Scope::Channel},
                                                 {"class", 2},
                                                 {"α", 0.125}}}),
                   kOrdinary, true);
}

Definition randomDefinition(unsigned i, expr::RandomExpression& random, analysis::RandomPieces& pieces)
{
    using activation::Scope;
    Definition drawn{"Drawn " + std::to_string(i), "", "", {}};
    drawn.formula =
        i % 3 == 0 ? pieces.formula() : expr::print(expr::mildFormula(random, 1 + static_cast<int>(i % 5)));
    drawn.parameters = {{"a", 0.75, -5, 5, i % 2 == 0, Scope::Layer},
                        {"b", -1.25, -5, 5, i % 4 > 1, Scope::Channel},
                        {"p", 0.5, -5, 5, i % 5 == 0, Scope::Shared},
                        {"q", 1.5}};
    if (i % 7 == 0)
        drawn.gradient = "sigmoid(x)*sigmoid(-x)*q";
    return drawn;
}

void addRandom(Writer& writer, unsigned count)
{
    expr::RandomExpression random(20'261'128);
    analysis::RandomPieces pieces(7);
    for (unsigned i = 0; i < count; ++i)
        if (const auto made = activation::makeActivation(randomDefinition(i, random, pieces)))
            writer.add("random", *made, kOrdinary, false);
}

}  // namespace
}  // namespace actlab

int main(int argc, char** argv)
{
    if (argc < 4) {
        std::cerr << "export_samples FOLDER COUNT FORMAT…\n";
        return 2;
    }
    actlab::Writer writer(argv[1], {argv + 3, argv + argc});
    std::vector<double> x = actlab::stepsOf(-10, 10, 0.25);
    x.insert(x.end(), {-100, -50, -20, -16.25, 16.25, 20, 50, 100});
    for (const auto& f : actlab::activation::catalogue())
        writer.add("catalogue", f, x, true);
    actlab::addHostile(writer);
    actlab::addTails(writer);
    actlab::addNames(writer);
    actlab::addRandom(writer, static_cast<unsigned>(std::stoul(argv[2])));
    return writer.finish();
}
