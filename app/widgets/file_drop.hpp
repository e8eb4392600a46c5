#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace actlab::widgets {

/// Takes files that are dropped anywhere on a window, before a field in it takes their paths for text.
class FileDrop : public QObject {
    Q_OBJECT

public:
    explicit FileDrop(QWidget* window);

    /// The files of this machine among what is dropped or pasted.
    static QStringList filesIn(const QMimeData& data);

Q_SIGNALS:
    void dropped(const QStringList& paths);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
};

}  // namespace actlab::widgets
