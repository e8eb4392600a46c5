#include "app/models/compose_model.hpp"

#include "core/activation/catalogue.hpp"

#include <cmath>
#include <gmock/gmock.h>

namespace actlab::models {
namespace {

using activation::PieceText;
using Name = ComposeModel::Name;

class ComposeModelTest : public ::testing::Test {
protected:
    void write(const char* formula) { model.setFormula(formula); }
    void rename(const char* name) { model.setName(name); }
    const workspace::Document& document() const { return workspace.document(); }
    const activation::Parameter& parameter(const char* name) const
    {
        const auto& all = model.activation()->parameters();
        return *std::ranges::find(all, name, &activation::Parameter::name);
    }

    WorkspaceModel workspace;
    ComposeModel model{workspace};
};

TEST_F(ComposeModelTest, startsWithARightFormulaInPieces)
{
    EXPECT_FALSE(model.error());
    ASSERT_TRUE(model.activation());
    EXPECT_EQ(model.pieces().size(), 3U);
}

TEST_F(ComposeModelTest, keepsTheLastRightCurveWhileTheFormulaIsWrong)
{
    write("x*x");
    write("x*x +");
    ASSERT_TRUE(model.error());
    ASSERT_TRUE(model.activation());
    EXPECT_EQ(model.valueAt(3), 9);
    EXPECT_EQ(model.formula(), "x*x +");
}

TEST_F(ComposeModelTest, aWrongGradientIsNoErrorOfTheFormula)
{
    write("x^2");
    workspace.edit("gradient",
                   [](workspace::Document& changed) { changed.draft.definition.gradient = "1 + tnh(x)"; });
    EXPECT_FALSE(model.error());
    ASSERT_TRUE(model.gradientError());
    EXPECT_EQ(model.gradientError()->span.begin, 4U);
    EXPECT_EQ(model.activation()->evaluate<double>(std::vector{3.0}, 1)[1][0], 6);
    EXPECT_FALSE(model.canBeAdded());
    write("x^2 +");
    EXPECT_TRUE(model.error());
    EXPECT_FALSE(model.gradientError());
}

TEST_F(ComposeModelTest, writesTheTrueDerivativeBesideAGradientOfOnesOwn)
{
    write("x^2");
    workspace.edit("gradient", [](workspace::Document& changed) { changed.draft.definition.gradient = "1"; });
    EXPECT_EQ(model.derivativeText(), "2*x");
}

TEST_F(ComposeModelTest, typingIsOneStepToUndo)
{
    const QString before = model.formula();
    for (const char* text : {"t", "ta", "tan", "tanh(x)"})
        write(text);
    EXPECT_EQ(workspace.undoStack().count(), 1);
    workspace.undo();
    EXPECT_EQ(model.formula(), before);
    EXPECT_EQ(model.pieces().size(), 3U);
}

TEST_F(ComposeModelTest, writesTheHintInThePlaceOfTheWrongWord)
{
    write("{x < 0: 0, tnh(x)}");
    ASSERT_TRUE(model.error());
    EXPECT_EQ(ComposeModel::replacementFor(*model.error()), "tanh");
    model.takeHint();
    EXPECT_EQ(model.formula(), "{x < 0: 0, tanh(x)}");
    EXPECT_FALSE(model.error());
}

TEST_F(ComposeModelTest, countsCharactersNotBytesToThePlaceOfTheHint)
{
    write("α*tnh(x)");
    model.takeHint();
    EXPECT_EQ(model.formula(), "α*tanh(x)");
}

TEST_F(ComposeModelTest, theTableIsTheTextSeenOtherwise)
{
    EXPECT_TRUE(model.setPiece(1, {"x < 2", "x/2"}));
    EXPECT_EQ(model.formula(), "{x < 0: 0.1*x, x < 2: x/2, 1}");
    write("{x < 5: x, 7}");
    EXPECT_THAT(model.pieces(), ::testing::ElementsAre(PieceText{"x < 5", "x"}, PieceText{"", "7"}));
}

TEST_F(ComposeModelTest, refusesACellThatWouldBreakTheTable)
{
    const QString before = model.formula();
    EXPECT_FALSE(model.setPiece(1, {"x < 2", "x, 3: x"}));
    EXPECT_FALSE(model.setPiece(9, {"x < 2", "x"}));
    EXPECT_EQ(model.formula(), before);
}

TEST_F(ComposeModelTest, takesAWrongCellIntoTheTextAndSaysWhatIsWrongWithIt)
{
    EXPECT_TRUE(model.setPiece(1, {"x <", "x"}));
    EXPECT_EQ(model.formula(), "{x < 0: 0.1*x, x <: x, 1}");
    EXPECT_TRUE(ComposeModel::errorInCell(model.pieces()[1], true));
    EXPECT_FALSE(ComposeModel::errorInCell(model.pieces()[1], false));
}

TEST_F(ComposeModelTest, addsRemovesAndReordersPieces)
{
    model.addPiece();
    EXPECT_EQ(model.pieces().size(), 4U);
    EXPECT_FALSE(model.error());
    model.removePiece(2);
    model.swapPieces(0);
    EXPECT_EQ(model.formula(), "{x < 1: x, x < 0: 0.1*x, 1}");
    for (int step = 0; step < 3; ++step)
        workspace.undo();
    EXPECT_EQ(model.formula(), "{x < 0: 0.1*x, x < 1: x, 1}");
}

TEST_F(ComposeModelTest, findsParametersInTheTextAndMovesThemInOneStep)
{
    write("a*x + b");
    workspace.endGesture();
    for (const double value : {0.5, 0.6, 0.7})
        model.setParameter("a", value);
    workspace.endGesture();
    EXPECT_EQ(parameter("a").value, 0.7);
    EXPECT_EQ(parameter("b").value, 1);
    EXPECT_NEAR(model.valueAt(2), 2.4, 1e-12);
    EXPECT_EQ(workspace.undoStack().count(), 2);
    workspace.undo();
    EXPECT_EQ(parameter("a").value, 1);
}

TEST_F(ComposeModelTest, keepsAParameterWhileItsWordIsBeingChanged)
{
    write("a*x");
    model.setParameter("a", 3);
    write("b*x");
    write("a*x");
    EXPECT_EQ(parameter("a").value, 3);
}

TEST_F(ComposeModelTest, aRangeKeepsItsValueInsideAndItsEndsInOrder)
{
    write("a*x");
    model.setParameterRange("a", 2, 4);
    EXPECT_EQ(parameter("a").value, 2);
    model.setParameterRange("a", 9, 4);
    EXPECT_EQ(parameter("a").minimum, 2);
}

TEST_F(ComposeModelTest, aParameterIsFixedOrLearnedInOneOfThreeWays)
{
    write("a*x");
    model.setScope("a", activation::Scope::Channel);
    EXPECT_TRUE(parameter("a").learnable);
    EXPECT_EQ(parameter("a").scope, activation::Scope::Channel);
    model.setScope("a", std::nullopt);
    EXPECT_FALSE(parameter("a").learnable);
    model.workspace().undoStack().undo();
    EXPECT_TRUE(parameter("a").learnable);
    EXPECT_EQ(parameter("a").scope, activation::Scope::Channel);
    model.setScope("nothing", activation::Scope::Shared);
    EXPECT_EQ(model.activation()->parameters().size(), 1U);
}

TEST_F(ComposeModelTest, judgesNames)
{
    EXPECT_EQ(model.nameState(), Name::Free);
    rename("  ");
    EXPECT_EQ(model.nameState(), Name::Missing);
    rename("relu");
    EXPECT_EQ(model.nameState(), Name::InCatalogue);
    EXPECT_FALSE(model.canBeAdded());
    model.addToCatalogue();
    EXPECT_TRUE(document().custom.empty());
}

TEST_F(ComposeModelTest, joinsTheCatalogueUnderItsName)
{
    rename(" Hinge ");
    model.addToCatalogue();
    ASSERT_EQ(document().custom.size(), 1U);
    EXPECT_EQ(document().custom[0]->name(), "Hinge");
    EXPECT_EQ(model.nameState(), Name::Own);
    write("2*x");
    EXPECT_EQ(model.nameState(), Name::Replaces);
}

TEST_F(ComposeModelTest, anUpdateReachesThePlotAndTheNetwork)
{
    rename("Hinge");
    model.trainWithIt();
    workspace.edit("plot", [](workspace::Document& changed) { changed.plot.shown = {{changed.custom[0]}}; });
    write("2*x");
    model.addToCatalogue();
    const activation::ActivationPtr now = document().custom.at(0);
    EXPECT_EQ(now->definition().formula, "2*x");
    EXPECT_EQ(document().plot.shown.at(0).activation, now);
    ASSERT_FALSE(document().training.hidden.empty());
    for (const nn::Layer& layer : document().training.hidden)
        EXPECT_EQ(layer.activation, now);
}

TEST_F(ComposeModelTest, whileLiveEveryRightChangeIsOneOfTheNetworkToo)
{
    write("a*x");
    rename("mine");
    model.trainWithIt();
    model.setParameter("a", 2);
    const auto trained = [&] { return document().training.hidden[0].activation->definition(); };
    EXPECT_NE(trained().parameters.at(0).value, 2) << "not live";
    model.setLive(true);
    model.setParameter("a", 3);
    EXPECT_EQ(trained().parameters.at(0).value, 3);
    EXPECT_EQ(document().custom.at(0)->parameters().at(0).value, 3);
    write("a*x +");
    EXPECT_EQ(trained().formula, "a*x") << "what is wrong is not taken over";
    workspace.undo();
    workspace.undo();
    EXPECT_NE(trained().parameters.at(0).value, 3);
    rename("other");
    model.setParameter("a", 4);
    EXPECT_NE(trained().parameters.at(0).value, 4) << "the network does not use what has another name";
}

TEST_F(ComposeModelTest, trainingWithItIsOneStepToUndo)
{
    const auto before = document().training.hidden.at(0).activation;
    model.trainWithIt();
    EXPECT_EQ(document().training.hidden.at(0).activation->name(), "My activation");
    workspace.undo();
    EXPECT_EQ(document().training.hidden.at(0).activation, before);
    EXPECT_TRUE(document().custom.empty());
}

TEST_F(ComposeModelTest, anOwnGradientSurvivesEveryEdit)
{
    workspace.edit("own gradient", [](workspace::Document& changed) { changed.draft.definition.gradient = "1"; });
    write("sign(x)*a");
    model.setParameter("a", 2);
    rename("Straight through");
    model.addToCatalogue();
    EXPECT_EQ(document().custom.at(0)->definition().gradient, "1");
}

TEST_F(ComposeModelTest, saysWhatIsUnusual)
{
    EXPECT_TRUE(model.remarks().isEmpty());
    write("3");
    EXPECT_FALSE(model.remarks().isEmpty());
    write("3 +");
    EXPECT_TRUE(model.remarks().isEmpty());
}

TEST_F(ComposeModelTest, anyTextLeavesTheModelInOnePiece)
{
    for (const char* text : {"", " ", "{", "}", "{x", "{:,}", "x <", "((((", "\t\n", "{x<0:1,,}", "π", "1e999*x",
                             "0/0", "{x < 0: {x < -1: 1, 2}, 3}", "x ? : 1", "nan", "ärger(x)"}) {
        write(text);
        model.takeHint();
        for (std::size_t i = 0; i < 3; ++i)
            model.swapPieces(i);
        EXPECT_TRUE(model.activation()) << text;
        EXPECT_FALSE(model.curves({}, 100).orders.empty()) << text;
    }
}

TEST_F(ComposeModelTest, editsElsewhereLeaveItInPeace)
{
    int changes = 0;
    QObject::connect(&model, &ComposeModel::changed, [&] { ++changes; });
    workspace.edit("elsewhere", [](workspace::Document& changed) { changed.plot.second = true; });
    EXPECT_EQ(changes, 0);
    workspace.edit("a name is taken", [](workspace::Document& changed) {
        changed.custom.push_back(activation::catalogue().front()->withName("My activation"));
    });
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(model.nameState(), Name::Replaces);
}

}  // namespace
}  // namespace actlab::models
