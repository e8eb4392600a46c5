#include "app/models/exportable.hpp"

#include "core/workspace/csv.hpp"
#include "core/workspace/export_formats.hpp"
#include "core/workspace/run_formats.hpp"
#include "core/workspace/run_table.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace actlab::models {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

QString latin(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// `write` is given each of the formats.
template <class Format, class Write>
std::vector<ExportChoice> choicesOf(std::span<const Format> formats, const Write& write)
{
    std::vector<ExportChoice> choices;
    for (const Format& format : formats)
        choices.push_back({latin(format.name), latin(format.title), latin(format.suffix),
                           [write, &format] { return Written(write(format)); }});
    return choices;
}

QString titleOf(const std::string& name)
{
    const QString title = QString::fromStdString(name).simplified();
    return title.isEmpty() ? ExportWords::tr("Without a name") : title;
}

QString detailOf(const workspace::Run& run)
{
    if (run.history.empty())
        return {};
    const nn::EpochMetrics& last = run.history.back();
    if (hasDiverged(run))
        return ExportWords::tr("diverged at step %1").arg(last.steps);
    return ExportWords::tr("epoch %1, loss %2").arg(last.epoch).arg(QLocale::c().toString(last.testLoss, 'g', 3));
}

/// A draft that is wrong is listed too: it says what is wrong with it.
Exportable exportableDraft(const activation::Definition& definition)
{
    const QString group = ExportWords::tr("In Compose");
    const auto made = activation::makeActivation(definition);
    if (made)
        return exportableActivation(*made, kDraft, group);
    const QString complaint = made.error().part == activation::Part::Gradient
                                  ? ExportWords::tr("The gradient is wrong as it stands: %1")
                                  : ExportWords::tr("The formula is wrong as it stands: %1");
    const std::string why = complaint.arg(QString::fromStdString(made.error().message)).toStdString();
    return {Exportable::Kind::Activation, kDraft, group, titleOf(definition.name),
            choicesOf(workspace::exportFormats(), [why](const auto&) { return tl::unexpected(why); })};
}

Exportable tableOfRuns(const std::shared_ptr<const workspace::Document>& document)
{
    const auto choice = [&](const char* name, const QString& title, const char* suffix, auto write) {
        return ExportChoice{latin(name), title, latin(suffix), [=] { return Written(write(document->runs)); }};
    };
    return {.kind = Exportable::Kind::Table,
            .key = kRunsTable,
            .group = ExportWords::tr("Runs"),
            .name = ExportWords::tr("Table of all runs"),
            .choices = {choice("csv", ExportWords::tr("CSV table"), ".csv", workspace::runsCsv),
                        choice("json", ExportWords::tr("JSON list"), ".json", workspace::runsJson),
                        choice("latex", ExportWords::tr("LaTeX table"), ".tex", workspace::runsLatex)},
            .detail = document->runs.size() == 1
                          ? ExportWords::tr("1 run")
                          : ExportWords::tr("%n runs", nullptr, static_cast<int>(document->runs.size()))};
}

}  // namespace

Exportable exportableActivation(const activation::ActivationPtr& activation, const QString& key, const QString& group)
{
    return {Exportable::Kind::Activation, key, group, titleOf(activation->name()),
            choicesOf(workspace::exportFormats(),
                      [activation](const auto& format) { return format.write(*activation); })};
}

std::vector<Exportable> exportableActivations(const workspace::Document& document)
{
    std::vector<Exportable> all;
    for (const auto& [shown] : document.plot.shown)
        all.push_back(exportableActivation(
            shown, all.empty() ? kExplored : QStringLiteral("shown/") + QString::fromStdString(shown->name()),
            ExportWords::tr("In Explore")));
    if (const auto& draft = document.draft.definition; draft.formula.find_first_not_of(" \t\n") != std::string::npos)
        all.push_back(exportableDraft(draft));
    for (const auto& own : document.custom)
        all.push_back(exportableActivation(own, QStringLiteral("own/") + QString::fromStdString(own->name()),
                                           ExportWords::tr("Your own")));
    return all;
}

QString keyOfRun(std::size_t number)
{
    return QStringLiteral("run/%1").arg(number);
}

std::vector<Exportable> exportableRuns(const std::shared_ptr<const workspace::Document>& document)
{
    std::vector<Exportable> all;
    if (!document->runs.empty())
        all.push_back(tableOfRuns(document));
    for (std::size_t i = document->runs.size(); i-- > 0;) {
        const auto run = std::shared_ptr<const workspace::Run>(document, &document->runs[i]);
        Exportable& exportable = all.emplace_back(
            Exportable{.kind = Exportable::Kind::Network,
                       .key = keyOfRun(run->number),
                       .group = ExportWords::tr("Trained networks"),
                       .name = titleOf(run->name),
                       .choices = choicesOf(workspace::runFormats(),
                                            [run](const auto& format) { return workspace::write(format, *run); }),
                       .detail = detailOf(*run)});
        exportable.choices.push_back(
            {QStringLiteral("csv"), ExportWords::tr("CSV table of the epochs"), QStringLiteral(".csv"),
             [run] { return workspace::historyCsv(run->spec.hidden, run->history, run->marks); }});
    }
    return all;
}

QString fileNameOf(const QString& name)
{
    constexpr qsizetype kLongest = 80;  // three bytes each in Chinese, and no file system takes more than 255
    const QString forbidden = QStringLiteral("/\\:*?\"<>|");
    QString file;
    for (const QChar sign : name.simplified())
        file += sign == ' '                                                           ? QChar('_')
                : forbidden.contains(sign) || sign.category() == QChar::Other_Control ? QChar('-')
                                                                                      : sign;
    file.truncate(kLongest);
    if (!file.isEmpty() && file.back().isHighSurrogate())
        file.chop(1);
    while (file.startsWith('.'))
        file.remove(0, 1);
    return file.isEmpty() ? QStringLiteral("activation") : file;
}

}  // namespace actlab::models
