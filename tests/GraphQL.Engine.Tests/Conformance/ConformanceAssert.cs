namespace Webox.GraphQL.Engine.Tests.Conformance;

public static class ConformanceAssert
{
    /// <summary>Judges every case and fails with the complaints, in full.</summary>
    /// <param name="judge">Null: the case is as it should be.</param>
    public static void All(IReadOnlyList<ConformanceCase> cases, Func<ConformanceCase, string?> judge)
    {
        var complaints = cases.Select(judge).OfType<string>().ToArray();

        if (complaints.Length > 0)
        {
            Assert.Fail($"{complaints.Length} of {cases.Count} cases are not as they should be:\n{string.Join('\n', complaints)}");
        }
    }
}
