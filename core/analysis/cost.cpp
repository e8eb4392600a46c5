#include "core/analysis/cost.hpp"

#include "core/kernel/codes.hpp"

#include <algorithm>
#include <vector>

namespace actlab::analysis {

namespace {

using kernel::Instruction;
using kernel::Op;

bool isCheap(expr::BuiltinId id)
{
    using enum expr::BuiltinId;
    switch (id) {
    case Abs:
    case Sign:
    case Floor:
    case Ceil:
    case Round:
    case Min:
    case Max:
    case Clamp:
    case Heaviside: return true;
    default: return false;
    }
}

void count(const Instruction& step, Operations& operations)
{
    if (step.op == Op::Power || (step.op == Op::Call && !isCheap(step.function)))
        ++operations.functions;
    else if (step.op >= Op::Less)
        ++operations.comparisons;
    else if (step.op >= Op::Negate)
        ++operations.arithmetic;
}

/// The tape is written output by output: what the first `outputs` need is a beginning of it.
Operations operationsFor(const kernel::Program& program, std::size_t outputs)
{
    std::size_t end = 0;
    for (const auto slot : program.outputSlots().first(outputs))
        end = std::max<std::size_t>(end, slot + 1);
    std::vector<bool> changes;
    Operations operations;
    for (const Instruction& step : program.instructions().first(end)) {
        bool depends = step.op == Op::Input;
        for (const auto operand : kernel::operandsOf(step))
            depends = depends || changes[operand];
        changes.push_back(depends);
        if (depends)
            count(step, operations);
    }
    return operations;
}

}  // namespace

Cost costOf(const activation::Activation& activation)
{
    const kernel::Program& program = activation.training();
    return {operationsFor(program, 1), operationsFor(program, program.outputCount())};
}

}  // namespace actlab::analysis
