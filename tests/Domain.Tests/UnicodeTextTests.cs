using System.Text;

namespace Webox.Domain.Tests;

public sealed class UnicodeTextTests
{
    [Fact]
    public void Only_whole_characters_are_stored()
    {
        // No theory: half a character does not survive the way of its arguments.
        Assert.All(["", "Été 🙂", "\ud83d\ude42"], text => Assert.True(UnicodeText.IsStorable(text)));
        Assert.All(["a\0b", "a\ud83d", "\ude42a", "\ud83d\ud83d\ude42", "\ude42\ud83d"], text => Assert.False(UnicodeText.IsStorable(text)));
    }

    [Fact]
    public void A_start_is_never_longer_and_never_cuts_a_character()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(12); length > 0; length--)
            {
                text.Append(random.Next(2) == 0 ? "a" : "🙂");
            }

            var start = UnicodeText.Start(text.ToString(), 5);

            Assert.True(start.Length <= 5 && UnicodeText.IsStorable(start));
            Assert.StartsWith(start, text.ToString(), StringComparison.Ordinal);
            Assert.True(start.Length >= Math.Min(4, text.Length));
        }
    }
}
