#include "app/widgets/remembered_splitter.hpp"

#include <QSettings>
#include <utility>

namespace actlab::widgets {

RememberedSplitter::RememberedSplitter(Qt::Orientation orientation, const QString& key, QWidget* parent)
    : QSplitter(orientation, parent), m_key(key)
{
    setChildrenCollapsible(false);
    setHandleWidth(8);
    connect(this, &QSplitter::splitterMoved, this, [this] { QSettings().setValue(m_key, saveState()); });
}

void RememberedSplitter::showEvent(QShowEvent* event)
{
    if (!std::exchange(m_isRestored, true))
        restoreState(QSettings().value(m_key).toByteArray());
    QSplitter::showEvent(event);
}

}  // namespace actlab::widgets
