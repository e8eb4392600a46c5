#include "app/models/compose_sketch.hpp"

#include <QUndoCommand>
#include <algorithm>
#include <utility>

namespace actlab::models {

namespace {

using analysis::Point;

constexpr int kMostSteps = 100;

}  // namespace

/// The drawing before and after.
class ComposeSketch::DrawCommand : public QUndoCommand {
public:
    DrawCommand(ComposeSketch& sketch, const QString& text, Snapshot after, int gesture)
        : QUndoCommand(text),
          m_sketch(sketch),
          m_before(sketch.m_drawing),
          m_after(std::move(after)),
          m_gesture(gesture)
    {
    }

    void undo() override { m_sketch.show(m_before); }
    void redo() override { m_sketch.show(m_after); }
    int id() const override { return m_gesture; }
    bool mergeWith(const QUndoCommand* next) override
    {
        m_after = static_cast<const DrawCommand*>(next)->m_after;
        return true;
    }

private:
    ComposeSketch& m_sketch;
    Snapshot m_before, m_after;
    int m_gesture;  ///< -1: merges with nothing
};

ComposeSketch::ComposeSketch(ComposeModel& model, QObject* parent, Propose propose)
    : QObject(parent),
      m_model(model),
      m_propose(std::move(propose)),
      m_search(*this, [](const QString& why) -> SketchProposals {
          return tl::unexpected(tr("The search broke off: %1").arg(why).toStdString());
      })
{
    m_undoStack.setUndoLimit(kMostSteps);
}

void ComposeSketch::open()
{
    if (!std::exchange(m_isOpen, true))
        Q_EMIT changed();
}

void ComposeSketch::close()
{
    m_stroke.clear();
    if (std::exchange(m_isOpen, false))
        Q_EMIT changed();
}

void ComposeSketch::use()
{
    if (!canBeUsed())
        return;
    activation::Definition taken = proposal()->activation->definition();
    const QString name = m_model.name().trimmed();
    taken.name = (name.isEmpty() ? tr("My drawing") : name).toStdString();
    m_model.workspace().edit(tr("Draw the curve"),
                             [&](workspace::Document& document) { document.draft.definition = taken; });
    m_undoStack.clear();
    show(std::make_shared<const SketchDrawing>(SketchDrawing{drawing().hand, {}, {}}));
    close();
}

void ComposeSketch::clear()
{
    if (!drawing().isEmpty())
        draw(tr("Start again"), {drawing().hand, {}, {}});
}

void ComposeSketch::setHand(Hand hand)
{
    if (hand == drawing().hand)
        return;
    m_stroke.clear();
    SketchDrawing other = hand == Hand::Points ? asPoints() : asStroke(drawing(), formOf(m_wish.kind));
    other.hand = hand;
    draw(hand == Hand::Points ? tr("Go on with points") : tr("Go on with a stroke"), std::move(other));
}

/// Points at the knots or, along a function that has none, a few at equal distances.
SketchDrawing ComposeSketch::asPoints() const
{
    constexpr int kFew = 9;
    SketchDrawing result{Hand::Points, {}, {}};
    if (!proposal())
        return result;
    result.points = proposal()->knots;
    if (!result.points.empty())
        return result;
    const SketchLine samples = drawing().samples();
    const auto [left, right] = std::ranges::minmax(samples, {}, &Point::x);
    std::vector<double> x;
    for (int i = 0; i < kFew; ++i)
        x.push_back(left.x + (right.x - left.x) * i / (kFew - 1));
    const auto y = proposal()->activation->evaluate<double>(x, 0)[0];
    for (std::size_t i = 0; i < x.size(); ++i)
        result.points.push_back({x[i], y[i]});
    return result;
}

void ComposeSketch::begin(Point at)
{
    m_stroke = {at};
}

void ComposeSketch::extend(Point to)
{
    if (isStroking())
        m_stroke.push_back(to);
}

/// A line that no function can follow is not worth keeping beside the next one.
void ComposeSketch::finish()
{
    SketchLine stroke = std::exchange(m_stroke, {});
    if (stroke.size() < 2) {
        m_problem = drawing().isEmpty() ? tr("That was one point. Keep the button pressed and go on to the right.")
                                        : QString();
        return Q_EMIT changed();
    }
    const bool isLost = m_proposals.empty() && !isSearching();
    draw(tr("Draw a stroke"), withStroke(isLost ? SketchDrawing{} : drawing(), std::move(stroke)));
}

void ComposeSketch::abandon()
{
    m_stroke.clear();
    Q_EMIT changed();
}

std::size_t ComposeSketch::addPoint(Point at)
{
    SketchDrawing more = drawing();
    more.points.push_back(at);
    endMove();
    draw(tr("Set a point"), std::move(more), m_move);  // where it goes before it is let go is part of it
    return drawing().points.size() - 1;
}

void ComposeSketch::movePoint(std::size_t index, Point to)
{
    if (index >= drawing().points.size() || drawing().points[index] == to)
        return;
    SketchDrawing moved = drawing();
    moved.points[index] = to;
    draw(tr("Move a point"), std::move(moved), m_move);
}

void ComposeSketch::removePoint(std::size_t index)
{
    if (index >= drawing().points.size())
        return;
    SketchDrawing less = drawing();
    less.points.erase(less.points.begin() + static_cast<std::ptrdiff_t>(index));
    draw(tr("Remove a point"), std::move(less));
}

void ComposeSketch::draw(const QString& text, SketchDrawing drawing, int gesture)
{
    m_undoStack.push(
        new DrawCommand(*this, text, std::make_shared<const SketchDrawing>(std::move(drawing)), gesture));
}

void ComposeSketch::show(Snapshot drawing)
{
    m_drawing = std::move(drawing);
    m_stroke.clear();
    look();
}

}  // namespace actlab::models
