#include "core/workspace/json_envelope.hpp"

#include <gmock/gmock.h>

namespace actlab::workspace {

namespace {

using nlohmann::json;
using ::testing::StartsWith;

std::string errorIn(std::string_view text)
{
    const auto content = unwrap(text, "thing");
    return content ? "no error" : content.error();
}

std::string repeated(std::string_view text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

TEST(JsonEnvelope, givesBackWhatItWrapped)
{
    const json content = {{"a", 1}, {"b", {0.1, -0.0, 1e-320, "\u0000 ü \" \\ 🙂", nullptr, true}}};
    const auto back = unwrap(wrap("thing", content), "thing");
    ASSERT_TRUE(back) << back.error();
    EXPECT_EQ(*back, content);
}

TEST(JsonEnvelope, putsNumbersOfAListOnOneLine)
{
    const json content = {{"list", {{1, -2.5e-8}, {3}}}, {"texts", {"[", "a ] b\\"}}, {"none", json::array()}};
    const std::string text = wrap("thing", content);
    EXPECT_NE(text.find("[1,-2.5e-08]"), std::string::npos) << text;
    EXPECT_NE(text.find("\n   \"a ] b"), std::string::npos) << text;
    EXPECT_EQ(unwrap(text, "thing").value(), content);
}

TEST(JsonEnvelope, noticesEveryChangedLetterOfTheContent)
{
    const std::string text = wrap("thing", {{"name", "value"}, {"number", 125}});
    int noticed = 0, unread = 0;
    for (std::size_t i = text.find("\"thing\"") + 8; i < text.size(); ++i)
        for (const char letter : {'a', '7'}) {
            std::string changed = text;
            changed[i] = letter;
            const auto content = unwrap(changed, "thing");
            if (changed == text)
                continue;
            EXPECT_FALSE(content) << changed;
            noticed += !content && content.error().starts_with("checksum: ");
            unread += !content && content.error().starts_with("line ");
        }
    EXPECT_GT(noticed, 20);
    EXPECT_GT(unread, 20);
}

TEST(JsonEnvelope, saysWhatToDoAboutAWrongChecksum)
{
    EXPECT_EQ(errorIn(R"({"formatVersion": 1, "checksum": "0000000000000000", "thing": {}})"),
              "checksum: the file was damaged or changed by hand (leave the checksum out to open it all the same)");
    EXPECT_THAT(errorIn(R"({"formatVersion": 1, "checksum": 7, "thing": {}})"), StartsWith("checksum: "));
    EXPECT_EQ(errorIn(R"({"formatVersion": 1, "thing": {}})"), "no error");
}

TEST(JsonEnvelope, refusesNewerVersionsByName)
{
    EXPECT_EQ(errorIn(R"({"formatVersion": 2, "thing": {}})"),
              "formatVersion: the file was written by a newer Activation Lab (version 2; this one reads up to 1)");
    EXPECT_THAT(errorIn(R"({"formatVersion": 18446744073709551615})"), StartsWith("formatVersion: the file was"));
    EXPECT_EQ(errorIn(R"({"formatVersion": 0})"), "formatVersion: there is no version 0");
    EXPECT_EQ(errorIn(R"({"formatVersion": -5})"), "formatVersion: there is no version -5");
    for (const char* text : {"{}", R"({"formatVersion": "1"})", R"({"formatVersion": 1.5})"})
        EXPECT_THAT(errorIn(text), StartsWith("formatVersion: a whole number is missing")) << text;
}

TEST(JsonEnvelope, namesTheLineOfWhatIsNotJson)
{
    EXPECT_EQ(errorIn(""), "line 1: this is not JSON");
    EXPECT_EQ(errorIn("PNG"), "line 1: this is not JSON");
    EXPECT_EQ(errorIn("{\n\"a\": 1,\n\"b\" 2\n}"), "line 3: this is not JSON");
    EXPECT_EQ(errorIn("{\n\"a\": \"x\n\"}"), "line 2: this is not JSON");
    EXPECT_EQ(errorIn("{\n\"a\": 1,\n\"b\": \"\xff\"}"), "line 3: this is not JSON");
    EXPECT_EQ(errorIn("{\n\"a\": 1,\n\"b\": -1e400\n}"), "line 3: a number is beyond float64");
    EXPECT_EQ(errorIn("[1, 2]"), "line 1: an object was expected");
    EXPECT_EQ(errorIn("null"), "line 1: an object was expected");
}

TEST(JsonEnvelope, boundsNestingBeforeItParses)
{
    EXPECT_EQ(errorIn(repeated("[", 1'000'000)), "the file is nested more than 32 deep");
    EXPECT_EQ(errorIn(repeated("{\"a\":", 100'000)), "the file is nested more than 32 deep");
    EXPECT_EQ(errorIn(R"({"formatVersion": 1, "thing": ")" + repeated("[\\\"{", 1'000) + "\"}"), "no error");
    EXPECT_EQ(errorIn(repeated("]", 100) + repeated("[", 40)), "line 1: this is not JSON");
    EXPECT_EQ(errorIn(R"({"formatVersion": 1, "thing": )" + repeated("[", 31) + repeated("]", 31) + "}"), "no error");
}

TEST(JsonEnvelope, boundsSizeBeforeItParses)
{
    EXPECT_EQ(errorIn(std::string((64U << 20U) + 1, ' ')), "the file is larger than 64 MB");
}

TEST(JsonEnvelope, saysWhatIsMissing)
{
    EXPECT_EQ(errorIn(R"({"formatVersion": 1})"), "thing: is missing");
}

}  // namespace

}  // namespace actlab::workspace
