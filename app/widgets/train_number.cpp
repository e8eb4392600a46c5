#include "app/widgets/train_number.hpp"

#include "app/widgets/number_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace actlab::widgets {

QString fixedText(double value, int decimals)
{
    std::array<char, 400> buffer;  // the longest double has 310 places before the dot
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals).ptr;
    return QString::fromLatin1(buffer.data(), end - buffer.data());
}

QString measureText(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    const double size = std::abs(value);
    return (size >= 1e-4 && size < 1e4) || size == 0 ? fixedText(value, 4) : numberText(value, 3);
}

QString percentText(double share)
{
    return std::isfinite(share) ? fixedText(100 * share, 1) : measureText(share);
}

std::optional<double> numberFrom(const QString& text)
{
    std::string latin = QString(text).replace(QStringLiteral("−"), QStringLiteral("-")).trimmed().toStdString();
    if (const auto comma = latin.find(','); comma != std::string::npos && latin.find('.') == std::string::npos)
        latin[comma] = '.';
    double value = 0;
    const auto [end, error] = std::from_chars(latin.data(), latin.data() + latin.size(), value);
    if (error != std::errc{} || end != latin.data() + latin.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

}  // namespace actlab::widgets
