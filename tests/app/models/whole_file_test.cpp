#include "app/models/whole_file.hpp"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace actlab::models {

namespace {

TEST(WholeFile, replacesWhatWasThere)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("f");
    ASSERT_EQ(writeWhole(path, "first and long"), std::nullopt);
    ASSERT_EQ(writeWhole(path, QByteArrayView("a\0b", 3)), std::nullopt);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), QByteArray("a\0b", 3));
}

TEST(WholeFile, saysWhyItCannotBeWrittenAndLeavesNothing)
{
    const QTemporaryDir folder;
    EXPECT_TRUE(writeWhole(folder.filePath("no/f"), "x")->contains("does not exist"));
    EXPECT_TRUE(writeWhole(folder.path(), "x")->contains("is not a file"));
    EXPECT_TRUE(writeWhole("/dev/full", "x")->contains("is not a file"));
    EXPECT_TRUE(writeWhole(folder.filePath(QString(300, 'a')), "x"));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList());
}

}  // namespace

}  // namespace actlab::models
