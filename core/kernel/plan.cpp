#include "core/kernel/plan.hpp"

#include "core/kernel/codes.hpp"
#include "core/kernel/plan_writer.hpp"

#include <algorithm>

namespace actlab::kernel {

namespace {

using Number = std::uint32_t;
using Kind = Plan::Value::Kind;

/// Marks the steps that an output needs, from the back, so that a step is reached after all that read it.
class Demand {
public:
    explicit Demand(Plan& plan) : m_plan(plan), m_producer(plan.values.size(), Plan::kNothing)
    {
        for (std::size_t i = 0; i < plan.work.size(); ++i)
            for (const Number result : {plan.work[i].out, plan.work[i].out2})
                if (result != Plan::kNothing)
                    m_producer[result] = static_cast<Number>(i);
    }

    void mark()
    {
        for (std::size_t k = 0; k < m_plan.outputs.size(); ++k)
            need(m_plan.outputs[k], static_cast<Number>(k), k > 0);
        for (std::size_t i = m_plan.work.size(); i-- > 0;)
            if (const Plan::Work work = m_plan.work[i]; work.firstOutput != Plan::kNothing)
                for (const Number value : std::span(work.in).first(work.operands))
                    need(value, work.firstOutput, work.isForLater);
    }

private:
    void need(Number value, Number output, bool isForLater)
    {
        if (m_producer[value] == Plan::kNothing)
            return;
        Plan::Work& work = m_plan.work[m_producer[value]];
        work.firstOutput = std::min(work.firstOutput, output);
        work.isForLater = work.isForLater || isForLater;
    }

    Plan& m_plan;
    std::vector<Number> m_producer;
};

/// Leaves out what nobody needs, and sets apart what is the same for all x.
void divide(Plan& plan)
{
    std::vector<Plan::Work> all;
    std::swap(all, plan.work);
    for (const Plan::Work& work : all)
        if (work.firstOutput != Plan::kNothing)
            (plan.values[work.out].isUniform ? plan.uniformWork : plan.work).push_back(work);
}

}  // namespace

Plan plan(std::span<const Instruction> tape, std::span<const double> constants, std::span<const Number> outputs)
{
    Plan plan;
    PlanWriter writer(tape, constants, outputs, plan);
    writer.write();
    Demand(plan).mark();
    divide(plan);
    placeInRegisters(plan);
    return plan;
}

}  // namespace actlab::kernel
