using Microsoft.EntityFrameworkCore;
using Webox.Application.Conversations;
using Webox.Application.Credits;
using Webox.Application.Generations;
using Webox.Application.Prompts;
using Webox.Application.Tests.Conversations;
using Webox.Application.Uploads;
using Webox.Application.Wishlists;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Domain.Orders;
using Webox.Domain.Prompts;
using Webox.Domain.Uploads;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

/// <summary>A customer who used everything the shop has. Their name is in all they wrote.</summary>
internal sealed record FullLife(Customer Customer, Product Mug, Order Unpaid, Upload Upload, Artifact Image)
{
    public const string Email = "lovelace@example.com";
    public const string Name = "Ada Lovelace";

    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Beside what is finished, an unpaid order waits for its money and a generation for its turn.</summary>
    public static async Task<FullLife> LiveAsync(AccountsAtWork accounts)
    {
        var webox = accounts.Webox;
        var ada = (await accounts.RegisterAsync(Email, Name)).Customer;
        var mug = await webox.GivenPhysicalAsync(stock: 10);
        await webox.GivenPaidOrderAsync(ada, mug, quantity: 2);
        await webox.ReviewAsync(ada, mug, rating: 5, "Lovelace l'aime.");
        await webox.RunAsync<AddToWishlist, Product>(ada, add => add.ExecuteAsync(mug.Id, default));
        await webox.RunAsync<CreatePrompt, Prompt>(
            ada, create => create.ExecuteAsync(new PromptDraft("De Lovelace", "Dis [NOM]", null, null, IsPublic: true), favorite: true, default));
        await webox.GiveCreditsAsync(ada, 1000);
        await webox.RunAsync<SetMonthlyLimit>(ada, set => set.ExecuteAsync(5000, default));
        var upload = await webox.RunAsync<ReceiveUpload, Upload>(ada, receive => receive.ExecuteAsync(Pixel, default));
        await webox.SendAsync(ada, ConversationStage.Hello with { Text = "Je suis Lovelace." });
        var image = await PaintAsync(webox, ada);
        var unpaid = await webox.GivenOrderAsync(ada, (mug, 3));
        await webox.GivenCartAsync(ada, (mug, 1));
        return new(ada, mug, unpaid, upload, image);
    }

    private static async Task<Artifact> PaintAsync(TestWebox webox, Customer ada)
    {
        var queued = await webox.GivenQueuedAsync(ada, "Lovelace en peinture");
        await webox.RunAsync<ICreditLedger>(ada, ledger => ledger.SettleAsync(ada.Id, queued.Id.Value, used: 4, default));
        var sha256 = await webox.RunAsync<IArtifactStore, string>(null, store => store.SaveAsync("an image of Lovelace"u8.ToArray(), default));
        var artifact = new Artifact { GenerationId = queued.Id, Number = 1, MediaType = "image/png", Bytes = 20, Sha256 = sha256 };
        await using var db = webox.OpenDb();
        await db.Generations.Where(g => g.Id == queued.Id).ExecuteUpdateAsync(set => set
            .SetProperty(g => g.Kind, GenerationKind.Image).SetProperty(g => g.Status, GenerationStatus.Succeeded).SetProperty(g => g.Attempt, 1)
            .SetProperty(g => g.Credits, 4).SetProperty(g => g.FinishedAt, webox.Clock.GetUtcNow()));
        await ((DbContext)db).Database.ExecuteSqlAsync(
            $"INSERT INTO generation_artifacts (generation_id, number, media_type, bytes, sha256) VALUES ({queued.Id.Value}, 1, 'image/png', 20, {sha256})");
        return artifact;
    }
}
