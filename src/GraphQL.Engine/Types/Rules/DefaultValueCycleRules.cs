using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>
/// A default value must not need itself, or filling it in would never end.
/// https://spec.graphql.org/September2025/#InputObjectDefaultValueHasCycle()
/// </summary>
internal sealed class DefaultValueCycleRules(SchemaReport report)
{
    private static readonly ObjectValueNode Nothing = new([], default);

    private readonly HashSet<InputValue> _visited = [];
    private readonly List<(InputObjectType Type, InputValue Field)> _path = [];

    public static void Check(Schema schema, SchemaReport report)
    {
        var rules = new DefaultValueCycleRules(report);
        foreach (var type in schema.Types.OfType<InputObjectType>())
        {
            rules.Follow(type, Nothing);
        }
    }

    /// <summary>Fills <paramref name="value"/> in as coercion would.</summary>
    private void Follow(InputObjectType type, ValueNode value)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Values)
            {
                Follow(type, item);
            }
        }
        else if (value is ObjectValueNode fields)
        {
            foreach (var field in type.Fields.Values)
            {
                Follow(type, field, fields);
            }
        }
    }

    private void Follow(InputObjectType type, InputValue field, ObjectValueNode value)
    {
        if (field.Type.Named is not InputObjectType next)
        {
            return;
        }

        if (value.Fields.FirstOrDefault(candidate => candidate.Name.Value == field.Name) is { } given)
        {
            Follow(next, given.Value);
        }
        else if (field.DefaultValue is { } defaultValue)
        {
            FollowDefault(type, field, next, defaultValue);
        }
    }

    private void FollowDefault(InputObjectType type, InputValue field, InputObjectType next, ValueNode defaultValue)
    {
        var start = _path.FindIndex(step => step.Field == field);
        if (start >= 0)
        {
            Report(_path[start..]);
        }
        else if (_visited.Add(field))
        {
            _path.Add((type, field));
            Follow(next, defaultValue);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Report(List<(InputObjectType Type, InputValue Field)> cycle)
    {
        var names = cycle.Select(step => $"{step.Type}.{step.Field.Name}").ToArray();
        var via = names.Length > 1 ? $" via the default values of: {string.Join(", ", names[1..])}" : "";
        report.Add(
            $"Invalid circular reference. The default value of Input Object field {names[0]} references itself{via}.",
            cycle.Select(step => Places.OfField(step.Type, step.Field.Name)));
    }
}
