#include "core/exporting/safetensors.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>

namespace actlab::exporting {
namespace {

TEST(Safetensors, putsAHeaderInJsonBeforeTheNumbers)
{
    const std::vector<data::NamedTensor> tensors{{"0.weight", {1, 2}, {1, -2}}, {"1.a", {}, {0.5F}}};
    const std::string bytes = safetensors(tensors, "two \"layers\"");
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), sizeof length);
    EXPECT_EQ(length % 8, 0U);
    ASSERT_EQ(bytes.size(), 8 + length + 3 * sizeof(float));
    std::string header = bytes.substr(8, length);
    header.erase(header.find_last_not_of(' ') + 1);
    EXPECT_EQ(header, "{\"__metadata__\":{\"format\":\"pt\",\"title\":\"two \\\"layers\\\"\"},"
                      "\"0.weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
                      "\"1.a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]}}");
    float numbers[3];
    std::memcpy(numbers, bytes.data() + 8 + length, sizeof numbers);
    EXPECT_EQ(numbers[0], 1);
    EXPECT_EQ(numbers[1], -2);
    EXPECT_EQ(numbers[2], 0.5F);
}

TEST(Safetensors, isAFileWithoutTensorsToo)
{
    EXPECT_GT(safetensors({}, "none").size(), 8U);
}

}  // namespace
}  // namespace actlab::exporting
