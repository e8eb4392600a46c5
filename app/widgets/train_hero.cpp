#include "app/widgets/train_hero.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_colours.hpp"
#include "app/widgets/train_confusion.hpp"
#include "app/widgets/train_decision_plot.hpp"
#include "app/widgets/train_digits_grid.hpp"
#include "app/widgets/train_digits_view.hpp"
#include "app/widgets/train_fit_plot.hpp"
#include "app/widgets/train_paint_palette.hpp"
#include "app/widgets/train_paint_surface.hpp"
#include "core/data/features.hpp"
#include "core/data/points.hpp"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTextDocument>
#include <qcustomplot.h>

namespace actlab::widgets {

namespace {

QString sign(const QColor& colour, const QString& glyph, const QString& words)
{
    return QStringLiteral("<span style='color:%1'>%2</span>&nbsp;%3")
        .arg(colour.name(), glyph, words.toHtmlEscaped().replace(' ', "&nbsp;"));
}

QStringList pointSigns(const QColor& colour)
{
    return {sign(colour, "●", TrainHero::tr("training")), sign(colour, "○", TrainHero::tr("test"))};
}

QStringList classSigns(const data::Dataset& data, const Theme& theme)
{
    QStringList signs;
    for (std::size_t number = 0; number < data.classes; ++number) {
        const QString name = number < data.classNames.size()
                                 ? QString::fromStdString(data.classNames[number]).replace('-', QStringLiteral("−"))
                                 : QString::number(number);
        signs << sign(classColour(number, data.classes, theme), "■", TrainHero::tr("class %1").arg(name));
    }
    signs << pointSigns(theme.mutedText);
    if (data.classes == 2)
        signs << sign(theme.text, "━", TrainHero::tr("undecided"));
    return signs;
}

QStringList valueSigns(const Theme& theme)
{
    return QStringList{sign(classColour(0, 2, theme), "■", TrainHero::tr("below 0")),
                       sign(classColour(1, 2, theme), "■", TrainHero::tr("above 0"))} +
           pointSigns(theme.mutedText);
}

QStringList fitSigns(const Theme& theme)
{
    return pointSigns(classColour(1, 2, theme)) +
           QStringList{sign(classColour(0, 2, theme), "━", TrainHero::tr("the network"))};
}

}  // namespace

TrainHero::TrainHero(QWidget* parent)
    : QWidget(parent),
      m_palette(new TrainPaintPalette(this)),
      m_layout(new QBoxLayout(QBoxLayout::TopToBottom)),
      m_legend(new QLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_decision(new TrainDecisionPlot(this)),
      m_fit(new TrainFitPlot(this)),
      m_digits(new TrainDigitsView(this)),
      m_confusion(new TrainConfusion(this)),
      m_nothing(hintLabel(tr("Values over this many inputs have no picture; see the curves."), this))
{
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setAlignment(Qt::AlignCenter);
    m_nothing->setAlignment(Qt::AlignCenter);
    for (QWidget* page : std::initializer_list<QWidget*>{m_decision, m_fit, m_digits, m_confusion, m_nothing})
        m_stack->addWidget(page);
    m_palette->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_palette);
    column->addLayout(m_layout, 1);
    m_layout->setSpacing(kSpace);
    m_layout->addWidget(m_legend);
    m_layout->addWidget(m_stack, 1);
}

void TrainHero::showData(std::shared_ptr<const data::Dataset> data)
{
    m_data = std::move(data);
    choosePage();
    clearPicture();
    showLegend();
}

void TrainHero::choosePage()
{
    if (m_canvas) {
        m_decision->showData(m_canvas);
        m_stack->setCurrentWidget(m_decision);
    } else if (m_data->imageWidth > 0) {
        m_digits->showData(m_data);
        m_stack->setCurrentWidget(m_digits);
    } else if (data::dimensions(*m_data) == 2) {
        m_decision->showData(m_data);
        m_stack->setCurrentWidget(m_decision);
    } else if (data::dimensions(*m_data) == 1 && m_data->task == data::Task::Regression) {
        m_fit->showData(m_data);
        m_stack->setCurrentWidget(m_fit);
    } else if (m_data->task == data::Task::Classification) {
        m_confusion->showData(m_data);
        m_stack->setCurrentWidget(m_confusion);
    } else {
        m_stack->setCurrentWidget(m_nothing);
    }
}

void TrainHero::showCanvas(const data::DataSpec& painted)
{
    m_palette->showCount(painted.points.size());
    paintSurface().setInviting(painted.points.empty());
    setCanvas(std::make_shared<const data::Dataset>(data::paintedDataset(painted)));
}

bool TrainHero::leaveCanvas()
{
    if (!m_canvas)
        return false;
    setCanvas(nullptr);
    return true;
}

void TrainHero::setCanvas(std::shared_ptr<const data::Dataset> canvas)
{
    m_canvas = std::move(canvas);
    m_palette->setVisible(m_canvas != nullptr);
    paintSurface().setVisible(m_canvas != nullptr);
    if (shown())
        choosePage();
    if (!fitsCanvas())
        clearPicture();
    showLegend();
}

/// Whether the answers on the screen are about such points and classes.
bool TrainHero::fitsCanvas() const
{
    return !m_canvas || (m_data && m_data->name == m_canvas->name && m_data->classes == m_canvas->classes);
}

TrainPaintSurface& TrainHero::paintSurface() const
{
    return m_decision->paintSurface();
}

void TrainHero::showPicture(const nn::Picture& picture)
{
    if (!fitsCanvas())
        return;
    const QWidget* page = m_stack->currentWidget();
    const bool whole = !picture.values.empty() && picture.values.size() == picture.width * picture.height;
    if (page == m_digits)
        m_digits->showPicture(picture);
    else if (page == m_confusion)
        m_confusion->showPicture(picture);
    else if (page == m_decision && whole && picture.height > 1)
        m_decision->showPicture(picture);
    else if (page == m_fit && whole)
        m_fit->showPicture(picture);
}

void TrainHero::clearPicture()
{
    m_decision->clearPicture();
    m_fit->clearPicture();
    m_digits->clearPicture();
    m_confusion->clearPicture();
}

void TrainHero::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        showLegend();
    QWidget::changeEvent(event);
}

void TrainHero::showLegend()
{
    const QWidget* page = m_stack->currentWidget();
    const Theme theme = themeOf(palette());
    const bool drawn = shown() && (page == m_decision || page == m_fit);
    m_legend->setVisible(drawn);
    if (!drawn)
        return;
    // The map is square and lower than wide: there the signs stand beside it.
    m_layout->setDirection(page == m_fit ? QBoxLayout::TopToBottom : QBoxLayout::RightToLeft);
    m_legend->setAlignment(page == m_fit ? Qt::AlignCenter : Qt::AlignTop | Qt::AlignLeft);
    m_legend->setText(legendIn(theme));
}

/// Empty where the picture explains itself.
QString TrainHero::legendIn(const Theme& theme) const
{
    if (m_stack->currentWidget() == m_fit)
        return fitSigns(theme).join(QStringLiteral("&ensp; "));
    if (m_stack->currentWidget() != m_decision)
        return {};
    const bool hasClasses = shown()->task == data::Task::Classification;
    return (hasClasses ? classSigns(*shown(), theme) : valueSigns(theme)).join(QStringLiteral("<br>"));
}

Figure TrainHero::figure()
{
    const QWidget* page = m_stack->currentWidget();
    if (page == m_nothing)
        return {};
    return {.key = QStringLiteral("answers"),
            .name = page == m_decision ? tr("Decision picture")
                    : page == m_fit    ? tr("Fit")
                    : page == m_digits ? tr("Test pictures")
                                       : tr("Answers by class"),
            .size = size(),
            .paint = [this](QCPPainter& painter, QSize size) { paintFigure(painter, size); }};
}

/// The legend of the square map stands at its right, that of a fit above it, as on the screen.
void TrainHero::paintFigure(QCPPainter& painter, QSize size)
{
    const Theme theme = lightTheme();
    const QWidget* page = m_stack->currentWidget();
    painter.fillRect(QRect({}, size), theme.surface);
    QTextDocument legend;
    legend.setDefaultFont(font());
    legend.setHtml(QStringLiteral("<span style='color:%1'>%2</span>").arg(theme.text.name(), legendIn(theme)));
    const QSize words = legend.size().toSize();
    painter.save();
    if (page == m_decision) {
        m_decision->paintFigure(painter, size - QSize(words.width() + kSpace, 0));
        painter.translate(size.width() - words.width(), kSpace);
        legend.drawContents(&painter);
    } else if (page == m_fit) {
        painter.translate((size.width() - words.width()) / 2.0, 0);
        legend.drawContents(&painter);
        painter.translate(-(size.width() - words.width()) / 2.0, words.height());
        m_fit->paintFigure(painter, size - QSize(0, words.height()));
    } else if (page == m_digits) {
        m_digits->grid().paint(painter, size, theme);
    } else if (page == m_confusion) {
        m_confusion->setPalette(paletteOf(theme));
        painter.scale(static_cast<double>(size.width()) / m_confusion->width(),
                      static_cast<double>(size.height()) / m_confusion->height());
        m_confusion->render(&painter, {}, {}, {});
        m_confusion->setPalette({});
    }
    painter.restore();
}

}  // namespace actlab::widgets
