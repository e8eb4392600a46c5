#include "app/widgets/compose_naming.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace actlab::widgets {

using Name = models::ComposeModel::Name;

namespace {

constexpr int kLongestProposal = 60;

}  // namespace

ComposeNaming::ComposeNaming(models::ComposeModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    createFields();
    connectFields();
    follow();
}

void ComposeNaming::createFields()
{
    m_name = new QLineEdit(this);
    m_name->setMaxLength(kLongestProposal);
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the activation"));
    m_message = hintLabel({}, this);
    m_add = primaryButton(tr("Add to catalogue"), "plus", this);
    m_train = new QPushButton(icon("train"), tr("Train with it"), this);
    m_train->setToolTip(tr("Give every hidden layer of the network this activation and go to Train"));
    m_explore = new QPushButton(icon("explore"), tr("Explore"), this);
    m_explore->setToolTip(tr("Look at it beside others in Explore"));
    m_name->setObjectName("compose-name");
    m_message->setObjectName("compose-name-message");
    m_add->setObjectName("compose-add");
    m_train->setObjectName("compose-train");
    m_explore->setObjectName("compose-explore");
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kSpace);
    grid->addWidget(m_name, 0, 0, 1, 2);
    grid->addWidget(m_message, 1, 0, 1, 2);
    grid->addWidget(m_add, 2, 0, 1, 2);
    grid->addWidget(m_train, 3, 0);
    grid->addWidget(m_explore, 3, 1);
}

void ComposeNaming::connectFields()
{
    connect(&m_model, &models::ComposeModel::changed, this, &ComposeNaming::follow);
    connect(m_name, &QLineEdit::textEdited, &m_model, &models::ComposeModel::setName);
    connect(m_name, &QLineEdit::editingFinished, &m_model.workspace(), &models::WorkspaceModel::endGesture);
    connect(m_add, &QPushButton::clicked, &m_model, &models::ComposeModel::addToCatalogue);
    connect(m_train, &QPushButton::clicked, this, [this] {
        m_model.trainWithIt();
        Q_EMIT trainWanted(m_model.name().trimmed());
    });
    connect(m_explore, &QPushButton::clicked, this, [this] {
        if (m_model.nameState() != Name::Own)
            m_model.addToCatalogue();
        Q_EMIT exploreWanted(m_model.name().trimmed());
    });
}

void ComposeNaming::follow()
{
    if (m_name->text() != m_model.name())
        m_name->setText(m_model.name());
    const Name state = m_model.nameState();
    m_add->setText(state == Name::Replaces || state == Name::Own ? tr("Update") : tr("Add to catalogue"));
    m_add->setEnabled(m_model.canBeAdded() && state != Name::Own);
    m_train->setEnabled(m_model.canBeAdded());
    m_explore->setEnabled(m_model.canBeAdded());
    m_message->setText(sentence());
    setStyleProperty(*m_message, "role", state == Name::InCatalogue ? "error" : "hint");
}

QString ComposeNaming::sentence() const
{
    const QString name = m_model.name().trimmed();
    const Name state = m_model.nameState();
    if (state == Name::InCatalogue)
        return tr("The catalogue has a function of the name “%1” already. Choose another name.").arg(name);
    if (state == Name::Missing)
        return tr("Give it a name to add it to the catalogue.");
    if (m_model.error())
        return tr("It can be added as soon as the formula is right.");
    if (m_model.gradientError())
        return tr("It can be added as soon as the gradient is right.");
    if (state == Name::Own)
        return tr("In your catalogue, as it stands here.");
    if (state == Name::Replaces)
        return tr("“%1” is in your catalogue. Update changes it wherever it is used.").arg(name);
    return tr("Not yet in your catalogue.");
}

}  // namespace actlab::widgets
