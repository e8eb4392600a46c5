#pragma once

#include <QTimer>
#include <functional>
#include <memory>

#include "app/models/latest_answer.hpp"
#include "app/models/torch_comparison.hpp"
#include "core/analysis/verdicts.hpp"

namespace actlab::models {

/// What the checks found about one activation.
struct Checked {
    activation::ActivationPtr activation;
    analysis::Report report;
    std::optional<TorchComparison> torch;     ///< where the person asked for it
    std::vector<analysis::Verdict> verdicts;  ///< all of it in words, topic by topic
};

/// Checks the activation that is worked on, in a thread of its own, whenever it has rested a moment. What was found
/// before stays until it is renewed.
class ChecksModel : public QObject {
    Q_OBJECT

public:
    using Check = std::function<analysis::Report(const activation::Activation&, std::stop_token)>;
    using Compare = std::function<TorchComparison(const activation::ActivationPtr&, const std::stop_token&)>;

    explicit ChecksModel(QObject* parent = nullptr);
    ChecksModel(Check check, Compare compare, QObject* parent = nullptr);

    /// nullptr: there is none, and nothing to say about it.
    void setActivation(const activation::ActivationPtr& activation);
    /// The activation cannot be checked as it stands, because of this; what was found before stays, out of date.
    void setProblem(const QString& sentence);
    /// Nothing is checked that nobody looks at.
    void setWatched(bool isWatched);
    /// What the checks say about the activation as it stands, waited for where they are not through; nullptr where
    /// there is nothing to check.
    std::shared_ptr<const Checked> upToDate();
    /// Also beside PyTorch, once. For what is checked; does nothing while there is nothing.
    void compareWithTorch();
    void stopComparing();  ///< what was measured by then counts for nothing

    /// Of the activation as it stands or, while isOutOfDate(), as it was; nullptr where there is none.
    const std::shared_ptr<const Checked>& checked() const { return m_checked; }
    bool isOutOfDate() const;
    bool isChecking() const { return m_rest.isActive() || m_check.isBusy(); }
    bool isComparing() const { return m_comparison.isBusy(); }
    QString problem() const { return m_problem; }  ///< why nothing new is found; a sentence, or empty

Q_SIGNALS:
    void changed();

private:
    using Outcome = tl::expected<std::shared_ptr<const Checked>, QString>;
    std::function<Outcome(std::stop_token)> work() const;
    void checkSoon();
    void begin();
    void stop();
    void take(const Outcome& outcome);
    void takeComparison(const TorchComparison& comparison);

    const Check m_checkNow;
    const Compare m_compare;
    bool m_isWatched = false;
    activation::ActivationPtr m_activation;
    std::shared_ptr<const Checked> m_checked;
    QString m_problem;
    QTimer m_rest;
    LatestAnswer<TorchComparison> m_comparison;  // last: they stop and join before what they use dies
    LatestAnswer<Outcome> m_check;
};

}  // namespace actlab::models
