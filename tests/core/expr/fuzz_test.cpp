#include "core/expr/code_points.hpp"
#include "meaning_of.hpp"

#include <random>

namespace actlab::expr {

namespace {

constexpr std::string_view kSeeds[] = {
    "{x < 0: 0.1*x, x < 1: x, 1}",
    "x > 0 ? x : alpha*(exp(x) - 1)",
    "0.5*x*(1 + erf(x/sqrt(2)))",
    "torch.where(x > 0, x, torch.tensor(0.0))",
    "x.clamp(min=0, max=6)/6 if not (x < -3 or x > 3) else 1e-3",
    "max(min(x, 1), -1)^2 && !a || b <= c != d",
    "｛ｘ＜０：－ｘ²，π×ｘ÷２｝",
    "F.elu(x, alpha=0.5, inplace=True) + math.pi - heaviside(x)",
};
constexpr std::string_view kScraps[] = {"(",         ")",
                                        "{",         "}",
                                        ":",         "?",
                                        ",",         ".",
                                        "=",         "^",
                                        "-",         " not ",
                                        " if ",      " else ",
                                        "x",         "1e",
                                        "1e309",     "torch.",
                                        ".abs()",    "tanh",
                                        "where(",    "，",
                                        "²",         "\xFF",
                                        "\xC3",      "\xF0\x9F\x98\x80",
                                        "\u200B",    "((((((((((",
                                        "----------"};

class Mutator {
public:
    explicit Mutator(unsigned seed) : m_random(seed) {}

    std::string mutated()
    {
        std::string text(kSeeds[below(std::size(kSeeds))]);
        for (std::size_t n = 1 + below(6); n > 0; --n)
            mutate(text);
        return text;
    }

    std::string bytes()
    {
        std::string text(below(60), ' ');
        for (char& c : text)
            c = static_cast<char>(m_random());
        return text;
    }

    std::string scraps()
    {
        std::string text;
        for (std::size_t n = below(25); n > 0; --n)
            text += kScraps[below(std::size(kScraps))];
        return text;
    }

private:
    std::size_t below(std::size_t n) { return m_random() % n; }

    void mutate(std::string& text)
    {
        const std::size_t at = below(text.size() + 1), length = below(5);
        switch (below(4)) {
        case 0: text.erase(at, length); break;
        case 1: text.insert(at, kScraps[below(std::size(kScraps))]); break;
        case 2: text.insert(below(text.size() + 1), text.substr(at, length * 4)); break;
        default: text.replace(at, length, 1, static_cast<char>(m_random())); break;
        }
    }

    std::mt19937 m_random;
};

/// Bytes that begin no code point count as one each: a text has at most so many.
std::size_t lengthOf(const std::string& text)
{
    const auto points = decode(text);
    return points ? points->size() : text.size();
}

/// Whatever the text: an expression that prints and reads back, or an error with words and a place.
void expectSense(const std::string& text)
{
    const auto e = parse(text);
    if (e && print(*e).size() <= Limits::codePoints) {
        const auto back = parse(print(*e));
        ASSERT_TRUE(back && *back == *e) << text << " as " << print(*e);
    }
    if (e)
        return;
    const SourceError& error = e.error();
    EXPECT_FALSE(error.message.empty()) << text;
    EXPECT_LE(error.span.begin, error.span.end) << text << ": " << error.message;
    EXPECT_LE(error.span.end, lengthOf(text)) << text << ": " << error.message;
    EXPECT_TRUE(decode(error.message)) << "the message itself is not UTF-8: " << text;
}

TEST(Fuzz, neverCrashesAndEveryErrorHasAPlace)
{
    Mutator random(7);
    for (int i = 0; i < 5'000; ++i) {
        expectSense(random.mutated());
        expectSense(random.bytes());
        expectSense(random.scraps());
    }
}

TEST(Fuzz, readsEveryPrefixOfAFormula)
{
    for (const std::string_view seed : kSeeds)
        for (std::size_t length = 0; length <= seed.size(); ++length)
            expectSense(std::string(seed.substr(0, length)));
}

}  // namespace

}  // namespace actlab::expr
