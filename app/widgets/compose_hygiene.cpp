#include "app/widgets/compose_hygiene.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/interval_text.hpp"
#include "app/widgets/number_text.hpp"
#include "app/widgets/theme.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>
#include <chrono>

namespace actlab::widgets {

using namespace std::chrono_literals;

namespace {

constexpr auto kRestBeforeJudging = 300ms;

QString failureText(analysis::Failure failure)
{
    switch (failure) {
    case analysis::Failure::Value: return ComposeHygiene::tr("is not finite");
    case analysis::Failure::Gradient: return ComposeHygiene::tr("has no finite derivative");
    case analysis::Failure::Digits: return ComposeHygiene::tr("loses its digits");
    }
    return {};
}

/// Networks train in float32, where most spellings break much earlier.
QString breakdownText(const analysis::Agreement& agreement)
{
    const auto& breakdown = agreement.single ? agreement.single : agreement.twofold;
    if (!breakdown)
        return ComposeHygiene::tr("can be computed more safely");
    const QString precision = agreement.single ? QStringLiteral("float32") : QStringLiteral("float64");
    return ComposeHygiene::tr("%1 in %2 where %3")
        .arg(failureText(breakdown->failure), precision, stretchText(breakdown->x));
}

QString code(const std::string& formula)
{
    return "<code>" + QString::fromStdString(formula).toHtmlEscaped() + "</code>";
}

QString proofText(const analysis::Agreement& whole)
{
    if (whole.largestDifference == 0)
        return ComposeHygiene::tr("At %1 places both are the same.").arg(whole.compared);
    return ComposeHygiene::tr("At %1 places both agree to %2.")
        .arg(whole.compared)
        .arg(numberText(whole.largestDifference, 1));
}

/// The part that breaks first, and how many more there are.
QString wordsFor(const analysis::StableProposal& proposal)
{
    const auto broken =
        std::ranges::find_if(proposal.parts, [](const auto& part) { return part.single.has_value(); });
    const bool anyBreaks = broken != proposal.parts.end();
    const auto& part = anyBreaks ? *broken : proposal.parts.front();
    const auto& rewrite = proposal.spelling.rewrites[anyBreaks ? std::size_t(broken - proposal.parts.begin()) : 0];
    QString words = ComposeHygiene::tr("%1 %2. Stable: %3.")
                        .arg(code(rewrite.before), breakdownText(part).toHtmlEscaped(), code(rewrite.after));
    if (proposal.parts.size() > 1)
        words += ' ' + ComposeHygiene::tr("And %1 more.").arg(proposal.parts.size() - 1);
    return words + ' ' + proofText(proposal.whole);
}

}  // namespace

ComposeHygiene::ComposeHygiene(models::ComposeModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_words(new QLabel(this)), m_rewrite(new QPushButton(tr("Rewrite"), this))
{
    m_words->setObjectName("compose-hygiene");
    m_words->setTextFormat(Qt::RichText);
    m_words->setWordWrap(true);
    setStyleProperty(*m_words, "role", "warning");
    m_rewrite->setObjectName("compose-rewrite");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_words, 1);
    row->addWidget(m_rewrite);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestBeforeJudging);
    connect(&m_rest, &QTimer::timeout, this, &ComposeHygiene::look);
    connect(m_rewrite, &QPushButton::clicked, &m_model, &models::ComposeModel::rewriteStably);
    connect(&m_model, &models::ComposeModel::changed, this, &ComposeHygiene::follow);
    hide();
    follow();
}

/// What the line says may be past; it stays until the hand rests, so that the plot above does not jump.
void ComposeHygiene::follow()
{
    const activation::ActivationPtr now = m_model.error() ? nullptr : m_model.activation();
    if (now == m_seen)
        return;
    m_seen = now;
    m_rewrite->setEnabled(false);
    m_rest.start();
}

void ComposeHygiene::look()
{
    const auto proposal = m_model.stableProposal();
    if (proposal)
        say(*proposal);
    setVisible(proposal.has_value());
}

void ComposeHygiene::say(const analysis::StableProposal& proposal)
{
    m_words->setText(wordsFor(proposal));
    m_rewrite->setEnabled(true);
    m_rewrite->setToolTip(tr("Write %1").arg(QString::fromStdString(proposal.spelling.formula)));
}

}  // namespace actlab::widgets
