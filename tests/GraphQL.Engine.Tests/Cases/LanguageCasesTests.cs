using System.Text.Json.Nodes;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>Documents without a schema: how they are printed, or why they are none.</summary>
public class LanguageCasesTests
{
    public static TheoryData<string> Subjects => CaseFile.Subjects("Language");

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Every_document_is_refused_or_printed_as_the_reference_does(string subject) =>
        CaseAssert.All(CaseFile.Read("Language", subject), @case => Answer(@case.Document));

    private static JsonObject Answer(string document)
    {
        try
        {
            return CaseAnswer.Printed(Printer.Print(Parser.ParseDocument(document)));
        }
        catch (GraphQLException refused)
        {
            return CaseAnswer.Errors(refused.Errors);
        }
    }
}
