#pragma once

#include <QObject>
#include <vector>

#include "app/models/compose_knots.hpp"
#include "app/models/compose_model.hpp"
#include "core/analysis/coverage.hpp"
#include "core/analysis/repair.hpp"

namespace actlab::models {

/// The composed formula as pieces one can touch. Every edit is one undo step; what cannot be done is refused in a
/// sentence and changes nothing. While the formula is wrong there is nothing to touch.
class ComposePieces : public QObject {
    Q_OBJECT

public:
    explicit ComposePieces(ComposeModel& model, QObject* parent = nullptr);

    ComposeModel& model() { return m_model; }
    const std::vector<Knot>& knots() const { return m_knots; }  ///< ascending in x
    const std::vector<analysis::CoverageRemark>& remarks() const { return m_remarks; }
    /// Where each piece applies; empty where there is only one. While the formula is wrong, as it last was right.
    std::vector<analysis::Stretch> stretches(analysis::Interval x) const;

    /// A drag is seen from where it began, so that going back brings everything back. The knot stops at its
    /// neighbours.
    void grab(std::size_t knot, std::size_t end = 0);
    /// How near a hand comes: a knot stops so far from its neighbours, and an end so far from the other one meets it.
    struct Reach {
        double x = 0, y = 0;
    };
    /// A coordinate that is left out stays as it was.
    void drag(std::optional<double> x, std::optional<double> y, Reach reach = {0, 0});
    void drop();
    void takeBack();
    bool isDragging() const { return m_grabbed.has_value(); }

    void split(double x);
    void merge(std::size_t knot, analysis::Side kept);
    void toggleEnd(std::size_t knot);
    /// What a repair of this knot would make of the formula, or why it cannot be; the order's own knot is ignored.
    analysis::Edited repaired(std::size_t knot, analysis::RepairOrder order) const;
    void repair(std::size_t knot, const analysis::RepairOrder& order);
    double widestBlend(std::size_t knot) const;  ///< infinite where it has room without end

Q_SIGNALS:
    void released();  ///< a knot left the hand: its ends may be others
    void refused(const QString& why);

private:
    struct Grabbed {
        analysis::PieceMap from;
        std::size_t knot, end;
        Knot taken;
    };
    void follow();
    void read();
    void letGo();
    bool hasMoved() const;
    analysis::EditedPieces dragged(std::optional<double> x, std::optional<double> y, Reach reach) const;
    void take(const analysis::Edited& edited, const QString& text, const QString& gesture = {});

    ComposeModel& m_model;
    activation::ActivationPtr m_seen;          ///< what m_map was read from
    std::optional<analysis::PieceMap> m_map;   ///< of the formula as it last was right
    std::optional<analysis::PieceMap> m_next;  ///< what m_map becomes if a drag is taken
    bool m_isRight = false;                    ///< the formula as it stands
    std::vector<Knot> m_knots;
    std::vector<analysis::CoverageRemark> m_remarks;
    std::optional<Grabbed> m_grabbed;
};

}  // namespace actlab::models
