#pragma once

#include <QWidget>

#include "core/analysis/verdicts.hpp"

class QPainter;

namespace actlab::widgets {

struct Theme;

/// "fine", "mind this" or "trouble".
QString wordFor(analysis::Severity severity);
QColor colourOf(analysis::Severity severity, const Theme& theme);

/// What stands before a verdict: a tick, a triangle or a cross, each in its colour. Says its word to who cannot see
/// it.
class ChecksSign : public QWidget {
    Q_OBJECT

public:
    explicit ChecksSign(QWidget* parent = nullptr);
    void show(analysis::Severity severity);
    using QWidget::show;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    analysis::Severity m_severity = analysis::Severity::Ok;
};

}  // namespace actlab::widgets
