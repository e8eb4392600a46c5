#include "app/widgets/catalogue_panel.hpp"

#include "app/models/workspace_model.hpp"
#include "app/widgets/activation_delegate.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"

#include <QComboBox>
#include <QCursor>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace actlab::widgets {

CataloguePanel::CataloguePanel(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_list(workspace)
{
    m_filter.setSourceModel(&m_list);
    createControls();
    connectControls();
}

void CataloguePanel::createControls()
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Search activations"));
    m_search->setAccessibleName(tr("Search activations"));
    addClearButton(*m_search);
    m_search->addAction(icon("search"), QLineEdit::LeadingPosition);
    m_family = new QComboBox(this);
    m_family->setAccessibleName(tr("Family"));
    m_family->addItem(tr("All families"));
    m_family->addItems(models::ActivationList::families());
    m_view = new QListView(this);
    m_view->setAccessibleName(tr("Activations"));
    m_view->setModel(&m_filter);
    m_view->setItemDelegate(new ActivationDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->viewport()->installEventFilter(this);
    setFocusProxy(m_view);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_search);
    column->addWidget(m_family);
    column->addWidget(m_view, 1);
}

void CataloguePanel::connectControls()
{
    connect(m_search, &QLineEdit::textChanged, &m_filter, &models::ActivationFilter::setSearch);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { choose(m_filter.index(0, 0)); });
    connect(m_family, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_filter.setFamily(index == 0 ? QString() : m_family->itemText(index)); });
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &CataloguePanel::showCurrent);
    connect(m_view, &QListView::clicked, this, &CataloguePanel::choose);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (m_view->hasFocus() && QGuiApplication::mouseButtons() == Qt::NoButton)
            choose(now);  // arrow keys
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &CataloguePanel::showMenu);
}

void CataloguePanel::setCurrent(const QString& name)
{
    m_current = name;
    showCurrent();
}

void CataloguePanel::showCurrent()
{
    const int row = m_list.rowOf(m_current);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filter.mapFromSource(m_list.index(row));
    if (index == m_view->currentIndex())
        return;
    const QSignalBlocker blocker(m_view->selectionModel());
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    m_view->viewport()->update();
}

void CataloguePanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

activation::ActivationPtr CataloguePanel::activationAt(const QModelIndex& index) const
{
    return m_list.at(m_filter.mapToSource(index).row());
}

void CataloguePanel::choose(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT chosen(activationAt(index));
}

void CataloguePanel::toggle(const QModelIndex& index)
{
    const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_filter.setData(index, isChecked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

/// The box is a button of its own: a click on it overlays and does not select.
bool CataloguePanel::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type != QEvent::MouseButtonPress && type != QEvent::MouseButtonRelease && type != QEvent::MouseButtonDblClick)
        return QWidget::eventFilter(watched, event);
    const auto& mouse = static_cast<const QMouseEvent&>(*event);
    if (mouse.button() == Qt::RightButton)
        return true;  // asks for the menu and selects nothing
    const QModelIndex index = m_view->indexAt(mouse.pos());
    const bool isOnBox = mouse.button() == Qt::LeftButton && index.isValid() &&
                         ActivationDelegate::reachOfBox(m_view->visualRect(index)).contains(mouse.pos());
    if (isOnBox && type != QEvent::MouseButtonRelease)
        toggle(index);
    return isOnBox;
}

void CataloguePanel::showMenu(const QPoint& place)
{
    const QModelIndex index = m_view->indexAt(place);
    if (!index.isValid())
        return;
    const auto activation = activationAt(index);
    QMenu menu(this);
    menu.addAction(tr("Show"), this, [=, this] { Q_EMIT chosen(activation); });
    menu.addAction(index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? tr("Take out of the plot")
                                                                         : tr("Add to the plot"),
                   this, [=, this] { toggle(index); });
    const bool isOwn = index.data(models::ActivationList::OwnRole).toBool();
    menu.addAction(isOwn ? tr("Edit in Compose") : tr("Compose from it"), this,
                   [=, this] { Q_EMIT composeWanted(activation); });
    menu.addAction(icon("export"), tr("Export…"), this, [=, this] { Q_EMIT exportWanted(activation); });
    if (isOwn)
        menu.addAction(tr("Rename"), this, [=, this] { m_view->edit(index); });
    if (isOwn)
        menu.addAction(icon("delete"), tr("Delete"), this,
                       [=, this] { remove(QString::fromStdString(activation->name())); });
    menu.exec(m_view->viewport()->mapToGlobal(place));
}

void CataloguePanel::remove(const QString& name)
{
    const std::string wanted = name.toStdString();
    m_workspace.edit(tr("Delete %1").arg(name), [&](workspace::Document& document) {
        std::erase_if(document.custom, [&](const auto& own) { return own->name() == wanted; });
        std::erase_if(document.plot.shown, [&](const auto& plotted) { return plotted.activation->name() == wanted; });
    });
}

}  // namespace actlab::widgets
