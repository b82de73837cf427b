using Webox.GraphQL.Engine.Execution.Costs;

namespace Webox.GraphQL.Engine.Execution.Results;

/// <summary>Writes the <c>extensions</c> entry of a response. https://spec.graphql.org/September2025/#sec-Extensions</summary>
internal static class ExtensionsWriter
{
    public static void Write(JsonBuffer buffer, CostReport cost)
    {
        buffer.WriteRaw(",\"extensions\":{\"cost\":{\"requested\":"u8);
        buffer.WriteNumber(cost.Requested);
        buffer.WriteRaw(",\"remaining\":"u8);
        buffer.WriteNumber(cost.Remaining);
        buffer.WriteRaw(",\"perMinute\":"u8);
        buffer.WriteNumber(cost.PerMinute);
        buffer.WriteRaw("}}"u8);
    }
}
