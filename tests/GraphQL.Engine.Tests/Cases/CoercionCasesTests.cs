namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>Literals and variables as a resolver gets them, or why they are refused.</summary>
public class CoercionCasesTests
{
    public static TheoryData<string> Subjects => CaseFile.Subjects("Coercion");

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task Every_input_is_coerced_or_refused_as_the_reference_does(string subject)
    {
        var file = CaseFile.Read("Coercion", subject);
        await using var server = new CaseServer(file);

        await CaseAssert.AllAsync(file, server.AnswerAsync);
    }
}
