using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Application.Generations;
using Webox.Application.Uploads;
using Webox.Domain;
using Webox.Domain.Conversations;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;

namespace Webox.Application.Conversations;

/// <summary>
/// Says something in a conversation to one model or to several at once. The message, an answer for each model, its generation and its
/// credits come to be together or not at all. The same key with the same request gives the same message.
/// </summary>
public sealed class SendMessage(
    IWeboxDb db,
    ICurrentCustomer customer,
    IModelCatalog catalog,
    ConversationHistory history,
    UseUploads uploads,
    QueueGenerations queue,
    ILocalWorkers workers,
    IChangeFeed changes,
    TimeProvider clock)
{
    /// <exception cref="ConversationNotFoundException">No such conversation, or it is somebody else's.</exception>
    /// <exception cref="PersonaNotFoundException">No such ready-made assistant.</exception>
    /// <exception cref="ModelNotAvailableException">No such model for text, or its provider has no key here.</exception>
    /// <exception cref="PromptTooLongException">More than 32 KiB, or more than a model's window.</exception>
    /// <exception cref="InvalidGenerationOptionException">A model does not take a value, or one is asked twice.</exception>
    /// <exception cref="InsufficientCreditsException">Fewer credits are available than all answers can cost together.</exception>
    /// <exception cref="TooManyGenerationsException">Too many wait already.</exception>
    /// <exception cref="IdempotencyKeyReusedException">The key came with another request before.</exception>
    public async Task<SentMessage> ExecuteAsync(MessageRequest request, string idempotencyKey, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        RequestGeneration.CheckKey(idempotencyKey);
        var key = request.KeyFor(idempotencyKey);
        using var reserved = workers.Reserve(Math.Clamp(request.Models.Count, 1, MessageRequest.ModelsMax));
        var sent = await db.InTransactionOrAfterRivalAsync(
            async () => await FindAsync(owner, key, cancellationToken) ?? await SendAsync(owner, request, key, reserved, cancellationToken),
            cancellationToken);
        reserved.Begin([.. sent.Replies.Select(reply => reply.GenerationId).OfType<GenerationId>()]);
        changes.Signal();
        return sent;
    }

    private async Task<SentMessage?> FindAsync(CustomerId owner, GenerationRequestKey key, CancellationToken cancellationToken)
    {
        var earlier = await db.Messages.AsNoTracking()
            .FirstOrDefaultAsync(m => m.CustomerId == owner && m.IdempotencyKey == key.IdempotencyKey, cancellationToken);
        if (earlier is null)
        {
            return null;
        }

        return earlier.RequestHash != key.RequestHash
            ? throw new IdempotencyKeyReusedException()
            : new SentMessage(
                await db.Conversations.AsNoTracking().SingleAsync(c => c.Id == earlier.ConversationId, cancellationToken),
                earlier,
                await db.Messages.AsNoTracking().Where(m => m.ReplyToId == earlier.Id).OrderBy(m => m.Number).ToListAsync(cancellationToken));
    }

    private async Task<SentMessage> SendAsync(
        CustomerId owner, MessageRequest request, GenerationRequestKey key, IReservedWorkers reserved, CancellationToken cancellationToken)
    {
        var models = Models(request.Models);
        var now = clock.GetUtcNow();
        var asked = AskedSystemPrompt(request);
        var conversation = request.Conversation is { } id ? await UseAsync(id, owner, now, cancellationToken) : null;
        var past = conversation is null ? PastMessages.None : await history.ReadAsync(conversation.Id, cancellationToken);
        var options = new GenerationOptions { SystemPrompt = asked ?? past.SystemPrompt, OutputTokensMax = request.OutputTokensMax };
        var prepared = new List<(Model Model, GenerationOptions Options, GenerationContext? Context)>();
        foreach (var model in models)
        {
            var of = GenerationRules.Check(model, new GenerationRequest(GenerationKind.Text, model.Id, request.Text, options), "text");
            var images = await uploads.FindAsync(model, request.Attachments, cancellationToken);
            var turns = ContextRule.Choose(past.NewestFirst, model, request.Text, images, of);
            prepared.Add((model, of, GenerationContext.Of(turns, images)));
        }

        if (conversation is null)
        {
            conversation = Conversation.Start(owner, request.Text, now);
            db.Conversations.Add(conversation);
        }

        var number = past.LastNumber;
        if (asked is not null && asked != past.SystemPrompt)
        {
            db.Messages.Add(Message.System(conversation, ++number, asked, now));
        }

        await uploads.ExecuteAsync(request.Attachments, cancellationToken);
        var message = Message.User(conversation, ++number, request.Text, request.Attachments, key, now);
        List<Generation> generations = [.. prepared.Select((one, i) => Queued(owner, request, one, message.Id, i, now))];
        List<Message> replies = [.. generations.Select(generation => Message.Assistant(conversation, ++number, message, generation, now))];
        db.Messages.AddRange(replies.Prepend(message));
        await queue.ExecuteAsync(generations, reserved, cancellationToken);
        return new SentMessage(conversation, message, replies);
    }

    // Whoever uses the row first holds it to the end of the transaction: messages of one conversation are numbered one after the other.
    private async Task<Conversation> UseAsync(ConversationId id, CustomerId owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mine = db.Conversations.Where(c => c.Id == id && c.CustomerId == owner);
        var lastUsed = Conversation.LastUsedAt(now);
        var used = await mine.ExecuteUpdateAsync(
            set => set.SetProperty(c => c.UpdatedAt, now).SetProperty(c => c.LastUsed, lastUsed), cancellationToken);
        return used == 1 ? await mine.AsNoTracking().SingleAsync(cancellationToken) : throw new ConversationNotFoundException();
    }

    private List<Model> Models(IReadOnlyList<string> names)
    {
        List<Model> models = names.Count == 0
            ? [catalog.Get(null, GenerationKind.Text)]
            : [.. names.Take(MessageRequest.ModelsMax).Select(name => catalog.Get(name, GenerationKind.Text))];
        return names.Count <= MessageRequest.ModelsMax && models.DistinctBy(model => model.Id).Count() == models.Count
            ? models
            : throw new InvalidGenerationOptionException("models", [$"1 à {MessageRequest.ModelsMax} modèles différents"]);
    }

    private static string? AskedSystemPrompt(MessageRequest request)
    {
        var persona = request.Persona is { } id ? Personas.Find(id) ?? throw new PersonaNotFoundException() : null;
        var own = string.IsNullOrWhiteSpace(request.SystemPrompt) ? null : request.SystemPrompt;
        return (persona, own) is (null, null) ? null : string.Join("\n\n", new[] { persona?.SystemPrompt, own }.OfType<string>());
    }

    private static Generation Queued(
        CustomerId owner, MessageRequest request, (Model Model, GenerationOptions Options, GenerationContext? Context) prepared,
        MessageId message, int index, DateTimeOffset now)
    {
        var (model, options, context) = prepared;
        var key = GenerationRequestKey.Of($"message:{message.Value:N}:{index}", new { model.Id, request.Text, options });
        return Generation.Queue(owner, model, request.Text, options, key, model.CreditsMax(request.Text, options, context), now, context);
    }
}
