#include "app/widgets/python_import.hpp"

#include "app/models/python_draft.hpp"
#include "app/models/python_file.hpp"
#include "app/widgets/python_dialog.hpp"

#include <QFileDialog>

namespace actlab::widgets {

PythonImport::PythonImport(models::WorkspaceModel& workspace, QWidget* owner)
    : QObject(owner), m_workspace(workspace), m_owner(owner)
{
}

void PythonImport::takeText(const QString& text)
{
    const QString plain = models::withPlainLines(text);
    if (const auto reason = models::tooLongForPython(plain)) {
        Q_EMIT said(*reason);
        return;
    }
    const models::PythonReading reading = models::readPython(plain);
    if (reading.isPlain())
        return take(reading.functions.front(), false);
    auto* dialog = new PythonDialog(plain, reading, m_owner->window());
    connect(dialog, &PythonDialog::chosen, this, &PythonImport::take);
    dialog->open();
}

void PythonImport::takeFile(const QString& path)
{
    if (const auto text = models::readPythonFile(path))
        takeText(*text);
    else
        Q_EMIT said(text.error());
}

void PythonImport::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(m_owner->window(), tr("Import Python"), {},
                                                      tr("Python (*.py)") + ";;" + tr("All files (*)"));
    if (!path.isEmpty())
        takeFile(path);
}

void PythonImport::take(const models::PythonFunction& function, bool withGradient)
{
    models::takeIntoDraft(m_workspace, function, withGradient);
    Q_EMIT said(tr("%1 comes from Python now; Undo brings back what was here before.")
                    .arg(QString::fromStdString(function.activation->name())));
    Q_EMIT taken();
}

}  // namespace actlab::widgets
