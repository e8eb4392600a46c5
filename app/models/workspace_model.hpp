#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <functional>
#include <string_view>

#include "core/workspace/document.hpp"

namespace actlab::models {

/// The one document the window shows. Every change goes through edit() and can be undone; nothing else
/// alters it.
class WorkspaceModel : public QObject {
    Q_OBJECT

public:
    explicit WorkspaceModel(QObject* parent = nullptr);

    const workspace::Document& document() const { return m_document; }
    QUndoStack& undoStack() { return m_undoStack; }

    using Change = std::function<void(workspace::Document&)>;
    /// Applies `change` to a copy and makes the result the document, as one undo step named `text`.
    /// Consecutive edits with the same non-empty `gesture` become one step (a slider drag), until
    /// endGesture() or another edit comes between.
    void edit(const QString& text, const Change& change, const QString& gesture = {});
    void endGesture();
    /// As undo/redo of the stack, but refused while a menu or combo box is open.
    void undo();
    void redo();

    /// A new document: empties the undo stack.
    void reset(workspace::Document document, const QString& path = {});
    /// Reads a .actlab file. The error is a sentence; the present document stays as it is.
    std::optional<QString> open(const QString& path);
    std::optional<QString> save(const QString& path);
    QString path() const { return m_path; }
    bool isModified() const { return !m_undoStack.isClean(); }

    /// The catalogue's activation or the person's own of this name; nullptr where there is none.
    activation::ActivationPtr find(std::string_view name) const;

Q_SIGNALS:
    void documentChanged();   ///< after every edit, undo, redo, open and reset
    void pathChanged();

private:
    class EditCommand;
    void show(const workspace::Document& document);
    workspace::Document m_document;
    QUndoStack m_undoStack;
    QString m_path;
};

}  // namespace actlab::models
