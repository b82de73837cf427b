namespace Webox.Domain.Catalog;

/// <summary>What the sample catalogue says of its products. Made up: nobody wrote a review, and it is never mixed with what buyers wrote.</summary>
/// <param name="Tenths">Average in tenths: 48 is 4.8.</param>
/// <param name="Count">How many ratings there are said to be.</param>
public sealed record SampleRating(int Tenths, int Count);
