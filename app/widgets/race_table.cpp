#include "app/widgets/race_table.hpp"

#include "app/widgets/number_text.hpp"
#include "app/widgets/race_plot.hpp"
#include "app/widgets/theme.hpp"

#include <QEvent>
#include <QHeaderView>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

enum RaceColumn { Runner, Runs, Quality, Target, Rate, Ahead, kRaceColumns };
constexpr int kPlaces = 3;
constexpr int kSignSide = 12;

QString lostTip(const nn::Standing& standing)
{
    const auto lost = std::ranges::find_if_not(standing.runs, &nn::RaceRun::isCounted);
    return lost == standing.runs.end() ? QString()
                                       : RaceTable::tr("Left out: %1").arg(QString::fromStdString(lost->message));
}

}  // namespace

QString summaryText(const nn::Summary& summary, double unit)
{
    const QString mean = numberText(unit * summary.mean, kPlaces);
    return summary.deviation ? QStringLiteral("%1 ± %2").arg(mean, numberText(unit * *summary.deviation, 2)) : mean;
}

QString aheadText(const nn::Standing& standing, nn::Measure measure)
{
    if (!standing.ahead)
        return QStringLiteral("–");
    const double unit = measure == nn::Measure::Accuracy ? 100 : 1;
    const nn::Difference& ahead = *standing.ahead;
    const QString mean = (ahead.mean > 0 ? "+" : "") + numberText(unit * ahead.mean, kPlaces);
    if (!std::isfinite(ahead.low))
        return mean;
    return RaceTable::tr("%1 (%2 to %3)")
        .arg(mean, numberText(unit * ahead.low, kPlaces), numberText(unit * ahead.high, kPlaces));
}

RaceTable::RaceTable(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName("race-table");
    setColumnCount(kRaceColumns);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Standings"));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Runner, QHeaderView::Stretch);
    fitColumns({});
}

void RaceTable::fitColumns(const nn::RaceResult& result)
{
    const QString first =
        result.standings.empty() ? QString() : QString::fromStdString(result.standings[0].activation->name());
    QString ahead = tr("Better than the first");
    if (!first.isEmpty())
        ahead = result.measure == nn::Measure::Epochs ? tr("Epochs before %1").arg(first)
                                                      : tr("Better than %1").arg(first);
    setHeaderLabels({tr("Activation"), tr("Runs"), result.isOverValues ? tr("Test loss") : tr("Test accuracy, %"),
                     tr("Epochs to target"), tr("Learning rate"), ahead});
    headerItem()->setToolTip(Quality, tr("Mean ± standard deviation over the seeds"));
    headerItem()->setToolTip(Ahead, tr("Seed by seed, with the 95 % confidence interval of the mean difference"));
    for (int column = Runs; column < kRaceColumns; ++column)
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    setColumnHidden(Target, result.measure != nn::Measure::Epochs);
    setColumnHidden(Rate, !nn::hasOwnRates(result));
}

void RaceTable::show(const nn::RaceResult& result)
{
    fitColumns(result);
    while (topLevelItemCount() > static_cast<int>(result.standings.size()))
        delete takeTopLevelItem(topLevelItemCount() - 1);
    for (std::size_t i = 0; i < result.standings.size(); ++i) {
        const nn::Standing& standing = result.standings[i];
        auto* row = topLevelItem(static_cast<int>(i));
        if (row == nullptr)
            row = new QTreeWidgetItem(this);
        row->setText(Runner, QString::fromStdString(standing.activation->name()));
        row->setText(Runs, standing.counted == standing.runs.size()
                               ? QString::number(standing.counted)
                               : tr("%1 of %2").arg(standing.counted).arg(standing.runs.size()));
        row->setToolTip(Runs, lostTip(standing));
        const nn::Summary& quality = result.isOverValues ? standing.loss : standing.accuracy;
        row->setText(Quality, standing.counted > 0 ? summaryText(quality, result.isOverValues ? 1 : 100)
                                                   : QStringLiteral("–"));
        row->setText(Target, standing.epochs ? tr("%1, %2 of %3")
                                                   .arg(summaryText(*standing.epochs, 1))
                                                   .arg(standing.reached)
                                                   .arg(standing.runs.size())
                                             : QStringLiteral("–"));
        row->setText(Rate, numberText(standing.learningRate, kPlaces));
        row->setText(Ahead, aheadText(standing, result.measure));
        for (int column = Runs; column < kRaceColumns; ++column)
            row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    paintSigns();
}

void RaceTable::paintSigns()
{
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QPixmap sign(kSignSide, kSignSide);
        sign.fill(runnerColour(static_cast<std::size_t>(i), themeOf(palette())));
        topLevelItem(i)->setIcon(Runner, sign);
    }
}

QString RaceTable::asText() const
{
    QStringList lines;
    for (int row = -1; row < topLevelItemCount(); ++row) {
        const QTreeWidgetItem* item = row < 0 ? headerItem() : topLevelItem(row);
        QStringList words;
        for (int column = 0; column < kRaceColumns; ++column)
            if (!isColumnHidden(column))
                words << item->text(column);
        lines << words.join('\t');
    }
    return lines.join('\n') + '\n';
}

void RaceTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintSigns();
    QTreeWidget::changeEvent(event);
}

}  // namespace actlab::widgets
