namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>What a mutation gave: a value, or the errors it declares.</summary>
internal sealed record MutationResult(object? Value, IReadOnlyList<object>? Errors = null);
