#include "app/cli/numbers.hpp"

#include <charconv>
#include <cmath>

namespace actlab::cli {

namespace {

constexpr double kMostPoints = 1'000'000;

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    return first == text.npos ? std::string_view{} : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::vector<std::string_view> split(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (std::size_t comma = text.find(','); comma != text.npos; comma = text.find(',')) {
        parts.push_back(trimmed(text.substr(0, comma)));
        text.remove_prefix(comma + 1);
    }
    parts.push_back(trimmed(text));
    return parts;
}

std::string quoted(std::string_view text)
{
    std::string quoted("\"");
    quoted += text.substr(0, 40);
    return quoted += text.size() > 40 ? "…\"" : "\"";
}

template <std::floating_point T>
std::string text(T number)
{
    if (std::isnan(number))
        return "nan";  // never "-nan"
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, number + T(0)).ptr};
}
template std::string text(float);
template std::string text(double);

std::string rounded(double number)
{
    if (std::isnan(number))
        return "nan";
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, number + 0.0, std::chars_format::general, 6).ptr};
}

Result<double> parseNumber(std::string_view option, std::string_view text)
{
    std::string_view digits = trimmed(text);
    if (digits.starts_with('+'))
        digits.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc::result_out_of_range)
        return badInput(option, quoted(text) + " is too large or too small for a double");
    if (error != std::errc() || end != digits.data() + digits.size() || std::isnan(number))
        return badInput(option, quoted(text) + " is not a number");
    return number;
}

Result<std::vector<double>> parseNumbers(std::string_view option, std::string_view text)
{
    std::vector<double> numbers;
    for (const auto part : split(text)) {
        const auto number = parseNumber(option, part);
        if (!number)
            return tl::unexpected(number.error());
        numbers.push_back(*number);
    }
    return numbers;
}

Result<std::vector<double>> parseRange(std::string_view option, std::string_view text)
{
    const auto parts = parseNumbers(option, text);
    if (!parts)
        return parts;
    if (parts->size() != 3)
        return badInput(option, "needs three numbers lo,hi,n but got " + std::to_string(parts->size()));
    const double low = (*parts)[0], high = (*parts)[1], count = (*parts)[2];
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        return badInput(option, "lo must be a finite number and not above hi");
    if (!(count >= 1 && count <= kMostPoints) || count != std::floor(count))
        return badInput(option, "n must be a whole number from 1 to 1000000");
    std::vector<double> x;
    const double last = std::max(count - 1, 1.0);
    const bool isPlain = std::isfinite((high - low) * last);
    for (double i = 0; i < count; ++i)
        x.push_back(isPlain ? low + (high - low) * i / last : low * (1 - i / last) + high * (i / last));
    return x;
}

Result<std::vector<std::size_t>> parseWidths(std::string_view option, std::string_view text)
{
    std::vector<std::size_t> widths;
    for (const auto part : split(text)) {
        std::size_t width = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), width);
        if (error != std::errc() || end != part.data() + part.size())
            return badInput(option, quoted(part) + " is not a number of neurons");
        widths.push_back(width);
    }
    return widths;
}

}  // namespace actlab::cli
