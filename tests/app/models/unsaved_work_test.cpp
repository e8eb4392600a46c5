#include "app/models/unsaved_work.hpp"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <gtest/gtest.h>

namespace actlab::models {

namespace {

struct UnsavedWork : ::testing::Test {
    void SetUp() override { takeUnsaved(); }
};

}  // namespace

TEST_F(UnsavedWork, isThereOnceAfterItWasKept)
{
    auto document = workspace::initialDocument();
    document.draft.definition.formula = "3*x";
    ASSERT_TRUE(keepUnsaved(document));
    const auto kept = takeUnsaved();
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->draft.definition.formula, "3*x");
    EXPECT_FALSE(takeUnsaved().has_value());
}

TEST_F(UnsavedWork, isNothingWhereTheFileCannotBeRead)
{
    ASSERT_TRUE(keepUnsaved(workspace::initialDocument()));
    QFile file(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/unsaved.actlab");
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("half a docu");
    file.close();
    EXPECT_FALSE(takeUnsaved().has_value());
    EXPECT_TRUE(file.exists()) << "nobody's work is deleted unread";
    file.remove();
}

}  // namespace actlab::models
