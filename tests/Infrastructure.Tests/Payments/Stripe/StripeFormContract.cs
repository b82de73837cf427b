using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

/// <summary>Holds a form against one of Stripe's own OpenAPI documents: brackets become objects and lists, and texts what their schema wants.</summary>
internal sealed partial class StripeFormContract(JsonElement document)
{
    private const string Form = "application/x-www-form-urlencoded";

    public IReadOnlyList<string> Problems(string path, IEnumerable<KeyValuePair<string, string>> form)
    {
        var schema = SchemaOf(path);
        var schemas = JsonObject.Create(document.GetProperty("components").GetProperty("schemas"))!.DeepClone().AsObject();
        schemas["the form"] = JsonObject.Create(schema);
        var wrapped = new JsonObject { ["components"] = new JsonObject { ["schemas"] = schemas } };
        return new OpenApiSchema(JsonSerializer.SerializeToElement(wrapped)).Problems("the form", JsonSerializer.SerializeToElement(ToJson(Tree(form), schema)));
    }

    private JsonElement SchemaOf(string path)
    {
        var operation = document.GetProperty("paths").EnumerateObject().Single(one => Regex.IsMatch(path, $"^{Braces().Replace(one.Name, "[^/]+")}$"));
        return operation.Value.GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty(Form).GetProperty("schema");
    }

    private static JsonObject Tree(IEnumerable<KeyValuePair<string, string>> form)
    {
        var tree = new JsonObject();
        foreach (var (name, value) in form)
        {
            var parts = name.Replace("]", "", StringComparison.Ordinal).Split('[');
            var at = tree;
            foreach (var part in parts[..^1])
            {
                at = (JsonObject)(at[part] ??= new JsonObject());
            }

            at.Add(parts[^1], value);
        }

        return tree;
    }

    private JsonNode? ToJson(JsonNode node, JsonElement? schema)
    {
        var alternatives = schema is { } one ? Alternatives(one).ToList() : [];
        if (node is not JsonObject fields)
        {
            var text = node.GetValue<string>();
            return alternatives.Exists(a => Allows(a, "integer")) && long.TryParse(text, out var number) ? JsonValue.Create(number)
                : alternatives.Exists(a => Allows(a, "boolean")) && bool.TryParse(text, out var truth) ? JsonValue.Create(truth)
                : JsonValue.Create(text);
        }

        if (alternatives.Find(a => Allows(a, "array")) is { ValueKind: JsonValueKind.Object } list)
        {
            return new JsonArray([.. fields.Select(field => ToJson(field.Value!, list.GetProperty("items")))]);
        }

        var known = alternatives.Find(a => a.TryGetProperty("properties", out _));
        return new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, ToJson(
            field.Value!, known.ValueKind is JsonValueKind.Object && known.GetProperty("properties").TryGetProperty(field.Key, out var inner) ? inner : null))));
    }

    private IEnumerable<JsonElement> Alternatives(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Alternatives(document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]));
        }

        return ((string[])["anyOf", "oneOf", "allOf"]).Where(name => schema.TryGetProperty(name, out _))
            .SelectMany(name => schema.GetProperty(name).EnumerateArray()).SelectMany(Alternatives).Prepend(schema);
    }

    private static bool Allows(JsonElement schema, string type) => schema.TryGetProperty("type", out var types)
        && (types.ValueKind is JsonValueKind.Array ? types.EnumerateArray().Any(one => one.ValueEquals(type)) : types.ValueEquals(type));

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Braces();
}
