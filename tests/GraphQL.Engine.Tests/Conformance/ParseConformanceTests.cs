using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Tests.Conformance;

public class ParseConformanceTests
{
    [ConformanceFact]
    public void Every_document_of_the_corpus_is_accepted_or_refused_as_it_should_be() => AssertAll("parse", 2_038);

    [ConformanceFact]
    public void Every_example_of_the_specification_is_accepted_or_refused_as_it_should_be() => AssertAll("spec", 201);

    [ConformanceFact]
    public void Every_accepted_document_is_printed_as_the_corpus_prints_it() => ConformanceAssert.All(
        [.. ConformanceCases.Read("parse", "parse").Where(@case => @case.IsAccepted && @case.Text("kind") == "document")],
        @case =>
        {
            var printed = Normal(Printer.Print(Parser.ParseDocument(@case.Text("source")!, ParserOptions.Unlimited)));
            var again = Normal(Printer.Print(Parser.ParseDocument(printed, ParserOptions.Unlimited)));
            return again == printed && @case.Expectations.Any(expected => printed == Normal(expected.GetProperty("printed").GetString()!))
                ? null
                : $"{@case}:\n{printed}";
        });

    private static void AssertAll(string file, int count)
    {
        var cases = ConformanceCases.Read(file, "parse");

        Assert.Equal(count, cases.Count);
        ConformanceAssert.All(cases, Judge);
    }

    // The wording of the errors is judged too: what is not that of the corpus is an unintended difference.
    private static string? Judge(ConformanceCase @case)
    {
        try
        {
            Parse(@case);
            return @case.IsAccepted ? null : $"{@case}: accepted";
        }
        catch (GraphQLException refusal)
        {
            var error = Assert.Single(refusal.Errors);
            return @case.IsAccepted || !@case.Expectations.Any(expected => IsSame(expected, error))
                ? $"{@case}: {error.Message} at {error.Locations![0]}"
                : null;
        }
    }

    private static void Parse(ConformanceCase @case)
    {
        var source = @case.Text("source")!;
        switch (@case.Text("kind"))
        {
            case "document":
                Parser.ParseDocument(source, OptionsOf(@case));
                break;
            case "type":
                Parser.ParseType(source);
                break;
            case var kind:
                Parser.ParseValue(source, isConst: kind == "constValue");
                break;
        }
    }

    // The corpus indents empty lines and puts blanks into empty objects.
    private static string Normal(string printed) =>
        string.Join('\n', printed.Replace("{  }", "{}", StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd()));

    private static ParserOptions OptionsOf(ConformanceCase @case) =>
        @case.Json.TryGetProperty("options", out var options) && options.TryGetProperty("maxTokens", out var max)
            ? ParserOptions.Unlimited with { TokensMax = max.GetInt32() }
            : ParserOptions.Unlimited;

    private static bool IsSame(JsonElement expected, IError actual)
    {
        var error = expected.GetProperty("errors")[0];
        var location = error.GetProperty("locations")[0];
        return error.GetProperty("message").GetString() == actual.Message
            && location.GetProperty("line").GetInt32() == actual.Locations![0].Line
            && location.GetProperty("column").GetInt32() == actual.Locations[0].Column;
    }
}
