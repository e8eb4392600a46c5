#pragma once

#include <QWidget>

namespace actlab::widgets {

/// What stands where a formula will stand: three formulas to begin with, each a click away.
class ComposeExamples : public QWidget {
    Q_OBJECT

public:
    explicit ComposeExamples(QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const QString& formula);
};

}  // namespace actlab::widgets
