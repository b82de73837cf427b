using System.Runtime.CompilerServices;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using static Webox.Infrastructure.Tests.Generations.Worker.ScriptedTextGenerator;

namespace Webox.Infrastructure.Tests.Generations.Worker;

/// <summary>What a scripted provider may do with a call.</summary>
internal static class Scripts
{
    /// <summary>These chunks; null breaks the stream.</summary>
    public static async IAsyncEnumerable<TextChunk> Chunks(params TextChunk?[] chunks)
    {
        foreach (var chunk in chunks)
        {
            await Task.Yield();
            yield return chunk ?? throw new ProviderFailureException(
                GenerationFailureCode.StreamInterrupted, "cut", isRetryable: true, retryAfter: TimeSpan.Zero);
        }
    }

    public static async IAsyncEnumerable<TextChunk> Fail(ProviderFailureException failure)
    {
        await Task.Yield();
        throw failure;
#pragma warning disable CS0162 // An iterator needs one.
        yield break;
#pragma warning restore CS0162
    }

    public static async IAsyncEnumerable<TextChunk> ThenHang(string text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Text(text);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    public static async IAsyncEnumerable<TextChunk> WhenReleased(Task release)
    {
        yield return Text("vieux");
        await release;
        yield return Stop(1, 1);
    }
}
