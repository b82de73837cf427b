using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Webox.Domain.Uploads;

namespace Webox.GraphQL.Uploads;

/// <summary>The one file of a request: its body as it is, or the only part of a multipart form that is a file.</summary>
internal static class UploadBody
{
    // What frames the parts of a form.
    private const int FrameBytesMax = 64 * 1024;

    /// <returns>Null when a form has no file, or more than one.</returns>
    /// <exception cref="UploadTooLargeException">It has too many bytes; the rest is not read.</exception>
    /// <exception cref="InvalidDataException">The form is broken.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = Upload.BytesMax + FrameBytesMax;
        if (context.Request.ContentLength > Upload.BytesMax + FrameBytesMax)
        {
            throw new UploadTooLargeException();
        }

        try
        {
            return MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? await ReadFormAsync(context.Request.Body, HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), cancellationToken)
                : await ReadFileAsync(context.Request.Body, cancellationToken);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new UploadTooLargeException();
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            throw new InvalidDataException("The form ends before its end.", broken);
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadFormAsync(Stream body, string boundary, CancellationToken cancellationToken)
    {
        if (boundary.Length is 0 or > 70)
        {
            throw new InvalidDataException("The form has no boundary.");
        }

        ReadOnlyMemory<byte>? file = null;
        var parts = new MultipartReader(boundary, body);
        while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) || !disposition.IsFileDisposition())
            {
                continue;
            }

            if (file is not null)
            {
                return null;
            }

            file = await ReadFileAsync(part.Body, cancellationToken);
        }

        return file;
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadFileAsync(Stream body, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (content.Length + read > Upload.BytesMax)
            {
                throw new UploadTooLargeException();
            }

            content.Write(buffer, 0, read);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }
}
