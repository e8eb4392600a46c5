#include "app/widgets/compose_examples.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <array>

namespace actlab::widgets {

namespace {

constexpr std::array kFormulas{"{x < 0: 0.1*x, x < 1: x, 1}", "x*tanh(softplus(x))", "elu(x, alpha=a)"};

}  // namespace

ComposeExamples::ComposeExamples(QWidget* parent) : QWidget(parent)
{
    const std::array tips{tr("Three pieces, each with its condition"), tr("One formula made of known functions"),
                          tr("A function of the catalogue with a parameter of its own: a becomes a slider")};
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(hintLabel(tr("Begin with"), this));
    for (std::size_t i = 0; i < kFormulas.size(); ++i) {
        const QString formula = QString::fromLatin1(kFormulas[i]);
        auto* button = new QPushButton(formula, this);
        button->setFont(formulaFont());
        button->setToolTip(tips[i]);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [=, this] { Q_EMIT chosen(formula); });
    }
    row->addStretch(1);
}

}  // namespace actlab::widgets
