#include "core/expr/differentiate.hpp"
#include "core/expr/parser.hpp"
#include "core/expr/printer.hpp"
#include "core/expr/simplify.hpp"

#include <cstdint>
#include <cstdlib>

using namespace actlab::expr;

namespace {

/// What is printed has to mean the same; only a text that grew beyond the limits may be refused.
void expectToReadBack(const Expr& e)
{
    const auto text = print(e);
    if (const auto back = parse(text); back ? *back != e : text.size() <= Limits::codePoints)
        std::abort();
}

}  // namespace

/// Any bytes as a formula: an error with a place inside the text, or an expression that every pass survives.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto e = parse(text);
    if (!e) {
        if (const auto& span = e.error().span; e.error().message.empty() || span.begin > span.end || span.end > size)
            std::abort();
        return 0;
    }
    expectToReadBack(*e);
    if (const auto derivative = differentiate(*e))
        simplify(*derivative);
    simplify(*e);
    return 0;
}
