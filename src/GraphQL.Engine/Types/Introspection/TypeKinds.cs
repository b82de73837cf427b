namespace Webox.GraphQL.Engine.Types.Introspection;

/// <summary>https://spec.graphql.org/September2025/#sec-Type-Kinds</summary>
internal static class TypeKinds
{
    public static EnumType Define()
    {
        var type = new EnumType("__TypeKind") { Description = "An enum describing what kind of type a given `__Type` is." };
        Add(type, "SCALAR", "Indicates this type is a scalar.");
        Add(type, "OBJECT", "Indicates this type is an object. `fields` and `interfaces` are valid fields.");
        Add(type, "INTERFACE", "Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields.");
        Add(type, "UNION", "Indicates this type is a union. `possibleTypes` is a valid field.");
        Add(type, "ENUM", "Indicates this type is an enum. `enumValues` is a valid field.");
        Add(type, "INPUT_OBJECT", "Indicates this type is an input object. `inputFields` is a valid field.");
        Add(type, "LIST", "Indicates this type is a list. `ofType` is a valid field.");
        Add(type, "NON_NULL", "Indicates this type is a non-null. `ofType` is a valid field.");
        return type;
    }

    public static string Of(GraphType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    private static void Add(EnumType type, string name, string description) =>
        type.Values.Add(name, new EnumValue(name) { Description = description });
}
