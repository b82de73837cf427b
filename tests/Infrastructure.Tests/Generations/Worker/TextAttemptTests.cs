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
        var models = TemporaryFolder.NewPath("models", ".json");
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

    [Fact]
    public async Task A_model_is_given_what_was_kept_with_its_generation()
    {
        var generator = new AskedTextGenerator();
        await using var webox = await WorkerHost.OpenAsync(DatabaseKind.Sqlite, generator);
        var customer = await webox.GivenCustomerAsync();
        var sha256 = await webox.Services.GetRequiredService<IArtifactStore>().SaveAsync(Talk.Picture.Bytes, default);
        var image = new PromptImage(sha256, "image/png", Talk.Picture.Bytes.Length);
        await webox.GivenQueuedAsync(
            customer, "sure?", context: new GenerationContext([Turn.User("what", [image]), Turn.Assistant("a cat")], [image, image]));

        await using var host = await WorkerHost.StartAsync(webox);
        var asked = await generator.Asked.Task;

        Assert.Equal(["what", "a cat", "sure?"], asked.Conversation.Select(turn => turn.Text));
        Assert.Equal([1, 0, 2], asked.Conversation.Select(turn => turn.Images.Count));
        Assert.All(asked.Conversation.SelectMany(turn => turn.Images), read => Assert.Equal("image/png", read.MediaType));
        Assert.All(asked.Conversation.SelectMany(turn => turn.Images), read => Assert.Equal(Talk.Picture.Bytes, read.Bytes));
    }

    [Fact]
    public async Task An_image_that_is_gone_ends_the_generation_at_no_cost()
    {
        await using var webox = await WorkerHost.OpenAsync(DatabaseKind.Sqlite, new AskedTextGenerator());
        var customer = await webox.GivenCustomerAsync();
        var gone = new PromptImage(new string('0', 64), "image/png", 8);
        var generation = await webox.GivenQueuedAsync(customer, context: new GenerationContext([], [gone]));

        await using var host = await WorkerHost.StartAsync(webox);
        var ended = await Eventually.ReadAsync(() => webox.ReadAsync(generation.Id), read => read.IsFinished);

        Assert.Equal((GenerationStatus.Failed, GenerationFailureCode.Internal, 0), (ended.Status, ended.FailureCode, ended.Credits));
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
