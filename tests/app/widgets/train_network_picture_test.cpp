#include "app/widgets/train_network_picture.hpp"

#include "tests/app/widgets/train_view_bench.hpp"

#include "core/nn/engine.hpp"

#include <QDoubleSpinBox>
#include <QMouseEvent>

namespace actlab::widgets {
namespace {

class TrainNetworkPictureTest : public ::testing::Test {
protected:
    TrainNetworkPictureTest()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        m_picture.resize(600, 240);
        m_picture.showNetwork(m_spec, m_data);
        m_picture.show();
    }

    models::NetworkPortrait::Portrait portrait() const
    {
        std::vector<float> parameters = nn::initialParameters(m_spec, m_data);
        parameters[0] = 0.25F;  // from x to the first neuron
        auto columns = nn::neuronPictures(m_spec, m_data, parameters, models::NetworkPortrait::kMostNeurons);
        return {m_spec, std::make_shared<const data::Dataset>(m_data), parameters, std::move(columns), true};
    }
    TrainNetworkGeometry geometry() const
    {
        return {networkColumns(m_spec, m_data), QRectF(0, 22, 600, 240 - 22 - 26)};
    }
    void moveTo(QPointF place)
    {
        QMouseEvent move(QEvent::MouseMove, place, m_picture.mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(&m_picture, &move);
    }
    QPointF neuron() const { return geometry().neuron(1, 0); }
    QPointF link() const { return 0.3 * geometry().neuron(0, 0) + 0.7 * geometry().neuron(1, 0); }
    QString cardText() const
    {
        QString all;
        for (const QLabel* label : card()->findChildren<QLabel*>())
            all += label->text() + '\n';
        return all;
    }
    QWidget* card() const { return m_picture.findChild<QWidget*>("train-neuron-card"); }

    nn::TrainingSpec m_spec = models::smallSpec();
    data::Dataset m_data = data::load(m_spec.data).value();
    TrainNetworkPicture m_picture;
};

TEST_F(TrainNetworkPictureTest, enlargesTheNeuronUnderTheMouse)
{
    m_picture.showPortrait(portrait());
    moveTo(neuron());
    ASSERT_TRUE(card()->isVisible());
    EXPECT_TRUE(cardText().contains("Layer 1, neuron 1"));
    EXPECT_TRUE(cardText().contains("bias"));
    EXPECT_TRUE(cardText().contains("answers from"));
    moveTo({1, 1});
    EXPECT_FALSE(card()->isVisible());
}

TEST_F(TrainNetworkPictureTest, readsTheWeightUnderTheMouse)
{
    m_picture.showPortrait(portrait());
    moveTo(link());
    ASSERT_TRUE(card()->isVisible());
    EXPECT_TRUE(cardText().contains(QStringLiteral("Input x → layer 1, neuron 1")));
    EXPECT_TRUE(cardText().contains("weight 0.25"));
}

TEST_F(TrainNetworkPictureTest, aClickOnALinkOffersItsWeight)
{
    m_picture.showPortrait(portrait());
    m_picture.setEditable(true, {});
    std::vector<std::pair<std::size_t, double>> asked;
    double held = 0;
    QObject::connect(&m_picture, &TrainNetworkPicture::parameterAsked,
                     [&](std::size_t parameter, double value, double before) {
                         asked.emplace_back(parameter, value);
                         held = before;
                     });
    moveTo(link());
    QTest::mouseClick(&m_picture, Qt::LeftButton, {}, link().toPoint());
    auto* editor = m_picture.findChild<QWidget*>("train-weight-editor");
    ASSERT_NE(editor, nullptr);
    auto* number = editor->findChild<QDoubleSpinBox*>();
    EXPECT_EQ(number->value(), 0.25);
    number->setValue(-1.5);
    EXPECT_EQ(asked, (std::vector<std::pair<std::size_t, double>>{{0, -1.5}}));
    EXPECT_EQ(held, 0.25);
    editor->close();
}

TEST_F(TrainNetworkPictureTest, aClickOnANeuronOffersItsBias)
{
    m_picture.showPortrait(portrait());
    m_picture.setEditable(true, {});
    std::size_t asked = 0;
    QObject::connect(&m_picture, &TrainNetworkPicture::parameterAsked,
                     [&](std::size_t parameter, double, double) { asked = parameter; });
    moveTo(neuron());
    QTest::mouseClick(&m_picture, Qt::LeftButton, {}, neuron().toPoint());
    auto* editor = m_picture.findChild<QWidget*>("train-weight-editor");
    ASSERT_NE(editor, nullptr);
    editor->findChild<QDoubleSpinBox*>()->setValue(2);
    EXPECT_EQ(asked, nn::layoutOf(m_spec, m_data).layers[0].bias);
    editor->close();
}

TEST_F(TrainNetworkPictureTest, saysWhyAWeightCannotBeChanged)
{
    m_picture.showPortrait(portrait());
    m_picture.setEditable(false, "Start first");
    moveTo(link());
    EXPECT_TRUE(cardText().contains("Start first"));
    QTest::mouseClick(&m_picture, Qt::LeftButton, {}, link().toPoint());
    EXPECT_EQ(m_picture.findChild<QWidget*>("train-weight-editor"), nullptr);
}

TEST_F(TrainNetworkPictureTest, showsNoPortraitOfAnotherNetwork)
{
    auto other = portrait();
    other.spec.hidden[0].width += 1;
    other.parameters = nn::initialParameters(other.spec, m_data);
    m_picture.showPortrait(other);
    moveTo(neuron());
    EXPECT_FALSE(cardText().contains("bias"));
}

class TrainNetworkEdit : public TrainViewBench {
protected:
    using State = models::TrainingSession::State;

    /// With the real training: what a weight does is to be seen.
    void openReal()
    {
        workspace.edit("set up", [](workspace::Document& document) { document.training = models::smallSpec(); });
        session = std::make_unique<models::TrainingSession>();
        view = std::make_unique<TrainView>(workspace, *session);
        view->resize(1280, 720);
        view->show();
    }
    void ask(double value) const { Q_EMIT view->findChild<TrainNetworkPicture*>()->parameterAsked(3, value, 0.125); }
    bool hasWeight(float value) const
    {
        return models::waitUntil([this, value] {
            const auto picture = session->picture();
            return picture && picture->parameters[3] == value;
        });
    }
};

TEST_F(TrainNetworkEdit, ofANetworkThatHasNotBegunIsWhereStartBegins)
{
    openReal();
    ask(0.625);
    EXPECT_TRUE(hasWeight(0.625F));
    EXPECT_EQ(session->state(), State::Edited);
    EXPECT_EQ(session->history().size(), 1U) << "nothing is trained";
    EXPECT_EQ(buttonText("train-toggle"), "Start");
    EXPECT_TRUE(text("train-message").contains("Press Start"));
    workspace.edit("freeze", [](workspace::Document& document) { document.training.hidden[0].frozen = true; });
    EXPECT_TRUE(hasWeight(0.625F)) << "it follows the settings";
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    EXPECT_TRUE(hasWeight(0.625F)) << "frozen, it stays so";
    EXPECT_TRUE(session->marks().empty()) << "it is where the run began";
}

TEST_F(TrainNetworkEdit, ofANetworkThatHasNotBegunIsUndoneToNoEditAtAll)
{
    openReal();
    ask(0.625);
    ask(0.75);  // of the same hold
    ASSERT_TRUE(hasWeight(0.75F));
    workspace.undo();
    EXPECT_EQ(session->state(), State::Idle);
    workspace.redo();
    EXPECT_EQ(session->state(), State::Edited);
    EXPECT_TRUE(hasWeight(0.75F));
    workspace.edit("widen", [](workspace::Document& document) { document.training.hidden[0].width = 7; });
    EXPECT_EQ(session->state(), State::Idle) << "the weight has no place";
    EXPECT_TRUE(text("train-message").contains("no place"));
    workspace.undo();
    EXPECT_TRUE(hasWeight(0.75F));
    EXPECT_FALSE(text("train-message").contains("no place"));
}

TEST_F(TrainNetworkEdit, staysWhereSettingsChangeAtOnceAndTheFirstRunIsAskedFor)
{
    openReal();
    ask(0.625);
    editSpec([](nn::TrainingSpec& spec) { spec.hidden[0].frozen = true; });
    editSpec([](nn::TrainingSpec& spec) { spec.seed += 1; });
    EXPECT_EQ(session->state(), State::Edited);
    click("train-first-run");
    ASSERT_TRUE(trains(3));
    EXPECT_TRUE(hasWeight(0.625F)) << "frozen, it stays so";
}

TEST_F(TrainNetworkEdit, ofANetworkThatHasNotBegunIsNoRunToStop)
{
    openReal();
    ask(0.625);
    ASSERT_TRUE(hasWeight(0.625F));
    view->stop();
    EXPECT_TRUE(models::staysTrue([this] { return session->state() == State::Edited; }));
    EXPECT_TRUE(workspace.document().runs.empty());
}

TEST_F(TrainNetworkEdit, isRefusedWithTheReasonWhereTheSettingsAre)
{
    openReal();
    editSpec([](nn::TrainingSpec& spec) { spec.learningRate = 0; });
    auto* picture = view->findChild<TrainNetworkPicture*>();
    const auto cards = picture->findChildren<QWidget*>("train-neuron-card");
    const auto says = [&cards](const char* words) {
        for (const QLabel* label : cards.front()->findChildren<QLabel*>())
            if (label->text().contains(words))
                return true;
        return false;
    };
    ASSERT_EQ(cards.size(), 1);
    for (int x = 0; x < picture->width() && !says("The learning rate must"); x += 8)
        QTest::mouseClick(picture, Qt::LeftButton, {}, {x, picture->height() / 2});
    EXPECT_TRUE(says("The learning rate must"));
    EXPECT_EQ(picture->findChild<QWidget*>("train-weight-editor"), nullptr);
}

TEST_F(TrainNetworkEdit, staysWithOtherDataOfTheSameShape)
{
    openReal();
    ask(0.625);
    ASSERT_TRUE(hasWeight(0.625F));
    editSpec([](nn::TrainingSpec& spec) { spec.data.name = "moons"; });
    EXPECT_EQ(session->state(), State::Edited);
    EXPECT_EQ(session->spec().data.name, "moons");
    EXPECT_TRUE(hasWeight(0.625F));
}

TEST_F(TrainNetworkEdit, thatHasNoPlaceIsForgottenOnRequest)
{
    openReal();
    ask(0.625);
    editSpec([](nn::TrainingSpec& spec) { spec.data.name = "digits"; });
    EXPECT_EQ(session->state(), State::Idle);
    ASSERT_TRUE(text("train-message").contains("no place"));
    click("train-message-action");
    EXPECT_FALSE(text("train-message").contains("no place"));
    EXPECT_TRUE(spec().handWeights.empty());
}

TEST_F(TrainNetworkEdit, isTakenBackByReset)
{
    openReal();
    ask(0.625);
    view->toggle();
    ASSERT_TRUE(trains(3));
    view->reset();
    EXPECT_EQ(session->state(), State::Edited) << "back to the first weights";
    EXPECT_TRUE(hasWeight(0.625F));
    view->reset();
    EXPECT_EQ(session->state(), State::Idle);
}

TEST_F(TrainNetworkEdit, ofAPausedRunIsSeenAndUndoneAtOnce)
{
    openReal();
    view->step();
    ASSERT_TRUE(trains(1));
    const float before = session->picture()->parameters[3];
    Q_EMIT view->findChild<TrainNetworkPicture*>()->parameterAsked(3, -2.5, before);
    EXPECT_TRUE(hasWeight(-2.5F));
    EXPECT_EQ(session->history().size(), 2U);
    EXPECT_EQ(session->marks().size(), 1U);
    workspace.undo();
    EXPECT_TRUE(hasWeight(before));
    EXPECT_TRUE(session->marks().empty()) << "nothing was trained with it";
    workspace.redo();
    EXPECT_TRUE(hasWeight(-2.5F));
}

TEST_F(TrainNetworkEdit, ofARunIsUndoneAsOneMoreEditAndNotAfterItsEnd)
{
    openReal();
    editSpec([](nn::TrainingSpec& spec) { spec.hidden[0].frozen = true; });
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    const float before = session->picture()->parameters[3];
    Q_EMIT view->findChild<TrainNetworkPicture*>()->parameterAsked(3, -2.5, before);
    ASSERT_TRUE(hasWeight(-2.5F));
    workspace.undo();
    EXPECT_TRUE(hasWeight(before));
    EXPECT_TRUE(session->hasBegun());
    workspace.redo();
    ASSERT_TRUE(hasWeight(-2.5F));
    click("train-stop");
    ASSERT_TRUE(reaches(State::Finished));
    workspace.undo();
    EXPECT_FALSE(spec().hidden[0].frozen) << "a step of a run that is over is none: the one before is undone";
}

TEST(NeuronImage, isOrangeBelowZeroAndBlueAboveWithTheFirstRowBelow)
{
    const nn::ColumnPictures column{1, 3, {{-1, 0, 1}}, {1}, false};
    const QImage image = neuronImage(column, 0, lightTheme());
    const QColor below = image.pixelColor(0, 2), zero = image.pixelColor(0, 1), above = image.pixelColor(0, 0);
    EXPECT_GT(below.red(), below.blue());
    EXPECT_EQ(zero, lightTheme().surface);
    EXPECT_GT(above.blue(), above.red());
}

TEST(NeuronImage, ofWeightsHasTheFirstRowAbove)
{
    const nn::ColumnPictures column{1, 2, {{-3, 0}}, {3}, true};
    const QImage image = neuronImage(column, 0, lightTheme());
    EXPECT_GT(image.pixelColor(0, 0).red(), image.pixelColor(0, 0).blue() + 100);
    EXPECT_EQ(image.pixelColor(0, 1), lightTheme().surface);
}

TEST(NeuronImage, ofALineIsACurve)
{
    nn::ColumnPictures column{32, 1, {std::vector<float>(32, 1.0F)}, {1}, false};
    const QImage image = neuronImage(column, 0, lightTheme());
    EXPECT_EQ(image.pixelColor(image.width() / 2, 8), lightTheme().accent);
    column.neurons[0][3] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_FALSE(neuronImage(column, 0, lightTheme()).isNull());
}

}  // namespace
}  // namespace actlab::widgets
