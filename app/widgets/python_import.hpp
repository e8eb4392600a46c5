#pragma once

#include <QObject>
#include <QTimer>

#include "app/models/python_reader.hpp"
#include "app/models/workspace_model.hpp"

class QWidget;

namespace actlab::widgets {

/// The way of Python into the draft: one plain function goes there at once, everything else is asked for in a dialog.
/// Until somebody takes a function the draft stays as it is.
class PythonImport : public QObject {
    Q_OBJECT

public:
    PythonImport(models::WorkspaceModel& workspace, QWidget* owner);

    void takeText(const QString& text);
    void takeFile(const QString& path);
    void askForFile();

Q_SIGNALS:
    void taken();  ///< the draft is the imported function now
    void said(const QString& sentence);

private:
    void offer(const QString& text, const models::PythonReading& reading);
    void take(const models::PythonFunction& function, bool withGradient);

    models::WorkspaceModel& m_workspace;
    QWidget* m_owner;
    QTimer m_patience;  ///< runs out while a long text is read
    models::PythonReader m_reader;
};

}  // namespace actlab::widgets
