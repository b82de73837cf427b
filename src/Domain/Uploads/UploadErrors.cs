namespace Webox.Domain.Uploads;

/// <summary>No PNG, JPEG or WebP, whatever it is called.</summary>
public sealed class UnsupportedUploadException() : DomainException("Seules les images PNG, JPEG et WebP sont acceptées.");

public sealed class UploadTooLargeException()
    : DomainException($"L'image dépasse {Upload.BytesMax / (1024 * 1024)} Mio ou {Upload.PixelsMax / 1_000_000} mégapixels.");

public sealed class TooManyUploadsException() : DomainException($"Vous avez déjà {Upload.UnusedMax} fichiers inutilisés ; utilisez-les ou attendez.");
