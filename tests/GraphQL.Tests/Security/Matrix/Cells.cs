using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Tests.Security.Matrix;

/// <summary>What becomes of a field for one who asks: <c>ok</c>, <c>-</c> when its object is not there for them, or the code of the refusal.</summary>
internal sealed class Cells(Estate estate, SampleArguments arguments)
{
    /// <summary>Every answer that anybody got, by who got it.</summary>
    public List<(Column Column, string Field, string Answer)> Answers { get; } = [];

    /// <summary>All fields of one object at once; one at a time where one of them is refused, since it may take the others with it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfObjectAsync(ObjectType type, ObjectPath path, Column column)
    {
        var whole = await AskAsync(path.With(string.Join(' ', type.Fields.Values.Select(Selection))), type.Name, column);
        Dictionary<string, string> cells = [];
        foreach (var field in type.Fields.Values)
        {
            var answer = whole.TryGetProperty("errors", out _) ? await AskAsync(path.With(Selection(field)), $"{type.Name}.{field.Name}", column) : whole;
            cells[field.Name] = Outcome(answer, path);
        }

        return cells;
    }

    public async Task<string> OfRootAsync(string operation, Field field, Column column)
    {
        var document = $"{operation} {{ {field.Name}{arguments.Of(field.Name, field)}{Below(field)} }}";
        var answer = operation == "subscription" ? await FirstEventAsync(document, field.Name, column) : await AskAsync(document, field.Name, column);
        if (CodeOf(answer) is { } code)
        {
            return code;
        }

        var value = answer.GetProperty("data").GetProperty(field.Name);
        if (value.ValueKind is JsonValueKind.Object && value.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Array)
        {
            return errors[0].GetProperty("__typename").GetString()!;
        }

        return value.ValueKind is JsonValueKind.Null ? "-" : "ok";
    }

    private string Selection(Field field) => field.Name + arguments.Of(field.Name, field) + Below(field);

    private static string Below(Field field) => field.Type.Named switch
    {
        ObjectType { Fields: var fields } when fields.ContainsKey("errors") => " { __typename errors { __typename } }",
        CompositeType => " { __typename }",
        _ => "",
    };

    private static string Outcome(JsonElement answer, ObjectPath path) =>
        answer.TryGetProperty("data", out var data) && path.FindIn(data) is not null && !answer.TryGetProperty("errors", out _) ? "ok" : CodeOf(answer) ?? "-";

    private static string? CodeOf(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;

    private async Task<JsonElement> AskAsync(string document, string field, Column column)
    {
        var answer = await estate.App.SendAsync(document, accessToken: column.Token);
        Answers.Add((column, field, answer.GetRawText()));
        return answer;
    }

    /// <summary>The first event of a stream, or the only one of a refusal.</summary>
    private async Task<JsonElement> FirstEventAsync(string document, string field, Column column)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = document }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.Authorization = column.Token is null ? null : new AuthenticationHeaderValue("Bearer", column.Token);
        using var response = await estate.App.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                Answers.Add((column, field, line));
                return JsonDocument.Parse(line[6..]).RootElement;
            }
        }

        throw new InvalidOperationException($"{field} ended without an event for {column.Name}.");
    }
}
