// The file at the right of the Export dialog: worked out, shown, copied, saved.
#include "app/widgets/export_dialog.hpp"

#include "app/models/whole_file.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/export_preview.hpp"
#include "app/widgets/figure.hpp"
#include "app/widgets/loading_words.hpp"
#include "app/widgets/save_dialog.hpp"
#include "app/widgets/sentence.hpp"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStringDecoder>
#include <QTimer>

namespace actlab::widgets {

namespace {

constexpr auto kFolderSetting = "export/folder";
constexpr qsizetype kMostPreviewed = 200'000;  // signs of a text

QByteArrayView viewOf(const std::string& bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

/// nullopt where the bytes are no text.
std::optional<QString> textOf(const std::string& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(viewOf(bytes));
    return decoder.hasError() || text.contains(QChar(0)) ? std::nullopt : std::optional(text);
}

}  // namespace

void ExportDialog::write()
{
    const models::ExportChoice* chosen = choice();
    m_writing.forget();
    m_written.reset();
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
    if (!chosen) {
        m_file->clear();
        return m_preview->showWords(tr("There is nothing to export yet: choose an activation in Explore, or write "
                                       "one in Compose."));
    }
    if (chosen->draw)
        return hear(chosen->draw(pictureSize()));
    m_patience->start();
    m_writing.ask([write = chosen->write](std::stop_token) { return write(); },
                  [this](const models::Written& written) { hear(written); });
}

void ExportDialog::hear(const models::Written& written)
{
    m_patience->stop();
    m_written = written;
    m_save->setEnabled(written.has_value());
    m_file->setText(
        written ? tr("%1 · %2").arg(fileName(), QLocale::c().formattedDataSize(static_cast<qint64>(written->size()),
                                                                               1, QLocale::DataSizeSIFormat))
                : fileName());
    showWritten();
}

void ExportDialog::showWritten()
{
    if (!*m_written)
        return m_preview->showRefusal(
            tr("This cannot be written as “%1”. %2").arg(choice()->title, asSentence(m_written->error())));
    m_copy->setEnabled(true);
    if (choice()->draw)
        return showPicture(subject()->pixels(pictureSize()));
    auto text = textOf(**m_written);
    if (!text)
        return showBinary(fileName());
    if (text->size() > kMostPreviewed)
        *text = text->left(kMostPreviewed) + tr("\n… and so on: the preview ends here, the file does not.");
    m_preview->showText(*text, choice()->suffix);
}

void ExportDialog::showPicture(const QImage& picture)
{
    if (picture.isNull())
        return m_preview->showWords(tr("There is no room in memory to show a picture this large; it can be saved."));
    m_preview->showPicture(picture);
}

void ExportDialog::showBinary(const QString& file)
{
    m_copy->setEnabled(false);
    const LoadingWords words = loadingWords(choice()->name, file);
    const QString size =
        tr("A binary file of %1 bytes.").arg(QLocale::c().toString(static_cast<qulonglong>((*m_written)->size())));
    const QString how = words.python.isEmpty() ? QString() : QStringLiteral("\n\n") + tr("To load it in Python:");
    m_preview->showWords(size + ' ' + words.what + how, words.python);
}

void ExportDialog::copy()
{
    if (choice()->draw) {
        const bool withPixels = copyPicture(*subject(), pictureSize());
        return say(withPixels ? tr("Copied the picture, as pixels and as lines.")
                              : tr("Copied the picture as lines: there is no room in memory for its pixels."),
                   false);
    }
    QApplication::clipboard()->setText(QString::fromStdString(**m_written));
    say(tr("Copied."), false);
}

void ExportDialog::save()
{
    const QDir folder(QSettings().value(kFolderSetting, QDir::homePath()).toString());
    const QString suffix = choice()->suffix;
    const QString path = askWhereToSave({tr("Save as"), folder.filePath(fileName()),
                                         QStringLiteral("%1 (*%2)").arg(choice()->title, suffix), suffix.mid(1)},
                                        this);
    if (!path.isEmpty())
        saveTo(path);
}

void ExportDialog::saveTo(const QString& path)
{
    if (!m_written || !*m_written)
        return;
    const auto error = models::writeWhole(path, viewOf(**m_written));
    if (error)
        return say(*error, true);
    QSettings().setValue(kFolderSetting, QFileInfo(path).absolutePath());
    say(tr("Wrote %1.").arg(QDir::toNativeSeparators(path)), false);
}

void ExportDialog::say(const QString& words, bool isError)
{
    m_said->setText(words);
    setStyleProperty(*m_said, "role", isError ? QStringLiteral("error") : QStringLiteral("hint"));
}

QString ExportDialog::fileName() const
{
    return models::fileNameOf(subject()->name) + choice()->suffix;
}

QSize ExportDialog::pictureSize() const
{
    return {m_width->value(), m_height->value()};
}

}  // namespace actlab::widgets
