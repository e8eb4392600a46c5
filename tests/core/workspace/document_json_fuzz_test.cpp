#include "core/workspace/document_json.hpp"

#include "full_document.hpp"
#include "tests/samples.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <random>

namespace actlab::workspace {

namespace {

/// A document small enough to open thousands of times, without its checksum, so that what is wrong gets far.
nlohmann::json smallFile()
{
    Document document = fullDocument();
    document.runs.pop_back();
    auto file = nlohmann::json::parse(toJson(document));
    file.erase("checksum");
    return file;
}

class Mutation {
public:
    explicit Mutation(unsigned seed) : m_random(seed) {}

    /// Changes, drops, doubles or swaps a few bytes.
    std::string ofBytes(std::string text)
    {
        for (std::size_t n = 1 + below(3); n > 0; --n) {
            const std::size_t at = below(text.size()), length = 1 + below(12);
            switch (below(4)) {
            case 0: text[at] = static_cast<char>(below(256)); break;
            case 1: text.erase(at, length); break;
            case 2: text.insert(at, text.substr(below(text.size()), length)); break;
            default: std::swap(text[at], text[below(text.size())]); break;
            }
        }
        return text;
    }

    /// Puts a value of another kind somewhere into the tree.
    nlohmann::json ofTree(nlohmann::json file)
    {
        const nlohmann::json flat = file.flatten();
        auto place = flat.begin();
        std::advance(place, static_cast<std::ptrdiff_t>(below(flat.size())));
        nlohmann::json::json_pointer pointer(place.key());
        for (std::size_t up = below(4); up > 0 && !pointer.empty(); --up)
            pointer.pop_back();
        file[pointer] = anyValue();
        return file;
    }

private:
    std::size_t below(std::size_t n) { return m_random() % n; }

    nlohmann::json anyValue()
    {
        const nlohmann::json values[] = {nullptr,
                                         true,
                                         0,
                                         -1,
                                         1e300,
                                         18446744073709551615U,
                                         "",
                                         "nan",
                                         "x",
                                         "{x < 0: 1",
                                         "relu",
                                         nlohmann::json::array(),
                                         nlohmann::json::object(),
                                         {1, 2, 3},
                                         {{"name", "n"}, {"formula", "x/0"}},
                                         {{"catalogue", "elu"}}};
        return values[below(std::size(values))];
    }

    std::mt19937 m_random;
};

/// How many of the texts opened; what opens must also be written and open again.
int opened(int times, const std::function<std::string()>& next)
{
    int count = 0;
    for (int i = 0; i < times; ++i) {
        const std::string text = next();
        const auto document = fromJson(text);
        EXPECT_TRUE(document || !document.error().empty()) << text;
        if (!document)
            continue;
        ++count;
        const auto again = fromJson(toJson(*document));
        EXPECT_TRUE(again) << again.error() << "\n" << text;
    }
    return count;
}

constexpr int kTexts = tests::samples(5'000);

TEST(DocumentJsonFuzz, survivesChangedBytes)
{
    Mutation mutation(31);
    const std::string text = smallFile().dump(1);
    const int count = opened(kTexts, [&] { return mutation.ofBytes(text); });
    EXPECT_GT(count, kTexts / 25);
    EXPECT_LT(count, kTexts / 10 * 9);
}

TEST(DocumentJsonFuzz, survivesValuesOfAnotherKind)
{
    Mutation mutation(32);
    const nlohmann::json file = smallFile();
    const int count = opened(kTexts, [&] { return mutation.ofTree(file).dump(); });
    EXPECT_GT(count, kTexts / 25);
    EXPECT_LT(count, kTexts / 10 * 9);
}

TEST(DocumentJsonFuzz, survivesEveryCutOff)
{
    const std::string text = toJson(fullDocument());
    for (std::size_t length = 0; length + 2 < text.size(); length += 7)
        EXPECT_FALSE(fromJson(std::string_view(text).substr(0, length)));
}

TEST(DocumentJsonFuzz, survivesNoise)
{
    std::mt19937 random(33);
    constexpr std::string_view kLetters = "{}[]\",:0123456789.eE+-truefalsn \n\\u\xff\x80";
    for (int i = 0; i < 5'000; ++i) {
        std::string text;
        for (std::size_t n = random() % 200; n > 0; --n)
            text += kLetters[random() % kLetters.size()];
        EXPECT_FALSE(fromJson(text)) << text;
    }
}

}  // namespace

}  // namespace actlab::workspace
