#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

#include "app/models/compose_model.hpp"
#include "core/activation/formula_part.hpp"

namespace actlab::models {

/// The part of the formula, or of the gradient of one's own, that the person points at, with the curve of its own.
/// What is pointed at only in passing is not shown.
class ComposePart : public QObject {
    Q_OBJECT

public:
    enum class Of { Formula, Gradient };

    explicit ComposePart(ComposeModel& model, Of of = Of::Formula, QObject* parent = nullptr);

    /// What it is a part of. Where that is wrong or empty there is nothing to point at.
    const std::string& whole() const;
    bool isWrong() const;

    /// `part` is of whole() as it stands. nullopt: nothing is pointed at any more.
    void point(std::optional<activation::FormulaPart> part);
    /// What is shown. A part that has no curve is none.
    const std::optional<activation::FormulaPart>& part() const { return m_shown; }

    /// All of its curve; must be there.
    analysis::CurveSet curve(analysis::Interval x, int pixels) const;
    /// Its curve where the pieces around it choose it; nullopt where that is everywhere.
    std::optional<analysis::CurveSet> chosenCurve(analysis::Interval x, int pixels) const;

Q_SIGNALS:
    void changed();

private:
    void follow();
    void showWhatIsPointedAt();
    activation::ActivationPtr made(const std::string& formula) const;

    ComposeModel& m_model;
    Of m_of;
    QTimer m_rest;
    std::string m_text;                               ///< the whole that the parts are of
    std::vector<activation::Parameter> m_parameters;  ///< with which the curves were made
    std::optional<activation::FormulaPart> m_pointed, m_shown;
    activation::ActivationPtr m_whole, m_chosen;
};

}  // namespace actlab::models
