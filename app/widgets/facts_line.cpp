#include "app/widgets/facts_line.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/number_text.hpp"
#include "app/widgets/theme.hpp"

#include <QHBoxLayout>
#include <QLabel>

namespace actlab::widgets {

namespace {

QString smoothnessText(const std::string& continuity)
{
    if (continuity == "jump")
        return FactsLine::tr("jumps");
    if (continuity == "C0")
        return FactsLine::tr("continuous, with kinks");
    if (continuity == "C1")
        return FactsLine::tr("C¹: slope continuous");
    if (continuity == "C2")
        return FactsLine::tr("C²: curvature continuous");
    return FactsLine::tr("smooth");
}

QString rangeText(const analysis::Facts& facts)
{
    // Values at infinity are limits, not reached; finite ones may be either, so the brackets stay neutral.
    return QStringLiteral("%1 … %2").arg(numberText(facts.minimum, 3), numberText(facts.maximum, 3));
}

}  // namespace

FactsLine::FactsLine(QWidget* parent) : QWidget(parent), m_facts(new QWidget(this)), m_nothing(hintLabel({}, this))
{
    auto* row = new QHBoxLayout(m_facts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace * 3);
    addFact(tr("Smoothness"),
            tr("What is continuous: the value (C⁰), the slope (C¹), the curvature (C²), everything."));
    addFact(tr("Range"), tr("The values it takes, from the lowest to the highest."));
    addFact(tr("Steepest slope"),
            tr("The Lipschitz constant: the greatest |f′|. Gradients grow by at most this factor."));
    addFact(tr("Init gain"),
            tr("1/√E[f(z)²] for z ~ N(0, 1): weights scaled by it keep the variance from layer to layer."));
    addFact(tr("Monotone"), tr("Whether it never turns back."));
    row->addStretch(1);
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(kSpace, kSpace / 2, kSpace, kSpace / 2);
    whole->addWidget(m_facts);
    whole->addWidget(m_nothing);
    showNothing({});
}

void FactsLine::addFact(const QString& name, const QString& explanation)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* title = sectionTitle(name, m_facts);
    auto* value = new QLabel(m_facts);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    title->setToolTip(explanation);
    value->setToolTip(explanation);
    column->addWidget(title);
    column->addWidget(value);
    static_cast<QHBoxLayout*>(m_facts->layout())->addLayout(column);
    m_values.push_back(value);
}

void FactsLine::show(const analysis::Facts& facts)
{
    m_nothing->hide();
    m_facts->show();
    const QStringList texts{smoothnessText(facts.continuity), rangeText(facts), numberText(facts.lipschitz, 4),
                            numberText(facts.initGain, 5), facts.monotonic ? tr("yes") : tr("no")};
    for (std::size_t i = 0; i < m_values.size(); ++i)
        m_values[i]->setText(texts[static_cast<qsizetype>(i)]);
}

void FactsLine::showNothing(const QString& why)
{
    m_facts->hide();
    m_nothing->setText(why);
    m_nothing->show();
}

}  // namespace actlab::widgets
