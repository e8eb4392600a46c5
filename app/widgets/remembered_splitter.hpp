#pragma once

#include <QSplitter>

namespace actlab::widgets {

/// A splitter that the next start of the program finds as the person left it.
class RememberedSplitter : public QSplitter {
    Q_OBJECT

public:
    /// `key` in the settings; the remembered sizes are taken when it is first shown.
    RememberedSplitter(Qt::Orientation orientation, const QString& key, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    const QString m_key;
    bool m_isRestored = false;
};

}  // namespace actlab::widgets
