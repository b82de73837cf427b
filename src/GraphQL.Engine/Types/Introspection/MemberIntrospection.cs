using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types.Scalars;
using static Webox.GraphQL.Engine.Types.Introspection.IntrospectionFields;

namespace Webox.GraphQL.Engine.Types.Introspection;

/// <summary>
/// Fields, arguments, enum values and directives. https://spec.graphql.org/September2025/#sec-The-__Field-Type and what follows it.
/// </summary>
internal static class MemberIntrospection
{
    public static void DefineField(ObjectType fieldType, ObjectType typeType, ObjectType inputValueType)
    {
        fieldType.Description = "Object and Interface types are described by a list of Fields, each of which has a name, "
            + "potentially a list of arguments, and a return type.";
        fieldType.Add<Field>("name", Required(BuiltInScalars.String), field => field.Name);
        fieldType.Add<Field>("description", BuiltInScalars.String, field => field.Description);
        fieldType.AddFiltered<Field, InputValue>(
            "args", Required(ListOf(inputValueType)), field => field.Arguments.Values, argument => argument.DeprecationReason);
        fieldType.Add<Field>("type", Required(typeType), field => field.Type);
        fieldType.Add<Field>("isDeprecated", Required(BuiltInScalars.Boolean), field => field.DeprecationReason is not null);
        fieldType.Add<Field>("deprecationReason", BuiltInScalars.String, field => field.DeprecationReason);
    }

    public static void DefineInputValue(ObjectType inputValueType, ObjectType typeType)
    {
        inputValueType.Description = "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as "
            + "Input Values which describe their type and optionally a default value.";
        inputValueType.Add<InputValue>("name", Required(BuiltInScalars.String), input => input.Name);
        inputValueType.Add<InputValue>("description", BuiltInScalars.String, input => input.Description);
        inputValueType.Add<InputValue>("type", Required(typeType), input => input.Type);
        inputValueType.Add<InputValue>(
            "defaultValue", BuiltInScalars.String, input => input.DefaultValue is { } value ? Printer.Print(value) : null);
        inputValueType.Add<InputValue>("isDeprecated", Required(BuiltInScalars.Boolean), input => input.DeprecationReason is not null);
        inputValueType.Add<InputValue>("deprecationReason", BuiltInScalars.String, input => input.DeprecationReason);
        inputValueType.Fields["defaultValue"].Description =
            "A GraphQL-formatted string representing the default value for this input value.";
    }

    public static void DefineEnumValue(ObjectType enumValueType)
    {
        enumValueType.Description = "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or "
            + "numeric value. However an Enum value is returned in a JSON response as a string.";
        enumValueType.Add<EnumValue>("name", Required(BuiltInScalars.String), value => value.Name);
        enumValueType.Add<EnumValue>("description", BuiltInScalars.String, value => value.Description);
        enumValueType.Add<EnumValue>("isDeprecated", Required(BuiltInScalars.Boolean), value => value.DeprecationReason is not null);
        enumValueType.Add<EnumValue>("deprecationReason", BuiltInScalars.String, value => value.DeprecationReason);
    }

    public static void DefineDirective(ObjectType directiveType, EnumType directiveLocation, ObjectType inputValueType)
    {
        directiveType.Description = "A Directive provides a way to describe alternate runtime execution and type validation behavior in a "
            + "GraphQL document.";
        directiveType.Add<DirectiveDefinition>("name", Required(BuiltInScalars.String), directive => directive.Name);
        directiveType.Add<DirectiveDefinition>("description", BuiltInScalars.String, directive => directive.Description);
        directiveType.Add<DirectiveDefinition>("isRepeatable", Required(BuiltInScalars.Boolean), directive => directive.IsRepeatable);
        directiveType.Add<DirectiveDefinition>("locations", Required(ListOf(directiveLocation)), directive => directive.Locations);
        directiveType.AddFiltered<DirectiveDefinition, InputValue>(
            "args", Required(ListOf(inputValueType)), directive => directive.Arguments.Values, argument => argument.DeprecationReason);
    }
}
