using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.SdlRules;

/// <summary>
/// A schema is defined at most once.
/// https://spec.graphql.org/September2025/#sec-Schema
/// </summary>
internal sealed class LoneSchemaDefinitionRule(SdlContext context) : ValidationRule
{
    private readonly bool _defined =
        context.Extends is { QueryType: not null } or { MutationType: not null } or { SubscriptionType: not null };
    private int _seen;

    public override void EnterDefinition(DefinitionNode definition)
    {
        if (definition is not SchemaDefinitionNode)
        {
            return;
        }

        if (_defined)
        {
            context.Report("Cannot define a new schema within a schema extension.", definition);
        }
        else if (_seen++ > 0)
        {
            context.Report("Must provide only one schema definition.", definition);
        }
    }
}
