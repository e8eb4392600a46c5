#include "app/widgets/number_text.hpp"

#include <QCoreApplication>
#include <array>
#include <charconv>
#include <cmath>

namespace actlab::widgets {

QString numberText(double value, int digits)
{
    if (std::isnan(value))
        return QCoreApplication::translate("numberText", "undefined");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("−∞") : QStringLiteral("∞");
    std::array<char, 64> buffer{};
    // + 0.0 turns the negative zero into the one that people write
    const auto end = std::to_chars(buffer.begin(), buffer.end(), value + 0.0, std::chars_format::general, digits).ptr;
    return QString::fromLatin1(buffer.data(), end - buffer.data()).replace(QLatin1Char('-'), QStringLiteral("−"));
}

}  // namespace actlab::widgets
