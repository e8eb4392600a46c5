#include "app/widgets/train_network_drawing.hpp"

#include "tests/app/models/scripted_training.hpp"

#include <QPainter>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

QImage drawn(std::size_t width, std::vector<std::size_t> pointed)
{
    nn::TrainingSpec spec = models::smallSpec();
    spec.hidden[0].width = width;
    TrainNetworkDrawing drawing;
    drawing.theme = lightTheme();
    drawing.columns = networkColumns(spec, data::load(spec.data).value());
    drawing.takeCurves(1);
    drawing.pointedColumn = 1;
    drawing.pointed = std::move(pointed);
    QImage image(600, 400, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawing.paint(painter, {drawing.columns, QRectF(0, 22, 600, 152)}, image.size(), 22, 26);
    return image;
}

TEST(TrainNetworkDrawing, framesTheDotsOnlyWhereNeuronsAreNotShown)
{
    EXPECT_NE(drawn(500, {499}), drawn(500, {}));
    EXPECT_EQ(drawn(4, {499}), drawn(4, {})) << "the network has become another meanwhile";
    EXPECT_NE(drawn(4, {3}), drawn(4, {}));
}

}  // namespace
}  // namespace actlab::widgets
