using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>
/// Answers without any model: the same words for the same prompt, a word at a time, and says what it is. A word counts as a token.
/// <see cref="Directives"/> in the prompt choose other outcomes.
/// </summary>
internal sealed class SandboxTextGenerator(SandboxOptions options, TimeProvider clock) : ITextGenerator
{
    private const int QuotedMax = 120;

    private static readonly string[] Sentences =
    [
        "Chaque mot arrive l'un après l'autre, comme le ferait un vrai modèle.",
        "Le même texte donne toujours la même réponse, ce qui aide à tester.",
        "Les crédits sont réservés au départ, puis seul l'usage réel est débité.",
        "Vous pouvez m'interrompre à tout moment : seule la partie livrée compte.",
        "Configurez une clé de fournisseur pour obtenir de vraies réponses.",
        "Rien de ce que j'écris ici ne vient d'un réseau de neurones.",
        "Cette phrase a été choisie par une empreinte de votre demande.",
        "Un accent, une apostrophe, un emoji 🙂 : tout passe sans dommage.",
    ];

    public AiProvider Provider => AiProvider.Sandbox;

    public async IAsyncEnumerable<TextChunk> StreamAsync(TextRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Directives.ThrowIfAsked(request.Prompt);
        var pace = Directives.Pace(request.Prompt, options.Pace);
        var words = Answer(request).Split(' ');
        var written = Math.Min(words.Length, request.OutputTokensMax);
        for (var i = 0; i < written; i++)
        {
            if (Directives.IsCut(request.Prompt) && i > words.Length / 2)
            {
                throw Directives.Cut();
            }

            await Task.Delay(pace, clock, cancellationToken);
            yield return new TextChunk.Delta(i == 0 ? words[i] : " " + words[i]);
        }

        yield return new TextChunk.Finished(
            written < words.Length ? FinishReason.Length : FinishReason.Stop,
            new TokenUsage(request.Conversation.Sum(turn => CountWords(turn.Text)) + CountWords(request.SystemPrompt ?? ""), written));
    }

    private static string Answer(TextRequest request)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(request.SystemPrompt + "\n" + request.Prompt));
        var chosen = hash.Take(4).Select(value => Sentences[value % Sentences.Length]).Distinct();
        return $"[sandbox] Je suis le bac à sable de Webox, pas un modèle. Vous avez demandé : « {Quote(request.Prompt)} ».{Given(request)} {string.Join(' ', chosen)}";
    }

    // What came with the prompt, so that a client sees what a model would be given.
    private static string Given(TextRequest request)
    {
        var images = request.Images.Count == 0 ? "" : $" Images jointes : {request.Images.Count}.";
        return request.Turns.LastOrDefault(turn => turn.Role is TurnRole.User) is { } last
            ? $"{images} Avant cela, {request.Turns.Count / 2} échange(s), le dernier sur « {Quote(last.Text)} »."
            : images;
    }

    private static string Quote(string prompt)
    {
        var line = string.Join(' ', prompt.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= QuotedMax)
        {
            return line;
        }

        // Not through the middle of a surrogate pair.
        return line[..(char.IsHighSurrogate(line[QuotedMax - 1]) ? QuotedMax - 1 : QuotedMax)] + "…";
    }

    private static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
