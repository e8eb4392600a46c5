#include "core/workspace/examples.hpp"

#include "core/workspace/document_json.hpp"
#include "full_document.hpp"

#include <gtest/gtest.h>

#include <set>

namespace actlab::workspace {

namespace {

TEST(Examples, leadToEveryPlace)
{
    std::set<Place> places;
    for (const Example& example : examples())
        places.insert(example.place);
    EXPECT_EQ(places.size(), 3U);
}

TEST(Examples, havePicturesAndSayWhatTheyAre)
{
    std::set<std::string_view> titles;
    for (const Example& example : examples()) {
        EXPECT_TRUE(titles.insert(example.title).second) << example.title;
        EXPECT_TRUE(example.about.ends_with('.')) << example.title;
        EXPECT_FALSE(example.pictured.empty()) << example.title;
        for (const activation::ActivationPtr& activation : example.pictured)
            EXPECT_NE(activation, nullptr) << example.title;
    }
}

TEST(Examples, holdDocumentsThatTrainAndOpenAgain)
{
    for (const Example& example : examples()) {
        EXPECT_FALSE(nn::validate(example.document.training)) << example.title;
        const auto back = fromJson(toJson(example.document));
        ASSERT_TRUE(back) << example.title << ": " << back.error();
        expectSame(*back, example.document);
    }
}

TEST(Examples, offerTheirOwnActivationsInTheCatalogueOfTheDocument)
{
    for (const Example& example : examples())
        for (const nn::Layer& layer : example.document.training.hidden)
            EXPECT_NE(layer.activation, nullptr) << example.title;
}

}  // namespace

}  // namespace actlab::workspace
