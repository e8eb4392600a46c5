#include "tests/core/kernel/values.hpp"

#include "core/kernel/jit/code_memory.hpp"
#include "core/kernel/jit/kernel.hpp"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace actlab::kernel {
namespace {

enum Answer : int { kRight = 0, kWrong = 1, kNotForbidden = 2 };

/// For the rest of this process's life, as a hardened system does. False where the system has no such filters.
bool forbidExecutableMemory()
{
    std::array filter{
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mprotect, 0, 3),
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[2])),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

Answer answerWithoutExecutableMemory()
{
    constexpr std::size_t kMany = 5'000;
    const Program program = testing::programOf(std::vector<std::string_view>{"x*sigmoid(x)"});
    const std::vector<float> x = testing::points<float>(kMany);
    std::vector<float> ours(kMany), reference(kMany);
    float* const place = reference.data();
    program.onTape().evaluate<float>(x, {}, std::span(&place, 1));
    if (!forbidExecutableMemory())
        return kNotForbidden;
    if (jit::CodeMemory::holding(std::array<std::uint8_t, 1>{0xC3}))
        return kWrong;
    for (int turn = 0; turn < 3; ++turn) {
        float* const own = ours.data();
        program.evaluate<float>(x, {}, std::span(&own, 1));
        if (std::memcmp(ours.data(), reference.data(), kMany * sizeof(float)) != 0)
            return kWrong;
    }
    return kRight;
}

TEST(RefusedMemory, leavesEverythingToTheTape)
{
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0)
        _exit(answerWithoutExecutableMemory());
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    if (WEXITSTATUS(status) == kNotForbidden)
        GTEST_SKIP() << "this system lets no process forbid itself executable memory";
    EXPECT_EQ(WEXITSTATUS(status), kRight);
}

}  // namespace
}  // namespace actlab::kernel
