#include "app/models/checks_model.hpp"

#include <chrono>

namespace actlab::models {

namespace {

constexpr auto kRestBeforeChecking = std::chrono::milliseconds(150);

std::shared_ptr<const Checked> inWords(activation::ActivationPtr activation, analysis::Report report,
                                       std::optional<TorchComparison> torch = std::nullopt)
{
    auto verdicts = verdictsOf(*activation, report, torch ? torch->autograd : std::nullopt);
    if (torch)
        for (const analysis::ActivationTiming& timing : torch->timings)
            verdicts.push_back(verdictOf(timing));
    return std::make_shared<const Checked>(
        Checked{std::move(activation), std::move(report), std::move(torch), std::move(verdicts)});
}

}  // namespace

ChecksModel::ChecksModel(QObject* parent)
    : ChecksModel([](const activation::Activation& activation,
                     std::stop_token stop) { return analysis::checkActivation(activation, std::nullopt, stop); },
                  models::compareWithTorch, parent)
{
}

ChecksModel::ChecksModel(Check check, Compare compare, QObject* parent)
    : QObject(parent),
      m_checkNow(std::move(check)),
      m_compare(std::move(compare)),
      m_comparison(*this,
                   [](const QString& why) {
                       return TorchComparison{{}, {}, tr("The comparison broke off: %1").arg(why)};
                   }),
      m_check(*this,
              [](const QString& why) -> Outcome { return tl::unexpected(tr("The check broke off: %1").arg(why)); })
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestBeforeChecking);
    connect(&m_rest, &QTimer::timeout, this, &ChecksModel::begin);
}

void ChecksModel::setActivation(const activation::ActivationPtr& activation)
{
    if (activation == m_activation && m_problem.isEmpty())
        return;
    stop();
    m_activation = activation;
    m_problem.clear();
    if (!activation)
        m_checked = nullptr;
    checkSoon();
    Q_EMIT changed();
}

void ChecksModel::setProblem(const QString& sentence)
{
    if (sentence == m_problem)
        return;
    stop();
    m_problem = sentence;
    Q_EMIT changed();
}

void ChecksModel::setWatched(bool isWatched)
{
    if (std::exchange(m_isWatched, isWatched) == isWatched)
        return;
    if (!isWatched)
        stop();
    checkSoon();
    Q_EMIT changed();
}

bool ChecksModel::isOutOfDate() const
{
    return m_checked && (m_checked->activation != m_activation || !m_problem.isEmpty());
}

void ChecksModel::checkSoon()
{
    const bool isKnown = m_checked && m_checked->activation == m_activation;
    if (m_isWatched && m_activation && m_problem.isEmpty() && !isKnown)
        m_rest.start();
}

void ChecksModel::stop()
{
    m_rest.stop();
    m_check.forget();
    m_comparison.forget();
}

std::function<ChecksModel::Outcome(std::stop_token)> ChecksModel::work() const
{
    return [check = m_checkNow, activation = m_activation](std::stop_token stop) -> Outcome {
        analysis::Report report = check(*activation, stop);
        if (stop.stop_requested())
            return tl::unexpected(QString());  // nobody hears it
        return inWords(activation, std::move(report));
    };
}

void ChecksModel::begin()
{
    m_check.ask(work(), [this](const Outcome& outcome) { take(outcome); });
}

std::shared_ptr<const Checked> ChecksModel::upToDate()
{
    if (!m_activation || !m_problem.isEmpty())
        return nullptr;
    if (!m_checked || isOutOfDate()) {
        stop();
        take(m_check.now(work()));
    }
    return isOutOfDate() ? nullptr : m_checked;
}

void ChecksModel::take(const Outcome& outcome)
{
    if (outcome)
        m_checked = *outcome;
    else
        m_problem = outcome.error();
    Q_EMIT changed();
}

void ChecksModel::compareWithTorch()
{
    if (!m_checked || isOutOfDate() || isComparing())
        return;
    m_comparison.ask(
        [compare = m_compare, activation = m_activation](std::stop_token stop) { return compare(activation, stop); },
        [this](const TorchComparison& comparison) { takeComparison(comparison); });
    Q_EMIT changed();
}

void ChecksModel::stopComparing()
{
    m_comparison.forget();
    Q_EMIT changed();
}

void ChecksModel::takeComparison(const TorchComparison& comparison)
{
    m_checked = inWords(m_checked->activation, m_checked->report, comparison);
    Q_EMIT changed();
}

}  // namespace actlab::models
