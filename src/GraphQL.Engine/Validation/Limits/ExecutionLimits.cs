namespace Webox.GraphQL.Engine.Validation.Limits;

/// <summary>
/// What the operations of a valid document may ask for. Each limit has an error code of its own. Counted over fields as they are
/// selected, through fragments, before anything is executed and whatever the variables.
/// </summary>
public sealed record ExecutionLimits
{
    public static readonly ExecutionLimits Default = new();

    /// <summary>No limits, introspection included. For trusted documents.</summary>
    public static readonly ExecutionLimits Unlimited = new()
    {
        DepthMax = int.MaxValue,
        IntrospectionDepthMax = int.MaxValue,
        IntrospectionListsMax = int.MaxValue,
        RootFieldsMax = int.MaxValue,
        MutationRootFieldsMax = int.MaxValue,
        FragmentSpreadVisitsMax = int.MaxValue,
        CostMax = int.MaxValue,
        IntrospectionEnabled = true,
    };

    /// <summary>
    /// Levels of fields below each other; a root field is at level 1, <c>__typename</c> and what is below <c>__schema</c> and
    /// <c>__type</c> do not count. Default: 15; at least 1. <see cref="ErrorCodes.QueryTooDeep"/>
    /// </summary>
    public int DepthMax { get; init; } = 15;

    /// <summary>
    /// Levels of fields below each other, from <c>__schema</c> or <c>__type</c> on, these being at level 1. Default: 20, which
    /// the introspection queries of common tools stay under; at least 1. <see cref="ErrorCodes.QueryTooDeep"/>
    /// </summary>
    public int IntrospectionDepthMax { get; init; } = 20;

    /// <summary>
    /// Lists of introspection below each other (<c>fields</c>, <c>inputFields</c>, <c>interfaces</c>, <c>possibleTypes</c>): each
    /// level multiplies the answer by the size of the schema. Default: 2; at least 1. <see cref="ErrorCodes.QueryTooDeep"/>
    /// </summary>
    public int IntrospectionListsMax { get; init; } = 2;

    /// <summary>
    /// Response keys at the root of a query, without <c>__typename</c>. Default: 10; at least 1.
    /// <see cref="ErrorCodes.TooManyRootFields"/>
    /// </summary>
    public int RootFieldsMax { get; init; } = 10;

    /// <summary>Response keys at the root of a mutation. Default: 3; at least 1. <see cref="ErrorCodes.TooManyRootFields"/></summary>
    public int MutationRootFieldsMax { get; init; } = 3;

    /// <summary>
    /// Fragments looked into, each as often as it is spread, over all operations of a document. Default: 1,000; at least 0.
    /// <see cref="ErrorCodes.TooManyFragments"/>
    /// </summary>
    public int FragmentSpreadVisitsMax { get; init; } = 1_000;

    /// <summary>
    /// What an operation may cost, in the units of <see cref="FieldCost"/>. Default: 1,000; at least 0.
    /// <see cref="ErrorCodes.QueryTooComplex"/>
    /// </summary>
    public int CostMax { get; init; } = 1_000;

    /// <summary>
    /// Whether <c>__schema</c> and <c>__type</c> may be asked; <c>__typename</c> always may. Default: false.
    /// <see cref="ErrorCodes.IntrospectionDisabled"/>
    /// </summary>
    public bool IntrospectionEnabled { get; init; }
}
