#include "core/workspace/document_json.hpp"

#include "core/activation/catalogue.hpp"
#include "full_document.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <clocale>

namespace actlab::workspace {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Document reread(const Document& document)
{
    auto back = fromJson(toJson(document));
    EXPECT_TRUE(back) << back.error();
    return back ? *back : Document{};
}

TEST(DocumentJson, readsBackEveryField)
{
    expectSame(reread(fullDocument()), fullDocument());
}

TEST(DocumentJson, readsBackTheInitialAndTheEmptyDocument)
{
    expectSame(reread(initialDocument()), initialDocument());
    expectSame(reread(Document{}), Document{});
}

TEST(DocumentJson, writesTheSameTextAgain)
{
    EXPECT_EQ(toJson(reread(fullDocument())), toJson(fullDocument()));
}

TEST(DocumentJson, readsBackTheWholeCatalogue)
{
    Document document;
    document.custom = activation::catalogue();
    for (const auto& activation : activation::catalogue())
        document.training.hidden.push_back({1, activation});
    document.training.hidden.resize(60);
    expectSame(reread(document), document);
}

TEST(DocumentJson, readsBackACatalogueFunctionWithAnotherRangeOrFlag)
{
    auto definition = activation::findInCatalogue("elu")->definition();
    definition.parameters[0].maximum = 77;
    definition.parameters[0].learnable = true;
    Document document;
    document.plot.shown = {{*activation::makeActivation(definition)}};
    expectSame(reread(document), document);
}

TEST(DocumentJson, namesCatalogueFunctionsInsteadOfCopyingThem)
{
    Document document;
    document.plot.shown = {{activation::findInCatalogue("elu")->withValue("alpha", 0.5)}};
    const std::string text = toJson(document);
    EXPECT_THAT(text, HasSubstr("\"catalogue\": \"ELU\""));
    EXPECT_THAT(text, Not(HasSubstr("expm1")));
}

TEST(DocumentJson, writesNumbersThatAreNotFiniteAsStrings)
{
    const std::string text = toJson(fullDocument());
    for (const char* word : {"\"nan\"", "\"inf\"", "\"-inf\""})
        EXPECT_THAT(text, HasSubstr(word));
    EXPECT_TRUE(nlohmann::json::accept(text));
}

TEST(DocumentJson, hasAVersionAndAChecksum)
{
    const auto file = nlohmann::json::parse(toJson(initialDocument()));
    EXPECT_EQ(file.at("formatVersion"), 1);
    EXPECT_EQ(file.at("checksum").get<std::string>().size(), 16U);
}

TEST(DocumentJson, survivesTextThatIsNotUtf8)
{
    Document document;
    document.draft.definition.formula = "x + \xff\xc3";
    const auto back = fromJson(toJson(document));
    ASSERT_TRUE(back) << back.error();
    EXPECT_THAT(back->draft.definition.formula, HasSubstr("x + "));
}

TEST(DocumentJson, ignoresFieldsItDoesNotKnow)
{
    auto file = nlohmann::json::parse(toJson(fullDocument()));
    file.erase("checksum");
    file["future"] = {1, 2};
    file["document"]["future"] = "…";
    file["document"]["plot"]["future"] = nullptr;
    file["document"]["training"]["data"]["future"] = true;
    file["document"]["runs"][0]["history"][0].push_back(3);
    const auto back = fromJson(file.dump());
    ASSERT_TRUE(back) << back.error();
    expectSame(*back, fullDocument());
}

TEST(DocumentJson, needsNoChecksumAndNoParticularSpacing)
{
    auto file = nlohmann::json::parse(toJson(fullDocument()));
    EXPECT_TRUE(fromJson(file.dump())) << "the checksum is of the content, not of its spelling";
    file.erase("checksum");
    EXPECT_TRUE(fromJson(file.dump(8)));
}

TEST(DocumentJson, readsAndWritesPointsUnderAnyLocale)
{
    const std::string before = toJson(fullDocument());
    if (!std::setlocale(LC_ALL, "de_DE.UTF-8"))
        GTEST_SKIP() << "there is no German locale here";
    const std::string german = toJson(fullDocument());
    expectSame(reread(fullDocument()), fullDocument());
    std::setlocale(LC_ALL, "C");
    EXPECT_EQ(german, before);
}

TEST(DefinitionJson, readsBackEveryField)
{
    const activation::Definition definition{"Mine", "{x > t: x, a*x}", "1", {{"a", 0.5, -2, 2, true}, {"t", -1}}};
    const auto back = definitionFromJson(toJson(definition));
    ASSERT_TRUE(back) << back.error();
    EXPECT_TRUE(*back == definition);
}

TEST(DefinitionJson, mayLeaveOutWhatHasADefault)
{
    const auto back = definitionFromJson(
        R"({"formatVersion": 1, "activation": {"name": "Mine", "formula": "a*x", "parameters": [{"name": "a", "value": 2}]}})");
    ASSERT_TRUE(back) << back.error();
    EXPECT_TRUE(*back == (activation::Definition{"Mine", "a*x", "", {{"a", 2, -5, 5, false}}}));
}

TEST(DefinitionJson, needsNoMoreThanANameAndAFormula)
{
    const auto back = definitionFromJson(R"({"formatVersion":1,"activation":{"name":"A","formula":"x"}})");
    ASSERT_TRUE(back) << back.error();
    EXPECT_TRUE(*back == (activation::Definition{"A", "x", "", {}}));
}

TEST(DefinitionJson, isNoDocumentAndADocumentIsNoDefinition)
{
    EXPECT_EQ(definitionFromJson(toJson(initialDocument())).error(), "activation: is missing");
    EXPECT_EQ(fromJson(toJson(activation::Definition{"Mine", "x", "", {}})).error(), "document: is missing");
}

}  // namespace

}  // namespace actlab::workspace
