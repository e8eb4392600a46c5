#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/kernel/instruction.hpp"
#include "core/kernel/step.hpp"

namespace actlab::kernel {

/// How a tape is run: its instructions as machine steps, cheaper ones where they give the same, and a place for
/// every value.
struct Plan {
    static constexpr std::uint32_t kNothing = 0xFFFF'FFFF;

    struct Value {
        enum class Kind : std::uint8_t { Input, Constant, Parameter, Result } kind;
        bool isUniform;                  ///< the same for all x: calculated once, not once an element
        std::uint32_t index;             ///< which constant or parameter
        std::uint32_t place = kNothing;  ///< number of its uniform or of its register; x itself has none
    };
    /// A machine step on values.
    struct Work {
        Code code;
        std::uint8_t operands;
        std::array<std::uint32_t, 4> in;
        std::uint32_t out;
        std::uint32_t out2 = kNothing;
        std::uint32_t firstOutput = kNothing;  ///< of the outputs that need it; kNothing where none does
        bool isForLater = false;               ///< whether an output after the first needs it
        std::uint32_t pieces = kNothing;       ///< number of its table
    };

    std::vector<Value> values;
    std::vector<Work> uniformWork, work;
    std::vector<std::uint32_t> outputs;  ///< values
    std::vector<Pieces<double>> pieces;
    std::vector<Pieces<float>> piecesInFloat;
    std::uint32_t input = kNothing;  ///< the value that is x, where it occurs
    std::uint32_t uniformCount = 0, registerCount = 0;
};

template <class T>
const Pieces<T>* piecesOf(const Plan& plan, const Plan::Work& work)
{
    if (work.pieces == Plan::kNothing)
        return nullptr;
    if constexpr (sizeof(T) == sizeof(float))
        return &plan.piecesInFloat[work.pieces];
    else
        return &plan.pieces[work.pieces];
}

/// Every operation of the tape, which has each common subexpression once.
Plan plan(std::span<const Instruction> tape, std::span<const double> constants,
          std::span<const std::uint32_t> outputs);

/// Gives every value its place: a register, which holds one value for each x of a block, is used again as soon as
/// nobody needs what it holds. No step writes what it reads.
void placeInRegisters(Plan& plan);

}  // namespace actlab::kernel
