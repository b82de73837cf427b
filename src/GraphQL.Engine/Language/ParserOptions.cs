namespace Webox.GraphQL.Engine.Language;

/// <summary>
/// What a document may cost before anything else looks at it. Every limit is enforced while reading, so a document
/// over a limit is refused as soon as the limit is passed. <see cref="Unlimited"/> is for trusted text.
/// </summary>
public sealed record ParserOptions
{
    /// <summary>Limits for documents from outside: the defaults of each property.</summary>
    public static readonly ParserOptions Default = new();

    /// <summary>No limits but that of nesting, which protects the stack.</summary>
    public static readonly ParserOptions Unlimited = new()
    {
        TokensMax = int.MaxValue,
        FieldsMax = int.MaxValue,
        AliasesMax = int.MaxValue,
        DirectivesMax = int.MaxValue,
        FragmentsMax = int.MaxValue,
        NestingMax = 512,
    };

    /// <summary>Tokens in a document. Default: 2,000.</summary>
    public int TokensMax { get; init; } = 2_000;

    /// <summary>Depth of nesting of selection sets, values and types, counted together. Default: 64; at most 512.</summary>
    public int NestingMax { get; init; } = 64;

    /// <summary>Fields in a document. Default: 500.</summary>
    public int FieldsMax { get; init; } = 500;

    /// <summary>Aliased fields in a document. Default: 30.</summary>
    public int AliasesMax { get; init; } = 30;

    /// <summary>Directives applied in a document. Default: 50.</summary>
    public int DirectivesMax { get; init; } = 50;

    /// <summary>Fragment definitions in a document. Default: 50.</summary>
    public int FragmentsMax { get; init; } = 50;
}
