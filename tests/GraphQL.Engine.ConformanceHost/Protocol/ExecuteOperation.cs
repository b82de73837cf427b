using System.Text;
using System.Text.Json;
using Webox.GraphQL.Engine.ConformanceHost.Data;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;
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
        var payloads = await ReadAsync(result);
        return Answers.Ok(id, json =>
        {
            json.WritePropertyName("result");
            json.WriteRawValue(payloads[0], skipInputValidation: true);
            if (IsIncremental(request))
            {
                json.WritePropertyName("payloads");
                json.WriteRawValue($"[{string.Join(',', payloads)}]", skipInputValidation: true);
            }

            if (!request.TryGetProperty("calls", out var wanted) || wanted.GetBoolean())
            {
                json.WritePropertyName("calls");
                json.WriteRawValue($"[{string.Join(',', data.Calls)}]", skipInputValidation: true);
            }
        });
    }

    /// <summary>With <c>"incremental": true</c> an answer has all payloads of the response, in their order.</summary>
    private static bool IsIncremental(JsonElement request) => request.TryGetProperty("incremental", out var incremental) && incremental.GetBoolean();

    private static async Task<IExecutionResult> ExecuteAsync(IRequestExecutor executor, JsonElement request, string text, RequestData data)
    {
        var builder = OperationRequestBuilder.New()
            .SetDocument(text)
            .SetOperationName(request.Text("operationName"))
            .SetAcceptsIncrementalDelivery(IsIncremental(request))
            .SetGlobalState(RequestData.Key, data);
        if (request.TryGetProperty("variables", out var variables))
        {
            builder.SetVariables(variables);
        }

        return await executor.ExecuteAsync(builder.Build());
    }

    /// <returns>Of a subscription only the first.</returns>
    private static async Task<IReadOnlyList<string>> ReadAsync(IExecutionResult result)
    {
        if (result is IOperationResult single)
        {
            return [Encoding.UTF8.GetString(single.Json.Span)];
        }

        var payloads = new List<string>();
        await foreach (var payload in ((IResponseStream)result).ReadResultsAsync())
        {
            await using (payload)
            {
                payloads.Add(Encoding.UTF8.GetString(payload.Json.Span));
            }

            if (result.Operation is OperationType.Subscription)
            {
                break;
            }
        }

        return payloads.Count > 0 ? payloads : throw new InvalidOperationException("The subscription gave no answer.");
    }
}
