using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Sdl;

/// <summary>
/// The root types that a schema definition names; without one, those with the default names.
/// https://spec.graphql.org/September2025/#sec-Root-Operation-Types
/// </summary>
internal sealed class RootTypes(
    SdlDefinitions definitions, TypeReferences references, IReadOnlyDictionary<string, NamedType> types, List<IError> errors, List<IError> wrongKinds)
{
    public ObjectType? Find(OperationType operation)
    {
        var named = definitions.SchemaDefinitions.SelectMany(schema => schema.OperationTypes)
            .Concat(definitions.SchemaExtensions.SelectMany(schema => schema.OperationTypes))
            .Where(root => root.Operation == operation)
            .ToArray();
        if (named.Length > 1)
        {
            errors.Report($"There can be only one {$"{operation}".ToLowerInvariant()} type in schema.", named);
        }

        if (named.Length > 0)
        {
            return references.Find<ObjectType>(named[0].Type, other => Complain(operation, other));
        }

        return definitions.SchemaDefinitions.Count == 0 ? FindDefault(operation) : null;
    }

    private ObjectType? FindDefault(OperationType operation)
    {
        var type = types.GetValueOrDefault($"{operation}");
        if (type is not (null or ObjectType))
        {
            wrongKinds.Report(Complain(operation, type.Name), type.Syntax[0].Name);
        }

        return type as ObjectType;
    }

    private static string Complain(OperationType operation, string other) => operation is OperationType.Query
        ? $"Query root type must be Object type, it cannot be {other}."
        : $"{operation} root type must be Object type if provided, it cannot be {other}.";
}
