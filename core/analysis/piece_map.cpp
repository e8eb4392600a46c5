#include "core/analysis/piece_map.hpp"

namespace actlab::analysis {

PieceMap::PieceMap(const activation::Activation& read)
    : activation(read), layout(layOut(read)), joins(joinsOf(layout, read))
{
}

}  // namespace actlab::analysis
