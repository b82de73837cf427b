using Microsoft.Extensions.Configuration;
using Webox.Application.Generations;
using Webox.Infrastructure.Generations.OpenAi;

namespace Webox.Infrastructure.Generations;

internal sealed class AudioProviders(IEnumerable<IAudioGenerator> always, IConfiguration configuration, TimeProvider clock)
    : Providers<IAudioGenerator>(always, Configured(configuration, clock))
{
    private static IEnumerable<IAudioGenerator> Configured(IConfiguration configuration, TimeProvider clock)
    {
        if (OpenAiOptions.From(configuration) is { } openAi)
        {
            yield return new SpeechGenerator(openAi, ProviderHttp.Create(), clock);
        }
    }
}
