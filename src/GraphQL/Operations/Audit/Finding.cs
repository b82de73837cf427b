namespace Webox.GraphQL.Operations.Audit;

/// <summary>What an audit found out about one capability.</summary>
/// <param name="Detail">What was seen.</param>
internal sealed record Finding(string Capability, Standing Standing, string Detail);

internal enum Standing
{
    /// <summary>It was used, and did what it should.</summary>
    Works,

    /// <summary>It works as a sandbox: nothing real moves or is made.</summary>
    Sandbox,

    /// <summary>It is configured and offered to customers. The audit did not use it, because that costs money.</summary>
    Offered,

    /// <summary>It is not there, because nobody configured it or it is not for this environment.</summary>
    NotConfigured,

    /// <summary>It should work and does not.</summary>
    Failed,
}
