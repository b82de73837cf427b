namespace Webox.Infrastructure.Tests.Generations;

/// <summary>Remembers what was reported, in order.</summary>
internal sealed class SeenProgress : IProgress<int>
{
    public List<int> Percents { get; } = [];

    public void Report(int value) => Percents.Add(value);
}
