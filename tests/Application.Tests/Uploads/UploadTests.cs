using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Conversations;
using Webox.Application.Generations;
using Webox.Application.Uploads;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Domain.Uploads;
using Webox.TestSupport;

namespace Webox.Application.Tests.Uploads;

public sealed class UploadTests
{
    private static readonly MessageRequest Look = new(null, "Que vois-tu ?", [], null, null, 256, []);

    [Theory, OnSqlite, OnPostgres]
    public async Task An_image_goes_with_a_message_and_with_those_that_follow(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var ada = await RichAsync(webox);
        var upload = await ReceiveAsync(webox, ada, Png(1));

        var first = await SendAsync(webox, ada, Look with { Attachments = [upload.Id] });
        await AnswerAsync(webox, first);
        var second = await SendAsync(webox, ada, Look with { Conversation = first.Conversation.Id, Text = "Sûr ?" });

        var image = new PromptImage(upload.Sha256, "image/png", Png(1).Length);
        Assert.Equal([image], (await webox.ReadAsync(first.Replies[0].GenerationId!.Value)).Context!.Images);
        var turns = (await webox.ReadAsync(second.Replies[0].GenerationId!.Value)).Context!.Turns;
        Assert.Equal([image], turns[0].Images);
        Assert.Equal(["Que vois-tu ?", "Un phare"], turns.Select(turn => turn.Text));
        Assert.Null((await ReadAsync(webox)).Single().ExpiresAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Somebody_elses_image_is_as_unknown_as_one_that_never_was_and_nothing_is_written(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var ada = await RichAsync(webox);
        var eve = await RichAsync(webox, "eve@example.com");
        var upload = await ReceiveAsync(webox, ada, Png(1));

        var refusals = new List<InvalidGenerationOptionException>();
        foreach (var id in new[] { upload.Id, UploadId.From(Guid.CreateVersion7()) })
        {
            refusals.Add(await Assert.ThrowsAsync<InvalidGenerationOptionException>(() => SendAsync(webox, eve, Look with { Attachments = [id] })));
            refusals.Add(await Assert.ThrowsAsync<InvalidGenerationOptionException>(() => GenerateAsync(webox, eve, [id])));
        }

        Assert.All(refusals, refusal => Assert.Equal("attachmentIds", refusal.Option));
        Assert.Single(refusals.Select(refusal => refusal.Message).Distinct());
        await using var db = webox.OpenDb();
        Assert.Equal((0, 0), (await db.Messages.CountAsync(), await db.Generations.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_text_may_be_asked_about_images_and_they_are_part_of_the_request(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var ada = await RichAsync(webox);
        var (one, two) = (await ReceiveAsync(webox, ada, Png(1)), await ReceiveAsync(webox, ada, Png(2)));

        var generation = await GenerateAsync(webox, ada, [one.Id, two.Id], "k1");
        Assert.Equal(generation.Id, (await GenerateAsync(webox, ada, [one.Id, two.Id], "k1")).Id);
        await Assert.ThrowsAsync<IdempotencyKeyReusedException>(() => GenerateAsync(webox, ada, [two.Id, one.Id], "k1"));
        await Assert.ThrowsAsync<IdempotencyKeyReusedException>(() => GenerateAsync(webox, ada, [], "k1"));

        Assert.Equal([one.Sha256, two.Sha256], generation.Context!.Images.Select(image => image.Sha256));
        Assert.True(generation.CreditsHeld >= 2 * PromptImage.TokensMax / 1000);
    }

    [Fact]
    public async Task A_model_that_takes_no_images_refuses_and_so_do_five_or_one_twice()
    {
        await using var blind = await TestWebox.OpenAsync(DatabaseKind.Sqlite, Settings(acceptsImages: false));
        var bob = await RichAsync(blind);
        var image = await ReceiveAsync(blind, bob, Png(1));
        await using var webox = await OpenAsync(DatabaseKind.Sqlite);
        var ada = await RichAsync(webox);
        var five = new List<UploadId>();
        for (byte i = 0; i < 5; i++)
        {
            five.Add((await ReceiveAsync(webox, ada, Png(i))).Id);
        }

        Assert.Empty((await Assert.ThrowsAsync<InvalidGenerationOptionException>(() => SendAsync(blind, bob, Look with { Attachments = [image.Id] }))).Allowed);
        Assert.Equal(["0..4"], (await Assert.ThrowsAsync<InvalidGenerationOptionException>(() => SendAsync(webox, ada, Look with { Attachments = five }))).Allowed);
        Assert.Equal(["0..4"], (await Assert.ThrowsAsync<InvalidGenerationOptionException>(() => GenerateAsync(webox, ada, [five[0], five[0]]))).Allowed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_nobody_used_in_a_day_is_removed_with_its_file_and_what_is_used_stays(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var ada = await RichAsync(webox);
        var eve = await RichAsync(webox, "eve@example.com");
        var unused = await ReceiveAsync(webox, ada, Png(1));
        var used = await ReceiveAsync(webox, ada, Png(2));
        var sameContent = await ReceiveAsync(webox, eve, Png(2));
        await SendAsync(webox, ada, Look with { Attachments = [used.Id] });

        webox.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await SweepAsync(webox));
        webox.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, await SweepAsync(webox));

        Assert.Equal([used.Id], (await ReadAsync(webox)).Select(upload => upload.Id));
        var store = webox.Services.GetRequiredService<IArtifactStore>();
        Assert.Null(await store.OpenReadAsync(unused.Sha256, default));
        await using var kept = await store.OpenReadAsync(sameContent.Sha256, default);
        Assert.NotNull(kept);
        await Assert.ThrowsAsync<InvalidGenerationOptionException>(() => SendAsync(webox, ada, Look with { Attachments = [unused.Id] }));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_images_of_a_deleted_conversation_go_a_day_later_unless_another_has_them(DatabaseKind kind)
    {
        await using var webox = await OpenAsync(kind);
        var ada = await RichAsync(webox);
        var (one, two) = (await ReceiveAsync(webox, ada, Png(1)), await ReceiveAsync(webox, ada, Png(2)));
        var first = await SendAsync(webox, ada, Look with { Attachments = [one.Id, two.Id] });
        await SendAsync(webox, ada, Look with { Attachments = [two.Id] });

        await webox.RunAsync<DeleteConversation>(ada, delete => delete.ExecuteAsync(first.Conversation.Id, default));
        webox.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(1, await SweepAsync(webox));
        Assert.Equal([two.Id], (await ReadAsync(webox)).Select(upload => upload.Id));
    }

    [Fact]
    public async Task What_is_no_image_too_large_or_one_too_many_is_refused_and_nothing_is_written()
    {
        await using var webox = await OpenAsync(DatabaseKind.Sqlite);
        var ada = await RichAsync(webox);

        await Assert.ThrowsAsync<UnsupportedUploadException>(() => ReceiveAsync(webox, ada, "<svg/>"u8.ToArray()));
        await Assert.ThrowsAsync<UploadTooLargeException>(() => ReceiveAsync(webox, ada, [.. Png(1), .. new byte[Upload.BytesMax]]));
        await Assert.ThrowsAsync<UploadTooLargeException>(() => ReceiveAsync(webox, ada, Png(1, width: 6000, height: 4001)));
        Assert.Empty(await ReadAsync(webox));

        for (byte i = 0; i < Upload.UnusedMax; i++)
        {
            await ReceiveAsync(webox, ada, Png(i));
        }

        await Assert.ThrowsAsync<TooManyUploadsException>(() => ReceiveAsync(webox, ada, Png(200)));
        Assert.Equal(Upload.UnusedMax, (await ReadAsync(webox)).Count);
    }

    /// <summary>An installation whose sandbox takes images, or none.</summary>
    private static Dictionary<string, string?> Settings(bool acceptsImages)
    {
        var folder = TemporaryFolder.New("uploads");
        var models = Path.Combine(folder, "models.json");
        File.WriteAllText(models, $$"""{ "models": [ { "id": "sandbox/text", "acceptsImages": {{(acceptsImages ? "true" : "false")}} } ] }""");
        return new() { ["WEBOX_MODELS"] = models, ["WEBOX_DATA"] = folder };
    }

    private static Task<TestWebox> OpenAsync(DatabaseKind kind) => TestWebox.OpenAsync(kind, Settings(acceptsImages: true));

    private static async Task<Customer> RichAsync(TestWebox webox, string email = "ada@example.com")
    {
        var customer = await webox.GivenCustomerAsync(email);
        await webox.GiveCreditsAsync(customer, 10_000);
        return customer;
    }

    private static byte[] Png(byte content, int width = 640, int height = 360) =>
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R',
        .. BigEndian(width), .. BigEndian(height), 8, 6, 0, 0, 0, 0, 0, 0, 0, content,
    ];

    private static byte[] BigEndian(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static Task<Upload> ReceiveAsync(TestWebox webox, Customer customer, byte[] content) =>
        webox.RunAsync<ReceiveUpload, Upload>(customer, receive => receive.ExecuteAsync(content, default));

    private static Task<SentMessage> SendAsync(TestWebox webox, Customer customer, MessageRequest request) =>
        webox.RunAsync<SendMessage, SentMessage>(customer, send => send.ExecuteAsync(request, $"{Guid.CreateVersion7()}", default));

    private static Task<Generation> GenerateAsync(TestWebox webox, Customer customer, IReadOnlyList<UploadId> attachments, string? key = null) =>
        webox.RunAsync<RequestGeneration, Generation>(customer, request => request.ExecuteAsync(
            new GenerationRequest(GenerationKind.Text, null, "Que vois-tu ?", new GenerationOptions { OutputTokensMax = 256 }) { Attachments = attachments },
            key ?? $"{Guid.CreateVersion7()}",
            default));

    private static Task<int> SweepAsync(TestWebox webox) => webox.RunAsync<SweepUploads, int>(null, sweep => sweep.ExecuteAsync(default));

    private static async Task AnswerAsync(TestWebox webox, SentMessage sent)
    {
        await using var db = webox.OpenDb();
        await db.Generations.Where(g => g.Id == sent.Replies[0].GenerationId).ExecuteUpdateAsync(set => set
            .SetProperty(g => g.Status, GenerationStatus.Succeeded).SetProperty(g => g.Text, "Un phare"));
    }

    private static async Task<List<Upload>> ReadAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        return await db.Uploads.AsNoTracking().ToListAsync();
    }
}
