using System.Text.Json.Nodes;

namespace Webox.Infrastructure.Generations.Models;

/// <summary>
/// Lays a file over another: what has the same id is patched, field by field, and null takes a field away; what is new comes first.
/// https://www.rfc-editor.org/rfc/rfc7396
/// </summary>
internal static class ModelFileMerge
{
    public static void Merge(JsonObject file, JsonObject own)
    {
        foreach (var (name, value) in own)
        {
            if (value is JsonArray entries && file[name] is JsonArray known)
            {
                MergeById(known, entries);
            }
            else
            {
                Patch(file, name, value);
            }
        }
    }

    private static void MergeById(JsonArray known, JsonArray entries)
    {
        var added = 0;
        foreach (var entry in entries.OfType<JsonObject>())
        {
            if (known.OfType<JsonObject>().FirstOrDefault(other => JsonNode.DeepEquals(other["id"], entry["id"])) is { } same)
            {
                PatchAll(same, entry);
            }
            else
            {
                known.Insert(added++, entry.DeepClone());
            }
        }
    }

    private static void PatchAll(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            Patch(target, name, value);
        }
    }

    private static void Patch(JsonObject target, string name, JsonNode? value)
    {
        if (value is null)
        {
            target.Remove(name);
        }
        else if (value is JsonObject inner && target[name] is JsonObject own)
        {
            PatchAll(own, inner);
        }
        else
        {
            target[name] = value.DeepClone();
        }
    }
}
