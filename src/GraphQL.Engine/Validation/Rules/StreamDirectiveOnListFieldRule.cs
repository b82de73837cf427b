using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// Only lists are streamed.
/// https://github.com/graphql/graphql-spec/pull/1110 (Stream Directives Are Used On List Fields)
/// </summary>
internal sealed class StreamDirectiveOnListFieldRule(ValidationContext context) : ValidationRule
{
    public override void EnterDirectives(SyntaxNode owner, IReadOnlyList<DirectiveNode> directives, string location)
    {
        if (owner is not FieldNode || context.Types.Field is not { Type.Nullable: not ListType } field)
        {
            return;
        }

        foreach (var directive in directives.Where(directive => directive.Name.Value == "stream" && IncrementalDirectives.Contains(context.Schema, directive)))
        {
            context.Report($"Directive \"@stream\" cannot be used on non-list field \"{context.Types.ParentType}.{field.Name}\".", directive);
        }
    }
}
