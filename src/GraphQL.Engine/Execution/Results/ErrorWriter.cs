namespace Webox.GraphQL.Engine.Execution.Results;

/// <summary>Writes the <c>errors</c> entry of a response. https://spec.graphql.org/September2025/#sec-Errors.Error-Result-Format</summary>
internal static class ErrorWriter
{
    public static void Write(JsonBuffer buffer, IReadOnlyList<IError> errors)
    {
        buffer.WriteRaw("\"errors\":["u8);
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
            {
                buffer.WriteByte((byte)',');
            }

            WriteError(buffer, errors[i]);
        }

        buffer.WriteByte((byte)']');
    }

    private static void WriteError(JsonBuffer buffer, IError error)
    {
        buffer.WriteRaw("{\"message\":"u8);
        buffer.WriteString(error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            WriteLocations(buffer, locations);
        }

        if (error.Path is { } path)
        {
            buffer.WriteRaw(",\"path\":"u8);
            JsonValueWriter.Write(buffer, path);
        }

        WriteExtensions(buffer, error);
        buffer.WriteByte((byte)'}');
    }

    private static void WriteLocations(JsonBuffer buffer, IReadOnlyList<Location> locations)
    {
        buffer.WriteRaw(",\"locations\":["u8);
        for (var i = 0; i < locations.Count; i++)
        {
            buffer.WriteRaw(i == 0 ? "{\"line\":"u8 : ",{\"line\":"u8);
            buffer.WriteNumber(locations[i].Line);
            buffer.WriteRaw(",\"column\":"u8);
            buffer.WriteNumber(locations[i].Column);
            buffer.WriteByte((byte)'}');
        }

        buffer.WriteByte((byte)']');
    }

    private static void WriteExtensions(JsonBuffer buffer, IError error)
    {
        if (error.Code is null && error.Extensions is not { Count: > 0 })
        {
            return;
        }

        var extensions = new OrderedDictionary<string, object?>();
        if (error.Code is not null)
        {
            extensions["code"] = error.Code;
        }

        foreach (var (key, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            extensions.TryAdd(key, value);
        }

        buffer.WriteRaw(",\"extensions\":"u8);
        JsonValueWriter.Write(buffer, extensions);
    }
}
