#include "app/widgets/train_status_line.hpp"

#include "app/models/training_speed.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_number.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <cmath>

namespace actlab::widgets {

namespace {

/// 214,000: three significant digits, so that the number can be read while it changes.
QString speedText(double perSecond)
{
    const double size = std::pow(10, std::max(0.0, std::floor(std::log10(std::max(perSecond, 1.0))) - 2));
    return QLocale(QLocale::English)
        .toString(static_cast<qint64>(std::llround(perSecond / size) * std::llround(size)));
}

QString accuracyText(const QString& value, bool regression)
{
    return regression ? TrainStatusLine::tr("test R² %1").arg(value) : TrainStatusLine::tr("test %1 %").arg(value);
}

}  // namespace

TrainStatusLine::TrainStatusLine(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * kSpace, kSpace / 2, 2 * kSpace, kSpace / 2);
    row->setSpacing(3 * kSpace);
    m_epoch = addPlace("train-epoch", tr("epoch %1 of %2").arg("0000000", "0000000"));
    m_loss = addPlace("train-loss", tr("loss %1 train, %2 test").arg("000.0000", "000.0000"));
    m_accuracy = addPlace("train-accuracy", tr("test %1 %").arg("−0.0000"));
    m_speed = addPlace("train-speed", tr("%1 steps/s").arg("00,000,000"));
    m_engine = addPlace("train-engine", {});
    m_reading = addPlace("train-reading", {});
    row->addStretch(1);
    fitPlaces();
}

QLabel* TrainStatusLine::addPlace(const QString& objectName, const QString& widest)
{
    auto* label = new QLabel(this);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("widest", widest);
    layout()->addWidget(label);
    return label;
}

void TrainStatusLine::fitPlaces()
{
    for (QLabel* label : {m_epoch, m_loss, m_accuracy, m_speed})
        label->setMinimumWidth(label->fontMetrics().horizontalAdvance(label->property("widest").toString()));
}

/// What matters least goes where there is no room for all.
void TrainStatusLine::leaveOut()
{
    int room = width() - 4 * kSpace;
    for (QLabel* label : {m_epoch, m_loss, m_accuracy, m_speed, m_engine}) {
        room -= std::max(label->minimumWidth(), label->sizeHint().width()) + 3 * kSpace;
        label->setVisible(room > -3 * kSpace);
    }
}

void TrainStatusLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    leaveOut();
}

QSize TrainStatusLine::minimumSizeHint() const
{
    return {0, QWidget::minimumSizeHint().height()};
}

void TrainStatusLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        fitPlaces();
        leaveOut();
    }
    QWidget::changeEvent(event);
}

void TrainStatusLine::show(const models::TrainingSession& session, bool regression)
{
    const auto& history = session.history();
    m_engine->setText(session.engine().empty() ? QString()
                                               : tr("%1 engine").arg(QString::fromStdString(session.engine())));
    leaveOut();
    if (history.empty())
        return showNothing(regression);
    const nn::EpochMetrics& last = history.back();
    m_epoch->setText((session.isEditedSince() ? tr("epoch %1 of %2, edited since") : tr("epoch %1 of %2"))
                         .arg(last.epoch)
                         .arg(session.spec().epochs));
    m_loss->setText(tr("loss %1 train, %2 test").arg(measureText(last.trainLoss), measureText(last.testLoss)));
    m_accuracy->setText(
        accuracyText(regression ? measureText(last.testAccuracy) : percentText(last.testAccuracy), regression));
    if (const auto epochs = models::epochsPerSecond(history); epochs && session.data())
        m_speed->setText(
            tr("%1 steps/s").arg(speedText(*epochs * models::stepsPerEpoch(session.spec(), *session.data()))));
}

void TrainStatusLine::showReading(const QString& file)
{
    m_reading->setText(file.isEmpty() ? QString() : tr("reading %1…").arg(file));
}

void TrainStatusLine::showNothing(bool regression)
{
    const QString dash = QStringLiteral("–");
    m_epoch->setText(tr("epoch %1").arg(dash));
    m_loss->setText(tr("loss %1").arg(dash));
    m_accuracy->setText(accuracyText(dash, regression));
    m_speed->setText(tr("%1 steps/s").arg(dash));
}

}  // namespace actlab::widgets
