#pragma once

#include <QObject>
#include <QStringList>
#include <functional>

#include "app/models/workspace_model.hpp"

class QWidget;

namespace actlab::widgets {

/// New, open, save, and the question what to do with unsaved changes.
class DocumentActions : public QObject {
    Q_OBJECT

public:
    /// What goes on and has not come into the document yet.
    struct Unfinished {
        std::function<bool()> isThere = [] { return false; };
        std::function<void()> finish = [] {};  ///< ends it, and brings what came of it into the document
        std::function<void()> keep = [] {};    ///< brings it into the document as it stands, and lets it go on
    };

    DocumentActions(models::WorkspaceModel& workspace, QWidget* window);

    void setUnfinished(Unfinished unfinished) { m_unfinished = std::move(unfinished); }
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
    QString pathToSave();  ///< asks where there is none; empty where the person changed their mind
    QString askPath();
    bool write(const QString& path);
    bool keep();
    void remember(const QString& path);

    models::WorkspaceModel& m_workspace;
    QWidget* m_window;
    Unfinished m_unfinished;
};

}  // namespace actlab::widgets
