using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Worker;

public sealed class TextAttemptTests
{
    [Theory]
    [InlineData("true", 0.3)]
    [InlineData("false", null)]
    public async Task A_temperature_is_left_out_for_a_model_that_takes_none(string accepts, double? sent)
    {
        var models = Path.Combine(Path.GetTempPath(), $"webox-tests-{Guid.CreateVersion7():N}.json");
        await File.WriteAllTextAsync(models, $$"""{ "models": [ { "id": "sandbox/text", "acceptsTemperature": {{accepts}} } ] }""");
        var generator = new AskedTextGenerator();
        await using var webox = await TestWebox.OpenAsync(
            DatabaseKind.Sqlite,
            new Dictionary<string, string?> { ["WEBOX_MODELS"] = models },
            services => services.RemoveAll<ITextGenerator>().AddSingleton<ITextGenerator>(generator));
        var customer = await webox.GivenCustomerAsync();
        await webox.GivenQueuedAsync(customer, options: new GenerationOptions { OutputTokensMax = 16, Temperature = 0.3 });

        await using var host = await WorkerHost.StartAsync(webox);

        Assert.Equal(sent, (await generator.Asked.Task).Temperature);
    }

    /// <summary>Remembers what it was asked.</summary>
    private sealed class AskedTextGenerator : ITextGenerator
    {
        public AiProvider Provider => AiProvider.Sandbox;

        public TaskCompletionSource<TextRequest> Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async IAsyncEnumerable<TextChunk> StreamAsync(TextRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Asked.TrySetResult(request);
            await Task.Yield();
            yield return ScriptedTextGenerator.Stop(1, 1);
        }
    }
}
