using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation;

namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>Each rule for type system documents by itself: a subject is a rule's name, or <c>Rule.Part</c>.</summary>
public class SdlCasesTests
{
    public static TheoryData<string> Subjects => CaseFile.Subjects("Sdl");

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Every_document_is_judged_as_the_reference_judges_it(string subject)
    {
        var file = CaseFile.Read("Sdl", subject);
        var options = new ValidationOptions { RuleNames = [subject.Split('.')[0]], ErrorsMax = 100, SuggestionsEnabled = true };

        CaseAssert.All(file, @case =>
        {
            var extended = @case.Extends is { } name ? SdlSchemaBuilder.Build(Parser.ParseDocument(file.ReadText(name))) : null;
            return CaseAnswer.Errors(SdlValidator.Validate(Parser.ParseDocument(@case.Document), extended, options));
        });
    }
}
