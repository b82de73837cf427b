using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation;
using Webox.GraphQL.Engine.Validation.Rules;
using Webox.GraphQL.Engine.Validation.Rules.OverlappingFields;

namespace Webox.GraphQL.Engine.Tests.Validation;

/// <summary>Documents made to be expensive, read without the limits of the parser, which would refuse most of them before.</summary>
public class HostileDocumentTests
{
    private static readonly Schema Node = SdlSchemaBuilder.Build(Parser.ParseDocument("""
        type Query { node: Node }
        type Node { node: Node other: Node id: ID }
        """));

    [Fact]
    public void Ten_thousand_fields_with_one_response_key_are_compared_in_linear_time()
    {
        var (errors, steps) = Merge($"{{ node {{ {Repeat(10_000, _ => "x: id ")} }} }}");

        Assert.Empty(errors);
        Assert.Equal(40_003, steps);
    }

    [Fact]
    public void Ten_thousand_different_aliases_are_compared_in_linear_time()
    {
        var (errors, steps) = Merge($"{{ node {{ {Repeat(10_000, i => $"a{i}: id ")} }} }}");

        Assert.Empty(errors);
        Assert.Equal(40_003, steps);
    }

    [Fact]
    public void Ten_thousand_fields_that_conflict_with_each_other_are_cut_at_twenty_errors()
    {
        var document = Parser.ParseDocument(
            $"{{ node {{ {Repeat(5_000, _ => "x: id ")} {Repeat(5_000, _ => "x: node { id } ")} }} }}", ParserOptions.Unlimited);

        var errors = DocumentValidator.Validate(Node, document);

        Assert.Equal(21, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[20].Message);
    }

    [Fact]
    public void A_web_of_fragments_on_one_level_is_walked_once()
    {
        var (errors, steps) = Merge("{ node { ...F0 } }" + Repeat(
            150, i => $"fragment F{i} on Node {{ id {Repeat(150, j => j == i ? "" : $"...F{j} ")} }}\n"));

        Assert.Empty(errors);
        Assert.Equal(45_305, steps);
    }

    [Fact]
    public void A_web_of_fragments_below_each_other_runs_out_of_budget()
    {
        var (errors, _) = Merge("{ node { ...F0 } }" + Repeat(
            150, i => $"fragment F{i} on Node {{ id node {{ {Repeat(149 - i, j => $"...F{i + j + 1} ")} id }} }}\n"));

        var error = Assert.Single(errors);
        Assert.Equal(ErrorCodes.QueryTooComplex, error.Code);
    }

    [Fact]
    public void Pairs_of_fields_that_double_at_each_level_are_not_walked_pair_by_pair()
    {
        var (errors, steps) = Merge("{ node { ...F0 } }"
            + Repeat(100, i => $"fragment F{i} on Node {{ node {{ ...F{i + 1} }} node {{ ...F{i + 1} }} }}\n")
            + "fragment F100 on Node { id }");

        Assert.Empty(errors);
        Assert.InRange(steps, 100, 2_000);
    }

    [Fact]
    public void Circles_of_fragments_through_fields_end()
    {
        // The response keys of the three circles repeat only after 2 * 3 * 5 levels.
        var (errors, steps) = Merge($"{{ node {{ ...A0 ...B0 ...C0 }} }} {Circle("A", 2)} {Circle("B", 3)} {Circle("C", 5)}");

        Assert.Empty(errors);
        Assert.InRange(steps, 30, 1_000);
    }

    [Fact]
    public void Circles_of_fragments_are_one_error_for_all_rules_together()
    {
        var document = Parser.ParseDocument($"{{ node {{ ...A0 }} }} {Circle("A", 500)}", ParserOptions.Unlimited);

        var error = Assert.Single(DocumentValidator.Validate(Node, document));

        Assert.StartsWith("Cannot spread fragment \"A0\" within itself via \"A1\", \"A2\"", error.Message, StringComparison.Ordinal);
        Assert.Equal(500, error.Locations!.Count);
    }

    [Fact]
    public void A_chain_of_ten_thousand_fragments_does_not_overflow_the_stack()
    {
        var document = Parser.ParseDocument(
            "{ node { ...F0 } }" + Repeat(10_000, i => $"fragment F{i} on Node {{ node {{ ...F{i + 1} }} }}\n") + "fragment F10000 on Node { id }",
            ParserOptions.Unlimited);

        Assert.Empty(DocumentValidator.Validate(Node, document));
    }

    [Fact]
    public void A_conflict_at_the_end_of_a_long_chain_has_a_short_message()
    {
        string Chain(string name, string end) =>
            Repeat(1_000, i => $"fragment {name}{i} on Node {{ node {{ ...{name}{i + 1} }} }}\n") + $"fragment {name}1000 on Node {{ {end} }}\n";

        var (errors, _) = Merge("{ node { ...A0 } node { ...B0 } }" + Chain("A", "x: id") + Chain("B", "x: node { id }"));

        var error = Assert.Single(errors);
        Assert.InRange(error.Message.Length, 100, 2_000);
        Assert.EndsWith(
            "subfields \"x\" conflict because \"id\" and \"node\" are different fields. Use different aliases on the fields to fetch both if this was intentional.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Selections_as_deep_as_the_parser_lets_through_are_walked()
    {
        var document = Parser.ParseDocument($"{Repeat(500, _ => "{ node ")} {{ id }} {Repeat(500, _ => "}")}", ParserOptions.Unlimited);

        Assert.Empty(DocumentValidator.Validate(Node, document));
    }

    private static (IReadOnlyList<IError> Errors, int Steps) Merge(string document)
    {
        var context = new ValidationContext(Node, Parser.ParseDocument(document, ParserOptions.Unlimited), ValidationOptions.Default);
        var rule = new OverlappingFieldsCanBeMergedRule(context);
        new DocumentWalker(context, [rule]).Walk();
        Assert.InRange(rule.Budget.StepsSpent, 0, ComparisonBudget.StepsMax + 1);
        return (context.Errors, rule.Budget.StepsSpent);
    }

    private static string Circle(string name, int length) =>
        Repeat(length, i => $"fragment {name}{i} on Node {{ node {{ ...{name}{(i + 1) % length} }} }}\n");

    private static string Repeat(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));
}
