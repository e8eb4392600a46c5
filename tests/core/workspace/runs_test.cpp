#include "core/workspace/runs.hpp"

#include <gtest/gtest.h>

namespace actlab::workspace {
namespace {

Document documentWith(std::initializer_list<const char*> names)
{
    Document document;
    for (const char* name : names)
        addRun(document, {name, {}, {{.epoch = 0}}, "finished"});
    return document;
}

std::string namesIn(const std::vector<Run>& runs)
{
    std::string names;
    for (const Run& run : runs)
        names += (names.empty() ? "" : " ") + run.name;
    return names;
}

TEST(Runs, areFoundByNumbersThatNeverComeBack)
{
    Document document = documentWith({"a", "b"});
    const std::size_t last = document.runs.back().number;
    removeRun(document, last);
    addRun(document, {"c", {}, {}, ""});
    EXPECT_NE(document.runs.back().number, last);
    EXPECT_EQ(findRun(document, last), nullptr);
    EXPECT_EQ(findRun(document, document.runs.back().number)->name, "c");
}

TEST(Runs, areToldApartByTheirNamesAndWhatTheyWereTrainedWith)
{
    Document document;
    const auto add = [&](double rate, std::uint64_t seed, std::optional<std::size_t> session = {}) {
        nn::TrainingSpec spec;
        spec.hidden = {{4, nullptr}};
        spec.learningRate = rate;
        spec.seed = seed;
        workspace::Run run = makeRun(spec, {{.epoch = 1}}, {});
        run.session = session;
        addRun(document, std::move(run));
        return document.runs.back().name;
    };
    EXPECT_EQ(add(0.01, 1), "Circle 4");
    EXPECT_EQ(add(0.003, 1, 7), "Circle 4, rate 0.003");
    EXPECT_EQ(add(0.003, 1, 7), "Circle 4, rate 0.003") << "the same, kept anew";
    EXPECT_EQ(add(0.02, 1, 7), "Circle 4, rate 0.02") << "edited meanwhile";
    EXPECT_EQ(add(0.02, 3), "Circle 4, rate 0.02, seed 3");
    EXPECT_EQ(add(0.01, 1), "Circle 4 (2)");
    EXPECT_EQ(add(0.01, 1), "Circle 4 (3)");
    renameRun(document, document.runs[1].number, "mine");
    add(0.5, 1, 7);
    EXPECT_EQ(document.runs[1].name, "mine");
}

TEST(Runs, takeAnotherNameAndSoDoesTheirNetwork)
{
    Document document = documentWith({"a"});
    document.runs[0].network = std::make_shared<const exporting::Network>();
    const auto before = document.runs[0].network;
    renameRun(document, 0, "best");
    EXPECT_EQ(document.runs[0].name, "best");
    EXPECT_EQ(document.runs[0].network->name, "best");
    EXPECT_EQ(before->name, "") << "whoever holds it keeps what it was";
    noteRun(document, 0, "why");
    EXPECT_EQ(document.runs[0].note, "why");
    renameRun(document, 77, "nobody");
}

TEST(Runs, haveOneBaselineAtATime)
{
    Document document = documentWith({"a", "b", "c"});
    EXPECT_EQ(baselineOf(document), nullptr);
    pinBaseline(document, 0, true);
    pinBaseline(document, 2, true);
    EXPECT_EQ(baselineOf(document)->name, "c");
    EXPECT_FALSE(document.runs[0].isBaseline);
    pinBaseline(document, 0, false);
    EXPECT_EQ(baselineOf(document)->name, "c") << "it was no baseline";
    pinBaseline(document, 77, true);
    EXPECT_EQ(baselineOf(document)->name, "c");
    pinBaseline(document, 2, false);
    EXPECT_EQ(baselineOf(document), nullptr);
}

TEST(Runs, areDrawnInTheFirstColourThatIsFree)
{
    Document document = documentWith({"a", "b", "c"});
    for (const std::size_t number : {2U, 0U})
        overlayRun(document, number, true);
    EXPECT_EQ(document.runs[2].colour, 1U);
    EXPECT_EQ(document.runs[0].colour, 2U);
    overlayRun(document, 2, true);
    EXPECT_EQ(document.runs[2].colour, 1U) << "it keeps its own";
    overlayRun(document, 2, false);
    overlayRun(document, 1, true);
    EXPECT_EQ(document.runs[1].colour, 1U);
    EXPECT_FALSE(document.runs[2].colour);
}

TEST(Runs, keepThoseThatCameSinceTheStepThatIsTakenBack)
{
    const Document before = documentWith({"a", "b"});
    Document after = before;
    renameRun(after, 1, "better");
    noteRun(after, 1, "because");
    pinBaseline(after, 1, true);
    removeRun(after, 0);
    Document present = after;
    addRun(present, {"later", {}, {}, ""});
    overlayRun(present, 1, true);
    const auto undone = withStep(present.runs, after.runs, before.runs);
    EXPECT_EQ(namesIn(undone), "a b later");
    EXPECT_EQ(undone[1].note, "");
    EXPECT_FALSE(undone[1].isBaseline);
    EXPECT_EQ(undone[1].colour, 1U) << "where one looks is no step";
    const auto redone = withStep(undone, before.runs, after.runs);
    EXPECT_EQ(namesIn(redone), "better later");
    EXPECT_TRUE(redone[0].isBaseline);
}

TEST(Runs, areNotThereTwiceWhereOneWasKeptAnewSinceItWasDeleted)
{
    auto kept = documentWith({"kept"}).runs[0];
    kept.session = 7;
    Document before;
    addRun(before, kept);
    Document after = before;
    removeRun(after, 0);
    Document present = after;
    addRun(present, kept);
    const auto undone = withStep(present.runs, after.runs, before.runs);
    ASSERT_EQ(undone.size(), 1U);
    EXPECT_EQ(undone[0].number, present.runs[0].number) << "the later one, which goes further";
    EXPECT_EQ(withStep(undone, before.runs, after.runs).size(), 1U);
    present.runs[0].session = 8;
    EXPECT_EQ(withStep(present.runs, after.runs, before.runs).size(), 2U) << "another one is no reason";
}

TEST(Runs, stayAsTheyAreWhereAStepSaysNothingOfThem)
{
    const Document before = documentWith({"a"});
    Document present = before;
    renameRun(present, 0, "mine");
    EXPECT_EQ(namesIn(withStep(present.runs, before.runs, before.runs)), "mine");
    removeRun(present, 0);
    EXPECT_EQ(namesIn(withStep(present.runs, before.runs, before.runs)), "") << "dropped as one of too many";
}

}  // namespace
}  // namespace actlab::workspace
