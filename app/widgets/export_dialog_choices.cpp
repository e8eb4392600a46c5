// The lists at the left of the Export dialog.
#include "app/widgets/export_dialog.hpp"

#include "app/widgets/export_preview.hpp"
#include "app/widgets/theme.hpp"

#include <QListWidget>
#include <QSettings>
#include <QSpinBox>

namespace actlab::widgets {

namespace {

/// By what the format last used is remembered.
QString formatSetting(models::Exportable::Kind kind)
{
    const std::array names{"activation", "network", "figure", "table"};
    return QStringLiteral("export/%1-format").arg(QLatin1String(names[static_cast<std::size_t>(kind)]));
}

QListWidgetItem* headingOf(const QString& group)
{
    auto* heading = new QListWidgetItem(group);
    heading->setFlags(Qt::NoItemFlags);
    heading->setFont(scaledFont(0.92, QFont::DemiBold));
    return heading;
}

}  // namespace

void ExportDialog::renew()
{
    if (!isVisible())
        return;
    m_all = models::exportableActivations(m_workspace.document());
    if (m_asked)
        m_all.insert(m_all.begin(), models::exportableActivation(m_asked, QStringLiteral("asked"), tr("Asked for")));
    for (models::Exportable& run : models::exportableRuns(m_workspace.snapshot()))
        m_all.push_back(std::move(run));
    for (models::Exportable& other : m_others())
        m_all.push_back(std::move(other));
    if (!subject())
        m_key = m_all.empty() ? QString() : m_all.front().key;
    listSubjects();
    write();
}

void ExportDialog::listSubjects()
{
    const QSignalBlocker quiet(m_subjects);
    m_subjects->clear();
    QString group;
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (std::exchange(group, m_all[i].group) != m_all[i].group)
            m_subjects->addItem(headingOf(group));
        const QString words = m_all[i].name + (m_all[i].detail.isEmpty() ? QString() : " · " + m_all[i].detail);
        auto* item = new QListWidgetItem(words, m_subjects);
        item->setToolTip(words);
        item->setData(Qt::UserRole, static_cast<int>(i));
        if (m_all[i].key == m_key)
            m_subjects->setCurrentItem(item);
    }
    listFormats();
}

void ExportDialog::choose(int number)
{
    m_key = m_all[static_cast<std::size_t>(number)].key;
    m_preview->scrollToTop();
    say({}, false);
    takeSize();
    listFormats();
    write();
}

/// A figure is first as large as on the screen.
void ExportDialog::takeSize()
{
    const QSignalBlocker quietWidth(m_width), quietHeight(m_height);
    m_width->setValue(subject()->size.width());
    m_height->setValue(subject()->size.height());
}

/// Keeps the format that is chosen, as long as it is one of the same kind of things.
void ExportDialog::listFormats()
{
    const QSignalBlocker quiet(m_formats);
    m_formats->clear();
    const auto* chosen = subject();
    m_sizes->setVisible(chosen && chosen->kind == models::Exportable::Kind::Figure);
    if (!chosen)
        return;
    const QString wanted = QSettings().value(formatSetting(chosen->kind)).toString();
    for (const models::ExportChoice& each : chosen->choices) {
        m_formats->addItem(each.title);
        if (each.name == wanted)
            m_formats->setCurrentRow(m_formats->count() - 1);
    }
    if (m_formats->currentRow() < 0)
        m_formats->setCurrentRow(0);
}

const models::Exportable* ExportDialog::subject() const
{
    const auto found = std::ranges::find(m_all, m_key, &models::Exportable::key);
    return found == m_all.end() ? nullptr : &*found;
}

const models::ExportChoice* ExportDialog::choice() const
{
    const auto row = static_cast<std::size_t>(m_formats->currentRow());  // of no row: larger than all
    return subject() && row < subject()->choices.size() ? &subject()->choices[row] : nullptr;
}

void ExportDialog::rememberFormat(const models::ExportChoice& format)
{
    QSettings().setValue(formatSetting(subject()->kind), format.name);
}

}  // namespace actlab::widgets
