using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation;

namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>Each rule for operations by itself: a subject is a rule's name, or <c>Rule.Part</c> for a rule that has many.</summary>
public class ValidationCasesTests
{
    public static TheoryData<string> Subjects => CaseFile.Subjects("Validation");

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Every_document_is_judged_as_the_reference_judges_it(string subject)
    {
        var file = CaseFile.Read("Validation", subject);
        var schema = SdlSchemaBuilder.Build(Parser.ParseDocument(file.Schema!, ParserOptions.Unlimited));
        var options = new ValidationOptions { RuleNames = [subject.Split('.')[0]], ErrorsMax = 100, SuggestionsEnabled = true };

        CaseAssert.All(file, @case => CaseAnswer.Errors(
            DocumentValidator.Validate(schema, Parser.ParseDocument(@case.Document, ParserOptions.Unlimited), options)));
    }
}
