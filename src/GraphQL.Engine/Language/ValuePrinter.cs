namespace Webox.GraphQL.Engine.Language;

/// <summary>Writes values.</summary>
internal static class ValuePrinter
{
    public static string Print(ValueNode value) => value switch
    {
        VariableNode variable => $"${variable.Name.Value}",
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        StringValueNode { Block: true } text => BlockString.Print(text.Value),
        StringValueNode text => StringLiteral.Print(text.Value),
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode name => name.Value,
        ListValueNode list => PrintList(list),
        ObjectValueNode fields => PrintObject(fields),
        _ => throw new ArgumentException($"{value.GetType().Name} is no value.", nameof(value)),
    };

    public static string Print(ObjectFieldNode field) => $"{field.Name.Value}: {Print(field.Value)}";

    private static string PrintList(ListValueNode list)
    {
        var items = list.Values.Select(Print).ToArray();
        var line = $"[{string.Join(", ", items)}]";
        return line.Length <= Layout.LineLengthMax ? line : $"[\n{Layout.Indent(string.Join("\n", items))}\n]";
    }

    private static string PrintObject(ObjectValueNode node)
    {
        if (node.Fields.Count == 0)
        {
            return "{}";
        }

        var fields = node.Fields.Select(Print).ToArray();
        var line = $"{{ {string.Join(", ", fields)} }}";
        return line.Length <= Layout.LineLengthMax ? line : Layout.Block(fields);
    }
}
