#include "app/models/explore_model.hpp"

#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

namespace actlab::models {

namespace {

class ExploreModelTest : public ::testing::Test {
protected:
    static activation::ActivationPtr known(const char* name) { return activation::findInCatalogue(name); }
    void show(std::initializer_list<const char*> names)
    {
        workspace.edit("show", [&](workspace::Document& document) {
            document.plot.shown.clear();
            for (const char* name : names)
                document.plot.shown.push_back({known(name)});
        });
    }
    std::vector<std::string> shown() const
    {
        std::vector<std::string> names;
        for (const auto& plotted : workspace.document().plot.shown)
            names.push_back(plotted.activation->name());
        return names;
    }

    WorkspaceModel workspace;
    ExploreModel model{workspace};
};

}  // namespace

TEST_F(ExploreModelTest, selectingPutsAnActivationInThePlaceOfTheSelectedOne)
{
    show({"GELU", "ReLU"});
    model.select(known("Mish"));
    EXPECT_EQ(shown(), (std::vector<std::string>{"Mish", "ReLU"}));
}

TEST_F(ExploreModelTest, selectingWhatIsShownBringsItToTheFrontAndLosesNothing)
{
    show({"GELU", "ReLU", "Mish"});
    model.select(known("Mish"));
    EXPECT_EQ(shown(), (std::vector<std::string>{"Mish", "GELU", "ReLU"}));
}

TEST_F(ExploreModelTest, selectingTheSelectedIsNoStep)
{
    show({"GELU"});
    const int steps = workspace.undoStack().count();
    model.select(known("GELU"));
    EXPECT_EQ(workspace.undoStack().count(), steps);
}

TEST_F(ExploreModelTest, aSliderDragIsOneStepAndCanBeReset)
{
    show({"ELU"});
    const double before = model.selected()->parameters().front().value;
    const QString name = QString::fromStdString(model.selected()->parameters().front().name);
    const int steps = workspace.undoStack().count();
    for (const double value : {1.1, 1.4, 2.0})
        model.setParameter(name, value);
    workspace.endGesture();
    EXPECT_EQ(workspace.undoStack().count(), steps + 1);
    EXPECT_EQ(model.selected()->parameters().front().value, 2.0);
    EXPECT_TRUE(model.hasChangedParameters());
    model.resetParameters();
    EXPECT_EQ(model.selected()->parameters().front().value, before);
    EXPECT_FALSE(model.hasChangedParameters());
    workspace.undo();
    workspace.undo();
    EXPECT_EQ(model.selected()->parameters().front().value, before);
}

TEST_F(ExploreModelTest, aColourStaysWithItsActivation)
{
    show({"GELU", "ReLU"});
    const int relu = model.colourOf("ReLU");
    show({"ReLU", "Mish"});
    EXPECT_EQ(model.colourOf("ReLU"), relu);
    EXPECT_NE(model.colourOf("Mish"), relu);
}

TEST_F(ExploreModelTest, samplesAsManyOrdersAsAreDrawn)
{
    show({"GELU"});
    model.setOrder(1, false);
    EXPECT_EQ(model.curves({-1, 1}, 100).front().set.orders.size(), 1u);
    model.setOrder(2, true);
    EXPECT_EQ(model.curves({-1, 1}, 100).front().set.orders.size(), 3u);
}

TEST_F(ExploreModelTest, samplesAgainOnlyWhatHasChanged)
{
    show({"ELU", "ReLU"});
    const double* unchanged = model.curves({-1, 1}, 100)[1].set.orders[0].y.data();
    model.setParameter(QString::fromStdString(model.selected()->parameters().front().name), 2.5);
    const auto& curves = model.curves({-1, 1}, 100);
    EXPECT_EQ(curves[1].set.orders[0].y.data(), unchanged);
    EXPECT_EQ(curves[1].name, "ReLU");
}

TEST_F(ExploreModelTest, standsAnEmptyPlot)
{
    show({});
    EXPECT_EQ(model.selected(), nullptr);
    EXPECT_TRUE(model.curves({-1, 1}, 100).empty());
    EXPECT_FALSE(model.hasChangedParameters());
    model.select(known("ReLU"));
    EXPECT_EQ(shown(), std::vector<std::string>{"ReLU"});
}

}  // namespace actlab::models
