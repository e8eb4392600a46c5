#pragma once

#include <QSizeF>
#include <QString>
#include <optional>

#include "app/models/checks_model.hpp"
#include "core/analysis/interval.hpp"

class QPagedPaintDevice;
class QTextDocument;
class QWidget;

namespace actlab::widgets {

/// One page about an activation, to hand in or to put into an appendix: the formula, the curves of f and f′ over a
/// view, and every verdict. Always on white.
struct ChecksReport {
    QString name;
    std::shared_ptr<const models::Checked> checked;
    analysis::Interval x, y;  ///< the view of the curves

    /// A whole document; the pictures are in it.
    QString html() const;
    /// On one page of the device's paper, as large as fits. False where the device cannot be painted on.
    bool paint(QPagedPaintDevice& device) const;
    /// As .pdf or .html; what was there is replaced only by a whole file. The error is a sentence.
    std::optional<QString> save(const QString& path) const;
};

/// Lays the document out so wide that it has the shape of the page, or as wide as can still be read. Returns the
/// scale at which all of it is on the page.
double layOutOnPage(QTextDocument& document, QSizeF page);

/// Asks for a file and writes the report there. Returns what to say about it; empty where the person changed
/// their mind.
QString saveReport(const ChecksReport& report, QWidget* parent);
/// Asks for a printer and prints it there.
QString printReport(const ChecksReport& report, QWidget* parent);

}  // namespace actlab::widgets
