#include "app/models/whole_file.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace actlab::models {

namespace {

struct WholeFile {
    Q_DECLARE_TR_FUNCTIONS(WholeFile)
};

QString cannotSave(const QString& path, const QString& why)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.exists())
        return WholeFile::tr("The folder “%1” does not exist.").arg(folder.filePath());
    if (!folder.isWritable())
        return WholeFile::tr("The folder “%1” is read-only. Choose another place.").arg(folder.filePath());
    return WholeFile::tr("“%1” could not be saved: %2.").arg(QFileInfo(path).fileName(), why);
}

}  // namespace

std::optional<QString> writeWhole(const QString& path, QByteArrayView bytes)
{
    if (const QFileInfo target(path); target.exists() && !target.isFile())
        return WholeFile::tr("“%1” is not a file, so nothing can be saved there.").arg(path);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes.data(), bytes.size()) == bytes.size() && file.commit())
        return std::nullopt;
    return cannotSave(path, file.errorString());
}

}  // namespace actlab::models
