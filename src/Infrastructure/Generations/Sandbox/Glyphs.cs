namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>The letters of SANDBOX as dots, five wide and seven high.</summary>
internal static class Glyphs
{
    public const int Width = 5;
    public const int Height = 7;

    private static readonly Dictionary<char, string[]> Rows = new()
    {
        ['S'] = [" ####", "#    ", "#    ", " ### ", "    #", "    #", "#### "],
        ['A'] = [" ### ", "#   #", "#   #", "#####", "#   #", "#   #", "#   #"],
        ['N'] = ["#   #", "##  #", "# # #", "#  ##", "#   #", "#   #", "#   #"],
        ['D'] = ["#### ", "#   #", "#   #", "#   #", "#   #", "#   #", "#### "],
        ['B'] = ["#### ", "#   #", "#   #", "#### ", "#   #", "#   #", "#### "],
        ['O'] = [" ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "],
        ['X'] = ["#   #", "#   #", " # # ", "  #  ", " # # ", "#   #", "#   #"],
    };

    public static IEnumerable<(int X, int Y)> Dots(char letter) =>
        from y in Enumerable.Range(0, Height)
        from x in Enumerable.Range(0, Width)
        where Rows[letter][y][x] == '#'
        select (x, y);
}
