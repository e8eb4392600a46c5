#include "app/widgets/python_functions.hpp"

#include "app/widgets/activation_icon.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/formula_picture.hpp"
#include "app/widgets/theme.hpp"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

QString nameOf(const models::PythonFunction& function)
{
    return QString::fromStdString(function.activation->name());
}

QString formulaOf(const models::PythonFunction& function)
{
    return QString::fromStdString(function.activation->definition().formula);
}

}  // namespace

PythonFunctions::PythonFunctions(QWidget* parent)
    : QWidget(parent),
      m_list(new QListWidget(this)),
      m_empty(hintLabel(tr("Nothing here can be read as a function of one number. Correct what is marked, and it "
                           "appears here."),
                        this)),
      m_picture(new FormulaPicture(this)),
      m_gradient(new QCheckBox(this)),
      m_gradientFormula(hintLabel({}, this)),
      m_notes(hintLabel({}, this))
{
    m_list->setIconSize(kActivationIconSize);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setObjectName(QStringLiteral("functions"));
    m_list->setAccessibleName(tr("Functions"));
    m_gradient->setChecked(true);
    m_gradientFormula->setContentsMargins(3 * kSpace, 0, 0, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty);
    for (QWidget* each : std::initializer_list<QWidget*>{m_picture, m_gradient, m_gradientFormula, m_notes})
        column->addWidget(each);
    connect(m_list, &QListWidget::currentRowChanged, this, &PythonFunctions::showChosen);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &PythonFunctions::accepted);
}

void PythonFunctions::show(const std::vector<models::PythonFunction>& functions)
{
    const QString before = chosen() ? nameOf(*chosen()) : QString();
    m_functions = functions;
    fillList();
    int row = functions.empty() ? -1 : 0;
    for (int i = 0; i < m_list->count(); ++i)
        if (nameOf(functions[static_cast<std::size_t>(i)]) == before)
            row = i;
    m_list->setCurrentRow(row);
    showChosen();
}

void PythonFunctions::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const QColor colour = themeOf(palette()).accent;
    for (const models::PythonFunction& function : m_functions) {
        const QIcon curve(activationIcon(*function.activation, colour, devicePixelRatioF()));
        auto* row = new QListWidgetItem(curve, nameOf(function) + '\n' + formulaOf(function), m_list);
        row->setToolTip(tr("Line %1").arg(function.line));
    }
    m_list->setVisible(!m_functions.empty());
    m_empty->setVisible(m_functions.empty());
}

const models::PythonFunction* PythonFunctions::chosen() const
{
    const auto row = static_cast<std::size_t>(m_list->currentRow());  // -1 is beyond every list
    return row < m_functions.size() ? &m_functions[row] : nullptr;
}

bool PythonFunctions::withGradient() const
{
    return m_gradient->isChecked();
}

void PythonFunctions::showChosen()
{
    const models::PythonFunction* function = chosen();
    const bool hasGradient = function && function->activation->hasOwnGradient();
    m_picture->show(function ? formulaOf(*function) : QString());
    m_gradient->setVisible(hasGradient);
    m_gradientFormula->setVisible(hasGradient);
    if (hasGradient)
        showGradient(*function);
    m_notes->setText(function ? function->notes.join(' ') : QString());
    m_notes->setVisible(!m_notes->text().isEmpty());
    Q_EMIT changed();
}

void PythonFunctions::showGradient(const models::PythonFunction& function)
{
    constexpr int kLongest = 300;
    m_gradient->setText(function.gradientSource.isEmpty()
                            ? tr("With the gradient that it says itself")
                            : tr("With %1 as its gradient").arg(function.gradientSource));
    const QString gradient = QString::fromStdString(function.activation->definition().gradient);
    m_gradientFormula->setText(gradient.size() <= kLongest ? gradient : gradient.left(kLongest) + QChar(0x2026));
}

void PythonFunctions::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        show(std::vector(m_functions));
}

}  // namespace actlab::widgets
