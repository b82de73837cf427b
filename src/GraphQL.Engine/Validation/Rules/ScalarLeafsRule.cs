using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// Fields are selected on objects, interfaces and unions, always, and never on scalars and enums.
/// https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections
/// </summary>
internal sealed class ScalarLeafsRule(ValidationContext context) : ValidationRule
{
    public override void EnterField(FieldNode field)
    {
        if (context.Types.Field?.Type is not { } type)
        {
            return;
        }

        var name = field.Name.Value;
        if (type.Named is not CompositeType)
        {
            if (field.SelectionSet is { } selectionSet)
            {
                context.Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selectionSet);
            }
        }
        else if (field.SelectionSet is null)
        {
            context.Report(
                $"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", field);
        }
    }
}
