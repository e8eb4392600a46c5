#include "app/models/python_file.hpp"

#include "core/importing/python.hpp"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStringDecoder>

namespace actlab::models {

namespace {

struct FileWords {
    Q_DECLARE_TR_FUNCTIONS(PythonFile)
};

/// nullopt where it can be opened. Of what is no plain file nothing is read: a pipe would never end.
std::optional<QString> reasonAgainst(const QFileInfo& file)
{
    const QString name = file.fileName().isEmpty() ? file.filePath() : file.fileName();
    if (!file.exists())
        return FileWords::tr("There is no file “%1”.").arg(file.filePath());
    if (file.isDir())
        return FileWords::tr("“%1” is a folder. Choose one Python file in it.").arg(name);
    if (!file.isFile())
        return FileWords::tr("“%1” is no file that can be read.").arg(name);
    constexpr auto kMost = static_cast<qint64>(importing::PythonLimits::bytes);
    if (file.size() > kMost)
        return FileWords::tr("“%1” has %2; Python to import has at most %3.")
            .arg(name, QLocale().formattedDataSize(file.size()), QLocale().formattedDataSize(kMost));
    return std::nullopt;
}

tl::expected<QString, QString> textOf(const QByteArray& bytes, const QString& name)
{
    if (bytes.contains('\0'))
        return tl::unexpected(
            FileWords::tr("“%1” is no Python text: it holds null bytes, as pictures and programs do.").arg(name));
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return tl::unexpected(
            FileWords::tr("“%1” is not saved as UTF-8. Save it as UTF-8 and import it again.").arg(name));
    return text;
}

}  // namespace

tl::expected<QString, QString> readPythonFile(const QString& path)
{
    const QFileInfo info(path);
    if (auto reason = reasonAgainst(info))
        return tl::unexpected(*std::move(reason));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(FileWords::tr("“%1” cannot be opened: %2.").arg(info.fileName(), file.errorString()));
    const auto most = static_cast<qint64>(importing::PythonLimits::bytes);
    return textOf(file.read(most), info.fileName());
}

}  // namespace actlab::models
