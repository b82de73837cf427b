using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>Writes what a customer said to models, what they were answered, and what they keep for it.</summary>
public sealed class ExportWritings(IWeboxDb db)
{
    public async Task ExecuteAsync(Utf8JsonWriter json, CustomerId id, CancellationToken cancellationToken)
    {
        await json.WriteListAsync(
            "conversations",
            last => db.Conversations.FromSql($"SELECT * FROM conversations WHERE id > {last}").Where(c => c.CustomerId == id).OrderBy(c => c.Id),
            conversation => conversation.Id.Value,
            conversation => new
            {
                Id = conversation.Id.Value,
                conversation.Title,
                conversation.Folder,
                conversation.Favorite,
                conversation.Tags,
                conversation.CreatedAt,
                conversation.UpdatedAt,
            },
            cancellationToken);
        await json.WriteListAsync(
            "messages",
            last => db.Messages.FromSql($"SELECT * FROM messages WHERE id > {last}").Where(message => message.CustomerId == id).OrderBy(message => message.Id),
            message => message.Id.Value,
            message => new
            {
                Conversation = message.ConversationId.Value,
                message.Number,
                message.Role,
                message.Text,
                Generation = message.GenerationId?.Value,
                Uploads = message.Attachments.OrderBy(attachment => attachment.Number).Select(attachment => attachment.UploadId.Value),
                message.CreatedAt,
            },
            cancellationToken);
        await json.WriteListAsync(
            "generations",
            last => db.Generations.FromSql($"SELECT * FROM generations WHERE id > {last}").Where(g => g.CustomerId == id).OrderBy(g => g.Id),
            generation => generation.Id.Value,
            generation => new
            {
                Id = generation.Id.Value,
                generation.Kind,
                generation.Status,
                generation.Model,
                generation.Prompt,
                generation.Options,
                generation.Context,
                generation.Text,
                generation.Credits,
                generation.Favorite,
                generation.CreatedAt,
                generation.FinishedAt,
                Files = generation.Artifacts.OrderBy(artifact => artifact.Number).Select(artifact => new { artifact.MediaType, artifact.Bytes, artifact.Sha256 }),
            },
            cancellationToken);
        await json.WriteListAsync(
            "prompts",
            last => db.Prompts.FromSql($"SELECT * FROM prompts WHERE id > {last}").Where(prompt => prompt.CustomerId == id).OrderBy(prompt => prompt.Id),
            prompt => prompt.Id.Value,
            prompt => new { prompt.Title, prompt.Text, prompt.Category, prompt.Tags, prompt.IsPublic, prompt.UseCount, prompt.CreatedAt, prompt.UpdatedAt },
            cancellationToken);
        await json.WriteListAsync(
            "favoritePrompts",
            last => db.PromptFavorites.FromSql($"SELECT * FROM prompt_favorites WHERE prompt_id > {last}")
                .Where(favorite => favorite.CustomerId == id).OrderBy(favorite => favorite.PromptId),
            favorite => favorite.PromptId.Value,
            favorite => new { Prompt = favorite.PromptId.Value },
            cancellationToken);
        await json.WriteListAsync(
            "uploads",
            last => db.Uploads.FromSql($"SELECT * FROM uploads WHERE id > {last}").Where(upload => upload.CustomerId == id).OrderBy(upload => upload.Id),
            upload => upload.Id.Value,
            upload => new { Id = upload.Id.Value, upload.MediaType, upload.Bytes, upload.Width, upload.Height, upload.Sha256, upload.CreatedAt, upload.ExpiresAt },
            cancellationToken);
    }
}
