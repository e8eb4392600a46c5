#include "tests/app/widgets/train_view_bench.hpp"
#include "tests/core/data/csv_files.hpp"

#include "app/widgets/train_epoch_plot.hpp"
#include "app/widgets/train_hero.hpp"
#include "core/workspace/csv.hpp"

namespace actlab::widgets {
namespace {

using State = models::TrainingSession::State;

class TrainViewFigures : public TrainViewBench {
protected:
    void TearDown() override { applyTheme(*qApp, ThemeChoice::Light); }

    void train()
    {
        open();
        click("train-toggle");
        ASSERT_TRUE(trains(3));
        click("train-stop");
        ASSERT_TRUE(reaches(State::Finished));
    }
    models::Exportable figure(const char* key) const
    {
        for (const FigurePlace& place : view->figures())
            if (Figure found = place.figure(); found.key == key)
                return exportableFigure(found);
        ADD_FAILURE() << key;
        return {};
    }
    static std::string drawn(const models::Exportable& figure, const char* format)
    {
        for (const auto& choice : figure.choices)
            if (choice.name == format)
                return choice.draw ? *choice.draw({500, 320}) : *choice.write();
        ADD_FAILURE() << format;
        return {};
    }
    static bool holds(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }
};

constexpr std::array kKeys{"answers", "network", "loss-plot", "accuracy-plot", "layer-plot"};

TEST_F(TrainViewFigures, areThoseOfAllPlotsWithTheirWordsAsText)
{
    train();
    for (const char* key : kKeys)
        EXPECT_TRUE(holds(drawn(figure(key), "svg"), "<text")) << key;
    const std::string loss = drawn(figure("loss-plot"), "svg");
    for (const char* word : {">Loss", ">epoch", ">train", ">test"})
        EXPECT_TRUE(holds(loss, word)) << word;
    EXPECT_TRUE(holds(drawn(figure("answers"), "svg"), "undecided")) << "the legend of the map";
}

TEST_F(TrainViewFigures, areLightInADarkWindowThatStaysDark)
{
    train();
    applyTheme(*qApp, ThemeChoice::Dark);
    QApplication::processEvents();
    const auto seen = [this] {  // without the network, whose neurons are drawn when they are worked out
        return std::pair(view->findChild<TrainHero*>()->grab().toImage(),
                         find<QWidget>("loss-plot")->grab().toImage());
    };
    const auto before = seen();
    for (const char* key : kKeys) {
        const QImage picture = figure(key).pixels({500, 320});
        EXPECT_EQ(picture.size(), QSize(500, 320));
        EXPECT_EQ(picture.pixelColor(1, 1), lightTheme().surface) << key;
    }
    QApplication::processEvents();
    EXPECT_EQ(seen(), before);
}

TEST_F(TrainViewFigures, areNoneWhereThereIsNoPicture)
{
    open();
    std::string table = "a,b,c,price\n";
    for (int i = 0; i < 40; ++i)
        table += std::to_string(i % 7) + "," + std::to_string(i % 5) + "," + std::to_string(i) + "," +
                 std::to_string(i) + ".5\n";
    const data::TemporaryFile file(table);
    const FigurePlace answers = view->figures().front();
    ASSERT_EQ(answers.figure().key, "answers");
    editSpec([&](nn::TrainingSpec& spec) {
        spec.data = data::csvSpec(file.path(), "price", data::Task::Regression);
        spec.loss = nn::Loss::MeanSquared;
    });
    EXPECT_TRUE(models::waitUntil([&] { return answers.figure().isEmpty(); }));
}

TEST_F(TrainViewFigures, haveTheNumbersOfEveryEpoch)
{
    train();
    const std::string table = drawn(figure("loss-plot"), "csv");
    EXPECT_EQ(table, workspace::historyCsv(session->spec().hidden, session->history()));
    EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(table, '\n')), session->history().size() + 1);
    EXPECT_EQ(drawn(figure("accuracy-plot"), "csv"), table);
}

}  // namespace
}  // namespace actlab::widgets
