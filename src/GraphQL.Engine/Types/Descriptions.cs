using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Webox.GraphQL.Engine.Types.Annotated;

namespace Webox.GraphQL.Engine.Types;

/// <summary>
/// Descriptions from XML documentation: the file that the compiler writes beside the assembly. An assembly without one has no descriptions.
/// </summary>
internal sealed partial class Descriptions
{
    private readonly Dictionary<Assembly, FrozenDictionary<string, XElement>> _members = [];

    public string? Of(Type type) => Summary(Find(type.Assembly, $"T:{DocumentationId.Of(type)}"));

    public string? Of(FieldInfo field) => Summary(Find(field.DeclaringType!.Assembly, $"F:{DocumentationId.Of(field.DeclaringType)}.{field.Name}"));

    public string? Of(MethodInfo method) => Summary(FindMethod(method));

    /// <summary>The summary of the property; of a positional one, the <c>param</c> of its record.</summary>
    public string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return Summary(Find(type.Assembly, $"P:{DocumentationId.Of(type)}.{property.Name}"))
            ?? Parameter(Find(type.Assembly, $"T:{DocumentationId.Of(type)}"), property.Name);
    }

    public string? Of(ParameterInfo parameter) => parameter.Member switch
    {
        MethodInfo method => Parameter(FindMethod(method), parameter.Name!),
        ConstructorInfo { DeclaringType: { } type } => type.GetProperty(parameter.Name!) is { } property
            ? Of(property)
            : Parameter(Find(type.Assembly, $"T:{DocumentationId.Of(type)}"), parameter.Name!),
        _ => null,
    };

    private static string? Parameter(XElement? member, string name) =>
        Text(member?.Elements("param").FirstOrDefault(parameter => (string?)parameter.Attribute("name") == name));

    private static string? Summary(XElement? member) => Text(member?.Element("summary"));

    /// <summary>Plain text: code in backticks, white space folded. Null: nothing is said.</summary>
    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = new StringBuilder();
        Append(text, element);
        var folded = WhiteSpace().Replace(text.ToString(), " ").Trim();
        return folded.Length == 0 ? null : folded;
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(words.Value);
                    break;
                case XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" or "c" or "code" } code when code.IsEmpty || code.Name.LocalName is "c" or "code":
                    text.Append('`').Append(Code(code)).Append('`');
                    break;
                case XElement { Name.LocalName: "para" or "br" or "item" } paragraph:
                    text.Append(' ');
                    Append(text, paragraph);
                    break;
                case XElement other:
                    Append(text, other);
                    break;
            }
        }
    }

    private static string Code(XElement code) =>
        (string?)code.Attribute("cref") is { } reference ? NameOf(reference)
        : (string?)code.Attribute("langword") ?? (string?)code.Attribute("href") ?? (string?)code.Attribute("name") ?? code.Value;

    /// <summary>What is referred to, by the name it has in the schema.</summary>
    private static string NameOf(string reference)
    {
        var path = reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('(')[0];
        var name = path[(path.LastIndexOf('.') + 1)..].Split('`')[0];
        return reference[0] switch
        {
            'F' => SchemaNames.OfEnumValue(name),
            'P' or 'M' => SchemaNames.ToCamelCase(name),
            _ => name,
        };
    }

    private XElement? FindMethod(MethodInfo method) => Find(method.DeclaringType!.Assembly, DocumentationId.Of(method));

    private XElement? Find(Assembly assembly, string id)
    {
        if (!_members.TryGetValue(assembly, out var members))
        {
            _members[assembly] = members = Load(assembly);
        }

        return members.GetValueOrDefault(id);
    }

    private static FrozenDictionary<string, XElement> Load(Assembly assembly)
    {
        var path = assembly.Location.Length == 0 ? "" : Path.ChangeExtension(assembly.Location, ".xml");
        return !File.Exists(path)
            ? FrozenDictionary<string, XElement>.Empty
            : XDocument.Load(path).Descendants("member")
                .Where(member => member.Attribute("name") is not null)
                .DistinctBy(member => (string)member.Attribute("name")!)
                .ToFrozenDictionary(member => (string)member.Attribute("name")!);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
