#include "app/widgets/train_network_picture.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/number_text.hpp"
#include "app/widgets/train_form.hpp"
#include "app/widgets/train_network_words.hpp"
#include "app/widgets/train_weight_editor.hpp"
#include "app/widgets/train_width_buttons.hpp"
#include "core/nn/engine.hpp"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <qcustomplot.h>

namespace actlab::widgets {

namespace {

constexpr int kNeurons = 184, kLeastNeurons = 60;  // pixels from the top of a column to its bottom

// For the words over and under the neurons.
int spaceAbove()
{
    return scaledToType(22);
}
int spaceBelow()
{
    return scaledToType(26);
}

/// Whether the parameters of the links lie where this network has them: activations that learn may have moved them.
bool haveTheirPlaces(const std::vector<TrainNetworkLinks>& links, const nn::TrainingSpec& spec,
                     const data::Dataset& data)
{
    if (!std::ranges::all_of(spec.hidden, [](const nn::Layer& layer) { return layer.activation != nullptr; }))
        return false;
    return std::ranges::equal(links, nn::layoutOf(spec, data).layers, {}, &TrainNetworkLinks::firstWeight,
                              &nn::Layout::Dense::weights);
}

}  // namespace

TrainNetworkPicture::TrainNetworkPicture(QWidget* parent)
    : QWidget(parent), m_buttons(new TrainWidthButtons(this)), m_card(new TrainNeuronCard(this))
{
    setObjectName("train-network");
    setMouseTracking(true);
    m_drawing.theme = themeOf(palette());
    connect(m_buttons, &TrainWidthButtons::widthAsked, this, &TrainNetworkPicture::widthAsked);
}

QSize TrainNetworkPicture::sizeHint() const
{
    return {400, spaceAbove() + m_drawing.bowRoom() + kNeurons + spaceBelow()};
}

QSize TrainNetworkPicture::minimumSizeHint() const
{
    return {std::max(200, leastNetworkWidth(m_drawing.columns)),
            spaceAbove() + m_drawing.bowRoom() + kLeastNeurons + spaceBelow()};
}

void TrainNetworkPicture::showNetwork(const nn::TrainingSpec& spec, const data::Dataset& data)
{
    m_drawing.columns = networkColumns(spec, data);
    setAccessibleDescription({});
    if (!fits(m_drawing.links) || !haveTheirPlaces(m_drawing.links, spec, data))
        clearPortrait();
    m_drawing.takeCurves(devicePixelRatioF());
    m_buttons->show(m_drawing.columns);
    placeButtons();
    setSpot(std::nullopt);
    updateGeometry();
    update();
}

void TrainNetworkPicture::showNothing(const QString& why)
{
    m_drawing.columns.clear();
    m_whyNothing = why;
    setAccessibleDescription(why);
    clearPortrait();
    m_buttons->show({});
    m_buttons->hide();
    setSpot(std::nullopt);
    updateGeometry();
}

void TrainNetworkPicture::showPortrait(const models::NetworkPortrait::Portrait& portrait)
{
    auto links = portrait.data ? networkLinks(portrait.spec, *portrait.data, portrait.parameters)
                               : std::vector<TrainNetworkLinks>();
    if (!fits(links))
        return clearPortrait();
    m_drawing.links = std::move(links);
    m_pictures = portrait.columns;
    m_drawing.takePictures(m_pictures);
    if (m_card->isVisible())
        showCard();
    update();
}

void TrainNetworkPicture::clearPortrait()
{
    m_drawing.links.clear();
    m_drawing.pictures.clear();
    m_pictures.clear();
    update();
}

void TrainNetworkPicture::setEditable(bool isEditable, const QString& why)
{
    m_isEditable = isEditable;
    m_whyNot = why;
    if (auto* editor = isEditable ? nullptr : findChild<TrainWeightEditor*>())
        editor->close();  // it would go on without effect
}

void TrainNetworkPicture::pointAt(std::size_t layer, const std::vector<std::size_t>& neurons)
{
    m_drawing.pointedColumn = layer + 1;
    m_drawing.pointed = neurons;
    update();
}

bool TrainNetworkPicture::fits(const std::vector<TrainNetworkLinks>& links) const
{
    if (links.size() + 1 != m_drawing.columns.size())
        return false;
    for (std::size_t i = 0; i < links.size(); ++i)
        if (links[i].from != m_drawing.columns[i].neurons || links[i].to != m_drawing.columns[i + 1].neurons)
            return false;
    return true;
}

void TrainNetworkPicture::placeButtons()
{
    if (!m_drawing.columns.empty())
        m_buttons->place(geometry(size()), height() - spaceBelow() / 2.0);
}

TrainNetworkGeometry TrainNetworkPicture::geometry(QSize size) const
{
    const int top = spaceAbove() + m_drawing.bowRoom();
    return {m_drawing.columns, QRectF(0, top, size.width(), size.height() - top - spaceBelow())};
}

void TrainNetworkPicture::setSpot(std::optional<Spot> spot)
{
    m_drawing.spot = spot;
    if (spot)
        setCursor(isEditable(*spot) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    else
        unsetCursor();
    if (spot)
        showCard();
    else
        m_card->hide();
    update();
}

void TrainNetworkPicture::showCard()
{
    if (!m_drawing.spot)
        return;
    const Spot& spot = *m_drawing.spot;
    const QPointF place = spot.from ? m_mouse : geometry(size()).square(spot.column, spot.neuron).bottomRight();
    m_card->show(contentOf(spot), mapToGlobal(place.toPoint()));
}

TrainNeuronCard::Content TrainNetworkPicture::contentOf(const Spot& spot) const
{
    TrainNeuronCard::Content content;
    content.title = spotName(m_drawing, spot);
    QStringList lines;
    const auto value = valueAt(m_drawing, spot);
    if (value)
        lines << (spot.from ? tr("weight %1") : tr("bias %1")).arg(numberText(*value));
    if (!m_isEditable && !m_whyNot.isEmpty())
        lines << m_whyNot;
    else if (value)
        lines << tr("Click to change it");
    if (!spot.from && m_drawing.columns[spot.column].isNormalised)
        lines << tr("normalised over the batch");
    if (!spot.from && m_drawing.columns[spot.column].isLinked)
        lines << tr("what goes in is added to the answer");
    content.text = lines.join('\n');
    if (!spot.from && spot.column < m_pictures.size() && spot.neuron < m_pictures[spot.column].neurons.size()) {
        content.image = neuronImage(m_pictures[spot.column], spot.neuron, m_drawing.theme);
        content.below = pictureWords(m_pictures[spot.column], spot.neuron);
    }
    return content;
}

bool TrainNetworkPicture::isEditable(const Spot& spot) const
{
    return m_isEditable && valueAt(m_drawing, spot);
}

void TrainNetworkPicture::openEditor(const Spot& spot)
{
    m_card->hide();
    const QString where = spotName(m_drawing, spot);
    const double before = valueAt(m_drawing, spot).value_or(0);
    auto* editor = new TrainWeightEditor(where, spot.from ? tr("Weight") : tr("Bias"), before, this);
    connect(editor, &TrainWeightEditor::valueAsked, this,
            [this, parameter = parameterAt(m_drawing, spot), before](double value) {
                Q_EMIT parameterAsked(parameter, value, before);
            });
    connect(editor, &TrainWeightEditor::leftFor, this, &TrainNetworkPicture::click, Qt::QueuedConnection);
    editor->open(QCursor::pos());
}

void TrainNetworkPicture::lookAt(QPointF mouse)
{
    m_mouse = mouse;
    const auto spot = m_drawing.columns.empty() ? std::nullopt : geometry(size()).spotAt(m_mouse);
    if (spot != m_drawing.spot)
        setSpot(spot);
}

void TrainNetworkPicture::mouseMoveEvent(QMouseEvent* event)
{
    lookAt(event->position());
}

void TrainNetworkPicture::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        click(event->globalPosition());
}

/// What cannot be changed says why in its card.
void TrainNetworkPicture::click(QPointF placeOnScreen)
{
    const QPointF place = mapFromGlobal(placeOnScreen);
    if (!rect().contains(place.toPoint()))
        return;
    lookAt(place);
    if (m_drawing.spot && isEditable(*m_drawing.spot))
        openEditor(*m_drawing.spot);
}

void TrainNetworkPicture::leaveEvent(QEvent*)
{
    setSpot(std::nullopt);
}

void TrainNetworkPicture::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_drawing.columns.empty())
        return m_drawing.paint(painter, geometry(size()), size(), spaceAbove(), spaceBelow());
    painter.setPen(m_drawing.theme.mutedText);
    painter.drawText(rect().adjusted(2 * kSpace, 0, -2 * kSpace, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     m_whyNothing);
}

Figure TrainNetworkPicture::figure() const
{
    constexpr double kSharpness = 8;
    const auto paintOnWhite = [this](QCPPainter& painter, QSize size) {
        TrainNetworkDrawing drawing = m_drawing;
        drawing.theme = lightTheme();
        drawing.spot.reset();
        drawing.takeCurves(kSharpness);
        drawing.takePictures(m_pictures);
        painter.fillRect(QRect({}, size), drawing.theme.surface);
        painter.setFont(font());
        if (!drawing.columns.empty())
            drawing.paint(painter, geometry(size), size, spaceAbove(), spaceBelow());
    };
    return {.key = QStringLiteral("network"), .name = tr("Network"), .size = size(), .paint = paintOnWhite};
}

void TrainNetworkPicture::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

void TrainNetworkPicture::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_drawing.theme = themeOf(palette());
        m_drawing.takeCurves(devicePixelRatioF());
        m_drawing.takePictures(m_pictures);
    }
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

}  // namespace actlab::widgets
