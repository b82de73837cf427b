using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Tests.Conformance;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation.Limits;

namespace Webox.GraphQL.Engine.Tests.Execution;

/// <summary>The same data in the same order, errors at the same places, and the same calls with the same arguments as the corpus says.</summary>
public class ExecutionConformanceTests
{
    [ConformanceFact]
    public Task Every_request_of_the_corpus_is_executed_as_it_should_be() => AssertAllAsync("execute", 373);

    [ConformanceFact]
    public Task Every_input_of_the_corpus_is_coerced_as_it_should_be() => AssertAllAsync("coercion", 340);

    private static async Task AssertAllAsync(string file, int count)
    {
        var cases = ConformanceCases.Read(file);
        var failures = new List<string>();
        foreach (var @case in cases)
        {
            if (await JudgeAsync(@case) is { } failure)
            {
                failures.Add(failure);
            }
        }

        Assert.Empty(failures);
        Assert.Equal(count, cases.Count);
    }

    private static async Task<string?> JudgeAsync(ConformanceCase @case)
    {
        try
        {
            var schema = SdlSchemaBuilder.Build([.. @case.Schema.Select(sdl => Parser.ParseDocument(sdl, ParserOptions.Unlimited))]);
            var data = new ConformanceData(@case.Json.GetProperty("data").GetProperty("values"));
            data.Bind(schema);
            await using var result = await ExecuteAsync(schema, @case);
            var differences = @case.Expectations.Select(expected => Difference(@case, expected, result, data)).ToList();
            return differences.Contains(null) ? null : $"{@case}: {differences[0]}";
        }
        catch (GraphQLException refused)
        {
            return @case.IsAccepted ? $"{@case}: {refused.Message}" : null;
        }
    }

    private static async Task<IOperationResult> ExecuteAsync(Schema schema, ConformanceCase @case)
    {
        var options = new RequestExecutorOptions
        {
            Parser = ParserOptions.Unlimited,
            Limits = new ExecutionLimits
            {
                IntrospectionEnabled = true, IntrospectionListsMax = 100, IntrospectionDepthMax = 100, MutationRootFieldsMax = 100,
            },
            SkipsValidation = !@case.Json.GetProperty("validate").GetBoolean(),
        };
        await using var services = new ServiceCollection().BuildServiceProvider();
        var request = OperationRequestBuilder.New().SetDocument(@case.Text("document")!).SetOperationName(@case.Text("operationName"));
        if (@case.Json.TryGetProperty("variables", out var variables))
        {
            request.SetVariables(variables);
        }

        var result = await new RequestExecutor(schema, options, services, []).ExecuteAsync(request.Build());
        if (result is not IResponseStream stream)
        {
            return (IOperationResult)result;
        }

        await using (stream)
        {
            await foreach (var answer in stream.ReadResultsAsync())
            {
                return answer;
            }
        }

        throw new InvalidOperationException("The subscription gave no answer.");
    }

    private static string? Difference(ConformanceCase @case, JsonElement expected, IOperationResult result, ConformanceData data)
    {
        using var document = JsonDocument.Parse(result.Json);
        var actual = document.RootElement;
        if (!expected.GetProperty("ok").GetBoolean())
        {
            return result.HasData ? $"executed: {actual}" : null;
        }

        var wanted = expected.GetProperty("result");
        if (!Member(wanted, "data", @case).Equals(Member(actual, "data", @case), StringComparison.Ordinal))
        {
            return $"expected {wanted} but got {actual}";
        }

        if (Places(wanted) != Places(actual))
        {
            return $"errors expected at {Places(wanted)} of {wanted} but got {actual}";
        }

        var calls = expected.GetProperty("calls").EnumerateArray().ToDictionary(call => call.GetProperty("path").GetString()!);
        return calls.Keys.Order().SequenceEqual(data.ArgumentsByPath.Keys.Order())
            ? calls.Values.Select(call => Difference(call, data)).FirstOrDefault(why => why is not null)
            : $"calls expected at {string.Join(' ', calls.Keys)} but were at {string.Join(' ', data.ArgumentsByPath.Keys)}";
    }

    private static string? Difference(JsonElement call, ConformanceData data)
    {
        var path = call.GetProperty("path").GetString()!;
        var actual = data.ArgumentsByPath[path];
        using var arguments = JsonDocument.Parse(actual);
        return JsonElement.DeepEquals(arguments.RootElement, call.GetProperty("args"))
            ? null
            : $"arguments at {path} expected {call.GetProperty("args")} but got {actual}";
    }

    /// <summary>As text, where the order of keys counts.</summary>
    private static string Member(JsonElement response, string name, ConformanceCase @case) => response.TryGetProperty(name, out var member)
        ? CanonicalJson.Print(member, @case.Text("document")!.Contains("__", StringComparison.Ordinal))
        : "absent";

    private static string Places(JsonElement response) => response.TryGetProperty("errors", out var errors)
        ? string.Join("; ", errors.EnumerateArray().Select(Place).Order(StringComparer.Ordinal))
        : "none";

    private static string Place(JsonElement error) =>
        $"{(error.TryGetProperty("path", out var path) ? path : default)} {(error.TryGetProperty("locations", out var locations) ? CanonicalJson.Print(locations) : "")}";
}
