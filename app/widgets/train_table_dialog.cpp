#include "app/widgets/train_table_dialog.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_form.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace actlab::widgets {

namespace {

constexpr int kMostPreviewColumns = 50;

/// "numbers", "3 texts", "numbers, 12 missing"
QString kindOfColumn(const data::CsvColumn& column)
{
    QString kind = TrainTableDialog::tr("%n texts", nullptr, int(column.categories.size()));
    if (column.isNumber)
        kind = TrainTableDialog::tr("numbers");
    else if (column.hasTooMany)
        kind = TrainTableDialog::tr("many texts");
    else if (column.categories.size() == 1)
        kind = TrainTableDialog::tr("1 text");
    if (column.missing > 0)
        kind += TrainTableDialog::tr(", %1 missing").arg(column.missing);
    return kind;
}

QString separatorName(char separator)
{
    return separator == '\t'  ? TrainTableDialog::tr("tabs")
           : separator == ';' ? TrainTableDialog::tr("semicolons")
                              : TrainTableDialog::tr("commas");
}

QString foundText(const data::CsvTable& table)
{
    const auto rows =
        table.rows == 1 ? TrainTableDialog::tr("1 row") : TrainTableDialog::tr("%1 rows").arg(table.rows);
    const auto columns = table.columns.size() == 1 ? TrainTableDialog::tr("1 column")
                                                   : TrainTableDialog::tr("%1 columns, separated by %2")
                                                         .arg(table.columns.size())
                                                         .arg(separatorName(table.format.separator));
    QString text = TrainTableDialog::tr("%1; %2; %3.")
                       .arg(rows, columns,
                            table.format.hasHeader ? TrainTableDialog::tr("the first line has the titles")
                                                   : TrainTableDialog::tr("without titles"));
    if (table.format.decimalMark == ',')
        text += ' ' + TrainTableDialog::tr("Decimal commas.");
    return text;
}

}  // namespace

TrainTableDialog::TrainTableDialog(data::CsvTable table, const data::DataSpec& spec, QWidget* parent)
    : QDialog(parent), m_table(std::move(table)), m_spec(spec), m_preview(createPreview())
{
    setObjectName("table-dialog");
    setWindowTitle(tr("Learn from %1").arg(QFileInfo(QString::fromStdString(spec.file)).fileName()));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kSpace, 2 * kSpace, 2 * kSpace, 2 * kSpace);
    column->setSpacing(2 * kSpace);
    m_found = hintLabel(foundText(m_table), this);
    column->addWidget(m_found);
    column->addWidget(m_preview, 1);
    column->addWidget(createChoices());
    column->addWidget(createButtons());
    resize(720, 520);
    connect(m_target, &QComboBox::currentIndexChanged, this, &TrainTableDialog::chooseTarget);
    chooseTarget();
}

QTableWidget* TrainTableDialog::createPreview()
{
    const int columns = std::min(static_cast<int>(m_table.columns.size()), kMostPreviewColumns);
    auto* preview = new QTableWidget(static_cast<int>(m_table.preview.size()), columns, this);
    preview->setObjectName("preview");
    preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    preview->setSelectionMode(QAbstractItemView::NoSelection);
    preview->setFocusPolicy(Qt::NoFocus);
    preview->verticalHeader()->hide();
    for (int column = 0; column < columns; ++column) {
        const data::CsvColumn& from = m_table.columns[static_cast<std::size_t>(column)];
        preview->setHorizontalHeaderItem(
            column, new QTableWidgetItem(QString::fromStdString(from.name) + '\n' + kindOfColumn(from)));
        for (int row = 0; row < preview->rowCount(); ++row) {
            const auto& cells = m_table.preview[static_cast<std::size_t>(row)];
            auto* item = new QTableWidgetItem(QString::fromStdString(cells[static_cast<std::size_t>(column)]));
            item->setTextAlignment(Qt::AlignVCenter | (from.isNumber ? Qt::AlignRight : Qt::AlignLeft));
            preview->setItem(row, column, item);
        }
    }
    preview->resizeColumnsToContents();
    return preview;
}

QWidget* TrainTableDialog::createChoices()
{
    auto* choices = new QWidget(this);
    auto* form = trainForm();
    choices->setLayout(form);
    QStringList names;
    for (const data::CsvColumn& column : m_table.columns)
        names << QString::fromStdString(column.name);
    m_target = trainCombo("target", names, choices);
    const data::CsvColumn* known = data::findColumn(m_table, m_spec.target);
    m_target->setCurrentIndex(known ? int(known - m_table.columns.data()) : int(names.size()) - 1);
    m_task = trainCombo("task", {tr("Classes"), tr("Values")}, choices);
    m_standardise = new QCheckBox(tr("Numbers to mean 0 and deviation 1"), choices);
    m_standardise->setObjectName("standardise");
    m_standardise->setChecked(m_spec.standardise);
    m_error = new TrainFieldError(choices);
    addTrainRow(form, tr("Column to learn"), m_target);
    addTrainRow(form, tr("It holds"), m_task);
    addTrainRow(form, tr("Standardise"), m_standardise);
    form->addRow(m_error);
    return choices;
}

QWidget* TrainTableDialog::createButtons()
{
    auto* buttons = new QWidget(this);
    auto* cancel = new QPushButton(tr("Cancel"), buttons);
    cancel->setAutoDefault(false);
    auto* take = primaryButton(tr("Learn from it"), QStringLiteral("train"), buttons);
    take->setObjectName(QStringLiteral("take"));
    take->setDefault(true);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(take);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, &TrainTableDialog::take);
    return buttons;
}

/// With another target, the task is guessed anew.
void TrainTableDialog::chooseTarget()
{
    const int target = m_target->currentIndex();
    m_task->setCurrentIndex(static_cast<int>(data::guessTask(m_table.columns[static_cast<std::size_t>(target)])));
    for (int column = 0; column < m_preview->columnCount(); ++column) {
        QFont font = m_preview->font();
        font.setBold(column == target);
        m_preview->horizontalHeaderItem(column)->setFont(font);
        for (int row = 0; row < m_preview->rowCount(); ++row)
            m_preview->item(row, column)->setFont(font);
    }
}

/// A choice that nothing can be learned from is told of here, while it can be changed.
void TrainTableDialog::take()
{
    m_spec.target = m_table.columns[static_cast<std::size_t>(m_target->currentIndex())].name;
    m_spec.task = static_cast<data::Task>(m_task->currentIndex());
    m_spec.standardise = m_standardise->isChecked();
    if (const auto data = data::load(m_spec); !data)
        return m_error->show(QString::fromStdString(data.error().message));
    Q_EMIT chosen(m_spec);
    accept();
}

}  // namespace actlab::widgets
