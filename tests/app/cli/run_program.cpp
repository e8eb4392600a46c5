#include "tests/app/cli/run_program.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace actlab::cli {

namespace {

/// A file that takes up one stream of the program.
class Capture {
public:
    Capture() : m_path(testing::TempDir() + "actlab-XXXXXX"), m_file(mkstemp(m_path.data())) {}
    ~Capture()
    {
        close(m_file);
        std::remove(m_path.c_str());
    }
    int file() const { return m_file; }
    std::string text() const
    {
        std::ifstream file(m_path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    std::string m_path;
    int m_file;
};

[[noreturn]] void become(const std::vector<std::string>& arguments, int output, int error)
{
    std::vector<char*> argv{const_cast<char*>(ACTLAB_PROGRAM)};
    for (const auto& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(error, STDERR_FILENO);
    execv(ACTLAB_PROGRAM, argv.data());
    _exit(127);
}

}  // namespace

Answer actlab(const std::vector<std::string>& arguments, double interruptAfter)
{
    const Capture output, error;
    const pid_t child = fork();
    if (child == 0)
        become(arguments, output.file(), error.file());
    if (interruptAfter > 0) {
        std::this_thread::sleep_for(std::chrono::duration<double>(interruptAfter));
        kill(child, SIGINT);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), output.text(), error.text()};
}

void expectBadInput(const std::vector<std::string>& arguments, const std::string& beginning)
{
    const Answer answer = actlab(arguments);
    const std::string command = testing::PrintToString(arguments);
    EXPECT_EQ(answer.exitCode, 2) << command;
    EXPECT_EQ(answer.output, "") << command;
    EXPECT_THAT(answer.error, testing::StartsWith(beginning)) << command;
    EXPECT_EQ(std::count(answer.error.begin(), answer.error.end(), '\n'), 1) << command << answer.error;
}

}  // namespace actlab::cli
