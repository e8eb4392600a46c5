#include "core/workspace/json_reader.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace actlab::workspace {

namespace {

using nlohmann::json;
using ::testing::ElementsAre;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// What `read` says of a value at the place "here".
template <class Read>
std::string errorOf(const json& value, Read read)
{
    try {
        read(JsonReader(value, "here"));
        return "no error";
    } catch (const JsonFailure& failure) {
        return failure.sentence;
    }
}

double numberOf(const json& value)
{
    return JsonReader(value, "here").number();
}

TEST(JsonReader, knowsWhereItStands)
{
    const json value = {{"list", {1, {{"width", "wide"}}}}};
    EXPECT_EQ(errorOf(value, [](const JsonReader& r) { r.at("list").at(1).at("width").count(); }),
              "here.list[1].width: a whole number from 0 on was expected");
    EXPECT_EQ(errorOf(value, [](const JsonReader& r) { r.at("list").at(1).at("depth"); }),
              "here.list[1].depth: is missing");
    EXPECT_EQ(errorOf(value, [](const JsonReader& r) { r.at("list").at(2); }), "here.list: the list is too short");
}

TEST(JsonReader, beginsPlacesWithTheFirstKeyAtTheTop)
{
    const json value = {{"a", 1}};
    try {
        JsonReader(value, "").at("a").text();
        FAIL() << "a number is no text";
    } catch (const JsonFailure& failure) {
        EXPECT_EQ(failure.sentence, "a: a text was expected");
    }
}

TEST(JsonReader, readsEveryKindOfValue)
{
    const json value = json::parse(R"({"text": "ü", "flag": true, "number": -0.5, "whole": 7, "nothing": null})");
    const JsonReader reader(value, "");
    EXPECT_EQ(reader.at("text").text(), "ü");
    EXPECT_TRUE(reader.at("flag").flag());
    EXPECT_EQ(reader.at("number").number(), -0.5);
    EXPECT_EQ(reader.at("whole").finite(), 7);
    EXPECT_EQ(reader.at("whole").count(), 7U);
    EXPECT_TRUE(reader.at("nothing").isNull());
    EXPECT_FALSE(reader.at("whole").isNull());
}

TEST(JsonReader, refusesEveryOtherKindOfValue)
{
    const auto text = [](const JsonReader& r) { r.text(); };
    const auto flag = [](const JsonReader& r) { r.flag(); };
    const auto list = [](const JsonReader& r) { r.size(9); };
    const auto keys = [](const JsonReader& r) { r.keys(); };
    for (const json& value : {json(1), json(nullptr), json::object()}) {
        EXPECT_EQ(errorOf(value, text), "here: a text was expected") << value;
        EXPECT_EQ(errorOf(value, flag), "here: true or false was expected") << value;
        EXPECT_EQ(errorOf(value, list), "here: a list was expected") << value;
        EXPECT_EQ(errorOf(value, [](const JsonReader& r) { r.at(0); }), "here: a list was expected") << value;
    }
    for (const json& value : {json(1), json(nullptr), json::array({"a"})}) {
        EXPECT_EQ(errorOf(value, keys), "here: an object was expected") << value;
        EXPECT_EQ(errorOf(value, [](const JsonReader& r) { r.at("a"); }), "here: an object was expected") << value;
        EXPECT_FALSE(JsonReader(value, "here").has("a")) << value;
    }
}

TEST(JsonReader, readsNumbersThatAreNotFiniteFromTheirWords)
{
    EXPECT_TRUE(std::isnan(numberOf("nan")));
    EXPECT_EQ(numberOf("inf"), kInfinity);
    EXPECT_EQ(numberOf("-inf"), -kInfinity);
    for (const char* word : {"NaN", "Infinity", "1", ""})
        EXPECT_EQ(errorOf(word, [](const JsonReader& r) { r.number(); }), "here: a number was expected") << word;
}

TEST(JsonReader, refusesNumbersThatAreNotFiniteWhereOneIsNeeded)
{
    for (const char* word : {"nan", "inf", "-inf"})
        EXPECT_EQ(errorOf(word, [](const JsonReader& r) { r.finite(); }), "here: a finite number was expected");
}

TEST(JsonReader, countsInWholeNumbersOnly)
{
    EXPECT_EQ(JsonReader(std::numeric_limits<std::uint64_t>::max(), "").count(),
              std::numeric_limits<std::uint64_t>::max());
    for (const json& value : {json(-1), json(2.0), json(1e300), json("3"), json("inf"), json(true), json(nullptr)})
        EXPECT_EQ(errorOf(value, [](const JsonReader& r) { r.count(); }),
                  "here: a whole number from 0 on was expected")
            << value;
}

TEST(JsonReader, choosesAmongNames)
{
    constexpr std::string_view kNames[] = {"sgd", "adam"};
    EXPECT_EQ(JsonReader("adam", "").choice(kNames), 1U);
    EXPECT_EQ(errorOf("Adam", [&](const JsonReader& r) { r.choice(kNames); }),
              "here: there is no choice \"Adam\" here");
    EXPECT_EQ(errorOf(1, [&](const JsonReader& r) { r.choice(kNames); }), "here: a text was expected");
}

TEST(JsonReader, readsNoListLongerThanIsAllowed)
{
    EXPECT_EQ(JsonReader(json::array({1, 2, 3}), "").size(3), 3U);
    EXPECT_EQ(errorOf(json::array({1, 2, 3}), [](const JsonReader& r) { r.size(2); }),
              "here: the list has more than 2 entries");
}

TEST(JsonReader, listsTheKeysOfAnObject)
{
    EXPECT_THAT(JsonReader({{"b", 1}, {"a", 2}}, "").keys(), ElementsAre("a", "b"));
}

TEST(NumberToJson, isWhatTheReaderReadsBackBitForBit)
{
    using Limits = std::numeric_limits<double>;
    for (const double value : {0.0, 0.1, 1.0 / 3, 1e22, -1e-300, Limits::max(), Limits::denorm_min(), kInfinity})
        for (const double number : {value, -value}) {
            const double back = numberOf(json::parse(numberToJson(number).dump()));
            EXPECT_EQ(back, number);
            EXPECT_EQ(std::signbit(back), std::signbit(number));
        }
    EXPECT_TRUE(std::isnan(numberOf(json::parse(numberToJson(std::nan("")).dump()))));
}

}  // namespace

}  // namespace actlab::workspace
