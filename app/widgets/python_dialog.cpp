#include "app/widgets/python_dialog.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/python_functions.hpp"
#include "app/widgets/python_text.hpp"
#include "app/widgets/sentence.hpp"
#include "app/widgets/theme.hpp"

#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTimer>
#include <utility>

namespace actlab::widgets {

namespace {

constexpr int kReadingWidth = 352;
constexpr int kRestBeforeReading = 200;  // ms without a key before the text is read again
constexpr int kMostRefused = 100;        // rows

}  // namespace

PythonDialog::PythonDialog(const QString& text, const models::PythonReading& reading, QWidget* parent)
    : QDialog(parent), m_first(reading.refused.empty() ? 0 : reading.refused.front().begin), m_rest(new QTimer(this))
{
    setWindowTitle(tr("Import Python"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(2 * kSpace, 2 * kSpace, 2 * kSpace, 2 * kSpace);
    grid->setHorizontalSpacing(2 * kSpace);
    grid->setVerticalSpacing(2 * kSpace);
    grid->addWidget(createSource(text), 0, 0);
    grid->addWidget(createReading(), 0, 1);
    grid->addWidget(createButtons(), 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    resize(1000, 600);
    m_rest->setSingleShot(true);
    m_rest->setInterval(kRestBeforeReading);
    connect(m_rest, &QTimer::timeout, this, &PythonDialog::readAgain);
    connect(m_text, &PythonText::textChanged, m_rest, qOverload<>(&QTimer::start));
    connect(m_text, &PythonText::textChanged, this, [this] { m_takesNext = false; });
    connect(&m_reader, &models::PythonReader::read, this,
            [this](const QString&, const models::PythonReading& read) { hear(read); });
    show(reading);
}

/// Before it has its size, the text would not know how far to scroll.
void PythonDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    m_text->showPlace(m_first);
}

QWidget* PythonDialog::createSource(const QString& text)
{
    auto* source = new QWidget(this);
    m_text = new PythonText(source);
    m_text->setPlainText(text);
    auto* column = new QVBoxLayout(source);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(sectionTitle(tr("Python"), source));
    column->addWidget(m_text, 1);
    column->addWidget(
        hintLabel(tr("The text is only read, never run. What is corrected here leaves its file alone."), source));
    return source;
}

QWidget* PythonDialog::createReading()
{
    auto* reading = new QWidget(this);
    reading->setFixedWidth(kReadingWidth);
    m_functions = new PythonFunctions(reading);
    m_refusedTitle = sectionTitle(tr("Cannot be read"), reading);
    m_refused = new QListWidget(reading);
    m_refused->setObjectName(QStringLiteral("refused"));
    m_refused->setAccessibleName(m_refusedTitle->text());
    m_refused->setWordWrap(true);
    m_refused->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_refused->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* column = new QVBoxLayout(reading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(sectionTitle(tr("Functions"), reading));
    column->addWidget(m_functions, 3);
    column->addWidget(m_refusedTitle);
    column->addWidget(m_refused, 2);
    connect(m_refused, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* row) { m_text->showPlace(row->data(Qt::UserRole).toLongLong()); });
    return reading;
}

QWidget* PythonDialog::createButtons()
{
    auto* buttons = new QWidget(this);
    auto* cancel = new QPushButton(tr("Cancel"), buttons);
    cancel->setAutoDefault(false);
    m_take = primaryButton(tr("Take it into Compose"), QStringLiteral("compose"), buttons);
    m_take->setObjectName(QStringLiteral("take"));
    m_take->setDefault(true);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_take);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &PythonDialog::take);
    connect(m_functions, &PythonFunctions::accepted, this, &PythonDialog::take);
    return buttons;
}

void PythonDialog::readAgain()
{
    m_rest->stop();
    m_reader.begin(m_text->toPlainText());
}

void PythonDialog::hear(const models::PythonReading& reading)
{
    if (m_rest->isActive())
        return;  // the text has changed since
    show(reading);
    if (std::exchange(m_takesNext, false))
        take();
}

void PythonDialog::show(const models::PythonReading& reading)
{
    m_functions->show(reading.functions);
    showRefused(reading.refused);
    m_text->mark(reading.refused);
    m_take->setEnabled(m_functions->chosen());
}

void PythonDialog::showRefused(const std::vector<models::PythonRefusal>& refused)
{
    m_refused->clear();
    for (const models::PythonRefusal& one : refused) {
        if (m_refused->count() == kMostRefused)
            break;
        const QString why = asSentence(one.message.toStdString()) + ' ' + one.hint;
        auto* row = new QListWidgetItem(tr("Line %1: %2").arg(one.line).arg(why.trimmed()), m_refused);
        row->setData(Qt::UserRole, static_cast<qlonglong>(one.begin));
    }
    m_refusedTitle->setVisible(!refused.empty());
    m_refused->setVisible(!refused.empty());
}

/// What is taken is what the text says now.
void PythonDialog::take()
{
    if (m_rest->isActive())
        readAgain();
    m_takesNext = m_reader.isReading();
    if (m_takesNext)
        return;
    const models::PythonFunction* function = m_functions->chosen();
    if (!function)
        return;
    Q_EMIT chosen(*function, m_functions->withGradient());
    accept();
}

}  // namespace actlab::widgets
