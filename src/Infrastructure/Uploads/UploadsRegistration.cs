using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Uploads;
using Webox.Infrastructure.Sweeps;

namespace Webox.Infrastructure.Uploads;

internal static class UploadsRegistration
{
    /// <summary>Images that customers send, and the removal of those that nobody used.</summary>
    public static IServiceCollection AddUploads(this IServiceCollection services) => services
        .AddSingleton<IImageInspector, ImageInspector>()
        .AddSweep<SweepUploads>(TimeSpan.FromMinutes(10), (uploads, token) => uploads.ExecuteAsync(token));
}
