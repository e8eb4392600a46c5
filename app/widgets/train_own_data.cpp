#include "app/widgets/train_own_data.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/error_words.hpp"
#include "app/widgets/formula_field.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_form.hpp"
#include "app/widgets/train_table_dialog.hpp"
#include "core/data/csv_table.hpp"
#include "core/data/describe.hpp"
#include "core/data/idx.hpp"
#include "core/data/plane_formula.hpp"
#include "core/data/points.hpp"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace actlab::widgets {

namespace {

QPushButton* createOwnButton(const QString& text, const QString& tip, const QString& objectName, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setToolTip(tip);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

/// "train-labels-idx1-ubyte" for "train-images-idx3-ubyte", where there is such a file; else empty.
QString labelsBeside(const QString& pictures)
{
    const QFileInfo file(pictures);
    QString name = file.fileName();
    name.replace("images", "labels").replace("idx3", "idx1");
    const QFileInfo labels(file.dir(), name);
    return name != file.fileName() && labels.exists() ? labels.filePath() : QString();
}

bool isNamedAsPictures(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    return name.contains("idx3") || name.contains("images");
}

}  // namespace

bool isOfFile(const data::DataSpec& spec)
{
    return spec.name == "csv" || spec.name == "mnist";
}

TrainOwnData::TrainOwnData(QWidget* parent)
    : QWidget(parent),
      m_file(
          createOwnButton(tr("Your file…"),
                          tr("A table (CSV), or pictures as MNIST has them (IDX). Files may also be dropped on the "
                             "window."),
                          "dataset-file", this)),
      m_formulaButton(createOwnButton(tr("Formula…"), tr("Points on which a formula of yours decides."),
                                      "dataset-formula", this)),
      m_paintButton(createOwnButton(tr("Paint…"), tr("Points of up to four classes, painted by hand."),
                                    "dataset-points", this)),
      m_paintMenu(new QMenu(this)),
      m_about(hintLabel({}, this)),
      m_formula(new FormulaField(this)),
      m_error(new TrainFieldError(this))
{
    m_about->setObjectName("own-data-about");
    m_about->setTextFormat(Qt::RichText);
    m_formula->setObjectName("data-formula");
    m_formula->setAccessibleName(tr("Formula of the data"));
    m_formula->setToolTip(tr("A condition in x and y makes two classes; values of x alone make a curve."));
    createLayout();
    createPaintMenu();
    connect(m_file, &QPushButton::clicked, this, &TrainOwnData::chooseFile);
    connect(m_formulaButton, &QPushButton::clicked, this, &TrainOwnData::beginFormula);
    connect(m_paintButton, &QPushButton::clicked, this, &TrainOwnData::beginPainting);
    connect(m_formula, &FormulaField::edited, this, &TrainOwnData::readFormula);
}

void TrainOwnData::createLayout()
{
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpace / 2);
    for (QWidget* button : {m_file, m_formulaButton, m_paintButton})
        buttons->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addLayout(buttons);
    column->addWidget(m_about);
    column->addWidget(m_formula);
    column->addWidget(m_error);
}

void TrainOwnData::show(const data::DataSpec& spec)
{
    const bool isOther = spec.name != m_spec.name || spec.formula != m_spec.formula || spec.file != m_spec.file ||
                         spec.target != m_spec.target;
    m_spec = spec;
    const bool isFormula = spec.name == "formula", isFile = isOfFile(spec);
    m_file->setChecked(isFile);
    m_formulaButton->setChecked(isFormula);
    m_paintButton->setChecked(spec.name == "points");
    m_formula->setVisible(isFormula);
    m_about->setVisible(isFile);
    if (isOther)
        m_about->setText(aboutFile());
    if (isFormula && isOther)
        m_formula->setFormula(QString::fromStdString(spec.formula));
    if (isOther) {
        m_formula->underline(std::nullopt);
        m_error->show({});
    }
}

void TrainOwnData::showFound(const data::Dataset& data, const data::DataSpec& madeFrom)
{
    if (madeFrom != m_spec)
        return;
    QStringList found{aboutFile()};
    for (const std::string& sentence : data::describe(data))
        found << QString::fromStdString(sentence).toHtmlEscaped();
    m_about->setText(found.join(QStringLiteral("<br>")));
    m_about->setVisible(m_file->isChecked());
}

QString TrainOwnData::aboutFile() const
{
    const QString name = QFileInfo(QString::fromStdString(m_spec.file)).fileName();
    if (m_spec.name == "mnist")
        return tr("Pictures from %1").arg(name.toHtmlEscaped());
    return tr("%1, to learn: %2").arg(name.toHtmlEscaped(), QString::fromStdString(m_spec.target).toHtmlEscaped());
}

void TrainOwnData::chooseFile()
{
    m_file->setChecked(isOfFile(m_spec));  // until one is chosen
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Data to learn from"), QFileInfo(QString::fromStdString(m_spec.file)).path(),
        tr("Tables and pictures (*.csv *.tsv *.txt *.csv.gz *ubyte *ubyte.gz *.idx);;All files (*)"));
    if (!path.isEmpty())
        takeFile(path);
}

void TrainOwnData::takeFile(const QString& path)
{
    m_error->show({});
    const auto dimensions = data::idxDimensions(path.toStdString());
    if (dimensions == std::size_t{1})
        m_error->show(tr("“%1” holds labels. Choose the pictures that they belong to, and the labels after them.")
                          .arg(QFileInfo(path).fileName()));
    else
        dimensions || isNamedAsPictures(path) ? takePictures(path) : takeTable(path);
}

void TrainOwnData::takeTable(const QString& path)
{
    auto table = data::readCsv(path.toStdString());
    if (!table)
        return m_error->show(QString::fromStdString(table.error().message));
    data::DataSpec spec = m_spec;
    spec.name = "csv";
    spec.file = path.toStdString();
    spec.noise = 0;
    spec.samples = 0;
    auto* dialog = new TrainTableDialog(std::move(*table), spec, this);
    connect(dialog, &TrainTableDialog::chosen, this, &TrainOwnData::chosen);
    dialog->open();
}

void TrainOwnData::takePictures(const QString& path)
{
    QString labels = labelsBeside(path);
    if (labels.isEmpty())
        labels = QFileDialog::getOpenFileName(this, tr("What the pictures show"), QFileInfo(path).path());
    if (labels.isEmpty())
        return;
    data::DataSpec spec = m_spec;
    spec.name = "mnist";
    spec.file = path.toStdString();
    spec.labels = labels.toStdString();
    spec.task = data::Task::Classification;
    spec.noise = 0;
    spec.samples = 0;
    if (const auto data = data::load(spec); !data)
        return m_error->show(QString::fromStdString(data.error().message));
    Q_EMIT chosen(spec);
}

void TrainOwnData::createPaintMenu()
{
    m_paintMenu->addAction(tr("On an empty plane"), this, [this] { paintUpon({}); })->setObjectName("paint-empty");
    m_paintMenu->addAction(tr("Upon the points that are shown"), this, &TrainOwnData::paintUponShown)
        ->setObjectName("paint-upon");
}

void TrainOwnData::beginPainting()
{
    m_paintButton->setChecked(m_spec.name == "points");  // until it is begun
    m_error->show({});
    if (m_spec.name == "points")
        return;
    if (data::isOnPlane(m_spec))
        m_paintMenu->popup(m_paintButton->mapToGlobal(m_paintButton->rect().bottomLeft()));
    else
        paintUpon({});
}

void TrainOwnData::paintUponShown()
{
    auto points = data::pointsOf(m_spec);
    if (!points)
        return m_error->show(QString::fromStdString(points.error().message));
    paintUpon(std::move(*points));
}

void TrainOwnData::paintUpon(std::vector<data::PaintedPoint> points)
{
    data::DataSpec spec = m_spec;
    spec.name = "points";
    spec.noise = 0;
    spec.samples = 0;
    spec.points = std::move(points);
    Q_EMIT chosen(spec);
}

void TrainOwnData::beginFormula()
{
    m_formulaButton->setChecked(true);
    if (m_spec.name == "formula")
        return m_formula->setFocus();
    readFormula(m_spec.formula.empty() ? QStringLiteral("y > 3*sin(x)") : QString::fromStdString(m_spec.formula));
    m_formula->setFocus();
}

/// What is wrong is told at its place, and the data stay as they are.
void TrainOwnData::readFormula(const QString& text)
{
    const auto formula = data::readPlaneFormula(text.toStdString());
    m_formula->underline(formula ? std::nullopt : std::optional(formula.error().span));
    m_error->setTextFormat(formula ? Qt::PlainText : Qt::RichText);
    m_error->show(formula ? QString() : errorHtml(formula.error()));
    if (!formula)
        return;
    data::DataSpec spec = m_spec;
    spec.name = "formula";
    spec.formula = text.toStdString();
    spec.task = data::guessTask(*formula);
    if (m_spec.name != "formula")
        spec.samples = 0;
    Q_EMIT chosen(spec);
}

}  // namespace actlab::widgets
