using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Uploads;

namespace Webox.Application.Uploads;

/// <summary>Takes an image in. It is kept for a day, and for as long as a message or a generation uses it.</summary>
public sealed class ReceiveUpload(IWeboxDb db, ICurrentCustomer customer, IImageInspector images, IArtifactStore store, TimeProvider clock)
{
    /// <exception cref="UnsupportedUploadException">No PNG, JPEG or WebP.</exception>
    /// <exception cref="UploadTooLargeException">Too many bytes or pixels.</exception>
    /// <exception cref="TooManyUploadsException">Too many wait to be used.</exception>
    public async Task<Upload> ExecuteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        if (content.Length > Upload.BytesMax)
        {
            throw new UploadTooLargeException();
        }

        var header = images.Read(content.Span) ?? throw new UnsupportedUploadException();
        if (header.IsTooLarge)
        {
            throw new UploadTooLargeException();
        }

        if (await db.Uploads.CountAsync(u => u.CustomerId == owner && u.ExpiresAt != null, cancellationToken) >= Upload.UnusedMax)
        {
            throw new TooManyUploadsException();
        }

        var sha256 = await store.SaveAsync(content, cancellationToken);
        var image = new UploadedImage(header.MediaType, header.Width, header.Height, content.Length, sha256);
        var upload = Upload.Receive(owner, image, clock.GetUtcNow());
        db.Uploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        return upload;
    }
}
