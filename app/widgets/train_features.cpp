#include "app/widgets/train_features.hpp"

#include "app/widgets/theme.hpp"
#include "app/widgets/train_form.hpp"
#include "core/data/features.hpp"

#include <QHBoxLayout>
#include <QToolButton>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr int kLeastWidth = 24;  // the column is narrow
const std::vector<data::Feature> kPlainInputs{data::Feature::X, data::Feature::Y};

QString nameOfFeature(std::size_t number)
{
    const std::string_view name = data::kFeatureNames[number];
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

}  // namespace

TrainFeatures::TrainFeatures(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (std::size_t i = 0; i < data::kFeatures; ++i) {
        auto* button = new QToolButton(this);
        button->setText(nameOfFeature(i));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setObjectName("feature-" + QString::number(i));
        button->setAccessibleName(tr("Input %1").arg(button->text()));
        button->setToolTip(tr("Give the network %1").arg(button->text()));
        button->setMinimumWidth(kLeastWidth);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        row->addWidget(button);
        m_buttons.push_back(button);
        connect(button, &QToolButton::clicked, this, &TrainFeatures::take);
    }
    fitToType(this, [this] {
        for (QToolButton* button : m_buttons)
            button->setFont(scaledFont(0.92));
    });
}

void TrainFeatures::show(const std::vector<data::Feature>& features)
{
    const std::vector<data::Feature>& chosen = features.empty() ? kPlainInputs : features;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(std::ranges::find(chosen, static_cast<data::Feature>(i)) != chosen.end());
}

/// A network without inputs cannot be: the last one stays.
void TrainFeatures::take()
{
    std::vector<data::Feature> wanted;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        if (m_buttons[i]->isChecked())
            wanted.push_back(static_cast<data::Feature>(i));
    if (wanted.empty())
        return static_cast<QToolButton*>(sender())->setChecked(true);
    Q_EMIT chosen(wanted == kPlainInputs ? std::vector<data::Feature>() : wanted);
}

}  // namespace actlab::widgets
