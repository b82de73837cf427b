namespace Webox.GraphQL.Engine.Language;

/// <summary>Counts what a document costs while it is read, and refuses it the moment a limit of its options is passed.</summary>
internal sealed class ParserLimits(ParserOptions options)
{
    /// <summary>What the parser's recursion may take of the smallest stack that .NET gives a thread.</summary>
    private const int NestingHardMax = 512;

    private readonly int _nestingMax = Math.Min(options.NestingMax, NestingHardMax);
    private int _tokens;
    private int _nesting;
    private int _fields;
    private int _aliases;
    private int _directives;
    private int _fragments;

    public void CountToken(Location location) =>
        Count(ref _tokens, options.TokensMax, "tokens", ErrorCodes.TooManyTokens, location);

    public void CountField(Location location) =>
        Count(ref _fields, options.FieldsMax, "fields", ErrorCodes.TooManyFields, location);

    public void CountAlias(Location location) =>
        Count(ref _aliases, options.AliasesMax, "aliases", ErrorCodes.TooManyAliases, location);

    public void CountDirective(Location location) =>
        Count(ref _directives, options.DirectivesMax, "directives", ErrorCodes.TooManyDirectives, location);

    public void CountFragment(Location location) =>
        Count(ref _fragments, options.FragmentsMax, "fragments", ErrorCodes.TooManyFragments, location);

    public void Enter(Location location)
    {
        if (++_nesting > _nestingMax)
        {
            throw SyntaxErrors.At(
                location, $"Document nests more than {_nestingMax} levels deep. Parsing aborted.", ErrorCodes.NestedTooDeeply);
        }
    }

    public void Leave() => _nesting--;

    private static void Count(ref int counter, int max, string what, string code, Location location)
    {
        if (++counter > max)
        {
            throw SyntaxErrors.At(location, $"Document contains more than {max} {what}. Parsing aborted.", code);
        }
    }
}
