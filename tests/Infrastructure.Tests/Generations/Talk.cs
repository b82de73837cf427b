using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Tests.Generations;

/// <summary>The conversation that the official packages were recorded with: what is on a picture, an answer, and a doubt.</summary>
internal static class Talk
{
    /// <summary>The first eight bytes of any PNG.</summary>
    public static readonly ImageContent Picture = new("image/png", Convert.FromBase64String("iVBORw0KGgo="));

    public static TextRequest About(string model, string answer = "a cat") => new(model, "sure?", null, null, 64)
    {
        Turns = [new TextTurn(TurnRole.User, "what", [Picture]), new TextTurn(TurnRole.Assistant, answer, [])],
    };
}
