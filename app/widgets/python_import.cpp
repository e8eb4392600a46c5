#include "app/widgets/python_import.hpp"

#include "app/models/python_draft.hpp"
#include "app/models/python_file.hpp"
#include "app/widgets/python_dialog.hpp"

#include <QFileDialog>
#include <chrono>

namespace actlab::widgets {

namespace {

constexpr auto kPatience = std::chrono::milliseconds(300);

}  // namespace

PythonImport::PythonImport(models::WorkspaceModel& workspace, QWidget* owner)
    : QObject(owner), m_workspace(workspace), m_owner(owner)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { Q_EMIT said(tr("Reading the Python text…")); });
    connect(&m_reader, &models::PythonReader::read, this, &PythonImport::offer);
}

void PythonImport::takeText(const QString& text)
{
    const QString plain = models::withPlainLines(text);
    if (const auto reason = models::tooLongForPython(plain)) {
        Q_EMIT said(*reason);
        return;
    }
    m_patience.start();
    m_reader.begin(plain);
}

void PythonImport::offer(const QString& text, const models::PythonReading& reading)
{
    m_patience.stop();
    if (reading.isPlain())
        return take(reading.functions.front(), false);
    auto* dialog = new PythonDialog(text, reading, m_owner->window());
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
