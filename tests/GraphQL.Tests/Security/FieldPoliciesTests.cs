using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Security;

namespace Webox.GraphQL.Tests.Security;

public sealed class FieldPoliciesTests
{
    [Fact]
    public void A_root_field_that_nobody_decided_about_is_named() =>
        Assert.Equal(["Forgetful.Forgotten"], FieldPolicies.RootFieldsWithoutPolicy([typeof(Forgetful), typeof(NoRoot)]));

    [Fact]
    public void A_type_that_nobody_decided_about_is_named_and_parts_of_answers_are_decided() =>
        Assert.Equal(["Secret"], FieldPolicies.TypesWithoutPolicy(["Query", "__Type", "Order", "Secret", "SecretPayload", "SecretConnection", "SecretEdge", "SecretError"]));

    [QueryType]
    private static class Forgetful
    {
        public static int Forgotten() => 1;

        [Authorize]
        public static int Closed() => 1;

        [AllowAnonymous]
        public static int Open() => 1;
    }

    private static class NoRoot
    {
        public static int Helper() => 1;
    }
}
