using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>Reads the image files that a generation names.</summary>
internal sealed class PromptImages(IArtifactStore artifacts)
{
    public async Task<IReadOnlyList<TextTurn>> ReadAsync(IReadOnlyList<Turn> turns, CancellationToken cancellationToken)
    {
        var read = new List<TextTurn>();
        foreach (var turn in turns)
        {
            read.Add(new TextTurn(turn.Role, turn.Text, await ReadAsync(turn.Images, cancellationToken)));
        }

        return read;
    }

    /// <exception cref="ProviderFailureException">A file is gone.</exception>
    public async Task<IReadOnlyList<ImageContent>> ReadAsync(IReadOnlyList<PromptImage> images, CancellationToken cancellationToken)
    {
        var read = new List<ImageContent>();
        foreach (var image in images)
        {
            await using var file = await artifacts.OpenReadAsync(image.Sha256, cancellationToken)
                ?? throw new ProviderFailureException(GenerationFailureCode.Internal, "An image of the prompt is gone.", isRetryable: false);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, cancellationToken);
            read.Add(new ImageContent(image.MediaType, bytes));
        }

        return read;
    }
}
