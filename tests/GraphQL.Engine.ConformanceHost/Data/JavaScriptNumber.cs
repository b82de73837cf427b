using System.Globalization;

namespace Webox.GraphQL.Engine.ConformanceHost.Data;

/// <summary>https://tc39.es/ecma262/#sec-numeric-types-number-tostring</summary>
internal static class JavaScriptNumber
{
    public static string Print(double number)
    {
        if (number < 0)
        {
            return $"-{Print(-number)}";
        }

        if (number == 0)
        {
            return "0";
        }

        // The shortest digits that read back as the same number, and how many of them stand before the point.
        var scientific = number.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var digits = shortest.Split('E')[0].Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
        var point = int.Parse(scientific.Split('E')[1], CultureInfo.InvariantCulture) + 1;
        return point switch
        {
            > 21 or < -5 => Exponential(digits, point - 1),
            <= 0 => $"0.{new string('0', -point)}{digits}",
            _ when digits.Length <= point => digits.PadRight(point, '0'),
            _ => $"{digits[..point]}.{digits[point..]}",
        };
    }

    private static string Exponential(string digits, int exponent) => string.Create(
        CultureInfo.InvariantCulture,
        $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}");
}
