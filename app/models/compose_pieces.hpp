#pragma once

#include <QObject>
#include <vector>

#include "app/models/compose_model.hpp"
#include "core/analysis/coverage.hpp"
#include "core/analysis/joins.hpp"
#include "core/analysis/repair.hpp"

namespace actlab::models {

/// A boundary between two pieces as the hand finds it.
struct Knot {
    analysis::PieceJoin join;
    bool moves = false;
};

/// The composed formula as pieces one can touch. Every edit is one undo step; what cannot be done is refused in a
/// sentence and changes nothing. While the formula is wrong there is nothing to touch.
class ComposePieces : public QObject {
    Q_OBJECT

public:
    explicit ComposePieces(ComposeModel& model, QObject* parent = nullptr);

    ComposeModel& model() { return m_model; }
    const std::vector<Knot>& knots() const { return m_knots; }  ///< ascending in x
    const std::vector<analysis::CoverageRemark>& remarks() const { return m_remarks; }

    /// A drag is seen from where it began, so that going back brings everything back. The knot stops at its
    /// neighbours.
    void grab(std::size_t knot);
    void drag(double x);
    void drop();
    void takeBack();
    bool isDragging() const { return m_grabbed.has_value(); }

    void split(double x);
    void merge(std::size_t knot, analysis::Side kept);
    void toggleEnd(std::size_t knot);
    void repair(std::size_t knot, analysis::Repair repair);  ///< a blend is at most 1 wide, and has room

Q_SIGNALS:
    void changed();
    void refused(const QString& why);

private:
    struct Grabbed {
        activation::ActivationPtr from;
        double x;
    };
    void follow();
    void take(const analysis::Edited& edited, const QString& text, const QString& gesture = {});

    ComposeModel& m_model;
    activation::ActivationPtr m_seen;  ///< what m_knots and m_remarks were read from
    std::vector<Knot> m_knots;
    std::vector<analysis::CoverageRemark> m_remarks;
    std::optional<Grabbed> m_grabbed;
};

}  // namespace actlab::models
