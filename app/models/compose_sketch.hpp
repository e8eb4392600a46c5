#pragma once

#include <QObject>
#include <QUndoStack>
#include <functional>
#include <memory>

#include "app/models/compose_model.hpp"
#include "app/models/latest_answer.hpp"
#include "app/models/sketch_proposals.hpp"

namespace actlab::models {

/// Drawing an activation by hand: what the hand drew, what it is to become, and what that looks like. The document
/// changes only by use(). What takes long is looked for in a worker thread, and given up when the hand goes on.
class ComposeSketch : public QObject {
    Q_OBJECT

public:
    using Hand = SketchDrawing::Hand;
    using Propose = std::function<SketchProposals(const SketchDrawing&, const SketchWish&, std::stop_token)>;

    explicit ComposeSketch(ComposeModel& model, QObject* parent = nullptr, Propose propose = proposalsFor);

    bool isOpen() const { return m_isOpen; }
    void open();
    void close();  ///< the drawing stays for the next time
    /// Makes the chosen proposal the draft, under the name that the draft has, as one undo step of the document;
    /// closes with an empty sheet. Does nothing where there is no proposal.
    void use();

    const SketchDrawing& drawing() const { return *m_drawing; }
    QUndoStack& undoStack() { return m_undoStack; }  ///< of the drawing alone
    void clear();
    /// A drawn curve goes on as points at its knots, and points as the curve through them.
    void setHand(Hand hand);

    const SketchLine& stroke() const { return m_stroke; }  ///< the one that is under way
    void begin(analysis::Point at);
    void extend(analysis::Point to);  ///< emits nothing
    void finish();
    void abandon();
    bool isStroking() const { return !m_stroke.empty(); }

    std::size_t addPoint(analysis::Point at);
    void movePoint(std::size_t index, analysis::Point to);  ///< one undo step until endMove()
    void endMove() { ++m_move; }
    void removePoint(std::size_t index);

    const SketchWish& wish() const { return m_wish; }
    void setKind(SketchKind kind);
    void setMostKnots(std::size_t most);
    void setLearnable(bool learnable);

    bool isSearching() const { return m_search.isBusy(); }
    /// Of the present drawing or, while isSearching(), of the one before; the best first.
    const std::vector<SketchProposal>& proposals() const { return m_proposals; }
    void choose(std::size_t proposal);
    std::size_t chosen() const { return m_chosen; }
    const SketchProposal* proposal() const;  ///< the chosen one; nullptr where there is none
    analysis::CurveSet curves(analysis::Interval x, int pixels) const;  ///< of proposal(), which must be there
    bool canBeUsed() const { return proposal() && !isSearching(); }
    QString problem() const { return m_problem; }  ///< what is wrong with the drawing; a sentence, or empty
    QString advice() const;                        ///< what the hand may do next; sentences
    QString verdict() const;                       ///< how near the chosen proposal is; sentences, or empty

Q_SIGNALS:
    void changed();

private:
    using Snapshot = std::shared_ptr<const SketchDrawing>;
    class DrawCommand;
    void draw(const QString& text, SketchDrawing drawing, int gesture = -1);
    void show(Snapshot drawing);
    void setWish(const SketchWish& wish);
    SketchDrawing asPoints() const;
    void look();
    bool isQuick() const;
    void take(SketchProposals found);

    ComposeModel& m_model;
    const Propose m_propose;
    bool m_isOpen = false;
    Snapshot m_drawing = std::make_shared<const SketchDrawing>();
    QUndoStack m_undoStack;
    SketchLine m_stroke;
    int m_move = 0;  ///< tells one drag of a point from the next
    SketchWish m_wish;
    std::vector<SketchProposal> m_proposals;
    std::size_t m_chosen = 0;
    QString m_problem;
    LatestAnswer<SketchProposals> m_search;  // last: stops and joins before what it uses dies
};

}  // namespace actlab::models
