#include "app/widgets/train_marks.hpp"

#include "app/widgets/theme.hpp"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

struct MarkWords {
    Q_DECLARE_TR_FUNCTIONS(MarkWords)
};

constexpr double kLeastPixelsBetween = 18;  ///< that two numbers need
constexpr int kMostEditsListed = 12;

QString changeWords(const nn::Mark& mark)
{
    const auto text = [](const std::string& words) { return QString::fromStdString(words); };
    const QString from = text(mark.from), to = text(mark.to), what = text(mark.what);
    const auto layer = static_cast<int>(mark.layer.value_or(0) + 1);
    switch (mark.kind) {
    case nn::MarkKind::LearningRate: return MarkWords::tr("learning rate %1 → %2").arg(from, to);
    case nn::MarkKind::Activation: return MarkWords::tr("layer %1: %2 → %3").arg(layer).arg(from, to);
    case nn::MarkKind::Formula: return MarkWords::tr("layer %1: another formula of %2").arg(layer).arg(what);
    case nn::MarkKind::Parameter: return MarkWords::tr("layer %1: %2 %3 → %4").arg(layer).arg(what, from, to);
    case nn::MarkKind::Weight: return MarkWords::tr("layer %1, %2: %3 → %4").arg(layer).arg(what, from, to);
    case nn::MarkKind::Frozen: break;
    }
    return mark.to == "frozen" ? MarkWords::tr("layer %1 frozen").arg(layer)
                               : MarkWords::tr("layer %1 trains again").arg(layer);
}

}  // namespace

QString wordsFor(const nn::Mark& mark)
{
    const auto at = static_cast<qulonglong>(mark.at.epoch), until = static_cast<qulonglong>(mark.until.epoch);
    const QString when =
        at == until ? MarkWords::tr("epoch %1").arg(at) : MarkWords::tr("epochs %1 to %2").arg(at).arg(until);
    return when + QStringLiteral(" · ") + changeWords(mark);
}

TrainMarks::TrainMarks(QCustomPlot& plot)
    : m_plot(plot), m_where([](const nn::RunPlace& place) { return static_cast<double>(place.epoch); })
{
}

void TrainMarks::setAxis(Where where)
{
    m_where = std::move(where);
    place();
}

void TrainMarks::show(const std::vector<nn::Mark>& marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    place();
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

double TrainMarks::pixelOf(const nn::Mark& mark) const
{
    return m_plot.xAxis->coordToPixel(m_where(mark.at));
}

std::vector<TrainMarks::Group> TrainMarks::groups() const
{
    const QRect area = m_plot.axisRect()->rect();
    std::vector<Group> found;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const double x = pixelOf(m_marks[i]);
        if (!(x >= area.left() && x <= area.right()))
            continue;
        if (!found.empty() && x - found.back().x < kLeastPixelsBetween)
            found.back().last = i;
        else
            found.push_back({i, i, x});
    }
    return found;
}

void TrainMarks::grow(std::size_t count)
{
    while (m_lines.size() < count) {
        auto* line = m_lines.emplace_back(new QCPItemLine(&m_plot));
        auto* label = m_labels.emplace_back(new QCPItemText(&m_plot));
        for (QCPItemPosition* end : {line->start, line->end, label->position}) {
            end->setTypeX(QCPItemPosition::ptPlotCoords);
            end->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        label->setPadding({3, 0, 3, 0});
        for (QCPAbstractItem* item : {static_cast<QCPAbstractItem*>(line), static_cast<QCPAbstractItem*>(label)})
            item->setSelectable(false);
    }
}

/// Over its line, and at an edge of the plot inside.
Qt::Alignment TrainMarks::alignmentAt(double x) const
{
    const QRect area = m_plot.axisRect()->rect();
    if (x - area.left() < kLeastPixelsBetween / 2)
        return Qt::AlignTop | Qt::AlignLeft;
    if (area.right() - x < kLeastPixelsBetween / 2)
        return Qt::AlignTop | Qt::AlignRight;
    return Qt::AlignTop | Qt::AlignHCenter;
}

void TrainMarks::place()
{
    const std::vector<Group> shown = groups();
    grow(shown.size());
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i]->setVisible(i < shown.size());
        m_labels[i]->setVisible(i < shown.size());
        if (i >= shown.size())
            continue;
        const Group& group = shown[i];
        const double x = m_where(m_marks[group.first].at);
        const QString first = QString::number(group.first + 1);
        m_lines[i]->start->setCoords(x, 0);
        m_lines[i]->end->setCoords(x, 1);
        m_lines[i]->setPen(m_pen);
        m_labels[i]->position->setCoords(x, 0);
        m_labels[i]->setPositionAlignment(alignmentAt(group.x));
        m_labels[i]->setText(group.first == group.last ? first : first + QStringLiteral("+"));
        m_labels[i]->setColor(m_ink);
        m_labels[i]->setBrush(m_paper);
        m_labels[i]->setPen(QPen(m_pen.color(), 1));
        m_labels[i]->setFont(m_font);
    }
}

void TrainMarks::recolour(const Theme& theme, const QFont& font)
{
    m_pen = QPen(theme.mutedText, 1, Qt::DashLine);
    m_ink = theme.text;
    m_paper = theme.surface;
    m_font = font;
    place();
}

QString TrainMarks::textAt(QPoint point) const
{
    QStringList lines;
    for (const Group& group : groups())
        if (std::abs(group.x - point.x()) < kLeastPixelsBetween / 2)
            for (std::size_t i = group.first; i <= group.last; ++i)
                lines.append(QString::number(i + 1) + QStringLiteral(".  ") + wordsFor(m_marks[i]));
    if (lines.size() > kMostEditsListed) {
        const auto more = static_cast<int>(lines.size()) - kMostEditsListed;
        lines.resize(kMostEditsListed);
        lines.append(MarkWords::tr("… and %n more", nullptr, more));
    }
    return lines.join('\n');
}

}  // namespace actlab::widgets
