#pragma once

#include <QPoint>
#include <QString>
#include <functional>
#include <vector>

#include "core/nn/mark.hpp"

class QCPItemLine;
class QCPItemText;
class QCustomPlot;

namespace actlab::widgets {

struct Theme;

/// Where a run was edited, on a plot of it: a thin line with a number at its top for each edit, or for those that
/// would lie on one another. The plot must outlive it.
class TrainMarks {
public:
    /// Where on the horizontal axis a place of the run lies.
    using Where = std::function<double(const nn::RunPlace&)>;

    explicit TrainMarks(QCustomPlot& plot);

    void setAxis(Where where);
    void show(const std::vector<nn::Mark>& marks);
    /// After the axes, or the size of the plot, have changed.
    void place();
    void recolour(const Theme& theme, const QFont& font);
    /// What was edited at this point of the plot, a line for each edit; empty where nothing was.
    QString textAt(QPoint point) const;

private:
    /// Neighbours with one line.
    struct Group {
        std::size_t first, last;
        double x;  ///< in pixels
    };
    std::vector<Group> groups() const;
    Qt::Alignment alignmentAt(double x) const;
    double pixelOf(const nn::Mark& mark) const;
    void grow(std::size_t count);

    QCustomPlot& m_plot;
    Where m_where;
    std::vector<nn::Mark> m_marks;
    std::vector<QCPItemLine*> m_lines;  ///< the plot's
    std::vector<QCPItemText*> m_labels;
    QPen m_pen;
    QColor m_ink, m_paper;
    QFont m_font;
};

/// "epoch 57 · layer 1: Tanh → GELU"
QString wordsFor(const nn::Mark& mark);

}  // namespace actlab::widgets
