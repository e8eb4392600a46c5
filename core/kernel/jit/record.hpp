#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/kernel/jit/trace.hpp"
#include "core/kernel/plan.hpp"

namespace actlab::kernel::jit {

/// Whether machine code is written for steps of this kind; the tape does the others.
bool isKnown(Code code);

/// Neighbouring steps of a plan that become one piece of machine code.
struct Piece {
    std::span<const Plan::Work* const> work;
    std::vector<std::uint32_t> stored;  ///< results that are needed outside
    /// The slope that what comes from above is multiplied by, where this piece does that.
    std::optional<std::uint32_t> slope = {};
};

/// The piece's operations, and the values whose arrays they read and write, by their numbers in the trace.
struct Recording {
    static constexpr std::uint32_t kUpstream = 0xFFFF'FFFE, kGradient = 0xFFFF'FFFD;

    Trace trace;
    std::vector<std::uint32_t> arrays;  ///< values of the plan, or one of the two above
};

/// `ways` vectors make one turn.
Recording record(const Plan& plan, std::span<const double> constants, const Piece& piece, std::uint8_t ways);

}  // namespace actlab::kernel::jit
