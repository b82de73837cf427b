namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>A transport does not take the request. The message is written for the client.</summary>
internal sealed class RequestRefusedException(int statusCode, string code, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    public string Code { get; } = code;

    public static RequestRefusedException Malformed(string message) => new(400, ErrorCodes.BadRequest, message);
}
