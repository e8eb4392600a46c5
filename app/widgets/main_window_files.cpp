// What is dropped on the window.
#include "app/widgets/main_window.hpp"

#include "app/widgets/compose_view.hpp"
#include "app/widgets/document_actions.hpp"
#include "app/widgets/file_drop.hpp"
#include "app/widgets/message_bar.hpp"
#include "app/widgets/python_import.hpp"
#include "app/widgets/train_view.hpp"
#include "core/data/idx.hpp"

#include <QRegularExpression>

namespace actlab::widgets {

namespace {

/// By its name a table, or pictures or labels as MNIST's files are called; by its beginning pictures or labels.
bool isDataFile(const QString& path)
{
    static const QRegularExpression kNames(QStringLiteral("(\\.(csv|tsv|idx)|-ubyte)(\\.gz)?$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return kNames.match(path).hasMatch() || data::idxDimensions(path.toStdString());
}

}  // namespace

/// What is asked after a drop must not hold up the program it came from.
void MainWindow::connectFiles()
{
    auto* drop = new FileDrop(this);
    connect(drop, &FileDrop::dropped, this, &MainWindow::take, Qt::QueuedConnection);
}

void MainWindow::take(const QStringList& paths)
{
    if (paths.size() > 1)
        m_message->say(tr("%n files were dropped; drop one at a time.", nullptr, static_cast<int>(paths.size())));
    else if (paths.front().endsWith(QLatin1String(".actlab"), Qt::CaseInsensitive))
        m_documents->open(paths.front());
    else if (isDataFile(paths.front())) {
        go(Train);
        train().takeFile(paths.front());
    } else
        composing().python().takeFile(paths.front());
}

}  // namespace actlab::widgets
