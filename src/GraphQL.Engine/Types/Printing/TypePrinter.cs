using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Printing;

/// <summary>Writes the definition of one type.</summary>
internal static class TypePrinter
{
    public static string Print(NamedType type) => DescriptionPrinter.Print(type.Description) + (type switch
    {
        ScalarType scalar => $"scalar {scalar.Name}{MemberPrinter.SpecifiedBy(scalar.SpecifiedByUrl)}",
        ObjectType fielded => Join($"type {fielded.Name}", Implements(fielded), Fields(fielded)),
        InterfaceType fielded => Join($"interface {fielded.Name}", Implements(fielded), Fields(fielded)),
        UnionType union => Join($"union {union.Name}", Layout.Wrap("= ", string.Join(" | ", union.Types))),
        EnumType values => Join(
            $"enum {values.Name}",
            Layout.Block(DescriptionPrinter.Describe(values.Values.Values, value => value.Description, MemberPrinter.Print))),
        InputObjectType input => Join(
            $"input {input.Name}",
            input.IsOneOf ? "@oneOf" : "",
            Layout.Block(DescriptionPrinter.Describe(input.Fields.Values, field => field.Description, MemberPrinter.Print))),
        _ => throw new ArgumentException($"{type.GetType().Name} is no kind of type.", nameof(type)),
    });

    private static string Implements(FieldedType type) => Layout.Wrap("implements ", string.Join(" & ", type.Interfaces));

    private static string Fields(FieldedType type) =>
        Layout.Block(DescriptionPrinter.Describe(type.Fields.Values, field => field.Description, MemberPrinter.Print));

    private static string Join(params string[] parts) => Layout.Join(parts, " ");
}
