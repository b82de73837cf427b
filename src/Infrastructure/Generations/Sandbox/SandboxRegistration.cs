using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations.Sandbox;

internal static class SandboxRegistration
{
    public static IServiceCollection AddSandbox(this IServiceCollection services) => services
        .AddSingleton(SandboxOptions.Default)
        .AddSingleton<ITextGenerator, SandboxTextGenerator>()
        .AddSingleton<IImageGenerator, SandboxImageGenerator>()
        .AddSingleton<IVideoGenerator, SandboxVideoGenerator>()
        .AddSingleton<IAudioGenerator, SandboxAudioGenerator>();
}
