#include "app/models/utf16_place.hpp"

#include <QList>
#include <algorithm>

namespace actlab::models {

qsizetype utf16Place(const QString& text, std::size_t codePoint)
{
    const QList<uint> points = text.toUcs4();
    const auto count = std::min(static_cast<qsizetype>(codePoint), points.size());
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(points.data()), count).size();
}

std::size_t codePointPlace(const QString& text, qsizetype utf16)
{
    return static_cast<std::size_t>(text.left(utf16).toUcs4().size());
}

}  // namespace actlab::models
