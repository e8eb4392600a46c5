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
    const QString path = pathToSave();
    return !path.isEmpty() && write(path);
}

bool DocumentActions::saveAs()
{
    const QString path = askPath();
    return !path.isEmpty() && write(path);
}

QString DocumentActions::pathToSave()
{
    return m_workspace.path().isEmpty() ? askPath() : m_workspace.path();
}

QString DocumentActions::askPath()
{
    const QString proposed = m_workspace.path().isEmpty() ? QStringLiteral("untitled.actlab") : m_workspace.path();
    return askWhereToSave({tr("Save"), proposed, documentFilter(), "actlab"}, m_window);
}

bool DocumentActions::write(const QString& path)
{
    if (m_unfinished.isThere())
        m_unfinished.keep();
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
    if (answer != QMessageBox::Save)
        return answer == QMessageBox::Discard;
    const QString path = pathToSave();
    if (path.isEmpty())
        return false;
    if (goesOn)
        m_unfinished.finish();
    return write(path);
}

bool DocumentActions::mayClose()
{
    return (m_workspace.path().isEmpty() && keep()) || mayDrop();
}

/// What goes on is ended only where keeping is known to work: else the person is asked, and may go on.
bool DocumentActions::keep()
{
    if (m_unfinished.isThere()) {
        if (!models::keepUnsaved(m_workspace.document()))
            return false;
        models::takeUnsaved();
        m_unfinished.finish();
    }
    return m_workspace.holdsUnsavedWork() && models::keepUnsaved(m_workspace.document());
}

void DocumentActions::restore()
{
    auto kept = models::takeUnsaved();
    if (!kept)
        return;
    m_workspace.bringBack(*std::move(kept));
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
