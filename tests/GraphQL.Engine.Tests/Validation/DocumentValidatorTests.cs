using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Validation;

namespace Webox.GraphQL.Engine.Tests.Validation;

public class DocumentValidatorTests
{
    [Fact]
    public void A_sound_document_has_no_errors() =>
        Assert.Empty(Validate("query Q($id: ID) { human(id: $id) { name pets { ...F } } } fragment F on Pet { name }"));

    [Fact]
    public void All_rules_see_the_document_in_one_walk() =>
        Assert.Equal(
            [
                "Cannot query field \"unknown\" on type \"Query\". (1:20)",
                "Unknown directive \"@x\". (1:28)",
                "Unknown fragment \"F\". (1:34)",
                "Variable \"$a\" is never used in operation \"Q\". (1:9)",
            ],
            Validate("query Q($a: Int) { unknown @x ...F }").Select(ErrorText.Of));

    [Fact]
    public void Validation_stops_at_the_limit_and_says_so()
    {
        var document = Parser.ParseDocument("{ a b c d }");

        Assert.Equal(
            [
                "Cannot query field \"a\" on type \"Query\". (1:3)",
                "Cannot query field \"b\" on type \"Query\". (1:5)",
                "Too many validation errors, error limit reached. Validation aborted.",
            ],
            DocumentValidator.Validate(TestSchema.Pets, document, errorsMax: 2).Select(ErrorText.Of));
    }

    [Fact]
    public void As_many_errors_as_the_limit_are_not_too_many() =>
        Assert.Equal(4, DocumentValidator.Validate(TestSchema.Pets, Parser.ParseDocument("{ a b c d }"), errorsMax: 4).Count);

    [Fact]
    public void A_rule_that_does_not_exist_cannot_be_asked_for() =>
        Assert.Throws<ArgumentException>(
            () => DocumentValidator.Validate(TestSchema.Pets, Parser.ParseDocument("{ int }"), new ValidationOptions { RuleNames = ["NoSuchRule"] }));

    private static IReadOnlyList<IError> Validate(string document) =>
        DocumentValidator.Validate(TestSchema.Pets, Parser.ParseDocument(document));
}
