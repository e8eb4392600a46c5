#include "app/models/python_reader.hpp"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace actlab::models {
namespace {

TEST(PythonReader, readsBesideTheWindow)
{
    PythonReader reader;
    QSignalSpy read(&reader, &PythonReader::read);
    reader.begin("def f(x): return 2 * x\n");
    EXPECT_TRUE(reader.isReading());
    EXPECT_EQ(read.count(), 0);
    ASSERT_TRUE(read.wait());
    EXPECT_FALSE(reader.isReading());
    EXPECT_EQ(read[0][0].toString(), "def f(x): return 2 * x\n");
    EXPECT_EQ(read[0][1].value<PythonReading>().functions.size(), 1U);
}

TEST(PythonReader, tellsOnlyTheNewestText)
{
    PythonReader reader;
    QSignalSpy read(&reader, &PythonReader::read);
    for (int i = 0; i < 20; ++i)
        reader.begin(QStringLiteral("def f%1(x): return x\n").arg(i));
    ASSERT_TRUE(read.wait());
    QTest::qWait(50);
    ASSERT_EQ(read.count(), 1);
    EXPECT_EQ(read[0][1].value<PythonReading>().functions.front().activation->name(), "f19");
}

TEST(PythonReader, mayGoWhileItReads)
{
    PythonReader reader;
    reader.begin("def f(x): return x\n");
}

}  // namespace
}  // namespace actlab::models
