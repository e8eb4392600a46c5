#include "app/widgets/sentence.hpp"

namespace actlab::widgets {

QString asSentence(const std::string& words)
{
    QString sentence = QString::fromStdString(words);
    if (sentence.isEmpty())
        return sentence;
    sentence[0] = sentence[0].toUpper();
    return sentence.endsWith('.') ? sentence : sentence + '.';
}

}  // namespace actlab::widgets
