#include "app/widgets/race_runners.hpp"

#include "app/widgets/activation_icon.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "core/activation/catalogue.hpp"
#include "core/nn/race.hpp"

#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr const char* kFirstRunners[] = {"tanh", "relu", "gelu"};

std::vector<activation::ActivationPtr> runnersOf(const workspace::Document& document)
{
    std::vector<activation::ActivationPtr> all;
    const auto add = [&all](const activation::ActivationPtr& activation) {
        const auto isNamesake = [&](const auto& other) { return other->name() == activation->name(); };
        if (activation && std::ranges::none_of(all, isNamesake))
            all.push_back(activation);
    };
    std::ranges::for_each(document.custom, add);
    for (const nn::Layer& layer : document.training.hidden)
        add(layer.activation);
    for (const char* name : kFirstRunners)
        add(activation::findInCatalogue(name));
    std::ranges::for_each(activation::catalogue(), add);
    return all;
}

bool runsAtFirst(const activation::Activation& activation, const workspace::Document& document)
{
    const auto isIt = [&](const nn::Layer& layer) {
        return layer.activation && layer.activation->name() == activation.name();
    };
    const auto isAmongTheFirst = [&](const char* name) {
        return activation::findInCatalogue(name)->name() == activation.name();
    };
    return std::ranges::any_of(document.training.hidden, isIt) || std::ranges::any_of(kFirstRunners, isAmongTheFirst);
}

}  // namespace

RaceRunners::RaceRunners(QWidget* parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    m_search->setObjectName("race-search");
    m_search->setPlaceholderText(tr("Search activations"));
    addClearButton(*m_search);
    m_list->setObjectName("race-runners");
    m_list->setIconSize(kActivationIconSize);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Activations that race"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &RaceRunners::filter);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        limitTicks();
        Q_EMIT changed();
    });
}

void RaceRunners::show(const workspace::Document& document)
{
    const std::vector<activation::ActivationPtr> wanted = runnersOf(document);
    if (wanted == m_activations)
        return;
    const bool isFirst = m_activations.empty();
    std::vector<std::string> ticked;
    for (const auto& activation : chosen())
        ticked.push_back(activation->name());
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_activations.clear();
    for (const auto& activation : wanted)
        addRow(activation, isFirst ? runsAtFirst(*activation, document)
                                   : std::ranges::find(ticked, activation->name()) != ticked.end());
    paintIcons();
    filter();
    limitTicks();
}

void RaceRunners::addRow(const activation::ActivationPtr& activation, bool isTicked)
{
    auto* row = new QListWidgetItem(QString::fromStdString(activation->name()), m_list);
    row->setToolTip(QString::fromStdString(activation->definition().formula));
    row->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
    m_activations.push_back(activation);
}

std::vector<activation::ActivationPtr> RaceRunners::chosen() const
{
    std::vector<activation::ActivationPtr> all;
    for (std::size_t row = 0; row < m_activations.size(); ++row)
        if (m_list->item(static_cast<int>(row))->checkState() == Qt::Checked)
            all.push_back(m_activations[row]);
    return all;
}

void RaceRunners::paintIcons()
{
    const QSignalBlocker quiet(m_list);
    const QColor colour = themeOf(palette()).accent;
    for (std::size_t row = 0; row < m_activations.size(); ++row)
        m_list->item(static_cast<int>(row))
            ->setIcon(activationIcon(*m_activations[row], colour, devicePixelRatioF()));
}

void RaceRunners::filter()
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->setRowHidden(row, !m_list->item(row)->text().contains(m_search->text(), Qt::CaseInsensitive));
}

/// Where there are as many as may race, the others cannot be ticked.
void RaceRunners::limitTicks()
{
    const QSignalBlocker quiet(m_list);
    const bool isFull = chosen().size() >= nn::kMostRunners;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const bool mayChange = !isFull || item->checkState() == Qt::Checked;
        item->setFlags(mayChange ? item->flags() | Qt::ItemIsEnabled : item->flags() & ~Qt::ItemIsEnabled);
    }
}

void RaceRunners::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
    QWidget::changeEvent(event);
}

}  // namespace actlab::widgets
