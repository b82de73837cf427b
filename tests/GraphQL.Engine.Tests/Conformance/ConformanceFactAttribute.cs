namespace Webox.GraphQL.Engine.Tests.Conformance;

/// <summary>A test over the conformance corpus. Skipped where the corpus is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConformanceFactAttribute : FactAttribute
{
    public ConformanceFactAttribute()
    {
        if (ConformanceCases.Folder is null)
        {
            Skip = "The conformance corpus is not here: put it into a folder `shared` above the repository, or set WEBOX_SHARED.";
        }
    }
}
