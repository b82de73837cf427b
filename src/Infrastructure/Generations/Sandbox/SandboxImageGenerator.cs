using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>Draws a pattern from the hash of the prompt and writes SANDBOX across it. The same prompt gives the same file.</summary>
internal sealed class SandboxImageGenerator(SandboxOptions options, TimeProvider clock) : IImageGenerator
{
    public AiProvider Provider => AiProvider.Sandbox;

    public async Task<IReadOnlyList<byte[]>> GenerateAsync(
        ImageRequest request, IProgress<int> progress, CancellationToken cancellationToken)
    {
        await new SandboxWork(options, clock).PlayAsync(request.Prompt, progress, cancellationToken);
        var sides = request.Size.Split('x');
        var width = int.Parse(sides[0], CultureInfo.InvariantCulture);
        var height = int.Parse(sides[1], CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(1, request.Count).Select(number => Draw(request.Prompt, number, width, height))];
    }

    private static byte[] Draw(string prompt, int number, int width, int height)
    {
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}\n{prompt}")));
        var canvas = new Canvas(width, height);
        canvas.Gradient(Color.Of(seed, 0), Color.Of(seed, 3));
        for (var i = 0; i < 6; i++)
        {
            canvas.Disc(width * seed[6 + i] / 255, height * seed[12 + i] / 255, (width + height) * (20 + seed[18 + i] % 60) / 1000, Color.Of(seed, 24 - i));
        }

        canvas.Write("SANDBOX");
        return PngEncoder.Encode(canvas.Width, canvas.Height, canvas.Pixels);
    }
}
