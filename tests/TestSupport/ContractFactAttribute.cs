using Xunit;

namespace Webox.TestSupport;

/// <summary>A test against the providers' own documents and recorded traffic. Skipped where those are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractFactAttribute : FactAttribute
{
    public ContractFactAttribute()
    {
        if (Contracts.Folder is null)
        {
            Skip = "The providers' contracts are not here: put them into a folder `shared/contracts` above the repository, or set WEBOX_SHARED.";
        }
    }
}
