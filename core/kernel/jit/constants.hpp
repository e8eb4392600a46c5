#pragma once

#include <asmjit/x86.h>

#include <cstdint>
#include <span>

#include "core/kernel/jit/table.hpp"

namespace actlab::kernel::jit {

/// What lies behind the code, which reads it by its distance: vectors of one number and tables. Each stands there
/// once.
class Constants {
public:
    Constants(asmjit::x86::Assembler& code, std::span<const Table> tables)
        : m_code(code), m_tables(tables), m_start(code.newLabel())
    {
    }

    asmjit::x86::Mem eightTimes(std::uint32_t bits)
    {
        Table table;
        table.fill(bits);
        return place(table);
    }
    asmjit::x86::Mem table(std::uint32_t number) { return place(m_tables[number]); }
    /// Once, behind the code.
    void layDown() { m_code.embedConstPool(m_start, m_pool); }

private:
    asmjit::x86::Mem place(const Table& table)
    {
        std::size_t offset = 0;
        if (const asmjit::Error error = m_pool.add(table.data(), sizeof table, offset))
            m_code.reportError(error);
        return asmjit::x86::ptr(m_start, static_cast<std::int32_t>(offset));
    }

    asmjit::x86::Assembler& m_code;
    std::span<const Table> m_tables;
    asmjit::Label m_start;
    asmjit::Zone m_zone{4'096};
    asmjit::ConstPool m_pool{&m_zone};
};

}  // namespace actlab::kernel::jit
