using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A selected field exists on the type it is selected on.
/// https://spec.graphql.org/September2025/#sec-Field-Selections
/// </summary>
internal sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule
{
    public override void EnterField(FieldNode field)
    {
        if (context.Types.ParentType is { } type && context.Types.Field is null)
        {
            var name = field.Name.Value;
            context.Report($"Cannot query field \"{name}\" on type \"{type.Name}\".{Suggest(type, name)}", field);
        }
    }

    private string Suggest(CompositeType type, string fieldName)
    {
        if (!context.SuggestionsEnabled)
        {
            return "";
        }

        var types = TypesWith(type, fieldName);
        return types.Count > 0
            ? Suggestions.DidYouMean(types, before: "to use an inline fragment on ")
            : context.Suggest(fieldName, type is FieldedType fielded ? fielded.Fields.Keys : []);
    }

    /// <summary>
    /// Types below an abstract <paramref name="type"/> that have the field: those that most objects share first, and none before an
    /// interface that it implements.
    /// </summary>
    private List<string> TypesWith(CompositeType type, string fieldName)
    {
        if (type is ObjectType)
        {
            return [];
        }

        var open = context.Schema.GetPossibleTypes(type)
            .Where(possible => possible.Fields.ContainsKey(fieldName))
            .SelectMany(possible => possible.Interfaces.Prepend<FieldedType>(possible))
            .Where(candidate => candidate.Fields.ContainsKey(fieldName))
            .GroupBy(candidate => candidate)
            .OrderByDescending(uses => uses.Count())
            .ThenBy(uses => uses.Key.Name, StringComparer.Ordinal)
            .Select(uses => uses.Key)
            .ToList();
        var names = new List<string>(open.Count);
        while (open.Find(candidate => !candidate.Interfaces.Exists(open.Contains)) is { } next)
        {
            open.Remove(next);
            names.Add(next.Name);
        }

        return names;
    }
}
