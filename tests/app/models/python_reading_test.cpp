#include "app/models/python_reading.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

/// The part of the text that a refusal is about.
QString marked(const QString& text, const PythonRefusal& refusal)
{
    return text.mid(refusal.begin, refusal.end - refusal.begin);
}

PythonRefusal onlyRefusal(const QString& text)
{
    const PythonReading reading = readPython(text);
    EXPECT_EQ(reading.refused.size(), 1U) << text.toStdString();
    return reading.refused.empty() ? PythonRefusal{} : reading.refused.front();
}

TEST(PythonReading, marksTheWordThatCannotBeRead)
{
    const QString text = "def f(x):\n    y = x\n    return y * qux(x)\n";
    const PythonRefusal refusal = onlyRefusal(text);
    EXPECT_EQ(refusal.line, 3);
    EXPECT_EQ(marked(text, refusal), "qux");
}

TEST(PythonReading, marksTheRightWordBehindCharactersOfTwoUnits)
{
    const QString text = QString::fromUtf8("# 😀😀\ndef f(x):\n    '😀'; return x + '😀' + qux(x)\n");
    const PythonReading reading = readPython(text);
    ASSERT_FALSE(reading.refused.empty());
    const QString word = marked(text, reading.refused.front());
    EXPECT_TRUE(word == "qux" || word.startsWith('\'')) << word.toStdString();
}

TEST(PythonReading, endsEveryLineAlike)
{
    const QString text = QString("def f(x):\r\n\ty = x\r\treturn bad(y)") + QChar(QChar::LineSeparator) + "# end";
    const QString plain = withPlainLines(text);
    EXPECT_EQ(plain, "def f(x):\n\ty = x\n\treturn bad(y)\n# end");
    EXPECT_EQ(onlyRefusal(plain).line, 3);
    EXPECT_EQ(marked(plain, onlyRefusal(plain)), "bad");
}

TEST(PythonReading, keepsFunctionsBesideWhatIsRefused)
{
    const PythonReading reading = readPython("import os\ndef f(x): return 2 * x\ndef g(x): return os.getpid() * x\n");
    ASSERT_EQ(reading.functions.size(), 1U);
    EXPECT_EQ(reading.functions.front().activation->name(), "f");
    EXPECT_EQ(reading.functions.front().line, 2);
    ASSERT_EQ(reading.refused.size(), 2U);
    EXPECT_EQ(reading.refused.front().line, 1);
    EXPECT_EQ(reading.refused.back().line, 3);
    EXPECT_FALSE(reading.isPlain());
}

TEST(PythonReading, namesTheFunctionThatSaysTheGradient)
{
    const PythonReading reading = readPython("def step(x): return (x > 0).float()\n"
                                             "def step_derivative(x): return torch.sigmoid(x)\n");
    ASSERT_EQ(reading.functions.size(), 1U);
    EXPECT_EQ(reading.functions.front().gradientSource, "step_derivative");
    EXPECT_TRUE(reading.functions.front().activation->hasOwnGradient());
    EXPECT_FALSE(reading.isPlain());
}

TEST(PythonReading, isPlainWhereThereIsNothingToAsk)
{
    EXPECT_TRUE(readPython("def f(x, a=0.1): return torch.where(x > 0, x, a * x)").isPlain());
    EXPECT_FALSE(readPython("def f(x): return x\ndef g(x): return -x").isPlain());
    EXPECT_FALSE(readPython("").isPlain());
}

TEST(PythonReading, answersWhateverIsPasted)
{
    const char* const kTexts[] = {"def f（x）：\n    return x",
                                  "😀",
                                  "def 😀(x): return x",
                                  "import os; os.system('true')\n",
                                  "def f(x):\n    os.system('true')\n    return x",
                                  "class A:",
                                  "f = lambda x:"};
    for (const char* text : kTexts) {
        const PythonReading reading = readPython(QString::fromUtf8(text));
        EXPECT_TRUE(reading.functions.empty()) << text;
        ASSERT_FALSE(reading.refused.empty()) << text;
        EXPECT_FALSE(reading.refused.front().message.isEmpty()) << text;
        EXPECT_LE(reading.refused.front().begin, QString::fromUtf8(text).size()) << text;
    }
}

TEST(PythonReading, refusesWhatIsTooLongToShow)
{
    EXPECT_FALSE(tooLongForPython(QString("x = 1\n").repeated(10'000)));
    const auto novel = tooLongForPython(QString("It was a dark night.\n").repeated(50'000));
    ASSERT_TRUE(novel);
    EXPECT_TRUE(novel->contains("1,050,000")) << novel->toStdString();
    const auto line = tooLongForPython("import torch\n" + QString(5'000, 'x'));
    ASSERT_TRUE(line);
    EXPECT_TRUE(line->contains("line 2")) << line->toStdString();
}

}  // namespace
}  // namespace actlab::models
