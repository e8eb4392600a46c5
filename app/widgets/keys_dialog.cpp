#include "app/widgets/keys_dialog.hpp"

#include "app/widgets/theme.hpp"
#include "core/data/points.hpp"

#include <QAction>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

namespace {

struct ListedKey {
    QString key, words, place;  ///< no place where it goes everywhere
    bool operator==(const ListedKey&) const = default;
};

/// Fields and lists of a kind have the same keys, and say in what they are for where these go.
QList<ListedKey> listedKeys(const QList<QAction*>& actions)
{
    QList<ListedKey> keys;
    for (const QAction* action : actions) {
        const ListedKey key{action->shortcut().toString(QKeySequence::NativeText),
                            action->objectName().isEmpty() ? action->text() : action->objectName(),
                            action->whatsThis()};
        if (!key.key.isEmpty() && !keys.contains(key))
            keys << key;
    }
    std::ranges::stable_sort(keys, {}, &ListedKey::place);
    return keys;
}

QLabel* keysTable(const QList<ListedKey>& keys, QWidget* parent)
{
    QString rows, place;
    for (const ListedKey& key : keys) {
        if (key.place != place)
            rows += QStringLiteral("<tr><td colspan='2'><br><i>%1</i></td></tr>").arg(key.place.toHtmlEscaped());
        place = key.place;
        rows += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(key.key.toHtmlEscaped(), key.words.toHtmlEscaped());
    }
    return new QLabel(QStringLiteral("<table>%1</table>").arg(rows), parent);
}

}  // namespace

KeysDialog::KeysDialog(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    const QList<ListedKey> keys = listedKeys(actions);
    auto* lists = new QHBoxLayout;
    lists->setSpacing(4 * kSpace);
    lists->addWidget(keysTable(keys.first((keys.size() + 1) / 2), this), 0, Qt::AlignTop);
    lists->addWidget(keysTable(keys.sliced((keys.size() + 1) / 2), this), 0, Qt::AlignTop);
    auto* elsewhere = new QLabel(tr("In plots: the wheel zooms at the cursor (with Shift only up and down, with Ctrl "
                                    "only sideways), dragging moves, a double click fits. While you paint points, "
                                    "1 to %1 choose the class.")
                                     .arg(data::kMostPaintedClasses),
                                 this);
    elsewhere->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(2 * kSpace);
    column->addLayout(lists);
    column->addWidget(elsewhere);
    column->addWidget(buttons);
    const int width = lists->sizeHint().width();  // a text that wraps would have its height of the lists' last rows
    elsewhere->setMinimumSize(width, elsewhere->heightForWidth(width));
}

}  // namespace actlab::widgets
