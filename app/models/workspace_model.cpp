#include "app/models/workspace_model.hpp"

#include "app/models/whole_file.hpp"
#include "core/activation/catalogue.hpp"
#include "core/workspace/document_json.hpp"
#include "core/workspace/runs.hpp"

#include <QFile>
#include <QFileInfo>
#include <QUndoCommand>
#include <algorithm>

namespace actlab::models {

namespace {

QString tooLarge(const QString& name)
{
    return WorkspaceModel::tr("“%1” is larger than %2 MB, which no document may be.")
        .arg(name)
        .arg(workspace::kLargestFile >> 20U);
}

QString reasonNotToRead(const QFileInfo& file)
{
    if (!file.exists())
        return WorkspaceModel::tr("There is no file “%1”.").arg(file.filePath());
    if (!file.isFile())
        return WorkspaceModel::tr("“%1” is not a file.").arg(file.filePath());
    if (file.size() > static_cast<qint64>(workspace::kLargestFile))
        return tooLarge(file.fileName());
    return {};
}

std::string workOf(workspace::Document document)
{
    document.plot = {};
    document.runs = {};
    return workspace::toJson(document);
}

}  // namespace

/// The document before and after; both are shared, so a step costs what it changed.
class WorkspaceModel::EditCommand : public QUndoCommand {
public:
    EditCommand(WorkspaceModel& model, const QString& text, Snapshot after, int gesture)
        : QUndoCommand(text),
          m_model(model),
          m_before(model.m_document),
          m_after(std::move(after)),
          m_gesture(gesture)
    {
    }

    void undo() override
    {
        setObsolete(m_model.m_takesBack);
        m_model.show(m_model.withPresentLook(m_after, m_before));
    }
    void redo() override { m_model.show(m_model.withPresentLook(m_before, m_after)); }
    int id() const override { return m_gesture; }
    bool mergeWith(const QUndoCommand* next) override
    {
        const auto& later = *static_cast<const EditCommand*>(next);
        auto after = std::make_shared<workspace::Document>(*later.m_after);
        // Of the runs only what the two steps did: one that ended between them is no work of theirs.
        after->runs = workspace::withStep(m_after->runs, later.m_before->runs, later.m_after->runs);
        m_after = std::move(after);
        return true;
    }

private:
    WorkspaceModel& m_model;
    Snapshot m_before, m_after;
    int m_gesture;  ///< -1: merges with nothing
};

WorkspaceModel::WorkspaceModel(QObject* parent)
    : QObject(parent),
      m_document(std::make_shared<const workspace::Document>(workspace::initialDocument())),
      m_saved(m_document),
      m_undoStack(this)
{
}

void WorkspaceModel::edit(const QString& text, const Change& change, const QString& gesture)
{
    auto after = std::make_shared<workspace::Document>(*m_document);
    change(*after);
    if (gesture.isEmpty() || gesture != m_gesture)
        ++m_gestureId;
    m_gesture = gesture;
    m_undoStack.push(new EditCommand(*this, text, std::move(after), gesture.isEmpty() ? -1 : m_gestureId));
}

void WorkspaceModel::endGesture()
{
    m_gesture.clear();
}

void WorkspaceModel::takeGestureBack()
{
    if (m_gesture.isEmpty())
        return;
    endGesture();
    m_takesBack = true;
    m_undoStack.undo();
    m_takesBack = false;
}

void WorkspaceModel::look(const Change& change)
{
    auto after = std::make_shared<workspace::Document>(*m_document);
    change(*after);
    m_document = std::move(after);
    Q_EMIT looked();
}

QString WorkspaceModel::undo()
{
    return step(&QUndoStack::undoText, &QUndoStack::undo);
}

QString WorkspaceModel::redo()
{
    return step(&QUndoStack::redoText, &QUndoStack::redo);
}

/// A step whose time is over leaves the stack when it is taken: then the next one is meant.
QString WorkspaceModel::step(QString (QUndoStack::*nameOfStep)() const, void (QUndoStack::*takeStep)())
{
    if (m_undoIsWelcome && !m_undoIsWelcome())
        return {};
    endGesture();
    QString name;
    int steps = 0;
    do {
        steps = m_undoStack.count();
        name = (m_undoStack.*nameOfStep)();
        (m_undoStack.*takeStep)();
    } while (m_undoStack.count() < steps);
    return name;
}

void WorkspaceModel::reset(workspace::Document document, const QString& path)
{
    endGesture();
    m_undoStack.clear();
    setPath(path);
    m_saved = std::make_shared<const workspace::Document>(std::move(document));
    show(m_saved);
}

void WorkspaceModel::bringBack(workspace::Document document)
{
    endGesture();
    m_undoStack.clear();
    m_undoStack.resetClean();
    setPath({});
    show(std::make_shared<const workspace::Document>(std::move(document)));
}

std::optional<QString> WorkspaceModel::open(const QString& path)
{
    const QFileInfo info(path);
    if (const QString reason = reasonNotToRead(info); !reason.isEmpty())
        return reason;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tr("“%1” cannot be read: %2.").arg(info.fileName(), file.errorString());
    const QByteArray text = file.readAll();
    auto document = workspace::fromJson({text.constData(), static_cast<std::size_t>(text.size())});
    if (!document)
        return tr("“%1” is not a document that can be opened: %2")
            .arg(info.fileName(), QString::fromStdString(document.error()));
    reset(std::move(*document), info.absoluteFilePath());
    return std::nullopt;
}

std::optional<QString> WorkspaceModel::save(const QString& path)
{
    const std::string json = workspace::toJson(*m_document);
    if (json.size() > workspace::kLargestFile)
        return tooLarge(QFileInfo(path).fileName());
    if (auto error = writeWhole(path, QByteArrayView(json.data(), static_cast<qsizetype>(json.size()))))
        return error;
    m_saved = m_document;
    m_undoStack.setClean();
    endGesture();
    setPath(QFileInfo(path).absoluteFilePath());
    return std::nullopt;
}

bool WorkspaceModel::isModified() const
{
    const int clean = m_undoStack.cleanIndex(), now = m_undoStack.index();
    for (int step = std::min(clean, now); clean >= 0 && step < std::max(clean, now); ++step)
        if (dynamic_cast<const EditCommand*>(m_undoStack.command(step)))
            return true;
    return clean < 0;
}

bool WorkspaceModel::holdsUnsavedWork() const
{
    if (!m_path.isEmpty())
        return isModified();
    const bool hasOtherRuns =
        !std::ranges::equal(m_document->runs, m_saved->runs, {}, &workspace::Run::number, &workspace::Run::number);
    return hasOtherRuns || (isModified() && workOf(*m_document) != workOf(*m_saved));
}

activation::ActivationPtr WorkspaceModel::find(std::string_view name) const
{
    const auto& own = m_document->custom;
    const auto found = std::find_if(own.begin(), own.end(), [&](const auto& each) { return each->name() == name; });
    return found != own.end() ? *found : activation::findInCatalogue(name);
}

WorkspaceModel::Snapshot WorkspaceModel::withPresentLook(const Snapshot& from, const Snapshot& to) const
{
    auto result = std::make_shared<workspace::Document>(*to);
    result->runs = workspace::withStep(m_document->runs, from->runs, to->runs);
    result->nextRun = std::max(m_document->nextRun, to->nextRun);
    result->plot.x = m_document->plot.x;
    result->plot.y = m_document->plot.y;
    return result;
}

void WorkspaceModel::show(Snapshot document)
{
    m_document = std::move(document);
    Q_EMIT documentChanged();
}

void WorkspaceModel::setPath(const QString& path)
{
    m_path = path;
    Q_EMIT pathChanged();
}

}  // namespace actlab::models
