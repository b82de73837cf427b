namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>
/// Every input object needs a value that ends: one whose non-null fields lead back to itself has none.
/// https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References
/// </summary>
internal sealed class InputObjectCycleRules
{
    private readonly SchemaReport _report;
    private readonly HashSet<InputObjectType> _endless;
    private readonly HashSet<InputObjectType> _visited = [];
    private readonly List<(InputObjectType Type, InputValue Field)> _path = [];

    private InputObjectCycleRules(HashSet<InputObjectType> endless, SchemaReport report)
    {
        _endless = endless;
        _report = report;
    }

    public static void Check(Schema schema, SchemaReport report)
    {
        var endless = FindEndless([.. schema.Types.OfType<InputObjectType>()]);
        var rules = new InputObjectCycleRules(endless, report);
        foreach (var type in schema.Types.OfType<InputObjectType>().Where(endless.Contains))
        {
            rules.Follow(type);
        }
    }

    // Types are taken out as soon as they are seen to end, until nothing more can be taken out.
    private static HashSet<InputObjectType> FindEndless(HashSet<InputObjectType> types)
    {
        bool IsEndless(InputObjectType type) => type.IsOneOf
            ? type.Fields.Count > 0 && type.Fields.Values.All(field => field.Type.Nullable is InputObjectType next && types.Contains(next))
            : type.Fields.Values.Any(field => field.Type is NonNullType { OfType: InputObjectType next } && types.Contains(next));

        while (types.RemoveWhere(type => !IsEndless(type)) > 0)
        {
        }

        return types;
    }

    private void Follow(InputObjectType type)
    {
        if (!_visited.Add(type))
        {
            return;
        }

        foreach (var field in type.Fields.Values.Where(field => type.IsOneOf || field.Type.IsNonNull))
        {
            if (field.Type.Nullable is not InputObjectType next || !_endless.Contains(next))
            {
                continue;
            }

            _path.Add((type, field));
            var start = _path.FindIndex(step => step.Type == next);
            if (start < 0)
            {
                Follow(next);
            }
            else
            {
                Report(next, _path[start..]);
            }

            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Report(InputObjectType type, List<(InputObjectType Type, InputValue Field)> cycle)
    {
        var fields = string.Join(", ", cycle.Select(step => $"{step.Type}.{step.Field.Name}"));
        _report.Add(
            $"Input Object {type} cannot be provided a finite value because it references itself through fields: {fields}.",
            cycle.Select(step => Places.OfField(step.Type, step.Field.Name)));
    }
}
