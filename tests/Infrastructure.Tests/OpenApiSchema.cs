using System.Text.Json;
using System.Text.RegularExpressions;

namespace Webox.Infrastructure.Tests;

/// <summary>As much of JSON Schema as tells a wrong request from a right one: types, enums, required and unknown properties, alternatives, lengths, patterns.</summary>
internal sealed class OpenApiSchema(JsonElement document)
{
    public IReadOnlyList<string> Problems(string schema, JsonElement value) =>
        [.. Check(document.GetProperty("components").GetProperty("schemas").GetProperty(schema), value, "$")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string path)
    {
        schema = Resolve(schema);
        foreach (var all in Array(schema, "allOf"))
        {
            foreach (var problem in Check(all, value, path))
            {
                yield return problem;
            }
        }

        foreach (var name in (string[])["anyOf", "oneOf"])
        {
            var alternatives = Array(schema, name);
            if (alternatives.Count > 0 && alternatives.TrueForAll(alternative => Check(alternative, value, path).Any()))
            {
                yield return $"{path} fits no alternative";
            }
        }

        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
        {
            yield return $"{path} is not one of the allowed values";
        }

        var types = schema.TryGetProperty("type", out var type)
            ? type.ValueKind is JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : new[] { type.GetString()! }
            : [];
        if (types.Length > 0 && !types.Any(one => Is(one, value)))
        {
            yield return $"{path} is no {string.Join(" or ", types)}";
            yield break;
        }

        foreach (var problem in value.ValueKind switch
        {
            JsonValueKind.Object => CheckObject(schema, value, path),
            JsonValueKind.String => CheckText(schema, value.GetString()!, path),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) =>
                value.EnumerateArray().SelectMany((item, i) => Check(items, item, $"{path}[{i}]")),
            _ => [],
        })
        {
            yield return problem;
        }
    }

    private IEnumerable<string> CheckObject(JsonElement schema, JsonElement value, string path)
    {
        foreach (var required in Array(schema, "required").Where(required => !value.TryGetProperty(required.GetString()!, out _)))
        {
            yield return $"{path} misses {required}";
        }

        var known = schema.TryGetProperty("properties", out var properties);
        foreach (var property in value.EnumerateObject())
        {
            if (known && properties.TryGetProperty(property.Name, out var inner))
            {
                foreach (var problem in Check(inner, property.Value, $"{path}.{property.Name}"))
                {
                    yield return problem;
                }
            }
            else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind is JsonValueKind.False)
            {
                yield return $"{path} may not have {property.Name}";
            }
        }
    }

    private static IEnumerable<string> CheckText(JsonElement schema, string text, string path)
    {
        // The lengths of JSON Schema count characters, not halves of them.
        var length = text.EnumerateRunes().Count();
        if ((schema.TryGetProperty("minLength", out var min) && length < min.GetInt64())
            || (schema.TryGetProperty("maxLength", out var max) && length > max.GetInt64()))
        {
            yield return $"{path} has {length} characters";
        }

        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!))
        {
            yield return $"{path} does not match {pattern}";
        }
    }

    private JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? Resolve(reference.GetString()!.Split('/').Skip(1).Aggregate(document, (at, name) => at.GetProperty(name)))
        : schema;

    private static List<JsonElement> Array(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

    private static bool Is(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };
}
