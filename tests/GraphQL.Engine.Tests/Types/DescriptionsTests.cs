using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Types;

/// <summary>The engine's own documentation serves as the example.</summary>
public sealed class DescriptionsTests
{
    private readonly Descriptions _descriptions = new();

    [Fact]
    public void A_type_is_described_by_its_summary() =>
        Assert.Equal("Page sizes of a connection field.", _descriptions.Of(typeof(PagingSettings)));

    [Fact]
    public void Code_is_put_in_backticks() => Assert.Equal(
        "Any type of a schema: named, list or non-null. Its text is how SDL writes it: `[Product!]!`.", _descriptions.Of(typeof(GraphType)));

    [Fact]
    public void A_property_is_described_by_its_summary() =>
        Assert.Equal("The named type inside all lists and non-nulls.", _descriptions.Of(typeof(GraphType).GetProperty(nameof(GraphType.Named))!));

    [Fact]
    public void A_positional_property_is_described_by_its_parameter() => Assert.Equal(
        "More than this is refused.", _descriptions.Of(typeof(PagingSettings).GetProperty(nameof(PagingSettings.MaxPageSize))!));

    [Fact]
    public void References_become_names_of_the_schema() => Assert.Equal(
        "Never throws for what the client did: syntax, validation, coercion and resolver errors are in the result. "
            + "Throws `OperationCanceledException` when `cancellationToken` is canceled.",
        _descriptions.Of(typeof(IRequestExecutor).GetMethod(nameof(IRequestExecutor.ExecuteAsync))!));

    [Fact]
    public void A_parameter_is_described_where_its_method_is() => Assert.Equal(
        "A JSON object. It must outlive the request.",
        _descriptions.Of(typeof(OperationRequestBuilder).GetMethod(nameof(OperationRequestBuilder.SetVariables))!.GetParameters()[0]));

    [Fact]
    public void What_is_not_documented_has_no_description()
    {
        Assert.Null(_descriptions.Of(typeof(OperationTypes)));
        Assert.Null(_descriptions.Of(typeof(DescriptionsTests)));
        Assert.Null(_descriptions.Of(typeof(string)));
        Assert.Null(_descriptions.Of(typeof(NameNode).GetMethod(nameof(NameNode.ToString))!));
    }
}
