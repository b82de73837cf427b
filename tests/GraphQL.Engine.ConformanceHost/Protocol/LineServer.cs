using System.Text;
using System.Text.Json;

namespace Webox.GraphQL.Engine.ConformanceHost.Protocol;

/// <summary>Answers requests line by line, one after another, until the input ends. Nothing that a request holds ends it sooner.</summary>
internal static class LineServer
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1_000_000 };

    public static async Task RunAsync(Stream input, Stream output)
    {
        await WriteLineAsync(output, Answers.Ready());
        using var lines = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        while (await lines.ReadLineAsync() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await WriteLineAsync(output, await AnswerAsync(line));
            }
        }
    }

    private static async Task<byte[]> AnswerAsync(string line)
    {
        using var request = JsonDocument.Parse(line, Deep);
        var id = request.RootElement.GetProperty("id").GetString()!;
        try
        {
            return await AnswerAsync(id, request.RootElement);
        }
        catch (GraphQLException refusal)
        {
            return Answers.Refused(id, refusal is RefusedException { Stage: var stage } ? stage : "syntax", refusal.Errors);
        }
        catch (Exception exception)
        {
            return Answers.Crash(id, exception);
        }
    }

    private static async ValueTask<byte[]> AnswerAsync(string id, JsonElement request) => request.GetProperty("op").GetString() switch
    {
        "parse" => ParseOperation.Answer(id, request),
        "schema" => SchemaOperation.Answer(id, request),
        "validateSDL" => ValidateSdlOperation.Answer(id, request),
        "validate" => ValidateOperation.Answer(id, request),
        "execute" => await ExecuteOperation.AnswerAsync(id, request),
        var other => Answers.Unsupported(id, $"operation {other}"),
    };

    private static async Task WriteLineAsync(Stream output, byte[] answer)
    {
        await output.WriteAsync(answer);
        await output.WriteAsync("\n"u8.ToArray());
        await output.FlushAsync();
    }
}
