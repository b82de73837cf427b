namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class UniqueOperationNamesRuleTests : RuleTests
{
    [Fact]
    public void One_anonymous_operation_and_several_fragments() =>
        ExpectValid(
            """
            { dog { ...F } }
            fragment F on Dog { name }
            """);

    [Fact]
    public void Different_names() =>
        ExpectValid(
            """
            query A { cat { nickname } }
            mutation B { adopt(id: 1) { name } }
            """);

    [Fact]
    public void A_fragment_may_be_called_like_an_operation() =>
        ExpectValid(
            """
            query F { dog { ...F } }
            fragment F on Dog { name }
            """);

    [Fact]
    public void The_same_name_twice() =>
        ExpectErrors(
            """
            query A { cat { nickname } }
            query A { dog { nickname } }
            """,
            "There can be only one operation named \"A\". (1:7, 2:7)");

    [Fact]
    public void Each_further_one_is_compared_with_the_first_whatever_its_kind() =>
        ExpectErrors(
            """
            query A { cat { nickname } }
            mutation A { adopt(id: 1) { name } }
            subscription A { petAdopted { name } }
            """,
            "There can be only one operation named \"A\". (1:7, 2:10)",
            "There can be only one operation named \"A\". (1:7, 3:14)");
}
