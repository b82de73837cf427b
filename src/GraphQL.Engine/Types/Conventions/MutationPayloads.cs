using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Types.Annotated;

namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>The types that mutations return: the result and the errors, all nullable, for either is there.</summary>
internal sealed class MutationPayloads(SchemaContext context)
{
    private readonly HashSet<ObjectType> _own = [];

    /// <param name="name">Name of the payload. A result type of that name is the payload itself.</param>
    /// <param name="fieldName">What the field with the result is called. Null: after its type.</param>
    public ObjectType Get(string name, string? fieldName, string mutation, GraphType result, UnionType? errors)
    {
        if (result.Named is ObjectType own && own.Name == name)
        {
            if (!_own.Add(own))
            {
                throw new SchemaException($"{name} is the payload of two mutations.");
            }

            // Its fields are there once all that waits now is done.
            context.Later(() => Wrap(own, errors));
            return own;
        }

        var payload = context.Registry.Add(new ObjectType(name));
        var field = new Field(fieldName ?? FieldName(result, mutation), result.Nullable) { Getter = parent => ((MutationResult)parent).Value };
        payload.Fields.Add(field.Name, field);
        AddErrors(payload, errors);
        return payload;
    }

    private static string FieldName(GraphType result, string mutation) => result.Named switch
    {
        ScalarType => mutation,
        { Name: var name } when result.Nullable is ListType => SchemaNames.ToCamelCase(name) + "s",
        { Name: var name } => SchemaNames.ToCamelCase(name),
    };

    private static void Wrap(ObjectType payload, UnionType? errors)
    {
        foreach (var field in payload.Fields.Values)
        {
            field.Type = field.Type.Nullable;
            if (field.Getter is { } get)
            {
                field.Getter = parent => parent is not MutationResult made ? get(parent) : made.Value is { } value ? get(value) : null;
            }
            else if (field.Resolver is { } resolve)
            {
                field.Resolver = execution => Resolve(execution, resolve);
            }
        }

        AddErrors(payload, errors);
    }

    private static ValueTask<object?> Resolve(ResolverContext execution, FieldResolver resolve) =>
        execution.Parent is MutationResult { Value: null } ? new ValueTask<object?>((object?)null) : resolve(execution);

    private static void AddErrors(ObjectType payload, UnionType? errors)
    {
        if (errors is not null)
        {
            payload.Fields.Add("errors", new Field("errors", new ListType(new NonNullType(errors))) { Getter = parent => (parent as MutationResult)?.Errors });
        }
    }
}
