using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Sdl;

internal static class SdlErrors
{
    public static void Report(this List<IError> errors, string message, params IEnumerable<SyntaxNode> nodes) => errors.Add(new Error
    {
        Message = message,
        Code = ErrorCodes.ValidationFailed,
        Locations = [.. nodes.Select(node => node.Location)],
    });
}
