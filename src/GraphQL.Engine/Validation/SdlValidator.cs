using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>
/// Checks a type system document before a schema is built from it.
/// https://spec.graphql.org/September2025/#sec-Type-System
/// </summary>
public static class SdlValidator
{
    // Type system documents are the service's own; whoever wrote one wants to see all that is wrong with it.
    private static readonly ValidationOptions AllErrors = new() { ErrorsMax = int.MaxValue, SuggestionsEnabled = true };

    /// <summary>Names of all rules: those that <see cref="ValidationOptions.RuleNames"/> may list.</summary>
    public static IReadOnlyCollection<string> RuleNames => SpecifiedSdlRules.Names;

    /// <param name="extends">The schema that the document adds to. Null: the document stands alone.</param>
    /// <returns>Every error. Empty when a schema can be built.</returns>
    public static IReadOnlyList<IError> Validate(DocumentNode document, Schema? extends = null) => Validate(document, extends, AllErrors);

    /// <inheritdoc cref="Validate(DocumentNode, Schema?)"/>
    /// <exception cref="ArgumentException"><see cref="ValidationOptions.RuleNames"/> has a name that is of no rule.</exception>
    public static IReadOnlyList<IError> Validate(DocumentNode document, Schema? extends, ValidationOptions options)
    {
        var context = new SdlContext(document, extends, options);
        new SdlWalker(context, SpecifiedSdlRules.Create(context, options.RuleNames)).Walk();
        return context.Errors;
    }
}
