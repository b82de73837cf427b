namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class UniqueDirectivesPerLocationRuleSdlTests : SdlRuleTests
{
    [Fact]
    public void A_repeatable_one_and_one_at_different_places() =>
        ExpectValid(
            """
            directive @r repeatable on OBJECT
            directive @d on OBJECT | FIELD_DEFINITION
            type A @r @r @d { x: Int @d y: Int @d }
            extend type A @r
            """);

    [Fact]
    public void Twice_on_a_type_and_its_extensions_and_on_a_schema() =>
        ExpectErrors(
            """
            directive @d on OBJECT | SCHEMA
            schema @d { query: A }
            extend schema @d
            type A @d
            extend type A @d
            """,
            "The directive \"@d\" can only be used once at this location. (2:8, 3:15)",
            "The directive \"@d\" can only be used once at this location. (4:8, 5:15)");
}
