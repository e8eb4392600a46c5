#pragma once

#include <QWidget>
#include <vector>

#include "core/analysis/facts.hpp"

class QLabel;

namespace actlab::widgets {

/// What one wants to know of an activation at a glance, in one line: smoothness, range, steepest slope, gain.
class FactsLine : public QWidget {
    Q_OBJECT

public:
    explicit FactsLine(QWidget* parent = nullptr);

    void show(const analysis::Facts& facts);
    void showNothing(const QString& why);
    using QWidget::show;

private:
    void addFact(const QString& name, const QString& explanation);

    std::vector<QLabel*> m_values;
    QWidget* m_facts;
    QLabel* m_nothing;
};

}  // namespace actlab::widgets
