namespace Webox.Infrastructure.Generations;

/// <summary>Every provider of one kind of this installation: those that are always there, and those that the configuration has an address or a key for.</summary>
internal abstract class Providers<TGenerator>(IEnumerable<TGenerator> always, IEnumerable<TGenerator> configured) : IDisposable
{
    private readonly TGenerator[] _configured = [.. configured];

    public IEnumerable<TGenerator> All => always.Concat(_configured);

    public void Dispose()
    {
        foreach (var generator in _configured.OfType<IDisposable>())
        {
            generator.Dispose();
        }

        GC.SuppressFinalize(this);
    }
}
