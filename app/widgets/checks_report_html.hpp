#pragma once

#include <QFont>
#include <QString>

namespace actlab::widgets {

struct ChecksReport;

/// The report as an HTML page without anything outside itself, in what QTextDocument understands of HTML.
QString checksHtml(const ChecksReport& report);

/// The type the page is laid out for.
QFont reportFont();

}  // namespace actlab::widgets
