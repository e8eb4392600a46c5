#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <functional>
#include <optional>
#include <string_view>

#include "core/workspace/document.hpp"

namespace actlab::models {

/// The one document the window shows. Every change goes through edit() and can be undone; nothing else
/// alters it.
class WorkspaceModel : public QObject {
    Q_OBJECT

public:
    explicit WorkspaceModel(QObject* parent = nullptr);

    const workspace::Document& document() const { return *m_document; }
    /// The same, to be kept while the document goes on.
    std::shared_ptr<const workspace::Document> snapshot() const { return m_document; }
    QUndoStack& undoStack() { return m_undoStack; }

    using Change = std::function<void(workspace::Document&)>;
    /// Applies `change` to a copy and makes the result the document, as one undo step named `text`.
    /// Consecutive edits with the same non-empty `gesture` become one step (a slider drag), until
    /// endGesture() or another edit comes between.
    void edit(const QString& text, const Change& change, const QString& gesture = {});
    void endGesture();
    /// Undoes the gesture that is under way as if it had never been: no step to redo stays.
    void takeGestureBack();
    /// What is saved but is no step to undo: where one looks (the plot's view), and the runs that finish.
    void look(const Change& change);
    /// As undo/redo of the stack, but refused while a menu or combo box is open. The name of the step; empty where
    /// there was none.
    QString undo();
    QString redo();
    /// Says whether undo and redo are welcome now; the widgets know of open menus, this model does not.
    void setUndoGuard(std::function<bool()> isWelcome) { m_undoIsWelcome = std::move(isWelcome); }

    /// A new document: empties the undo stack.
    void reset(workspace::Document document, const QString& path = {});
    /// The same for one that was kept and never saved: closing would lose it.
    void bringBack(workspace::Document document);
    /// Reads a .actlab file. The error is a sentence; the present document stays as it is.
    std::optional<QString> open(const QString& path);
    std::optional<QString> save(const QString& path);
    QString path() const { return m_path; }
    /// Whether it may differ from what was saved. Steps of the stack that are none of the document do not count.
    bool isModified() const;
    /// Whether closing would lose what a person made. In a document that was never saved, which curves are
    /// shown is not that.
    bool holdsUnsavedWork() const;

    /// The catalogue's activation or the person's own of this name; nullptr where there is none.
    activation::ActivationPtr find(std::string_view name) const;

Q_SIGNALS:
    void documentChanged();  ///< after every edit, undo, redo, open and reset
    void looked();           ///< after look()
    void pathChanged();

private:
    using Snapshot = std::shared_ptr<const workspace::Document>;
    class EditCommand;
    void show(Snapshot document);
    QString step(QString (QUndoStack::*nameOfStep)() const, void (QUndoStack::*takeStep)());
    /// What look() changes is no step to undo: undoing what came before it must not lose it. Of the runs only what
    /// the step did to them is done.
    Snapshot withPresentLook(const Snapshot& from, const Snapshot& to) const;
    void setPath(const QString& path);

    Snapshot m_document;
    Snapshot m_saved;  ///< as it was begun, opened or last saved
    QUndoStack m_undoStack;
    std::function<bool()> m_undoIsWelcome;
    QString m_path;
    bool m_takesBack = false;  ///< the step being undone leaves the stack
    QString m_gesture;         ///< names the drag that is under way; empty between gestures
    int m_gestureId = 0;       ///< tells two gestures of the same name apart
};

}  // namespace actlab::models
