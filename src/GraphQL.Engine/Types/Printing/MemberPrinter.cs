using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Printing;

/// <summary>Writes fields, arguments, enum values and directive definitions, without the descriptions of their own.</summary>
internal static class MemberPrinter
{
    public static string Print(Field field) =>
        $"{field.Name}{Arguments(field.Arguments)}: {field.Type}{Deprecated(field.DeprecationReason)}";

    public static string Print(InputValue input)
    {
        var defaultValue = input.DefaultValue is { } value ? $" = {Printer.Print(value)}" : "";
        return $"{input.Name}: {input.Type}{defaultValue}{Deprecated(input.DeprecationReason)}";
    }

    public static string Print(EnumValue value) => value.Name + Deprecated(value.DeprecationReason);

    public static string Print(DirectiveDefinition directive)
    {
        var repeatable = directive.IsRepeatable ? " repeatable" : "";
        return DescriptionPrinter.Print(directive.Description)
            + $"directive @{directive.Name}{Arguments(directive.Arguments)}{repeatable} on "
            + string.Join(" | ", directive.Locations);
    }

    public static string SpecifiedBy(string? url) => url is null ? "" : $" @specifiedBy(url: {StringLiteral.Print(url)})";

    private static string Deprecated(string? reason) => reason switch
    {
        null => "",
        SpecifiedDirectives.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {StringLiteral.Print(reason)})",
    };

    // Described arguments stand each on a line of its own.
    private static string Arguments(OrderedDictionary<string, InputValue> arguments)
    {
        if (arguments.Count == 0 || arguments.Values.All(argument => argument.Description is null))
        {
            return Layout.Wrap("(", string.Join(", ", arguments.Values.Select(Print)), ")");
        }

        var lines = DescriptionPrinter.Describe(arguments.Values, argument => argument.Description, Print);
        return $"(\n{Layout.Indent(string.Join('\n', lines))}\n)";
    }
}
