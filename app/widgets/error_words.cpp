#include "app/widgets/error_words.hpp"

#include "app/models/compose_model.hpp"
#include "app/widgets/sentence.hpp"

namespace actlab::widgets {

QString errorHtml(const expr::SourceError& error)
{
    const QString replacement = models::ComposeModel::replacementFor(error);
    const QString hint =
        replacement.isEmpty()
            ? QString::fromStdString(error.hint).toHtmlEscaped()
            : QObject::tr("<a href=\"fix\">Write <b>%1</b> instead</a>").arg(replacement.toHtmlEscaped());
    return (asSentence(error.message).toHtmlEscaped() + "  " + hint).trimmed();
}

}  // namespace actlab::widgets
