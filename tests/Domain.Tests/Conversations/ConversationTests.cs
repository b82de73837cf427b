using Webox.Domain.Conversations;
using Webox.Domain.Customers;

namespace Webox.Domain.Tests.Conversations;

public sealed class ConversationTests
{
    private static readonly CustomerId Ada = CustomerId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Bonjour", "Bonjour")]
    [InlineData("  Un\nhaïku \t sur la mer ", "Un haïku sur la mer")]
    public void The_first_message_is_the_title(string message, string title) => Assert.Equal(title, Conversation.Start(Ada, message, Now).Title);

    [Fact]
    public void A_long_message_gives_fifty_characters_and_no_half_of_one()
    {
        Assert.Equal(new string('a', 50), Conversation.Start(Ada, new string('a', 51), Now).Title);
        Assert.Equal(new string('a', 49), Conversation.Start(Ada, new string('a', 49) + "🙂", Now).Title);
        Assert.Equal(new string('a', 48) + "🙂", Conversation.Start(Ada, new string('a', 48) + "🙂🙂", Now).Title);
    }

    [Fact]
    public void It_starts_in_the_general_folder_and_is_no_favorite()
    {
        var conversation = Conversation.Start(Ada, "Bonjour", Now);

        Assert.Equal(("Général", false, 0), (conversation.Folder, conversation.Favorite, conversation.Tags.Count));
        Assert.Equal((Now, Now), (conversation.CreatedAt, conversation.UpdatedAt));
    }

    [Fact]
    public void What_is_left_out_stays()
    {
        var conversation = Conversation.Start(Ada, "Bonjour", Now);
        conversation.Change("Salutations", "Travail", true, ["Politesse", "français"], Now.AddMinutes(1));

        conversation.Change(null, null, null, null, Now.AddMinutes(2));

        Assert.Equal(("Salutations", "Travail", true), (conversation.Title, conversation.Folder, conversation.Favorite));
        Assert.Equal(["Politesse", "français"], conversation.Tags);
        Assert.Equal("salutations\npolitesse\nfrancais", conversation.SearchText);
        Assert.Equal(Now.AddMinutes(2), conversation.UpdatedAt);
    }

    [Fact]
    public void A_refused_change_changes_nothing()
    {
        var conversation = Conversation.Start(Ada, "Bonjour", Now);

        Assert.Throws<InvalidLabelException>(() => conversation.Change("Autre", new string('a', 101), true, null, Now.AddMinutes(1)));
        Assert.Throws<InvalidLabelException>(() => conversation.Change("Autre", null, true, [""], Now.AddMinutes(1)));

        Assert.Equal(("Bonjour", false, Now), (conversation.Title, conversation.Favorite, conversation.UpdatedAt));
    }

    [Fact]
    public void Later_uses_sort_after_earlier_ones() =>
        Assert.True(string.CompareOrdinal(Conversation.LastUsedAt(Now), Conversation.LastUsedAt(Now.AddMilliseconds(1))) < 0);
}
