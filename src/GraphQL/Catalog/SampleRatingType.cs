using Webox.Domain.Catalog;

namespace Webox.GraphQL.Catalog;

/// <summary>Made-up figures of the sample catalogue, never part of `averageRating` and `reviewCount`.</summary>
[ExtendObjectType<SampleRating>(IgnoreProperties = [nameof(SampleRating.Tenths)])]
public static class SampleRatingType
{
    /// <summary>1.0 to 5.0.</summary>
    public static double GetAverage([Parent] SampleRating rating) => rating.Tenths / 10.0;
}
