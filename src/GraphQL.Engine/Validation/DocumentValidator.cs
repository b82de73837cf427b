using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>Checks that an executable document fits a schema. https://spec.graphql.org/September2025/#sec-Validation</summary>
public static class DocumentValidator
{
    /// <summary>Names of all rules: those that <see cref="ValidationOptions.RuleNames"/> may list.</summary>
    public static IReadOnlyCollection<string> RuleNames => SpecifiedRules.Names;

    /// <summary>Runs every rule of the specification.</summary>
    /// <param name="errorsMax">Validation stops after this many errors. Default: 20.</param>
    /// <returns>Empty when the document is valid.</returns>
    public static IReadOnlyList<IError> Validate(Schema schema, DocumentNode document, int errorsMax = 20) =>
        Validate(schema, document, new ValidationOptions { ErrorsMax = errorsMax });

    /// <inheritdoc cref="Validate(Schema, DocumentNode, int)"/>
    /// <exception cref="ArgumentException"><see cref="ValidationOptions.RuleNames"/> has a name that is of no rule.</exception>
    public static IReadOnlyList<IError> Validate(Schema schema, DocumentNode document, ValidationOptions options)
    {
        var context = new ValidationContext(schema, document, options);
        new DocumentWalker(context, SpecifiedRules.Create(context, options.RuleNames)).Walk();
        return context.Errors;
    }
}
