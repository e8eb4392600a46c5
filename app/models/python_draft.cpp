#include "app/models/python_draft.hpp"

#include "core/activation/catalogue.hpp"

#include <QCoreApplication>

namespace actlab::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PythonDraft)
};

}  // namespace

void takeIntoDraft(WorkspaceModel& workspace, const PythonFunction& function, bool withGradient)
{
    activation::Definition definition = function.activation->definition();
    const QString name = QString::fromStdString(definition.name);
    if (!withGradient)
        definition.gradient.clear();
    if (const auto made = activation::makeActivation(definition))
        definition = (*made)->definition();  // without the parameters that only the gradient had
    if (activation::findInCatalogue(definition.name))
        definition.name = Words::tr("My %1").arg(name).toStdString();  // the catalogue keeps its names
    workspace.endGesture();
    workspace.edit(Words::tr("Import %1").arg(name),
                   [&](workspace::Document& document) { document.draft.definition = definition; });
}

}  // namespace actlab::models
