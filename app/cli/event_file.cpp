#include "app/cli/event_file.hpp"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <unistd.h>

namespace actlab::cli {

namespace {

/// TensorBoard wants "tfevents" in the name; time and process keep two runs in one folder apart.
std::string fileName(double now)
{
    return "events.out.tfevents." + std::to_string(static_cast<long long>(now)) + "." + std::to_string(::getpid()) +
           ".actlab";
}

}  // namespace

EventFile::EventFile(std::string path, std::ofstream file, workspace::RunEvents events)
    : m_path(std::move(path)), m_file(std::move(file)), m_events(std::move(events))
{
    m_file << m_events.first() << std::flush;
}

Result<EventFile> EventFile::openIn(const std::string& folder, const nn::TrainingSpec& spec)
{
    using namespace std::chrono;
    const double now = duration<double>(system_clock::now().time_since_epoch()).count();
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const std::string path = (std::filesystem::path(folder) / fileName(now)).string();
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (error || !file)
        return badInput("--tensorboard",
                        "cannot write into \"" + folder + "\": " + (error ? error.message() : std::strerror(errno)));
    return EventFile(path, std::move(file), workspace::RunEvents(spec, now));
}

void EventFile::write(const nn::EpochMetrics& metrics)
{
    m_file << m_events.of(metrics) << std::flush;
}

Result<void> EventFile::close()
{
    m_file.close();
    if (!m_file)
        return tl::unexpected(Failure{"--tensorboard: cannot write \"" + m_path + "\" to its end", kWorkFailed});
    return {};
}

}  // namespace actlab::cli
