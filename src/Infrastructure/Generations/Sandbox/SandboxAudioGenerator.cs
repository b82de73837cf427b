using System.Security.Cryptography;
using System.Text;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>
/// Plays a tone for each word, at most ten seconds, and says in the file that it is no voice. The same words give the same file. Always
/// WAV, whatever was asked for. Integer arithmetic only, so that every machine sounds the same.
/// </summary>
internal sealed class SandboxAudioGenerator(SandboxOptions options, TimeProvider clock) : IAudioGenerator
{
    private const int SamplesPerSecond = 16_000;
    private const int WordSamples = SamplesPerSecond / 5;
    private const int PauseSamples = SamplesPerSecond / 20;
    private const int SamplesMax = 10 * SamplesPerSecond;
    private const int Loudness = 8000;

    /// <summary>In hertz: the pentatonic scale, so that any words sound well.</summary>
    private static readonly int[] Tones = [262, 294, 330, 392, 440, 523, 587, 659];

    public AiProvider Provider => AiProvider.Sandbox;

    public async Task<byte[]> GenerateAsync(AudioRequest request, IProgress<int> progress, CancellationToken cancellationToken)
    {
        await new SandboxWork(options, clock).PlayAsync(request.Text, progress, cancellationToken);
        var samples = new List<short>();
        foreach (var word in request.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (samples.Count + WordSamples + PauseSamples > SamplesMax)
            {
                break;
            }

            AddTone(samples, Pitch(word, request.Voice));
        }

        return WavWriter.Write(SamplesPerSecond, samples, "SANDBOX", "SANDBOX: tones for words, not a voice.");
    }

    private static int Pitch(string word, string voice)
    {
        var tone = Tones[SHA256.HashData(Encoding.UTF8.GetBytes(word))[0] % Tones.Length];
        return voice == "grave" ? tone / 2 : tone;
    }

    // A triangle, with a soft beginning and end.
    private static void AddTone(List<short> samples, int hertz)
    {
        for (var i = 0; i < WordSamples; i++)
        {
            var phase = (int)((long)i * hertz * 4 * Loudness / SamplesPerSecond % (4 * Loudness));
            var wave = phase < 2 * Loudness ? phase - Loudness : 3 * Loudness - phase;
            var softness = Math.Min(WordSamples / 10, Math.Min(i, WordSamples - 1 - i));
            samples.Add((short)(wave * softness / (WordSamples / 10)));
        }

        samples.AddRange(new short[PauseSamples]);
    }
}
