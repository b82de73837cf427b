using System.Text.Json;

namespace Webox.GraphQL.Engine.ConformanceHost.Data;

/// <summary>An object that a resolver gives.</summary>
/// <param name="Type">Where it stands for an interface or a union: its type.</param>
/// <param name="Members">What its fields answer with, where that does not go by path.</param>
internal sealed record DataObject(string? Type, JsonElement Members = default);
