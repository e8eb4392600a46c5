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
