#include "core/workspace/document_json.hpp"

#include "full_document.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <functional>

namespace actlab::workspace {

namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// What is said of the full document after `spoil` has had its way with it; the checksum is left out.
std::string errorAfter(const std::function<void(json& document)>& spoil)
{
    json file = json::parse(toJson(fullDocument()));
    file.erase("checksum");
    spoil(file["document"]);
    const auto document = fromJson(file.dump());
    return document ? "no error" : document.error();
}

struct Spoiled {
    const char* pointer;
    json value;
    const char* error;
};

TEST(DocumentJsonErrors, nameThePlace)
{
    const Spoiled rows[] = {
        {"/training/learningRate", "fast", "training.learningRate: a number was expected"},
        {"/training/learningRate", nullptr, "training.learningRate: a number was expected"},
        {"/training/epochs", -3, "training.epochs: a whole number from 0 on was expected"},
        {"/training/epochs", 2.5, "training.epochs: a whole number from 0 on was expected"},
        {"/training/loss", "hinge", "training.loss: there is no choice \"hinge\" here"},
        {"/training/data", 7, "training.data: an object was expected"},
        {"/training/hidden", {{"a", 1}}, "training.hidden: a list was expected"},
        {"/training/hidden/1/width", "wide", "training.hidden[1].width: a whole number from 0 on was expected"},
        {"/training/hidden/0/activation/catalogue", "relux",
         "training.hidden[0].activation.catalogue: the catalogue has no activation \"relux\""},
        {"/training/hidden/0/activation/values/alpha", "inf",
         "training.hidden[0].activation.values.alpha: a finite number was expected"},
        {"/plot/value", 1, "plot.value: true or false was expected"},
        {"/plot/x/0", 9, "plot.x: the first number must be below the second"},
        {"/plot/y", json::array({1}), "plot.y: the list is too short"},
        {"/draft/formula", json::array(), "draft.formula: a text was expected"},
        {"/draft/parameters/0/name", 1, "draft.parameters[0].name: a text was expected"},
        {"/custom", "none", "custom: a list was expected"},
        {"/custom/0", 0, "custom[0]: an object was expected"},
        {"/runs/0/history/1/2", "good", "runs[0].history[1][2]: a number was expected"},
        {"/runs/1/spec/seed", -1, "runs[1].spec.seed: a whole number from 0 on was expected"},
    };
    for (const auto& [pointer, value, error] : rows)
        EXPECT_EQ(errorAfter([&](json& document) { document[json::json_pointer(pointer)] = value; }), error);
}

TEST(DocumentJsonErrors, nameWhatIsMissing)
{
    EXPECT_EQ(errorAfter([](json& document) { document.erase("draft"); }), "draft: is missing");
    EXPECT_EQ(errorAfter([](json& document) { document["training"]["data"].erase("seed"); }),
              "training.data.seed: is missing");
    EXPECT_EQ(errorAfter([](json& document) { document["custom"][0].erase("formula"); }),
              "custom[0].formula: is missing");
}

TEST(DocumentJsonErrors, nameTheContentThatIsNoObject)
{
    for (const char* content : {"7", "null", "[]", "\"relu\""}) {
        const std::string text = content;
        EXPECT_EQ(fromJson(R"({"formatVersion": 1, "document": )" + text + "}").error(),
                  "document: an object was expected");
        EXPECT_EQ(definitionFromJson(R"({"formatVersion": 1, "activation": )" + text + "}").error(),
                  "activation: an object was expected");
    }
}

TEST(DocumentJsonErrors, nameTheColumnOfAFormula)
{
    EXPECT_THAT(errorAfter([](json& document) { document["custom"][1]["formula"] = "1 + tanhh(x)"; }),
                StartsWith("custom[1].formula: column 5: there is no function `tanhh`. Did you mean `tanh`?"));
    EXPECT_THAT(errorAfter([](json& document) { document["custom"][0]["gradient"] = "x + $"; }),
                StartsWith("custom[0].gradient: column 5: "));
    EXPECT_THAT(errorAfter([](json& document) { document["custom"][1]["formula"] = ""; }),
                HasSubstr("the formula is empty"));
    EXPECT_EQ(errorAfter([](json& document) { document["custom"][1]["name"] = "  "; }),
              "custom[1]: an activation needs a name");
    EXPECT_THAT(errorAfter([](json& document) { document["custom"][1]["parameters"][0]["value"] = "nan"; }),
                StartsWith("custom[1]: the parameter `a` must be a finite number"));
}

TEST(DocumentJsonErrors, tellOfTwoActivationsWithOneName)
{
    EXPECT_EQ(errorAfter([](json& document) { document["custom"][0]["name"] = "Plain"; }),
              "custom[1]: there are two activations named \"Plain\"");
}

TEST(DocumentJsonErrors, boundEveryList)
{
    const auto repeated = [](const json& value, int times) { return json(std::vector<json>(times, value)); };
    EXPECT_EQ(errorAfter([&](json& d) { d["custom"] = repeated(0, 1'001); }),
              "custom: the list has more than 1000 entries");
    EXPECT_EQ(errorAfter([&](json& d) { d["runs"] = repeated(0, 201); }), "runs: the list has more than 200 entries");
    EXPECT_EQ(errorAfter([&](json& d) { d["plot"]["shown"] = repeated(0, 101); }),
              "plot.shown: the list has more than 100 entries");
    EXPECT_EQ(errorAfter([&](json& d) { d["training"]["hidden"] = repeated(0, 65); }),
              "training.hidden: the list has more than 64 entries");
    EXPECT_EQ(errorAfter([&](json& d) { d["draft"]["parameters"] = repeated(0, 101); }),
              "draft.parameters: the list has more than 100 entries");
}

}  // namespace

}  // namespace actlab::workspace
