#include "app/widgets/figure_command.hpp"

#include "app/widgets/curve_plot.hpp"
#include "app/widgets/figure.hpp"
#include "app/widgets/theme.hpp"
#include "core/activation/catalogue.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <tl/expected.hpp>

namespace actlab::widgets {

namespace {

struct FigureOrder {
    QString path;
    std::vector<activation::ActivationPtr> activations;
    int order = 1;
    analysis::Interval x;
    QSize size{900, 600};
    bool dark = false;
};

template <class T>
using OrComplaint = tl::expected<T, QString>;

tl::unexpected<QString> complain(const QString& complaint)
{
    return tl::unexpected(complaint);
}

OrComplaint<double> numberOf(const QString& text, const QString& option)
{
    bool isNumber = false;
    const double value = QLocale::c().toDouble(text, &isNumber);
    if (!isNumber || !std::isfinite(value))
        return complain(QStringLiteral("--%1: “%2” is not a finite number").arg(option, text));
    return value;
}

OrComplaint<QSize> sizeOf(const QString& text)
{
    const QStringList sides = text.split('x');
    const QSize size = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    constexpr int kLeast = 100, kMost = 10'000;
    if (std::min(size.width(), size.height()) < kLeast || std::max(size.width(), size.height()) > kMost)
        return complain(QStringLiteral("--size: “%1” is not WIDTHxHEIGHT from 100x100 to 10000x10000").arg(text));
    return size;
}

OrComplaint<activation::ActivationPtr> named(const QString& name)
{
    if (auto found = activation::findInCatalogue(name.toStdString()))
        return found;
    const QString near = QString::fromStdString(activation::nearestCatalogueName(name.toStdString()));
    return complain(QStringLiteral("--name: the catalogue has no “%1”%2")
                        .arg(name, near.isEmpty() ? QString() : QStringLiteral("; did you mean “%1”?").arg(near)));
}

OrComplaint<activation::ActivationPtr> written(const QString& formula)
{
    auto made = activation::makeActivation({formula.left(60).toStdString(), formula.toStdString(), "", {}});
    if (made)
        return *made;
    const expr::SourceError& error = made.error();
    return complain(QStringLiteral("formula:1:%1: %2%3")
                        .arg(error.span.begin + 1)
                        .arg(QString::fromStdString(error.message),
                             error.hint.empty() ? QString() : ". " + QString::fromStdString(error.hint)));
}

/// Axes need room for their numbers, and numbers that can tell their ends apart.
bool isDrawable(analysis::Interval x)
{
    constexpr double kFar = 1e200, kFinest = 1e-12;
    const double farthest = std::max(std::abs(x.low), std::abs(x.high));
    return farthest <= kFar && x.width() >= kFinest * farthest;
}

void addOptions(QCommandLineParser& parser)
{
    parser.addOptions({{"figure", {}, "F"},
                       {"name", {}, "N"},
                       {"expr", {}, "T"},
                       {"order", {}, "0..2", "1"},
                       {"lo", {}, "x", "-6"},
                       {"hi", {}, "x", "6"},
                       {"size", {}, "WxH", "900x600"},
                       {"dark", {}}});
}

std::optional<QString> readActivations(const QCommandLineParser& parser, FigureOrder& figure)
{
    std::vector<OrComplaint<activation::ActivationPtr>> all;
    for (const QString& name : parser.values("name"))
        all.push_back(named(name));
    for (const QString& formula : parser.values("expr"))
        all.push_back(written(formula));
    if (all.empty())
        return QStringLiteral("--figure: nothing to draw; give --name or --expr");
    for (auto& one : all) {
        if (!one)
            return one.error();
        figure.activations.push_back(*one);
    }
    return std::nullopt;
}

OrComplaint<FigureOrder> figureOf(const QCommandLineParser& parser)
{
    FigureOrder figure{.path = parser.value("figure"), .activations = {}, .x = {}, .dark = parser.isSet("dark")};
    if (const auto complaint = readActivations(parser, figure))
        return complain(*complaint);
    const auto low = numberOf(parser.value("lo"), "lo"), high = numberOf(parser.value("hi"), "hi");
    const auto size = sizeOf(parser.value("size"));
    if (!low || !high || !size)
        return complain(!low ? low.error() : !high ? high.error() : size.error());
    if (*low >= *high)
        return complain(QStringLiteral("--hi: must be above --lo"));
    if (!isDrawable({*low, *high}))
        return complain(
            QStringLiteral("--hi: a plot cannot show from %1 to %2").arg(parser.value("lo"), parser.value("hi")));
    bool isNumber = false;
    figure.order = parser.value("order").toInt(&isNumber);
    if (!isNumber || figure.order < 0 || figure.order > 2)
        return complain(QStringLiteral("--order: “%1” is not 0, 1 or 2").arg(parser.value("order")));
    figure.x = {*low, *high};
    figure.size = *size;
    return figure;
}

std::optional<QString> draw(const FigureOrder& figure)
{
    applyTheme(*qApp, figure.dark ? ThemeChoice::Dark : ThemeChoice::Light);
    std::vector<PlottedCurve> curves;
    for (const auto& activation : figure.activations)
        curves.push_back({QString::fromStdString(activation->name()),
                          static_cast<int>(curves.size()),
                          analysis::sampleCurves(*activation, figure.x, figure.size.width(), figure.order),
                          {true, figure.order >= 1, figure.order >= 2}});
    CurvePlot plot;
    plot.setView(figure.x, fittingRange(curves));
    plot.show(std::move(curves));
    return writeFigure(plot.figure(themeOf(plot.palette())), figure.path, figure.size);
}

/// `--figure=F` counts as --figure.
bool anyIs(std::initializer_list<std::string_view> options, int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [&](std::string_view argument) {
        const auto name = argument.substr(0, argument.find('='));
        return std::ranges::find(options, name) != options.end();
    });
}

int fail(const QString& complaint)
{
    std::fprintf(stderr, "%s\n", complaint.toUtf8().constData());
    return 2;
}

}  // namespace

bool wantsFigure(int argc, char** argv)
{
    return anyIs({"--figure"}, argc, argv);
}

bool needsNoDisplay(int argc, char** argv)
{
    return anyIs({"--figure", "--help", "-h", "--version", "-v"}, argc, argv);
}

bool lacksDisplay(int argc, char** argv)
{
    const auto isSet = [](const char* variable) { return !qEnvironmentVariableIsEmpty(variable); };
    const bool hasDisplay = isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
    return QSysInfo::kernelType() == "linux" && !hasDisplay && !anyIs({"-platform", "--platform"}, argc, argv);
}

int drawFigure(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return fail(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return fail(QStringLiteral("“%1”: unexpected beside --figure").arg(parser.positionalArguments().front()));
    const auto figure = figureOf(parser);
    if (!figure)
        return fail(figure.error());
    const auto error = draw(*figure);
    return error ? fail(*error) : 0;
}

}  // namespace actlab::widgets
