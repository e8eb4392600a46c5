#include "app/models/exportable.hpp"

#include "core/workspace/export_formats.hpp"
#include "core/workspace/run_formats.hpp"
#include "core/workspace/run_table.hpp"

#include <gtest/gtest.h>

namespace actlab::models {

namespace {

TEST(Exportables, areWhatIsExploredTheDraftAndThePersonsOwn)
{
    workspace::Document document = workspace::initialDocument();
    document.custom.push_back(*activation::makeActivation({"Mine", "x*tanh(x)", "", {}}));
    const auto all = exportableActivations(document);
    ASSERT_EQ(all.size(), document.plot.shown.size() + 2);
    EXPECT_EQ(all.front().key, kExplored);
    EXPECT_EQ(all[all.size() - 2].key, kDraft);
    EXPECT_EQ(all.back().name, "Mine");
    for (const auto& each : all)
        EXPECT_EQ(each.choices.size(), workspace::exportFormats().size());
    EXPECT_EQ(*all.back().choices.front().write(),
              *workspace::exportFormats().front().write(*document.custom.back()));
}

TEST(Exportables, tellWhatIsWrongWithADraft)
{
    workspace::Document document = workspace::initialDocument();
    document.draft.definition = {"Mine", "x", "2*", {}};
    const auto written = exportableActivations(document).back().choices.front().write();
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().find("The gradient is wrong as it stands: "), 0U) << written.error();
    document.draft.definition.formula = "  ";
    EXPECT_NE(exportableActivations(document).back().key, kDraft) << "nothing is written yet";
}

TEST(Exportables, areTheRunsWithTheirCurvesTheNewestFirst)
{
    auto document = std::make_shared<workspace::Document>(workspace::initialDocument());
    for (const char* name : {"older", "newer"})
        addRun(*document, {name, document->training, {{0, 1, 1.5, 0.5, 0.5, 0}}, "finished"});
    const auto all = exportableRuns(document);
    ASSERT_EQ(all.size(), 3U);
    const Exportable& newest = all[1];
    EXPECT_EQ(newest.name, "newer");
    EXPECT_EQ(newest.key, keyOfRun(document->runs.back().number));
    EXPECT_EQ(newest.choices.size(), workspace::runFormats().size() + 1);
    EXPECT_TRUE(newest.choices.back().write()->starts_with("epoch,train_loss,"));
    const auto network = newest.choices.front().write();
    ASSERT_FALSE(network) << "no weights were kept";
    EXPECT_NE(network.error().find("without its weights"), std::string::npos) << network.error();
}

TEST(Exportables, areTheTableOfRunsInThreeFormatsWhereThereAreAny)
{
    auto document = std::make_shared<workspace::Document>(workspace::initialDocument());
    EXPECT_TRUE(exportableRuns(document).empty());
    addRun(*document, {"only", document->training, {{0, 1, 1.5, 0.5, 0.5, 0}}, "finished"});
    const Exportable table = exportableRuns(document).front();
    EXPECT_EQ(table.key, kRunsTable);
    ASSERT_EQ(table.choices.size(), 3U);
    EXPECT_EQ(*table.choices[0].write(), workspace::runsCsv(document->runs));
    EXPECT_EQ(*table.choices[1].write(), workspace::runsJson(document->runs));
    EXPECT_EQ(*table.choices[2].write(), workspace::runsLatex(document->runs));
}

TEST(Exportables, makeFilesNamesThatEveryFileSystemTakes)
{
    EXPECT_EQ(fileNameOf("My activation"), "My_activation");
    EXPECT_EQ(fileNameOf("a/b\\c:d\n\"e\""), "a-b-c-d_-e-");
    EXPECT_EQ(fileNameOf("../.."), "-..");
    EXPECT_EQ(fileNameOf(QString::fromUtf8("我的函数")), QString::fromUtf8("我的函数"));
    EXPECT_EQ(fileNameOf(" \n"), "activation");
    EXPECT_LE(fileNameOf(QString(200, QChar(0x51fd))).toUtf8().size(), 250);
    EXPECT_EQ(fileNameOf(QString(79, 'a') + QString::fromUtf8("😀")), QString(79, 'a'));
}

}  // namespace

}  // namespace actlab::models
