using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>Arguments of <c>@defer</c> and <c>@stream</c>.</summary>
internal static class DirectiveArguments
{
    public static ValueNode? Find(DirectiveNode directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    public static string? Label(DirectiveNode directive) => (Find(directive, "label") as StringValueNode)?.Value;
}
