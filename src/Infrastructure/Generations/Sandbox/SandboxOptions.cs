namespace Webox.Infrastructure.Generations.Sandbox;

/// <param name="Pace">Between two pieces of an answer: fast enough to use, slow enough to see.</param>
internal sealed record SandboxOptions(TimeSpan Pace)
{
    public static readonly SandboxOptions Default = new(TimeSpan.FromMilliseconds(40));
}
