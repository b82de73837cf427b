using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>The time that a provider takes for a whole file, in ten steps.</summary>
internal sealed class SandboxWork(SandboxOptions options, TimeProvider clock)
{
    public const int Steps = 10;

    /// <exception cref="ProviderFailureException">The prompt asks for it.</exception>
    public async Task PlayAsync(string prompt, IProgress<int> progress, CancellationToken cancellationToken)
    {
        Directives.ThrowIfAsked(prompt);
        var pace = Directives.Pace(prompt, options.Pace);
        for (var step = 1; step < Steps; step++)
        {
            if (Directives.IsCut(prompt) && step > Steps / 2)
            {
                throw Directives.Cut();
            }

            await Task.Delay(pace, clock, cancellationToken);
            progress.Report(100 * step / Steps);
        }
    }
}
