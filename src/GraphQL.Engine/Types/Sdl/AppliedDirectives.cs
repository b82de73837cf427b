using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Sdl;

/// <summary>What the specified directives say where SDL applies them.</summary>
internal static class AppliedDirectives
{
    public static string? FindDeprecationReason(IReadOnlyList<DirectiveNode> directives) =>
        Find(directives, SpecifiedDirectives.Deprecated) is { } deprecated
            ? FindText(deprecated, "reason") ?? SpecifiedDirectives.DefaultDeprecationReason
            : null;

    public static string? FindSpecifiedByUrl(IReadOnlyList<DirectiveNode> directives) =>
        Find(directives, SpecifiedDirectives.SpecifiedBy) is { } specifiedBy ? FindText(specifiedBy, "url") : null;

    public static bool IsOneOf(IReadOnlyList<DirectiveNode> directives) => Find(directives, SpecifiedDirectives.OneOf) is not null;

    private static DirectiveNode? Find(IReadOnlyList<DirectiveNode> directives, DirectiveDefinition definition) =>
        directives.FirstOrDefault(directive => directive.Name.Value == definition.Name);

    private static string? FindText(DirectiveNode directive, string argument) =>
        (directive.Arguments.FirstOrDefault(candidate => candidate.Name.Value == argument)?.Value as StringValueNode)?.Value;
}
