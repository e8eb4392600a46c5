#include "app/widgets/train_searched_combo.hpp"

#include "app/widgets/theme.hpp"

#include <QKeyEvent>
#include <QListView>
#include <QStylePainter>
#include <QToolTip>
#include <algorithm>

namespace actlab::widgets {

TrainSearchedCombo::TrainSearchedCombo(QWidget* parent) : QComboBox(parent)
{
    setView(new QListView(this));  // a list whose rows can be hidden, in every style
    view()->installEventFilter(this);
}

void TrainSearchedCombo::showPopup()
{
    search({});
    QComboBox::showPopup();
    m_whole = view()->window()->geometry();
}

void TrainSearchedCombo::hidePopup()
{
    QToolTip::hideText();
    QComboBox::hidePopup();
}

/// As any combo box, but a name that has no room ends in dots.
void TrainSearchedCombo::paintEvent(QPaintEvent* event)
{
    if (currentIndex() < 0)
        return QComboBox::paintEvent(event);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    const int room = field.width() - (option.currentIcon.isNull() ? 0 : option.iconSize.width() + kSpace / 2);
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, room);
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

bool TrainSearchedCombo::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent*>(event)))
        return true;
    return QComboBox::eventFilter(watched, event);
}

bool TrainSearchedCombo::takeKey(const QKeyEvent& key)
{
    const QString typed = key.text();
    const bool isWord = !typed.isEmpty() && typed[0].isPrint() && (!typed[0].isSpace() || !m_words.isEmpty());
    if (isWord && !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        search(m_words + typed);
    else if (!m_words.isEmpty() && key.key() == Qt::Key_Backspace)
        search(m_words.chopped(1));
    else if (!m_words.isEmpty() && key.key() == Qt::Key_Escape)
        search({});
    else
        return false;
    return true;
}

void TrainSearchedCombo::search(const QString& words)
{
    m_words = words;
    auto& list = *static_cast<QListView*>(view());
    int first = -1, best = -1;
    for (int row = 0; row < count(); ++row) {
        const bool isFound = itemText(row).contains(words, Qt::CaseInsensitive);
        list.setRowHidden(row, !isFound);
        if (isFound && first < 0)
            first = row;
        if (best < 0 && itemText(row).startsWith(words, Qt::CaseInsensitive))
            best = row;
    }
    fitPopup();
    if (words.isEmpty())
        return QToolTip::hideText();
    list.setCurrentIndex(model()->index(best < 0 ? first : best, 0));  // of no row, none
    const QString found = first < 0 ? tr("no activation with “%1”") : tr("with “%1”");
    // Beside the list: a long one begins at the top of the screen, and a text above it would be moved onto its rows.
    QToolTip::showText(list.mapToGlobal(QPoint(list.width(), -2 * kSpace)), found.arg(words), &list);
}

/// As high as the rows that are left, and beside the box that it belongs to.
void TrainSearchedCombo::fitPopup()
{
    auto& list = *static_cast<QListView*>(view());
    QWidget& popup = *list.window();
    if (&popup == window() || !popup.isVisible())
        return;
    int rows = 0;
    for (int row = 0; row < count(); ++row)
        rows += list.isRowHidden(row) ? 0 : list.sizeHintForRow(row);
    const int height = rows + popup.height() - list.viewport()->height();
    if (m_words.isEmpty() || height >= m_whole.height())
        return popup.setGeometry(m_whole);
    const int under = mapToGlobal(QPoint(0, QWidget::height())).y();
    const int top = std::clamp(under, m_whole.top(), m_whole.top() + m_whole.height() - height);
    popup.setGeometry(m_whole.left(), top, m_whole.width(), height);
}

}  // namespace actlab::widgets
