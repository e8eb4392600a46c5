#include "app/models/run_texts.hpp"

#include "core/data/names.hpp"
#include "core/expr/code_points.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <cmath>

namespace actlab::models {

namespace {

constexpr std::size_t kLongestFormula = 60;  // bytes, of a column

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(Runs)
};

QString unlikely(double value)
{
    return std::isnan(value) ? QStringLiteral("NaN") : value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
}

/// Four places where they say something.
QString lossText(double value)
{
    const double size = std::abs(value);
    const bool isPlain = size == 0 || (size >= 1e-4 && size < 1e4);
    return isPlain ? QLocale::c().toString(value, 'f', 4) : QLocale::c().toString(value, 'g', 3);
}

QString measureIn(std::string_view column, double value)
{
    if (!std::isfinite(value))
        return unlikely(value);
    if (column.ends_with("accuracy"))
        return QLocale::c().toString(100 * value, 'f', 1) + QStringLiteral(" %");
    if (column.ends_with("r2"))
        return QLocale::c().toString(value, 'f', 3);
    if (column == "seconds")
        return QLocale::c().toString(value, 'f', value < 10 ? 2 : 0);
    return column == "learning_rate" ? QLocale::c().toString(value, 'g', 4) : lossText(value);
}

QString signedText(double value, int places)
{
    if (!std::isfinite(value))
        return unlikely(value);
    const QString text = QLocale::c().toString(std::abs(value), 'f', places);
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + text;
}

}  // namespace

QString qualityDifferenceText(const workspace::RunCell& difference, bool isOfValues)
{
    const auto* measure = std::get_if<double>(&difference);
    if (!measure)
        return {};
    return isOfValues ? signedText(*measure, 3) : signedText(100 * *measure, 1) + QStringLiteral(" %");
}

QString runCellText(std::size_t column, const workspace::RunCell& cell)
{
    const auto columns = workspace::runColumns();
    if (const auto* text = std::get_if<std::string>(&cell)) {
        const bool isOfFormulas = column < columns.size() && columns[column].name == "activation";
        return QString::fromStdString(isOfFormulas ? expr::shortened(*text, kLongestFormula) : *text);
    }
    if (const auto* whole = std::get_if<std::uint64_t>(&cell))
        return QString::number(*whole);
    const auto* measure = std::get_if<double>(&cell);
    if (!measure)
        return {};
    if (column < columns.size())
        return measureIn(columns[column].name, *measure);
    return signedText(*measure, 4);
}

RunDifferences differencesTo(const workspace::Run& run, const workspace::Run* baseline)
{
    if (!baseline || run.number == baseline->number || run.history.empty() || baseline->history.empty() ||
        hasDiverged(run) || hasDiverged(*baseline) || !areComparable(run, *baseline))
        return {};
    const nn::EpochMetrics &own = run.history.back(), &other = baseline->history.back();
    return {own.testLoss - other.testLoss, own.testAccuracy - other.testAccuracy};
}

QString runTip(const workspace::Run& run, const workspace::Run* baseline)
{
    QStringList lines{QString::fromStdString(run.name)};
    if (run.isBaseline)
        lines << RunWords::tr("The baseline: the others are measured against it.");
    const auto [loss, quality] = differencesTo(run, baseline);
    if (const auto* difference = std::get_if<double>(&loss))
        lines << RunWords::tr("Against “%1”: test loss %2, %3 %4")
                     .arg(QString::fromStdString(baseline->name), signedText(*difference, 4),
                          data::isRegression(run.spec.data) ? QStringLiteral("R²") : RunWords::tr("accuracy"),
                          qualityDifferenceText(quality, data::isRegression(run.spec.data)));
    if (!run.marks.empty())
        lines << RunWords::tr("It was edited while it went on, so it cannot be run again exactly.");
    for (const std::string& text : {run.outcome, run.note})
        if (!text.empty())
            lines << QString::fromStdString(text);
    return lines.join('\n');
}

}  // namespace actlab::models
