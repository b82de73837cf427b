using System.Text.Json;
using Webox.GraphQL.Engine.ConformanceHost.Data;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Validation;

namespace Webox.GraphQL.Engine.ConformanceHost.Protocol;

/// <summary>Executes a document whose resolvers answer with the data of the request. A subscription gives the answer to one event.</summary>
internal static class ExecuteOperation
{
    private static readonly ValidationOptions AllErrors = new() { ErrorsMax = int.MaxValue, SuggestionsEnabled = true };

    public static async Task<byte[]> AnswerAsync(string id, JsonElement request)
    {
        var validates = !request.TryGetProperty("validate", out var validate) || validate.GetBoolean();
        var executor = ExecutorCache.Get(request.Texts("schema")!);
        var text = request.Text("document")!;
        var document = SdlSchemas.Parse(text);
        if (validates)
        {
            RefusedException.ThrowIfAny("validation", DocumentValidator.Validate(executor.Schema, document, AllErrors));
        }

        var data = new RequestData(request.TryGetProperty("data", out var source) ? DataSource.Of(source) : DataSource.Empty);
        await using var result = await ExecuteAsync(executor, request, text, data);
        return Answers.Ok(id, json =>
        {
            json.WritePropertyName("result");
            json.WriteRawValue(result.Json.Span, skipInputValidation: true);
            if (!request.TryGetProperty("calls", out var wanted) || wanted.GetBoolean())
            {
                json.WritePropertyName("calls");
                json.WriteRawValue($"[{string.Join(',', data.Calls)}]", skipInputValidation: true);
            }
        });
    }

    private static async Task<IOperationResult> ExecuteAsync(IRequestExecutor executor, JsonElement request, string text, RequestData data)
    {
        var builder = OperationRequestBuilder.New()
            .SetDocument(text)
            .SetOperationName(request.Text("operationName"))
            .SetGlobalState(RequestData.Key, data);
        if (request.TryGetProperty("variables", out var variables))
        {
            builder.SetVariables(variables);
        }

        var result = await executor.ExecuteAsync(builder.Build());
        return result is IResponseStream stream ? await ReadFirstAsync(stream) : (IOperationResult)result;
    }

    private static async Task<IOperationResult> ReadFirstAsync(IResponseStream stream)
    {
        await using (stream)
        {
            await foreach (var result in stream.ReadResultsAsync())
            {
                return result;
            }
        }

        throw new InvalidOperationException("The subscription gave no answer.");
    }
}
