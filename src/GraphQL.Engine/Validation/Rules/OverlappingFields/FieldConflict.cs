namespace Webox.GraphQL.Engine.Validation.Rules.OverlappingFields;

/// <summary>Two fields with one response key that cannot be merged.</summary>
internal sealed record FieldConflict(MergedField A, MergedField B, string Reason);
