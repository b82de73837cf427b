using Microsoft.Extensions.Configuration;
using Webox.Application.Generations;
using Webox.Infrastructure.Generations.Gemini;
using Webox.Infrastructure.Generations.OpenAi;

namespace Webox.Infrastructure.Generations;

internal sealed class VideoProviders(IEnumerable<IVideoGenerator> always, IConfiguration configuration, TimeProvider clock)
    : Providers<IVideoGenerator>(always, Configured(configuration, clock))
{
    private static IEnumerable<IVideoGenerator> Configured(IConfiguration configuration, TimeProvider clock)
    {
        if (OpenAiOptions.From(configuration) is { } openAi)
        {
            yield return new VideosGenerator(openAi, ProviderHttp.Create(), clock);
        }

        if (GeminiOptions.From(configuration) is { } gemini)
        {
            yield return new VeoGenerator(gemini, ProviderHttp.Create(), PublicHttp.Create(), clock);
        }
    }
}
