#pragma once

#include <QObject>

#include "app/models/latest_answer.hpp"
#include "app/models/python_reading.hpp"

namespace actlab::models {

/// Reads Python in a thread of its own, so that a long text does not hold up the window. A new text ends the reading
/// of the one before it; only the newest is told.
class PythonReader : public QObject {
    Q_OBJECT

public:
    explicit PythonReader(QObject* parent = nullptr);

    void begin(const QString& text);  ///< of withPlainLines()
    bool isReading() const { return m_answer.isBusy(); }

Q_SIGNALS:
    void read(const QString& text, const actlab::models::PythonReading& reading);

private:
    LatestAnswer<PythonReading> m_answer;
};

}  // namespace actlab::models
