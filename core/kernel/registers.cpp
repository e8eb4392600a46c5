#include "core/kernel/plan.hpp"

#include <algorithm>

namespace actlab::kernel {

namespace {

using Number = std::uint32_t;

/// For each value the last step that reads it; outputs are read at the very end.
std::vector<std::size_t> lastReads(const Plan& plan)
{
    std::vector<std::size_t> last(plan.values.size(), 0);
    for (std::size_t i = 0; i < plan.work.size(); ++i)
        for (const Number value : std::span(plan.work[i].in).first(plan.work[i].operands))
            last[value] = i;
    for (const Number output : plan.outputs)
        last[output] = plan.work.size();
    return last;
}

/// Hands out registers and takes them back.
class Registers {
public:
    explicit Registers(Plan& plan) : m_plan(plan), m_last(lastReads(plan)) {}

    void place(std::size_t step)
    {
        const Plan::Work& work = m_plan.work[step];
        take(work.out);
        if (work.out2 != Plan::kNothing)
            take(work.out2);
        // only now, so that no step writes what it reads
        for (std::size_t i = 0; i < work.operands; ++i)
            if (m_last[work.in[i]] == step && isFirst(work, i))
                give(work.in[i]);
        // nobody reads the half of a pair that only other outputs need
        for (const Number result : {work.out, work.out2})
            if (result != Plan::kNothing && m_last[result] <= step)
                give(result);
    }

private:
    static bool isFirst(const Plan::Work& work, std::size_t i)
    {
        const auto begin = work.in.begin();
        return std::find(begin, begin + static_cast<std::ptrdiff_t>(i), work.in[i]) ==
               begin + static_cast<std::ptrdiff_t>(i);
    }
    void take(Number value)
    {
        if (m_free.empty())
            m_free.push_back(m_plan.registerCount++);
        m_plan.values[value].place = m_free.back();
        m_free.pop_back();
    }
    void give(Number value)
    {
        if (m_plan.values[value].kind == Plan::Value::Kind::Result && !m_plan.values[value].isUniform)
            m_free.push_back(m_plan.values[value].place);
    }

    Plan& m_plan;
    std::vector<std::size_t> m_last;
    std::vector<Number> m_free;
};

}  // namespace

void placeInRegisters(Plan& plan)
{
    for (Plan::Value& value : plan.values)
        if (value.isUniform)
            value.place = plan.uniformCount++;
    Registers registers(plan);
    for (std::size_t step = 0; step < plan.work.size(); ++step)
        registers.place(step);
}

}  // namespace actlab::kernel
