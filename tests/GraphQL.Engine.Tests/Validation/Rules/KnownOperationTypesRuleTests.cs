using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class KnownOperationTypesRuleTests : RuleTests
{
    [Fact]
    public void All_kinds_that_the_schema_offers_are_known() =>
        ExpectValid(
            """
            query Q { dog { name } }
            mutation M { adopt(id: 1) { name } }
            subscription S { petAdopted { name } }
            """);

    [Fact]
    public void Kinds_that_the_schema_does_not_offer_are_refused()
    {
        var queriesOnly = SdlSchemaBuilder.Build(Parser.ParseDocument("type Query { a: Int }"));

        var errors = Validate(queriesOnly, "mutation { a } subscription { a } { a }");

        Assert.Equal(
            [
                "The mutation operation is not supported by the schema. (1:1)",
                "The subscription operation is not supported by the schema. (1:16)",
            ],
            errors.Select(ErrorText.Of));
    }
}
