#include "app/models/unsaved_work.hpp"

#include "core/workspace/document_json.hpp"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace actlab::models {

namespace {

QString folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

QString path()
{
    return folder() + "/unsaved.actlab";
}

}  // namespace

bool keepUnsaved(const workspace::Document& document)
{
    const std::string json = workspace::toJson(document);
    const auto size = static_cast<qint64>(json.size());
    QSaveFile file(path());
    return json.size() <= workspace::kLargestFile && QDir().mkpath(folder()) && file.open(QIODevice::WriteOnly) &&
           file.write(json.data(), size) == size && file.commit();
}

std::optional<workspace::Document> takeUnsaved()
{
    QFile file(path());
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll();
    file.close();
    auto document = workspace::fromJson({text.constData(), static_cast<std::size_t>(text.size())});
    if (!document)
        return std::nullopt;  // stays where it is: somebody may yet read it
    file.remove();
    return *document;
}

}  // namespace actlab::models
