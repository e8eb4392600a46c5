#include "app/models/python_reader.hpp"

#include "app/models/training_thread.hpp"

#include <exception>

namespace actlab::models {

namespace {

/// The thread's edge: nothing is thrown beyond it.
PythonReading readSafely(const QString& text, std::stop_token stop)
{
    try {
        return readPython(text, std::move(stop));
    } catch (const std::exception& error) {
        return {{}, {{.message = PythonReader::tr("the reading broke off: %1").arg(error.what()), .hint = {}}}};
    }
}

}  // namespace

PythonReader::PythonReader(QObject* parent) : QObject(parent) {}

PythonReader::~PythonReader() = default;

void PythonReader::begin(const QString& text)
{
    if (!m_thread)
        m_thread = std::make_unique<TrainingThread>();
    m_isReading = true;
    const auto hear = [this, number = ++m_number, text](const PythonReading& reading) {
        if (number != m_number)
            return;
        m_isReading = false;
        Q_EMIT read(text, reading);
    };
    m_thread->run([this, hear, text](std::stop_token stop) {
        PythonReading reading = readSafely(text, std::move(stop));
        QMetaObject::invokeMethod(
            this, [hear, reading = std::move(reading)] { hear(reading); }, Qt::QueuedConnection);
    });
}

}  // namespace actlab::models
