namespace Webox.GraphQL.Engine.Validation;

/// <summary>How a document is validated.</summary>
public sealed record ValidationOptions
{
    public static readonly ValidationOptions Default = new();

    /// <summary>Validation stops after this many errors, and says so in one more. Default: 20; at least 1.</summary>
    public int ErrorsMax { get; init; } = 20;

    /// <summary>
    /// Whether messages name what may have been meant. Default: false, because suggestions tell strangers the schema
    /// even where introspection is off. For development.
    /// </summary>
    public bool SuggestionsEnabled { get; init; }

    /// <summary>The rules to run, by name: <c>FieldsOnCorrectTypeRule</c>. Null, the default: every rule of the specification.</summary>
    public IReadOnlyCollection<string>? RuleNames { get; init; }
}
