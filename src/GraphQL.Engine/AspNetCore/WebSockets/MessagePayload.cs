using System.Text.Json;

namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <inheritdoc cref="IOperationMessagePayload"/>
internal sealed class MessagePayload(JsonElement payload) : IOperationMessagePayload
{
    public T? As<T>()
        where T : class
    {
        if (payload.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        try
        {
            return payload.Deserialize<T>(JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            // Another shape than the application knows: for it, as if there were none.
            return null;
        }
    }
}
