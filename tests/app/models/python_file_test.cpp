#include "app/models/python_file.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace actlab::models {
namespace {

class PythonFileTest : public ::testing::Test {
protected:
    QString written(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }
    static QString errorOf(const QString& path)
    {
        const auto text = readPythonFile(path);
        EXPECT_FALSE(text) << path.toStdString();
        return text ? QString() : text.error();
    }

    QTemporaryDir folder;
};

TEST_F(PythonFileTest, readsTextWithItsMarkAndItsLines)
{
    const auto text = readPythonFile(written("a.py", "\xEF\xBB\xBF"
                                                     "def f(x):\r\n\treturn x  # \xCE\xB1\r\n"));
    ASSERT_TRUE(text) << text.error().toStdString();
    EXPECT_EQ(*text, QString::fromUtf8("def f(x):\r\n\treturn x  # α\r\n"));
}

TEST_F(PythonFileTest, saysWhatIsWrongWithOthers)
{
    EXPECT_TRUE(errorOf(folder.path()).contains("is a folder"));
    EXPECT_TRUE(errorOf(folder.filePath("none.py")).contains("There is no file"));
    EXPECT_TRUE(errorOf("/dev/zero").contains("is no file that can be read"));
    EXPECT_TRUE(errorOf(written("picture.png", QByteArray("\x89PNG\0\0\0", 7))).contains("null bytes"));
    EXPECT_TRUE(errorOf(written("latin.py", "# \xE9t\xE9\n")).contains("UTF-8"));
    EXPECT_TRUE(errorOf(written("large.py", QByteArray((1 << 20) + 1, 'x'))).contains("at most"));
}

}  // namespace
}  // namespace actlab::models
