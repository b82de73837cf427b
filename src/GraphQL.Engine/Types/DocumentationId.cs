using System.Reflection;

namespace Webox.GraphQL.Engine.Types;

/// <summary>
/// How the compiler names members in XML documentation.
/// https://learn.microsoft.com/dotnet/csharp/language-reference/xmldoc/#id-strings
/// </summary>
internal static class DocumentationId
{
    public static string Of(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    public static string Of(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var list = parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => Reference(parameter.ParameterType)))})";
        return $"M:{Of(method.DeclaringType!)}.{method.Name}{list}";
    }

    private static string Reference(Type type)
    {
        if (type.IsArray)
        {
            return Reference(type.GetElementType()!) + "[]";
        }

        if (!type.IsGenericType)
        {
            return type.FullName!.Replace('+', '.');
        }

        var name = Of(type);
        return $"{name[..name.LastIndexOf('`')]}{{{string.Join(',', type.GetGenericArguments().Select(Reference))}}}";
    }
}
