#include "app/widgets/document_actions.hpp"
#include "app/widgets/save_dialog.hpp"

#include "app/models/unsaved_work.hpp"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QSettings>

namespace actlab::widgets {

namespace {

constexpr auto kRecentKey = "recent";
constexpr qsizetype kMostRecent = 8;

QString documentFilter()
{
    return DocumentActions::tr("Activation Lab documents (*.actlab)");
}

}  // namespace

DocumentActions::DocumentActions(models::WorkspaceModel& workspace, QWidget* window)
    : QObject(window), m_workspace(workspace), m_window(window)
{
}

void DocumentActions::begin(const workspace::Document& document)
{
    if (!mayDrop())
        return;
    m_workspace.reset(document);
    Q_EMIT opened();
}

void DocumentActions::open()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open"), QFileInfo(m_workspace.path()).path(),
                                                      documentFilter() + ";;" + tr("All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void DocumentActions::open(const QString& path)
{
    if (!mayDrop())
        return;
    if (const auto error = m_workspace.open(path)) {
        Q_EMIT said(*error);
        return;
    }
    remember(m_workspace.path());
    Q_EMIT said({});
    Q_EMIT opened();
}

bool DocumentActions::save()
{
    return m_workspace.path().isEmpty() ? saveAs() : write(m_workspace.path());
}

bool DocumentActions::saveAs()
{
    const QString proposed = m_workspace.path().isEmpty() ? QStringLiteral("untitled.actlab") : m_workspace.path();
    const QString path = askWhereToSave({tr("Save"), proposed, documentFilter(), "actlab"}, m_window);
    return !path.isEmpty() && write(path);
}

bool DocumentActions::write(const QString& path)
{
    const auto error = m_workspace.save(path);
    Q_EMIT said(error.value_or(QString()));
    if (!error)
        remember(m_workspace.path());
    return !error;
}

bool DocumentActions::mayDrop()
{
    const bool goesOn = m_unfinished.isThere();
    if (!m_workspace.holdsUnsavedWork() && !goesOn)
        return true;
    QMessageBox question(QMessageBox::Question, tr("Unsaved changes"), tr("Save the changes to this document?"),
                         QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    question.setInformativeText(goesOn
                                    ? tr("Without saving they are lost, and with them the training that is going on. "
                                         "Saving ends it and keeps what it has learned so far.")
                                    : tr("Without saving they are lost."));
    const int answer = question.exec();
    if (goesOn && answer == QMessageBox::Save)
        m_unfinished.finish();
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

bool DocumentActions::mayClose()
{
    if (m_workspace.path().isEmpty() && m_unfinished.isThere())
        m_unfinished.finish();
    const bool isKept =
        m_workspace.holdsUnsavedWork() && m_workspace.path().isEmpty() && models::keepUnsaved(m_workspace.document());
    return isKept || mayDrop();
}

void DocumentActions::restore()
{
    const auto kept = models::takeUnsaved();
    if (!kept)
        return;
    m_workspace.edit(tr("Bring back unsaved work"), [&](workspace::Document& document) { document = *kept; });
    Q_EMIT said(tr("The work that was not saved last time is here again."));
}

QStringList DocumentActions::recent()
{
    QStringList paths = QSettings().value(kRecentKey).toStringList();
    paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return paths;
}

void DocumentActions::remember(const QString& path)
{
    QStringList paths = recent();
    paths.removeAll(path);
    paths.prepend(path);
    QSettings().setValue(kRecentKey, paths.mid(0, kMostRecent));
    Q_EMIT recentChanged();
}

}  // namespace actlab::widgets
