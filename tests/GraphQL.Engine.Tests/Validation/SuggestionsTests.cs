using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Validation;

namespace Webox.GraphQL.Engine.Tests.Validation;

public class SuggestionsTests
{
    [Theory]
    [InlineData("{ dog { nme } }", "Cannot query field \"nme\" on type \"Dog\". Did you mean \"name\"?")]
    [InlineData("{ pet { nickname } }", "Cannot query field \"nickname\" on type \"Pet\". Did you mean to use an inline fragment on \"Cat\" or \"Dog\"?")]
    [InlineData("{ catOrDog { name } }", "Cannot query field \"name\" on type \"CatOrDog\". Did you mean to use an inline fragment on \"Named\", \"Pet\", \"Cat\", or \"Dog\"?")]
    [InlineData("{ dog(comand: SIT) { name } }", "Unknown argument \"comand\" on field \"Query.dog\". Did you mean \"command\"?")]
    [InlineData("{ dog(command: SITT) { name } }", "Value \"SITT\" does not exist in \"Command\" enum. Did you mean the enum value \"SIT\"?")]
    [InlineData("{ dog @skip(fi: true, if: true) { name } }", "Unknown argument \"fi\" on directive \"@skip\". Did you mean \"if\"?")]
    [InlineData("{ pet { ... on Dgo { __typename } } }", "Unknown type \"Dgo\". Did you mean \"Dog\"?")]
    [InlineData("{ dog { farAway } }", "Cannot query field \"farAway\" on type \"Dog\".")]
    public void What_may_have_been_meant_is_told_in_development(string document, string expected) =>
        Assert.Equal([expected], Messages(document, suggestionsEnabled: true));

    [Theory]
    [InlineData("{ dog { nme } }", "Cannot query field \"nme\" on type \"Dog\".")]
    [InlineData("{ pet { nickname } }", "Cannot query field \"nickname\" on type \"Pet\".")]
    [InlineData("{ dog(command: SITT) { name } }", "Value \"SITT\" does not exist in \"Command\" enum.")]
    public void Strangers_are_not_told_the_schema(string document, string expected) =>
        Assert.Equal([expected], Messages(document, suggestionsEnabled: false));

    [Fact]
    public void At_most_five_names_are_suggested_closest_first() =>
        Assert.Equal(
            " Did you mean \"abcd\", \"abcde\", \"abce\", \"abcf\", or \"abcg\"?",
            Suggestions.DidYouMean(Suggestions.Closest("abcd", ["abch", "abcg", "abcf", "abce", "abcde", "abcd", "zzzz"])));

    private static IEnumerable<string> Messages(string document, bool suggestionsEnabled) => DocumentValidator
        .Validate(TestSchema.Pets, Parser.ParseDocument(document), new ValidationOptions { SuggestionsEnabled = suggestionsEnabled })
        .Select(error => error.Message);
}
