using System.Text.Json;

namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>An error of a transport as JSON: there is no execution whose result could write it.</summary>
internal static class ErrorJson
{
    /// <summary>A whole response with one error and no data.</summary>
    public static byte[] Response(string code, string message) =>
        JsonSerializer.SerializeToUtf8Bytes(new { errors = List(code, message) });

    /// <summary>The payload of an <c>error</c> message: a list of errors.</summary>
    public static byte[] Errors(string code, string message) => JsonSerializer.SerializeToUtf8Bytes(List(code, message));

    private static object[] List(string code, string message) => [new { message, extensions = new { code } }];
}
