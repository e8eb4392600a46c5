#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace actlab::widgets {

/// Decides who gets a key that both a field and its window want: undo and redo are always the document's,
/// Space presses the control that the person walked to with Tab, and no number has a space in it.
class KeyPriority : public QObject {
    Q_OBJECT

public:
    explicit KeyPriority(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isForWindow(const QKeyEvent& key) const;
    bool isForControl(const QKeyEvent& key) const;

    QWidget* m_window;
    bool m_walked = false;  ///< the focus came by Tab
};

}  // namespace actlab::widgets
