using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>Tells whether two literals mean the same.</summary>
internal static class CanonicalLiteral
{
    /// <summary>The same text for literals that differ in nothing but the order of object fields or the style of strings.</summary>
    public static string Of(ValueNode value) => Printer.Print(Sort(value));

    private static ValueNode Sort(ValueNode value) => value switch
    {
        StringValueNode text => text with { Block = false },
        ListValueNode list => list with { Values = [.. list.Values.Select(Sort)] },
        ObjectValueNode fields => fields with
        {
            Fields =
            [
                .. fields.Fields
                    .OrderBy(field => field.Name.Value, StringComparer.Ordinal)
                    .Select(field => field with { Value = Sort(field.Value) }),
            ],
        },
        _ => value,
    };
}
