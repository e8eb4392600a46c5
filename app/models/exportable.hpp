#pragma once

#include <QImage>
#include <QSize>
#include <QString>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "core/workspace/document.hpp"

namespace actlab::models {

/// The bytes of a file, or a sentence that says why there are none.
using Written = tl::expected<std::string, std::string>;

/// One way to take something home.
struct ExportChoice {
    QString name;                             ///< "pytorch": by this it is remembered
    QString title;                            ///< as a person reads it
    QString suffix;                           ///< of its files: ".py"
    std::function<Written()> write;           ///< may take long; from any thread
    std::function<Written(QSize)> draw = {};  ///< instead: a picture of this size, from the window's thread
};

/// What can be taken home.
struct Exportable {
    enum class Kind { Activation, Network, Figure, Table };
    Kind kind = Kind::Activation;
    QString key;    ///< stays the same while what it stands for changes: "explored"
    QString group;  ///< the heading it is listed under
    QString name;
    std::vector<ExportChoice> choices;
    QString detail = {};                       ///< what tells it from others of its name
    QSize size = {};                           ///< of a figure as it is on the screen
    std::function<QImage(QSize)> pixels = {};  ///< of a figure, null where there is no room; from the window's thread
};

/// The key of the activation that Explore shows, and of what is composed.
inline const QString kExplored = QStringLiteral("explored"), kDraft = QStringLiteral("draft");
inline const QString kRunsTable = QStringLiteral("runs");

QString keyOfRun(std::size_t number);

/// What Explore shows, the draft, and the person's own ones.
std::vector<Exportable> exportableActivations(const workspace::Document& document);
/// One that is asked for by itself.
Exportable exportableActivation(const activation::ActivationPtr& activation, const QString& key,
                                const QString& group);

/// The table of all runs, and the runs, the newest first: as a network, as a training, as curves.
std::vector<Exportable> exportableRuns(const std::shared_ptr<const workspace::Document>& document);

/// A file's name from what a person named: what no file system takes is replaced, and it is never too long.
QString fileNameOf(const QString& name);

}  // namespace actlab::models
