using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// Labels of <c>@defer</c> and <c>@stream</c> are literals, and no two in a document are the same.
/// https://github.com/graphql/graphql-spec/pull/1110 (Defer And Stream Directive Labels Are Unique)
/// </summary>
internal sealed class DeferStreamDirectiveLabelRule(ValidationContext context) : ValidationRule
{
    private readonly Dictionary<string, DirectiveNode> _byLabel = new(StringComparer.Ordinal);

    public override void EnterDirectives(SyntaxNode owner, IReadOnlyList<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives.Where(directive => IncrementalDirectives.Contains(context.Schema, directive)))
        {
            var label = directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "label")?.Value;
            if (label is StringValueNode text)
            {
                if (!_byLabel.TryAdd(text.Value, directive))
                {
                    context.Report(
                        "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.",
                        _byLabel[text.Value],
                        directive);
                }
            }
            else if (label is not (null or NullValueNode))
            {
                context.Report($"Argument \"@{directive.Name.Value}(label:)\" must be a static string.", directive);
            }
        }
    }
}
