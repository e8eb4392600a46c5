#pragma once

#include <QTreeWidget>

#include "core/nn/race.hpp"

namespace actlab::widgets {

/// The standings of a race: a row for each activation, with the colour of its curve.
class RaceTable : public QTreeWidget {
    Q_OBJECT

public:
    explicit RaceTable(QWidget* parent = nullptr);

    void show(const nn::RaceResult& result);
    using QTreeWidget::show;
    /// As rows of tab-separated words, with the header.
    QString asText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitColumns(const nn::RaceResult& result);
    void paintSigns();
};

/// "0.91 ± 0.02": mean and deviation, each to two or three places; of one seed "0.91".
QString summaryText(const nn::Summary& summary, double unit);
/// "+1.2 (0.3 to 2.1)", by how much it is better than the first; "–" where there is nothing to compare.
QString aheadText(const nn::Standing& standing, nn::Measure measure);

}  // namespace actlab::widgets
