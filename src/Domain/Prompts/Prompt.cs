using System.Text;
using Webox.Domain.Customers;
using Webox.Domain.Generations;

namespace Webox.Domain.Prompts;

/// <summary>Identifies a <see cref="Prompt"/>.</summary>
public readonly record struct PromptId(Guid Value) : IEntityId<PromptId>
{
    public static PromptId From(Guid value) => new(value);
}

/// <summary>A reusable prompt. <c>[NAME]</c> in the text stands for a value to fill in.</summary>
public sealed class Prompt
{
    public const int TitleLengthMax = 200;

    public const int CategoryLengthMax = 100;

    public const string CategoryDefault = "Général";

    /// <summary>Longest text, in bytes of UTF-8: what a model accepts.</summary>
    public const int TextBytesMax = Model.PromptBytesMax;

    /// <summary>Prompts that one customer may keep.</summary>
    public const int CountMax = 500;

    private Prompt()
    {
        // EF Core
    }

    public PromptId Id { get; private init; }

    /// <summary>Null: the shop's own.</summary>
    public CustomerId? CustomerId { get; private init; }

    public string Title { get; private set; } = null!;

    public string Text { get; private set; } = null!;

    public string Category { get; private set; } = CategoryDefault;

    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>Anybody may use it; who wrote it is not told.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>How often anybody used it.</summary>
    public int UseCount { get; private init; }

    /// <summary>Title, category, tags and text as they are searched.</summary>
    public string SearchText { get; private set; } = null!;

    /// <summary>Sorts by the last change; unique.</summary>
    public string LastChanged { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The names to fill in, in the order of the text, each once.</summary>
    public IReadOnlyList<string> Variables => PromptTemplate.Variables(Text);

    /// <param name="customer">Null: the shop itself.</param>
    /// <exception cref="InvalidLabelException">Title, category or a tag is empty or too long.</exception>
    /// <exception cref="TooManyTagsException">More than twenty tags.</exception>
    /// <exception cref="PromptTooLongException">The text is longer than a model accepts.</exception>
    public static Prompt Create(CustomerId? customer, PromptDraft draft, DateTimeOffset now)
    {
        var prompt = new Prompt { Id = PromptId.From(Guid.CreateVersion7(now)), CustomerId = customer, CreatedAt = now };
        prompt.Change(draft with { Title = draft.Title ?? "", Text = draft.Text ?? "" }, now);
        return prompt;
    }

    /// <summary>What is null stays as it is.</summary>
    /// <exception cref="InvalidLabelException">Title, category or a tag is empty or too long.</exception>
    /// <exception cref="TooManyTagsException">More than twenty tags.</exception>
    /// <exception cref="PromptTooLongException">The text is longer than a model accepts.</exception>
    public void Change(PromptDraft draft, DateTimeOffset now)
    {
        var (title, text, category, tags) = (
            draft.Title is null ? Title : Label.Of("title", draft.Title, TitleLengthMax),
            draft.Text is null ? Text : CheckText(draft.Text),
            draft.Category is null ? Category : Label.Of("category", draft.Category, CategoryLengthMax),
            draft.Tags is null ? Tags : Domain.Tags.Of(draft.Tags));
        (Title, Text, Category, Tags, IsPublic) = (title, text, category, tags, draft.IsPublic ?? IsPublic);
        SearchText = Catalog.SearchText.Of(string.Join('\n', [Title, Category, .. Tags, Text]));
        (UpdatedAt, LastChanged) = (now, Guid.CreateVersion7(now).ToString("N"));
    }

    private static string CheckText(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || !UnicodeText.IsStorable(text))
        {
            throw new InvalidLabelException("text", TextBytesMax);
        }

        return Encoding.UTF8.GetByteCount(text) <= TextBytesMax ? text : throw new PromptTooLongException();
    }
}

/// <summary>What somebody writes into a prompt. Null: as it is.</summary>
public sealed record PromptDraft(string? Title, string? Text, string? Category, IReadOnlyList<string>? Tags, bool? IsPublic);
