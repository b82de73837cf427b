using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation.Limits;

namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>Answers requests from the schema and the data of a file, without limits.</summary>
internal sealed class CaseServer : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly RequestExecutor _executor;

    public CaseServer(CaseFile file)
    {
        var schema = SdlSchemaBuilder.Build(Parser.ParseDocument(file.Schema!, ParserOptions.Unlimited));
        new CaseData(file.Data ?? JsonSerializer.SerializeToElement(new { })).Bind(schema);
        var options = new RequestExecutorOptions
        {
            Parser = ParserOptions.Unlimited, Limits = ExecutionLimits.Unlimited, ValidationErrorsMax = 100,
        };
        _executor = new RequestExecutor(schema, options, _services, []);
    }

    /// <summary>One response, or those of a subscription: <c>{"responses": […]}</c></summary>
    public async Task<JsonNode> AnswerAsync(CaseText @case)
    {
        var request = OperationRequestBuilder.New().SetDocument(@case.Document).SetOperationName(@case.Operation);
        if (@case.Variables is { } variables)
        {
            request.SetVariables(JsonDocument.Parse(variables).RootElement);
        }

        await using var result = await _executor.ExecuteAsync(request.Build());
        if (result is not IResponseStream stream)
        {
            return Answer((IOperationResult)result);
        }

        var responses = new JsonArray();
        await foreach (var response in stream.ReadResultsAsync())
        {
            await using (response)
            {
                responses.Add(Answer(response));
            }
        }

        return new JsonObject { ["responses"] = responses };
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static JsonObject Answer(IOperationResult result) => CaseAnswer.Response(Encoding.UTF8.GetString(result.Json.Span));
}
