#include "app/widgets/export_dialog.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/export_preview.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/whole_field.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

namespace actlab::widgets {

namespace {

constexpr int kChoicesWidth = 328;
constexpr int kWordAfter = 150, kViewRest = 200;  // ms

QListWidget* choiceList(const QString& name, const QString& accessibleName, QWidget* parent)
{
    auto* list = new QListWidget(parent);
    list->setObjectName(name);
    list->setAccessibleName(accessibleName);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTextElideMode(Qt::ElideRight);
    return list;
}

}  // namespace

ExportDialog::ExportDialog(models::WorkspaceModel& workspace, Others others, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_others(std::move(others)),
      m_patience(new QTimer(this)),
      m_writing(*this, [](const QString& why) { return tl::unexpected(why.toStdString()); })
{
    setWindowTitle(tr("Export"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(2 * kSpace, 2 * kSpace, 2 * kSpace, 2 * kSpace);
    grid->setHorizontalSpacing(2 * kSpace);
    grid->setVerticalSpacing(2 * kSpace);
    grid->addWidget(createChoices(), 0, 0);
    grid->addWidget(createFile(), 0, 1);
    grid->addWidget(createButtons(), 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    resize(1080, 660);
    connectChoices();
}

QWidget* ExportDialog::createChoices()
{
    auto* choices = new QWidget(this);
    choices->setFixedWidth(kChoicesWidth);
    m_subjects = choiceList(QStringLiteral("export-subjects"), tr("What to export"), choices);
    m_formats = choiceList(QStringLiteral("export-formats"), tr("Format"), choices);
    auto* column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(sectionTitle(tr("What"), choices));
    column->addWidget(m_subjects, 1);
    column->addWidget(sectionTitle(tr("As"), choices));
    column->addWidget(m_formats, 1);
    return choices;
}

QWidget* ExportDialog::createFile()
{
    auto* file = new QWidget(this);
    m_file = sectionTitle({}, file);
    m_file->setObjectName(QStringLiteral("export-file"));
    m_file->setTextFormat(Qt::PlainText);
    m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_preview = new ExportPreview(file);
    auto* heading = new QHBoxLayout;
    heading->addWidget(m_file, 1);
    heading->addWidget(createSize());
    auto* column = new QVBoxLayout(file);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addLayout(heading);
    column->addWidget(m_preview, 1);
    return file;
}

QWidget* ExportDialog::createSize()
{
    constexpr int kLeast = 100, kMost = 10'000;
    m_sizes = new QWidget(this);
    auto* row = new QHBoxLayout(m_sizes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    const auto addSide = [&](const QString& name) {
        auto* side = new WholeField(m_sizes);
        side->setRange(kLeast, kMost);
        side->setSingleStep(50);
        side->setLocale(QLocale::c());
        side->setKeyboardTracking(false);
        side->setAccessibleName(name);
        side->setToolTip(name);
        row->addWidget(side);
        connect(side, &QSpinBox::valueChanged, this, &ExportDialog::write);
        return side;
    };
    m_width = addSide(tr("Width in pixels"));
    row->addWidget(new QLabel(QStringLiteral("×"), m_sizes));
    m_height = addSide(tr("Height in pixels"));
    return m_sizes;
}

QWidget* ExportDialog::createButtons()
{
    auto* buttons = new QWidget(this);
    m_said = new QLabel(buttons);
    m_said->setObjectName(QStringLiteral("export-said"));
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy = new QPushButton(tr("Copy"), buttons);
    m_copy->setObjectName(QStringLiteral("export-copy"));
    m_copy->setAutoDefault(false);
    m_save = primaryButton(tr("Save as…"), QStringLiteral("save"), buttons);
    m_save->setObjectName(QStringLiteral("export-save"));
    m_save->setShortcut(QKeySequence::Save);
    m_save->setDefault(true);
    auto* close = new QPushButton(tr("Close"), buttons);
    close->setAutoDefault(false);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_said, 1);
    for (QPushButton* button : {m_copy, m_save, close})
        row->addWidget(button);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

/// The view moves with every frame of a drag; its figure follows when the hand rests.
void ExportDialog::connectChoices()
{
    auto* rest = new QTimer(this);
    rest->setSingleShot(true);
    rest->setInterval(kViewRest);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kWordAfter);
    connect(m_patience, &QTimer::timeout, this, [this] { m_preview->showWords(tr("Writing…")); });
    connect(rest, &QTimer::timeout, this, &ExportDialog::renew);
    connect(&m_workspace, &models::WorkspaceModel::looked, rest, qOverload<>(&QTimer::start));
    connect(&m_workspace, &models::WorkspaceModel::documentChanged, this, &ExportDialog::renew);
    connect(m_subjects, &QListWidget::currentRowChanged, this, [this] {
        if (const auto* item = m_subjects->currentItem())
            choose(item->data(Qt::UserRole).toInt());
    });
    connect(m_formats, &QListWidget::currentRowChanged, this, [this] {
        if (const auto* chosen = choice())
            rememberFormat(*chosen);
        m_preview->scrollToTop();
        say({}, false);
        write();
    });
}

void ExportDialog::ask(const QString& key, const QString& format)
{
    m_key = key;
    show();
    raise();
    activateWindow();
    renew();
    if (!subject())
        return;
    takeSize();
    write();
    for (int row = 0; row < m_formats->count() && !format.isEmpty(); ++row)
        if (subject()->choices[static_cast<std::size_t>(row)].name == format)
            m_formats->setCurrentRow(row);
    m_formats->setFocus(Qt::OtherFocusReason);
}

void ExportDialog::ask(const activation::ActivationPtr& activation)
{
    m_asked = activation;
    ask(QStringLiteral("asked"));
}

void ExportDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        renew();  // what is no part of the document may have changed: another plot in sight, a run that goes on
}

void ExportDialog::hideEvent(QHideEvent* event)
{
    QDialog::hideEvent(event);
    m_writing.forget();
    m_patience->stop();
    m_asked.reset();
}

}  // namespace actlab::widgets
