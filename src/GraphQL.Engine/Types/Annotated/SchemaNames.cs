using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>How .NET names become names of the schema. <c>[GraphQLName]</c> goes before every rule.</summary>
internal static class SchemaNames
{
    /// <summary><c>GetProductAsync</c> is <c>product</c>, <c>IsAvailable</c> is <c>isAvailable</c>.</summary>
    public static string OfField(MemberInfo member, Attributes attributes) =>
        attributes.Name ?? ToCamelCase(member is MethodInfo ? WithoutAffixes(member.Name) : member.Name);

    public static string OfArgument(ParameterInfo parameter, Attributes attributes) => attributes.Name ?? ToCamelCase(parameter.Name!);

    /// <summary><c>Product</c> is <c>Product</c>, <c>Page&lt;Product&gt;</c> is <c>PageOfProduct</c>, <c>FooException</c> is <c>FooError</c>.</summary>
    public static string OfOutputType(Type type)
    {
        if (Attributes.Of(type).Name is { } name)
        {
            return name;
        }

        return type.IsAssignableTo(typeof(Exception)) ? WithoutSuffix(type.Name, "Exception") + "Error" : OfClass(type);
    }

    /// <summary><c>Address</c> and <c>AddressInput</c> are <c>AddressInput</c>.</summary>
    public static string OfInputType(Type type) => Attributes.Of(type).Name ?? WithoutSuffix(OfClass(type), "Input") + "Input";

    /// <summary><c>InReview</c> is <c>IN_REVIEW</c>.</summary>
    public static string OfEnumValue(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            result.Append(startsWord ? "_" : "").Append(char.ToUpperInvariant(name[i]));
        }

        return result.ToString();
    }

    public static string ToCamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    public static string ToPascalCase(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string WithoutAffixes(string method)
    {
        var name = method.StartsWith("Get", StringComparison.Ordinal) && method.Length > 3 && char.IsUpper(method[3]) ? method[3..] : method;
        return WithoutSuffix(name, "Async");
    }

    private static string WithoutSuffix(string name, string suffix) =>
        name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;

    private static string OfClass(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Concat(type.GetGenericArguments().Select(OfOutputType))}"
        : type.Name;
}
