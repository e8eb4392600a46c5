#include "meaning_of.hpp"

namespace actlab::expr {

void PrintTo(const SourceError& error, std::ostream* out)
{
    *out << error.message << " [" << error.span.begin << ", " << error.span.end << ") " << error.hint;
}

namespace {

TEST(Errors, pointsAtTheUnknownFunctionAndOffersTheNearest)
{
    EXPECT_EQ(errorIn("1 + tahn(x)"), (SourceError{"there is no function `tahn`", {4, 8}, "Did you mean `tanh`?"}));
    EXPECT_EQ(errorIn("torch.Exp(x)"), (SourceError{"there is no function `Exp`", {0, 9}, "Did you mean `exp`?"}));
    EXPECT_EQ(errorIn("foobar(x)"), (SourceError{"there is no function `foobar`", {0, 6}, ""}));
    EXPECT_EQ(errorIn("x.foobar()"), (SourceError{"there is no function `foobar`", {2, 8}, ""}));
}

TEST(Errors, offersFunctionsOfTheLibrary)
{
    const Library library{[](std::string_view) { return nullptr; }, [] { return std::vector<std::string>{"gelu"}; }};
    EXPECT_EQ(errorIn("geul(x)", library).hint, "Did you mean `gelu`?");
}

TEST(Errors, saysThatAFunctionNeedsItsArgument)
{
    EXPECT_EQ(errorIn("x + tanh"),
              (SourceError{"`tanh` is a function and needs an argument", {4, 8}, "Write `tanh(x)`."}));
    EXPECT_EQ(errorIn("sin x").span, (Span{0, 3}));
    EXPECT_EQ(errorIn("torch.exp").span, (Span{0, 9}));
}

TEST(Errors, saysSoOfAFunctionOfTheLibraryToo)
{
    const NamedFunction relu{"relu", {}, meaningOf("max(x, 0)")};
    const NamedFunction threshold{"threshold", {{"threshold", 1}}, meaningOf("{x > threshold: x, 0}")};
    const Library library{[&](std::string_view name) {
                              return name == "relu" ? &relu : name == "threshold" ? &threshold : nullptr;
                          },
                          {}};
    EXPECT_EQ(errorIn("2*relu", library),
              (SourceError{"`relu` is a function and needs an argument", {2, 6}, "Write `relu(x)`."}));
    EXPECT_EQ(meaningOf("threshold(x, threshold)", library), meaningOf("{x > threshold: x, 0}"));
}

TEST(Errors, refusesConstantsThatAModuleDoesNotHave)
{
    EXPECT_EQ(errorIn("x*math.tau"),
              (SourceError{"there is no constant `tau`", {2, 10}, "There are pi, e, inf and nan."}));
    EXPECT_EQ(errorIn("torch.x").span, (Span{0, 7}));
}

TEST(Errors, refusesValuesAsConditions)
{
    const char* hint = "Compare something, as in x < 0.";
    const char* message = "this is a value, not a condition";
    EXPECT_EQ(errorIn("x + 1 ? 1 : 2"), (SourceError{message, {0, 5}, hint}));
    EXPECT_EQ(errorIn("1 if (x) else 2"), (SourceError{message, {6, 7}, hint}));
    EXPECT_EQ(errorIn("where(sin(x), 1, 2)"), (SourceError{message, {6, 12}, hint}));
    EXPECT_EQ(errorIn("{x: 1, 2}"), (SourceError{message, {1, 2}, hint}));
    EXPECT_EQ(errorIn("x < 1 and a"), (SourceError{message, {10, 11}, hint}));
    EXPECT_EQ(errorIn("a or x < 1"), (SourceError{message, {0, 1}, hint}));
    EXPECT_EQ(errorIn("not -x"), (SourceError{message, {4, 6}, hint}));
    EXPECT_EQ(errorIn("α*zeros_like(x) ? 1 : 2"), (SourceError{message, {0, 15}, hint}));
}

TEST(Errors, pointsAtACallOfTheLibraryAndNotIntoItsBody)
{
    const NamedFunction step{"step", {}, meaningOf("               1 + {x < 0: 0, 1}")};
    const Library library{[&](std::string_view name) { return name == "step" ? &step : nullptr; }, {}};
    EXPECT_EQ(errorIn("step(x) ? 1 : 2", library).span, (Span{0, 7}));
    EXPECT_EQ(errorIn("1 + step(x) ? 1 : 2", library).span, (Span{0, 11}));
}

TEST(Errors, saysWhatWasExpected)
{
    EXPECT_EQ(errorIn("x +"), (SourceError{"a value was expected here, but the formula ends", {3, 3}, ""}));
    EXPECT_EQ(errorIn("2 * * x"), (SourceError{"a value was expected here, but there is `*`", {4, 5}, ""}));
    EXPECT_EQ(errorIn("x < 0 && && y"), (SourceError{"a value was expected here, but there is `&&`", {9, 11}, ""}));
    EXPECT_EQ(errorIn("x < 0 ? 1").message,
              "the `:` of `condition ? value : value` was expected here, but the formula ends");
    EXPECT_EQ(errorIn("1 if x < 0").message,
              "the `else` of `value if condition else value` was expected here, but the formula ends");
    EXPECT_EQ(errorIn("x.5"),
              (SourceError{"an operator is missing before `.5`", {1, 3}, "Write * for a product, as in 2*x."}));
    EXPECT_EQ(errorIn("x ; 1").message, "an operator was expected here, but there is `;`");
}

TEST(Errors, saysThatAnOperatorIsMissing)
{
    const char* hint = "Write * for a product, as in 2*x.";
    EXPECT_EQ(errorIn("2x"), (SourceError{"an operator is missing before `x`", {1, 2}, hint}));
    EXPECT_EQ(errorIn("2(x + 1)"), (SourceError{"an operator is missing before `(`", {1, 2}, hint}));
    EXPECT_EQ(errorIn("(2 x)"), (SourceError{"an operator is missing before `x`", {3, 4}, hint}));
    EXPECT_EQ(errorIn("(2 (x))"), (SourceError{"an operator is missing before `(`", {3, 4}, hint}));
}

TEST(Errors, pointsAtBracketsWithoutPartner)
{
    EXPECT_EQ(errorIn("2*(x + (1)"), (SourceError{"this `(` is never closed", {2, 3}, "Add `)`."}));
    EXPECT_EQ(errorIn("exp(x"), (SourceError{"this `(` is never closed", {3, 4}, "Add `)`."}));
    EXPECT_EQ(errorIn("{x < 0: 1"), (SourceError{"this `{` is never closed", {0, 1}, "Add `}`."}));
    EXPECT_EQ(errorIn("x)"), (SourceError{"nothing is open that `)` could close", {1, 2}, "Leave it out."}));
    EXPECT_EQ(errorIn("(x}").message, "`)` was expected here, but there is `}`");
    EXPECT_EQ(errorIn("[x]"),
              (SourceError{"square brackets have no meaning in a formula", {0, 1}, "Write ( and )."}));
}

TEST(Errors, understandsCommonSlips)
{
    EXPECT_EQ(errorIn("y = x").hint, "Write == to compare, or only what stands behind the =.");
    EXPECT_EQ(errorIn("|x|").hint, "Write abs(x) for the absolute value.");
    EXPECT_EQ(errorIn("").message, "the formula is empty");
    EXPECT_EQ(errorIn(" \n ").message, "the formula is empty");
    EXPECT_EQ(errorIn("{1, x < 0: 2}"), (SourceError{"a value without a condition is the rest and must stand last",
                                                     {1, 2},
                                                     "Write the condition and `:` before it."}));
}

TEST(Errors, knowsWhatAFunctionTakes)
{
    EXPECT_EQ(errorIn("exp(x, 2)"), (SourceError{"`exp` takes 1 argument, not more", {7, 8}, ""}));
    EXPECT_EQ(errorIn("pow(x)"), (SourceError{"`pow` needs its argument `exponent`", {0, 6}, "Write `pow(x, y)`."}));
    EXPECT_EQ(errorIn("exp()"), (SourceError{"`exp` needs its argument `input`", {0, 5}, "Write `exp(x)`."}));
    EXPECT_EQ(errorIn("clamp(x, mni=0)"),
              (SourceError{"`clamp` has no argument `mni`", {9, 12}, "Did you mean `min`?"}));
    EXPECT_EQ(errorIn("clamp(x, lowest=0)").hint, "It takes `input`, `min`, `max`.");
    EXPECT_EQ(errorIn("clamp(x, 0, min=1)"),
              (SourceError{"`clamp` is given its argument `min` twice", {16, 17}, ""}));
    EXPECT_EQ(errorIn("where(x < 0, 1)").message, "`where` needs a condition and two values");
    EXPECT_EQ(errorIn("where(x < 0, 1, 2, 3)").message, "`where` takes 3 arguments, not more");
    EXPECT_EQ(errorIn("torch.square()").message, "`square` needs its argument `input`");
    EXPECT_EQ(errorIn("torch.square(x, x)").message, "`square` takes 1 argument, not more");
}

TEST(Errors, knowsWhatALibraryFunctionTakes)
{
    const NamedFunction relu{"relu", {}, meaningOf("max(x, 0)")};
    const Library library{[&](std::string_view name) { return name == "relu" ? &relu : nullptr; }, {}};
    EXPECT_EQ(errorIn("relu()", library),
              (SourceError{"`relu` needs its argument `input`", {0, 6}, "Write `relu(x)`."}));
    EXPECT_EQ(errorIn("relu(x, slope=1)", library).message, "`relu` has no argument `slope`");
    EXPECT_EQ(errorIn("Relu(x)", library).message, "there is no function `Relu`");
}

TEST(Errors, refusesHalfAMethodOrModule)
{
    EXPECT_EQ(errorIn("x.").message, "the name of a method was expected behind the dot");
    EXPECT_EQ(errorIn("x.shape").message, "a value has no part `shape`");
    EXPECT_EQ(errorIn("torch.(x)").message, "the name of a function was expected behind `torch.`");
    EXPECT_EQ(errorIn("exp(x, dtype=)"), (SourceError{"a value was expected here", {13, 14}, ""}));
}

}  // namespace

}  // namespace actlab::expr
