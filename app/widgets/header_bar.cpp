#include "app/widgets/header_bar.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QTimer>
#include <QToolButton>

namespace actlab::widgets {

HeaderBar::HeaderBar(QWidget* parent)
    : QWidget(parent),
      m_places(new SegmentedSwitch({tr("Explore"), tr("Compose"), tr("Train")}, this)),
      m_search(new QLineEdit(this)),
      m_theme(iconButton("moon", tr("Light or dark (Ctrl+D)"), this))
{
    setObjectName("header");
    setAttribute(Qt::WA_StyledBackground);
    m_places->setLarge();
    m_theme->setObjectName("theme");
    createSearch();
    auto* presenter = iconButton("presenter", tr("Presenter mode: large type (F11)"), this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    row->setSpacing(kSpace);
    row->addWidget(m_places);
    row->addStretch(1);
    row->addWidget(m_search, 1);
    row->addWidget(m_theme);
    row->addWidget(presenter);
    connect(m_places, &SegmentedSwitch::chosen, this, &HeaderBar::placeChosen);
    connect(m_theme, &QToolButton::clicked, this, &HeaderBar::themeToggled);
    connect(presenter, &QToolButton::clicked, this, &HeaderBar::presenterToggled);
    showThemeIcon();
}

void HeaderBar::createSearch()
{
    m_search->setPlaceholderText(tr("Search everything (Ctrl+K)"));
    m_search->setAccessibleName(tr("Search everything"));
    m_search->addAction(icon("search"), QLineEdit::LeadingPosition);
    addClearButton(*m_search);
    m_search->setMaximumWidth(360);
    auto* completer = new QCompleter(new QStringListModel(this), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(12);
    m_search->setCompleter(completer);
    completer->popup()->installEventFilter(this);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &HeaderBar::choose);
}

void HeaderBar::choose(const QString& name)
{
    // The completer writes its choice into the field after this; clear it when that is done.
    QTimer::singleShot(0, m_search, &QLineEdit::clear);
    Q_EMIT searched(name);
}

/// Enter means the first proposal where none is chosen.
bool HeaderBar::eventFilter(QObject* watched, QEvent* event)
{
    auto* proposals = m_search->completer()->popup();
    if (event->type() != QEvent::KeyPress || watched != proposals || proposals->currentIndex().isValid())
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    const QString first = proposals->model()->index(0, 0).data().toString();
    proposals->hide();
    choose(first);
    return true;
}

/// The sun brings the light back.
void HeaderBar::showThemeIcon()
{
    m_theme->setIcon(icon(themeOf(palette()).dark ? "sun" : "moon"));
}

void HeaderBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showThemeIcon();
}

void HeaderBar::setPlace(int place)
{
    m_places->setCurrent(place);
}

void HeaderBar::setSearchable(const QStringList& names)
{
    static_cast<QStringListModel*>(m_search->completer()->model())->setStringList(names);
}

void HeaderBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

}  // namespace actlab::widgets
