using Webox.Domain.Generations;

namespace Webox.Domain.Conversations;

/// <summary>
/// What of a conversation a model is given before the new message: whole exchanges, from the newest back, as long as everything fits.
/// <list type="bullet">
/// <item>Everything is the system prompt, the exchanges and the new message. It fits the model's window without the tokens it may write
/// (bytes bound tokens), 64 KiB of text, and the number and bytes of images of one request. The first exchange that does not fit ends it:
/// there are no gaps and no halves.</item>
/// <item>Of several replies to one message a model is given its own, else the first that succeeded, else the first that the customer
/// stopped in the middle.</item>
/// <item>Failed, empty and unfinished replies are left out, and so is a message that has no other: an exchange always has both sides. A
/// model that takes no images is given no exchange with images.</item>
/// </list>
/// </summary>
public static class ContextRule
{
    /// <summary>Most text a model is given, in bytes of UTF-8.</summary>
    public const int BytesMax = 64 * 1024;

    /// <summary>Exchanges that are looked at.</summary>
    public const int ExchangesMax = 50;

    /// <param name="newestFirst">What was said before.</param>
    /// <param name="options">With the system prompt and the most the model may write.</param>
    /// <returns>Oldest first.</returns>
    /// <exception cref="PromptTooLongException">The new message alone does not fit.</exception>
    public static IReadOnlyList<Turn> Choose(
        IEnumerable<Exchange> newestFirst, Model model, string prompt, IReadOnlyList<PromptImage> images, GenerationOptions options)
    {
        var window = (model.ContextTokensMax ?? int.MaxValue) - (options.OutputTokensMax ?? 0);
        var size = PromptSize.Of(prompt, options.SystemPrompt, GenerationContext.Of([], images));
        if (!Fits(size, window))
        {
            throw PromptTooLongException.OfWindow(Math.Clamp(window, 0, Model.PromptBytesMax));
        }

        var chosen = new List<Turn>();
        foreach (var exchange in newestFirst.Take(ExchangesMax))
        {
            if (ReplyFor(exchange, model) is not { } reply || (exchange.Images.Count > 0 && !model.AcceptsImages))
            {
                continue;
            }

            size += PromptSize.Of(exchange.Text, exchange.Images) + PromptSize.Of(reply.Text);
            if (!Fits(size, window))
            {
                break;
            }

            chosen.Add(Turn.Assistant(reply.Text));
            chosen.Add(Turn.User(exchange.Text, exchange.Images));
        }

        chosen.Reverse();
        return chosen;
    }

    private static Reply? ReplyFor(Exchange exchange, Model model)
    {
        var usable = exchange.Replies.Where(reply => reply.IsUsable).ToList();
        return usable.Find(reply => reply.Model == model.Id)
            ?? usable.Find(reply => reply.Status is GenerationStatus.Succeeded)
            ?? usable.FirstOrDefault();
    }

    private static bool Fits(PromptSize size, int window) =>
        size.Tokens <= window && size.Bytes <= BytesMax && size.Images <= PromptImage.CountMax && size.ImageBytes <= PromptImage.BytesMax;
}
