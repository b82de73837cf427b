namespace Webox.GraphQL.Security;

/// <summary>
/// The policy of every object type. A type that is not here is refused at start; that each holds is shown by the authorization matrix
/// among the tests. Answers of mutations, their errors, and pages of lists are parts of the field that gives them.
/// </summary>
internal static class TypePolicies
{
    private static readonly string[] PartSuffixes = ["Payload", "Error", "Connection", "Edge"];

    private static readonly Dictionary<string, Reach> Types = new()
    {
        ["Activity"] = Reach.Part,
        ["Address"] = Reach.Part,
        ["Artifact"] = Reach.Part,
        ["Cart"] = Reach.Owner,
        ["CartLine"] = Reach.Part,
        ["CartWarning"] = Reach.Part,
        ["Category"] = Reach.Everyone,
        ["Checkout"] = Reach.Part,
        ["ConfirmInSandbox"] = Reach.Part,
        ["ConfirmWithStripe"] = Reach.Part,
        ["Conversation"] = Reach.Owner,
        ["CreditBalance"] = Reach.Part,
        ["CreditEntry"] = Reach.Part,
        ["Customer"] = Reach.Owner,
        ["CustomerAccount"] = Reach.Staff,
        ["Facet"] = Reach.Part,
        ["FacetValue"] = Reach.Part,
        ["Generation"] = Reach.Owner,
        ["GenerationAdvanced"] = Reach.Part,
        ["GenerationFailure"] = Reach.Part,
        ["GenerationFinished"] = Reach.Part,
        ["GenerationQuote"] = Reach.Everyone,
        ["GenerationSnapshot"] = Reach.Part,
        ["GenerationText"] = Reach.Part,
        ["Invoice"] = Reach.Part,
        ["License"] = Reach.Part,
        ["Message"] = Reach.Owner,
        ["Model"] = Reach.Everyone,
        ["Money"] = Reach.Part,
        ["Order"] = Reach.OwnerAndStaff,
        ["OrderLine"] = Reach.Part,
        ["PageInfo"] = Reach.Part,
        ["Payment"] = Reach.OwnerAndStaff,
        ["Persona"] = Reach.Everyone,
        ["Product"] = Reach.Everyone,
        ["ProductImage"] = Reach.Part,
        ["PromoCode"] = Reach.Staff,
        ["Prompt"] = Reach.Owner,
        ["RedirectToProvider"] = Reach.Part,
        ["Refund"] = Reach.OwnerAndStaff,
        ["Review"] = Reach.Everyone,
        ["SampleRating"] = Reach.Part,
        ["Session"] = Reach.Part,
        ["TokenUsage"] = Reach.Part,
        ["TransferMoney"] = Reach.Part,
        ["TwoFactorSetup"] = Reach.Part,
        ["Upload"] = Reach.Part,
    };

    /// <summary>Null: nobody decided.</summary>
    public static Reach? Find(string type) =>
        Types.TryGetValue(type, out var reach) ? reach
        : PartSuffixes.Any(suffix => type.EndsWith(suffix, StringComparison.Ordinal)) ? Reach.Part
        : null;
}
