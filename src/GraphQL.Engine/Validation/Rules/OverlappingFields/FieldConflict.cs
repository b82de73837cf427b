namespace Webox.GraphQL.Engine.Validation.Rules.OverlappingFields;

/// <summary>Two fields with one response key that cannot be merged.</summary>
internal sealed record FieldConflict(MergedField A, MergedField B, string Reason)
{
    public (int, int) Key => KeyOf(A, B);

    /// <summary>The same for two fields whichever comes first.</summary>
    public static (int, int) KeyOf(MergedField a, MergedField b) =>
        (Math.Min(a.Facts.Id, b.Facts.Id), Math.Max(a.Facts.Id, b.Facts.Id));
}
