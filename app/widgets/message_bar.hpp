#pragma once

#include <QWidget>

class QLabel;

namespace actlab::widgets {

/// One sentence over the views that stays until it is dismissed or replaced: what a dialog would say, without
/// taking the window away.
class MessageBar : public QWidget {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);
    void say(const QString& message);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
};

}  // namespace actlab::widgets
