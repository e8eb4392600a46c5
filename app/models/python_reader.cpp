#include "app/models/python_reader.hpp"

namespace actlab::models {

PythonReader::PythonReader(QObject* parent)
    : QObject(parent), m_answer(*this, [](const QString& why) {
          return PythonReading{{}, {{.message = tr("the reading broke off: %1").arg(why), .hint = {}}}};
      })
{
}

void PythonReader::begin(const QString& text)
{
    m_answer.ask([text](std::stop_token stop) { return readPython(text, std::move(stop)); },
                 [this, text](const PythonReading& reading) { Q_EMIT read(text, reading); });
}

}  // namespace actlab::models
