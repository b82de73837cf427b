using System.Globalization;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>A list whose items are delivered one after another.</summary>
/// <param name="items">The field as it is executed for the items that come later: these are deferred with nothing around them.</param>
internal sealed class StreamPlan(DirectiveNode directive, FieldPlan items)
{
    private readonly ValueNode? _initialCount = DirectiveArguments.Find(directive, "initialCount");

    /// <summary>Null: it has none.</summary>
    public string? Label { get; } = DirectiveArguments.Label(directive);

    public FieldPlan Items { get; } = items;

    /// <summary>How many items the response has before the others come.</summary>
    /// <exception cref="GraphQLException">The number is null or negative.</exception>
    public int InitialCount(IReadOnlyDictionary<string, object?> variables)
    {
        var count = _initialCount switch
        {
            IntValueNode literal => int.Parse(literal.Value, CultureInfo.InvariantCulture),
            VariableNode variable when !variables.ContainsKey(variable.Name.Value) => 0,
            VariableNode variable => variables[variable.Name.Value] as int? ?? -1,
            _ => 0,
        };
        return count >= 0
            ? count
            : throw new GraphQLException(new Error
            {
                Message = "Argument \"initialCount\" of @stream must be an integer that is not negative.",
                Code = ErrorCodes.InvalidVariable,
            });
    }
}
