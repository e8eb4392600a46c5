#include "app/widgets/formula_picture.hpp"

#include "app/widgets/formula_file.hpp"
#include "app/widgets/math_layout.hpp"
#include "app/widgets/math_outline.hpp"
#include "app/widgets/math_reading.hpp"
#include "app/widgets/save_dialog.hpp"
#include "app/widgets/theme.hpp"
#include "core/exporting/latex.hpp"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDir>
#include <QFontInfo>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <chrono>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr double kScale = 20.0 / kBaseFontPixels;  // of the type, against the base font
constexpr double kLeastScale = 0.6;                // smaller cannot be read
constexpr auto kBreath = std::chrono::milliseconds(100);
constexpr double kHighest = 140;  // px at the base font; higher ones shrink, then scroll

double basePixels()
{
    return QFontInfo(QApplication::font()).pixelSize();
}

/// Under the largest of the boxes that stand for this part.
void paintMark(QPainter& painter, const std::vector<MathPart>& parts, expr::Span span, const QColor& colour)
{
    constexpr double kMargin = 2;
    const auto part = std::find_if(parts.rbegin(), parts.rend(), [&](const MathPart& p) { return p.span == span; });
    if (part == parts.rend())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(part->rect.adjusted(-kMargin, -kMargin, kMargin, kMargin), kMargin, kMargin);
}

}  // namespace

FormulaPicture::FormulaPicture(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Formula as mathematics"));
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    setVisible(false);
    m_breath.setSingleShot(true);
    m_breath.setInterval(kBreath);
    connect(&m_breath, &QTimer::timeout, this, [this] {
        if (m_laidOut != m_formula)
            layOutAnew();
    });
}

void FormulaPicture::show(const QString& formula)
{
    setStale(false);
    if (formula != m_formula) {
        m_formula = formula;
        setToolTip(tr("Right-click to copy or save"));
        if (!m_breath.isActive() || isHidden() || formula.isEmpty())
            layOutAnew();
    }
}

void FormulaPicture::setStale(bool isStale)
{
    if (std::exchange(m_isStale, isStale) != isStale)
        viewport()->update();
}

void FormulaPicture::mark(std::optional<expr::Span> span)
{
    m_marked = span;
    viewport()->update();
}

QString FormulaPicture::latex() const
{
    const auto read = readForDisplay(m_formula);
    return read ? QString::fromStdString(exporting::latex(*read).value_or(std::string())) : QString();
}

void FormulaPicture::layOutAnew()
{
    m_laidOut = m_formula;
    m_breath.start();
    const auto read = readForDisplay(m_formula);
    const double em = kScale * basePixels();
    auto box = read ? layOut(*read, mathExtent, em) : std::nullopt;
    m_size = box ? QSizeF(box->width, box->height()) : QSizeF();
    m_outline = box ? outlineOf(*box).translated(0, box->ascent) : QPainterPath();
    m_parts = box ? std::move(box->parts) : std::vector<MathPart>{};
    for (MathPart& part : m_parts)
        part.rect.translate(0, box->ascent);
    setVisible(box.has_value());
    arrange();
    viewport()->update();
    Q_EMIT laidOut();
}

/// As large as there is room for, within what can be read.
void FormulaPicture::arrange()
{
    if (m_size.isEmpty())
        return;
    const double highest = kHighest * basePixels() / kBaseFontPixels;
    const double room = viewport()->width() - 2 * kSpace;
    const double fitting = std::min({1.0, room / m_size.width(), highest / m_size.height()});
    m_scale = std::max(fitting, kLeastScale);
    const QSizeF size = m_size * m_scale;
    const int tooWide = std::max(0, static_cast<int>(std::ceil(size.width() - room)));
    const int tooHigh = std::max(0, static_cast<int>(std::ceil(size.height() - highest)));
    horizontalScrollBar()->setRange(0, tooWide);
    horizontalScrollBar()->setPageStep(std::max(1, viewport()->width()));
    verticalScrollBar()->setRange(0, tooHigh);
    verticalScrollBar()->setPageStep(static_cast<int>(highest));
    const int bar = tooWide > 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    setFixedHeight(static_cast<int>(std::ceil(std::min(size.height(), highest))) + kSpace + bar);
}

QTransform FormulaPicture::placement() const
{
    const double room = viewport()->height() - m_size.height() * m_scale;
    return QTransform::fromTranslate(kSpace - horizontalScrollBar()->value(),
                                     std::max(0.0, room / 2) - verticalScrollBar()->value())
        .scale(m_scale, m_scale);
}

void FormulaPicture::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = placement().inverted().map(event->position());
    const auto part = std::ranges::find_if(m_parts, [&](const MathPart& each) { return each.rect.contains(at); });
    const bool isThere = part != m_parts.end() && !m_isStale;
    Q_EMIT pointed(isThere ? std::optional(part->span) : std::nullopt);
}

bool FormulaPicture::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        Q_EMIT pointed(std::nullopt);
    if (event->type() == QEvent::ToolTip && m_marked)
        return true;  // it would cover what is looked at
    return QAbstractScrollArea::viewportEvent(event);
}

void FormulaPicture::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(palette());
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(placement(), true);
    if (m_marked && !m_isStale)
        paintMark(painter, m_parts, *m_marked, theme.accentSoft);
    QColor colour = m_isStale ? theme.mutedText : theme.text;
    if (m_isStale)
        colour.setAlphaF(0.5F);
    painter.fillPath(m_outline, colour);
}

void FormulaPicture::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void FormulaPicture::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOutAnew();
}

void FormulaPicture::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy as image"), this, &FormulaPicture::copyImage);
    menu.addAction(tr("Copy LaTeX"), this, [this] { QApplication::clipboard()->setText(latex()); });
    menu.addAction(tr("Save as…"), this, &FormulaPicture::save);
    menu.exec(event->globalPos());
}

void FormulaPicture::copyImage()
{
    constexpr double kSharp = 3;
    QApplication::clipboard()->setImage(formulaImage(m_outline, kSharp));
}

void FormulaPicture::save()
{
    const QString path = askWhereToSave(
        {tr("Save the formula"), QStringLiteral("formula.svg"), tr("Pictures (*.svg *.pdf *.png)"), "svg"}, this);
    if (path.isEmpty())
        return;
    const auto error = writeFormula(m_outline, path);
    Q_EMIT said(error.value_or(tr("Wrote %1.").arg(QDir::toNativeSeparators(path))));
}

}  // namespace actlab::widgets
