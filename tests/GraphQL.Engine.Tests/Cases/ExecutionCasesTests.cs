namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>Requests with the values of their fields.</summary>
public class ExecutionCasesTests
{
    public static TheoryData<string> Subjects => CaseFile.Subjects("Execution");

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task Every_request_is_answered_as_the_reference_answers_it(string subject)
    {
        var file = CaseFile.Read("Execution", subject);
        await using var server = new CaseServer(file);

        await CaseAssert.AllAsync(file, server.AnswerAsync);
    }
}
