#pragma once

#include <QDialog>

class QAction;

namespace actlab::widgets {

/// The keys of some actions, each once: first those that go everywhere, then those of one kind of field or list.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(const QList<QAction*>& actions, QWidget* parent = nullptr);
};

}  // namespace actlab::widgets
