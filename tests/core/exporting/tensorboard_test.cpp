#include "core/exporting/tensorboard.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

namespace actlab::exporting {
namespace {

TEST(Tensorboard, beginsAFileAsTensorFlowDoes)
{
    // Length 24 and its checksum, which every event file on earth begins with, and then the time's field.
    EXPECT_EQ(firstEventRecord(0).substr(0, 13), std::string("\x18\0\0\0\0\0\0\0\xA3\x7F\x4B\x22\x09", 13));
    EXPECT_NE(firstEventRecord(0).find("brain.Event:2"), std::string::npos);
}

TEST(Tensorboard, writesTimeStepTagAndValue)
{
    const std::vector<Scalar> scalars{{"loss/train", 0.5}};
    const std::string record = eventRecord(1.0, 300, scalars);
    const std::string message = record.substr(12, record.size() - 16);
    std::uint64_t length = 0;
    std::memcpy(&length, record.data(), sizeof length);
    EXPECT_EQ(length, message.size());
    const std::string expected("\x09\0\0\0\0\0\0\xF0\x3F"  // 1: wall time 1.0
                               "\x10\xAC\x02"              // 2: step 300
                               "\x2A\x13\x0A\x11"          // 5: summary, 1: value
                               "\x0A\x0Aloss/train\x15\0\0\0\x3F",
                               33);  // 1: tag, 2: 0.5
    EXPECT_EQ(message, expected);
}

TEST(Tensorboard, writesWordsForTheDashboardOfTexts)
{
    const std::string record = textRecord(1.0, 300, "edits", "hi");
    const std::string expected("\x09\0\0\0\0\0\0\xF0\x3F"  // 1: wall time 1.0
                               "\x10\xAC\x02"              // 2: step 300
                               "\x2A\x23\x0A\x21"          // 5: summary, 1: value
                               "\x0A\x05"
                               "edits"                                               // 1: tag
                               "\x42\x0C\x08\x07\x12\x04\x12\x02\x08\x01\x42\x02hi"  // 8: texts, a list of one
                               "\x4A\x0A\x0A\x06\x0A\x04text\x20\x02",               // 9: the plugin, tensors
                               49);
    EXPECT_EQ(record.substr(12, record.size() - 16), expected);
}

TEST(Tensorboard, holdsAsManyNumbersAsAreGiven)
{
    const std::vector<Scalar> two{{"a", 1}, {"b", 2}};
    EXPECT_EQ(eventRecord(0, 0, two).size(), eventRecord(0, 0, std::span(two).first(1)).size() + 10);
}

}  // namespace
}  // namespace actlab::exporting
