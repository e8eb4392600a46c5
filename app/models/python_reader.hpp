#pragma once

#include <QObject>
#include <memory>

#include "app/models/python_reading.hpp"

namespace actlab::models {

class TrainingThread;

/// Reads Python in a thread of its own, so that a long text does not hold up the window. A new text ends the reading
/// of the one before it; only the newest is told.
class PythonReader : public QObject {
    Q_OBJECT

public:
    explicit PythonReader(QObject* parent = nullptr);
    ~PythonReader() override;

    void begin(const QString& text);  ///< of withPlainLines()
    bool isReading() const { return m_isReading; }

Q_SIGNALS:
    void read(const QString& text, const actlab::models::PythonReading& reading);

private:
    bool m_isReading = false;
    int m_number = 0;  ///< of the newest text
    std::unique_ptr<TrainingThread> m_thread;
};

}  // namespace actlab::models
