using Webox.Domain.Customers;

namespace Webox.Domain.Uploads;

/// <summary>Identifies an <see cref="Upload"/>.</summary>
public readonly record struct UploadId(Guid Value) : IEntityId<UploadId>
{
    public static UploadId From(Guid value) => new(value);
}

/// <summary>An image that a customer sent, to go with what they say. Its file is kept under the hash of its content.</summary>
public sealed class Upload
{
    /// <summary>Longest file.</summary>
    public const int BytesMax = 10 * 1024 * 1024;

    /// <summary>Most pixels: width times height.</summary>
    public const long PixelsMax = 24_000_000;

    /// <summary>Uploads of one customer that wait to be used.</summary>
    public const int UnusedMax = 50;

    /// <summary>How long one is kept that nothing uses.</summary>
    public static readonly TimeSpan UnusedLifetime = TimeSpan.FromHours(24);

    private Upload()
    {
        // EF Core
    }

    public UploadId Id { get; private init; }

    public CustomerId CustomerId { get; private init; }

    /// <summary>By the content's first bytes, never by what the client claims.</summary>
    public string MediaType { get; private init; } = null!;

    /// <summary>Length.</summary>
    public long Bytes { get; private init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public string Sha256 { get; private init; } = null!;

    /// <summary>In pixels.</summary>
    public int Width { get; private init; }

    /// <summary>In pixels.</summary>
    public int Height { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it is removed. Null while something uses it.</summary>
    public DateTimeOffset? ExpiresAt { get; private init; }

    public static Upload Receive(CustomerId customer, UploadedImage image, DateTimeOffset now) => new()
    {
        Id = UploadId.From(Guid.CreateVersion7(now)),
        CustomerId = customer,
        MediaType = image.MediaType,
        Bytes = image.Bytes,
        Sha256 = image.Sha256,
        Width = image.Width,
        Height = image.Height,
        CreatedAt = now,
        ExpiresAt = now + UnusedLifetime,
    };
}

/// <summary>What a received file is by its own bytes, and the hash it is kept under.</summary>
public sealed record UploadedImage(string MediaType, int Width, int Height, long Bytes, string Sha256);
