#include "app/models/activation_list.hpp"

#include "app/models/workspace_model.hpp"
#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

namespace actlab::models {

namespace {

class ActivationListTest : public ::testing::Test {
protected:
    void addOwn(const char* name)
    {
        workspace.edit("add", [=](workspace::Document& document) {
            document.custom.push_back(*activation::makeActivation({name, "0.5*x", "", {}}));
        });
    }
    QModelIndex at(const char* name) const { return list.index(list.rowOf(name)); }
    QStringList filtered()
    {
        QStringList names;
        for (int row = 0; row < filter.rowCount(); ++row)
            names.append(filter.index(row, 0).data().toString());
        return names;
    }
    bool isShown(const char* name) const { return at(name).data(Qt::CheckStateRole).toInt() == Qt::Checked; }

    WorkspaceModel workspace;
    ActivationList list{workspace};
    ActivationFilter filter;
};

}  // namespace

TEST_F(ActivationListTest, holdsTheWholeCatalogueBehindOnesOwn)
{
    addOwn("Mine");
    EXPECT_EQ(list.rowCount(), static_cast<int>(activation::catalogue().size()) + 1);
    EXPECT_EQ(list.rowOf("Mine"), 0);
    EXPECT_EQ(at("Mine").data(ActivationList::FamilyRole), ActivationList::families().front());
}

TEST_F(ActivationListTest, checkingARowDrawsItAndUndoTakesItOut)
{
    ASSERT_FALSE(isShown("Mish"));
    EXPECT_TRUE(list.setData(at("Mish"), Qt::Checked, Qt::CheckStateRole));
    EXPECT_EQ(workspace.document().plot.shown.back().activation->name(), "Mish");
    EXPECT_TRUE(isShown("Mish"));
    workspace.undo();
    EXPECT_FALSE(isShown("Mish"));
}

TEST_F(ActivationListTest, uncheckingTakesOnlyThatOneOut)
{
    list.setData(at("Mish"), Qt::Checked, Qt::CheckStateRole);
    const auto before = workspace.document().plot.shown.size();
    list.setData(at("GELU"), Qt::Unchecked, Qt::CheckStateRole);
    EXPECT_EQ(workspace.document().plot.shown.size(), before - 1);
    EXPECT_TRUE(isShown("Mish"));
    EXPECT_FALSE(isShown("GELU"));
}

TEST_F(ActivationListTest, searchesNamesOtherNamesFormulasAndFamilies)
{
    filter.setSourceModel(&list);
    filter.setSearch("leaky");
    EXPECT_TRUE(filtered().contains("Leaky ReLU"));
    EXPECT_FALSE(filtered().contains("Tanh"));
    filter.setSearch("h-swish");
    EXPECT_TRUE(filtered().contains("Hardswish")) << "by its other name";
    filter.setSearch("tanh softplus");
    EXPECT_TRUE(filtered().contains("Mish")) << "by words of its formula";
    filter.setSearch("no such activation");
    EXPECT_TRUE(filtered().isEmpty());
}

TEST_F(ActivationListTest, filtersByFamilyAndSearchTogether)
{
    addOwn("Leaky of mine");
    filter.setSourceModel(&list);
    filter.setFamily(ActivationList::families().front());
    EXPECT_EQ(filtered(), QStringList{"Leaky of mine"});
    filter.setSearch("tanh");
    EXPECT_TRUE(filtered().isEmpty());
    filter.setFamily({});
    EXPECT_FALSE(filtered().isEmpty());
}

TEST_F(ActivationListTest, renamesOnesOwnEverywhereInTheDocument)
{
    addOwn("Mine");
    list.setData(at("Mine"), Qt::Checked, Qt::CheckStateRole);
    workspace.edit("train with it", [](workspace::Document& document) {
        document.training.hidden.front().activation = document.custom.front();
        document.draft.definition.name = "Mine";
    });
    EXPECT_TRUE(list.setData(at("Mine"), "  Yours ", Qt::EditRole));
    const workspace::Document& document = workspace.document();
    EXPECT_EQ(document.custom.front()->name(), "Yours");
    EXPECT_EQ(document.plot.shown.back().activation->name(), "Yours");
    EXPECT_EQ(document.training.hidden.front().activation->name(), "Yours");
    EXPECT_EQ(document.draft.definition.name, "Yours");
}

TEST_F(ActivationListTest, refusesNamesThatAreTaken)
{
    addOwn("Mine");
    addOwn("Other");
    const int steps = workspace.undoStack().count();
    for (const char* taken : {"", "   ", "Mine", "Other", "relu", "Leaky-ReLU"})
        EXPECT_FALSE(list.setData(at("Mine"), taken, Qt::EditRole)) << taken;
    EXPECT_EQ(workspace.undoStack().count(), steps);
}

TEST_F(ActivationListTest, letsNobodyRenameTheCatalogue)
{
    EXPECT_FALSE(at("ReLU").flags().testFlag(Qt::ItemIsEditable));
    EXPECT_FALSE(list.setData(at("ReLU"), "Rectifier", Qt::EditRole));
}

}  // namespace actlab::models
