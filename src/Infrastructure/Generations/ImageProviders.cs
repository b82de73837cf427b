using Microsoft.Extensions.Configuration;
using Webox.Application.Generations;
using Webox.Infrastructure.Generations.Gemini;
using Webox.Infrastructure.Generations.OpenAi;

namespace Webox.Infrastructure.Generations;

internal sealed class ImageProviders(IEnumerable<IImageGenerator> always, IConfiguration configuration, TimeProvider clock)
    : Providers<IImageGenerator>(always, Configured(configuration, clock))
{
    private static IEnumerable<IImageGenerator> Configured(IConfiguration configuration, TimeProvider clock)
    {
        if (OpenAiOptions.From(configuration) is { } openAi)
        {
            yield return new ImagesGenerator(openAi, ProviderHttp.Create(), PublicHttp.Create(), clock);
        }

        if (GeminiOptions.From(configuration) is { } gemini)
        {
            yield return new GoogleImageGenerator(
                new GeminiImageGenerator(gemini, ProviderHttp.Create(), clock), new ImagenGenerator(gemini, ProviderHttp.Create(), clock));
        }
    }
}
