using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>Checks that an executable document fits a schema. https://spec.graphql.org/September2025/#sec-Validation</summary>
public static class DocumentValidator
{
    /// <summary>Runs every rule of the specification.</summary>
    /// <param name="errorsMax">Validation stops after this many errors. Default: 20.</param>
    /// <returns>Empty when the document is valid.</returns>
    public static IReadOnlyList<IError> Validate(Schema schema, DocumentNode document, int errorsMax = 20) =>
        throw new NotSupportedException();
}
