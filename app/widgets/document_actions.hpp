#pragma once

#include <QObject>
#include <QStringList>

#include "app/models/workspace_model.hpp"

class QWidget;

namespace actlab::widgets {

/// New, open, save, and the question what to do with unsaved changes.
class DocumentActions : public QObject {
    Q_OBJECT

public:
    DocumentActions(models::WorkspaceModel& workspace, QWidget* window);

    void begin(const workspace::Document& document);  ///< asks first where changes are unsaved
    void open();
    void open(const QString& path);
    bool save();
    bool saveAs();
    /// Whether the present document may be dropped: saved, unchanged, or the person said so.
    bool mayDrop();
    /// Whether the window may close. What has no file is kept for the next start, without a question.
    bool mayClose();
    /// Brings back what mayClose() kept.
    void restore();

    static QStringList recent();  ///< paths that still exist, the newest first

Q_SIGNALS:
    void opened();
    void said(const QString& message);
    void recentChanged();

private:
    bool write(const QString& path);
    void remember(const QString& path);

    models::WorkspaceModel& m_workspace;
    QWidget* m_window;
};

}  // namespace actlab::widgets
