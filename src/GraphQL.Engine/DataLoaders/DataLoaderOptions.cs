namespace Webox.GraphQL.Engine.DataLoaders;

public sealed class DataLoaderOptions
{
    /// <summary>Keys in a batch; more make further batches. Default: 1,024.</summary>
    public int MaxBatchSize { get; set; } = 1024;
}
