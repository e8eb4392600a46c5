#include "tests/app/widgets/train_view_bench.hpp"

#include "core/nn/limits.hpp"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

namespace actlab::widgets {
namespace {

class TrainViewFieldsTest : public TrainViewBench {
protected:
    /// As a person does: the old text goes, the new one comes, Enter.
    void type(const char* combo, const QString& text) const
    {
        QLineEdit* line = find<QComboBox>(combo)->lineEdit();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    bool shows(const QString& words) const
    {
        for (const QLabel* label : view->findChildren<QLabel*>())
            if (label->isVisibleTo(view.get()) && label->objectName() != "train-message" &&
                label->text().contains(words))
                return true;
        return false;
    }
};

TEST_F(TrainViewFieldsTest, aLongNameOfAnActivationWidensNoRow)
{
    open();
    const int before = find<QComboBox>("layer-activation-1")->parentWidget()->minimumSizeHint().width();
    const auto named = spec().hidden[0].activation->withName("an activation with a name that is far too long");
    editSpec([&](nn::TrainingSpec& spec) { spec.hidden[0].activation = named; });
    EXPECT_EQ(find<QComboBox>("layer-activation-1")->parentWidget()->minimumSizeHint().width(), before);
}

TEST_F(TrainViewFieldsTest, takesANumberAsPeopleWriteIt)
{
    open();
    type("learning-rate", "0,25");
    EXPECT_EQ(spec().learningRate, 0.25);
    type("learning-rate", "3e-3");
    EXPECT_EQ(spec().learningRate, 0.003);
}

TEST_F(TrainViewFieldsTest, keepsTheOldValueOfATextThatIsNoNumberAndSaysSo)
{
    open();
    type("learning-rate", "0.25");
    for (const char* text : {"abc", "1.2.3", "nan", "inf", "1e999"}) {
        type("learning-rate", text);
        EXPECT_EQ(spec().learningRate, 0.25) << text;
        EXPECT_TRUE(shows(QStringLiteral("“%1” is not a number; 0.25 stays.").arg(text))) << text;
    }
    type("learning-rate", "0.25");
    EXPECT_FALSE(shows("is not a number"));
}

TEST_F(TrainViewFieldsTest, keepsTheOldLearningRateOfOneThatIsNotAboveZeroAndSaysSo)
{
    open();
    type("learning-rate", "0.25");
    for (const char* text : {"0", "-1"}) {
        type("learning-rate", text);
        EXPECT_EQ(spec().learningRate, 0.25) << text;
        EXPECT_TRUE(shows("The learning rate must be a number above 0. 0.25 stays.")) << text;
    }
    workspace.undo();
    EXPECT_FALSE(shows("learning rate must")) << "the field shows another number now";
}

TEST_F(TrainViewFieldsTest, takesAWidthBeyondTheWidestForTheWidest)
{
    open();
    auto* width = find<QSpinBox>("layer-width-1");
    width->selectAll();
    QTest::keyClicks(width, "2000\r");
    EXPECT_EQ(spec().hidden.front().width, nn::kWidestLayer);
}

TEST_F(TrainViewFieldsTest, aHugeLearningRateIsTried)
{
    open({.divergesAt = 1});
    type("learning-rate", "1e30");
    EXPECT_EQ(spec().learningRate, 1e30);
    click("train-toggle");
    EXPECT_TRUE(reaches(models::TrainingSession::State::Finished));
    EXPECT_EQ(session->outcome().ending, nn::Ending::Diverged);
}

TEST_F(TrainViewFieldsTest, everyFieldIsOneStepToUndo)
{
    open();
    const int before = workspace.undoStack().count();
    auto* width = find<QSpinBox>("layer-width-1");
    width->setFocus();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(width, Qt::Key_Up);
    EXPECT_EQ(spec().hidden.front().width, 9U);
    EXPECT_EQ(workspace.undoStack().count(), before + 1);
    workspace.undo();
    EXPECT_EQ(spec().hidden.front().width, 4U);
    EXPECT_EQ(width->value(), 4);
}

TEST_F(TrainViewFieldsTest, theButtonThatAddsLayersStaysUnderTheMouseUntilTheNetworkIsFull)
{
    open();
    view->activateWindow();
    auto* add = find<QAbstractButton>("layer-add");
    add->setFocus();
    QApplication::processEvents();
    const QPoint place = add->mapTo(view.get(), QPoint());
    for (std::size_t i = 0; i < 2 * nn::kMostLayers; ++i) {
        click("layer-add");
        QApplication::processEvents();
        EXPECT_EQ(add->mapTo(view.get(), QPoint()), place) << spec().hidden.size() << " layers";
    }
    EXPECT_EQ(spec().hidden.size(), nn::kMostLayers);
    EXPECT_FALSE(add->isEnabled());
    EXPECT_TRUE(add->toolTip().contains("16"));
    EXPECT_TRUE(shows(QStringLiteral("2 → 16 × 4 → ")));
}

TEST_F(TrainViewFieldsTest, normalisesAndLinksALayerAndSaysWhyItCannot)
{
    open();
    EXPECT_FALSE(find<QAction>("layer-residual-1")->isEnabled());
    EXPECT_TRUE(find<QAction>("layer-residual-1")->toolTip().contains("first layer"));
    click("layer-add");
    EXPECT_TRUE(shows("4 → 4 → 2 · 42 parameters"));
    find<QAction>("layer-norm-2")->trigger();
    EXPECT_TRUE(shows("· 46 parameters")) << "the means and variances are none";
    find<QAction>("layer-residual-2")->trigger();
    EXPECT_TRUE(spec().hidden[1].batchNorm);
    EXPECT_TRUE(spec().hidden[1].residual);
    EXPECT_FALSE(nn::validate(spec()));
    find<QSpinBox>("layer-width-2")->setValue(5);
    EXPECT_TRUE(shows("residual link needs as many"));
    EXPECT_TRUE(find<QAction>("layer-residual-2")->isEnabled()) << "it can be taken away";
    find<QAction>("layer-residual-2")->trigger();
    EXPECT_FALSE(find<QAction>("layer-residual-2")->isEnabled());
    EXPECT_TRUE(find<QAction>("layer-residual-2")->toolTip().contains("4"));
    workspace.undo();
    EXPECT_TRUE(spec().hidden[1].residual);
    workspace.undo();
    click("layer-remove-1");
    EXPECT_FALSE(spec().hidden[0].residual) << "there is nothing before it any more";
    EXPECT_TRUE(spec().hidden[0].batchNorm);
}

TEST_F(TrainViewFieldsTest, theWiringIsForTheNextRun)
{
    open();
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    find<QAction>("layer-norm-1")->trigger();
    EXPECT_TRUE(text("train-message").contains("Changed since Start"));
    EXPECT_FALSE(session->spec().hidden[0].batchNorm);
}

TEST_F(TrainViewFieldsTest, addsAndRemovesLayers)
{
    open();
    click("layer-add");
    ASSERT_EQ(spec().hidden.size(), 2U);
    click("layer-remove-1");
    ASSERT_EQ(spec().hidden.size(), 1U);
    click("layer-remove-1");
    EXPECT_TRUE(spec().hidden.empty());
    click("layer-add");
    EXPECT_EQ(spec().hidden.size(), 1U);
    EXPECT_NE(spec().hidden.front().activation, nullptr);
}

TEST_F(TrainViewFieldsTest, choosingValuesToLearnChoosesALossForThem)
{
    open();
    click("dataset-sine");
    EXPECT_EQ(spec().loss, nn::Loss::MeanSquared);
    EXPECT_FALSE(nn::validate(spec()).has_value());
    click("dataset-circle");
    EXPECT_EQ(spec().loss, nn::Loss::CrossEntropy);
}

TEST_F(TrainViewFieldsTest, takesDropoutClippingAndAScheduleAndSaysWhatIsWrong)
{
    open();
    type("dropout", "0.2");
    type("clip", "0,5");
    auto* schedule = find<QComboBox>("schedule");
    schedule->setCurrentIndex(2);
    Q_EMIT schedule->activated(2);
    EXPECT_EQ(spec().dropout, 0.2);
    EXPECT_EQ(spec().clip, 0.5);
    EXPECT_EQ(spec().schedule, nn::Schedule::Cosine);
    find<QWidget>("dropout")->parentWidget()->show();  // among what is rarely needed
    type("dropout", "1");
    EXPECT_TRUE(shows("The share of neurons to leave out must be from 0 to below 1. 0.2 stays."));
}

TEST_F(TrainViewFieldsTest, takesPatienceAndSaysWhereThereIsNoEndOfIt)
{
    open();
    auto* patience = find<QSpinBox>("patience");
    EXPECT_EQ(patience->text(), "no end");
    patience->setValue(25);
    EXPECT_EQ(spec().patience, 25U);
    workspace.undo();
    EXPECT_EQ(spec().patience, 0U);
    EXPECT_EQ(patience->value(), 0);
}

TEST_F(TrainViewFieldsTest, hasAChoiceForEveryOptimizerLossAndSchedule)
{
    open();
    EXPECT_EQ(find<QComboBox>("optimizer")->count(), static_cast<int>(nn::Optimizer::Lbfgs) + 1);
    EXPECT_EQ(find<QComboBox>("loss")->count(), static_cast<int>(nn::Loss::Huber) + 1);
    EXPECT_EQ(find<QComboBox>("schedule")->count(), static_cast<int>(nn::Schedule::Cosine) + 1);
}

TEST_F(TrainViewFieldsTest, keepsTheHuberLossAmongValuesAndLeavesItForClasses)
{
    open();
    click("dataset-sine");
    editSpec([](nn::TrainingSpec& spec) { spec.loss = nn::Loss::Huber; });
    click("dataset-circle");
    EXPECT_EQ(spec().loss, nn::Loss::CrossEntropy);
}

TEST_F(TrainViewFieldsTest, theWheelChangesNoFieldItOnlyPassesOver)
{
    open();
    int fields = 0;
    for (QWidget* field : view->findChildren<QWidget*>()) {
        const auto* spin = qobject_cast<QAbstractSpinBox*>(field);
        const auto* combo = qobject_cast<QComboBox*>(field);
        if (!spin && !combo)
            continue;
        const auto shown = [&] { return spin ? spin->text() : combo->currentText(); };
        const QString before = shown();
        field->clearFocus();
        QWheelEvent wheel({5, 5}, field->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(field, &wheel);
        EXPECT_EQ(shown(), before) << field->objectName().toStdString();
        ++fields;
    }
    EXPECT_GT(fields, 8);
}

TEST_F(TrainViewFieldsTest, choosesTheEngineAndShowsTheOneOfTheDocument)
{
    open();
    auto* engine = find<QComboBox>("engine");
    EXPECT_EQ(engine->currentIndex(), static_cast<int>(nn::EngineChoice::Auto));
    engine->setCurrentIndex(static_cast<int>(nn::EngineChoice::Torch));
    Q_EMIT engine->activated(engine->currentIndex());
    EXPECT_EQ(spec().engine, nn::EngineChoice::Torch);
    editSpec([](nn::TrainingSpec& spec) { spec.engine = nn::EngineChoice::Fused; });
    EXPECT_EQ(engine->currentIndex(), static_cast<int>(nn::EngineChoice::Fused));
}

TEST_F(TrainViewFieldsTest, givesTheNetworkFeaturesOfThePlane)
{
    open();
    click("feature-2");
    EXPECT_EQ(spec().data.features,
              (std::vector<data::Feature>{data::Feature::X, data::Feature::Y, data::Feature::XSquared}));
    EXPECT_TRUE(shows(QStringLiteral("3 → 4 → ")));
    click("feature-2");
    EXPECT_TRUE(spec().data.features.empty()) << "x and y are what a network has anyway";
    click("feature-0");
    click("feature-1");
    EXPECT_EQ(spec().data.features, std::vector<data::Feature>{data::Feature::Y}) << "the last one stays";
    EXPECT_TRUE(find<QAbstractButton>("feature-1")->isChecked());
    workspace.undo();
    EXPECT_TRUE(find<QAbstractButton>("feature-0")->isChecked());
}

TEST_F(TrainViewFieldsTest, offersFeaturesWhereThereIsAPlaneOnly)
{
    open();
    EXPECT_TRUE(find<QWidget>("feature-0")->isVisible());
    editSpec([](nn::TrainingSpec& spec) {
        spec.data.name = "sine";
        spec.loss = nn::Loss::MeanSquared;
    });
    EXPECT_FALSE(find<QWidget>("feature-0")->isVisible());
}

}  // namespace
}  // namespace actlab::widgets
