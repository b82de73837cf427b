namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>What a schema says of itself.</summary>
public class IntrospectionCasesTests
{
    public static TheoryData<string> Subjects => CaseFile.Subjects("Introspection");

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task Every_schema_describes_itself_as_the_reference_does(string subject)
    {
        var file = CaseFile.Read("Introspection", subject);
        await using var server = new CaseServer(file);

        await CaseAssert.AllAsync(file, server.AnswerAsync);
    }
}
