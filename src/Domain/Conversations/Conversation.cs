using Webox.Domain.Customers;

namespace Webox.Domain.Conversations;

/// <summary>Identifies a <see cref="Conversation"/>.</summary>
public readonly record struct ConversationId(Guid Value) : IEntityId<ConversationId>
{
    public static ConversationId From(Guid value) => new(value);
}

/// <summary>A dialogue with one or more models.</summary>
public sealed class Conversation
{
    public const int TitleLengthMax = 255;

    public const int FolderLengthMax = 100;

    public const string FolderDefault = "Général";

    /// <summary>How much of the first message becomes the title, in characters.</summary>
    public const int FirstTitleLengthMax = 50;

    private Conversation()
    {
        // EF Core
    }

    public ConversationId Id { get; private init; }

    public CustomerId CustomerId { get; private init; }

    public string Title { get; private set; } = null!;

    public string Folder { get; private set; } = FolderDefault;

    public bool Favorite { get; private set; }

    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>Title and tags as they are searched.</summary>
    public string SearchText { get; private set; } = null!;

    /// <summary>Sorts by the last message; unique.</summary>
    public string LastUsed { get; private init; } = null!;

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When something was last said or changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Titled with the first fifty characters of its first message.</summary>
    public static Conversation Start(CustomerId customer, string firstMessage, DateTimeOffset now)
    {
        var title = UnicodeText.Start(Label.Line(firstMessage), FirstTitleLengthMax).TrimEnd();
        return new()
        {
            Id = ConversationId.From(Guid.CreateVersion7(now)),
            CustomerId = customer,
            Title = title,
            SearchText = Catalog.SearchText.Of(title),
            LastUsed = LastUsedAt(now),
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>A value of <see cref="LastUsed"/>.</summary>
    public static string LastUsedAt(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("N");

    /// <summary>What is null stays as it is.</summary>
    /// <exception cref="InvalidLabelException">A title, folder or tag is empty or too long.</exception>
    /// <exception cref="TooManyTagsException">More than twenty tags.</exception>
    public void Change(string? title, string? folder, bool? favorite, IReadOnlyList<string>? tags, DateTimeOffset now)
    {
        var (newTitle, newFolder, newTags) = (
            title is null ? Title : Label.Of("title", title, TitleLengthMax),
            folder is null ? Folder : Label.Of("folder", folder, FolderLengthMax),
            tags is null ? Tags : Domain.Tags.Of(tags));
        (Title, Folder, Favorite, Tags, UpdatedAt) = (newTitle, newFolder, favorite ?? Favorite, newTags, now);
        SearchText = Catalog.SearchText.Of(string.Join('\n', Tags.Prepend(Title)));
    }
}
